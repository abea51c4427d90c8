/** Search by name, alias and pinyin: candidates by the `search` property in the store, ranking here. */
import { entityLabels, type EntityLabel, type Label, type Rows } from '../model/index.ts'
import type { SearchHit } from './port.ts'
import { foldSearch, pinyinOf } from './search-text.ts'

export type Read = (cypher: string, params: Readonly<Record<string, unknown>>) => Promise<Rows>

/** Ways to be found, best first. */
const RANKS = ['exact', 'prefix', 'alias', 'initials', 'pinyin', 'contains', 'subsequence'] as const
type Rank = (typeof RANKS)[number]

/** The relations that count for how well a thing is connected. */
export const COUNTED = '[:COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH]'

/** Rows of candidates that hold the text (id, name, aliases, number of relations, label) by an index; undefined where it cannot help. */
export type FindHolding = (query: string, labels: readonly EntityLabel[]) => Promise<Rows> | undefined

export interface SearchOptions {
  readonly labels: readonly Label[]
  readonly limit: number
  /** A faster way to what `CONTAINS` finds, where a store has one. */
  readonly findHolding?: FindHolding
}

/**
 * Things whose name, alias or pinyin holds the text, or, where there are none, holds its characters in order.
 * No labels means all kinds of things. Never throws for odd input: an empty text finds nothing.
 */
export async function searchGraph(read: Read, text: string, options: SearchOptions): Promise<SearchHit[]> {
  const query = foldSearch(text)
  if (query === '' || options.limit < 1) return []
  const asked = entityLabels.filter((label) => options.labels.length === 0 || options.labels.includes(label))
  const found = new Map<string, Candidate>()
  const collect = async (condition: string, params: Readonly<Record<string, unknown>>): Promise<void> => {
    for (const label of asked) {
      for (const candidate of await findCandidates(read, label, { condition, params })) found.set(candidate.hit.id, candidate)
    }
  }
  const holding = options.findHolding?.(query, asked)
  if (holding === undefined) await collect('n.search CONTAINS $query', { query })
  else for (const candidate of toCandidates(await holding)) found.set(candidate.hit.id, candidate)
  // Characters in order find too much to stand beside a real match: only for a text that nothing holds.
  if (found.size === 0 && query.length > 1) await collect('n.search =~ $pattern', { pattern: subsequencePattern(query) })
  return [...found.values()]
    .map((candidate) => ({ ...candidate, ...rankCandidate(candidate.hit, query) }))
    .sort(
      (a, b) =>
        RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) ||
        b.hit.relations - a.hit.relations ||
        a.hit.name.length - b.hit.name.length ||
        (a.hit.id < b.hit.id ? -1 : 1),
    )
    .slice(0, options.limit)
    .map(({ hit, matched }) => ({ ...hit, ...(matched === undefined ? {} : { matched }) }))
}

interface Candidate {
  readonly hit: Omit<SearchHit, 'matched'>
}

/** Ranking needs all candidates; more than the row limit means a text so short that any of them will do. */
async function findCandidates(
  read: Read,
  label: EntityLabel,
  { condition, params }: { condition: string; params: Readonly<Record<string, unknown>> },
): Promise<Candidate[]> {
  const rows = await read(
    `MATCH (n:${label}) WHERE ${condition} RETURN n.id AS id, n.name AS name, n.aliases AS aliases, COUNT { (n)-${COUNTED}-() } AS relations, '${label}' AS label ORDER BY relations DESC, id`,
    params,
  )
  return toCandidates(rows)
}

function toCandidates({ rows }: Rows): Candidate[] {
  return rows.flatMap(([id, name, aliases, relations, label]) => {
    if (typeof id !== 'string' || typeof name !== 'string') return []
    const texts = Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === 'string') : []
    return [{ hit: { id, label: label as EntityLabel, name, aliases: texts, relations: Number(relations) } }]
  })
}

function rankCandidate(hit: Candidate['hit'], query: string): { rank: Rank; matched?: string } {
  const name = foldSearch(hit.name)
  if (name === query) return { rank: 'exact' }
  if (name.startsWith(query)) return { rank: 'prefix' }
  const aliasThat = (test: (alias: string) => boolean): string | undefined => hit.aliases.find((alias) => test(foldSearch(alias)))
  const alias = aliasThat((one) => one === query) ?? aliasThat((one) => one.startsWith(query))
  if (alias !== undefined) return { rank: 'alias', matched: alias }
  if (name.includes(query)) return { rank: 'contains' }
  const holding = aliasThat((one) => one.includes(query))
  if (holding !== undefined) return { rank: 'contains', matched: holding }
  const spelled = [hit.name, ...hit.aliases].map(pinyinOf)
  const initials = spelled.find((one) => one.initials.includes(query))
  if (initials !== undefined) return { rank: 'initials', matched: initials.initials }
  const full = spelled.find((one) => one.full.includes(query))
  if (full !== undefined) return { rank: 'pinyin', matched: full.full }
  return { rank: 'subsequence' }
}

/**
 * The characters in order within one line. Each gap excludes its next character, so that no engine can backtrack over it:
 * `ab` → `(?s).*a[^b\n]*b.*`.
 */
export function subsequencePattern(query: string): string {
  const characters = Array.from(query)
  const gaps = characters.map((character, at) =>
    at === 0 ? escapeClass(character) : `[^${escapeClass(character)}\\n]*${escapeClass(character)}`,
  )
  return `(?s).*${gaps.join('')}.*`
}

function escapeClass(character: string): string {
  return /[\\^$.*+?()[\]{}|\-&~]/.test(character) ? `\\${character}` : character
}
