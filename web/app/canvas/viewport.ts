/** Fitting, zooming and revealing, inside what the panels leave free. */
import type { Core, NodeCollection } from 'cytoscape'

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

/** Shows all of the given things (default: all that is drawn) as large as they fit. */
export function fit(cy: Core, insets: Insets, options: { ids?: readonly string[]; isStill?: boolean } = {}): void {
  const { ids, isStill = false } = options
  const wanted: NodeCollection = ids ? cy.nodes().filter((node) => ids.includes(node.id())) : cy.nodes()
  if (wanted.empty()) return
  const box = wanted.boundingBox({ includeLabels: false, includeOverlays: false })
  const width = Math.max(80, cy.width() - insets.left - insets.right)
  const height = Math.max(80, cy.height() - insets.top - insets.bottom)
  const zoom = Math.min(NEAREST_FIT, Math.max(MIN_ZOOM, Math.min(width / Math.max(1, box.w), height / Math.max(1, box.h))))
  const pan = {
    x: insets.left + width / 2 - ((box.x1 + box.x2) / 2) * zoom,
    y: insets.top + height / 2 - ((box.y1 + box.y2) / 2) * zoom,
  }
  glide(cy, zoom, pan, isStill)
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
