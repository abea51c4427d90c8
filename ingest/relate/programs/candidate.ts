/** A name of a program in a sentence, before it is given its id. */
import type { FamilyName } from '../../../cypher/model/index.ts'
import type { BareSpan } from './bare-text.ts'

export interface Candidate extends BareSpan {
  readonly name: string
  /** What makes two names one program. */
  readonly core: string
  readonly rule: string
  readonly family: FamilyName | undefined
  /** A name of the place's own: the short name of the division that it holds. */
  readonly place: string | undefined
  /** Kinds and levels tell it apart (示范县 and 示范区), so that no alias of the lexicon renames it. */
  readonly exact: boolean
  /** A brand in quotation marks, which belongs to the home unless the lexicon knows it. */
  readonly brand: boolean
  /** The core of a program of which it is a name where the text has it too. */
  readonly within?: RegExp | undefined
}

/** Keeps the longest of those that overlap; of equals the one found first. Left to right. */
export function withoutOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.every((candidate, index) => index === 0 || (candidates[index - 1]?.to ?? 0) <= candidate.from)) return candidates
  const kept: Candidate[] = []
  for (const candidate of candidates.toSorted((a, b) => b.to - b.from - (a.to - a.from)))
    if (!kept.some((other) => candidate.from < other.to && other.from < candidate.to)) kept.push(candidate)
  return kept.sort((a, b) => a.from - b.from)
}
