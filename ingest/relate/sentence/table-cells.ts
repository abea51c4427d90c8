/** The cells of a table row with their headers and the names in them. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Cell, Sentence } from '../../read/sentence.ts'

export interface RowCell extends Cell {
  readonly text: string
  readonly header: string
  readonly mentions: readonly SentenceMention[]
}

/** Cells of a row, left to right; empty for a sentence that is no row. */
export function cellsOf(reading: Reading, sentence: Sentence): readonly RowCell[] {
  const mentions = reading.mentions[sentence.index] ?? []
  return (sentence.row?.cells ?? []).map((cell, index) => ({
    ...cell,
    text: sentence.text.slice(cell.from, cell.to),
    header: sentence.row?.header[index] ?? '',
    mentions: mentions.filter(({ from, to }) => from >= cell.from && to <= cell.to),
  }))
}
