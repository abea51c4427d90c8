/** 改扩建8个综合医院，分别是甲、乙: what a plan for the hospitals of a region counts up by kind of works. */
import { matchesOf } from '../../../grammar/matches.ts'
import type { Place } from '../place.ts'
import type { WorksObject } from '../objects/objects.ts'
import { ANY_NUMBER } from './counts.ts'
import { isBare } from './counted-members.ts'

const BODIES = '(?:医院|卫生院|中医院|保健院|卫生服务中心|医疗机构|医疗卫生机构|服务站)'
const SORT =
  '(?:[省市县区]级|[一二三]级|(?:大型|公立|民营|社会办|综合|专科|中医|中西医结合|妇幼|儿童|康复|护理|精神|乡镇|社区|基层|医疗|卫生|公共))*'

/** 改扩建8个综合医院，分别是 · 迁建中医医院两个，分别为 · 新建2所（: the verb, how many of what, and that they follow. */
const COUNTED = new RegExp(
  String.raw`(?<kind>整体搬迁|异地新建|易地新建|异地迁建|易地迁建|改扩建|迁建|新建|扩建|改建|改造|重建)(?:了)?` +
    String.raw`(?:${SORT}${BODIES}${ANY_NUMBER}[个家所座]|${ANY_NUMBER}[个家座]${SORT}${BODIES}|${ANY_NUMBER}所(?:${SORT}${BODIES})?)` +
    String.raw`(?:[，,]?(?:它们|具体)?(?:分别|即|也就是)?(?:是|为|即|包括|包含|有)|[，,]?分别|，?即|：|（(?:分别)?(?:[是为即])?)`,
  'gu',
)

/** A plan by its title or by what it says of itself: nothing of it stands yet. */
const PLAN = /规划|征求意见稿|布局|远期|近期建设/u
const PLANNED_HERE = /拟|计划|将|[到至]20\d{2}年|目标/u
/** Sentences before a list in which the plan is named. */
const LOOK_BACK = 30

/** The objects of a sentence, with the bare names of such lists as works of their kind. */
export function asCounted(objects: readonly WorksObject[], place: Place): readonly WorksObject[] {
  const { text } = place.sentence
  if (!/[个家所座]/u.test(text) || !objects.some(isBare)) return objects
  const lists = matchesOf(COUNTED, text)
  if (lists.length === 0 || !isPlan(place)) return objects
  return objects.map((object) => {
    if (!isBare(object)) return object
    const list = lists.findLast((one) => one.index + one[0].length <= object.from)
    const kind = list?.groups?.['kind']
    if (list === undefined || kind === undefined || !isItem(place, object, list.index + list[0].length)) return object
    const works = place.words.kindOf(kind)
    return {
      ...object,
      tail: kind === '新建' ? '建设' : kind,
      needs: 'nothing',
      hoped: true,
      rule: 'works/shared-object',
      ...(works === undefined ? {} : { works }),
    }
  })
}

/** What the list goes on to tell of others: 保留2个. */
const OTHERS = /保留|现有|撤销|整合|关停/u

/** Whether a name is an item of the list that opens at a place, and nothing but its name. */
function isItem({ sentence: { text }, mentions }: Place, { from, to }: WorksObject, open: number): boolean {
  const place = mentions.find((one) => one.label === 'District' && one.to === from)
  const between = text.slice(open, Math.max(open, place?.from ?? from))
  return (
    /^(?:[^。；：）]*[、，和及与])?$/u.test(between) &&
    !OTHERS.test(between) &&
    /^(?:$|[、，；。）]|等|和|及|与|以及|（)/u.test(text.slice(to))
  )
}

function isPlan({ sentence, reading }: Place): boolean {
  if (sentence.section.kind === 'plan' || PLANNED_HERE.test(sentence.text) || PLAN.test(sentence.text)) return true
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - LOOK_BACK); index--)
    if (PLAN.test(reading.sentences[index]?.text ?? '')) return true
  return false
}
