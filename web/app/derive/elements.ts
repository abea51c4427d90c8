/** Graph data and view to what is drawn, and to what is counted as not drawn. Pure; asks nobody and remembers nothing. */
import { claimedTypes, entityLabels, formNames, type ClaimedType, type EntityLabel, type FormName } from '../../../cypher/model/index.ts'
import type { SceneEdge, SceneNode } from '../../contract/index.ts'
import type { GraphData } from '../state/graph.ts'
import { formsOf, isFiltering, passes } from '../state/line-filter.ts'
import { phases, type Phase, type ViewState } from '../state/view.ts'
import { phaseOf } from './phase.ts'
import { groupOf, measuredSize, type Measured } from './measured.ts'
import { shortName } from './short-name.ts'

export interface DrawnNode {
  readonly id: string
  readonly label: EntityLabel
  readonly name: string
  readonly short: string
  readonly local: boolean
  /** Stands on the ground of this district, or on none. */
  readonly ground: string | null
  readonly groundName: string | null
  readonly phase: Phase
  readonly pinned: boolean
  /** Diameter in model units. */
  readonly size: number
  /** Diameter and importance as the layout takes them: an analysis moves nothing. */
  readonly room: number
  readonly importance: number
  /** Who gets a name first. */
  readonly naming: number
  /** A district of the country-wide map that stands for its members. */
  readonly bubble: boolean
  /** Works stand close to their owner and are named only from near. */
  readonly satellite: boolean
  /** Number of its group's colour where an analysis groups: 0 for the smaller groups and for what is in none. */
  readonly group: number | null
}

export interface DrawnEdge {
  readonly id: string
  readonly type: ClaimedType
  readonly from: string
  readonly to: string
  readonly phase: Phase
  readonly width: number
  readonly low: boolean
  readonly lead: boolean
  /** Relations that this line stands for, where it is more than one. */
  readonly count: number
}

export interface Shown {
  readonly shown: number
  /** In the scene, hidden or not. */
  readonly inScene: number
  readonly total: number
}

export interface Drawn {
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  readonly kinds: Readonly<Record<EntityLabel, Shown>>
  readonly types: Readonly<Record<ClaimedType, Shown>>
  readonly phases: Readonly<Record<Phase, Shown>>
  /** A cooperation counts for each of its forms. */
  readonly forms: Readonly<Record<FormName, Shown>>
  readonly sums: {
    readonly nodes: Shown
    readonly edges: Shown
    readonly hidden: number
    readonly grouped: number
    readonly filtered: number
  }
}

const HIERARCHY: ReadonlySet<ClaimedType> = new Set(['LOCATED_IN', 'PART_OF'])
/** Below it a line has a gap in its middle: one sentence of a weak rule. */
export const LOW_CONFIDENCE = 0.6

/** Width of a line: 1, 1.5, 2, 3, 4 px for 1, 2, 3, 5, 8 and more independent documents. */
export function lineWidth(documents: number): number {
  if (documents >= 8) return 4
  if (documents >= 5) return 3
  if (documents >= 3) return 2
  return documents >= 2 ? 1.5 : 1
}

const MEMBER_COUNTS = ['hospitals', 'institutions', 'consortia', 'projects'] as const

/** Things that stand in a district of the country-wide map, as its bubble carries them. */
export function countMembers(node: SceneNode): number {
  return MEMBER_COUNTS.reduce((sum, key) => sum + (typeof node.attrs[key] === 'number' ? node.attrs[key] : 0), 0)
}

function nodeSize(node: SceneNode, isBubble: boolean): number {
  if (isBubble) return Math.min(84, 30 + 4 * Math.sqrt(countMembers(node)))
  if (node.label === 'Project') return 14
  if (node.label === 'Program') return 18
  return Math.min(42, 20 + 4 * Math.sqrt(Math.max(0, node.degree - 1)))
}

const WEIGHT: Readonly<Record<EntityLabel, number>> = { District: 6, Consortium: 4, Hospital: 2, Institution: 1, Program: -4, Project: -8 }

interface Standing {
  readonly isBubble: boolean
  /** Grounds on which something else than a district stands. */
  readonly grounds: ReadonlySet<string>
}

/** A district stands on its own ground where it has one, a township on its county's. */
function groundOf(node: SceneNode, { isBubble, grounds }: Standing): string | null {
  if (!node.local || isBubble) return null
  if (node.label !== 'District' || !grounds.has(node.id)) return node.district !== null && grounds.has(node.district) ? node.district : null
  return node.id
}

function nameOf(node: SceneNode, isBubble: boolean): string {
  return isBubble && countMembers(node) > 0 ? `${shortName(node)} ${countMembers(node)}` : shortName(node)
}

/** Above every usual importance of a map that is named thing by thing. */
const MEASURED_WEIGHT = 200

function drawNode(node: SceneNode, view: ViewState, { standing, measured }: { standing: Standing; measured: Measured | null }): DrawnNode {
  const { isBubble } = standing
  const ground = groundOf(node, standing)
  const room = nodeSize(node, isBubble)
  const importance = node.degree + WEIGHT[node.label] + (node.local ? 0 : 1.5) + (isBubble ? countMembers(node) : 0)
  return {
    id: node.id,
    label: node.label,
    name: node.name,
    short: nameOf(node, isBubble),
    local: node.local,
    ground,
    groundName: ground === null ? null : ground === node.id ? node.name : node.districtName,
    phase: node.label === 'Project' ? phaseOf(node.attrs['status']) : 'unknown',
    pinned: view.pinned.has(node.id),
    size: measuredSize(measured, node.id) ?? room,
    room,
    importance,
    naming: importance + (measured?.as === 'size' ? MEASURED_WEIGHT * (measured.shareById.get(node.id) ?? 0) : 0),
    bubble: isBubble,
    satellite: node.label === 'Project',
    group: groupOf(measured, node.id),
  }
}

function drawEdge(edge: SceneEdge): DrawnEdge {
  const count = edge.attrs['count']
  return {
    id: edge.id,
    type: edge.type,
    from: edge.from,
    to: edge.to,
    phase: phaseOf(edge.attrs['status']),
    width: lineWidth(typeof count === 'number' ? count : edge.documents),
    low: edge.confidence < LOW_CONFIDENCE,
    lead: edge.attrs['role'] === 'lead',
    count: typeof count === 'number' ? count : 1,
  }
}

/** Stands for many relations of a country-wide map, of which it does not know the forms and years. */
const isCounted = (edge: SceneEdge): boolean => typeof edge.attrs['count'] === 'number'

function isNodeFiltered(node: SceneNode, view: ViewState): boolean {
  if (view.hiddenKinds.has(node.label)) return true
  return node.label === 'Project' && view.hiddenPhases.has(phaseOf(node.attrs['status']))
}

function isEdgeFiltered(edge: SceneEdge, view: ViewState): boolean {
  if (view.hiddenTypes.has(edge.type)) return true
  if (HIERARCHY.has(edge.type)) return false
  return view.hiddenPhases.has(phaseOf(edge.attrs['status'])) || (!isCounted(edge) && !passes(edge, view.lines))
}

interface Sorted {
  readonly inScene: SceneNode[]
  readonly candidates: Map<string, SceneNode>
  hidden: number
  filtered: number
}

function sortNodes(graph: GraphData, view: ViewState): Sorted {
  const sorted: Sorted = { inScene: [], candidates: new Map(), hidden: 0, filtered: 0 }
  for (const id of view.members) {
    const node = graph.nodes.get(id)
    if (!node) continue
    sorted.inScene.push(node)
    if (view.hidden.has(id)) sorted.hidden += 1
    else if (isNodeFiltered(node, view)) sorted.filtered += 1
    else sorted.candidates.set(id, node)
  }
  return sorted
}

/** A district without a line that may be drawn is told by its ground, or not at all, unless someone asked for it. */
function groupDistricts(sorted: Sorted, edges: readonly SceneEdge[], stays: (node: SceneNode) => boolean): number {
  const linked = new Set(edges.flatMap((edge) => [edge.from, edge.to]))
  const idle = [...sorted.candidates.values()].filter((node) => node.label === 'District' && !linked.has(node.id) && !stays(node))
  for (const node of idle) sorted.candidates.delete(node.id)
  return idle.length
}

/** Who has no line left that the filter lets through goes with its lines, unless someone asked for it. */
function dropUnlinked(sorted: Sorted, edges: readonly SceneEdge[], view: ViewState): void {
  const linked = new Set(edges.flatMap((edge) => [edge.from, edge.to]))
  for (const [id, node] of sorted.candidates) {
    if (node.label === 'District' || linked.has(id) || view.asked.has(id)) continue
    sorted.candidates.delete(id)
    sorted.filtered += 1
  }
}

/** An opened bubble gives its place to its members. */
function openBubbles(graph: GraphData, view: ViewState): ReadonlySet<string> {
  return new Set(graph.mode === 'districts' ? [...view.expansions.keys()].filter((id) => graph.nodes.get(id)?.label === 'District') : [])
}

function countBy<K extends string>(keys: readonly K[], of: (key: K) => Shown): Record<K, Shown> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, Shown>
}

function tally<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

const sum = (record: Readonly<Record<string, number>>): number => Object.values(record).reduce((a, b) => a + b, 0)

/** What is drawn of the scene, with the counts of legend and bottom line; `measured` sizes or groups it. */
export function deriveDrawn(graph: GraphData, view: ViewState, measured: Measured | null = null): Drawn {
  const isBubbles = graph.mode === 'districts'
  const sorted = sortNodes(graph, view)
  const opened = openBubbles(graph, view)
  for (const id of opened) sorted.candidates.delete(id)
  const inScene = [...graph.edges.values()].filter((edge) => view.members.has(edge.from) && view.members.has(edge.to))
  const open = inScene.filter((edge) => !isEdgeFiltered(edge, view) && sorted.candidates.has(edge.from) && sorted.candidates.has(edge.to))
  if (!isBubbles && isFiltering(view.lines)) dropUnlinked(sorted, open, view)
  const grouped = groupDistricts(sorted, open, (node) => isBubbles || view.asked.has(node.id)) + opened.size
  const edges = open.filter((edge) => sorted.candidates.has(edge.from) && sorted.candidates.has(edge.to)).map(drawEdge)
  const grounds = new Set(
    [...sorted.candidates.values()].flatMap((node) => (node.local && node.label !== 'District' ? (node.district ?? []) : [])),
  )
  const nodes = [...sorted.candidates.values()].map((node) =>
    drawNode(node, view, { standing: { isBubble: isBubbles && node.label === 'District', grounds }, measured }),
  )

  const kindShown = tally(nodes, (node) => node.label)
  const kindScene = tally(sorted.inScene, (node) => node.label)
  const typeShown = tally(edges, (edge) => edge.type)
  const typeScene = tally(inScene, (edge) => edge.type)
  const statused = inScene.filter((edge) => !HIERARCHY.has(edge.type))
  const phaseScene = tally(statused, (edge) => phaseOf(edge.attrs['status']))
  const phaseShown = tally(
    edges.filter((edge) => !HIERARCHY.has(edge.type)),
    (edge) => edge.phase,
  )
  const formShown = tally(open.flatMap(formsOf), (form) => form)
  const formScene = tally(inScene.flatMap(formsOf), (form) => form)
  const shownOf = (key: string, shown: Map<string, number>, scene: Map<string, number>, total?: number): Shown => {
    const inside = scene.get(key) ?? 0
    return { shown: shown.get(key) ?? 0, inScene: inside, total: Math.max(total ?? inside, inside) }
  }
  const { totals } = graph
  return {
    nodes,
    edges,
    kinds: countBy(entityLabels, (key) => shownOf(key, kindShown, kindScene, totals.nodes[key])),
    types: countBy(claimedTypes, (key) => shownOf(key, typeShown, typeScene, totals.relations[key])),
    phases: countBy(phases, (key) => shownOf(key, phaseShown, phaseScene)),
    forms: countBy(formNames, (key) => shownOf(key, formShown, formScene)),
    sums: {
      nodes: { shown: nodes.length, inScene: sorted.inScene.length, total: Math.max(sum(totals.nodes), sorted.inScene.length) },
      edges: { shown: edges.length, inScene: inScene.length, total: Math.max(sum(totals.relations), inScene.length) },
      hidden: sorted.hidden,
      filtered: sorted.filtered,
      grouped,
    },
  }
}
