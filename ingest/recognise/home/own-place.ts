/** Where the hospital stands that says 我院: the one that weighs most, or that the text names beside the partner of 我院. */
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { hospitalAt } from '../naming/speaker.ts'
import type { Clues } from './clues.ts'
import { placeOfHospital, speakerBeside } from './last-clues.ts'
import { ownByWeight } from './own-by-weight.ts'

const OPENING_LENGTH = 80

/** Where the hospital stands that is 我院 by all that the text tells of it. */
export function placeOfOwnByWeight({
  lexicon,
  segment,
  raw,
  text,
}: Pick<Clues, 'lexicon' | 'segment' | 'raw' | 'text'>): Division | undefined {
  const base = { lexicon, segment, document: raw.id, home: [], says: (wording: string) => text.includes(wording) }
  const own = ownByWeight(raw.text, (said, to) => hospitalAt(base, said, to))
  const division = own === undefined ? undefined : placeOfHospital(lexicon, own.wording, text)
  return division?.level === 'township' ? undefined : division
}

/** 我院 of a hospital that the text names beside the same partner. */
export function placeBeside(lexicon: Lexicon, title: string | null, text: string): Division | undefined {
  const wording = speakerBeside(title, text)
  return wording === undefined ? undefined : placeOfHospital(lexicon, wording, text)
}

/** 在青岚县中医院，举行了我院与青岚县中医院签约活动: the text begins with the partner of the one that speaks. */
export function placeBesideOpening(lexicon: Lexicon, text: string): Division | undefined {
  const opening = text.slice(0, OPENING_LENGTH)
  return /我院[与和同]/u.test(opening) ? placeBeside(lexicon, opening, text) : undefined
}
