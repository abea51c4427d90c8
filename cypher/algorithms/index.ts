/** The face of the algorithms: one call by name, over a store, with checked parameters and told limits. */
import type { GraphValue } from '../model/index.ts'
import { runQuery } from '../queries/registry.ts'
import { StoreError, type GraphStore } from '../store/port.ts'
import { nameColumns, type AlgorithmRow, type Found, type Note } from './answer.ts'
import {
  algorithmNames,
  algorithms,
  isAlgorithm,
  MOST_ALGORITHM_ROWS,
  type AlgorithmDefinition,
  type AlgorithmName,
} from './definitions.ts'
import { readNetwork, type Network } from './network.ts'
import {
  findBridges,
  findCommunityRows,
  findComponentRows,
  findDegrees,
  findNeighbourhood,
  findProjection,
  type Given,
} from './over-network.ts'
import { findCommonPartners, findShortestPaths, type Asked } from './over-store.ts'
import { checkGiven } from './parameters.ts'

export {
  algorithmNames,
  algorithms,
  isAlgorithm,
  MOST_ALGORITHM_ROWS,
  type AlgorithmDefinition,
  type AlgorithmName,
} from './definitions.ts'
export { readNetwork, type Network } from './network.ts'
export type { AlgorithmRow, Note } from './answer.ts'
export { selectionParameters, type AlgorithmParameter } from './parameters.ts'

export interface AlgorithmOptions {
  /** Rows; the definition's own number unless given, and never more than MOST_ALGORITHM_ROWS. */
  readonly limit?: number
  /** Milliseconds for the work itself; reading the network has its own. */
  readonly timeout?: number
  readonly signal?: AbortSignal
  /** Gives the network where it is kept; without it it is read. */
  readonly network?: () => Promise<Network>
}

export interface AlgorithmAnswer {
  readonly algorithm: AlgorithmName
  /** As it ran, with the usual values. */
  readonly parameters: Readonly<Record<string, unknown>>
  readonly rows: readonly AlgorithmRow[]
  readonly limit: number
  readonly limitHit: boolean
  /** Rows in all, where that is known. */
  readonly total: number | null
  /** Of the network: what was read, and what the selection left out. */
  readonly read: { readonly nodes: number; readonly relations: number; readonly edges: number; readonly leftOut: number } | null
  readonly notes: readonly Note[]
  readonly milliseconds: number
}

const DEADLINE = 30_000

type Finder =
  | { readonly over: 'network'; readonly find: (given: Given) => Promise<Found> }
  | { readonly over: 'store'; readonly find: (asked: Asked) => Promise<Found> }

const overNetwork = (find: (given: Given) => Promise<Found>): Finder => ({ over: 'network', find })
const overStore = (find: (asked: Asked) => Promise<Found>): Finder => ({ over: 'store', find })

const finders: Readonly<Record<AlgorithmName, Finder>> = {
  degree: overNetwork(findDegrees),
  betweenness: overNetwork(findBridges),
  communities: overNetwork(findCommunityRows),
  components: overNetwork(findComponentRows),
  neighbourhood: overNetwork(findNeighbourhood),
  projection: overNetwork(findProjection),
  'shortest-paths': overStore(findShortestPaths),
  'common-partners': overStore(findCommonPartners),
}

/** One algorithm. Throws StoreError `algorithm.unknown`, which lists those that there are. */
export function algorithmByName(name: string): AlgorithmDefinition & { readonly name: AlgorithmName } {
  if (!isAlgorithm(name)) throw new StoreError('algorithm.unknown', `没有名为 ${name} 的算法；有的是 ${algorithmNames.join('、')}。`)
  return { name, ...algorithms[name] }
}

async function namesOf(store: Pick<GraphStore, 'read'>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await runQuery<Readonly<Record<string, GraphValue>>>(store, 'list-names', { ids })
  return new Map(rows.flatMap(({ id, name }) => (typeof id === 'string' && typeof name === 'string' ? [[id, name] as const] : [])))
}

/** Throws StoreError `algorithm.unknown-id` where one of the ids that people gave is not in the store. */
async function mustExist(
  store: Pick<GraphStore, 'read'>,
  { parameters }: AlgorithmDefinition,
  params: Readonly<Record<string, unknown>>,
): Promise<void> {
  const given = parameters.flatMap(({ name, kind }) => (kind === 'id' || kind === 'ids' ? (params[name] as string | string[]) : []))
  const found = await namesOf(store, given)
  const missing = given.find((id) => !found.has(id))
  if (missing !== undefined) throw new StoreError('algorithm.unknown-id', `图谱里没有 ${missing}。`)
}

/** The rows with the names of their things, their cells in the order of the columns. */
async function dressed(
  store: Pick<GraphStore, 'read'>,
  { columns }: AlgorithmDefinition,
  rows: readonly AlgorithmRow[],
): Promise<AlgorithmRow[]> {
  const named = columns.flatMap(({ name }) => {
    const source = nameColumns[name]
    return source === undefined ? [] : [[name, source] as const]
  })
  const isBare = rows.some((row) => named.some(([name]) => row[name] === undefined))
  const ids = isBare ? rows.flatMap((row) => named.flatMap(([, source]) => (typeof row[source] === 'string' ? row[source] : []))) : []
  const names = await namesOf(store, [...new Set(ids)].sort())
  const nameOf = (row: AlgorithmRow, source: string): string => names.get(String(row[source])) ?? String(row[source])
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(({ name }) => {
        const source = nameColumns[name]
        return [name, row[name] ?? (source === undefined ? null : nameOf(row, source))]
      }),
    ),
  )
}

/**
 * Runs an algorithm. Throws StoreError: `algorithm.unknown`, `algorithm.bad-parameter`, `algorithm.unknown-id`, `algorithm.too-large`,
 * `algorithm.timeout`, `algorithm.memory`, and what a read of the store throws.
 */
export async function runAlgorithm(
  store: Pick<GraphStore, 'read'>,
  { name, params }: { readonly name: string; readonly params: Readonly<Record<string, unknown>> },
  options: AlgorithmOptions = {},
): Promise<AlgorithmAnswer> {
  const definition = algorithmByName(name)
  const parameters = checkGiven(definition, params)
  const started = performance.now()
  await mustExist(store, definition, parameters)
  const limit = Math.min(options.limit ?? definition.limit, MOST_ALGORITHM_ROWS)
  const found = await find(store, { name: definition.name, parameters, limit }, options)
  const rows = await dressed(store, definition, found.rows.slice(0, limit))
  return {
    algorithm: definition.name,
    parameters,
    rows,
    limit,
    limitHit: found.isCut === true || found.rows.length > limit,
    total: found.isCut === true ? null : found.rows.length,
    read: found.read ?? null,
    notes: found.notes ?? [],
    milliseconds: performance.now() - started,
  }
}

interface Checked {
  readonly name: AlgorithmName
  readonly parameters: Readonly<Record<string, unknown>>
  readonly limit: number
}

async function find(
  store: Pick<GraphStore, 'read'>,
  { name, parameters: params, limit }: Checked,
  options: AlgorithmOptions,
): Promise<Found> {
  const { timeout = DEADLINE, signal } = options
  const reading = signal === undefined ? {} : { signal }
  const finder = finders[name]
  if (finder.over === 'store') return finder.find({ store, params, limit, options: { timeout, ...reading } })
  const network = await (options.network?.() ?? readNetwork(store, reading))
  return finder.find({ network, params, work: { timeout, signal } })
}
