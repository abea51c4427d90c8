/** The one body that 该院 or 以其 means within a sentence of slots. */
import type { Reading } from '../reading.ts'
import type { Sentence } from '../read/sentence.ts'
import { antecedentsOf } from './antecedents.ts'
import { tokensOf } from './passage.ts'

/** 以其为龙头, 由其牵头 */
const ITS_LEAD = /^其(?=为|作为|牵头|领衔|任|担任|主导)/u
const THAT = /^(?:该院|该医院|这家医院|这所医院)/u

export interface BodyMeant {
  readonly entity: string
  /** Of the word that stands for it. */
  readonly length: number
}

/** Whom the word at a place means; `alone` are the bodies that the sentence has named before, each of them not in a list. */
export function bodyMeant(reading: Reading, sentence: Sentence, place: number, alone: readonly string[]): BodyMeant | undefined {
  const first = sentence.text.charAt(place)
  if (first !== '该' && first !== '这' && first !== '其') return undefined
  const rest = sentence.text.slice(place, place + 8)
  const isLead = '以由'.includes(sentence.text.charAt(place - 1)) && ITS_LEAD.test(rest)
  const length = isLead ? 1 : (THAT.exec(rest)?.[0].length ?? 0)
  if (length === 0) return undefined
  const [only, more] = alone
  if (only !== undefined) return more === undefined ? { entity: only, length } : undefined
  if (isLead) return undefined
  const tokens = tokensOf(reading, sentence.index)
  const at = tokens.findIndex(({ from, classes }) => from === place && classes.includes('that'))
  const reference = tokens[at]
  if (reference === undefined) return undefined
  const match = { first: at, last: at + 1, slots: new Map(), words: [at] }
  const [entity] = antecedentsOf(reading, { sentence, tokens, match }, { others: [], reference, acts: true })
  return entity === undefined ? undefined : { entity, length }
}
