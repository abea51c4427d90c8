/** 依托甲医院建设县公共卫生临床中心, 县公共卫生临床中心依托甲医院建设: a centre that is built upon a hospital is that hospital's works. */
import type { SentenceMention } from '../../../reading.ts'
import { canOwn, type WorksObject } from './objects.ts'
import type { Place } from '../place.ts'
import { worksObject } from './works-object.ts'

const CENTRE =
  /[省市县区旗州]?(?:公共卫生|传染病|重大疫情|疫情|应急){1,2}(?:应急|医疗|临床|救治|医学|防治|收治){1,3}(?:中心|基地)(?:建设)?(?:项目|工程)?/u
/** 依托甲医院|规划建设. */
const LEANS = /(?:依托|利用|以)$/u
const BUILDS =
  /^(?:为依托)?，?(?:院区|资源|现有|原有|老院区?|闲置|用房|场地|的|，|规划|高标准|统筹|谋划|启动|推进|加快|抓紧|拟|将|正在|已|计划){0,4}(?:建设|新建|改建|改扩建|扩建|改造|建成)(?:了|成)?(?=[^，。；]{0,2}(?:公共卫生|传染病|重大疫情|疫情|应急))/u
const MOST_BEFORE = 30
/** 中心|依托甲医院建设. */
const LEANT = /^(?:，|：|拟|将|正|主要|计划|规划)*依托$/u
const BUILT =
  /^(?:(?:现有|原有|老|南|北|东|西|新){0,2}院区|资源|用房|场地)?(?:改造|规划|选址|统筹|进行)?(?:建设|新建|改建|改扩建|扩建|实施)(?:$|[，。；])/u
const MOST_BEHIND = 16

/** The objects of a sentence, with such a centre as works of the hospital on which it leans. */
export function asLeaning(objects: readonly WorksObject[], { sentence: { text }, mentions, words }: Place): readonly WorksObject[] {
  const match = text.includes('依托') || text.includes('利用') ? CENTRE.exec(text) : null
  if (match === null) return objects
  const from = match.index
  const to = from + match[0].length
  const host = mentions.find((one) => one.label === 'Hospital' && canOwn(one) && isHost(one, { from, to }, text))
  if (host === undefined) return objects
  const kind = /改扩建|扩建|改建|改造/u.exec(text.slice(Math.min(host.to, to), Math.max(from, host.to + MOST_BEHIND)))?.[0]
  const centre = worksObject({
    from,
    to,
    owners: [host],
    tail: match[0],
    works: (kind === undefined ? undefined : words.kindOf(kind)) ?? 'new',
    needs: 'nothing',
    rule: 'works/shared-object',
  })
  const others = objects.filter((one) => (one.to <= from || one.from >= to) && (one.to <= host.from || one.from >= host.to))
  return [...others, centre].sort((a, b) => a.from - b.from)
}

function isHost(one: SentenceMention, { from, to }: { from: number; to: number }, text: string): boolean {
  if (one.to <= from)
    return (
      LEANS.test(text.slice(Math.max(0, one.from - 2), one.from)) && BUILDS.test(text.slice(one.to, Math.min(to, one.to + MOST_BEFORE)))
    )
  return one.from >= to && LEANT.test(text.slice(to, one.from)) && BUILT.test(text.slice(one.to, one.to + MOST_BEHIND))
}
