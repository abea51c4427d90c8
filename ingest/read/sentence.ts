/** A sentence as rules read it: hard wraps gone, widths and punctuation normalised, every character mapped back to `Document.text`. */

/** What the part of the document that a sentence stands in tells of time: a review of a year, or a plan for one. */
export interface Section {
  readonly kind: 'review' | 'plan' | 'other'
  /** What is below is advised to others: 三、几点建议. */
  readonly isAdvice?: true
  /** It looks back on several years: 过去五年. */
  readonly isSpan?: true
  /** It tells days and deeds, year by year: 某医院大事记. */
  readonly isChronicle?: true
  /** The year that the section is about, where a heading or the title gives it. */
  readonly year?: number
}

/** One cell of a table row, in coordinates of `Sentence.text`. */
export interface Cell {
  readonly from: number
  readonly to: number
}

export interface Sentence {
  readonly index: number
  /** Half-open span in `Document.text`, without the white space around it. */
  readonly start: number
  readonly end: number
  /** Reading form: NFKC digits and letters, Chinese punctuation （）：，；！？, no line breaks, no spaces between Chinese characters. */
  readonly text: string
  /** `offsets[i]` is where `text[i]` stands in `Document.text`; one more entry for the end. */
  readonly offsets: readonly number[]
  /** Number of the paragraph (a heading is a paragraph). */
  readonly paragraph: number
  readonly heading: boolean
  /** Headings above, nearest last, in reading form. */
  readonly headings: readonly string[]
  readonly section: Section
  /** For a row of a table: its cells and the cells' header texts ('' where none). */
  readonly row?: { readonly table: number; readonly cells: readonly Cell[]; readonly header: readonly string[] }
}

/** Turns a span of the reading form into a half-open span of `Document.text`. */
export function spanOf(sentence: Sentence, from: number, to: number): { start: number; end: number } {
  const start = sentence.offsets[from] ?? sentence.end
  const last = to > from ? sentence.offsets[to - 1] : undefined
  return { start, end: last === undefined ? start : last + 1 }
}
