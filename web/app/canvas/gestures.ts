/** Pointer gestures on the canvas to events in the product's words. Knows nothing of stores. */
import type { Core, EventObject, NodeSingular } from 'cytoscape'
import type { Point } from '../state/view.ts'

export type Target = { readonly kind: 'node' | 'edge'; readonly id: string } | { readonly kind: 'ground' }

export interface CanvasEvents {
  readonly onSelect: (target: Target, isAdding: boolean) => void
  readonly onSelectMany: (ids: readonly string[]) => void
  readonly onOpen: (id: string) => void
  /** `at` is in pixels of the window. */
  readonly onMenu: (target: Target, at: Point) => void
  readonly onMove: (id: string, at: Point) => void
  readonly onHover: (id: string | null) => void
}

function isAdding(event: EventObject): boolean {
  const pointer = event.originalEvent as MouseEvent | undefined
  return Boolean(pointer && (pointer.ctrlKey || pointer.metaKey || pointer.shiftKey))
}

function targetOf(event: EventObject): Target {
  if (event.target === event.cy) return { kind: 'ground' }
  const element = event.target as NodeSingular
  return { kind: element.isNode() ? 'node' : 'edge', id: element.id() }
}

/** The box gives its things one by one; they are collected until the browser is at rest. */
function listenForBox(cy: Core, events: CanvasEvents): void {
  let boxed: string[] = []
  cy.on('box', 'node', (event) => {
    if (boxed.length === 0)
      queueMicrotask(() => {
        events.onSelectMany(boxed)
        boxed = []
      })
    boxed.push((event.target as NodeSingular).id())
  })
}

export function listen(cy: Core, container: HTMLElement, events: CanvasEvents): void {
  cy.on('tap', (event) => events.onSelect(targetOf(event), isAdding(event)))
  cy.on('dbltap', 'node', (event) => events.onOpen((event.target as NodeSingular).id()))
  cy.on('cxttap', (event) => {
    const frame = container.getBoundingClientRect()
    const { x, y } = event.renderedPosition
    events.onMenu(targetOf(event), { x: frame.left + x, y: frame.top + y })
  })
  cy.on('dragfree', 'node', (event) => {
    const node = event.target as NodeSingular
    events.onMove(node.id(), { ...node.position() })
  })
  cy.on('mouseover', 'node, edge', (event) => {
    container.style.cursor = 'pointer'
    const element = event.target as NodeSingular
    if (element.isNode()) events.onHover(element.id())
  })
  cy.on('mouseout', 'node, edge', () => {
    container.style.cursor = ''
    events.onHover(null)
  })
  listenForBox(cy, events)
  container.addEventListener('contextmenu', (event) => event.preventDefault())
}
