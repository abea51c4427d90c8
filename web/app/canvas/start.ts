/** Starts cytoscape with its layers and bridges; the rest of the app talks to the returned handle only. */
import cytoscape, { type Core } from 'cytoscape'
import type { Selection } from '../state/selection.ts'
import type { Point } from '../state/view.ts'
import { readColours } from './colours.ts'
import { listen, type CanvasEvents } from './gestures.ts'
import { addGroundLayer } from './grounds.ts'
import { addNameLayer } from './names.ts'
import { loadIcons, stylesheet } from './stylesheet.ts'
import { movePositions, syncElements, type Picture } from './sync.ts'
import { fit, fitPlaces, MAX_ZOOM, MIN_ZOOM, reveal, zoomBy, type Insets } from './viewport.ts'

export interface Canvas {
  readonly show: (picture: Picture) => void
  readonly select: (selection: Selection) => void
  /** Marks things and lines of found paths; null takes the marks away. */
  readonly mark: (ids: ReadonlySet<string> | null) => void
  /** Takes the colours of the theme anew. */
  readonly paint: () => void
  readonly fit: () => void
  /** Fits at once to the places that a layout gave. */
  readonly fitPlaces: (places: ReadonlyMap<string, Point>) => void
  readonly zoomBy: (factor: number) => void
  readonly reveal: (id: string) => void
  /** Where a thing stands in the window, for a menu that the keyboard opens. */
  readonly pointOf: (id: string) => { x: number; y: number } | null
  /** Settles when what was shown last stands on the canvas, icons and names with it. */
  readonly drawn: () => Promise<void>
  readonly close: () => void
}

export interface CanvasOptions {
  readonly events: CanvasEvents
  readonly onZoom: (zoom: number) => void
  readonly insets: () => Insets
}

const HOVER_DELAY = 70
/** A fit keeps this much free beside the legend; a name may use it. */
const NAME_ROOM = 20

/** Hovered: the neighbours keep their ink, the rest stands back. */
function fadeAround(cy: Core, id: string | null): ReadonlySet<string> | null {
  const node = id === null ? null : cy.getElementById(id)
  cy.batch(() => {
    cy.elements().removeClass('faded near')
    if (!node || node.empty()) return
    const near = node.closedNeighborhood()
    cy.elements().difference(near).addClass('faded')
    near.edges().addClass('near')
  })
  return node && !node.empty() ? new Set(node.closedNeighborhood().map((element) => element.id())) : null
}

/** The parts of cytoscape's canvas renderer that are set here; it has no option for them after the start. */
interface CanvasRenderer {
  textureOnViewport: boolean
  drawLayeredElements: unknown
  readonly drawCachedElements: unknown
}

function rendererOf(cy: Core): CanvasRenderer {
  return (cy as unknown as { renderer: () => CanvasRenderer }).renderer()
}

function createCore(container: HTMLElement): Core {
  const cy = cytoscape({
    container,
    elements: [],
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    autounselectify: true,
    boxSelectionEnabled: true,
    textureOnViewport: false,
    hideEdgesOnViewport: false,
    pixelRatio: Math.min(2, window.devicePixelRatio || 1),
  })
  // Its layers are filled between frames: on a busy machine the canvas stayed empty for seconds after a fit or a resize.
  // A scene of at most 2,000 things is drawn at once from the cache of single elements.
  const renderer = rendererOf(cy)
  renderer.drawLayeredElements = renderer.drawCachedElements
  return cy
}

/** Above it the picture is moved as a texture and names wait until it rests. */
const MANY = 700

export function startCanvas(container: HTMLElement, options: CanvasOptions): Canvas {
  const stage = document.createElement('div')
  stage.className = 'stage'
  container.append(stage)
  const cy = createCore(stage)
  const grounds = addGroundLayer(cy, container)
  const names = addNameLayer(cy, container)
  let colours = readColours()
  let selection: Selection = { nodes: [], edge: null }
  let hovered: string | null = null
  let near: ReadonlySet<string> | null = null
  let hoverTimer = 0
  let frame = 0

  const drawLayers = (): void => {
    frame = 0
    grounds.draw(colours)
    names.draw(colours, grounds.titles(), options.insets().left - NAME_ROOM)
  }
  const redraw = (): void => {
    if (frame === 0) frame = requestAnimationFrame(drawLayers)
  }
  // Drawn within the same frame as cytoscape's own picture, so that grounds and names do not lag behind a pan.
  cy.on('render', drawLayers)
  cy.on('zoom', () => options.onZoom(cy.zoom()))
  const icons: HTMLImageElement[] = []
  let isClosed = false
  let dressed: Promise<void> = Promise.resolve()
  const dress = (): void => {
    const wanted = colours
    dressed = loadIcons(wanted).then(
      (loaded) => {
        if (isClosed || wanted !== colours) return
        icons.splice(0, icons.length, ...loaded)
        cy.style().fromJson(stylesheet(wanted)).update()
        redraw()
      },
      // Without its icons the map is still a map; shape and colour tell the kinds.
      () => {
        if (!isClosed) cy.style().fromJson(stylesheet(wanted)).update()
      },
    )
  }
  dress()
  const choose = (): void => {
    names.setChosen(new Set(selection.nodes), hovered, near)
    redraw()
  }
  const hover = (id: string | null): void => {
    hovered = id
    near = fadeAround(cy, id)
    choose()
    options.events.onHover(id)
  }
  listen(cy, stage, {
    ...options.events,
    onHover: (id) => {
      window.clearTimeout(hoverTimer)
      hoverTimer = window.setTimeout(() => hover(id), id === null ? 0 : HOVER_DELAY)
    },
  })
  const observer = new ResizeObserver(() => {
    cy.resize()
    const [last] = selection.nodes.slice(-1)
    if (last !== undefined) reveal(cy, last, options.insets())
    redraw()
  })
  observer.observe(container)

  return {
    show: (picture) => {
      syncElements(cy, picture)
      movePositions(cy, picture.positions)
      rendererOf(cy).textureOnViewport = picture.nodes.length > MANY
      grounds.setNodes(picture.nodes)
      names.setNodes(picture.nodes)
      redraw()
    },
    select: (next) => {
      selection = next
      cy.batch(() => {
        cy.elements('.selected').removeClass('selected')
        for (const id of [...next.nodes, ...(next.edge === null ? [] : [next.edge])]) cy.getElementById(id).addClass('selected')
      })
      choose()
    },
    mark: (ids) => {
      cy.batch(() => {
        cy.elements('.path').removeClass('path')
        for (const id of ids ?? []) cy.getElementById(id).addClass('path')
      })
    },
    paint: () => {
      colours = readColours()
      dress()
    },
    fit: () => fit(cy, options.insets()),
    fitPlaces: (places) => fitPlaces(cy, options.insets(), places),
    zoomBy: (factor) => zoomBy(cy, factor),
    reveal: (id) => reveal(cy, id, options.insets()),
    pointOf: (id) => {
      const node = cy.getElementById(id)
      if (node.empty() || !node.isNode()) return null
      const box = stage.getBoundingClientRect()
      const { x, y } = node.renderedPosition()
      return { x: box.left + x, y: box.top + y }
    },
    drawn: async () => {
      await dressed
      // One picture may be under way already, without the icons; the next one has all.
      for (let pictures = 0; pictures < 2; pictures++) {
        const rendered = new Promise<void>((resolve) => cy.one('render', () => resolve()))
        cy.forceRender()
        await rendered
      }
      drawLayers()
    },
    close: () => {
      isClosed = true
      icons.length = 0
      observer.disconnect()
      window.clearTimeout(hoverTimer)
      cancelAnimationFrame(frame)
      cy.destroy()
      grounds.remove()
      names.remove()
      stage.remove()
    },
  }
}
