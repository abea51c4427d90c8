/** GET /api/entity and /api/relation: one thing or one line with everything that is said of it. */
import { Hono } from 'hono'
import { z } from 'zod'
import {
  claimedTypes,
  labelDefinitions,
  type AttributeValues,
  type Conflict,
  type GraphNode,
  type GraphRelation,
} from '../../../cypher/model/index.ts'
import { endsOfId } from '../../../cypher/store/rows.ts'
import { StoreError } from '../../../cypher/store/port.ts'
import {
  sourcesRequestSchema,
  type EntityDetails,
  type Related,
  type RelationDetails,
  type SceneEdge,
  type Source,
  type Sources,
} from '../../contract/index.ts'
import { ApiError } from '../api-error.ts'
import { ask, isRelation, numberOf, parseKept, textOf } from '../ask.ts'
import type { Context } from '../context.ts'
import { readNodes, readThings, sceneEdge } from '../scene.ts'
import { readSources } from '../sources.ts'
import { bodyOf, idSchema, queryOf } from '../validate.ts'

/** Relations of one type that the panel lists; how many more there are is told. */
const MOST_ITEMS = 200

const idQuery = z.object({ id: idSchema })

function basisOf(relation: GraphRelation): Related['basis'] {
  const basis = relation.properties['basis']
  return basis === 'name' || basis === 'gazetteer' ? basis : 'text'
}

function conflictsOf(owner: GraphNode | GraphRelation): Conflict[] {
  return parseKept<Conflict[]>(owner.properties['conflict'], [])
}

function directionOf(edge: SceneEdge, id: string): Related['direction'] {
  if (edge.type === 'COOPERATES_WITH') return 'none'
  return edge.from === id ? 'out' : 'in'
}

/** Each folded value with the sentences that say it; a value that only the name tells has none. */
function factsOf(attrs: AttributeValues, sources: readonly Source[]): EntityDetails['facts'] {
  return Object.entries(attrs).map(([key, value]) => ({ key, value, sources: sources.filter(({ said }) => key in said) }))
}

interface Line {
  readonly edge: SceneEdge
  readonly relation: GraphRelation
}

async function readLines(context: Context, id: string): Promise<Line[]> {
  const rows = await ask(context.store, 'list-neighbours', { id })
  const lines = rows.flatMap(({ relation }) => {
    const edge = isRelation(relation) ? sceneEdge(relation) : undefined
    return edge && isRelation(relation) ? [{ edge, relation }] : []
  })
  return [...new Map(lines.map((line) => [line.edge.id, line])).values()]
}

async function readRelated(context: Context, id: string): Promise<EntityDetails['relations']> {
  const lines = await readLines(context, id)
  const groups = claimedTypes
    .map((type) => ({ type, lines: lines.filter(({ edge }) => edge.type === type) }))
    .filter((group) => group.lines.length > 0)
    .map(({ type, lines: all }) => ({ type, shown: all.slice(0, MOST_ITEMS), more: Math.max(0, all.length - MOST_ITEMS) }))
  const shown = groups.flatMap((group) => group.shown)
  const [others, sources] = await Promise.all([
    readNodes(
      context,
      shown.map(({ edge }) => (edge.from === id ? edge.to : edge.from)),
    ),
    readSources(
      context,
      shown.map(({ edge }) => edge.id),
    ),
  ])
  const otherById = new Map(others.map((node) => [node.id, node]))
  const related = ({ edge, relation }: Line): Related[] => {
    const other = otherById.get(edge.from === id ? edge.to : edge.from)
    if (!other) return []
    const direction = directionOf(edge, id)
    const conflicts = conflictsOf(relation)
    return [{ edge, other, direction, basis: basisOf(relation), conflicts, sources: sources.get(edge.id) ?? [] }]
  }
  return groups.map((group) => ({ type: group.type, items: group.shown.flatMap(related), ...(group.more > 0 ? { more: group.more } : {}) }))
}

async function readEntity(context: Context, id: string): Promise<EntityDetails> {
  const found = (await readThings(context, [id])).get(id)
  if (!found) throw new ApiError('api.unknown-id', id)
  const { thing, node } = found
  const [ground, places, sources, relations] = await Promise.all([
    context.ground(),
    ask(context.store, 'list-places', { ids: [id] }),
    readSources(context, [id]),
    readRelated(context, id),
  ])
  // Rows come widest first; the last is the lowest place, whose own chain is told (for a district: the chain above it).
  const lowest = places.at(-1)
  const chain = ground.chain(textOf(lowest?.['district']) ?? '').filter((division) => division.id !== id)
  const ofThis = sources.get(id) ?? []
  const known = labelDefinitions[thing.label].attributes
  return {
    node: thing,
    place: chain.map((division) => ({ id: division.id, name: division.name })),
    firstYear: numberOf(node.properties['firstYear']),
    lastYear: numberOf(node.properties['lastYear']),
    facts: factsOf(thing.attrs, ofThis).filter(({ key }) => key in known),
    conflicts: conflictsOf(node),
    relations,
  }
}

function startOf(id: string): string {
  try {
    return endsOfId(id).from
  } catch (error) {
    if (error instanceof StoreError) throw new ApiError('api.unknown-id', id, error)
    throw error
  }
}

async function readRelation(context: Context, id: string): Promise<RelationDetails> {
  const [row] = await ask(context.store, 'get-relation', { id, from: startOf(id) })
  const relation = row?.['relation']
  const edge = isRelation(relation) ? sceneEdge(relation) : undefined
  if (!isRelation(relation) || !edge) throw new ApiError('api.unknown-id', id)
  const [things, sources] = await Promise.all([readThings(context, [edge.from, edge.to]), readSources(context, [id])])
  const [from, to] = [things.get(edge.from)?.thing, things.get(edge.to)?.thing]
  if (!from || !to) throw new ApiError('api.unknown-id', id)
  return { edge, from, to, basis: basisOf(relation), conflicts: conflictsOf(relation), sources: sources.get(id) ?? [] }
}

async function listSources(context: Context, ids: readonly string[]): Promise<Sources> {
  return { sources: Object.fromEntries(await readSources(context, ids)) }
}

export function detailsRoutes(context: Context): Hono {
  return new Hono()
    .get('/entity', async (c) => c.json(await readEntity(context, queryOf(c, idQuery).id)))
    .get('/relation', async (c) => c.json(await readRelation(context, queryOf(c, idQuery).id)))
    .post('/sources', async (c) => c.json(await listSources(context, (await bodyOf(c, sourcesRequestSchema)).ids)))
}
