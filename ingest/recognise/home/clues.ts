/** What a description of a document goes by. */
import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { RawDocument } from '../../read/index.ts'
import type { Segmenter } from '../segment.ts'
import type { PageLines } from './page-lines.ts'

/** How far from its beginning a text tells who speaks. */
export const FIRST_LOOK = 600

export interface Clues {
  readonly lexicon: Lexicon
  readonly segment: Segmenter
  readonly raw: RawDocument
  /** The readable text, without line breaks and blanks. */
  readonly text: string
  readonly title: string | null
  readonly lines: PageLines
}

/** Chinese punctuation for what some pages set in ASCII; length stays. */
export function wide(text: string): string {
  return text.replace(/[,;()!?]/gu, (mark) => WIDE[mark] ?? mark)
}

const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', '(': '（', ')': '）', '!': '！', '?': '？' }

/** A text whose blanks are gone, and whose paragraphs are parted. */
export const inParagraphs = (text: string): string =>
  wide(
    text
      .split(/\n\s*\n/u)
      .map((paragraph) => paragraph.replace(/\s+/gu, ''))
      .join('\n'),
  )
