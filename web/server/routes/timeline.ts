/** GET /api/timeline: what was agreed, joined and built, by year. */
import { Hono } from 'hono'
import type { ClaimedType } from '../../../cypher/model/index.ts'
import { runQuery } from '../../../cypher/queries/registry.ts'
import type { Timeline } from '../../contract/index.ts'
import { isRelation, type Row } from '../ask.ts'
import type { Context } from '../context.ts'
import { readNodes, sceneEdge } from '../scene.ts'

/** Types that happen in a year; `list-dated-lines` gives these. */
const DATED: readonly ClaimedType[] = ['COOPERATES_WITH', 'MEMBER_OF', 'CONSTRUCTS']

async function readTimeline(context: Context): Promise<Timeline> {
  const [{ rows, limitHit }, { relations }] = await Promise.all([runQuery<Row>(context.store, 'list-dated-lines'), context.store.stats()])
  const edges = rows.flatMap(({ line }) => (isRelation(line) ? (sceneEdge(line) ?? []) : []))
  const all = DATED.reduce((sum, type) => sum + (relations[type] ?? 0), 0)
  const nodes = await readNodes(
    context,
    edges.flatMap(({ from, to }) => [from, to]),
  )
  // Beyond the limit nobody has looked for a year.
  return { nodes, edges, undated: limitHit ? 0 : all - edges.length, limitHit }
}

export function timelineRoutes(context: Context): Hono {
  return new Hono().get('/timeline', async (c) => c.json(await readTimeline(context)))
}
