/** GET /api/overview, search, neighbours, neighbours/count, paths; POST /api/nodes. */
import { Hono } from 'hono'
import { z } from 'zod'
import { claimedTypes, entityLabels } from '../../../cypher/model/index.ts'
import { runQuery } from '../../../cypher/queries/registry.ts'
import { nodesRequestSchema, type NeighbourCounts, type Neighbours, type Paths, type SearchResponse } from '../../contract/index.ts'
import { ApiError } from '../api-error.ts'
import { ask, isRelation, numberOf, textOf, type Row } from '../ask.ts'
import type { Context } from '../context.ts'
import { readOverview } from '../overview.ts'
import { isClaimedType, isEntityLabel, readNodes, readScene, sceneEdge } from '../scene.ts'
import { bodyOf, countSchema, idSchema, namesSchema, queryOf } from '../validate.ts'

/** Hits that are ranked beyond those shown, so that `more` is a true number up to here. */
const SEARCH_DEPTH = 500
const MOST_PATHS = 200

const overviewQuery = z.object({ within: idSchema.optional() })
const searchQuery = z.object({ q: z.string().max(200), limit: countSchema(20, 100), labels: namesSchema(entityLabels) })
const neighboursQuery = z.object({ id: idSchema, types: namesSchema(claimedTypes), limit: countSchema(200, 2000) })
const oneQuery = z.object({ id: idSchema })
const pathsQuery = z.object({ a: idSchema, b: idSchema, hops: countSchema(6, 6) })

async function mustExist(context: Context, ids: readonly string[]): Promise<void> {
  const found = new Set((await readNodes(context, ids)).map(({ id }) => id))
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined) throw new ApiError('api.unknown-id', missing)
}

async function search(context: Context, { q, limit, labels }: z.infer<typeof searchQuery>): Promise<SearchResponse> {
  const found = await context.store.search(q, labels, SEARCH_DEPTH)
  const shown = found.slice(0, limit)
  const nodes = await readNodes(
    context,
    shown.map(({ id }) => id),
  )
  const matchedById = new Map(shown.map(({ id, matched }) => [id, matched]))
  const hits = nodes.map((node) => {
    const matched = matchedById.get(node.id)
    return matched === undefined ? node : { ...node, matched }
  })
  return { hits, more: found.length - shown.length }
}

async function neighbours(context: Context, { id, types, limit }: z.infer<typeof neighboursQuery>): Promise<Neighbours> {
  await mustExist(context, [id])
  const rows = await ask(context.store, 'list-neighbours', { id, types })
  const lines = rows.flatMap(({ relation }) => (isRelation(relation) ? (sceneEdge(relation) ?? []) : []))
  const others = [...new Set(lines.map(({ from, to }) => (from === id ? to : from)))]
  const shown = new Set(others.slice(0, limit))
  return {
    nodes: await readNodes(context, [...shown]),
    edges: [...new Map(lines.map((line) => [line.id, line])).values()].filter(({ from, to }) => shown.has(from === id ? to : from)),
    more: others.length - shown.size,
  }
}

async function countNeighbours(context: Context, id: string): Promise<NeighbourCounts> {
  await mustExist(context, [id])
  const rows = await ask(context.store, 'count-neighbours', { id })
  const counts = rows.flatMap((row) => {
    const [type, label, count] = [textOf(row['type']), textOf(row['label']) ?? undefined, numberOf(row['count'])]
    return isClaimedType(type) && isEntityLabel(label) && count !== null ? [{ type, label, count }] : []
  })
  return { counts }
}

function pathOf({ path }: Row): { nodes: string[]; relations: Row['path'][] } | undefined {
  if (typeof path !== 'object' || path === null || !('kind' in path) || path.kind !== 'path') return undefined
  return { nodes: path.nodes.flatMap(({ properties }) => textOf(properties['id']) ?? []), relations: path.relations }
}

async function findPaths(context: Context, { a, b, hops }: z.infer<typeof pathsQuery>): Promise<Paths> {
  await mustExist(context, [a, b])
  const { rows, limitHit } = await runQuery<Row>(context.store, 'find-paths', { a, b, hops }, { limit: MOST_PATHS })
  const found = rows.flatMap((row) => pathOf(row) ?? [])
  const edges = found.flatMap(({ relations }) => relations.flatMap((line) => (isRelation(line) ? (sceneEdge(line) ?? []) : [])))
  const routes = new Map(found.map(({ nodes }) => [nodes.join('\n'), nodes]))
  return {
    nodes: await readNodes(
      context,
      found.flatMap(({ nodes }) => nodes),
    ),
    edges: [...new Map(edges.map((edge) => [edge.id, edge])).values()],
    paths: [...routes.values()],
    limitHit,
  }
}

export function sceneRoutes(context: Context): Hono {
  return new Hono()
    .get('/overview', async (c) => c.json(await readOverview(context, queryOf(c, overviewQuery).within)))
    .get('/search', async (c) => c.json(await search(context, queryOf(c, searchQuery))))
    .get('/neighbours', async (c) => c.json(await neighbours(context, queryOf(c, neighboursQuery))))
    .get('/neighbours/count', async (c) => c.json(await countNeighbours(context, queryOf(c, oneQuery).id)))
    .get('/paths', async (c) => c.json(await findPaths(context, queryOf(c, pathsQuery))))
    .post('/nodes', async (c) => c.json(await readScene(context, (await bodyOf(c, nodesRequestSchema)).ids)))
}
