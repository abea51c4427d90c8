/** A graph as the kernels read it: nodes by number, one weighted edge between two of them, neighbours in ascending order. */

/** Only numbers in typed arrays, so that it goes to another thread at little cost. */
export interface FoldedGraph {
  readonly size: number
  /** Neighbours of node n stand from `offsets[n]` to `offsets[n + 1]`. */
  readonly offsets: Int32Array
  readonly neighbours: Int32Array
  /** Of the edge to the neighbour at the same place. */
  readonly weights: Float64Array
}

/** Edges before folding, side by side: in whatever order and direction, more than once, loops too. Weights are above 0. */
export interface LooseEdges {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly weights: Float64Array
}

/** Neighbours of every node as they come, with those that come twice. */
function gatherLoose(size: number, { from, to, weights }: LooseEdges): FoldedGraph {
  const offsets = new Int32Array(size + 1)
  const isLoop = (at: number): boolean => from[at] === to[at]
  for (let at = 0; at < from.length; at += 1) {
    if (isLoop(at)) continue
    offsets[from[at]! + 1] = offsets[from[at]! + 1]! + 1
    offsets[to[at]! + 1] = offsets[to[at]! + 1]! + 1
  }
  for (let node = 0; node < size; node += 1) offsets[node + 1] = offsets[node + 1]! + offsets[node]!
  const next = offsets.slice(0, size)
  const loose = { size, offsets, neighbours: new Int32Array(offsets[size]!), weights: new Float64Array(offsets[size]!) }
  const put = (node: number, neighbour: number, weight: number): void => {
    const at = next[node]!
    loose.neighbours[at] = neighbour
    loose.weights[at] = weight
    next[node] = at + 1
  }
  for (let at = 0; at < from.length; at += 1) {
    if (isLoop(at)) continue
    put(from[at]!, to[at]!, weights[at]!)
    put(to[at]!, from[at]!, weights[at]!)
  }
  return loose
}

/** Folds all edges between two nodes into one with their weights summed; loops are left out. */
export function foldEdges(size: number, edges: LooseEdges): FoldedGraph {
  const loose = gatherLoose(size, edges)
  const offsets = new Int32Array(size + 1)
  const neighbours: number[] = []
  const weights: number[] = []
  const sums = new Float64Array(size)
  for (let node = 0; node < size; node += 1) {
    const found: number[] = []
    for (let at = loose.offsets[node]!; at < loose.offsets[node + 1]!; at += 1) {
      const neighbour = loose.neighbours[at]!
      if (sums[neighbour] === 0) found.push(neighbour)
      sums[neighbour] = sums[neighbour]! + loose.weights[at]!
    }
    for (const neighbour of found.sort((a, b) => a - b)) {
      neighbours.push(neighbour)
      weights.push(sums[neighbour]!)
      sums[neighbour] = 0
    }
    offsets[node + 1] = neighbours.length
  }
  return { size, offsets, neighbours: Int32Array.from(neighbours), weights: Float64Array.from(weights) }
}

export function edgeCount({ neighbours }: FoldedGraph): number {
  return neighbours.length / 2
}

export function degreeOf({ offsets }: FoldedGraph, node: number): number {
  return (offsets[node + 1] ?? 0) - (offsets[node] ?? 0)
}

/** Neighbours of a node, ascending; a view, not a copy. */
export function neighboursOf({ offsets, neighbours }: FoldedGraph, node: number): Int32Array {
  return neighbours.subarray(offsets[node], offsets[node + 1])
}
