/** Draws the districts' grounds under the graph, each with its name above it. */
import type { Core } from 'cytoscape'
import type { DrawnNode } from '../derive/elements.ts'
import { groundOutline } from '../derive/hull.ts'
import type { Box } from '../derive/place-names.ts'
import type { Point } from '../state/view.ts'
import type { Colours } from './colours.ts'
import { addLayer } from './layer.ts'

interface Ground {
  readonly name: string
  readonly members: readonly DrawnNode[]
}

/** Room between a member and the edge of its ground, in model units. */
const ROOM = 20
const TITLE_SIZE = 13

export interface GroundLayer {
  readonly setNodes: (nodes: readonly DrawnNode[]) => void
  readonly draw: (colours: Colours) => void
  /** Boxes of the titles on the screen, for the placing of names. */
  readonly titles: () => readonly Box[]
  readonly remove: () => void
}

function groundsOf(nodes: readonly DrawnNode[]): Ground[] {
  const members = new Map<string, DrawnNode[]>()
  for (const node of nodes) if (node.ground !== null) members.set(node.ground, [...(members.get(node.ground) ?? []), node])
  return [...members].map(([id, list]) => ({ name: list.find((node) => node.groundName)?.groundName ?? id, members: list }))
}

/** Rounds the corners: from the middle of each side to the next, with the corner as the curve's handle. */
function tracePath(context: CanvasRenderingContext2D, outline: readonly Point[]): void {
  const [first, ...rest] = outline
  const last = outline.at(-1)
  if (!first || !last) return
  context.beginPath()
  context.moveTo((last.x + first.x) / 2, (last.y + first.y) / 2)
  const corners = [first, ...rest]
  corners.forEach((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? first
    context.quadraticCurveTo(corner.x, corner.y, (corner.x + next.x) / 2, (corner.y + next.y) / 2)
  })
  context.closePath()
}

export function addGroundLayer(cy: Core, container: HTMLElement): GroundLayer {
  const layer = addLayer(container, 'under')
  let grounds: Ground[] = []
  let titles: Box[] = []

  const outlineOf = (ground: Ground): Point[] => {
    const zoom = cy.zoom()
    const circles = ground.members.flatMap((member) => {
      const node = cy.getElementById(member.id)
      return node.empty() ? [] : [{ ...node.renderedPosition(), radius: (member.size / 2) * zoom }]
    })
    return circles.length === 0 ? [] : groundOutline(circles, ROOM * zoom)
  }
  const drawTitle = (name: string, outline: readonly Point[], colours: Colours): void => {
    const { context } = layer
    const top = Math.min(...outline.map((point) => point.y))
    const middle = (Math.min(...outline.map((point) => point.x)) + Math.max(...outline.map((point) => point.x))) / 2
    const half = context.measureText(name).width / 2
    const y = top - 8
    context.fillStyle = colours.inkSoft
    context.fillText(name, middle, y)
    titles.push({ left: middle - half - 2, right: middle + half + 2, top: y - TITLE_SIZE, bottom: y + 3 })
  }
  return {
    setNodes: (nodes) => {
      grounds = groundsOf(nodes)
    },
    draw: (colours) => {
      const { context } = layer
      layer.begin()
      titles = []
      context.font = `600 ${TITLE_SIZE}px ${colours.font}`
      context.textAlign = 'center'
      context.lineWidth = 1
      for (const ground of grounds) {
        const outline = outlineOf(ground)
        if (outline.length === 0) continue
        tracePath(context, outline)
        context.fillStyle = colours.districtGround
        context.fill()
        context.strokeStyle = colours.districtEdge
        context.stroke()
        drawTitle(ground.name, outline, colours)
      }
    },
    titles: () => titles,
    remove: layer.remove,
  }
}
