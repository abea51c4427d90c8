/** Places the members of one district around its centre: works beside their owners, the rest by importance. */
import type { Point } from '../state/view.ts'
import { settle, sunflower, type Body, type Spring } from './force.ts'
import type { LayoutEdge, LayoutNode } from './types.ts'

export interface Ground {
  readonly id: string
  readonly positions: ReadonlyMap<string, Point>
  /** Radius of the circle around all members with their labels. */
  readonly radius: number
}

const LABEL_HEIGHT = 13
const GAP = 5
/** Names keep their size on the screen, so that no layout can give all of them room; half of a long one is a fair share. */
const MOST_HALF = 34
/** Beyond it further names would make the ground too wide; they are read from nearer. */
const NAMED_MEMBERS = 28

function toBody(node: LayoutNode, start: Point, isNamed: boolean): Body {
  const reach = node.size / 2 + GAP
  return {
    id: node.id,
    x: start.x,
    y: start.y,
    half: isNamed ? Math.max(reach, Math.min(MOST_HALF, node.labelWidth / 2)) : reach,
    above: reach,
    below: isNamed ? reach + LABEL_HEIGHT : reach,
    fixed: false,
  }
}

/** The box that a thing takes with its label. */
export function bodyOf(node: LayoutNode, at: Point, fixed = false): Body {
  return { ...toBody(node, at, node.labelWidth > 0), fixed }
}

/** Most important first; equal ones by id, so that the order of arrival never shows. */
export function byImportance(a: LayoutNode, b: LayoutNode): number {
  return b.importance - a.importance || (a.id < b.id ? -1 : 1)
}

export function springsOf(
  edges: readonly LayoutEdge[],
  indexById: ReadonlyMap<string, number>,
  lengthOf: (a: number, b: number) => number,
): Spring[] {
  return edges.flatMap((edge) => {
    const a = indexById.get(edge.from)
    const b = indexById.get(edge.to)
    return a === undefined || b === undefined || a === b ? [] : [{ a, b, length: lengthOf(a, b), strength: 0.12 }]
  })
}

/** Lays out one ground; the middle of its members comes to (0, 0). */
export function layoutGround(id: string, members: readonly LayoutNode[], edges: readonly LayoutEdge[]): Ground {
  const ordered = [...members].sort((a, b) => Number(a.satellite) - Number(b.satellite) || byImportance(a, b))
  const starts = new Map<string, Point>()
  const bodies: Body[] = []
  ordered.forEach((node, index) => {
    const owner = node.satellite ? edges.find((edge) => edge.to === node.id || edge.from === node.id) : undefined
    const anchor = owner && starts.get(owner.from === node.id ? owner.to : owner.from)
    const seed = sunflower(index, 32)
    const outward = anchor ? Math.hypot(anchor.x, anchor.y) || 1 : 1
    const start = anchor
      ? { x: anchor.x + (anchor.x / outward) * 26 + seed.x * 0.05, y: anchor.y + (anchor.y / outward) * 26 + seed.y * 0.05 }
      : seed
    starts.set(node.id, start)
    bodies.push(toBody(node, start, node.labelWidth > 0 && index < NAMED_MEMBERS))
  })
  const indexById = new Map(bodies.map((body, index) => [body.id, index]))
  const isSatellite = (index: number): boolean => ordered[index]?.satellite ?? false
  const springs = springsOf(edges, indexById, (a, b) => (isSatellite(a) || isSatellite(b) ? 26 : 60))
  settle({ bodies, springs, steps: 260, pull: { x: 0, y: 0, strengthX: 0.028, strengthY: 0.04 } })
  return measure(id, bodies)
}

function measure(id: string, bodies: readonly Body[]): Ground {
  const left = Math.min(...bodies.map((body) => body.x - body.half))
  const right = Math.max(...bodies.map((body) => body.x + body.half))
  const top = Math.min(...bodies.map((body) => body.y - body.above))
  const bottom = Math.max(...bodies.map((body) => body.y + body.below))
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2]
  const positions = new Map(bodies.map((body) => [body.id, { x: body.x - middleX, y: body.y - middleY }]))
  const radius = Math.max(
    48,
    ...bodies.map((body) => {
      const y = body.y - middleY
      return Math.hypot(Math.abs(body.x - middleX) + body.half * 0.5, Math.max(Math.abs(y - body.above), Math.abs(y + body.below)))
    }),
  )
  return { id, positions, radius }
}
