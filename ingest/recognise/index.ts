/** The door of recognition: from a raw document to a reading with its home, its sentences and the names in them. */
import type { Document, Mention } from '../../cypher/model/index.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { splitSentences, unreadSpans, withoutPinyin, type RawDocument } from '../read/index.ts'
import type { Reading } from '../reading.ts'
import { describeDocument } from './home.ts'
import { partsOf } from './home/parts.ts'
import { namedDistrict } from './naming/identify.ts'
import { recogniseNames } from './names.ts'
import { inSimplified } from './traditional.ts'
import type { Segmenter } from './segment.ts'

export { describeDocument } from './home.ts'
export { relateHierarchy } from './hierarchy.ts'
export { createSegmenter } from './segment.ts'

/**
 * Lines up home, sentences and names: one reading, or one for each part that speaks from a place of its own. Mojibake and
 * other unread spans give no sentences. A text in traditional characters is read in simplified ones, and pinyin in
 * brackets is left out, place for place: every span holds in the text as it was written.
 */
export function prepareReadings(written: RawDocument, lexicon: Lexicon, segment: Segmenter): { document: Document; readings: Reading[] } {
  const { document, sentences } = splitDocument(inSimplified(withoutPinyin(written), lexicon), lexicon, segment)
  const readings = partsOf(document.home, sentences, lexicon).map(({ from, to, home }): Reading => {
    const own: Document = home === undefined ? document : { ...document, home: [...home], speaker: null }
    const inside =
      from === 0 && to === sentences.length ? sentences : sentences.slice(from, to).map((sentence, index) => ({ ...sentence, index }))
    const mentions = recogniseNames(own, inside, lexicon, segment)
    return {
      document: isSpeakerNamed(own, mentions) ? own : withoutSpeaker(own),
      sentences: inside,
      mentions,
      lexicon,
      segment,
      steps: { count: 0 },
    }
  })
  const isNamed = readings.some((reading) => reading.document.home === document.home && isSpeakerNamed(document, reading.mentions))
  // The text is kept as it was written.
  return { document: { ...(isNamed ? document : withoutSpeaker(document)), text: written.text }, readings }
}

function splitDocument(raw: RawDocument, lexicon: Lexicon, segment: Segmenter): Pick<Reading, 'document' | 'sentences'> {
  const document = describeDocument(raw, lexicon, segment)
  const sentences = splitSentences(document.text, unreadSpans(document.problems), { year: document.year })
  return { document, sentences }
}

/** The places of a part's home, which its sentences need not name. */
export function mentionsOfHome({ document: { home } }: Reading): Mention[] {
  return home.map((place) => {
    const { entity, label, name, attrs } = namedDistrict(place)
    return { start: 0, end: 0, entity, label, name, aliases: [], attrs: { ...attrs } }
  })
}

/** The places of bureaus, where a bureau's name is all that names its place and `isMissing` tells that a claim is of that place. */
export function mentionsOfBureaus({ lexicon, mentions }: Reading, isMissing: (entity: string) => boolean): Mention[] {
  return mentions.flat().flatMap((bureau): Mention[] => {
    const code = bureau.label === 'Institution' && bureau.attrs['kind'] === 'government' ? (bureau.entity.split('/')[1] ?? '') : ''
    const place = isMissing(`district/${code}`) ? lexicon.divisions.chain(code).at(-1) : undefined
    if (place === undefined) return []
    const { entity, label, name, attrs } = namedDistrict(place)
    return [{ start: bureau.start, end: bureau.end, entity, label, name, aliases: [], attrs: { ...attrs } }]
  })
}

/** A hospital that speaks and that no sentence names (a damaged title) would be a party to claims without a place in the text. */
function isSpeakerNamed({ speaker }: Document, mentions: Reading['mentions']): boolean {
  return speaker === null || mentions.some((list) => list.some(({ entity }) => entity === speaker))
}

function withoutSpeaker(document: Document): Document {
  return { ...document, speaker: null }
}
