/** What the kernels must give, worked out the slow way and by other means. */

export type Edge = readonly [number, number]

function isJoined(size: number, edges: readonly Edge[]): boolean[][] {
  const joined = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [a, b] of edges) {
    if (a === b) continue
    joined[a]![b] = true
    joined[b]![a] = true
  }
  return joined
}

/** Distances between all, by Floyd and Warshall; infinite where there is no way. */
function allDistances(size: number, edges: readonly Edge[]): number[][] {
  const joined = isJoined(size, edges)
  const distances = joined.map((row, a) => row.map((is, b) => (a === b ? 0 : is ? 1 : Number.POSITIVE_INFINITY)))
  for (let through = 0; through < size; through += 1)
    for (let a = 0; a < size; a += 1)
      for (let b = 0; b < size; b += 1) distances[a]![b] = Math.min(distances[a]![b]!, distances[a]![through]! + distances[through]![b]!)
  return distances
}

/** -1 where there is no way. */
export function distancesFrom(size: number, edges: readonly Edge[], source: number): number[] {
  return allDistances(size, edges)[source]!.map((distance) => (Number.isFinite(distance) ? distance : -1))
}

/** Share of the shortest paths of all ordered pairs of others that lead through each node, by listing every path. */
export function betweennessOf(size: number, edges: readonly Edge[]): number[] {
  const joined = isJoined(size, edges)
  const distances = allDistances(size, edges)
  const counts = Array.from({ length: size }, () => 0)
  const pathsBetween = (a: number, b: number): number[][] => {
    if (a === b) return [[a]]
    return joined[a]!.flatMap((is, next) =>
      is && distances[next]![b]! + 1 === distances[a]![b]! ? pathsBetween(next, b).map((path) => [a, ...path]) : [],
    )
  }
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < size; b += 1) {
      if (a === b || !Number.isFinite(distances[a]![b]!)) continue
      const paths = pathsBetween(a, b)
      for (const path of paths) for (const node of path.slice(1, -1)) counts[node] = counts[node]! + 1 / paths.length
    }
  const pairs = (size - 1) * (size - 2)
  return counts.map((count) => (pairs > 0 ? count / pairs : 0))
}

/** A mark of each node that it shares with all it can reach: the smallest of them. */
export function componentsOf(size: number, edges: readonly Edge[]): number[] {
  return allDistances(size, edges).map((row) => row.findIndex((distance) => Number.isFinite(distance)))
}

/** Pairs of lists with how many things they share. */
export function sharedOf(lists: readonly (readonly number[])[], least: number): number[][] {
  return lists.flatMap((first, a) =>
    lists.flatMap((second, b) => {
      const shared = first.filter((thing) => second.includes(thing)).length
      return a < b && shared >= least ? [[a, b, shared]] : []
    }),
  )
}
