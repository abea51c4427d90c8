/** Houses that a page tells as its hospital's history: built long before the year that it is about. */
import type { Claim } from '../../../../cypher/model/index.ts'
import type { Reading } from '../../../reading.ts'
import { FINISHED } from './stage-mood.ts'
import type { Gathered } from '../tell.ts'
import type { ProjectStatus } from '../../../../cypher/model/statuses.ts'

/** Years after which what was finished is no project any more. */
const LONG_AGO = 10

/** The last year that a page without a year of its own tells of. */
function lastYear({ claims }: Gathered): number | undefined {
  const years = claims.flatMap((claim) => {
    const year = claim.kind === 'relation' ? claim.attrs['year'] : undefined
    return typeof year === 'number' ? [year] : []
  })
  return years.length === 0 ? undefined : Math.max(...years)
}

/** Takes back projects of which nothing is told but that they were finished long ago. */
export function dropHistory(into: Gathered, { document }: Reading): void {
  if (into.told.length === 0) return
  const year = document.year ?? lastYear(into)
  if (year === undefined) return
  const old = new Set<string>()
  const recent = new Set<string>()
  for (const claim of into.claims) {
    if (claim.kind !== 'relation' || claim.type !== 'CONSTRUCTS') continue
    const { status, year: told } = claim.attrs
    const isOld = FINISHED.has(status as ProjectStatus) && typeof told === 'number' && told <= year - LONG_AGO
    ;(isOld ? old : recent).add(claim.object)
  }
  const gone = new Set([...old].filter((project) => !recent.has(project)))
  if (gone.size === 0) return
  const isKept = (claim: Claim): boolean =>
    claim.kind === 'relation' ? !gone.has(claim.object) && !gone.has(claim.subject) : claim.kind !== 'statement' || !gone.has(claim.subject)
  into.claims.splice(0, into.claims.length, ...into.claims.filter(isKept))
  into.mentions.splice(0, into.mentions.length, ...into.mentions.filter(({ entity }) => !gone.has(entity)))
}
