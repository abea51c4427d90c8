/** 到2027年，甲医院完成二期建设: what a sentence sets for a year that is still to come. */
import type { Document } from '../../../../cypher/model/index.ts'
import { matchesOf } from '../../../grammar/matches.ts'
import type { Ground } from '../ground.ts'
import type { StageHit } from './stage-hits.ts'
import { aimAt } from './stage-mood.ts'
import type { Progress } from './stages.ts'

const FRAME = /(?:^|[，：；“])(?:力争|确保|计划|争取|规划)?[到至](20\d{2})年/gu

/** A plan of several years: what it sets for a year lies ahead. */
const PLAN_OF_YEARS = /(?:规划|方案|意见|行动计划)(?!.*(?:评估|执行|落实|完成|总结|情况|答复|反馈|征集))/u

/** What is only set for a later year. */
export const AHEAD: Progress = { status: 'planned', planned: true }

/** The year that is set last before a place, where it lies after the page. */
export function frameBefore(
  masked: string,
  at: number,
  { published, title, year: about }: Pick<Document, 'published' | 'title' | 'year'>,
): number | undefined {
  const today = published ?? about?.toString() ?? (PLAN_OF_YEARS.test(title ?? '') ? '' : undefined)
  if (today === undefined || !/[到至]20/u.test(masked)) return undefined
  const year = matchesOf(FRAME, masked.slice(0, at)).at(-1)?.[1]
  return year !== undefined && year > today.slice(0, 4) ? Number(year) : undefined
}

/** Stage words under such a year: aimed at, but where their clause says how far it is by now. */
export function underFrame(hits: readonly StageHit[], frame: number | undefined, { masked, words }: Ground): readonly StageHit[] {
  if (frame === undefined) return hits
  return hits.map((hit): StageHit =>
    hit.mood === 'reached' && !words.reached.test(masked.slice(hit.clause.from, hit.clause.to)) ? { ...hit, mood: aimAt(hit.status) } : hit,
  )
}

/** Whether the year is that of the end: nothing says that the works only begin. */
export function endsIn(hits: readonly StageHit[]): boolean {
  return hits.every(({ status }) => status !== 'started' && status !== 'preliminary')
}
