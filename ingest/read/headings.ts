/** Recognises headings by their numbering or their shape, and keeps the stack of headings above a sentence. */

const NUMERAL = '[一二三四五六七八九十]{1,3}'
/** Numberings by depth: chapters and their sections stand above 一、. */
const NUMBERINGS: readonly (readonly [depth: number, RegExp])[] = [
  [0.3, new RegExp(`^(?:#{1,2}\\s*)?第${NUMERAL}(?:部分|[章篇编])`, 'u')],
  [0.6, new RegExp(`^(?:#{1,3}\\s*)?第${NUMERAL}节`, 'u')],
  [1, new RegExp(`^(?:#{1,2}\\s*)?第?${NUMERAL}(?:、|部分|[，．.](?=\\S))`, 'u')],
  [2, new RegExp(`^[（(]${NUMERAL}[）)]`, 'u')],
  [3, /^\d{1,2}(?:[．、]|\.(?!\d))/u],
  [4, /^[（(]\d{1,2}[）)]|^[①-⑳]/u],
]
const MARKDOWN = /^(#{1,6})\s/
/** First characters of all these: most lines are not numbered. */
const OPENS = /^[#第一二三四五六七八九十（(\d①-⑳]/u
const ENDS = /[。；！？…，、：;,:!?]$/u
/** A heading that opens a paragraph (（一）加强党建引领，强化思想政治建设。全文…) is no longer than this. */
export const LONGEST_HEADING = 45

/** Depth of a numbered line: below 1 for 第一章 and 第一节, 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; undefined without numbering. */
export function numberedDepth(line: string): number | undefined {
  if (!OPENS.test(line)) return undefined
  const markdown = MARKDOWN.exec(line)
  if (markdown !== null) return markdown[1]?.length
  return NUMBERINGS.find(([, numbering]) => numbering.test(line))?.[0]
}

/** Whether a whole line stands as a heading: short, without end punctuation, not a bare figure or date. */
export function isHeadingLine(line: string): boolean {
  if (line.length > LONGEST_HEADING || ENDS.test(line) || /[。！？]/u.test(line)) return false
  return /[〇㐀-鿿]{2}/u.test(line)
}

/** The heading with which a numbered paragraph begins, if more text follows it. */
export function inlineHeading(paragraph: string): string | undefined {
  if (numberedDepth(paragraph) === undefined) return undefined
  const end = paragraph.search(/[。：；]/u)
  return end > 0 && end <= LONGEST_HEADING && end < paragraph.length - 1 ? paragraph.slice(0, end) : undefined
}

/** The headings above a place in the text, widest first. */
export class HeadingStack {
  private stack: readonly { depth: number; text: string }[] = []
  /** The texts of the stack, shared by all sentences below the same headings. */
  private texts: readonly string[] = []

  /** Unnumbered headings stand above all numbered ones. */
  push(text: string, depth: number = 0): void {
    this.change([...this.stack.filter((heading) => heading.depth < depth), { depth, text }])
  }

  /** Drops headings that cannot stand above a heading of this depth. */
  leave(depth: number): void {
    this.change(this.stack.filter((heading) => heading.depth < depth))
  }

  list(): readonly string[] {
    return this.texts
  }

  private change(stack: readonly { depth: number; text: string }[]): void {
    this.stack = stack
    this.texts = stack.map((heading) => heading.text)
  }
}
