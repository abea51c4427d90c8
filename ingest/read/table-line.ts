/** Writes a row of a table as one line of text. */

/** Stands for an empty first or last cell, which would be trimmed away with its tab; reading drops it. */
const EMPTY_EDGE = '\u200B'

/** Cells parted by tabs. */
export function joinCells(cells: readonly string[]): string {
  const last = cells.length - 1
  return cells.map((cell, index) => (cell === '' && (index === 0 || index === last) ? EMPTY_EDGE : cell)).join('\t')
}
