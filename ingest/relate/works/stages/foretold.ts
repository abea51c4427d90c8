/** Headlines and plans that tell as done what the page itself only expects: 某院2026年投用; 今年，建成甲院等项目…甲院预计年底建成. */
import type { Claim } from '../../../../cypher/model/index.ts'
import type { Reading } from '../../../reading.ts'
import type { Sentence } from '../../../read/sentence.ts'
import type { Gathered } from '../tell.ts'

/** Takes back a finish in the year in which the page expects it: from headings, and from what stands before the sentence that expects it. */
export function dropForetold(into: Gathered, { sentences }: Reading): void {
  const expected = expectedIn(into)
  if (expected.size === 0) return
  const headings = new Set(sentences.flatMap((sentence) => (isHeadline(sentence) ? [sentence.start] : [])))
  const unbuilt = unbuiltIn(expected, sentences)
  const isForetold = (at: number, status: unknown, year: unknown, project: string): boolean =>
    (status === 'completed' || status === 'in_use') &&
    year !== undefined &&
    year === expected.get(project)?.year &&
    (headings.has(at) || at < (unbuilt.get(project) ?? 0))
  const taken = new Set<string>()
  const late = new Set<string>()
  const kept = into.claims.flatMap((claim): Claim[] => {
    if (claim.kind === 'relation') {
      if (!isForetold(claim.start, claim.attrs['status'], claim.attrs['year'], claim.object)) return [claim]
      if (!headings.has(claim.start)) late.add(claim.object)
      return [{ ...claim, attrs: {} }]
    }
    if (claim.kind !== 'statement') return [claim]
    const key = `${claim.start} ${claim.subject}`
    if (claim.key === 'status' && isForetold(claim.start, claim.value, claim.year, claim.subject)) taken.add(key)
    return taken.has(key) && (claim.key === 'status' || claim.key === 'year') ? [] : [claim]
  })
  into.claims.splice(0, into.claims.length, ...kept.flatMap((claim) => underWay(claim, late, unbuilt)))
}

interface Expected {
  readonly year: unknown
  /** Where the sentence begins that expects it. */
  readonly start: number
}

function expectedIn({ claims }: Gathered): Map<string, Expected> {
  const expected = new Map<string, Expected>()
  for (const claim of claims)
    if (claim.kind === 'statement' && claim.key === 'expected') expected.set(claim.subject, { year: claim.value, start: claim.start })
  return expected
}

/** 预计今年底建成, 今年也将建设完工: it is the works themselves that are not there yet, and not only their use. */
const NOT_BUILT = /(?:预计|计划|力争|有望|确保|争取|可望|将)[^，。；]{0,14}?(?:建成|竣工|完工|完成建设|封顶|交付)|(?:装修|主体|施工)阶段/u

/** Where a document says of a project that it is still to be built. */
function unbuiltIn(expected: ReadonlyMap<string, Expected>, sentences: readonly Sentence[]): Map<string, number> {
  const textAt = new Map(sentences.map(({ start, text }) => [start, text]))
  return new Map(
    [...expected].flatMap(([project, { start }]) => (NOT_BUILT.test(textAt.get(start) ?? '') ? [[project, start] as const] : [])),
  )
}

/** The sentence that expects works which were told as done before says that they run. */
function underWay(claim: Claim, late: ReadonlySet<string>, unbuilt: ReadonlyMap<string, number>): readonly Claim[] {
  if (claim.kind !== 'relation' || !late.has(claim.object) || claim.start !== unbuilt.get(claim.object)) return [claim]
  if (claim.type !== 'CONSTRUCTS' || claim.attrs['status'] !== undefined) return [claim]
  const { start, end, rule, object } = claim
  return [
    { ...claim, attrs: { status: 'under_construction' } },
    { kind: 'statement', start, end, rule, subject: object, key: 'status', value: 'under_construction' },
  ]
}

/** A heading, or the first line of a page, that stands in no review or plan. */
export function isHeadline({ heading, index, section }: Sentence): boolean {
  return (heading || index === 0) && section.kind === 'other'
}
