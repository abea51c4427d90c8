/** The reading of a text that speaks from one place, for tests of what is read in it. */
import type { Lexicon } from '../../ingest/lexicon/lexicon.ts'
import type { RawDocument } from '../../ingest/read/index.ts'
import type { Reading } from '../../ingest/reading.ts'
import { prepareReadings } from '../../ingest/recognise/index.ts'
import type { Segmenter } from '../../ingest/recognise/segment.ts'

/** Throws where the text has several parts with a home each. */
export function oneReading(raw: RawDocument, lexicon: Lexicon, segment: Segmenter): Reading {
  const [reading, ...others] = prepareReadings(raw, lexicon, segment).readings
  if (reading === undefined || others.length > 0) throw new Error(`${others.length + 1} readings of one text`)
  return reading
}
