/** Turns what was read of works into mentions and claims. */
import type { Claim, Mention, RelationClaim, Statement } from '../../../cypher/model/index.ts'
import type { AttributeValues } from '../../../cypher/model/attributes.ts'
import { projectStage, type ProjectStatus } from '../../../cypher/model/statuses.ts'
import type { Reading } from '../../reading.ts'
import { spanOf, type Sentence } from '../../read/sentence.ts'
import type { Place } from './place.ts'
import { findDates, type DateContext, type FoundDate } from '../sentence/dates.ts'
import type { Figure } from './figures.ts'
import { isHeadline } from './stages/foretold.ts'
import type { Ground } from './ground.ts'
import type { WorksObject } from './objects/objects.ts'
import type { Owner } from './owners/named-owner.ts'
import { placeOf } from './owners/site-of.ts'
import { projectOf } from './objects/project-name.ts'
import type { Clause, StageHit } from './stages/stage-hits.ts'
import { FINISHED } from './stages/stage-mood.ts'
import type { Progress } from './stages/stages.ts'
import { kindOfText } from './objects/tail.ts'
import { isWeakStage } from './stages/weak-stages.ts'
import { within } from './within.ts'
import type { WorksKind } from './objects/words.ts'

/** One project with its owners, as later sentences may go on about it. */
export interface Told {
  readonly id: string
  readonly name: string
  readonly owners: readonly Owner[]
  readonly object: WorksObject
  /** The sentence that names it. */
  readonly sentence: Sentence
}

const JOINT_AT_HEAD = /^[暨和及与]/u

/** Names the project of an object and tells it: a mention, its kind of works, and where it stands. */
export function nameProject(
  object: WorksObject,
  owners: readonly Owner[],
  at: { reading: Reading; sentence: Sentence; works: WorksKind | undefined; into: Gathered },
): Told | undefined {
  const owner = owners[0]
  // 新院|暨指挥中心项目: half of a name, whose other half was read as another's.
  if (owner === undefined || (owner.label === 'District' && JOINT_AT_HEAD.test(object.tail))) return undefined
  const { id, name } = projectOf(object, owner)
  // 整体迁建甲医院新院区: the verb knows better than the new house.
  const works = at.works === 'relocation' ? at.works : (object.works ?? at.works ?? kindOfText(owner.campus))
  const attrs = works === undefined ? {} : { works }
  const span = spanOf(at.sentence, object.from, object.to)
  at.into.mentions.push({ entity: id, label: 'Project', name, aliases: [], attrs, ...span })
  for (const one of owners) if (one.implied !== undefined) at.into.mentions.push(one.implied)
  if (works !== undefined) at.into.claims.push(statement(at.sentence, { subject: id, key: 'works', value: works, rule: object.rule }))
  const place = placeOf(owner, object.tail, at.reading)
  if (place !== undefined)
    at.into.claims.push(
      relation(at.sentence, { type: 'LOCATED_IN', subject: id, object: place, attrs: {}, basis: 'name', rule: 'works/where-the-owner-is' }),
    )
  const told = { id, name, owners, object, sentence: at.sentence }
  at.into.told.push(told)
  return told
}

export interface Gathered {
  readonly mentions: Mention[]
  readonly claims: Claim[]
  /** The furthest stage that the document told of a project so far. */
  readonly reached: Map<string, ProjectStatus>
  /** Projects of which a stage word tells, and claims that rest on no more than a verb (推进甲医院新院建设). */
  readonly firm: Set<string>
  readonly weak: { readonly project: string; readonly claim: Claim }[]
  /** Every project as it was named, in order. */
  readonly told: Told[]
  /** Houses that a sentence names with their owner and tells nothing of. */
  readonly seen: { readonly object: WorksObject; readonly index: number; readonly paragraph: number }[]
}

/** Claims that the owners build it, and its status as a statement, with the year that goes with them. */
export function tellProgress(
  told: Told,
  progress: Progress,
  at: { sentence: Sentence; year: number | undefined; rule: string; into: Gathered; bare: boolean },
): void {
  const { sentence, rule, into } = at
  const isWeak = isWeakStage(progress, told, sentence)
  const first = into.claims.length
  const year = stillIn(told.id, progress, into) ?? at.year
  const status = newStatus(told.id, progress, into)
  // A headline may tell as done what the page only expects.
  if (
    status !== undefined &&
    status !== 'suspended' &&
    progress.hit !== undefined &&
    !isWeak &&
    !(isHeadline(sentence) && year !== undefined && FINISHED.has(status))
  )
    into.reached.set(told.id, status)
  if (progress.status === undefined && !at.bare) return
  const timed = status === undefined || year === undefined ? {} : { year }
  const attrs: AttributeValues = { ...(status === undefined ? {} : { status }), ...timed }
  for (const owner of told.owners)
    into.claims.push(relation(sentence, { type: 'CONSTRUCTS', subject: owner.entity, object: told.id, attrs, basis: 'text', rule }))
  if (status === undefined) return
  into.claims.push(statement(sentence, { subject: told.id, key: 'status', value: status, rule, ...timed }))
  if (year !== undefined) into.claims.push(statement(sentence, { subject: told.id, key: 'year', value: year, rule, year }))
  if (isWeak) into.weak.push(...into.claims.slice(first).map((claim) => ({ project: told.id, claim })))
  else into.firm.add(told.id)
}

/** 加快甲楼建设, in the plan behind a review that told it to be so far: what is so still, and was so in the year of the review. */
function stillIn(project: string, { planned, status }: Progress, into: Gathered): number | undefined {
  const before = into.reached.get(project)
  if (!planned || status !== 'under_construction' || before === undefined || projectStage(before) < projectStage(status)) return undefined
  const last = into.claims.findLast((claim) => claim.kind === 'statement' && claim.subject === project && claim.key === 'year')
  return last?.kind === 'statement' && typeof last.value === 'number' ? last.value : undefined
}

/**
 * The status that a sentence adds: none where the document told of a later stage before, for a plan that goes on about
 * finished works undoes nothing (readings.md, row 51).
 */
function newStatus(project: string, { status, planned }: Progress, into: Gathered): ProjectStatus | undefined {
  if (status === undefined || status === 'suspended') return status
  const before = into.reached.get(project)
  // 完成主体 in the plan for works that are still on paper: they do not run yet.
  if (planned && before !== undefined && projectStage(before) < projectStage('started')) return undefined
  if (before !== undefined && projectStage(before) > projectStage(status)) return undefined
  return status
}

/** Projects of a sentence among which figures that are told together are shared out; undefined where there is one of each sort. */
export function sharersOf(figures: readonly Figure[], told: readonly Told[], sentence: Sentence): readonly Told[] | undefined {
  const [first] = figures
  const most = first === undefined ? 0 : figures.filter(({ key }) => key === first.key).length
  if (most < 2) return undefined
  const all = told.filter((one) => one.sentence === sentence)
  return all.length === most ? all : []
}

/** Statements of figures, the first of each sort. */
export function tellFigures(told: Told, figures: readonly Figure[], at: { sentence: Sentence; rule: string; into: Gathered }): void {
  const seen = new Set<string>()
  for (const { key, value, upper, approx } of figures) {
    if (seen.has(key) || (isPaid(key) && isAimed(at.sentence))) continue
    seen.add(key)
    const limits = { ...(upper === undefined ? {} : { upper }), ...(approx === undefined ? {} : { approx }) }
    at.into.claims.push(
      statement(at.sentence, {
        subject: told.id,
        key,
        value,
        rule: at.rule,
        ...limits,
        ...(at.sentence.section.year === undefined ? {} : { year: at.sentence.section.year }),
      }),
    )
  }
}

function isPaid(key: Figure['key']): boolean {
  return key === 'invested' || key === 'investedInYear'
}

const PAID_BY_NOW = /已|累计|截至|目前|到位/u

/** 明年计划: 完成投资6000万元 is what is to be paid. */
function isAimed({ section, row, text }: Sentence): boolean {
  return section.kind === 'plan' && row === undefined && !PAID_BY_NOW.test(text)
}

/** Says where works stand, as the sentence itself tells it: 选址太湖街道. */
function tellPlace(told: Told, district: string, at: { sentence: Sentence; into: Gathered }): void {
  at.into.claims.push(
    relation(at.sentence, { type: 'LOCATED_IN', subject: told.id, object: district, attrs: {}, basis: 'text', rule: 'works/site' }),
  )
}

/** 该项目位于南湖区: where a sentence says that works stand holds against where their owner is. */
export function keepToldSites({ claims }: Gathered): void {
  const sited = new Map(
    claims.flatMap((claim) => (claim.kind === 'relation' && claim.rule === 'works/site' ? [[claim.subject, claim.object]] : [])),
  )
  if (sited.size === 0) return
  const kept = claims.filter((claim) => {
    if (claim.kind !== 'relation' || claim.rule !== 'works/where-the-owner-is') return true
    const site = sited.get(claim.subject)
    return site === undefined || site === claim.object
  })
  if (kept.length < claims.length) claims.splice(0, claims.length, ...kept)
}

/** Says where works stand for each division that a clause names as their site. */
export function tellSites(told: readonly Told[], clauses: readonly Clause[], { ground, place }: { ground: Ground; place: Place }): void {
  for (const mention of clauses.flatMap((clause) => within(ground.mentions, clause.from, clause.to))) {
    if (mention.label !== 'District') continue
    if (!/(?:选址|位于|坐落于?|落户|选址于|选址在|地址)$/u.test(ground.text.slice(Math.max(0, mention.from - 4), mention.from))) continue
    for (const one of told) tellPlace(one, mention.entity, { sentence: place.sentence, into: place.into })
  }
}

/** A statement that a sentence makes. */
export function statement(sentence: Sentence, said: Omit<Statement, 'kind' | 'start' | 'end'>): Statement {
  return { kind: 'statement', start: sentence.start, end: sentence.end, ...said }
}

function relation(sentence: Sentence, said: Omit<RelationClaim, 'kind' | 'start' | 'end'>): RelationClaim {
  return { kind: 'relation', start: sentence.start, end: sentence.end, ...said }
}

/** What a sentence's dates are told against. */
export function dateContext({ reading, sentence, told }: Place): DateContext {
  return { year: reading.document.year, published: reading.document.published, section: sentence.section, told }
}

/** The year of a status: a date of its own clause, one that frames the sentence, else that of the review or plan. */
export function yearOf(progress: Progress, dates: readonly FoundDate[], at: Timed): number | undefined {
  const year = yearTold(progress, dates, at)
  const { published } = at.context
  // Nothing is reached in a year after the page.
  return year !== undefined && published && !progress.planned && year > Number(published.slice(0, 4)) ? undefined : year
}

const DAY_AT_HEAD = /^(?:本月)?(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日(?!报|前|常)/u

interface Timed {
  readonly context: DateContext
  readonly hits: readonly StageHit[]
  readonly masked: string
}

/** 近年来，甲楼相继开工: in no one year. */
const OF_YEARS = /^(?:近年来|近[几两三五]年来?|多年来|[三五几]年来|过去[^，。；]{1,3}年)/u

function yearTold(progress: Progress, dates: readonly FoundDate[], at: Timed): number | undefined {
  const { hit, status, planned } = progress
  if (status === undefined || status === 'suspended') return undefined
  if (hit !== undefined) {
    const opening = /^[^，。；：□]*(?=[，：])/u.exec(at.masked)?.[0].length ?? 0
    const before = at.hits
      .filter((other) => other.to <= hit.from && other.clause.from === hit.clause.from && !isOneDeed(at.masked.slice(other.to, hit.from)))
      .at(-1)
    // 2022年启动的某楼工程封顶: a date before 的 is not that of the deed.
    const since = Math.max(
      hit.clause.from,
      before?.to ?? 0,
      hit.clause.from + at.masked.slice(hit.clause.from, hit.from).lastIndexOf('的') + 1,
    )
    const own = within(dates, since, hit.to).findLast((date) => date.endYear === undefined && date.bound !== 'since')
    const after = within(dates, hit.to, hit.clause.to).find((date) => date.endYear === undefined)
    const dated = own ?? (hits(at.hits, hit) ? undefined : after)
    if (dated !== undefined) return dated.year
    const frame = within(dates, 0, Math.min(hit.clause.from, opening)).find((date) => date.bound === 'at' && date.endYear === undefined)
    // 项目于2015年开工，现主体已竣工: the date of another stage frames nothing.
    if (frame !== undefined && !at.hits.some((other) => other !== hit && other.to <= opening))
      // 2019年8月，甲楼启用；2021年启动乙楼建设，现已封顶: nor does it what another year was told of.
      return within(dates, opening, hit.clause.from).some(({ relative, year }) => !relative && year !== frame.year) ? undefined : frame.year
    const alone = framingDate(dates, hit, at.masked)
    if (alone !== undefined) return alone.year
  }
  const { section, published } = at.context
  // 15日 门诊楼竣工: a day alone is one of the year that the chronicle or the page is of.
  if (DAY_AT_HEAD.test(at.masked) && section.kind === 'other')
    return published ? Number(published.slice(0, 4)) : (at.context.year ?? undefined)
  if (OF_YEARS.test(at.masked)) return undefined
  if ((planned && section.kind !== 'plan') || section.isSpan === true) return undefined
  // 下一步，…: a plan without its year.
  return section.kind === 'other' ? undefined : (section.year ?? (section.kind === 'plan' ? undefined : (at.context.year ?? undefined)))
}

/** 近年来持续加大投入，2021年，甲楼建成投用，乙楼封顶: the date that is a clause of its own, of what stands behind it. */
function framingDate(dates: readonly FoundDate[], hit: StageHit, masked: string): FoundDate | undefined {
  const last = dates.findLast(
    ({ from, to }) => to <= hit.clause.from && masked.charAt(to) === '，' && from > 0 && '，；。：'.includes(masked.charAt(from - 1)),
  )
  if (last?.bound !== 'at' || last.endYear !== undefined) return undefined
  return SINCE_THEN.test(masked.slice(last.to, hit.to)) ? undefined : last
}

const SINCE_THEN = /[；。]|目前|正在?|现[已在主]|如今|截至|今年|去年|明年|下一步/u

/** 于2008年底建成并投入使用: one deed in two words, with one date. */
function isOneDeed(between: string): boolean {
  return between === '' || between === '并' || between === '并正式'
}

/** Whether another stage follows in the same clause, to which a later date belongs. */
function hits(all: readonly StageHit[], hit: StageHit): boolean {
  return all.some((other) => other.from >= hit.to && other.clause.from === hit.clause.from)
}

/** 原计划9月投用. */
const ONCE_MEANT = /原(?:先|本|来)?(?:计划|定|拟|预计)/u

/** Characters in which a date stands as a clause of its own. */
const FRAME = 10

/** The year in which works are to be finished: 预计2026年投用, 2025年底动工、2029年初投用. */
export function expectedYear(
  all: readonly StageHit[],
  dates: readonly FoundDate[],
  at: { masked: string; published?: string | null },
): number | undefined {
  for (const hit of all) {
    if (hit.status !== 'completed' && hit.status !== 'in_use') continue
    if (hit.mood === 'denied' || hit.mood === 'reached') continue
    if (ONCE_MEANT.test(at.masked.slice(hit.clause.from, hit.from))) continue
    const before = all
      .filter((other) => other.to <= hit.from && other.clause.from === hit.clause.from && other.status !== hit.status)
      .at(-1)
    const since = Math.max(hit.clause.from, before?.to ?? 0)
    const date = lastOf(within(dates, since, hit.from)) ?? (before === undefined ? dateClause(dates, since, at.masked) : undefined)
    if (date !== undefined) return isPast(date, at.published) ? date.year + 1 : date.year
  }
  return undefined
}

function lastOf(dates: readonly FoundDate[]): FoundDate | undefined {
  return dates.findLast((one) => one.endYear === undefined && one.bound !== 'since')
}

/** 到今年底，还将建成甲医院: the clause before is nothing but the date. */
function dateClause(dates: readonly FoundDate[], since: number, masked: string): FoundDate | undefined {
  const isDate = /[底末前月]，$|(?:预计|计划|有望|力争)\d{4}年，$/u.test(masked.slice(Math.max(0, since - FRAME), since))
  return isDate ? lastOf(within(dates, since - FRAME, since - 1)) : undefined
}

/** 预计10月投用 on a page of August: the month that is still to come. */
function isPast({ relative, date }: FoundDate, published: string | null | undefined): boolean {
  return relative && date.length >= 7 && typeof published === 'string' && published.length >= 7 && date.slice(0, 7) < published.slice(0, 7)
}

/** Dates of a sentence with the context that they need. */
export function datesOf(place: Place): readonly FoundDate[] {
  return findDates(place.sentence.text, dateContext(place))
}
