/** Counts of right, extra and missing things, and the figures made of them. */

/** True positives, extras, misses. */
export interface Counts {
  right: number
  extra: number
  missing: number
}

/** How many of how many. */
export interface Share {
  right: number
  of: number
}

export function noCounts(): Counts {
  return { right: 0, extra: 0, missing: 0 }
}

export function addCounts(to: Counts, more: Counts): void {
  to.right += more.right
  to.extra += more.extra
  to.missing += more.missing
}

export function sumCounts(all: Iterable<Counts>): Counts {
  const sum = noCounts()
  for (const counts of all) addCounts(sum, counts)
  return sum
}

/** Precision, recall and F1; 0 where nothing was said or nothing is there. */
export function figuresOf({ right, extra, missing }: Counts): { precision: number; recall: number; f1: number } {
  const precision = right + extra > 0 ? right / (right + extra) : 0
  const recall = right + missing > 0 ? right / (right + missing) : 0
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
  return { precision, recall, f1 }
}
