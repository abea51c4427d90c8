/** Who takes part in a program that a sentence names, in which role, how far along, and when. */
import type { RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { findDates, type DateContext, type FoundDate } from '../dates.ts'
import { unitTable } from '../unit-table.ts'
import type { BareSpan } from './bare-text.ts'
import { looksBack } from './looks-back.ts'
import { programWords } from './rules.ts'

/** A program as a sentence names it; the span is in `Sentence.text`. */
export interface NamedProgram {
  readonly entity: string
  readonly rule: string
  readonly from: number
  readonly to: number
  /** The clause that it stands in. */
  readonly clause: Clause
  /** Hospitals are raised in grade, not districts: their names before it take part. */
  readonly forHospitals: boolean
  /** Aid between regions: both take part. */
  readonly betweenRegions: boolean
}

type Status = 'planned' | 'in_effect' | 'achieved'
type Role = 'lead' | 'partner'

type Clause = BareSpan

/** Characters on either side of a name that its clause may have: work stays linear in texts without stops. */
const MOST_CLAUSE = 200
const STOPS = unitTable('，。；：！？\t|')
const HELPED_BY = /(?:结合|整合|联合|携手|会同|借助|依托|邀请|由|在|与)$/u
/** 联合甲大学开展: a partner, whatever follows. */
const JOINED_BY = /(?:联合|携手|会同)$/u
const HELP_AFTER =
  /^(?:提供|给予|的?(?:优势|技术|专家|力量|资源|优质|医疗|医学)|(?:大力)?(?:支持|指导|帮助|协助|参与|合作(?!领域|关系|范围|空间)|共同|联合)|等(?:单位|资源|力量)?)/u
const LEAD_IN = 8
const PLANNED_AFTER = /^(?:工作|建设|项目)?(?:计划(?!生育)|拟|将|力争|即将|预计|有望)/u
/** Header words of a table: who is in charge, and what is only to be done. */
const IN_CHARGE = /责任单位|牵头单位|实施单位|承办单位|主办单位/u
const TO_DO = /计划|安排|打算|目标/u
/** The hospital that the text has just named. */
const THAT_HOSPITAL = /(?:该院|该医院|该中心)/u
const DONE_AFTER =
  /^(?:工作|任务|项目|建设|创建)*(?:第[一二三四五六七八九十\d]+[轮次](?!年)|周期性|省级|国家级?|市级|首轮|终期|中期|首次|现场|技术)*(?:$|[，。；、和与及]|称号|荣誉|(?!(?:19|20)\d{2}年)[0-9*]|(?:复审|复评|验收|评审|评估|考核)|率|全覆盖|目标|的\S{0,3}(?:医院|县|区|市)(?:$|[，。；]))/u
const DONE_LATER =
  /(?:通过(?:了)?(?:\S{0,8})(?:复审|复评|验收|评审|评估|审核)|创建成功|实现全覆盖|全面完成|圆满完成|如期完成|已完成|完成率|成功创建|验收合格|^(?:工作|建设)?(?:复审|复评|验收|评审)?达标|获得?命名|收官)/u
const DONE_BEFORE =
  /(?:实现|通过|(?<!按时|确保|抓紧)完成|创成|成功创建|获批|获评|荣获|荣膺|建成|入选|成功入选|获批成为|成为|评为|认定为|命名为|获得|授予)(?:了|首批|全国|\S{0,6}|\S{0,30}(?:和|、|与|及)“?)?$/u
/** 他希望通过某计划，推动甲医院成为高地: what is wished. */
const WISHED = /希望|期待|愿(?!景)/u
const DENIED = /(?:尚未|没有|未能|未曾|还未|从未)/u
/** 2024年，我市将全面推进医共体建设，加快三级医院创建: what the sentence will do, clause by clause. */
const WILL = /将(?:要|会)?(?:全面|继续|持续|大力|进一步|深入|着力|重点|加快|推进|推动|开展|实施)(?!.*(?:已|目前))/u
/** 2025年，全省将按照要求…；落实某行动: the whole sentence looks ahead. */
const WILL_YEAR = /(?:^|[，。])(?:(?:19|20)\d{2}年|[明来]年|今后|接下来)，?[^，；。]{0,12}将(?!.*(?:已|目前))/u
const WILL_OPENS = /^(?:同时|此外|另外|下一步)?，?(?:还|也|并)?将/u
const DONE_IN_NAME = /(?:创成|成功创建|成功争创)/u

/** A sentence as all its programs see it: who helps, which other bodies it names, which dates it tells. */
interface Scene {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mentions: readonly SentenceMention[]
  readonly helpers: readonly SentenceMention[]
  /** Hospitals and bodies that are no helpers. */
  readonly bodies: readonly SentenceMention[]
  /** Bodies in the column of those in charge. */
  readonly inCharge: readonly SentenceMention[]
  readonly dates: readonly FoundDate[]
}

function sceneOf(reading: Reading, sentence: Sentence): Scene {
  const mentions = reading.mentions[sentence.index] ?? []
  const helpers = mentions.filter((mention) => mention.label !== 'District' && isHelper(sentence.text, mention))
  const bodies = mentions.filter(isBody)
  return {
    reading,
    sentence,
    mentions,
    helpers,
    bodies: helpers.length === 0 ? bodies : bodies.filter((mention) => !helpers.includes(mention)),
    inCharge: sentence.row === undefined ? [] : bodies.filter((mention) => IN_CHARGE.test(headerAt(sentence, mention.from))),
    dates: datesOf(reading, sentence),
  }
}

/** Claims that those who take part in each program of a sentence make. */
export function claimParticipation(reading: Reading, sentence: Sentence, programs: readonly NamedProgram[]): RelationClaim[] {
  const claims: RelationClaim[] = []
  const scene = sceneOf(reading, sentence)
  for (const program of programs) {
    const status = statusOf(scene, program)
    const year = yearOf(scene, program)
    for (const [subject, role] of partiesOf(scene, program))
      claims.push({
        kind: 'relation',
        type: 'PARTICIPATES_IN',
        subject,
        object: program.entity,
        attrs: year === undefined ? { role, status } : { role, status, year },
        basis: 'text',
        start: sentence.start,
        end: sentence.end,
        rule: role === 'lead' ? program.rule : 'programs/helped-by',
      })
  }
  return claims
}

/** Whether what stands before a name in its clause says that there is no such program yet (尚未启动…建设). */
export function isDenied(before: string): boolean {
  return DENIED.test(before)
}

/** The clause around a span, no longer on either side than clauses are. */
export function clauseOf(text: string, span: Clause): Clause {
  let { from, to } = span
  const first = Math.max(0, from - MOST_CLAUSE)
  const last = Math.min(text.length, to + MOST_CLAUSE)
  while (from > first && STOPS[text.charCodeAt(from - 1)] !== 1) from--
  while (to < last && STOPS[text.charCodeAt(to)] !== 1) to++
  return { from, to }
}

/** Leads first: the bodies that the clause is about, else the home; then those who help, by the words around their names. */
function partiesOf(scene: Scene, program: NamedProgram): Iterable<[string, Role]> {
  const { mentions, helpers, sentence } = scene
  const roles = new Map<string, Role>()
  for (const lead of leadsOf(scene, program)) roles.set(lead, 'lead')
  for (const helper of helpers) {
    // 甲创建三级医院，与乙合作建立远程会诊基地: 乙 helps with another thing than the grade.
    const isNear = helper.from >= program.clause.from && helper.to <= program.clause.to
    if (!roles.has(helper.entity) && (isNear || !program.forHospitals)) roles.set(helper.entity, 'partner')
  }
  if (program.betweenRegions) {
    // 协作签约仪式在甲市举行: a place where it is held takes no part by that.
    const regions = mentions.filter(
      ({ label, from, to }) =>
        label === 'District' && from >= program.to && to <= program.clause.to && sentence.text.charAt(from - 1) !== '在',
    )
    const last = regions.at(-1)
    if (last !== undefined && !roles.has(last.entity)) roles.set(last.entity, 'partner')
  }
  return roles
}

function isHelper(text: string, mention: SentenceMention): boolean {
  if (JOINED_BY.test(text.slice(Math.max(0, mention.from - 2), mention.from))) return true
  return HELPED_BY.test(text.slice(Math.max(0, mention.from - 4), mention.from)) && HELP_AFTER.test(text.slice(mention.to, mention.to + 8))
}

function leadsOf(scene: Scene, program: NamedProgram): readonly string[] {
  const { reading, sentence, bodies, inCharge } = scene
  const { clause } = program
  const part = partOfHome(scene, program)
  if (part !== undefined) return [part]
  if (inCharge.length > 0) return inCharge.map((mention) => mention.entity)
  const before = bodies.filter((mention) => mention.from >= clause.from && mention.to <= program.from)
  const own = ownOfItem(sentence.text, before, program)
  if (own !== undefined) return [own.entity]
  const first = before[0]
  if (first !== undefined && (program.forHospitals || first.from - clause.from <= LEAD_IN) && !isPartOfName(sentence, program, before))
    return joined(sentence.text, before, first).map((mention) => mention.entity)
  const named = THAT_HOSPITAL.test(sentence.text.slice(clause.from, program.from)) ? hospitalBefore(reading, sentence) : undefined
  if (named !== undefined) return [named]
  if (reading.document.speaker !== null) return [reading.document.speaker]
  const home = reading.document.home.at(-1)
  return home === undefined ? [] : [home.id]
}

/** 甲院改扩建项目、乙院应急能力提升工程: the body right before the name, in an item of its own. */
function ownOfItem(text: string, before: readonly SentenceMention[], { from }: NamedProgram): SentenceMention | undefined {
  const own = before.at(-1)
  const start = before.at(-2)?.to
  return own?.to === from && start !== undefined && /[^、]、$/u.test(text.slice(start, own.from)) ? own : undefined
}

/** The township or county of the home that a clause is about: 指导附海镇开展国家卫生镇创建. */
function partOfHome({ reading, sentence, mentions }: Scene, { from, clause, betweenRegions }: NamedProgram): string | undefined {
  if (betweenRegions) return undefined
  const isHome = (entity: string): boolean => reading.document.home.some((place) => place.id === entity)
  const part = mentions.find(
    (mention) => mention.label === 'District' && mention.from >= clause.from && mention.to <= from && !isHome(mention.entity),
  )
  if (part === undefined || part.from - clause.from > 4) return undefined
  return /^(?:积极|成功|顺利|率先|全面|扎实|[将要正]|正在|计划|拟|持续)*(?:被?列入|入选|被?纳入|开展|创建|启动|实施|推进|推行|实行|争创|通过|获评|获批|完成|创成|承担|做好)/u.test(
    sentence.text.slice(part.to),
  )
    ? part.entity
    : undefined
}

/** The last hospital that the paragraph names before a sentence. */
function hospitalBefore(reading: Reading, sentence: Sentence): string | undefined {
  for (let index = sentence.index - 1; index >= 0 && reading.sentences[index]?.paragraph === sentence.paragraph; index--) {
    const last = (reading.mentions[index] ?? []).findLast((mention) => mention.label === 'Hospital')
    if (last !== undefined) return last.entity
  }
  return undefined
}

/** Header text of the table cell that stands at a place of a row; empty outside tables. */
function headerAt(sentence: Sentence, at: number): string {
  const index = sentence.row?.cells.findIndex((cell) => cell.from <= at && at < cell.to) ?? -1
  return sentence.row?.header[index] ?? ''
}

/** A hospital or a body that is no bureau: a bureau speaks for its district. */
function isBody(mention: SentenceMention): boolean {
  return (
    mention.label === 'Hospital' ||
    (mention.label === 'Institution' && mention.attrs['kind'] !== 'government' && mention.attrs['kind'] !== 'company')
  )
}

/** Whether 的 alone stands between the last name and the program: 县医院的… is still its own; 全国重点… of a title is none. */
function isPartOfName(sentence: Sentence, program: NamedProgram, before: readonly SentenceMention[]): boolean {
  const last = before.at(-1)
  return (
    last !== undefined &&
    /[与同跟]$/u.test(sentence.text.slice(Math.max(0, last.from - 1), last.from)) &&
    before.length === 1 &&
    !program.forHospitals
  )
}

/** The first body and those that stand beside it in one list. */
function joined(text: string, mentions: readonly SentenceMention[], first: SentenceMention): SentenceMention[] {
  const list = [first]
  for (const mention of mentions) {
    const last = list.at(-1)
    if (last !== undefined && mention.from >= last.to && /^[、和及与以]{1,2}$/u.test(text.slice(last.to, mention.from))) list.push(mention)
  }
  return list
}

/** What a sentence says before a clause, no farther back than a clause may be long. */
function sentenceBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - MOST_CLAUSE), at)
  return near.slice(near.lastIndexOf('；') + 1)
}

/** 将发挥区域医疗中心的辐射带动作用: it is one already. */
const AT_WORK = /^的?(?:龙头|辐射|带动|引领|示范|牵头|核心|平台|优势|支撑|骨干|[和与及、])+作用/u

function statusOf({ reading, sentence }: Scene, program: NamedProgram): Status {
  const { text, section } = sentence
  const { lists } = programWords(reading.lexicon)
  const { clause } = program
  const before = text.slice(clause.from, program.from)
  const after = text.slice(program.to, clause.to)
  if (AT_WORK.test(after)) return 'in_effect'
  const near = sentenceBefore(text, clause.from)
  const planned =
    lists.planned.isIn(before) ||
    PLANNED_AFTER.test(after) ||
    WILL.test(near) ||
    (text.includes('将') && (WILL_OPENS.test(text) || WILL_YEAR.test(text.slice(0, clause.from))))
  if (planned || TO_DO.test(headerAt(sentence, program.from))) return 'planned'
  if (section.kind === 'plan' && !looksBack(reading, text))
    return lists.continuing.isIn(before) || /^(?:持续|继续|深入)/u.test(after) ? 'in_effect' : 'planned'
  const counted = /^\s*[\d*]/u.test(after) && /(?:完成|创建|创成|新创|建成|新增)/u.test(text.slice(clause.from, program.to))
  const done =
    !WISHED.test(before) &&
    (counted ||
      DONE_IN_NAME.test(text.slice(clause.from, program.to)) ||
      (DONE_AFTER.test(text.slice(program.to, program.to + MOST_CLAUSE)) && DONE_BEFORE.test(before.slice(-40))) ||
      DONE_LATER.test(after))
  return done ? 'achieved' : 'in_effect'
}

/** The dates of a sentence, left to right; periods, limits and what the titles of other papers say are no year of a program. */
function datesOf(reading: Reading, sentence: Sentence): FoundDate[] {
  const context: DateContext = { year: reading.document.year, published: reading.document.published, section: sentence.section }
  const dates = findDates(sentence.text, context).filter((date) => date.endYear === undefined && date.bound === 'at')
  if (dates.length === 0 || !sentence.text.includes('《')) return dates
  const titles = [...sentence.text.matchAll(TITLE)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
  return dates.filter(({ from, to }) => !titles.some((title) => title.from < from && to < title.to))
}

const TITLE = /《[^》]*》/gu

/** 2023年，… · 7月6日，…: a date that holds for what follows, no part of a name (2021年度考核). */
function framesFrom(text: string, date: FoundDate): boolean {
  return (
    /^(?:以来|起|初|底|末|上半年|下半年|上午|下午|期间)?[，,]/u.test(text.slice(date.to)) ||
    /(?:^|[；。]).{0,6}$/u.test(text.slice(Math.max(0, date.from - 8), date.from))
  )
}

function yearOf({ reading, sentence, dates }: Scene, { clause }: NamedProgram): number | undefined {
  const told =
    dates.find((date) => date.from >= clause.from && date.to <= clause.to) ??
    dates.findLast((date) => date.to <= clause.from && framesFrom(sentence.text, date))
  if (told !== undefined) return told.year
  if (sentence.section.kind === 'other') return undefined
  return sentence.section.year ?? reading.document.year ?? undefined
}
