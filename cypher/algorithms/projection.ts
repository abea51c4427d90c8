/** One-mode projection: two things are joined by what both of them have. */

export interface ProjectionTask {
  /** For each thing that is projected, what it has: ascending, each once. */
  readonly having: readonly Int32Array[]
  /** Number above every one that a thing can have. */
  readonly size: number
  /** Shared things below which a pair is left out. */
  readonly least: number
  /** Pairs held at most; one more ends the work. */
  readonly mostPairs: number
}

export interface Projection {
  /** Pairs by their places in `having`, the smaller first, ascending. */
  readonly pairs: readonly (readonly [number, number])[]
  readonly shared: readonly number[]
  readonly isTooMany: boolean
}

/** Counts what each two share; the work is the sum of the squares of how often each shared thing is had. */
export function projectShared({ having, size, least, mostPairs }: ProjectionTask): Projection {
  const havers = gatherHavers(having, size)
  const counts = new Int32Array(having.length)
  const pairs: (readonly [number, number])[] = []
  const shared: number[] = []
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
      if (count < least) continue
      if (pairs.length >= mostPairs) return { pairs, shared, isTooMany: true }
      pairs.push([first, second])
      shared.push(count)
    }
  }
  return { pairs, shared, isTooMany: false }
}

function gatherHavers(having: readonly Int32Array[], size: number): readonly (readonly number[] | undefined)[] {
  const havers: (number[] | undefined)[] = Array.from({ length: size }, () => undefined)
  having.forEach((things, at) => {
    for (const thing of things) (havers[thing] ??= []).push(at)
  })
  return havers
}
