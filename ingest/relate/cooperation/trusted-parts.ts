/** Hospitals that bear the name of the one that runs them by contract. */
import type { Reading } from '../../reading.ts'
import type { Pair } from './pairs-meant.ts'
import type { RuleMatch } from '../sentence/passage.ts'

/** 甲医院青岚分院由甲医院整体托管: a hospital runs its own part without being entrusted with it. */
export function isTrusted({ tokens, match }: RuleMatch, pair: Pair, reading: Reading): boolean {
  return (
    pair.every((party) => party.startsWith('hospital/')) &&
    pair.some((party) => party.endsWith('分院')) &&
    reading.document.speaker === null &&
    match.words.some((word) => tokens[word]?.classes.includes('form-托管') === true)
  )
}
