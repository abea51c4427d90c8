/** Stages whose own date says that they have come, or are still to come, whatever the section is about. */
import type { FoundDate } from '../dates.ts'
import type { StageHit } from './stage-hits.ts'
import { aimAt } from './stage-mood.ts'
import { within } from './within.ts'

/** Stage words with a date that is still to come when the page is published: 2025年竣工 in 2023 is expected. */
export function withoutFuture(hits: readonly StageHit[], dates: readonly FoundDate[], published: string | null): readonly StageHit[] {
  if (published === null) return hits
  return hits.map((hit): StageHit => {
    if (hit.mood !== 'reached') return hit
    const date = dateOf(hit, dates)?.date
    return date !== undefined && date > published.slice(0, date.length) ? { ...hit, mood: aimAt(hit.status) } : hit
  })
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

function dateOf({ clause, from }: StageHit, dates: readonly FoundDate[]): FoundDate | undefined {
  return within(dates, clause.from, from).findLast((one) => one.endYear === undefined && one.bound !== 'since')
}
