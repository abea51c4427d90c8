/** Rows of a table in a page: a row one line, its cells parted by tabs, cells that span others filled in. */
import { joinCells } from '../table-line.ts'
import { isElement, isSkipped, walk, type Measure, type PageElement, type PageNode } from './page-tree.ts'
import { collapse } from './white-space.ts'

/** A layout cell holds a page or a chapter; a cell of data, at most a long paragraph. */
const LONGEST_CELL = 2000
const MOST_SPAN = 50
/** Cells with those that spans fill; a table of more is no table that a person made. */
const MOST_CELLS = 200_000

interface Cell {
  readonly text: string
  readonly wide: number
  readonly high: number
}

/** The lines of a table of data, or undefined where the table only lays a page out. */
export function tableLines(table: PageElement, measures: ReadonlyMap<PageNode, Measure>): string[] | undefined {
  if ((measures.get(table)?.tables ?? 0) > 0) return undefined
  const rows = rowsOf(table)
  const isLong = rows.some((row) => row.some(({ text }) => text.length > LONGEST_CELL))
  if (isLong || rows.filter((row) => row.length >= 2).length < 2) return undefined
  const grid = fillSpans(rows)
  if (grid === undefined) return undefined
  const columns = grid.reduce((most, row) => Math.max(most, row.length), 0)
  const isRow = (row: readonly string[]): boolean => row.filter((cell) => cell !== '').length >= 2
  const first = grid.findIndex(isRow)
  return grid.flatMap((row, index) => {
    const text = row.join('').trim()
    if (text === '') return []
    // A caption above the header is a line of its own; a heading between rows stays in the table, so that the header holds on.
    return index < first ? [text] : [joinCells([...row, ...Array.from({ length: columns - row.length }, () => '')])]
  })
}

function rowsOf(table: PageElement): Cell[][] {
  const rows: Cell[][] = []
  walk(table, (node) => {
    if (isSkipped(node)) return false
    if (!isElement(node)) return false
    if (node.name === 'tr') rows.push([])
    if (node.name !== 'td' && node.name !== 'th') return node.name !== 'caption'
    if (rows.length === 0) rows.push([])
    rows.at(-1)?.push({ text: cellText(node), wide: spanOf(node, 'colspan'), high: spanOf(node, 'rowspan') })
    return false
  })
  return rows
}

function spanOf(cell: PageElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.attribs[name] ?? '1', 10)
  return span >= 1 ? Math.min(span, MOST_SPAN) : 1
}

function cellText(cell: PageElement): string {
  const parts: string[] = []
  walk(
    cell,
    (node) => {
      if (isSkipped(node)) return false
      if (node.type === 'text') parts.push(node.data)
      else if (isElement(node) && node.name === 'br') parts.push('\t')
      return true
    },
    (node) => {
      if (isElement(node) && /^(?:p|div|li)$/u.test(node.name)) parts.push('\t')
    },
  )
  // Blocks in a cell stay apart by a blank, for a line break would end the row.
  return parts
    .join('')
    .split('\t')
    .map((part) => collapse(part).trim())
    .filter((part) => part !== '')
    .join(' ')
}

/** A cell over several rows holds for each of them; one over several columns stands in the first. */
function fillSpans(rows: readonly (readonly Cell[])[]): string[][] | undefined {
  const below: { text: string; left: number }[] = []
  const grid: string[][] = []
  let cells = 0
  for (const row of rows) {
    if (cells + row.reduce((sum, { wide }) => sum + wide, 0) > MOST_CELLS) return undefined
    const line: string[] = []
    const fillFromAbove = (): void => {
      for (let above = below[line.length]; above !== undefined && above.left > 0; above = below[line.length]) {
        above.left -= 1
        line.push(above.text)
      }
    }
    for (const { text, wide, high } of row) {
      fillFromAbove()
      for (let column = 0; column < wide; column++) {
        const shown = column === 0 ? text : ''
        below[line.length] = { text: shown, left: high - 1 }
        line.push(shown)
      }
    }
    fillFromAbove()
    grid.push(line)
    cells += line.length
  }
  return grid
}
