/** District × year: how many documents have been read. Pure. */
import type { DocumentSummary } from '../../../contract/index.ts'

export interface Coverage {
  /** Years ascending; null for documents whose year is not known, last. */
  readonly years: readonly (number | null)[]
  /** One row a home, written from the widest division down; an empty name where no home was found. */
  readonly rows: readonly { readonly home: string; readonly counts: ReadonlyMap<number | null, number>; readonly total: number }[]
}

export function countCoverage(documents: readonly DocumentSummary[]): Coverage {
  const counts = new Map<string, Map<number | null, number>>()
  for (const { home, year } of documents) {
    const name = home.join(' › ')
    const row = counts.get(name) ?? new Map<number | null, number>()
    row.set(year, (row.get(year) ?? 0) + 1)
    counts.set(name, row)
  }
  const years = [...new Set(documents.map(({ year }) => year))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
  const rows = [...counts]
    .map(([home, row]) => ({ home, counts: row, total: [...row.values()].reduce((sum, count) => sum + count, 0) }))
    .sort((a, b) => b.total - a.total || (a.home < b.home ? -1 : 1))
  return { years, rows }
}

/** Documents whose title, publisher, path or home holds the text. */
export function filterDocuments(documents: readonly DocumentSummary[], text: string): readonly DocumentSummary[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return documents
  return documents.filter(({ title, publisher, path, home }) =>
    [title ?? '', publisher ?? '', path, home.join('')].some((part) => part.toLowerCase().includes(wanted)),
  )
}
