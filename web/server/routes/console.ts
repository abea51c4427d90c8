/** POST /api/cypher and /api/cypher/explain, GET /api/queries: the console. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { GraphValue } from '../../../cypher/model/index.ts'
import { loadQueries } from '../../../cypher/queries/registry.ts'
import { endsOfId } from '../../../cypher/store/rows.ts'
import { cypherRequestSchema, type CypherResponse, type NamedQuery } from '../../contract/index.ts'
import { textOf } from '../ask.ts'
import type { Context } from '../context.ts'
import { isClaimedType, isEntityLabel, readScene } from '../scene.ts'
import { bodyOf } from '../validate.ts'

const DEFAULT_LIMIT = 1000
/** Behind the numbers of all questions. */
const LAST = 100
/** Things that one result may add to the scene, as many as a scene holds. */
const MOST_THINGS = 2000
/** Characters of one text in a cell; a whole document is read on its own page. */
const LONGEST_TEXT = 2000

const explainRequest = cypherRequestSchema.pick({ query: true })

/** Ids of things among the values, the ends of relations too. */
function collectThings(value: GraphValue, ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) return value.forEach((item) => collectThings(item, ids))
  if (value.kind === 'map') return Object.values(value.entries).forEach((item) => collectThings(item, ids))
  if (value.kind === 'path') return [...value.nodes, ...value.relations].forEach((item) => collectThings(item, ids))
  const id = textOf(value.properties['id'])
  if (id === null) return
  if (value.kind === 'node' && value.labels.some(isEntityLabel)) ids.add(id)
  if (value.kind === 'relation' && isClaimedType(value.type)) {
    // A line is drawn with both its ends, which its id names.
    const { from, to } = endsOfId(id)
    ids.add(from).add(to)
  }
}

/** Cuts long texts and says how long they are. */
function shorten(value: GraphValue): GraphValue {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…（共 ${value.length} 字）` : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(shorten)
  if (value.kind === 'map') return { ...value, entries: shortenAll(value.entries) }
  if (value.kind === 'path') return value
  return { ...value, properties: shortenAll(value.properties) }
}

function shortenAll(values: Readonly<Record<string, GraphValue>>): Record<string, GraphValue> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shorten(value)]))
}

async function run(context: Context, request: z.infer<typeof cypherRequestSchema>, signal: AbortSignal): Promise<CypherResponse> {
  const limit = request.limit ?? DEFAULT_LIMIT
  const result = await context.store.read(request.query, request.params, { limit, signal })
  const ids = new Set<string>()
  for (const row of result.rows) for (const value of row) if (ids.size < MOST_THINGS) collectThings(value, ids)
  const scene = await readScene(context, [...ids].slice(0, MOST_THINGS))
  const { columns, limitHit, milliseconds } = result
  return { columns, rows: result.rows.map((row) => row.map(shorten)), limitHit, limit, milliseconds, scene }
}

function offeredQueries(): NamedQuery[] {
  return (
    [...loadQueries().values()]
      .filter(({ offered }) => offered)
      // Those that answer a question of the product come first, in its order.
      .sort((a, b) => Math.min(...a.asks, LAST) - Math.min(...b.asks, LAST))
      .map(({ name, title, cypher, params }) => ({
        name,
        title,
        cypher,
        params: params.map((param) => ({
          name: param.name,
          type: param.type,
          default: param.default,
          caption: param.caption,
          required: param.required,
        })),
      }))
  )
}

export function consoleRoutes(context: Context): Hono {
  return new Hono()
    .post('/cypher', async (c) => c.json(await run(context, await bodyOf(c, cypherRequestSchema), c.req.raw.signal)))
    .post('/cypher/explain', async (c) => c.json(await context.store.explain((await bodyOf(c, explainRequest)).query)))
    .get('/queries', (c) => c.json({ queries: offeredQueries() }))
}
