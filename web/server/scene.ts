/** Things and lines of the store as the canvas draws them. */
import {
  claimedTypes,
  entityLabels,
  labelDefinitions,
  relationDefinitions,
  type AttributeValues,
  type ClaimedType,
  type EntityLabel,
  type GraphNode,
  type GraphRelation,
  type GraphValue,
} from '../../cypher/model/index.ts'
import { endsOfId } from '../../cypher/store/rows.ts'
import type { Scene, SceneEdge, SceneNode } from '../contract/index.ts'
import { ask, isNode, isRelation, numberOf, textOf, textsOf, type Row } from './ask.ts'
import type { Context } from './context.ts'
import type { Ground } from './ground.ts'

/** Labels whose things never are partners from outside: they have no place of their own. */
const PLACELESS: readonly EntityLabel[] = ['Program']
/** Labels whose things have an owner or members to stand with. */
const OWNED: ReadonlySet<string> = new Set<EntityLabel>(['Consortium', 'Project'])

function attributeValues(properties: Readonly<Record<string, GraphValue>>, keys: readonly string[]): AttributeValues {
  const values: AttributeValues = {}
  for (const key of keys) {
    const value = properties[key]
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') values[key] = value
    else if (Array.isArray(value)) values[key] = textsOf(value)
  }
  return values
}

export function isEntityLabel(text: string | undefined): text is EntityLabel {
  return entityLabels.some((label) => label === text)
}

export function isClaimedType(text: string | null | undefined): text is ClaimedType {
  return claimedTypes.some((type) => type === text)
}

interface Placed {
  readonly places: readonly string[]
  readonly degree: number
  readonly ground: Ground
}

/** A node of the store as a thing of the scene; undefined for what is no thing (a document, a claim). */
export function sceneNode(node: GraphNode, { places, degree, ground }: Placed): SceneNode | undefined {
  const label = node.labels.find(isEntityLabel)
  const id = textOf(node.properties['id'])
  if (label === undefined || id === null) return undefined
  const standsIn = label === 'District' ? [id] : places
  const district = ground.groundOf(standsIn)
  return {
    id,
    label,
    name: textOf(node.properties['name']) ?? id,
    aliases: textsOf(node.properties['aliases']),
    attrs: attributeValues(node.properties, Object.keys(labelDefinitions[label].attributes)),
    district: district?.id ?? null,
    districtName: district ? ground.shownName(district.id) : null,
    local: PLACELESS.includes(label) || ground.isLocal(standsIn),
    degree,
    documents: numberOf(node.properties['documents']) ?? 0,
  }
}

/** A relation of the store as a line of the scene; its ends are read from its id. Undefined for what is no claimed relation. */
export function sceneEdge(relation: GraphRelation): SceneEdge | undefined {
  const { type, properties } = relation
  const id = textOf(properties['id'])
  if (id === null || !isClaimedType(type)) return undefined
  const { from, to } = endsOfId(id)
  const [firstYear, lastYear] = [numberOf(properties['firstYear']), numberOf(properties['lastYear'])]
  return {
    id,
    type,
    from,
    to,
    attrs: attributeValues(properties, Object.keys(relationDefinitions[type].attributes)),
    documents: numberOf(properties['documents']) ?? 0,
    confidence: numberOf(properties['confidence']) ?? 0,
    ...(firstYear === null ? {} : { firstYear }),
    ...(lastYear === null ? {} : { lastYear }),
  }
}

/** A consortium or a project without a place of its own stands where its local lead, member or owner does. */
async function readOwnerPlaces(context: Context, ids: readonly string[]): Promise<Map<string, string[]>> {
  const ground = await context.ground()
  const found = new Map<string, { place: string; rank: number }>()
  if (ids.length === 0) return new Map()
  for (const row of await ask(context.store, 'list-owner-places', { ids })) {
    const [id, place] = [textOf(row['id']), textOf(row['place'])]
    if (id === null || place === null) continue
    const rank = (ground.isLocal([place]) ? 0 : 2) + (row['role'] === 'lead' ? 0 : 1)
    const best = found.get(id)
    if (!best || rank < best.rank || (rank === best.rank && place < best.place)) found.set(id, { place, rank })
  }
  return new Map([...found].map(([id, { place }]) => [id, [place]]))
}

interface FoundRow {
  readonly node: GraphNode
  readonly places: readonly string[]
  readonly degree: number
}

function rowsOf(rows: readonly Row[]): FoundRow[] {
  return rows.flatMap(({ thing, places, degree }) =>
    isNode(thing) ? [{ node: thing, places: textsOf(places), degree: numberOf(degree) ?? 0 }] : [],
  )
}

/** Things by id, in the order asked for, with the store's own node beside each; unknown ids are left out. */
export async function readThings(context: Context, ids: readonly string[]): Promise<Map<string, { thing: SceneNode; node: GraphNode }>> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const [ground, answer] = await Promise.all([context.ground(), ask(context.store, 'list-things', { ids: asked })])
  const rows = rowsOf(answer)
  const placeless = rows.filter(({ node, places }) => places.length === 0 && node.labels.some((label) => OWNED.has(label)))
  const ownerPlaces = await readOwnerPlaces(
    context,
    placeless.flatMap(({ node }) => textOf(node.properties['id']) ?? []),
  )
  const found = new Map<string, { thing: SceneNode; node: GraphNode }>()
  for (const { node, places, degree } of rows) {
    const owners = ownerPlaces.get(textOf(node.properties['id']) ?? '') ?? []
    const thing = sceneNode(node, { places: places.length > 0 ? places : owners, degree, ground })
    if (thing) found.set(thing.id, { thing, node })
  }
  return new Map(asked.flatMap((id) => (found.has(id) ? [[id, found.get(id)!] as const] : [])))
}

export async function readNodes(context: Context, ids: readonly string[]): Promise<SceneNode[]> {
  return [...(await readThings(context, ids)).values()].map(({ thing }) => thing)
}

/** Lines between any two of these things. */
export async function readLinesAmong(context: Context, ids: readonly string[]): Promise<SceneEdge[]> {
  if (ids.length === 0) return []
  const rows = await ask(context.store, 'list-lines', { ids: [...new Set(ids)] })
  const edges = rows.flatMap(({ line }) => (isRelation(line) ? (sceneEdge(line) ?? []) : []))
  return [...new Map(edges.map((edge) => [edge.id, edge])).values()]
}

/** Things by id with every line among them. */
export async function readScene(context: Context, ids: readonly string[]): Promise<Scene> {
  const [nodes, edges] = await Promise.all([readNodes(context, ids), readLinesAmong(context, ids)])
  return { nodes, edges }
}
