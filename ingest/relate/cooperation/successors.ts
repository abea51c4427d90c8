/** Partners that another one takes the place of: 由甲托管改由乙托管, 甲接替乙帮扶丙. */
import type { Modality } from '../sentence/modality.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { clauseAround } from '../sentence/tokens.ts'

/** Where 改由 stands, if its clause is not the one that the match begins in. */
function turnOf({ tokens, match }: RuleMatch): number | undefined {
  if (!match.slots.has('E')) return undefined
  const turn = match.words.find((word) => ['move-to', 'carry-on'].some((name) => tokens[word]?.classes.includes(name)))
  if (turn === undefined) return undefined
  const { first } = clauseAround(tokens, turn, turn)
  return first > match.first ? tokens[first]?.from : undefined
}

/** 2020年由甲托管，2023年改由乙托管: of the new one, the time told behind. */
export function sinceTurn(found: RuleMatch, modality: Modality): Modality {
  const turn = turnOf(found)
  if (turn === undefined) return modality
  // 与甲的合作期满终止，转由乙托管: what has ended is the old one's.
  return modality.status === 'ended' ? { ...modality, status: 'in_effect', deed: true, from: turn } : { ...modality, from: turn }
}

/** What was, once another one has taken its place; where that is only planned, it still is. */
export function formerly(found: RuleMatch, modality: Modality): Modality {
  const status = modality.status === 'planned' ? 'in_effect' : 'ended'
  return { ...modality, status, deed: false, to: turnOf(found) ?? modality.from }
}
