/** Reads the tab-separated tables of seeds/: a header line with the names of the columns, # comments, blank lines. */
import type { z } from 'zod'
import type { SeedFault } from './seed-error.ts'

/** A row that passed its schema, with its line in the file. */
export interface TableRow<T> {
  readonly value: T
  readonly line: number
}

export interface Table<T> {
  readonly rows: readonly TableRow<T>[]
  readonly faults: readonly SeedFault[]
}

/** The names of one cell, separated by 、 or by another mark; an empty cell is an empty list. */
export function splitNames(cell: string, mark: string = '、'): string[] {
  return cell
    .split(mark)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/**
 * Parses a table and checks each row. Cells are trimmed; a row may leave out empty cells at its end.
 * Never throws: bad rows are left out and told in `faults`.
 */
export function parseTable<T>(text: string, file: string, schema: z.ZodType<T>): Table<T> {
  const rows: TableRow<T>[] = []
  const faults: SeedFault[] = []
  let columns: string[] | undefined
  for (const [index, raw] of text.split('\n').entries()) {
    const line = index + 1
    const cells = raw.split('\t').map((cell) => cell.trim())
    if (raw.trim() === '' || raw.startsWith('#')) continue
    if (columns === undefined) {
      columns = cells
      continue
    }
    if (cells.length > columns.length) {
      faults.push({ file, line, message: `${cells.length} cells, but the header has ${columns.length} columns` })
      continue
    }
    const record = Object.fromEntries(columns.map((column, position) => [column, cells[position] ?? '']))
    const result = schema.safeParse(record)
    if (result.success) rows.push({ value: result.data, line })
    else for (const issue of result.error.issues) faults.push({ file, line, message: `${issue.path.join('.') || 'row'}: ${issue.message}` })
  }
  if (columns === undefined) faults.push({ file, message: 'has no header line' })
  return { rows, faults }
}

/** The entries of a word list: one a line; # begins a comment, blank lines are nothing. */
export function parseWords(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*$/u, '').trim())
    .filter((word) => word !== '')
}
