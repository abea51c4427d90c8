/** Tables in plain text: rows of cells parted by tabs, by | or by wide blanks, with the header above them. */
import type { Span } from '../../cypher/model/index.ts'
import type { Paragraph } from './paragraphs.ts'

export interface TableRow {
  readonly table: number
  readonly cells: readonly Span[]
  readonly header: readonly string[]
}

const RULE = /^[\s|:：\-—─+]+$/u
/** 1 县人民医院 省人民医院 医联体: cells parted by single blanks, behind the number of the row or its header. */
const NUMBERED = /^(?:\d{1,3}|序号|编号)[ \u3000]+[〇㐀-鿿]{2}[^\s。；]*(?:[ \u3000]+[^\s。；]+)+$/u

/** 3月8日, 2023年5月, 9—11月: the day of what the line tells, which makes a chronicle and no table. */
const DAY = /^(?:(?:19|20)\d{2}年?)?(?:\d{1,2}[月.]?)?(?:[-—–~至]\d{1,2}月?)?(?:\d{1,2}日?)?(?<=[年月日])(?:[上中下]旬|[初底])?$/u

/** Whether a trimmed line looks like a row of a table, which is joined to no other line. */
export function looksLikeRow(line: string): boolean {
  return line.includes('\t') || line.startsWith('|') || /\|.*\|/u.test(line) || NUMBERED.test(line)
}

/** Spans of the cells of a line, or undefined where the line is no row. */
function cellsOf(text: string, line: Span): Span[] | undefined {
  const raw = text.slice(line.start, line.end)
  const separator = raw.includes('\t')
    ? /\t/gu
    : /^\|.*\|$|\|.*\|/u.test(raw)
      ? /\|/gu
      : /[ \u3000]{3,}|\u3000{2,}/u.test(raw)
        ? /[ \u3000]{2,}/gu
        : NUMBERED.test(raw.trim())
          ? /(?<=\S)[ \u3000]+(?=\S)/gu
          : undefined
  if (separator === undefined || RULE.test(raw)) return undefined
  const cells: Span[] = []
  let from = 0
  const push = (to: number): void => {
    const cell = raw.slice(from, to)
    const lead = cell.length - cell.trimStart().length
    const start = line.start + from + Math.min(lead, cell.length)
    cells.push({ start, end: Math.max(start, start + cell.trim().length) })
  }
  for (const match of raw.matchAll(separator)) {
    if (!(match.index === 0 && match[0] === '|')) push(match.index)
    from = match.index + match[0].length
  }
  if (from < raw.length) push(raw.length)
  return cells.length >= 2 ? cells : undefined
}

/** Rows by index of their paragraph; a table is two or more rows one after another. */
export function findTables(text: string, paragraphs: readonly Paragraph[]): Map<number, TableRow> {
  const rows = new Map<number, TableRow>()
  let table = 0
  for (let index = 0; index < paragraphs.length;) {
    const run: { at: number; cells: Span[] }[] = []
    let at = index
    for (; at < paragraphs.length; at++) {
      const paragraph = paragraphs[at]
      const [line] = paragraph?.lines ?? []
      if (paragraph === undefined || line === undefined || paragraph.lines.length > 1) break
      const cells = cellsOf(text, line)
      // Rows parted by single blanks have no empty cells: another count is another table.
      if (cells !== undefined && run[0] !== undefined && run[0].cells.length !== cells.length && NUMBERED.test(paragraph.text)) break
      if (cells !== undefined) run.push({ at, cells })
      else if (!(run.length > 0 && RULE.test(paragraph.text))) break
    }
    const isTabbed = run[0] !== undefined && /[\t|]/.test(paragraphs[run[0].at]?.text ?? '')
    const isChronicle = run.every(({ cells: [day, , ...more] }) => more.length === 0 && DAY.test(text.slice(day?.start, day?.end)))
    if (
      run.length >= 2 &&
      !isChronicle &&
      (isTabbed || run.every(({ cells }) => cells.length === run[0]?.cells.length && cells.length > 2))
    ) {
      table++
      addTable(text, { table, run, rows })
    }
    index = Math.max(at, index + 1)
  }
  return rows
}

function addTable(
  text: string,
  { table, run, rows }: { table: number; run: readonly { at: number; cells: Span[] }[]; rows: Map<number, TableRow> },
): void {
  const first = run[0]?.cells.map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, '')) ?? []
  // A table that begins with its first row tells no header.
  const header = first[0] === '1' ? [] : first
  for (const [index, { at, cells }] of run.entries()) {
    rows.set(at, { table, cells, header: cells.map((_, column) => (index === 0 ? '' : (header[column] ?? ''))) })
  }
}
