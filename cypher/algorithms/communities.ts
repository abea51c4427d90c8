/** Communities (Louvain, by graphology) and components; both numbered from the largest down. */
import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import { neighboursOf, type FoldedGraph } from './folded-graph.ts'
import { randomFrom } from './random.ts'

/** Its types say that the function is the default of the default, which it is not: the package has no ES module. */
const runLouvain = louvain as unknown as (typeof louvain)['default']

export interface Groups {
  /** Number of the group of each node, from 1: the largest first, of equals the one with the smallest node. */
  readonly groups: Int32Array
  readonly sizes: Int32Array
  /** Of communities: how much more lies within groups than chance would put there, up to 1. */
  readonly modularity: number | null
}

export interface CommunityOptions {
  /** Above 1 finds smaller groups, below 1 larger ones. */
  readonly resolution: number
  readonly seed: number
}

/** Groups by density, weighted; the same seed gives the same groups. */
export function findCommunities(graph: FoldedGraph, { resolution, seed }: CommunityOptions): Groups {
  if (graph.neighbours.length === 0)
    return { ...numberGroups(Int32Array.from({ length: graph.size }, (_, node) => node)), modularity: null }
  const given = new UndirectedGraph()
  for (let node = 0; node < graph.size; node += 1) given.addNode(node)
  for (let node = 0; node < graph.size; node += 1) {
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
      const neighbour = graph.neighbours[at]!
      if (node < neighbour) given.addUndirectedEdge(node, neighbour, { weight: graph.weights[at]! })
    }
  }
  const { communities, modularity } = runLouvain.detailed(given, { getEdgeWeight: 'weight', resolution, rng: randomFrom(seed) })
  return { ...numberGroups(Int32Array.from({ length: graph.size }, (_, node) => communities[String(node)] ?? 0)), modularity }
}

/** What hangs together at all. */
export function findComponents(graph: FoldedGraph): Groups {
  const marks = new Int32Array(graph.size).fill(-1)
  const waiting = new Int32Array(graph.size)
  for (let start = 0; start < graph.size; start += 1) {
    if (marks[start]! >= 0) continue
    marks[start] = start
    waiting[0] = start
    let end = 1
    for (let at = 0; at < end; at += 1) {
      for (const neighbour of neighboursOf(graph, waiting[at]!)) {
        if (marks[neighbour]! >= 0) continue
        marks[neighbour] = start
        waiting[end] = neighbour
        end += 1
      }
    }
  }
  return { ...numberGroups(marks), modularity: null }
}

/** Numbers any marks of groups by size. */
function numberGroups(marks: Int32Array): Pick<Groups, 'groups' | 'sizes'> {
  const found = new Map<number, { first: number; size: number }>()
  marks.forEach((mark, node) => {
    const group = found.get(mark)
    if (group === undefined) found.set(mark, { first: node, size: 1 })
    else group.size += 1
  })
  const ranked = [...found].sort(([, a], [, b]) => b.size - a.size || a.first - b.first)
  const numberByMark = new Map(ranked.map(([mark], at) => [mark, at + 1]))
  return {
    groups: marks.map((mark) => numberByMark.get(mark) ?? 0),
    sizes: Int32Array.from(ranked, ([, { size }]) => size),
  }
}
