/** A sentence without its quotation marks, so that “三免三惠”健康行动 and 三免三惠健康行动 read alike; where the marks stood is kept. */
import type { Sentence } from '../../read/sentence.ts'
import { unitTable } from '../sentence/unit-table.ts'
import { firstNotBefore } from '../../grammar/halving.ts'

/** Half-open span in `BareText.text`. */
export interface BareSpan {
  readonly from: number
  readonly to: number
}

export interface BareText {
  readonly text: string
  /** Where the text begins in `Sentence.text`. */
  readonly from: number
  /** `offsets[i]` is where `text[i]` stands in `Sentence.text`, one more entry for the end; none where no mark was taken out. */
  readonly offsets: readonly number[] | undefined
  /** What stood between marks, left to right; of nested ones the outer. */
  readonly quotes: readonly BareSpan[]
}

const OPEN = unitTable('“「『')
const CLOSE = unitTable('”」』')
const EITHER = '"'.charCodeAt(0)
const MARK = /[“「『”」』‘’"]/u
const IS_MARK = unitTable('“「『”」』‘’"')
const NONE: readonly never[] = []

/** Characters on either side of a name that its clause may have: work stays linear in texts without stops. */
export const MOST_CLAUSE = 200
/** Longer sentences (a table run together, a text without stops) are read in parts, so that the work stays linear in the text. */
export const MOST_PART = 600

/** The parts in which a sentence is read: the whole of it, or stretches that end at a comma. */
export function partsOf({ text }: Pick<Sentence, 'text'>): BareSpan[] {
  const parts: BareSpan[] = []
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + MOST_PART)
    if (to < text.length) {
      const stretch = text.slice(from, to)
      const mark = Math.max(stretch.lastIndexOf('；'), stretch.lastIndexOf('，'), stretch.lastIndexOf('\t'), stretch.lastIndexOf('、'))
      if (mark > 0) to = from + mark + 1
    }
    parts.push({ from, to })
    from = to
  }
  return parts
}

/** Takes the quotation marks out of a sentence or a part of it. A mark without its partner is dropped and quotes nothing. */
export function bareText(sentence: Pick<Sentence, 'text'>, part: BareSpan = { from: 0, to: sentence.text.length }): BareText {
  const stretch = sentence.text.slice(part.from, part.to)
  if (!MARK.test(stretch)) return { text: stretch, from: part.from, offsets: undefined, quotes: NONE }
  const quotes: BareSpan[] = []
  const offsets: number[] = []
  let open = -1
  let text = ''
  let kept = part.from
  for (let at = part.from; at < part.to; at++) {
    const mark = sentence.text.charCodeAt(at)
    if (IS_MARK[mark] !== 1) {
      offsets.push(at)
      continue
    }
    text += sentence.text.slice(kept, at)
    kept = at + 1
    if (OPEN[mark] === 1 || (mark === EITHER && open < 0)) {
      open = offsets.length
    } else if (CLOSE[mark] === 1 || mark === EITHER) {
      if (open >= 0 && open < offsets.length) quotes.push({ from: open, to: offsets.length })
      open = -1
    }
  }
  offsets.push(part.to)
  return { text: text + sentence.text.slice(kept, part.to), from: part.from, offsets, quotes }
}

/** Where a place of the sentence stands in the bare text; that of a mark is taken by what follows it. */
export function placeIn({ offsets, from }: BareText, place: number): number {
  if (offsets === undefined) return place - from
  return firstNotBefore(offsets.length, (index) => (offsets[index] ?? 0) < place)
}

/** The span in `Sentence.text` of a span of the bare text, with the quotation marks that close right at its ends. */
export function withMarks(bare: BareText, sentence: Pick<Sentence, 'text'>, span: BareSpan): BareSpan {
  if (bare.offsets === undefined) return { from: bare.from + span.from, to: bare.from + span.to }
  let from = bare.offsets[span.from] ?? sentence.text.length
  let to = (bare.offsets[span.to - 1] ?? sentence.text.length - 1) + 1
  const opens = bare.quotes.some((quote) => quote.from === span.from && quote.to <= span.to)
  const closes = bare.quotes.some((quote) => quote.to === span.to && quote.from >= span.from)
  if (opens && /["“「『]/u.test(sentence.text.charAt(from - 1))) from--
  if (closes && /["”」』]/u.test(sentence.text.charAt(to))) to++
  return { from, to }
}
