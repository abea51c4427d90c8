/** Says of a Cypher text where the other store would read it otherwise, and which form both read alike. */
import { maskComments, maskStrings, placeAt } from './cypher-text.ts'
import { differences, type Difference } from './differences.ts'
import type { CypherFault, GraphStore } from './port.ts'

type Kind = GraphStore['kind']

/** The hint for the first form in a text that this store refuses; undefined where none is found. */
export function findHint(cypher: string, kind: Kind = 'embedded'): string | undefined {
  return listFound(cypher).find(([{ refusedBy }]) => refusedBy === kind)?.[0].hint
}

/**
 * What in a text that this store accepts the other would refuse or answer otherwise, each with its place.
 * Codes begin with `hint.`: the text runs all the same.
 */
export function findDifferences(cypher: string, kind: Kind = 'embedded'): CypherFault[] {
  return listFound(cypher)
    .filter(([{ refusedBy }]) => refusedBy !== kind)
    .map(([{ code, hint }, offset]) => ({ code, message: hint, ...placeAt(cypher, offset) }))
}

function listFound(cypher: string): [Difference, number][] {
  const [masked, withStrings] = [maskStrings(cypher), maskComments(cypher)]
  return differences.flatMap((difference): [Difference, number][] => {
    const text = difference.inStrings === true ? withStrings : masked
    const found = difference.form.exec(text)
    return found === null || difference.unless?.test(text) === true ? [] : [[difference, found.index]]
  })
}
