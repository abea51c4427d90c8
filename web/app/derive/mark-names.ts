/** Splits a sentence into plain and marked pieces, the longest name first; names that do not stand in it mark nothing. */
import type { EntityLabel } from '../../../cypher/model/index.ts'

export interface NamedMark {
  readonly label: EntityLabel
  /** Every form to look for: name, aliases, short forms. */
  readonly names: readonly string[]
}

export interface Piece {
  readonly start: number
  readonly text: string
  readonly label?: EntityLabel
}

interface Hit {
  readonly start: number
  readonly end: number
  readonly label: EntityLabel
}

function findHits(sentence: string, marks: readonly NamedMark[]): Hit[] {
  const forms = marks.flatMap((mark) => mark.names.filter((name) => name.length > 1).map((name) => ({ name, label: mark.label })))
  forms.sort((a, b) => b.name.length - a.name.length)
  const hits: Hit[] = []
  for (const { name, label } of forms) {
    for (let start = sentence.indexOf(name); start >= 0; start = sentence.indexOf(name, start + name.length)) {
      const end = start + name.length
      if (!hits.some((hit) => start < hit.end && hit.start < end)) hits.push({ start, end, label })
    }
  }
  return hits.sort((a, b) => a.start - b.start)
}

/** Gives the pieces in order; joined they are the sentence again. */
export function markNames(sentence: string, marks: readonly NamedMark[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const hit of findHits(sentence, marks)) {
    if (hit.start > at) pieces.push({ start: at, text: sentence.slice(at, hit.start) })
    pieces.push({ start: hit.start, text: sentence.slice(hit.start, hit.end), label: hit.label })
    at = hit.end
  }
  if (at < sentence.length) pieces.push({ start: at, text: sentence.slice(at) })
  return pieces
}
