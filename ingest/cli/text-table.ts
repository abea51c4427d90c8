/** Rows as an aligned table for a terminal, in which a Chinese character takes two columns. */
import type { GraphValue } from '../../cypher/model/index.ts'

/** A cell wider than this is cut, and says so with an ellipsis; --json gives it whole. */
const WIDEST = 60

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += /\p{M}/u.test(character) ? 0 : isWide(character) ? 2 : 1
  return width
}

function isWide(character: string): boolean {
  return /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
    character,
  )
}

/** The table with a header and a rule below it, one line a row. */
export function formatTable(columns: readonly string[], rows: readonly (readonly GraphValue[])[]): string {
  const cells = [columns.map((column) => cut(column)), ...rows.map((row) => row.map((value) => cut(sayValue(value))))]
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ''))))
  const numeric = columns.map((_, at) => rows.length > 0 && rows.every((row) => typeof row[at] === 'number' || row[at] === null))
  const lines = cells.map((row) =>
    row
      .map((cell, at) => pad(cell, { width: widths[at] ?? 0, right: numeric[at] === true }))
      .join('  ')
      .trimEnd(),
  )
  return [lines[0] ?? '', widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1), ''].join('\n')
}

function pad(text: string, { width, right }: { width: number; right: boolean }): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return right ? space + text : text + space
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  if (widthOf(line) <= WIDEST) return line
  let kept = ''
  for (const character of line) {
    if (widthOf(kept + character) > WIDEST - 1) break
    kept += character
  }
  return `${kept}…`
}

/** One value as a person reads it: a node by its label and name, a relation by its type. */
export function sayValue(value: GraphValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(sayValue).join(', ')}]`
  switch (value.kind) {
    case 'map':
      return `{${Object.entries(value.entries)
        .map(([key, entry]) => `${key}: ${sayValue(entry)}`)
        .join(', ')}}`
    case 'node':
      return `(${value.labels.map((label) => `:${label}`).join('')} ${sayValue(value.properties['name'] ?? value.properties['title'] ?? value.properties['id'])})`
    case 'relation':
      return `[:${value.type}]`
    case 'path':
      return value.nodes.map((node, at) => (at === 0 ? sayValue(node) : `-${sayValue(value.relations[at - 1])}-${sayValue(node)}`)).join('')
  }
}
