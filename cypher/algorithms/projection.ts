/** One-mode projection: two things are joined by what both of them have. */

export interface ProjectionTask {
  /** For each thing that is projected, what it has: ascending, each once. */
  readonly having: readonly Int32Array[]
  /** Number above every one that a thing can have. */
  readonly size: number
  /** Shared things below which a pair is left out. */
  readonly least: number
  /** Pairs held at most; where there are more, those that share least are let go. */
  readonly mostPairs: number
}

export interface Projection {
  /** Pairs by their places in `having`, the smaller first, ascending. */
  readonly pairs: readonly (readonly [number, number])[]
  readonly shared: readonly number[]
  /** Pairs that share `least` at least, held or not. */
  readonly counted: number
  /** All pairs that share so many are held: `least`, or more where there were too many. */
  readonly bound: number
}

/** The pairs met so far; of too many, those that share most. */
class Pairs {
  pairs: (readonly [number, number])[] = []
  shared: number[] = []
  counted = 0
  bound: number
  private readonly most: number

  constructor(least: number, most: number) {
    this.bound = least
    this.most = most
  }

  add(first: number, second: number, count: number): void {
    this.counted++
    if (count < this.bound) return
    this.pairs.push([first, second])
    this.shared.push(count)
    while (this.pairs.length > this.most) this.raise()
  }

  /** Lets those go that share least: half of them where that leaves any, so that this is not done at every pair. */
  private raise(): void {
    const ascending = Int32Array.from(this.shared).sort()
    const [lowest, middle, highest] = [0, (ascending.length - 1) >> 1, ascending.length - 1].map((at) => ascending[at]!)
    this.bound = middle! < highest! || lowest === highest ? middle! + 1 : middle!
    const { shared, bound } = this
    this.pairs = this.pairs.filter((_, at) => shared[at]! >= bound)
    this.shared = shared.filter((count) => count >= bound)
  }
}

/** Counts what each two share; the work is the sum of the squares of how often each shared thing is had. */
export function projectShared({ having, size, least, mostPairs }: ProjectionTask): Projection {
  const havers = gatherHavers(having, size)
  const counts = new Int32Array(having.length)
  const met = new Pairs(least, mostPairs)
  for (let first = 0; first < having.length; first += 1) {
    const touched: number[] = []
    for (const thing of having[first]!) {
      for (const second of havers[thing] ?? []) {
        if (second <= first) continue
        if (counts[second] === 0) touched.push(second)
        counts[second] = counts[second]! + 1
      }
    }
    for (const second of touched.sort((a, b) => a - b)) {
      const count = counts[second]!
      counts[second] = 0
      if (count >= least) met.add(first, second, count)
    }
  }
  const { pairs, shared, counted, bound } = met
  return { pairs, shared, counted, bound }
}

function gatherHavers(having: readonly Int32Array[], size: number): readonly (readonly number[] | undefined)[] {
  const havers: (number[] | undefined)[] = Array.from({ length: size }, () => undefined)
  having.forEach((things, at) => {
    for (const thing of things) (havers[thing] ??= []).push(at)
  })
  return havers
}
