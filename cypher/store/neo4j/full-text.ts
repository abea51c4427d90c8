/** Search through the full-text index: fewer candidates for the same answer as `CONTAINS`, where the index can promise that. */
import type { EntityLabel, Rows } from '../../model/index.ts'
import { NAME_INDEX } from '../../schema/definition.ts'
import { COUNTED, type Read } from '../search.ts'

/** Words that the analyzer leaves out of the index; what a text could hold of them must be looked for without it. */
const STOP_WORDS =
  'a and are as at be but by for if in into is it no not of on or s such t that the their then there these they this to was will with www'.split(
    ' ',
  )

/**
 * A Lucene query that finds at least everything whose `search` holds the text; undefined where the index cannot promise that.
 * Chinese is indexed by pairs of characters, so that a phrase of them is a substring; Latin by words, so that a substring needs stars.
 */
export function fullTextQuery(query: string): string | undefined {
  if (/^[\u4e00-\u9fff]{2,}$/.test(query)) return `search:"${query}"`
  if (/^[a-z0-9]{2,}$/.test(query) && !STOP_WORDS.some((word) => word.includes(query))) return `search:*${query}*`
  return undefined
}

/** Rows of candidates (id, name, aliases, number of relations, label) by the index; undefined where it cannot be used. */
export function findByFullText(read: Read, query: string, labels: readonly EntityLabel[]): Promise<Rows> | undefined {
  const lucene = fullTextQuery(query)
  if (lucene === undefined) return undefined
  return read(
    `CALL db.index.fulltext.queryNodes('${NAME_INDEX}', $lucene) YIELD node AS n
     WITH n, [label IN labels(n) WHERE label IN $labels] AS among WHERE n.search CONTAINS $query AND size(among) > 0
     RETURN n.id AS id, n.name AS name, n.aliases AS aliases, COUNT { (n)-${COUNTED}-() } AS relations, among[0] AS label ORDER BY relations DESC, id`,
    { lucene, query, labels },
  )
}
