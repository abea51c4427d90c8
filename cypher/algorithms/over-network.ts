/** The algorithms that run over the network in memory: from checked parameters to rows. */
import { StoreError } from '../store/port.ts'
import { ranked, rounded, type AlgorithmRow, type Found, type Note } from './answer.ts'
import type { Groups } from './communities.ts'
import { degreeOf, edgeCount, neighboursOf, type FoldedGraph } from './folded-graph.ts'
import type { Network } from './network.ts'
import { drawNumbers } from './random.ts'
import { foldPart, idOf, labelOf, selectPart, sizeOf, type Part, type Selection, type Weighting } from './selection.ts'
import { work, type WorkOptions } from './work.ts'

export interface Given {
  readonly network: Network
  /** Checked, with the usual values. */
  readonly params: Readonly<Record<string, unknown>>
  readonly work: WorkOptions
}

/** Steps of Brandes' accumulation that are affordable: about four seconds on one core of 2024. */
const AFFORDABLE = 1e8
/** Sources below which an estimate says little. */
const FEWEST_SOURCES = 200

interface Prepared {
  readonly part: Part
  readonly graph: FoldedGraph
  readonly read: NonNullable<Found['read']>
}

export function selectionOf(params: Readonly<Record<string, unknown>>): Selection {
  return params as unknown as Selection
}

function prepare({ network, params }: Given): Prepared {
  const part = selectPart(network, selectionOf(params))
  const graph = foldPart(part, (params['weight'] ?? 'relations') as Weighting)
  return { part, graph, read: { ...sizeOf(part), edges: edgeCount(graph) } }
}

const nodesOf = ({ graph }: Prepared): number[] => Array.from({ length: graph.size }, (_, node) => node)

export function findDegrees(given: Given): Promise<Found> {
  const prepared = prepare(given)
  const { part, graph, read } = prepared
  const relations = new Float64Array(graph.size)
  const documents = new Float64Array(graph.size)
  for (const line of part.lines) {
    for (const number of [line.from, line.to]) {
      const node = part.nodeByNumber[number]!
      relations[node] = relations[node]! + 1
      documents[node] = documents[node]! + line.documents
    }
  }
  const rows = nodesOf(prepared).map((node) => ({
    id: idOf(part, node),
    label: labelOf(part, node),
    neighbours: degreeOf(graph, node),
    relations: relations[node]!,
    documents: documents[node]!,
  }))
  return Promise.resolve({
    rows: ranked(
      rows,
      (row) => row.neighbours,
      (row) => row.relations,
      (row) => row.documents,
    ),
    read,
  })
}

function sampleNote(drawn: number, all: number): Note {
  return {
    code: 'sampled',
    zh: `由 ${drawn} 个随机起点估计（共 ${all} 个）；“标准误”一列说明误差`,
    en: `Estimated from ${drawn} drawn sources of ${all}; the column "Standard error" tells how well`,
  }
}

/** How many sources are affordable on a graph: all, or as many as the steps allow. */
export function affordableSources({ size, neighbours }: Pick<FoldedGraph, 'size' | 'neighbours'>): number {
  const steps = size + neighbours.length
  if (size * steps <= AFFORDABLE) return size
  return Math.min(size, Math.max(FEWEST_SOURCES, Math.floor(AFFORDABLE / steps)))
}

export async function findBridges(given: Given): Promise<Found> {
  const prepared = prepare(given)
  const { part, graph, read } = prepared
  const wanted = given.params['sources'] as number | null
  const drawn = Math.min(graph.size, wanted ?? affordableSources(graph))
  const sources = drawNumbers(graph.size, drawn, given.params['seed'] as number)
  const { scores, errors } = await work({ task: 'betweenness', given: { graph, sources } }, given.work)
  const isExact = drawn === graph.size
  const rows = nodesOf(prepared).map((node) => ({
    id: idOf(part, node),
    label: labelOf(part, node),
    betweenness: rounded(scores[node]!),
    error: isExact ? null : rounded(errors[node]!),
    neighbours: degreeOf(graph, node),
  }))
  return {
    rows: ranked(rows, (row) => row.betweenness),
    read,
    notes: isExact ? [] : [sampleNote(drawn, graph.size)],
  }
}

function groupRows({ part, graph }: Prepared, { groups, sizes }: Groups, column: 'community' | 'component'): AlgorithmRow[] {
  const rows = Array.from(groups, (group, node) => ({
    [column]: group,
    size: sizes[group - 1] ?? 0,
    id: idOf(part, node),
    label: labelOf(part, node),
    inside: neighboursOf(graph, node).reduce((sum, other) => sum + (groups[other] === group ? 1 : 0), 0),
    neighbours: degreeOf(graph, node),
  }))
  return ranked(
    rows,
    (row) => -(row[column] as number),
    (row) => row.inside,
    (row) => row.neighbours,
  )
}

export async function findCommunityRows(given: Given): Promise<Found> {
  const prepared = prepare(given)
  const { params } = given
  const options = { resolution: params['resolution'] as number, seed: params['seed'] as number }
  const groups = await work({ task: 'communities', given: { graph: prepared.graph, ...options } }, given.work)
  const share = groups.modularity === null ? '' : groups.modularity.toFixed(3)
  const note = {
    code: 'communities',
    zh: `共 ${groups.sizes.length} 个社群，模块度 ${share}；随机种子 ${options.seed}，同样的种子给出同样的结果`,
    en: `${groups.sizes.length} communities, modularity ${share}; seed ${options.seed}, which gives the same again`,
  }
  return { rows: groupRows(prepared, groups, 'community'), read: prepared.read, notes: groups.modularity === null ? [] : [note] }
}

export async function findComponentRows(given: Given): Promise<Found> {
  const prepared = prepare(given)
  const groups = await work({ task: 'components', given: { graph: prepared.graph } }, given.work)
  const count = groups.sizes.length
  const note = { code: 'components', zh: `共 ${count} 个互不相连的部分`, en: `${count} parts that are not connected` }
  return { rows: groupRows(prepared, groups, 'component'), read: prepared.read, notes: count === 0 ? [] : [note] }
}

export async function findNeighbourhood(given: Given): Promise<Found> {
  const { part, graph, read } = prepare(given)
  const id = given.params['id'] as string
  const source = part.nodeByNumber[given.network.numberById.get(id) ?? -1] ?? -1
  if (source < 0) {
    const note = { code: 'alone', zh: '在所选的关系里，它没有相连的节点', en: 'Among the chosen relations it is connected with nothing' }
    return { rows: [], read, notes: [note] }
  }
  const { nodes, steps, through } = await work(
    { task: 'reach', given: { graph, source, hops: given.params['hops'] as number } },
    given.work,
  )
  const rows = Array.from(nodes, (node, at) => ({
    id: idOf(part, node),
    label: labelOf(part, node),
    hops: steps[at]!,
    through: idOf(part, through[at]!),
  }))
  return { rows, read }
}

/** Pairs of one projection that are held and ranked: those that share most. */
const MOST_PAIRS = 1_000_000

/** What each thing of a kind has: its neighbours; of a district those of everything that stands in it, too. */
function havingOf(part: Part, graph: FoldedGraph, kind: string): Map<number, Int32Array> {
  const { network, nodes } = part
  if (kind !== 'District') {
    const own = Array.from(nodes, (number, node) => [number, node] as const).filter(([, node]) => labelOf(part, node) === kind)
    return new Map(own.map(([number, node]) => [number, neighboursOf(graph, node)]))
  }
  const things = new Map<number, Set<number>>()
  nodes.forEach((number, node) => {
    const places = labelOf(part, node) === 'District' ? [number] : (network.above.get(number) ?? [])
    for (const place of places) {
      const held = things.get(place) ?? new Set()
      things.set(place, held)
      for (const neighbour of neighboursOf(graph, node)) held.add(neighbour)
    }
  })
  return new Map([...things].map(([place, held]) => [place, Int32Array.from(held).sort()]))
}

function boundNote(bound: number, counted: number): Note {
  return {
    code: 'bounded',
    zh: `共有 ${counted} 对，太多；只排了共有 ${bound} 个以上的`,
    en: `${counted} pairs are too many: only those that share ${bound} or more are ranked`,
  }
}

export async function findProjection(given: Given): Promise<Found> {
  const { part, graph, read } = prepare(given)
  const { params, network } = given
  const things = [...havingOf(part, graph, params['of'] as string)].sort(([a], [b]) => a - b)
  const having = things.map(([, held]) => Int32Array.from(held))
  const task = { having, size: graph.size, least: params['least'] as number, mostPairs: MOST_PAIRS }
  const { pairs, shared, counted, bound } = await work({ task: 'projection', given: task }, given.work)
  // So many share equally much that none of them stands out.
  if (counted > 0 && pairs.length === 0) {
    const message = `超过 ${MOST_PAIRS / 10_000} 万对共有同样多，分不出先后。请提高 least（至少共有几个），或缩小范围。`
    throw new StoreError('algorithm.too-large', message)
  }
  const idAt = (at: number): string => network.ids[things[at]?.[0] ?? -1] ?? ''
  const rows = pairs.map(([a, b], at) => {
    const both = shared[at]!
    return { a: idAt(a), b: idAt(b), shared: both, similarity: rounded(both / (having[a]!.length + having[b]!.length - both)) }
  })
  return {
    rows: ranked(
      rows,
      (row) => row.shared,
      (row) => row.similarity,
    ),
    read,
    notes: bound > task.least ? [boundNote(bound, counted)] : [],
  }
}
