/**
 * Puts the segments of a page into rows. Programs draw a table cell by cell, all lines of a cell one after another: what
 * is drawn next to the right of a cell, at its height, is the next cell; what is drawn below it and further left, a new row.
 */
import { isSameLine, joint, type Segment } from './segments.ts'

export interface Cell {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly size: number
}

/** One line of running text has one cell. */
export interface Row {
  readonly cells: readonly Cell[]
}

/** Lines of a cell are no further apart, in characters. */
const LINE_GAP = 2
/** A block of more lines to the left of another is a column of the page and no cell. */
const MOST_CELL_LINES = 14
/** A page of more pieces is a drawing, and each piece a line. */
const MOST_SEGMENTS = 5000
/** Share of leaps back from which on the order of drawing means nothing. */
const LEAPS = 0.3

type Block = Segment[]

/** Rows in order of reading; `head` is the height down to which running heads stand, which many programs draw last. */
export function toRows(segments: readonly Segment[], head: number): Row[] {
  if (segments.length > MOST_SEGMENTS) return segments.map(lineRow)
  const drawn = groupCells(segments, head)
  const isOutOfOrder = segments.length > 10 && drawn.leaps > segments.length * LEAPS
  const { groups } = isOutOfOrder ? groupCells([...segments].sort(compareLines), head) : drawn
  const isHead = (group: readonly Block[]): boolean => group.every((block) => block.every(({ y }) => y < head))
  return [...groups.filter(isHead), ...groups.filter((group) => !isHead(group))].flatMap(rowsOfGroup)
}

const compareLines = (a: Segment, b: Segment): number => (isSameLine(a, b) ? a.left - b.left : a.y - b.y)

/** Each group is the cells of one row; the first may have lines of text above the row. */
function groupCells(segments: readonly Segment[], head: number): { groups: Block[][]; leaps: number } {
  const groups: Block[][] = []
  let leaps = 0
  for (const segment of segments) {
    const group = groups.at(-1)
    if (group === undefined) {
      groups.push([[segment]])
      continue
    }
    const place = placeOf(segment, group, head)
    if (place === 'line') group.at(-1)?.push(segment)
    else if (place === 'cell') group.push([segment])
    else groups.push([[segment]])
    if (place === 'leap') leaps++
  }
  return { groups, leaps }
}

function placeOf(segment: Segment, group: readonly Block[], head: number): 'line' | 'cell' | 'row' | 'leap' {
  const block = group.at(-1) ?? []
  const last = block.at(-1)
  if (last === undefined) return 'row'
  const isRight = segment.left >= last.right - 0.5 * segment.size
  if (isSameLine(segment, last)) return isRight ? 'cell' : 'row'
  if (segment.y < last.y) {
    const beside = linesBeside(block, segment)
    const right = Math.max(...beside.map((line) => line.right))
    // A cell in the middle of its row begins below the first line of the next; a head is above everything.
    const above = segment.y < head ? 0.6 : MOST_CELL_LINES
    const reaches = beside.length < MOST_CELL_LINES && segment.y >= (beside[0]?.y ?? Infinity) - above * segment.size
    return segment.left >= right - 0.5 * segment.size && reaches ? 'cell' : 'leap'
  }
  if (group.length === 1) return 'line'
  const others = Math.max(...group.slice(0, -1).map((cell) => cell.at(-1)?.right ?? 0))
  const overlaps =
    segment.left < Math.max(...block.map((line) => line.right)) && segment.right > Math.min(...block.map((line) => line.left))
  return overlaps && segment.left >= others - 0.5 * segment.size && segment.y - last.y <= LINE_GAP * segment.size ? 'line' : 'row'
}

/** Lines of a block that a segment drawn higher up stands beside; lines of a block are in order of height. */
function linesBeside(block: Block, segment: Segment): Segment[] {
  const near = block.slice(-MOST_CELL_LINES)
  return near.filter((line) => line.y >= segment.y - 0.5 * segment.size)
}

function rowsOfGroup(group: Block[]): Row[] {
  const [first = [], ...others] = group
  if (others.length === 0) return first.map(lineRow)
  const from = beginOfCell(first, others)
  return [...first.slice(0, from).map(lineRow), cellRow([first.slice(from), ...others])]
}

const lineRow = (line: Segment): Row => ({ cells: [{ text: line.text, left: line.left, right: line.right, size: line.size }] })

const topOf = (block: Block): number => Math.min(...block.map((line) => line.y))
const centreOf = (block: Block): number => (topOf(block) + Math.max(...block.map((line) => line.y))) / 2

/** Where in the lines before a row its first cell begins: cells of a row begin at one height, or have one middle. */
function beginOfCell(lines: Block, others: readonly Block[]): number {
  const top = Math.min(...others.map(topOf))
  const left = Math.min(...others.flat().map((line) => line.left))
  const centre = others.reduce((sum, block) => sum + centreOf(block), 0) / others.length
  const last = lines.length - 1
  let from = last
  while (from > 0 && (lines[from - 1]?.y ?? 0) >= top - 0.6 * (lines[from]?.size ?? 0)) from--
  const off = (begin: number): number => Math.abs(centreOf(lines.slice(begin)) - centre)
  for (let next = from - 1; next >= 0; next--) {
    const [above, below] = [lines[next], lines[next + 1]]
    if (above === undefined || below === undefined) break
    const joins = above.right <= left && below.y - above.y <= LINE_GAP * below.size
    if (!joins || off(next) > off(next + 1) - 0.25 * below.size) break
    from = next
  }
  return from
}

function cellRow(blocks: readonly Block[]): Row {
  const cells = blocks.map((block) => ({
    text: block.reduce((text, line) => text + (text === '' ? '' : joint(text, line.text)) + line.text, ''),
    left: Math.min(...block.map((line) => line.left)),
    right: Math.max(...block.map((line) => line.right)),
    size: block[0]?.size ?? 0,
    isWeak: block[0]?.isWeak === true,
  }))
  return { cells: cells.sort((a, b) => a.left - b.left) }
}

/** Whether a gap before a cell may be one inside a line. */
export function isWeakCell(cell: Cell): boolean {
  return 'isWeak' in cell && cell.isWeak === true
}
