/** Draws names over the graph, always at reading size; the choice of names is `placeNames`. */
import type { Core } from 'cytoscape'
import type { DrawnNode } from '../derive/elements.ts'
import { groupMark } from '../derive/measured.ts'
import { placeNames, type Box, type NameWish, type PlacedName } from '../derive/place-names.ts'
import type { Colours } from './colours.ts'
import { addLayer } from './layer.ts'

const SIZE = 12
/** Works and initiatives are named from this zoom on; below the second one nothing is but what is selected. */
const NEAR = 1.35
const FAR = 0.28

export interface NameLayer {
  readonly setNodes: (nodes: readonly DrawnNode[]) => void
  /** Selected and hovered things get their full names first. */
  readonly setChosen: (selected: ReadonlySet<string>, hovered: string | null, near: ReadonlySet<string> | null) => void
  /** `left` is where the legend ends: nothing is named under it. */
  readonly draw: (colours: Colours, titles: readonly Box[], left: number) => void
  readonly remove: () => void
}

interface Chosen {
  readonly selected: ReadonlySet<string>
  readonly hovered: string | null
  readonly near: ReadonlySet<string> | null
}

export function addNameLayer(cy: Core, container: HTMLElement): NameLayer {
  const layer = addLayer(container, 'over')
  const widths = new Map<string, number>()
  let nodes: readonly DrawnNode[] = []
  let chosen: Chosen = { selected: new Set(), hovered: null, near: null }

  const widthOf = (text: string): number => {
    const known = widths.get(text)
    if (known !== undefined) return known
    const width = layer.context.measureText(text).width
    widths.set(text, width)
    return width
  }
  const wishOf = (node: DrawnNode): NameWish | null => {
    const element = cy.getElementById(node.id)
    if (element.empty()) return null
    const { x, y } = element.renderedPosition()
    const isChosen = chosen.selected.has(node.id) || chosen.hovered === node.id
    const name = chosen.hovered === node.id ? node.name : node.short
    const text = node.group === null || node.group === 0 ? name : `${groupMark(node.group)} ${name}`
    const importance = node.naming + (chosen.hovered === node.id ? 2000 : 0) + (isChosen ? 1000 : 0) + (chosen.near?.has(node.id) ? 500 : 0)
    return { id: node.id, text, width: widthOf(text), x, y, radius: (node.size / 2) * cy.zoom(), importance, isNeeded: isChosen }
  }
  const wantsName = (node: DrawnNode): boolean => {
    if (chosen.selected.has(node.id) || chosen.hovered === node.id) return true
    if (chosen.near) return chosen.near.has(node.id)
    const zoom = cy.zoom()
    return node.satellite || node.label === 'Program' ? zoom >= NEAR : zoom >= FAR
  }
  const drawName = (name: PlacedName, colours: Colours): void => {
    const { context } = layer
    context.strokeText(name.text, name.x, name.y)
    context.fillStyle = colours.ink
    context.fillText(name.text, name.x, name.y)
  }
  const drawPins = (colours: Colours): void => {
    const { context } = layer
    context.fillStyle = colours.accent
    for (const node of nodes) {
      if (!node.pinned) continue
      const element = cy.getElementById(node.id)
      if (element.empty()) continue
      const { x, y } = element.renderedPosition()
      const reach = (node.size / 2) * cy.zoom() * 0.75
      context.beginPath()
      context.arc(x + reach, y - reach, 3.5, 0, 2 * Math.PI)
      context.fill()
      context.lineWidth = 1.5
      context.stroke()
    }
  }
  return {
    setNodes: (next) => {
      nodes = next
    },
    setChosen: (selected, hovered, near) => {
      chosen = { selected, hovered, near }
    },
    draw: (colours, titles, left) => {
      const { context } = layer
      const { width, height } = layer.begin()
      context.font = `${SIZE}px ${colours.font}`
      context.textAlign = 'center'
      context.textBaseline = 'middle'
      context.lineJoin = 'round'
      context.strokeStyle = colours.ground
      const wishes: NameWish[] = []
      const obstacles: Box[] = [...titles]
      for (const node of nodes) {
        const wish = wishOf(node)
        if (!wish || wish.x < -80 || wish.y < -40 || wish.x > width + 80 || wish.y > height + 40) continue
        if (wantsName(node)) wishes.push(wish)
        else
          obstacles.push({
            left: wish.x - wish.radius,
            right: wish.x + wish.radius,
            top: wish.y - wish.radius,
            bottom: wish.y + wish.radius,
          })
      }
      context.lineWidth = 3
      for (const name of placeNames({ wishes, obstacles, window: { left, top: 0, right: width, bottom: height } })) drawName(name, colours)
      drawPins(colours)
    },
    remove: layer.remove,
  }
}
