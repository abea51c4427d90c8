/** Where a sentence about works stands: its document, what it names, and what was told before it. */
import type { Sentence } from '../../read/sentence.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Gathered } from './tell.ts'
import type { WorksWords } from './objects/words.ts'

/** A sentence with all that is needed to read works in it. */
export interface Place {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mentions: readonly SentenceMention[]
  readonly into: Gathered
  readonly words: WorksWords
  /** The year that the paragraph told last. */
  readonly told: number | undefined
}
