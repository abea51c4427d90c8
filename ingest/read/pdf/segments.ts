/** Joins the pieces in which a PDF draws its text into segments: what stands on one base line without a gap. */
import type { PdfItem } from '../isolate/isolate.ts'
import { withoutRadicals } from '../radicals.ts'

export interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Base line, from the upper edge. */
  readonly y: number
  readonly size: number
  /** The gap before it is no wider than some fonts leave inside a line: it is a cell only where a table is. */
  readonly isWeak: boolean
}

/** Gaps in characters. Between a Chinese letter and a figure programs leave a quarter; the margins of two cells make one. */
const WEAK_GAP = 0.75
const STRONG_GAP = 1.7
const WORD_GAP = 0.15
const OVERLAP = 0.6

export function isSameLine(a: { y: number; size: number }, b: { y: number; size: number }): boolean {
  return Math.abs(a.y - b.y) <= 0.4 * Math.max(a.size, b.size)
}

const WORD = /[A-Za-z0-9]/

/** What stands between two pieces of one line or one cell. */
export function joint(before: string, after: string): string {
  return WORD.test(before.at(-1) ?? '') && WORD.test(after.charAt(0)) ? ' ' : ''
}

/** Segments in the order in which they are drawn. */
export function toSegments(items: readonly PdfItem[]): Segment[] {
  const segments: Segment[] = []
  let drawn: PdfItem | undefined
  for (const item of items) {
    if (drawn !== undefined && isAgain(drawn, item)) continue
    drawn = item
    const text = withoutRadicals(item.text.replace(/\s+/gu, ' ').trim())
    const last = segments.at(-1)
    const gap = last === undefined ? Infinity : (item.x - last.right) / item.size
    if (last !== undefined && isSameLine(last, item) && gap > -OVERLAP && gap < WEAK_GAP) {
      const between = gap > WORD_GAP ? joint(last.text, text) : ''
      segments[segments.length - 1] = { ...last, text: last.text + between + text, right: Math.max(last.right, item.x + item.width) }
      continue
    }
    const isWeak = last !== undefined && isSameLine(last, item) && gap >= WEAK_GAP && gap < STRONG_GAP
    segments.push({ text, left: item.x, right: item.x + item.width, y: item.y, size: item.size, isWeak })
  }
  return segments
}

/** Bold is often the same text drawn twice. */
function isAgain(a: PdfItem, b: PdfItem): boolean {
  return a.text === b.text && Math.abs(a.x - b.x) < 0.2 * a.size && Math.abs(a.y - b.y) < 0.2 * a.size
}
