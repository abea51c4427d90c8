/** The hospital that a consortium is run from, where a bracket tells it beside the name: 县总医院（县医院）. */
import type { SentenceMention } from '../../reading.ts'

/** Whether one stands in a bracket of its own right behind the other; without the text, right behind it. */
export function isSeat(consortium: SentenceMention, inner: SentenceMention, text?: string): boolean {
  if (consortium.label !== 'Consortium' || inner.label !== 'Hospital' || inner.from !== consortium.to + 1) return false
  return text === undefined || (text.charAt(consortium.to) === '（' && text.charAt(inner.to) === '）')
}

/** Parties of a slot without the consortia that stand for such a hospital. */
export function withoutSeated(parties: readonly SentenceMention[]): readonly SentenceMention[] {
  return parties.filter((party) => !parties.some((inner) => isSeat(party, inner)))
}
