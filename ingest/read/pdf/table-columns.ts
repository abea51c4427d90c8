/** Turns rows into lines: cells go under the columns of their table, and gaps that no table shares are closed. */
import { joinCells } from '../table-line.ts'
import { isWeakCell, type Cell, type Row } from './rows.ts'

export interface PageLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly size: number
  /** A row of a table stands alone. */
  readonly isRow: boolean
}

/** Points within which two edges are one. */
const NEAR = 6

/** The number of a list item stands apart from its text, and both are one line: 一、 · （二） · 3. */
const MARKER = /^(?:第?[一二三四五六七八九十]{1,3}[、章条]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、)）]|[①-⑳•●■◆])$/u

function joinMarker(row: Row): Row {
  const [first, second] = row.cells
  if (row.cells.length !== 2 || first === undefined || second === undefined || !MARKER.test(first.text)) return row
  return { cells: [{ ...first, text: first.text + second.text, right: second.right }] }
}

/** Lines of a page, a row of a table one line with tabs. */
export function toLines(drawn: readonly Row[]): PageLine[] {
  const rows = drawn.map(joinMarker)
  const lines: PageLine[] = []
  for (let index = 0; index < rows.length;) {
    let end = index
    while ((rows[end]?.cells.length ?? 0) > 1) end++
    if (end > index) lines.push(...tableLines(rows.slice(index, end)))
    const line = rows[end]?.cells[0]
    if (line !== undefined) lines.push(plainLine(line))
    index = end + 1
  }
  return lines
}

const plainLine = ({ text, left, right, size }: Cell): PageLine => ({ text, left, right, size, isRow: false })

/** Rows of two cells or more, one after another. */
function tableLines(rows: readonly Row[]): PageLine[] {
  const closed = rows.map((row, index) => closeGaps(row, [rows[index - 1], rows[index + 1]]))
  const columns = columnsOf(closed)
  return closed.flatMap((row) => {
    const [first, second] = row.cells
    if (first === undefined) return []
    return second === undefined ? [plainLine(first)] : [{ ...plainLine(first), text: joinCells(underColumns(row, columns)), isRow: true }]
  })
}

/** From where to where the texts of each column reach, in the rows that have them all. */
function columnsOf(rows: readonly Row[]): Cell[] {
  const most = Math.max(...rows.map((row) => row.cells.length))
  const whole = rows.filter((row) => row.cells.length === most)
  return (whole[0]?.cells ?? []).map((cell, column) => ({
    ...cell,
    left: Math.min(...whole.map((row) => row.cells[column]?.left ?? cell.left)),
    right: Math.max(...whole.map((row) => row.cells[column]?.right ?? cell.right)),
  }))
}

/** A narrow gap parts cells only where the row above or below has an edge at the same place. */
function closeGaps(row: Row, neighbours: readonly (Row | undefined)[]): Row {
  const edges = neighbours.flatMap((neighbour) => neighbour?.cells ?? [])
  const cells: Cell[] = []
  for (const cell of row.cells) {
    const last = cells.at(-1)
    if (last === undefined || !isWeakCell(cell) || edges.some((other) => isAligned(cell, other))) cells.push(cell)
    else cells[cells.length - 1] = { ...last, text: `${last.text} ${cell.text}`, right: cell.right }
  }
  return { ...row, cells }
}

function isAligned(a: Cell, b: Cell): boolean {
  return Math.abs(a.left - b.left) < NEAR || Math.abs(a.left + a.right - b.left - b.right) < 2 * NEAR || Math.abs(a.right - b.right) < NEAR
}

/** The texts of a row by column; as they are where they do not fit the columns one by one. */
function underColumns({ cells }: Row, columns: readonly Cell[]): string[] {
  if (cells.length === columns.length) return cells.map(({ text }) => text)
  const placed = columns.map(() => '')
  let from = 0
  for (const cell of cells) {
    const column = nearest(cell, columns, from)
    if (column === undefined) return cells.map(({ text }) => text)
    placed[column] = cell.text
    from = column + 1
  }
  return placed
}

function nearest(cell: Cell, columns: readonly Cell[], from: number): number | undefined {
  let best: { column: number; distance: number } | undefined
  for (let column = from; column < columns.length; column++) {
    const other = columns[column]
    if (other === undefined) continue
    const overlap = Math.min(cell.right, other.right) - Math.max(cell.left, other.left)
    const distance = overlap > 0 ? -overlap : Math.abs(cell.left + cell.right - other.left - other.right) / 2
    if (best === undefined || distance < best.distance) best = { column, distance }
  }
  return best?.column
}
