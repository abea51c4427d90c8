/** Parts of a list that is sorted by place, found by halving, so that a long sentence costs no more than its length. */

/** Items that begin in a half-open range. */
export function within<Item extends { readonly from: number }>(sorted: readonly Item[], from: number, to: number): readonly Item[] {
  return sorted.slice(firstAt(sorted, from), firstAt(sorted, to))
}

/** Index of the first item that begins at `place` or behind it. */
export function firstAt<Item extends { readonly from: number }>(sorted: readonly Item[], place: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.from ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}
