/** Stages whose own date says that they have come, or are still to come, whatever the section is about. */
import type { Document } from '../../../../cypher/model/index.ts'
import type { Section } from '../../../read/sentence.ts'
import type { FoundDate } from '../../sentence/dates.ts'
import type { StageHit } from './stage-hits.ts'
import { aimAt } from './stage-mood.ts'
import { within } from '../within.ts'

/** Characters between a label and its date: 时间为. */
const MOST_LABEL = 5
/** 明年4月动工, 下月开工: still to come, whenever it is written. */
const NEXT_YEAR = /(?:明年|后年|来年|下个?月)[^，。；已了]{0,8}$/u

/** Stage words with a date that is still to come when the page is published: 2025年竣工 in 2023 is expected. */
export function withoutFuture(
  hits: readonly StageHit[],
  dates: readonly FoundDate[],
  { published, masked, section }: { readonly published: string | null; readonly masked: string; readonly section: Section },
): readonly StageHit[] {
  return hits.map((hit): StageHit => {
    if (hit.mood !== 'reached' || hit.status === 'planned') return hit
    if (NEXT_YEAR.test(masked.slice(hit.clause.from, hit.from))) return { ...hit, mood: aimAt(hit.status) }
    // A review that does not say when it was written tells of nothing after its year.
    const today = published ?? (section.kind === 'review' ? section.year?.toString() : undefined)
    const found = today === undefined ? undefined : dateOf(hit, dates)
    if (found !== undefined && isNext(hit, found, { hits, masked, published })) return { ...hit, mood: aimAt(hit.status) }
    const date = found?.date
    if (today === undefined || date === undefined) return hit
    const most = Math.min(date.length, today.length)
    return date.slice(0, most) > today.slice(0, most) ? { ...hit, mood: aimAt(hit.status) } : hit
  })
}

const BUILDS: ReadonlySet<string> = new Set(['started', 'under_construction'])
/** 9月份进场施工; 去年9月 and 已于9月 are over. */
const BARE_MONTH = /(?:^|[，；：□])(?:将|预计|计划)?于?$/u
const MONTH = 7

/** 完成招标，9月份进场施工, on a page of August: what has only been let begins in the month that is to come. */
function isNext(
  { status, from, clause }: StageHit,
  { relative, date, from: at }: FoundDate,
  { hits, masked, published }: { readonly hits: readonly StageHit[]; readonly masked: string; readonly published: string | null },
): boolean {
  if (!relative || !BUILDS.has(status) || published === null || published.length < MONTH || date.length < MONTH) return false
  const isAfter = date.slice(5, MONTH) > published.slice(5, MONTH) && Number(date.slice(0, 4)) === Number(published.slice(0, 4)) - 1
  if (!isAfter || !BARE_MONTH.test(masked.slice(clause.from - 1, at)) || /[已了]/u.test(masked.slice(at, from))) return false
  return hits.some((other) => other.to <= at && other.status === 'preliminary' && other.mood === 'reached')
}

/** Stage words of a plan with a month or a year that was over when the page was written: 2021年9月主体封顶 is no target. */
export function withPast(
  hits: readonly StageHit[],
  dates: readonly FoundDate[],
  written: { readonly published: string | null; readonly year: number | null },
): readonly StageHit[] {
  const today = written.published ?? (written.year === null ? undefined : String(written.year))
  if (today === undefined || dates.length === 0) return hits
  return hits.map((hit): StageHit => {
    const date = hit.mood === 'reached' ? dateOf(hit, dates) : undefined
    return date !== undefined && !date.relative && date.date.slice(0, today.length) < today.slice(0, date.date.length)
      ? { ...hit, dated: true }
      : hit
  })
}

function dateOf({ clause, from, to, labels }: StageHit, dates: readonly FoundDate[]): FoundDate | undefined {
  if (labels === true) return within(dates, to, to + MOST_LABEL).at(0)
  return within(dates, clause.from, from).findLast((one) => one.endYear === undefined && one.bound !== 'since')
}

/** The last month in which a report on a part of a year is written, by the words of its title. */
const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/上半年|半年(?:工作)?总结/u, '07'],
  [/前三季度|1-9月/u, '10'],
  [/(?:第?一|1)季度/u, '04'],
]

/** The day of a page, or, where it tells none, the month by which a report on the first half of a year is written. */
export function writtenBy({ published, title, year }: Pick<Document, 'published' | 'title' | 'year'>): string | null {
  if (published !== null || title === null || year === null || !/季度|半年|月/u.test(title)) return published
  const month = PERIODS.find(([words]) => words.test(title))?.[1]
  return month === undefined ? null : `${year}-${month}`
}
