/** Who takes part in a program that a sentence names, in which role, how far along, and when. */
import type { RelationClaim } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { findDates, type DateContext, type FoundDate } from '../sentence/dates.ts'
import { isLocal } from '../sentence/place.ts'
import { MOST_CLAUSE, type BareSpan } from './bare-text.ts'
import { isHelper, isReliedOn, STOPS, supportsAfter } from './helpers-told.ts'
import {
  hospitalOfDepartment,
  hospitalsNext,
  hospitalsOfSentence,
  isWon,
  joined,
  subjectOfSentence,
  thatHospital,
} from './hospitals-told.ts'
import { looksBack } from './looks-back.ts'
import { officesTold, ownersOf, partsOfHome, seatAfter, toldToRun, widerPlace } from './places-told.ts'
import { regionsOfPair } from './region-pairs.ts'
import { headerAt, statusOf } from './status.ts'
import { bearsTitle, buildersOf, hostOf } from './title-bearers.ts'
import { carriedOutBy, guidedHospital, inOrder, isAskedByOffice, rulerOf } from './told-whom.ts'

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
  /** A title of hospitals: one whose name follows at once bears it. */
  readonly isTitle: boolean
}

type Role = 'lead' | 'partner'

type Clause = BareSpan

const LEAD_IN = 8
const NONE: readonly never[] = []
/** Header words of a table: who is in charge, and what is only to be done. */
const IN_CHARGE = /责任单位|牵头单位|实施单位|承办单位|主办单位/u
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
  const helpers = mentions.filter(
    (mention) =>
      mention.label !== 'District' &&
      (isHelper(sentence.text, mention) || (isReliedOn(sentence.text, mention) && !isLocal(mention.entity, reading))),
  )
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
    const status = statusOf(reading, sentence, program)
    const year = yearOf(scene, program)
    for (const [subject, role] of partiesOf(scene, program, programs))
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
function partiesOf(scene: Scene, program: NamedProgram, programs: readonly NamedProgram[]): Iterable<[string, Role]> {
  const { mentions, helpers, sentence } = scene
  const roles = new Map<string, Role>()
  for (const lead of inOrder(sentence.text, { program, programs, leads: [...leadsOf(scene, program)] })) roles.set(lead, 'lead')
  const wins = isWon(sentence.text, program)
  for (const helper of helpers) {
    // 甲创建三级医院，与乙合作建立远程会诊基地: 乙 helps with another thing than the grade.
    const isNear = helper.from >= program.clause.from && helper.to <= program.clause.to
    // 联合乙组建集团，被列为某试点: with the group, and not with the title that it won.
    const isEarlier = helper.to <= program.clause.from && !wins
    const helps =
      isNear ||
      (!program.forHospitals && (isEarlier || supportsAfter(sentence.text, scene.bodies, { helper, after: program.clause.to, roles })))
    if (helps && !roles.has(helper.entity)) roles.set(helper.entity, 'partner')
  }
  if (program.betweenRegions) {
    // 协作签约仪式在甲市举行: a place where it is held takes no part by that.
    const regions = mentions.filter(
      (mention) =>
        mention.label === 'District' &&
        mention.from >= program.to &&
        mention.to <= program.clause.to &&
        !/[在于赴]/u.test(sentence.text.charAt(chainStart(mentions, mention) - 1)),
    )
    const last = regions.at(-1)
    if (last !== undefined && !roles.has(last.entity)) roles.set(last.entity, 'partner')
  }
  return roles
}

/** Where the divisions begin that stand before one without a gap: 四川省 of 四川省眉山市东坡区. */
function chainStart(mentions: readonly SentenceMention[], last: SentenceMention): number {
  const before = mentions.find(({ label, to }) => label === 'District' && to === last.from)
  return before === undefined ? last.from : chainStart(mentions, before)
}

function leadsOf(scene: Scene, program: NamedProgram): Iterable<string> {
  const { reading, sentence, mentions, bodies, inCharge } = scene
  const { clause } = program
  const words = sentence.text.slice(clause.from, program.from)
  // 我院作为国家区域医疗中心（江州大学一附院云溪医院）建设主体
  if (program.isTitle && reading.document.speaker !== null && OURS.test(words)) return [reading.document.speaker]
  // 国家区域医疗中心江州大学一附院云溪医院
  const titled = program.isTitle ? bodies.find((body) => bearsTitle(sentence.text, body, program)) : undefined
  if (titled !== undefined) return [titled.entity]
  const builders = program.isTitle ? buildersOf(reading, { text: sentence.text, mentions }, program) : NONE
  if (builders.length > 0) return builders
  const owned = program.isTitle ? bodies.find(({ label, to }) => label === 'Hospital' && to === program.from) : undefined
  if (owned !== undefined) return [owned.entity]
  const seat = program.isTitle ? seatAfter(scene, program) : undefined
  if (seat !== undefined) return [seat]
  const parts = partsOfHome(scene, program)
  if (parts.length > 0) return parts
  const carrier = carriedOutBy(sentence.text, scene.bodies, program) ?? carriedOutBy(sentence.text, scene.helpers, program)
  if (carrier !== undefined) return [carrier]
  const part = widerPlace(scene, program) ?? hospitalOfDepartment(scene, program)
  if (part !== undefined) return [part]
  // 医院荣获全市“平安医院”称号: at which level it was won.
  const level = HONOURED.test(words) || CARRIED.test(words) ? null : OF_HOME.exec(words)
  // 我区“山水城”建设 on the page of a hospital, and of a district that the page does not tell
  const told = level === null ? undefined : reading.document.home.findLast(({ name }) => name.endsWith(level[2] ?? ''))
  if (level?.[1] === '我' && !program.betweenRegions) return told === undefined ? NONE : [told.id]
  if (told !== undefined && told === reading.document.home.at(-1)) return [told.id]
  const runner = toldToRun(scene, program)
  if (runner !== undefined) return [runner]
  const owners = ownersOf(scene, program)
  if (owners.length > 0) return program.betweenRegions ? new Set([...owners, ...speakerOf(reading)]) : owners
  if (inCharge.length > 0) return inCharge.map((mention) => mention.entity)
  const office = officesTold(scene, program)
  const isWider = reading.document.home.some(({ id }) => id === office)
  if (office !== undefined) return program.betweenRegions && !isWider ? new Set([office, ...speakerOf(reading)]) : [office]
  const before = bodies.filter((mention) => mention.from >= clause.from && mention.to <= program.from)
  const own = ownOfItem(sentence.text, before, program)
  if (own !== undefined) return [own.entity]
  const first = before[0]
  const host = first === undefined ? null : hostOf(reading, sentence.text, { first, program })
  if (host !== null) return [host]
  if (first !== undefined && (program.forHospitals || first.from - clause.from <= LEAD_IN) && !isPartOfName(sentence, program, before))
    return joined(sentence.text, before, first).map((mention) => mention.entity)
  const raised = first === undefined ? hospitalsOfSentence(scene, program) : NONE
  if (raised.length > 0) return raised
  const subject = first === undefined && !program.betweenRegions ? subjectOfSentence(scene, program) : undefined
  if (subject !== undefined) return [subject]
  const named = thatHospital(scene, program)
  if (named !== undefined && NAMES_IT.test(words)) return [named]
  const guided = guidedHospital(scene, program)
  if (guided !== undefined) return [guided]
  const ruler = rulerOf(reading, words)
  if (ruler !== undefined) return [ruler]
  const home = reading.document.speaker === null ? undefined : reading.document.home.at(-1)
  if (home !== undefined && isAskedByOffice(reading, sentence)) return [home.id]
  if (named !== undefined) return [named]
  const next = hospitalsNext(scene, program)
  if (next.length > 0) return next
  const speaker = speakerOf(reading)
  return speaker.length > 0 || !program.betweenRegions ? speaker : regionsOfPair(reading, sentence.text.slice(program.from, program.to))
}

/** Who speaks: a hospital, else the home. */
function speakerOf(reading: Reading): readonly string[] {
  if (reading.document.speaker !== null) return [reading.document.speaker]
  const home = reading.document.home.at(-1)
  return home === undefined ? [] : [home.id]
}

/** 甲院改扩建项目、乙院应急能力提升工程: the body right before the name, in an item of its own, or helped by others: 希望丙院在丁院创建三甲方面支持. */
function ownOfItem(text: string, before: readonly SentenceMention[], { from, forHospitals }: NamedProgram): SentenceMention | undefined {
  const own = before.at(-1)
  const start = before.at(-2)?.to
  if (own?.to === from && start !== undefined && forHospitals && HELPS.test(text.slice(start, own.from))) return own
  return own?.to === from && start !== undefined && /[^、和](?:、|和|与|及|以及)$/u.test(text.slice(start, own.from)) ? own : undefined
}

const OURS = /^[^，。；]{0,12}[我本]院(?:是|作为|成为|获批|入选|创建|建设)[^，。；]{0,4}$/u
/** 支持该院建设某中心: no other than that one is supported. */
const NAMES_IT = /该院|该医院/u
const HELPS = /(?:[在对]|支持|助力|帮助|指导|推动|协助|助推|帮扶)$/u
const HONOURED = /(?:荣获|获评|获得|授予|评为|入选|参加)[^，。；]*全[省市县区旗州][“"]?$/u
/** 甲医院承担全县“两癌”筛查: for all of the home, and not by it. */
const CARRIED = /(?:承担|承接|承办|负责|牵头)[^，。；]{0,4}全[省市县区旗州][“"]?$/u
const OF_HOME = /([我全])(省|自治区|市|县|区|旗|州|盟)的?[“"]?$/u

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

/** The dates of a sentence, left to right; periods, limits and what the titles of other papers say are no year of a program. */
function datesOf(reading: Reading, sentence: Sentence): FoundDate[] {
  const context: DateContext = { year: reading.document.year, published: reading.document.published, section: sentence.section }
  const dates = findDates(sentence.text, context).filter((date) => date.endYear === undefined && date.bound === 'at')
  if (dates.length === 0 || !sentence.text.includes('《')) return dates
  const titles = matchesOf(TITLE, sentence.text).map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
  return dates.filter(({ from, to }) => !titles.some((title) => title.from < from && to < title.to))
}

const TITLE = /《[^》]*》/gu
/** 提前达到2030年的目标值. */
const AIMED_AT = /^的?(?:目标|远景|愿景)/u

/** 2023年，… · 7月6日，…: a date that holds for what follows, no part of a name (2021年度考核). */
function framesFrom(text: string, date: FoundDate): boolean {
  return (
    !FOUNDED.test(text.slice(Math.max(0, date.from - 4), date.from)) &&
    (/^(?:以来|起|初|底|末|上半年|下半年|上午|下午|期间)?[，,]/u.test(text.slice(date.to)) ||
      /(?:^|[；。]).{0,6}$/u.test(text.slice(Math.max(0, date.from - 8), date.from)))
  )
}

/** 始建于1985年，…: of the house. */
const FOUNDED = /(?:[始兴]?建|成立|创建|创办|组建|落成)[于自]?$/u

/** The date that holds for a clause: the last framing one before it, with none of another year that opens a clause since. */
function frameBefore({ sentence, dates }: Scene, clause: Clause): FoundDate | undefined {
  const before = dates.filter((date) => date.to <= clause.from)
  const frame = before.findLast((date) => framesFrom(sentence.text, date))
  const opening = before.findLast((date) => date === frame || /[，；。]/u.test(sentence.text.charAt(date.from - 1)))
  return frame?.year === opening?.year ? frame : undefined
}

/** 过去的一年，…, in a report of the first months of a year. */
const PAST_YEAR = /过去的?一年|一年来(?!，?我国)/u
const LAST_OF_REVIEWS = 4
/** What is next in a paper of October is for the months that are left; annual reviews come later. */
const LAST_WITHIN = 10
const isWithinYear = (published: string | null): boolean => published !== null && Number(published.slice(5, 7)) <= LAST_WITHIN

function yearOf(scene: Scene, { clause, from }: NamedProgram): number | undefined {
  const { reading, sentence, dates } = scene
  const inClause = dates.filter((date) => date.from >= clause.from && date.to <= clause.to && !AIMED_AT.test(sentence.text.slice(date.to)))
  // 总结2019年工作和今年以来某防控工作: the nearest before the name.
  const nearest = inClause.findLast((date) => date.to <= from)
  const thisYear = reading.document.published === null ? reading.document.year : Number(reading.document.published.slice(0, 4))
  if (nearest !== undefined && thisYear !== null && sentence.text.slice(nearest.to, from).includes('今年')) return thisYear
  const told = nearest ?? inClause[0] ?? frameBefore(scene, clause)
  if (told !== undefined) return told.year
  if (PAST_YEAR.test(sentence.text) && Number(reading.document.published?.slice(5, 7) ?? 12) <= LAST_OF_REVIEWS && thisYear !== null)
    return thisYear - 1
  // “十三五”时期通过复审: in no year that is told.
  if (sentence.section.kind === 'other' || (sentence.section.kind === 'plan' && looksBack(reading, sentence.text))) return undefined
  const { kind, year } = sentence.section
  if (kind === 'plan' && year !== undefined && thisYear === year - 1 && isWithinYear(reading.document.published)) return thisYear
  return year ?? reading.document.year ?? undefined
}
