/** Many documents over few hospitals, so that most things are shared and folded from several; and what a store holds, to be compared. */
import type { GraphStore } from '../../cypher/store/index.ts'
import type { DocumentRecord } from '../../ingest/index.ts'
import { cooperation, hospital, recordOf, statement } from '../unit/resolve/records.ts'

const HOSPITALS = 80
const BATCHES = 60
const BATCH = 4

export function recordAt(number: number): DocumentRecord {
  const chosen = Array.from({ length: 8 }, (_, at) => (number * 7 + at * 11) % HOSPITALS)
  const names = chosen.map((index) => `第${index}医院`)
  const entities = chosen.map((index) => `hospital/330282/第${index}医院`)
  const pairs = entities.slice(1).map((entity, at) => [entities[at]!, entity] as const)
  return recordOf({
    text: `${names.join('与')}签约。`,
    year: 2020 + (number % 4),
    publisher: `局${number}`,
    mentions: entities.map((entity, at) => hospital(entity, names[at]!)),
    claims: [
      ...pairs.map(([a, b]) => cooperation(a, b, { form: '签约', status: 'in_effect', year: 2020 + (number % 4) })),
      ...entities.map((entity) => statement(entity, 'beds', 100 + number)),
    ],
  })
}

/** The whole load, in the portions in which it is read. */
export function listBatches(): DocumentRecord[][] {
  return Array.from({ length: BATCHES }, (_, batch) => Array.from({ length: BATCH }, (__, at) => recordAt(batch * BATCH + at)))
}

/** Everything in the store but the engine's ids; doubled things show as doubled lines. */
export async function dump(store: GraphStore): Promise<string[]> {
  const wide = { limit: 1_000_000, timeout: 60_000 }
  const nodes = await store.read("MATCH (n) WHERE n.id <> 'schema' RETURN n.id, properties(n) AS p", {}, wide)
  const relations = await store.read('MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r) AS p', {}, wide)
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value
  return [...nodes.rows, ...relations.rows].map((row) => JSON.stringify(row.map(sorted))).sort()
}
