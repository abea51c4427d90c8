/** Lines whose label is the body that is built: 2、县急救中心： under 今年新建5家医院; 3.县中医院：已完成土方开挖的65%. */
import { rememberLast } from '../../../recognise/naming/remember.ts'
import type { Sentence } from '../../../read/sentence.ts'
import type { Reading } from '../../../reading.ts'
import { numberOf } from '../../sentence/dates.ts'
import type { Ground } from '../ground.ts'
import type { WorksObject } from '../objects/objects.ts'
import type { Place } from '../place.ts'
import { OPENS_ITEM } from './point.ts'
import type { StageHit } from '../stages/stage-hits.ts'
import { afterGloss } from '../objects/tail.ts'
import { SMALL_NUMBER } from './counts.ts'

const LABEL = /^(?:(?<figure>\d{1,2})[、.．]|（?(?<number>[一二三四五六七八九十]{1,3})[、）])[^，。；：]{2,40}[：。]?$/u
/** 今年新建、扩建7所医院 · 实施6个医院建设项目. */
const HEAD = new RegExp(
  String.raw`[^，。；：\d]{0,6}(?:(?:新建|迁建|改扩建|扩建|改建|改造|建设|兴建|重建)[、和及与]?)+了?(?<count>${SMALL_NUMBER})[家所个座](?:[〇㐀-鿿]{0,6}(?:医院|卫生院|医疗机构|医疗卫生机构)|[〇㐀-鿿]{0,10}项目)|(?<of>${SMALL_NUMBER})[家所个](?:[〇㐀-鿿]{0,6}(?:医院|卫生院|医疗|卫生))[〇㐀-鿿]{0,6}(?:建设|新建|改扩建|基建)(?:项目|工程)`,
  'u',
)
const AHEAD = /将|拟|计划|规划/u
/** Sentences before the first label in which the head may stand. */
const LOOK_BACK = 20
const LONGEST = 46

interface Labels {
  /** Lines that such a head counts, with whether it only looks ahead. */
  readonly lines: ReadonlyMap<number, { readonly hoped: boolean }>
}

const NONE: Labels = { lines: new Map() }

const labelsIn = rememberLast(({ sentences }: Reading): Labels => {
  let lines: Map<number, { hoped: boolean }> | undefined
  let run: number[] = []
  for (const { index, text } of [...sentences, undefined].map((one) => one ?? { index: -1, text: '1、' })) {
    const number = text.length > LONGEST ? undefined : numberAt(text)
    if (number === undefined && index >= 0) continue
    if (number !== undefined && number === run.length + 1) {
      run.push(index)
      continue
    }
    const head = run.length > 1 ? headOf(run, sentences) : undefined
    if (head !== undefined) for (const at of run) (lines ??= new Map()).set(at, head)
    run = number === 1 ? [index] : []
  }
  return lines === undefined ? NONE : { lines }
})

function numberAt(text: string): number | undefined {
  const groups = LABEL.exec(text)?.groups
  return groups === undefined ? undefined : numberOf(groups['figure'] ?? groups['number'])
}

function headOf(run: readonly number[], sentences: readonly Sentence[]): { hoped: boolean } | undefined {
  const first = run[0] ?? 0
  for (let at = first - 1; at >= Math.max(0, first - LOOK_BACK); at--) {
    const head = HEAD.exec(sentences[at]?.text ?? '')
    if (numberOf(head?.groups?.['count'] ?? head?.groups?.['of']) === run.length) return { hoped: AHEAD.test(head?.[0] ?? '') }
  }
  return undefined
}

/** The objects of a sentence; that of a line which such a head counts, or which measures it under a heading of projects, is works. */
export function asLabelled(objects: readonly WorksObject[], place: Place): readonly WorksObject[] {
  const { reading, sentence } = place
  const [first] = objects
  if (first === undefined || !isAtHead(first, sentence.text)) return objects
  const isShort = sentence.text.length <= LONGEST && numberAt(sentence.text) !== undefined
  const told = isShort ? labelsIn(reading).lines.get(sentence.index) : undefined
  if (told === undefined && (first.tail !== '' || !isMeasured(first, place))) return objects
  const named = {
    ...first,
    tail: first.tail === '' ? '建设' : first.tail,
    needs: 'nothing' as const,
    hoped: first.hoped || told?.hoped === true,
    rule: first.rule === 'works/bare-owner' ? ('works/shared-object' as const) : first.rule,
  }
  return [named, ...objects.slice(1)]
}

const OF_PROJECTS = /(?:项目|工程)(?!部|化|库|师)/u
const MEASURE = /(?:建筑面积|用地|占地|总投资|概算|估算)[^，。；]{0,8}\d/u
const STANDS = /开放|编制|现有|职工|始建|成立于|建于|前身|门诊量|人次|[二三]级/u

/** Whether a name is a label under a heading of projects, and what the line or the next says is where and how large it is to be. */
function isMeasured({ to }: WorksObject, { reading: { sentences, document }, sentence }: Place): boolean {
  const { text, headings, index } = sentence
  const end = afterGloss(text, to)
  // 3.县精神病院。总投资8000万元: on a page of projects a full stop ends the label as well.
  const isLine = text.slice(end) === '。' && numberAt(text) !== undefined && sentences[index + 1]?.paragraph === sentence.paragraph
  if (!isLine && text.charAt(end) !== '：') return false
  if (!OF_PROJECTS.test(headings.at(-1) ?? '') && !(isLine && OF_PROJECTS.test(document.title ?? ''))) return false
  const said = end < text.length - 1 ? text.slice(end) : (sentences[index + 1]?.text ?? '')
  return (MEASURE.test(said) || (isLine && STAGE_LINE.test(said))) && !STANDS.test(said)
}

function isAtHead({ from }: WorksObject, text: string): boolean {
  const opening = Math.max(text.lastIndexOf('。', from - 1), text.lastIndexOf('；', from - 1)) + 1
  return OPENS_ITEM.test(text.slice(opening, from))
}

/** Steps that nothing but a house takes; 装修 and 安装 are so where they are told in parts of the whole. */
const OF_HOUSE =
  /[土石]方|基坑|支护|桩|主体|[封结]顶|地下|地基|清表|围挡|幕墙|屋面|二次结构|砌|工程量|浇[筑注捣]|顶板|底板|垫层|规划许可|施工许可|可研|初步设计|外立面|外墙|施工[至到]|\d层|主楼/u
const SHARE_OF = /(?:装修|装饰|安装|施工|工程)[^，。；]{0,6}\d[\d.]*%/u

/** ：力争年底开工, ：确保10月主体封顶, ：已竣工: nothing but the stage of a house. */
const STAGE_ALONE = String.raw`(?:力争|争取|确保|力促|计划|预计|拟|将|要|于|在|已经?|正|目前|现|正式|全面|顺利|完成|实现|基本|项目|工程|今年|明年|[\d一二三四年月日底初前末内上下半季度旬中])*(?:开工|动工|开建|[封结]顶|竣工|完工|主体(?:结构)?(?:完工|[封结]顶)|立项|可研|建成投用|招投?标|内?装修|投用|投入使用|搬迁)(?:建设|批复|验收|并?投?使用|并?投用|工作|报告|审批|施工)*(?:$|[，。；])`
const ONLY_STAGE = new RegExp(`^[：—]+${STAGE_ALONE}`, 'u')
/** 3.县精神病院。10月底前开工: the same in the sentence behind a label. */
const STAGE_LINE = new RegExp(`^${STAGE_ALONE}`, 'u')

/** Whether a bare name is the label of its line, and the line tells a step of building. */
export function isLabelOfWorks(object: WorksObject, { text }: Ground, hits: readonly StageHit[]): boolean {
  const end = afterGloss(text, object.to)
  if (!/[：—]/u.test(text.charAt(end)) || !isAtHead(object, text)) return false
  if (ONLY_STAGE.test(text.slice(end, end + LONGEST))) return hits.length > 0
  return hits.some(
    ({ mood, status, from, clause }) =>
      mood === 'reached' &&
      status !== 'planned' &&
      from > end &&
      (OF_HOUSE.test(text.slice(clause.from, clause.to)) || SHARE_OF.test(text.slice(clause.from, clause.to))),
  )
}

/** 2、县急救中心（公共卫生中心）： whether works are all that their line says, so that the line below tells of them. */
export function isLabelLine({ from, to }: WorksObject, text: string): boolean {
  return OPENS_ITEM.test(text.slice(0, from)) && text.endsWith('：') && afterGloss(text, to) === text.length - 1
}
