/** The door of recognition: from a raw document to a reading with its home, its sentences and the names in them. */
import type { Document } from '../../cypher/model/index.ts'
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
  return { document: withNamedSpeaker(document, mentions), sentences, mentions, lexicon, segment, steps: { count: 0 } }
}

/** A hospital that speaks and that no sentence names (a damaged title) would be a party to claims without a place in the text. */
function withNamedSpeaker(document: Document, mentions: Reading['mentions']): Document {
  const { speaker } = document
  const isNamed = speaker === null || mentions.some((list) => list.some(({ entity }) => entity === speaker))
  return isNamed ? document : { ...document, speaker: null }
}
