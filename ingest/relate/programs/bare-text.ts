/** A sentence without its quotation marks, so that “三免三惠”健康行动 and 三免三惠健康行动 read alike; where the marks stood is kept. */
import type { Sentence } from '../../read/sentence.ts'

/** Half-open span in `BareText.text`. */
export interface BareSpan {
  readonly from: number
  readonly to: number
}

export interface BareText {
  readonly text: string
  /** `offsets[i]` is where `text[i]` stands in `Sentence.text`, also for a part of it; one more entry for the end. */
  readonly offsets: readonly number[]
  /** What stood between marks, left to right; of nested ones the outer. */
  readonly quotes: readonly BareSpan[]
}

const OPEN = '“「『'
const CLOSE = '”」』'
const MARK = /[“「『”」』‘’"]/u
const INNER = '‘’'

/** Longer sentences (a table run together, a text without stops) are read in parts, so that the work stays linear in the text. */
const MOST_PART = 600

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
  const quotes: BareSpan[] = []
  const offsets: number[] = []
  if (!MARK.test(stretch)) {
    for (let at = part.from; at <= part.to; at++) offsets.push(at)
    return { text: stretch, offsets, quotes }
  }
  let text = ''
  let open = -1
  for (let at = part.from; at < part.to; at++) {
    const mark = sentence.text.charAt(at)
    if (OPEN.includes(mark) || (mark === '"' && open < 0)) {
      open = text.length
    } else if (CLOSE.includes(mark) || mark === '"') {
      if (open >= 0 && open < text.length) quotes.push({ from: open, to: text.length })
      open = -1
    } else if (!INNER.includes(mark)) {
      offsets.push(at)
      text += mark
    }
  }
  offsets.push(part.to)
  return { text, offsets, quotes }
}

/** The span in `Sentence.text` of a span of the bare text, with the quotation marks that close right at its ends. */
export function withMarks(bare: BareText, sentence: Pick<Sentence, 'text'>, span: BareSpan): BareSpan {
  let from = bare.offsets[span.from] ?? sentence.text.length
  let to = (bare.offsets[span.to - 1] ?? sentence.text.length - 1) + 1
  const opens = bare.quotes.some((quote) => quote.from === span.from && quote.to <= span.to)
  const closes = bare.quotes.some((quote) => quote.to === span.to && quote.from >= span.from)
  if (opens && /["“「『]/u.test(sentence.text.charAt(from - 1))) from--
  if (closes && /["”」』]/u.test(sentence.text.charAt(to))) to++
  return { from, to }
}
