/** The quiet ground of a district: a convex outline around its members, with room and round corners. */
import type { Point } from '../state/view.ts'

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/** Convex hull, anticlockwise in a y-up plane (Andrew's monotone chain); points on an edge are left out. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  if (sorted.length < 3) return sorted
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of ordered) {
      while (chain.length >= 2 && turn(chain.at(-2) ?? point, chain.at(-1) ?? point, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half([...sorted].reverse())]
}

const CORNERS = 12

/** Hull around circles: each member's circle, widened by `room`, gives its corners. */
export function groundOutline(members: readonly (Point & { readonly radius: number })[], room: number): Point[] {
  const rim = members.flatMap(({ x, y, radius }) =>
    Array.from({ length: CORNERS }, (_, corner) => {
      const angle = (corner / CORNERS) * 2 * Math.PI
      return { x: x + Math.cos(angle) * (radius + room), y: y + Math.sin(angle) * (radius + room) }
    }),
  )
  return convexHull(rim)
}
