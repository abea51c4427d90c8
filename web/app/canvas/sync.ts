/** Brings cytoscape in step with what is to be drawn: one add, one remove, classes and data in one batch. */
import type { Core, ElementDefinition } from 'cytoscape'
import type { DrawnEdge, DrawnNode } from '../derive/elements.ts'
import type { Point } from '../state/view.ts'

export interface Picture {
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  readonly positions: ReadonlyMap<string, Point>
  /** Words on a line: its form, or the count it stands for. */
  readonly captionOf: (edge: DrawnEdge) => string
}

function nodeClasses(node: DrawnNode): string {
  const group = node.group === null ? '' : `group-${node.group}`
  return [node.label, node.local ? 'local' : 'partner', node.phase, node.pinned ? 'pinned' : '', group].filter(Boolean).join(' ')
}

function edgeClasses(edge: DrawnEdge): string {
  return [edge.type, edge.phase, edge.low ? 'low' : '', edge.lead ? 'lead' : '', edge.count > 1 ? 'counted' : ''].filter(Boolean).join(' ')
}

/** Classes that gestures and selection own; a change of data must not take them away. */
const KEPT = ['selected', 'faded', 'near', 'path'] as const

function edgeData(edge: DrawnEdge, picture: Picture): Record<string, unknown> {
  const { id, from, to, width } = edge
  return { id, source: from, target: to, width, heavy: width * 1.3 + 0.7, caption: picture.captionOf(edge) }
}

function update(cy: Core, id: string, wanted: { data: Record<string, unknown>; classes: string }): void {
  const element = cy.getElementById(id)
  const kept = KEPT.filter((name) => element.hasClass(name))
  element.classes([wanted.classes, ...kept].join(' '))
  element.data(wanted.data)
}

/** Draws a picture. Nodes without a position are left out until they have one, and their lines with them. */
export function syncElements(cy: Core, picture: Picture): void {
  const placed = picture.nodes.filter((node) => picture.positions.has(node.id))
  const drawnIds = new Set(placed.map((node) => node.id))
  const edges = picture.edges.filter((edge) => drawnIds.has(edge.from) && drawnIds.has(edge.to))
  const wanted = new Set([...drawnIds, ...edges.map((edge) => edge.id)])
  const fresh: ElementDefinition[] = []
  cy.batch(() => {
    cy.elements()
      .filter((element) => !wanted.has(element.id()))
      .remove()
    for (const node of placed) {
      const data = { id: node.id, size: node.size }
      const classes = nodeClasses(node)
      const { x, y } = picture.positions.get(node.id) ?? { x: 0, y: 0 }
      if (cy.getElementById(node.id).empty()) fresh.push({ group: 'nodes', data, classes, position: { x, y } })
      else update(cy, node.id, { data, classes })
    }
    for (const edge of edges) {
      const data = edgeData(edge, picture)
      const classes = edgeClasses(edge)
      if (cy.getElementById(edge.id).empty()) fresh.push({ group: 'edges', data, classes })
      else update(cy, edge.id, { data: { width: data['width'], heavy: data['heavy'], caption: data['caption'] }, classes })
    }
    if (fresh.length > 0) cy.add(fresh)
  })
}

const GLIDE = 160
/** Above it a glide drops frames; positions are set at once. */
const MOST_GLIDING = 300

/** Moves what stands elsewhere to where the view says, gliding unless many move or the system asks for no motion. */
export function movePositions(cy: Core, positions: ReadonlyMap<string, Point>): void {
  const moved = cy.nodes().filter((node) => {
    const at = positions.get(node.id())
    const now = node.position()
    return at !== undefined && !node.grabbed() && (Math.abs(at.x - now.x) > 0.5 || Math.abs(at.y - now.y) > 0.5)
  })
  if (moved.empty()) return
  const isStill = moved.length > MOST_GLIDING || window.matchMedia('(prefers-reduced-motion: reduce)').matches
  if (isStill) {
    cy.batch(() => moved.forEach((node) => void node.position({ ...(positions.get(node.id()) ?? node.position()) })))
    return
  }
  moved.forEach((node) => {
    node.stop()
    node.animate({ position: { ...(positions.get(node.id()) ?? node.position()) } }, { duration: GLIDE, easing: 'ease-out' })
  })
}
