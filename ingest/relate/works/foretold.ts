/** Headlines that tell as done what the page itself only expects: 某院2026年投用. */
import type { Claim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { Gathered } from './tell.ts'

/** Takes back from headings a finish in the year in which the page expects it. */
export function dropForetold(into: Gathered, { sentences }: Reading): void {
  const expected = new Map<string, unknown>()
  for (const claim of into.claims) if (claim.kind === 'statement' && claim.key === 'expected') expected.set(claim.subject, claim.value)
  if (expected.size === 0) return
  const headings = new Set(sentences.flatMap((sentence) => (isHeadline(sentence) ? [sentence.start] : [])))
  const isForetold = (status: unknown, year: unknown, project: string): boolean =>
    (status === 'completed' || status === 'in_use') && year !== undefined && year === expected.get(project)
  const taken = new Set<string>()
  const kept = into.claims.flatMap((claim): Claim[] => {
    if (!headings.has(claim.start)) return [claim]
    if (claim.kind === 'relation')
      return isForetold(claim.attrs['status'], claim.attrs['year'], claim.object) ? [{ ...claim, attrs: {} }] : [claim]
    if (claim.kind !== 'statement') return [claim]
    const key = `${claim.start} ${claim.subject}`
    if (claim.key === 'status' && isForetold(claim.value, claim.year, claim.subject)) taken.add(key)
    return taken.has(key) && (claim.key === 'status' || claim.key === 'year') ? [] : [claim]
  })
  into.claims.splice(0, into.claims.length, ...kept)
}

/** A heading, or the first line of a page, that stands in no review or plan. */
export function isHeadline({ heading, index, section }: Sentence): boolean {
  return (heading || index === 0) && section.kind === 'other'
}
