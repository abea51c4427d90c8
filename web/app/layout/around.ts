/** Places newcomers beside what they are linked to; everything that is there stays where it is. */
import type { Point } from '../state/view.ts'
import { settle, sunflower } from './force.ts'
import { bodyOf, byImportance, springsOf } from './ground.ts'
import type { LayoutInput } from './types.ts'

const DISTANCE = 90

/** Gives places for the nodes of the input that are not fixed. */
export function layoutAround(input: LayoutInput): Map<string, Point> {
  const places = new Map(input.fixed)
  const newcomers = input.nodes.filter((node) => !places.has(node.id)).sort(byImportance)
  const known = [...places.values()]
  const centre =
    known.length > 0
      ? { x: known.reduce((all, at) => all + at.x, 0) / known.length, y: known.reduce((all, at) => all + at.y, 0) / known.length }
      : { x: 0, y: 0 }
  const groundPlaces = new Map<string, Point[]>()
  for (const node of input.nodes) {
    const at = places.get(node.id)
    if (at && node.ground !== null) groundPlaces.set(node.ground, [...(groundPlaces.get(node.ground) ?? []), at])
  }
  newcomers.forEach((node, index) => {
    const linked = input.edges.flatMap((edge) =>
      edge.from === node.id ? (places.get(edge.to) ?? []) : edge.to === node.id ? (places.get(edge.from) ?? []) : [],
    )
    const own = node.ground === null ? [] : (groundPlaces.get(node.ground) ?? [])
    const anchors = own.length > 0 ? own : linked
    const anchor =
      anchors.length > 0
        ? { x: anchors.reduce((all, at) => all + at.x, 0) / anchors.length, y: anchors.reduce((all, at) => all + at.y, 0) / anchors.length }
        : centre
    const seed = sunflower(index, 34)
    const away = { x: anchor.x - centre.x, y: anchor.y - centre.y }
    const length = Math.hypot(away.x, away.y) || 1
    const lean = own.length > 0 ? 0 : DISTANCE
    places.set(node.id, { x: anchor.x + (away.x / length) * lean + seed.x, y: anchor.y + (away.y / length) * lean + seed.y })
  })
  const fixedIds = new Set(input.fixed.map(([id]) => id))
  const bodies = [...input.nodes]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((node) => {
      const at = places.get(node.id)
      return at ? [bodyOf(node, at, fixedIds.has(node.id))] : []
    })
  const indexById = new Map(bodies.map((body, index) => [body.id, index]))
  const springs = springsOf(input.edges, indexById, () => DISTANCE).map((spring) => ({ ...spring, strength: 0.05 }))
  settle({ bodies, springs, steps: 160, pull: { x: 0, y: 0, strengthX: 0, strengthY: 0 } })
  return new Map(bodies.filter((body) => !fixedIds.has(body.id)).map((body) => [body.id, { x: body.x, y: body.y }]))
}
