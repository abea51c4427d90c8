/** Rows of a result under a sticky head; only those in the window are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { CypherResponse } from '../../../contract/index.ts'
import { GraphCell } from './GraphCell.tsx'

const ROW_HEIGHT = 32

export function ResultTable({ response }: { response: CypherResponse }) {
  const { columns, rows } = response
  const scroll = useRef<HTMLDivElement>(null)
  // The compiler leaves this component alone, which costs nothing here: it draws some forty rows.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const isNumber = columns.map((_, at) => rows.slice(0, 50).every((row) => row[at] === null || typeof row[at] === 'number'))
  return (
    <div className="result-scroll" ref={scroll} tabIndex={0}>
      <table className="table result-table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="number result-index">
              #
            </th>
            {columns.map((column, at) => (
              <th key={column} scope="col" className={isNumber[at] ? 'number' : ''}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? (
            <tr style={{ height: before }} aria-hidden>
              <td colSpan={columns.length + 1} />
            </tr>
          ) : null}
          {items.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2}>
              <td className="number result-index">{index + 1}</td>
              {columns.map((column, at) => (
                <td key={column} className={isNumber[at] ? 'number' : ''}>
                  <div className="result-cell">
                    <GraphCell value={rows[index]?.[at] ?? null} />
                  </div>
                </td>
              ))}
            </tr>
          ))}
          {after > 0 ? (
            <tr style={{ height: after }} aria-hidden>
              <td colSpan={columns.length + 1} />
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  )
}
