/** Undoes the wraps of running text: a line that reaches the right margin goes on in the next one that is not indented. */
import { numberedDepth } from '../headings.ts'
import { joint } from './segments.ts'
import type { PageLine } from './table-columns.ts'

/** Characters in a line below which the margin is not known: an address or a list has no margin. */
const LEAST_WIDTH = 18
/** In characters: a mark that may not begin a line can leave so much room before the margin. */
const NEAR_MARGIN = 1.6
const INDENT = 0.8
/** Lines that begin so near to one another stand in one column; the first of a paragraph is indented by two. */
const COLUMN = 4
/** A page of more lines is no page of text. */
const MOST_LINES = 500
const FINISHED = /[。！？；：][”’）》」』)]*$/u
const DIGIT = /\d/

export interface JoinedText {
  readonly text: string
  /** Where each page begins. */
  readonly pages: readonly number[]
}

interface Edges {
  readonly isFull: boolean
  readonly isFlush: boolean
}

/** The text of all pages, a paragraph a line, also across pages. */
export function joinWraps(pages: readonly (readonly PageLine[])[]): JoinedText {
  let text = ''
  const starts: number[] = []
  let goesOn = false
  for (const lines of pages) {
    const edges = edgesOf(lines)
    if (lines.length === 0) starts.push(text.length)
    for (const [index, line] of lines.entries()) {
      const { isFull, isFlush } = edges[index] ?? { isFull: false, isFlush: false }
      const isSame = goesOn && isFlush && numberedDepth(line.text) === undefined
      if (text !== '') text += isSame ? wrapJoint(text, line.text) : '\n'
      if (index === 0) starts.push(text.length)
      text += line.text
      goesOn = isFull && !FINISHED.test(line.text)
    }
  }
  return { text, pages: starts }
}

/** A number is broken anywhere; two words of Latin letters stay two. */
function wrapJoint(before: string, after: string): string {
  return DIGIT.test(before.at(-1) ?? '') && DIGIT.test(after.charAt(0)) ? '' : joint(before, after)
}

/** Whether lines reach the right margin of their column, and begin at its left one. */
function edgesOf(lines: readonly PageLine[]): Edges[] {
  if (lines.length > MOST_LINES) return []
  return lines.map((line) => {
    const column = lines.filter((other) => !other.isRow && Math.abs(other.left - line.left) <= COLUMN * line.size)
    const right = Math.max(...column.map((other) => other.right))
    const left = Math.min(...column.map((other) => other.left))
    const isFull = !line.isRow && line.right >= right - NEAR_MARGIN * line.size && right - left >= LEAST_WIDTH * line.size
    return { isFull, isFlush: !line.isRow && line.left <= left + INDENT * line.size }
  })
}
