/** Parts of a list that is sorted by place, found by halving, so that a long sentence costs no more than its length. */
import { firstNotBefore } from '../../grammar/halving.ts'

/** Items that begin in a half-open range. */
export function within<Item extends { readonly from: number }>(sorted: readonly Item[], from: number, to: number): readonly Item[] {
  return sorted.slice(firstAt(sorted, from), firstAt(sorted, to))
}

/** Index of the first item that begins at `place` or behind it. */
export function firstAt<Item extends { readonly from: number }>(sorted: readonly Item[], place: number): number {
  return firstNotBefore(sorted.length, (index) => (sorted[index]?.from ?? 0) < place)
}
