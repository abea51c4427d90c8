/** Who is given a plaque that the text gives to 该院 or 其: 甲医院与乙医院签署协议，并授予该院“…”. */
import type { Reading } from '../../reading.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { isLocal } from '../sentence/place.ts'

/**
 * The hospital that such a word means: the other one of the two that the sentence, or else the one before, names up to
 * it, where one is known to give, and of two of which nobody knows, the one of the home, or the later one. Empty where
 * that is not sure.
 */
export function receiverOf(reading: Reading, { sentence, tokens, match }: RuleMatch): string[] {
  const giver = match.slots.get('X')?.[0]?.entity
  const award = tokens[match.words[0] ?? match.first]?.from ?? 0
  for (const index of [sentence.index, sentence.index - 1]) {
    if (reading.sentences[index]?.paragraph !== sentence.paragraph) break
    const named = (reading.mentions[index] ?? []).filter(({ label, to }) => label === 'Hospital' && (index < sentence.index || to <= award))
    const others = [...new Set(named.map(({ entity }) => entity))].filter((entity) => entity !== giver)
    const [first, second, ...more] = others
    if (first === undefined) continue
    if (more.length > 0 || (giver !== undefined && second !== undefined)) return []
    if (second === undefined) return giver === undefined && index === sentence.index ? [] : [first]
    return [isLocal(first, reading) && !isLocal(second, reading) ? first : second]
  }
  return []
}
