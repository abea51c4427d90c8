/** Lists of works that began together: 本次集中开工项目12个。其中，甲医院迁建项目计划投资3亿元. */
import type { Reading } from '../../../reading.ts'
import type { Sentence } from '../../../read/sentence.ts'
import type { Place } from '../place.ts'
import type { Told } from '../tell.ts'

const OF_THEM = /^其中(?:，|：|□)?/u
const BEGUN = /(?:本次|此次|当[天日]|现场)?(?:集中)?开工(?:建设)?的?(?:重[点大])?(?:民生)?(?:建设)?(?:项目|工程)/u
/** 全县重大项目集中开工，其中卫生项目2个：. */
const AMONG_THEM =
  /集中开工(?:建设)?(?:仪式)?[^，。；：]{0,8}，其中[^，。；：\d]{0,12}(?:项目|工程)?(?:\d{1,3}|[一二两三四五六七八九十]+)[个项](?:项目|工程)?[：，（]/u
/** 当天集中开工的还有：甲楼；乙楼. */
const BEGAN_ALSO = /^[^，。；：]{0,10}(?:开工|动工|奠基)(?:建设)?的(?:[^，。；：]{0,8}(?:项目|工程))?(?:还|也|则|共)?(?:有|包括|是)：/u
const TO_BEGIN = /计划|拟|将|预计|力争/u
const BACK = 2

/** Whether a sentence counts up, behind 其中, works of which the sentences before it say that they begin together. */
export function beganTogether({ sentences }: Reading, { index, text, paragraph }: Sentence): boolean {
  const here = AMONG_THEM.exec(text)
  if (here !== null) return !TO_BEGIN.test(text.slice(Math.max(0, here.index - 6), here.index))
  const also = BEGAN_ALSO.exec(text)
  if (also !== null) return !TO_BEGIN.test(text.slice(0, also.index + also[0].length))
  if (!OF_THEM.test(text)) return false
  for (let at = index - 1; at >= Math.max(0, index - BACK); at--) {
    const before = sentences[at]
    if (before === undefined || before.paragraph !== paragraph) return false
    const begun = BEGUN.exec(before.text)
    if (begun !== null) return !TO_BEGIN.test(before.text.slice(Math.max(0, begun.index - 6), begun.index))
  }
  return false
}

/** 门诊楼改造工程正式启动: works that begin, by a word which many other things begin with. */
const LAUNCHED =
  /^(?:项目|工程|建设|施工)*(?:于?(?:近日|日前|[今昨当][日天]|\d{1,2}[月日])|目前|现)*(?:已经?|正式|全面|顺利|如期|成功|同步)*启动(?:$|[，。；！])/u
const OF_WORKS = /(?:项目|工程|改造|装修|扩建|改建|迁建|新建|修缮|翻新|加固)$/u
const MOST_LAUNCHED = 24

/** Whether works are told to have been launched, by nothing but that word behind their name. */
export function isLaunched({ object: { to, tail } }: Told, { sentence: { text, section } }: Place): boolean {
  return section.kind !== 'plan' && OF_WORKS.test(tail) && LAUNCHED.test(text.slice(to, to + MOST_LAUNCHED))
}
