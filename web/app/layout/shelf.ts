/** Room under the map for what stands on no ground and is linked to none. */
import type { Point } from '../state/view.ts'
import { byImportance, layoutGround } from './ground.ts'
import type { LayoutEdge, LayoutInput, LayoutNode } from './types.ts'

const SHELF_STEP = 92

interface Extent {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function extentOf(points: readonly Point[]): Extent {
  return {
    left: Math.min(0, ...points.map((point) => point.x)),
    right: Math.max(0, ...points.map((point) => point.x)),
    top: Math.min(0, ...points.map((point) => point.y)),
    bottom: Math.max(0, ...points.map((point) => point.y)),
  }
}

/** Sets of things that hang together by lines but on no ground; things without any line are left out. */
function clustersOf(waiting: readonly LayoutNode[], edges: readonly LayoutEdge[]): LayoutNode[][] {
  const nodeById = new Map(waiting.map((node) => [node.id, node]))
  const inside = edges.filter((edge) => nodeById.has(edge.from) && nodeById.has(edge.to))
  const clusterById = new Map<string, Set<string>>()
  for (const { from, to } of inside) {
    const merged = new Set([...(clusterById.get(from) ?? [from]), ...(clusterById.get(to) ?? [to])])
    for (const id of merged) clusterById.set(id, merged)
  }
  return [...new Set(clusterById.values())].map((ids) => [...ids].sort().flatMap((id) => nodeById.get(id) ?? []))
}

/** Under the map: first what hangs together, each set by itself, then single things in rows, as wide as the window likes. */
export function shelve(waiting: readonly LayoutNode[], placed: Map<string, Point>, input: LayoutInput): void {
  const map = extentOf([...placed.values()])
  const width = Math.max(map.right - map.left, (map.bottom - map.top) * input.aspect, SHELF_STEP * 4)
  const left = (map.left + map.right - width) / 2
  const clusters = clustersOf(waiting, input.edges)
  let [x, y, rowHeight] = [left, map.bottom + 70, 0]
  for (const cluster of clusters) {
    const ground = layoutGround('', cluster, input.edges)
    const size = ground.radius * 2 + 24
    if (x + size > left + width && x > left) [x, y, rowHeight] = [left, y + rowHeight, 0]
    for (const [id, at] of ground.positions) placed.set(id, { x: x + size / 2 + at.x, y: y + size / 2 + at.y })
    x += size
    rowHeight = Math.max(rowHeight, size)
  }
  const linked = new Set(clusters.flat())
  const singles = waiting.filter((node) => !linked.has(node)).sort(byImportance)
  const columns = Math.max(4, Math.floor(width / SHELF_STEP))
  singles.forEach((node, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    placed.set(node.id, { x: left + (column + 0.5) * SHELF_STEP, y: y + rowHeight + 24 + row * 46 })
  })
}
