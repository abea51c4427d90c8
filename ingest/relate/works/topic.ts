/** What a sentence about works leaves for the next, and how long it is spoken of. */
import type { SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { Place } from './place.ts'
import { isLabelLine } from './lists/label-lines.ts'
import { headsHospital, isBelowName } from './objects/headed-hospital.ts'
import { isHospitalItself, speaksOfItself } from './objects/itself.ts'
import { CAMPUS_NAME, type WorksObject } from './objects/objects.ts'
import { isNoticeTitle, isSideLine } from './objects/notice.ts'
import { POINT } from './lists/point.ts'
import { isWhole } from './same-works.ts'
import { afterGloss } from './objects/tail.ts'
import type { Gathered, Told } from './tell.ts'

/** What a sentence leaves for the next: the projects spoken of last. */
export interface Topic {
  readonly paragraph: number
  readonly told: readonly Told[]
  /** The paragraph that a line before it opens: 建设规模及内容：. */
  readonly opened?: number
}

/** Paragraphs after which nothing goes on about works any more. */
const MOST_PARAGRAPHS = 3
/** The same where a document has told of one project only: a notice says its figures point by point. */
const MOST_PARAGRAPHS_OF_ONE = 15
/** 项目总投资2亿元 at the head of a paragraph: what the paragraph before told of. */
const CARRIES_ON = new RegExp(
  String.raw`^(?:${POINT}|“)?(?:据(?:悉|了解|[^，。；]{0,6}介绍)，)?(?:目前，?|现|截至目前，?)?(?:(?:大楼|主楼|项目|工程|院区)?主体(?:结构|工程|建筑)?(?:已|施工|完|全|封)|各项前期(?:工作|手续)|(?:项目|工程|建设|施工|形象|目前|当前|最新|总体|实际|本周|本月|本旬|本季度|上周|上月|近期)*(?:进展|进度|现状|状态)(?:情况)?(?:：|为)|建设(?:起止)?(?:年限|工期|周期|时间|单位)：|(?:累计|已)?完成投资|(?:开工|竣工|封顶|投用|建成|完工)(?:时间|日期)：|资金来源：|存在(?:的)?问题：|(?:工程|施工|建设)(?:进度|进展)|(?:该|本)(?:[一二三四]期|迁扩建|改扩建|扩建|迁建|新建)?(?:项目|工程|院区|大?楼)|(?:项目|工程)?(?:主要)?建设(?:性质|规模|内容)|(?:项目|工程|新院区?|新大楼)(?:总|建设总|整体|全部|[东南西北]临|毗邻|占|位于|选址|坐落|计划|规划|拟|概算|估算|预计|于|自|分|资金|前期|正|现|工期|主体|已|目前|由|按|设|建成|建筑|用地|净用地|建设(?:规模|内容|地点|工期|期限|用地|总))|总投资|总建筑面积|总用地|建成后|(?:其中，?)?(?:(?:今[天日]|昨[天日]|当[天日]|此次|本次|这次|近日|\d{1,2}日)?(?:集中|正式)?(?:开工|动工|启动|奠基|竣工|投用)(?:建设)?的)?[一二三]期(?:项目|工程|建设)*(?:总|占|用|床|设|按|建筑|投资|概算))`,
  'u',
)

/** A heading over what is built or what it costs: 二、建设规模及内容. */
const SAYS_SIZE = /(?:建设|援建)(?:性质|规模|内容)|投资(?:估算|规模|及)/u

/** 二、项目建设内容：新建门诊楼…: what follows the label are parts of the works that the notice is about. */
export const SIZE_LINE = new RegExp(
  String.raw`^(?:${POINT})?(?:项目|工程|主要)?(?:主要)?建设(?:的?(?:规模|内容|性质))(?:[及和与、](?:主要)?(?:建设)?(?:规模|内容))?(?:：|为|包括)`,
  'u',
)

/** 院长介绍了基本情况，该项目总投资…; 甲医院西临某路，项目占地…: what the sentence says of the works after a clause or two. */
const COMES_TO =
  /^[^。；]{4,50}，(?:(?:该|本)?(?:项目|工程)|(?:该|这[座栋幢])(?:大?楼|大厦|院区))(?:工程)?(?:总|投资|建设总|共|占地|用地|规划|计划|概算|估算|建筑|位于|将于|预计|设)/u
const REPORTED = /(?:介绍|透露|告诉|表示|了解到|获悉|得知|说)[^，。；]{0,12}$/u

/** The clauses of a sentence before which somebody is only said to tell of the works. */
export function reportedFrom(text: string): number {
  const match = COMES_TO.test(text) ? /，(?:(?:该|本)?(?:项目|工程)|(?:该|这[座栋幢])(?:大?楼|大厦|院区))/u.exec(text) : null
  return match !== null && REPORTED.test(text.slice(0, match.index)) ? match.index + 1 : 0
}

const BY_NOW = /目前|截至|现|已|(?:预计|计划)(?=\d)/u

/** Words of stages in a line on what is built are parts of it (室外管网工程), unless it says how far they are by now. */
export function isStageSaid(text: string, at: number): boolean {
  return !SIZE_LINE.test(text) || BY_NOW.test(text.slice(0, at))
}

/** Whether a sentence goes on about the topic: in its paragraph, or at the head of a later one. */
export function speaksStillOf(topic: Topic, sentence: Sentence, into: Gathered): boolean {
  if (topic.paragraph === sentence.paragraph) return true
  if (topic.told.length !== 1 || sentence.paragraph - topic.paragraph > reachOf(into)) return false
  const [one] = topic.told
  if (one !== undefined && isHospitalItself(one) && speaksOfItself(sentence.text) >= 0) return true
  return CARRIES_ON.test(sentence.text) || COMES_TO.test(sentence.text) || isUnderSize(topic, sentence) || isUnderName(topic, sentence)
}

/** 现已完成三层浇筑, right under a heading that names the works. */
const TELLS_STATE = /^(?:现|目前|截至|已|主体|正在|今日进度)/u

function isUnderName({ told: [one] }: Topic, sentence: Sentence): boolean {
  if (one !== undefined && isBelowName(one, sentence)) return true
  if (one !== undefined && isPhaseLine(one, sentence) && MEASURES.test(sentence.text)) return true
  if (one !== undefined && isBelow(one, sentence) && SIZE.test(sentence.text) && isLabelLine(one.object, one.sentence.text)) return true
  if (one?.sentence.heading !== true || sentence.paragraph !== one.sentence.paragraph + 1) return false
  return TELLS_STATE.test(sentence.text) || (isWholeLine(one.object, one.sentence.text) && MEASURES.test(sentence.text))
}

/** 汉源大道以东，建筑面积3万平方米, right under 4、甲医院：. */
const SIZE = /(?:建筑面积|用地|占地|投资|床位|楼)[^，。；]{0,10}\d/u

function isBelow({ sentence: { paragraph } }: Told, next: Sentence): boolean {
  return next.paragraph === paragraph + 1
}

/** …分期施工的原则——一期项目: a line that ends with the phase which the next one measures. */
function isPhaseLine({ object, sentence: { text, paragraph } }: Told, next: Sentence): boolean {
  return OF_PROJECT.test(object.tail) && object.to === text.length && next.paragraph === paragraph + 1
}

/** 新建总建筑面积3万平方米, right under a line that is the name of works. */
const MEASURES =
  /^(?:该?项目|工程|新建|改建|扩建|规划|计划|拟|概算|估算|设计|总|建筑|占地|用地|用房|投资|位于|选址|坐落|地[处上下]|设[有置床]|开设|床位|\d{4}年)/u
/** The same of a campus, whose name alone may as well head what it does: its size, or how far its project is. */
const MEASURES_WORKS = /^(?:该?项目(?:总|于|位|选|占|规|计|拟|自|建)|新建(?:总|建筑|床|面积)|(?:规划)?总(?:投资|建筑|用地|占地)|概算|估算)/u

/** 二期项目: works by its words. */
const OF_PROJECT = /期(?:项目|工程)$/u

function isWholeLine({ from, to }: WorksObject, text: string): boolean {
  return from === 0 && afterGloss(text, to) >= text.length - 1
}

/** Whether a line names works and nothing else, of which the next one tells: 二、乡卫生院门诊楼; 6.甲医院康复楼。因征地原因停工. */
export function headsWorks(at: WorksObject, { reading, sentence, words }: Place): boolean {
  if (at.tail === '' && headsHospital(at, { reading, sentence })) return true
  if (at.tail === '' && !CAMPUS_NAME.test(sentence.text.slice(at.from, at.to))) return false
  const next = reading.sentences[sentence.index + 1]
  if (next === undefined) return false
  if (sentence.heading && isWholeLine(at, sentence.text) && !next.heading && next.paragraph === sentence.paragraph + 1)
    return (OF_PROJECT.test(at.tail) ? MEASURES : MEASURES_WORKS).test(next.text)
  if (isValueOfName(at, sentence.text) && isFirstLabel(next.text)) return true
  if (next.heading) return false
  if (at.from === 0 && at.to >= sentence.text.length - 1) return next.paragraph === sentence.paragraph && opensOnStage(next.text, words)
  if (!isEntry(at, sentence.text)) return false
  return sentence.heading
    ? TELLS_STATE.test(next.text)
    : next.paragraph === sentence.paragraph && (TELLS_OF.test(next.text) || opensOnStage(next.text, words))
}

/** 县医院门诊楼, 项目：县医院门诊楼: a line that is the name of works. */
function isValueOfName({ from, to }: WorksObject, text: string): boolean {
  const before = text.slice(0, from)
  return ENTRY_ENDS.test(text.slice(to)) && (from === 0 || IS_NAME_LABEL.test(before) || HEADING_NUMBER.test(before))
}

const IS_NAME_LABEL = /^(?:项目|工程)(?:名称)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?：$/u

/** 建设性质：新建, 总投资：2亿元, right under a line that only names works. */
function isFirstLabel(text: string): boolean {
  return /^(?:建设|项目|工程|总投资|投资|占地|规模|开工|进展|形象|概算|用地|建筑)[^，。；：]{0,8}：/u.test(text)
}

const MOST_STAGE = 12

/** 在建，建筑面积…; 装修中: the stage is all that the next sentence opens with. */
function opensOnStage(text: string, words: Place['words']): boolean {
  const opening = /^[^，。；：]{1,12}(?=[，。；]|$)/u.exec(text.slice(0, MOST_STAGE + 1))?.[0] ?? ''
  return words.stages.find(opening)[0]?.from === 0
}

const HEADING_NUMBER = new RegExp(`^(?:${POINT})$`, 'u')
/** What goes on about the works that an entry of a list is headed by. */
const TELLS_OF =
  /^(?:该?项目|工程|现|目前|截至|已|主体|正在|总|计划|规划|拟|占地|建筑|位于|选址|新建|投资|概算|估算|可研|立项|因|建设|设计|设置|预计|工期|完成|即将|[\d一二三四五六七八九十]+层|\d{4}年|\d{1,2}月|第?[一二三四1-4]季度|[上下]半年|[年月][初中底内]|[去今明]年)/u

/** 2、县医院门诊楼项目进展情况。 · （一）县医院门诊楼（项目代码2020-42） */
const ENTRY_ENDS =
  /^(?:（[^（）]{2,40}）)?(?:(?:建设|施工|推进|实施|工程)*(?:进展|进度|推进|建设|实施|完成|施工)(?:情况|进度)?(?:如下)?)?[。：]?$/u

/** Whether an object is all that a numbered line says. */
export function isEntry({ from, to }: { readonly from: number; readonly to: number }, text: string): boolean {
  return ENTRY_ENDS.test(text.slice(to)) && HEADING_NUMBER.test(text.slice(0, from))
}

/** Whether houses in a sentence are parts of what was spoken of: of a whole hospital, or of what a heading or an entry names. */
export function isOfWholeTopic(topic: Topic, sentence: Sentence): boolean {
  return (
    topic.told.length === 1 &&
    (isWhole(topic.told[0]?.object) || isUnderSize(topic, sentence) || isOfEntry(topic, sentence) || isOfThat(topic.told, sentence))
  )
}

/** 该项目总投资4亿元，门诊楼已封顶, of works that are no single house. */
function isOfThat([one]: readonly Told[], { text }: Sentence): boolean {
  return one !== undefined && /^(?:该|本)(?:建设)?(?:项目|工程)/u.test(text) && !/[楼房室]/u.test(one.object.tail)
}

/** Whether a sentence stands under a heading over what is built, or right behind the entry that names what is spoken of. */
export function isHeaded(topic: Topic | undefined, sentence: Sentence): boolean {
  return isUnderSize(topic, sentence) || (topic !== undefined && (isOfEntry(topic, sentence) || isUnderName(topic, sentence)))
}

/** Whether a sentence goes on, in its paragraph, about the works that the paragraph is headed by. */
function isOfEntry({ told: [one], paragraph }: Topic, sentence: Sentence): boolean {
  return (
    one !== undefined && paragraph === sentence.paragraph && one.sentence.paragraph === paragraph && isEntry(one.object, one.sentence.text)
  )
}

/** 项目建设性质：扩建. */
export const OF_KIND = /建设性质(?:为|：)?(新建|改扩建|扩建|迁建|改建)/u

/** Whether a sentence stands under a heading over what is built or what it costs. */
export function isUnderSize(topic: Topic | undefined, sentence: Sentence): boolean {
  return topic?.opened === sentence.paragraph || SAYS_SIZE.test(sentence.headings.at(-1) ?? '')
}

/** The topic as a sentence leaves it: a line that ends with a colon opens the next paragraph. */
export function openedBy(sentence: Sentence, topic: Topic | undefined): Topic | undefined {
  if (topic === undefined || !SAYS_SIZE.test(sentence.text)) return topic
  if (sentence.text.endsWith('：')) return { ...topic, opened: sentence.paragraph + 1 }
  return SIZE_LINE.test(sentence.text) ? { ...topic, opened: sentence.paragraph } : topic
}

/** Paragraphs over which the works of a document are spoken of. */
export function reachOf(into: Gathered): number {
  return onlyOne(into).length > 0 || isNotice(into) ? MOST_PARAGRAPHS_OF_ONE : MOST_PARAGRAPHS
}

/** 关于甲医院门诊楼项目的批复: works that the title of a notice names. */
function isNotice({ told: [first] }: Gathered): boolean {
  return first?.sentence.index === 0 && isNoticeTitle(first.sentence.text)
}

/** Whether a page is about one project, by its title: a notice of it, or its bare name. What else is built on the page are its parts. */
export function isPageOfOne(into: Gathered): boolean {
  const [one] = onlyOne(into)
  if (one === undefined || into.told[0]?.sentence.index !== 0) return false
  return isNotice(into) || isWhole(into.told[0].object) || into.told[0].object.to === into.told[0].sentence.text.length
}

/** The one project that a document has told of so far; empty where there are none or more. */
export function onlyOne({ told }: Gathered): readonly Told[] {
  const [first] = told
  return first !== undefined && told.every(({ id }) => id === first.id) ? [first] : []
}

/** The works of which a phase may be: the only ones, or the hospital itself where all others are of it too. */
export function wholeHere(into: Gathered): readonly Told[] {
  const [first] = into.told
  const only = onlyOne(into)
  if (only.length > 0 || first === undefined || !isHospitalItself(first)) return only
  return into.told.every(({ owners }) => owners.length === 1 && owners[0]?.entity === first.owners[0]?.entity)
    ? [into.told.find(({ id, object }) => id === first.id && object.tail === '') ?? first]
    : only
}

const SITE = /(?:位于|坐落|地点|选址|地址|毗邻|东临|西临|南临|北临|设在|设于|建在|建于)[^，。；]*$/u
/** Characters of a clause in which a site is told. */
const MOST_SITE = 40

/** 项目位于县医院东侧: a body that only says where. */
export function isSite(text: string, at: number): boolean {
  return SITE.test(text.slice(Math.max(0, at - MOST_SITE), at))
}

/** Whether a hospital that a sentence names ends a topic: one that its works are not for. */
export function leaves({ label, entity, from }: SentenceMention, { topic, text }: { topic: Topic; text: string }): boolean {
  if (label !== 'Hospital' || isSite(text, from) || isSideLine(text)) return false
  return !topic.told.some((told) => told.owners.some((owner) => owner.entity === entity))
}

/** 新医院占地150亩, behind a move or a new hospital that was told of: the same works. */
const NEW_HOSPITAL = /^(?:建成后的?|规划中的|未来的)?新(?:的)?(?:医院|院区?)(?!长)/u

/** Whether a clause opens with the new hospital that the works spoken of build. */
export function opensOnNewHospital(said: string, told: readonly Told[]): boolean {
  const [one] = told
  if (one === undefined || told.length > 1 || !NEW_HOSPITAL.test(said)) return false
  return one.object.works === 'relocation' || one.object.tail.startsWith('新')
}

/** 门诊楼、住院楼主体均已封顶, behind works of a whole hospital: its houses. */
const HOUSES =
  /^(?:其中，?)?[〇㐀-鿿]{1,5}?[楼部](?:[、和及][〇㐀-鿿]{1,5}?[楼部]){0,4}(?:的)?(?:主体|土建|基础)?(?:结构|工程|部分|施工)?(?:均|都|也|全部)?(?:已经?|正在|目前)(?!成为|是|有|达)/u

/** Whether a clause goes on with the houses of the works spoken of. */
export function opensOnHouses(said: string, topic: Topic | undefined, sentence: Sentence): boolean {
  return topic !== undefined && HOUSES.test(said) && isOfWholeTopic(topic, sentence)
}
