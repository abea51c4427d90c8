/** What an algorithm gives: rows of plain values, how much was read, and what must be known with them. */
import type { Caption } from '../model/index.ts'
import type { PartSize } from './selection.ts'

export type Cell = string | number | null | string[]
export type AlgorithmRow = Readonly<Record<string, Cell>>

/** A sentence that belongs to the rows; `code` is stable. */
export interface Note extends Caption {
  readonly code: string
}

/** Rows in their order, without names, which are asked for of those that are shown alone. */
export interface Found {
  readonly rows: readonly AlgorithmRow[]
  /** Whether there are more than these in the store; of a network all are known. */
  readonly isCut?: boolean
  readonly read?: PartSize & { readonly edges: number }
  readonly notes?: readonly Note[]
}

/** Columns that hold the name of the thing whose id stands in another. */
export const nameColumns: Readonly<Record<string, string>> = { name: 'id', aName: 'a', bName: 'b', throughName: 'through' }

/** Nine digits: what differs below them is the order of adding, not the graph. */
export function rounded(value: number): number {
  return Number(value.toPrecision(9))
}

/** Largest first, of equals by the order in which they came. */
export function ranked<T>(items: readonly T[], ...by: readonly ((item: T) => number)[]): T[] {
  return [...items].sort((a, b) => {
    for (const value of by) if (value(a) !== value(b)) return value(b) - value(a)
    return 0
  })
}
