/** The door of recognition: from a raw document to a reading with its home, its sentences and the names in them. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import { splitSentences, unreadSpans, type RawDocument } from '../read/index.ts'
import type { Reading } from '../reading.ts'
import { describeDocument } from './home.ts'
import { recogniseNames } from './names.ts'
import type { Segmenter } from './segment.ts'

export { describeDocument } from './home.ts'
export { relateHierarchy } from './hierarchy.ts'
export { createSegmenter } from './segment.ts'

/** Lines up home, sentences and names. Mojibake and other unread spans give no sentences. */
export function prepareReading(raw: RawDocument, lexicon: Lexicon, segment: Segmenter): Reading {
  const document = describeDocument(raw, lexicon, segment)
  const unread = unreadSpans(document.problems)
  const sentences = splitSentences(document.text, unread, { year: document.year })
  const mentions = recogniseNames(document, sentences, lexicon, segment)
  return { document, sentences, mentions, lexicon, segment, steps: { count: 0 } }
}
