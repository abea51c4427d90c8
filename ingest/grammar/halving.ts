/** Places in what is sorted, found by halving, so that a long list costs no more than its length. */

/** The first of `count` places that is not before what is looked for; `count` itself where all are before it. */
export function firstNotBefore(count: number, isBefore: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
