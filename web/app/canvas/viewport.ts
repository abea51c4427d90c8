/** Fitting, zooming and revealing, inside what the panels leave free. */
import type { Core } from 'cytoscape'
import type { Point } from '../state/view.ts'

export interface Insets {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const MIN_ZOOM = 0.1
export const MAX_ZOOM = 4
/** A fit never goes nearer than this: three nodes should not fill the window. */
const NEAREST_FIT = 1.3
const GLIDE = 160

function glide(cy: Core, zoom: number, pan: { x: number; y: number }, isStill: boolean): void {
  if (isStill || window.matchMedia('(prefers-reduced-motion: reduce)').matches) cy.viewport({ zoom, pan })
  else cy.stop().animate({ zoom, pan }, { duration: GLIDE, easing: 'ease-out' })
}

interface Extent {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

function fitExtent(cy: Core, extent: Extent, { insets, isStill }: { insets: Insets; isStill: boolean }): void {
  const width = Math.max(80, cy.width() - insets.left - insets.right)
  const height = Math.max(80, cy.height() - insets.top - insets.bottom)
  const nearest = Math.min(width / Math.max(1, extent.x2 - extent.x1), height / Math.max(1, extent.y2 - extent.y1))
  const zoom = Math.min(NEAREST_FIT, Math.max(MIN_ZOOM, nearest))
  const pan = {
    x: insets.left + width / 2 - ((extent.x1 + extent.x2) / 2) * zoom,
    y: insets.top + height / 2 - ((extent.y1 + extent.y2) / 2) * zoom,
  }
  glide(cy, zoom, pan, isStill)
}

/** Shows all that is drawn as large as it fits. */
export function fit(cy: Core, insets: Insets): void {
  if (cy.nodes().empty()) return
  fitExtent(cy, cy.nodes().boundingBox({ includeLabels: false, includeOverlays: false }), { insets, isStill: false })
}

/** Shows all that is drawn where it is about to be: places that nodes may still be gliding to. */
export function fitPlaces(cy: Core, insets: Insets, places: ReadonlyMap<string, Point>): void {
  const points = cy.nodes().map((node) => places.get(node.id()) ?? node.position())
  if (points.length === 0) return
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const room = 24
  const extent = { x1: Math.min(...xs) - room, x2: Math.max(...xs) + room, y1: Math.min(...ys) - room, y2: Math.max(...ys) + room }
  fitExtent(cy, extent, { insets, isStill: true })
}

/** Zooms about the middle of the window. */
export function zoomBy(cy: Core, factor: number): void {
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, cy.zoom() * factor))
  const centre = { x: cy.width() / 2, y: cy.height() / 2 }
  const pan = cy.pan()
  const ratio = zoom / cy.zoom()
  glide(cy, zoom, { x: centre.x - (centre.x - pan.x) * ratio, y: centre.y - (centre.y - pan.y) * ratio }, false)
}

/** Brings a thing into the free part of the window, moving no more than is needed and nearer where it is a mere dot. */
export function reveal(cy: Core, id: string, insets: Insets): void {
  const node = cy.getElementById(id)
  if (node.empty() || !node.isNode()) return
  const zoom = Math.max(cy.zoom(), 0.7)
  const { x, y } = node.renderedPosition()
  const isInside = x > insets.left && x < cy.width() - insets.right && y > insets.top && y < cy.height() - insets.bottom
  if (isInside && zoom === cy.zoom()) return
  const at = node.position()
  const middle = { x: (insets.left + cy.width() - insets.right) / 2, y: (insets.top + cy.height() - insets.bottom) / 2 }
  glide(cy, zoom, { x: middle.x - at.x * zoom, y: middle.y - at.y * zoom }, false)
}
