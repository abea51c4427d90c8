/** A plain table: sticky header, one sorted column with its mark, rows of 32 px. Long lists should be cut by the caller, who says so. */
import { useMemo, useState, type ReactNode } from 'react'
import { useLocale, useText } from '../i18n/index.ts'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Value to sort by; a column without it cannot be sorted. */
  readonly sort?: (row: Row) => string | number
  readonly number?: boolean
}

interface DataTableProps<Row> {
  readonly caption: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly isSelected?: (row: Row) => boolean
}

interface Sorting {
  readonly key: string
  readonly descending: boolean
}

function useSorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | null): readonly Row[] {
  const locale = useLocale((state) => state.locale)
  return useMemo(() => {
    const by = columns.find((column) => column.key === sorting?.key)?.sort
    if (!by || !sorting) return rows
    const collator = new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en')
    const sign = sorting.descending ? -1 : 1
    return [...rows].sort((a, b) => {
      const [x, y] = [by(a), by(b)]
      return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y)))
    })
  }, [rows, columns, sorting, locale])
}

export function DataTable<Row>({ caption, rows, columns, rowKey, isSelected }: DataTableProps<Row>) {
  const t = useText()
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const sorted = useSorted(rows, columns, sorting)
  const toggle = (key: string): void =>
    setSorting((before) => (before?.key === key ? { key, descending: !before.descending } : { key, descending: false }))
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => {
            const isSorted = sorting?.key === column.key
            const order = isSorted ? (sorting.descending ? 'descending' : 'ascending') : undefined
            return (
              <th key={column.key} scope="col" className={column.number ? 'number' : ''} aria-sort={order}>
                {column.sort ? (
                  <button type="button" onClick={() => toggle(column.key)} title={t('sortBy', { column: column.title })}>
                    {column.title}
                    {isSorted ? <span aria-hidden>{sorting.descending ? ' ↓' : ' ↑'}</span> : null}
                  </button>
                ) : (
                  column.title
                )}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={rowKey(row)} aria-selected={isSelected?.(row)}>
            {columns.map((column) => (
              <td key={column.key} className={column.number ? 'number' : ''}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
