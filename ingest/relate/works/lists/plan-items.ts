/** 1．甲医院迁建：估算投资9亿元: what a plan lists, of which no word tells how far it is. */
import type { Document } from '../../../../cypher/model/index.ts'
import type { WorksObject } from '../objects/objects.ts'
import type { Place } from '../place.ts'
import { ITEM_MARK, POINT } from './point.ts'
import type { Told } from '../tell.ts'

/** A plan of several years, or what a year is to pay for; what it lists is not begun unless it says so. */
const PLANS =
  /规划|方案|项目储备|储备项目|投资计划|计划表|五”[^，。；]{0,12}(?:项目|工程)(?:表|清单|名单|库)|(?:项目|工程|实事)(?:计划|安排|清单)(?:的通知)?$/u
/** 规划执行情况, 实施方案落实情况: what has come of it. */
const LOOKS_BACK = /总结|评估|执行|完成|进展|落实|推进情况|通报|解读|报告/u
/** 续建项目：, 已建成的: works that stand already. */
const GOING_ON = /续建|在建|结转|跨年|已(?:建成|完成|开工|竣工)|现有/u

const STAGE = /开工|动工|在建|施工|封顶|竣工|完工|建成|投用|启用|投入使用/u

/** 建设项目：甲医院…；乙医院…: the label of a list, and the items before. */
const OPENING = new RegExp(
  `^(?:${ITEM_MARK}\\s*)?(?:[^。；，：]{0,16}(?:项目|工程|建设|内容|任务)[^。；，：]{0,6}：)?(?:[^。]*[；、，])?(?:(?:${POINT}|[①-⑳])\\s*)?$`,
  'u',
)

/** 未来5年，我市将新、改、扩、迁建一批医院: a page that looks ahead, whatever its title. */
const YEARS_AHEAD =
  /(?:未来|今后)(?:[\d一二两三四五六七八九十几]{1,2}|十[\d一二三四五])年[^。]{0,24}(?:将|要|计划|拟)[^。]{0,24}(?:新建|迁建|扩建|改建|改造|建设|新增|布局|规划)/u
/** 整体迁建甲医院: a sentence that opens with its verb. */
const VERB_FIRST =
  /^(?:在[^，。；]{2,8}?)?(?:规划|计划|拟)?(?:整体|异地|易地|原址|就地)?(?:新建|迁建|扩建|改扩建|迁改扩建|迁扩建|改建|改造|重建|搬迁|建设)(?:[^。；]*[、，和与及])?(?:规划|计划|拟)?(?:整体|异地)?(?:(?:新建|迁建|扩建|改扩建|改造|建设))?$/u
const REACHED = /已|目前|正在|截至|今年|去年|了/u
const MOST_BACK = 40

/** Whether works are told by a verb at the head of a sentence, on a page that said before that it looks ahead. */
export function isOfYearsAhead({ object }: Told, { reading, sentence }: Place): boolean {
  const { text, index } = sentence
  if (STAGE.test(text) || REACHED.test(text) || !VERB_FIRST.test(text.slice(0, object.from))) return false
  for (let at = index - 1; at >= Math.max(0, index - MOST_BACK); at--) if (YEARS_AHEAD.test(reading.sentences[at]?.text ?? '')) return true
  return false
}

/** Whether works are an item of such a list. */
export function isPlanItem({ object }: Told, { reading, sentence }: Place): boolean {
  if (!isListPlan(reading.document)) return false
  const { text, headings } = sentence
  const before = text.slice(0, object.from)
  const next = reading.sentences[sentence.index + 1]
  // 1.甲医院二期工程。2022年开工: how far it is, the next sentence tells.
  if (next !== undefined && next.paragraph === sentence.paragraph && STAGE.test(next.text)) return false
  return OPENING.test(before) && !GOING_ON.test(before) && !GOING_ON.test(headings.at(-1) ?? '')
}

/** 重点项目：甲医院康复楼；乙医院门诊楼: the label or the heading says that houses are works. */
export function asPlanItems(objects: readonly WorksObject[], { reading, sentence }: Place): readonly WorksObject[] {
  if (!isListPlan(reading.document) || !objects.some(isHouse)) return objects
  const { text, headings } = sentence
  const label = text.slice(0, text.indexOf('：') + 1)
  const isUnder = OF_PROJECTS.test(headings.at(-1) ?? '')
  return objects.map((object) =>
    isHouse(object) &&
    OPENING.test(text.slice(0, object.from)) &&
    ITEM_ENDS.test(text.slice(object.to)) &&
    (isUnder || (label.length <= object.from && OF_PROJECTS.test(label)))
      ? { ...object, needs: 'nothing' }
      : object,
  )
}

const OF_PROJECTS = /(?:项目|工程)(?!部|库|师)/u
const ITEM_ENDS = /^(?:$|[，。；、：（])/u
const isHouse = ({ owners, tail, needs }: WorksObject): boolean => owners.length > 0 && tail !== '' && needs === 'stage'

/** Whether a page by its title lists what is to be built. */
export function isListPlan({ title }: Pick<Document, 'title'>): boolean {
  return title !== null && PLANS.test(title) && !LOOKS_BACK.test(title)
}
