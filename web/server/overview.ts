/** What is drawn first: everything while it fits, otherwise districts as bubbles with counted lines. */
import { claimedTypes, entityLabels, type EntityLabel } from '../../cypher/model/index.ts'
import type { Overview, SceneEdge, SceneNode } from '../contract/index.ts'
import { ask, isNode, numberOf, textOf } from './ask.ts'
import type { Context } from './context.ts'
import type { Division, Ground } from './ground.ts'
import { isClaimedType, readNodes, readScene } from './scene.ts'

/** A scene holds so many things before it is grouped (research: rendering.md). */
const MEMBER_LIMIT = 2000

const MEMBER_LABELS = ['Hospital', 'Institution', 'Consortium', 'Project'] as const satisfies readonly EntityLabel[]

type Frame = Pick<Overview, 'totals' | 'districts'>

async function readFrame(context: Context, ground: Ground): Promise<Frame> {
  const { nodes, relations } = await context.store.stats()
  return {
    totals: {
      nodes: Object.fromEntries(entityLabels.map((label) => [label, nodes[label] ?? 0])),
      relations: Object.fromEntries(claimedTypes.map((type) => [type, relations[type] ?? 0])),
    },
    districts: ground.read.map(({ id, level, parent, documents }) => ({ id, name: ground.shownName(id), level, parent, documents })),
  }
}

/** Members, and the districts that speak or take part in something; initiatives are told as a count alone. */
async function readMembers(context: Context): Promise<Pick<Overview, 'nodes' | 'edges'>> {
  const rows = await ask(context.store, 'list-map-members')
  const ids = rows.flatMap((row) => textOf(row['id']) ?? [])
  return readScene(context, ids)
}

/** The widest level at which there is more than one district to tell apart, below `within` where it is given. */
function bubblesOf(ground: Ground, within: string | undefined): Division[] {
  const children = (parent: string | null): Division[] => ground.divisions.filter((division) => division.parent === parent)
  if (within !== undefined) return children(within)
  let bubbles = children(null)
  while (bubbles.length === 1 && bubbles[0] && children(bubbles[0].id).length > 0) bubbles = children(bubbles[0].id)
  return bubbles
}

/** Columns of the overview query that are summed into attributes of the same name. */
const COUNTED = ['hospitals', 'institutions', 'consortia', 'projects', 'documents'] as const

/** Members below each bubble, as attributes of the bubble's node. */
async function countBelow(context: Context, bubbleOf: (id: string) => string | undefined): Promise<Map<string, Record<string, number>>> {
  const counts = new Map<string, Record<string, number>>()
  for (const row of await context.keep('districts-counted', () => ask(context.store, 'overview'))) {
    const { district } = row
    const bubble = isNode(district) ? bubbleOf(textOf(district.properties['id']) ?? '') : undefined
    if (bubble === undefined) continue
    const sum = counts.get(bubble) ?? {}
    for (const column of COUNTED) sum[column] = (sum[column] ?? 0) + (numberOf(row[column]) ?? 0)
    counts.set(bubble, sum)
  }
  return counts
}

function countedEdge(key: string, count: number): SceneEdge | undefined {
  const [type = '', from = '', to = ''] = key.split('\n')
  if (!isClaimedType(type)) return undefined
  return { id: `count:${type}(${from})(${to})`, type, from, to, attrs: { count }, documents: count, confidence: 1 }
}

async function readBubbleLines(context: Context, bubbleOf: (id: string) => string | undefined): Promise<SceneEdge[]> {
  const counts = new Map<string, number>()
  for (const row of await context.keep('district-links', () => ask(context.store, 'count-district-links'))) {
    const [a, b] = [bubbleOf(textOf(row['a']) ?? ''), bubbleOf(textOf(row['b']) ?? '')]
    if (a === undefined || b === undefined || a === b) continue
    const key = [textOf(row['type']) ?? '', ...[a, b].sort()].join('\n')
    counts.set(key, (counts.get(key) ?? 0) + (numberOf(row['count']) ?? 0))
  }
  return [...counts].flatMap(([key, count]) => countedEdge(key, count) ?? [])
}

/** Districts as bubbles: `attrs` count their members by label, lines count the relations between them. */
export async function readBubbles(context: Context, within?: string): Promise<Pick<Overview, 'nodes' | 'edges'>> {
  const ground = await context.ground()
  const bubbles = new Set(bubblesOf(ground, within).map(({ id }) => id))
  const bubbleOf = (id: string): string | undefined => ground.chain(id).findLast((division) => bubbles.has(division.id))?.id
  const [nodes, edges, counts] = await Promise.all([
    readNodes(context, [...bubbles]),
    readBubbleLines(context, bubbleOf),
    countBelow(context, bubbleOf),
  ])
  const counted = nodes.map((node): SceneNode => ({ ...node, attrs: { ...node.attrs, ...counts.get(node.id) } }))
  return { nodes: counted, edges }
}

/** The first picture, made once for each state of the store. `within` opens one bubble of a map that is too large to show its members. */
export function readOverview(context: Context, within?: string): Promise<Overview> {
  return within === undefined ? context.keep('overview', () => makeOverview(context)) : makeOverview(context, within)
}

async function makeOverview(context: Context, within?: string): Promise<Overview> {
  const ground = await context.ground()
  const frame = await readFrame(context, ground)
  const members = MEMBER_LABELS.reduce((sum, label) => sum + (frame.totals.nodes[label] ?? 0), 0)
  const mode = members <= MEMBER_LIMIT && within === undefined ? 'members' : 'districts'
  const scene = mode === 'members' ? await readMembers(context) : await readBubbles(context, within)
  return { mode, ...scene, ...frame }
}
