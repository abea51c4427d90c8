/** Everything within so many steps of a node. */
import { neighboursOf, type FoldedGraph } from './folded-graph.ts'

export interface Reached {
  /** Nearest first, of equals by number; without the source. */
  readonly nodes: Int32Array
  readonly steps: Int32Array
  /** The smallest node through which each is reached in so many steps. */
  readonly through: Int32Array
}

/** Breadth first, up to `hops` steps. */
export function findReach(graph: FoldedGraph, source: number, hops: number): Reached {
  const seen = new Uint8Array(graph.size)
  seen[source] = 1
  const nodes: number[] = []
  const steps: number[] = []
  const through: number[] = []
  let edge: number[] = [source]
  for (let step = 1; step <= hops && edge.length > 0; step += 1) {
    const found = new Map<number, number>()
    for (const node of edge) {
      for (const neighbour of neighboursOf(graph, node)) {
        if (seen[neighbour] === 1 || found.has(neighbour)) continue
        found.set(neighbour, node)
      }
    }
    // The edge ascends, so that the first way in is the one by the smallest node.
    edge = [...found.keys()].sort((a, b) => a - b)
    for (const node of edge) {
      seen[node] = 1
      nodes.push(node)
      steps.push(step)
      through.push(found.get(node) ?? source)
    }
  }
  return { nodes: Int32Array.from(nodes), steps: Int32Array.from(steps), through: Int32Array.from(through) }
}
