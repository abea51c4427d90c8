/** The whole network of a store in memory: things by number, in the order of their ids, and every relation between them. */
import { setImmediate } from 'node:timers/promises'
import { claimedTypes, entityLabels, type ClaimedType, type EntityLabel, type GraphValue } from '../model/index.ts'
import { runQuery } from '../queries/registry.ts'
import { StoreError, type GraphStore, type ReadOptions } from '../store/port.ts'

export interface NetworkLine {
  readonly type: ClaimedType
  readonly from: number
  readonly to: number
  readonly forms: readonly string[]
  readonly status: string | null
  readonly firstYear: number | null
  readonly lastYear: number | null
  readonly documents: number
  /** 0 to 1. */
  readonly confidence: number
}

export interface Network {
  /** Ascending, so that a tie broken by number is a tie broken by id. */
  readonly ids: readonly string[]
  readonly labels: readonly EntityLabel[]
  readonly numberById: ReadonlyMap<string, number>
  /** Without LOCATED_IN and PART_OF. */
  readonly lines: readonly NetworkLine[]
  /** Districts directly above a thing, by LOCATED_IN and PART_OF. */
  readonly above: ReadonlyMap<number, readonly number[]>
}

/** Things that take part in a relation; beyond it the graph belongs into a store with algorithms of its own. */
const MOST_THINGS = 200_000
const MOST_LINES = 1_000_000
/** Rows that are taken apart before the loop turns: some tens of milliseconds. */
const ROWS_AT_ONCE = 2000
/** Milliseconds for reading everything. */
const READ_TIMEOUT = 60_000

const HIERARCHY: ReadonlySet<ClaimedType> = new Set(['LOCATED_IN', 'PART_OF'])

interface RawLine extends Omit<NetworkLine, 'from' | 'to'> {
  readonly from: string
  readonly to: string
}

type Row = Readonly<Record<string, GraphValue>>

function listOf(row: Row, column: string): readonly GraphValue[] {
  const value = row[column]
  return Array.isArray(value) ? value : []
}

function yearOf(value: GraphValue | undefined): number | null {
  return typeof value === 'number' && value > 0 ? value : null
}

function linesOf(row: Row): RawLine[] {
  const from = row['id']
  const [types, ends, forms] = [listOf(row, 'types'), listOf(row, 'ends'), listOf(row, 'forms')]
  const [statuses, documents, confidences] = [listOf(row, 'statuses'), listOf(row, 'documents'), listOf(row, 'confidences')]
  const [firstYears, lastYears] = [listOf(row, 'firstYears'), listOf(row, 'lastYears')]
  return ends.flatMap((to, at): RawLine[] => {
    const type = claimedTypes.find((one) => one === types[at])
    if (typeof from !== 'string' || typeof to !== 'string' || type === undefined) return []
    const [form, status, told, sure] = [forms[at], statuses[at], documents[at], confidences[at]]
    return [
      {
        type,
        from,
        to,
        forms: Array.isArray(form) ? form.filter((one) => typeof one === 'string') : [],
        status: typeof status === 'string' && status !== '' ? status : null,
        firstYear: yearOf(firstYears[at]),
        lastYear: yearOf(lastYears[at]),
        documents: typeof told === 'number' ? told : 0,
        confidence: typeof sure === 'number' ? sure : 1,
      },
    ]
  })
}

/** Kind of a thing by the first part of its id (`hospital/…`). */
function kindOf(id: string): EntityLabel | undefined {
  const head = id.slice(0, id.indexOf('/'))
  return entityLabels.find((label) => label.toLowerCase() === head)
}

function tooLarge(): StoreError {
  return new StoreError(
    'algorithm.too-large',
    `图谱超过 ${MOST_THINGS / 10_000} 万个节点或 ${MOST_LINES / 10_000} 万条关系，不在这里计算；请推送到 Neo4j，用它的图算法库。`,
  )
}

/** Reads the network. Throws StoreError, `algorithm.too-large` where it would not be whole. */
export async function readNetwork(store: Pick<GraphStore, 'read'>, options: Pick<ReadOptions, 'signal'> = {}): Promise<Network> {
  const { rows, limitHit } = await runQuery<Row>(store, 'list-network-lines', {}, { ...options, limit: MOST_THINGS, timeout: READ_TIMEOUT })
  if (limitHit) throw tooLarge()
  const raw: RawLine[] = []
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    for (const row of rows.slice(at, at + ROWS_AT_ONCE)) for (const line of linesOf(row)) raw.push(line)
    // Others are answered between two pieces.
    await setImmediate()
  }
  if (raw.length > MOST_LINES) throw tooLarge()
  return buildNetwork(raw)
}

/** A network of relations by the ids of their ends; what is no thing of the model is passed over. */
export function buildNetwork(raw: readonly RawLine[]): Network {
  const found = new Map<string, EntityLabel>()
  for (const { from, to } of raw) {
    for (const id of [from, to]) {
      const label = found.has(id) ? undefined : kindOf(id)
      if (label !== undefined) found.set(id, label)
    }
  }
  const ids = [...found.keys()].sort()
  const numberById = new Map(ids.map((id, at) => [id, at]))
  const lines: NetworkLine[] = []
  const above = new Map<number, number[]>()
  for (const line of raw) {
    const [from, to] = [numberById.get(line.from), numberById.get(line.to)]
    if (from === undefined || to === undefined) continue
    if (!HIERARCHY.has(line.type)) lines.push({ ...line, from, to })
    else if (above.has(from)) above.get(from)?.push(to)
    else above.set(from, [to])
  }
  return { ids, labels: ids.map((id) => found.get(id) ?? 'District'), numberById, lines, above }
}
