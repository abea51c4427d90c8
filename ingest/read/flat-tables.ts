/** Tables that a page's text gives one cell a line: 序号, the other headers, then 1 and its cells, 2 and its cells. */
import type { Span } from '../../cypher/model/index.ts'
import type { Paragraph } from './paragraphs.ts'
import type { TableRow } from './tables.ts'

const FIRST_HEADER = /^\s*[序编]\s*号\s*$/u
const LONGEST_HEADER = 14
const MOST_COLUMNS = 12
/** Its cells are often empty, and an empty cell has no line. */
const REMARK = /备注|说明/u

/** Rows by index of their first paragraph, and the paragraphs that their other cells are. */
export interface FlatTables {
  readonly rows: ReadonlyMap<number, TableRow>
  readonly inside: ReadonlySet<number>
}

/** All flattened tables of a text; `after` is the number of the last table with rows on one line. */
export function findFlatTables(paragraphs: readonly Paragraph[], after: number): FlatTables {
  const rows = new Map<number, TableRow>()
  const inside = new Set<number>()
  let table = after
  for (let index = 0; index < paragraphs.length; index++) {
    const header = headerAt(paragraphs, index)
    if (header === undefined) continue
    const found = rowsBelow(paragraphs, index + header.length, header)
    if (found.length < 2) continue
    table++
    for (let at = index; at < index + header.length; at++) inside.add(at)
    for (const { at, count } of found) {
      const cells = paragraphs.slice(at, at + count).map(spanOf)
      rows.set(at, { table, cells, header: header.slice(0, count) })
      for (let next = at + 1; next < at + count; next++) inside.add(next)
    }
    const last = found.at(-1)
    if (last !== undefined) index = last.at + last.count - 1
  }
  return { rows, inside }
}

const plain = (paragraph: Paragraph | undefined): string => paragraph?.text.replace(/\s+/gu, '') ?? ''

/** The headers from 序号 to the first number, if they stand one a line. */
function headerAt(paragraphs: readonly Paragraph[], index: number): string[] | undefined {
  if (!FIRST_HEADER.test(paragraphs[index]?.text ?? '')) return undefined
  const header: string[] = []
  for (let at = index; at < Math.min(paragraphs.length, index + MOST_COLUMNS + 1); at++) {
    const text = plain(paragraphs[at])
    if (text === '1') return header.length >= 3 ? header : undefined
    if (text.length > LONGEST_HEADER) return undefined
    header.push(text)
  }
  return undefined
}

/** Rows with as many cells as there are headers; a last remark may be missing. */
function rowsBelow(paragraphs: readonly Paragraph[], from: number, header: readonly string[]): { at: number; count: number }[] {
  const rows: { at: number; count: number }[] = []
  const least = REMARK.test(header.at(-1) ?? '') ? header.length - 1 : header.length
  for (let at = from, number = 1; plain(paragraphs[at]) === String(number); number++) {
    const next = [least, header.length].find((count) => plain(paragraphs[at + count]) === String(number + 1))
    const count = next ?? Math.min(least, paragraphs.length - at)
    if (count < least) break
    rows.push({ at, count })
    if (next === undefined) break
    at += count
  }
  return rows
}

function spanOf({ lines }: Paragraph): Span {
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }
}
