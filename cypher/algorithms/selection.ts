/** Which part of the network an algorithm runs over: relation types, kinds, forms, statuses, districts, years, and how well they are told. */
import type { EntityLabel } from '../model/index.ts'
import { foldEdges, type FoldedGraph } from './folded-graph.ts'
import type { Network, NetworkLine } from './network.ts'

/** Word for a relation of which no sentence gives a status. */
export const UNSTATED = 'unstated'

/** Of each list: empty means all. */
export interface Selection {
  readonly types: readonly string[]
  /** Kinds of both ends. */
  readonly kinds: readonly string[]
  readonly forms: readonly string[]
  readonly statuses: readonly string[]
  /** At least one end stands in one of these or below. */
  readonly districts: readonly string[]
  readonly from: number | null
  readonly to: number | null
  /** Independent documents that tell of it at least. */
  readonly documents: number
  /** 0 to 1. */
  readonly confidence: number
}

/** What of the network is left, its nodes numbered anew in the order of their ids. */
export interface Part {
  readonly network: Network
  readonly lines: readonly NetworkLine[]
  /** Number in the network of each node of the part, ascending. */
  readonly nodes: Int32Array
  /** The other way round; -1 where a thing of the network is not in the part. */
  readonly nodeByNumber: Int32Array
}

/** How much was read, for the sentence that goes with every answer. */
export interface PartSize {
  readonly nodes: number
  readonly relations: number
  /** Relations of the whole network that the selection leaves out. */
  readonly leftOut: number
}

/** Everything that stands in a district or in one below it, with the district; nothing stands in one that the network does not know. */
function standIn(network: Network, districts: readonly string[]): ReadonlySet<number> {
  const below = new Map<number, number[]>()
  for (const [thing, wider] of network.above) {
    for (const district of wider) {
      if (below.has(district)) below.get(district)?.push(thing)
      else below.set(district, [thing])
    }
  }
  const inside = new Set<number>()
  const waiting = districts.flatMap((id) => network.numberById.get(id) ?? [])
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (inside.has(at)) continue
    inside.add(at)
    waiting.push(...(below.get(at) ?? []))
  }
  return inside
}

function isAmong(list: readonly string[], word: string): boolean {
  return list.length === 0 || list.includes(word)
}

/** The relations that are left, and the things at their ends. */
export function selectPart(network: Network, selection: Selection): Part {
  const { types, kinds, forms, statuses, districts, from, to, documents, confidence } = selection
  const inside = districts.length === 0 ? null : standIn(network, districts)
  const hasKind = (at: number): boolean => isAmong(kinds, network.labels[at] ?? '')
  const lines = network.lines.filter(
    (line) =>
      isAmong(types, line.type) &&
      hasKind(line.from) &&
      hasKind(line.to) &&
      (forms.length === 0 || line.forms.some((form) => forms.includes(form))) &&
      isAmong(statuses, line.status ?? UNSTATED) &&
      line.documents >= documents &&
      line.confidence >= confidence &&
      (inside === null || inside.has(line.from) || inside.has(line.to)) &&
      (from === null || (line.lastYear !== null && line.lastYear >= from)) &&
      (to === null || (line.firstYear !== null && line.firstYear <= to)),
  )
  return { network, lines, ...numberNodes(network.ids.length, lines) }
}

function numberNodes(size: number, lines: readonly NetworkLine[]): Pick<Part, 'nodes' | 'nodeByNumber'> {
  const nodeByNumber = new Int32Array(size).fill(-1)
  for (const { from, to } of lines) {
    nodeByNumber[from] = 0
    nodeByNumber[to] = 0
  }
  const nodes: number[] = []
  nodeByNumber.forEach((mark, number) => {
    if (mark < 0) return
    nodeByNumber[number] = nodes.length
    nodes.push(number)
  })
  return { nodes: Int32Array.from(nodes), nodeByNumber }
}

export function sizeOf({ network, lines, nodes }: Part): PartSize {
  return { nodes: nodes.length, relations: lines.length, leftOut: network.lines.length - lines.length }
}

export function idOf({ network, nodes }: Part, node: number): string {
  return network.ids[nodes[node] ?? -1] ?? ''
}

export function labelOf({ network, nodes }: Part, node: number): EntityLabel {
  return network.labels[nodes[node] ?? -1] ?? 'District'
}

/** How much a relation counts for the edge into which it is folded. */
export const weightings = {
  relations: { zh: '关系条数', en: 'number of relations' },
  documents: { zh: '独立文档数', en: 'number of independent documents' },
  none: { zh: '不计', en: 'none' },
} as const
export type Weighting = keyof typeof weightings

/** The part as a graph: parallel relations become one edge with their weights summed. */
export function foldPart({ lines, nodes, nodeByNumber }: Part, weighting: Weighting = 'relations'): FoldedGraph {
  const from = Int32Array.from(lines, (line) => nodeByNumber[line.from]!)
  const to = Int32Array.from(lines, (line) => nodeByNumber[line.to]!)
  const weights = Float64Array.from(lines, ({ documents }) => (weighting === 'documents' ? Math.max(1, documents) : 1))
  const graph = foldEdges(nodes.length, { from, to, weights })
  return weighting === 'none' ? { ...graph, weights: graph.weights.map(() => 1) } : graph
}
