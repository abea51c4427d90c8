/** The overview's layout: grounds beside each other, members on theirs, partners outside and between those that they serve. */
import type { Point } from '../state/view.ts'
import { settle, sunflower, type Body } from './force.ts'
import { bodyOf, layoutGround, springsOf, type Ground } from './ground.ts'
import { shelve } from './shelf.ts'
import type { LayoutInput, LayoutNode } from './types.ts'

/** Free room between two grounds, for the partners and names between them. */
const BETWEEN = 88
const MARGIN = 24
/** Starts that are tried for the arrangement of the grounds, and the number of grounds above which one must do. */
const STARTS = 12
const MANY_GROUNDS = 40

function groupBy(nodes: readonly LayoutNode[]): Map<string, LayoutNode[]> {
  const groups = new Map<string, LayoutNode[]>()
  for (const node of nodes) {
    if (node.ground === null) continue
    const list = groups.get(node.ground)
    if (list) list.push(node)
    else groups.set(node.ground, [node])
  }
  return groups
}

/** How much two grounds have to do with each other: lines between them, and partners that they share. */
function countBonds(input: LayoutInput, groundOf: ReadonlyMap<string, string>): Map<string, number> {
  const bonds = new Map<string, number>()
  const add = (a: string, b: string): void => {
    if (a !== b) bonds.set(a < b ? `${a}\n${b}` : `${b}\n${a}`, (bonds.get(a < b ? `${a}\n${b}` : `${b}\n${a}`) ?? 0) + 1)
  }
  const served = new Map<string, Set<string>>()
  for (const { from, to } of input.edges) {
    const [a, b] = [groundOf.get(from), groundOf.get(to)]
    if (a !== undefined && b !== undefined) add(a, b)
    const [partner, ground] = a === undefined ? [from, b] : [to, a]
    if (ground === undefined || groundOf.has(partner)) continue
    served.set(partner, (served.get(partner) ?? new Set()).add(ground))
  }
  for (const grounds of served.values()) {
    const list = [...grounds].sort()
    list.forEach((a, index) => list.slice(index + 1).forEach((b) => add(a, b)))
  }
  return bonds
}

interface Arrangement {
  readonly bodies: readonly Body[]
  readonly height: number
}

/** One arrangement from one start: the grounds on a sunflower turned by `angle`. */
function arrange(grounds: readonly Ground[], bonds: ReadonlyMap<string, number>, start: { aspect: number; angle: number }): Arrangement {
  const { aspect, angle } = start
  const widest = grounds[0]?.radius ?? 0
  const bodies: Body[] = grounds.map((ground, index) => {
    const seed = sunflower(index, widest * 1.2)
    const reach = ground.radius + BETWEEN / 2
    const x = (seed.x * Math.cos(angle) - seed.y * Math.sin(angle)) * aspect
    return {
      id: ground.id,
      x,
      y: seed.x * Math.sin(angle) + seed.y * Math.cos(angle),
      half: reach,
      above: reach,
      below: reach,
      fixed: false,
    }
  })
  const indexById = new Map(bodies.map((body, index) => [body.id, index]))
  const springs = [...bonds].flatMap(([pair, count]) => {
    const [a = '', b = ''] = pair.split('\n')
    const [first, second] = [indexById.get(a), indexById.get(b)]
    if (first === undefined || second === undefined) return []
    const length = (bodies[first]?.half ?? 0) + (bodies[second]?.half ?? 0)
    return [{ a: first, b: second, length, strength: Math.min(0.2, 0.04 * count) }]
  })
  settle({ bodies, springs, steps: 300, pull: { x: 0, y: 0, strengthX: 0.02, strengthY: 0.02 * aspect * aspect } })
  const width = Math.max(...bodies.map((body) => body.x + body.half)) - Math.min(...bodies.map((body) => body.x - body.half))
  const height = Math.max(...bodies.map((body) => body.y + body.below)) - Math.min(...bodies.map((body) => body.y - body.above))
  return { bodies, height: Math.max(width / aspect, height) }
}

/** Of several starts the one that fills the window best: its picture can be drawn largest. */
function placeGrounds(grounds: readonly Ground[], bonds: ReadonlyMap<string, number>, aspect: number): Map<string, Point> {
  const ordered = [...grounds].sort((a, b) => b.radius - a.radius || (a.id < b.id ? -1 : 1))
  const starts = ordered.length > MANY_GROUNDS ? 1 : STARTS
  let best: Arrangement | null = null
  for (let start = 0; start < starts; start += 1) {
    const found = arrange(ordered, bonds, { aspect, angle: (start / STARTS) * 2 * Math.PI })
    if (!best || found.height < best.height - 1) best = found
  }
  return new Map((best?.bodies ?? []).map((body) => [body.id, { x: body.x, y: body.y }]))
}

interface Circle extends Point {
  readonly radius: number
}

function pushOut(body: Body, circles: readonly Circle[]): void {
  if (body.fixed) return
  for (const circle of circles) {
    const reach = circle.radius + MARGIN
    const dx = body.x - circle.x || 0.01
    const dy = body.y - circle.y
    const distance = Math.hypot(dx, dy)
    if (distance >= reach) continue
    body.x = circle.x + (dx / distance) * reach
    body.y = circle.y + (dy / distance) * reach
  }
}

function neighboursById(input: LayoutInput): Map<string, string[]> {
  const neighbours = new Map<string, string[]>()
  for (const { from, to } of input.edges) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to])
    neighbours.set(to, [...(neighbours.get(to) ?? []), from])
  }
  return neighbours
}

/** Where a partner of one ground leans: the side of the things that it works with, spread so that names find room. */
function spreadAround(circle: Circle, wishes: readonly { node: LayoutNode; angle: number }[]): Map<string, Point> {
  const sorted = [...wishes].sort((a, b) => a.angle - b.angle || (a.node.id < b.node.id ? -1 : 1))
  const placed = new Map<string, Point>()
  const radius = circle.radius + MARGIN + 8
  const step = Math.min((2 * Math.PI) / Math.max(1, sorted.length), 66 / radius)
  const angles = sorted.map((wish) => wish.angle)
  for (let round = 0; round < 60; round += 1)
    for (let index = 1; index < angles.length; index += 1) {
      const gap = (angles[index] ?? 0) - (angles[index - 1] ?? 0)
      if (gap >= step) continue
      angles[index] = (angles[index] ?? 0) + (step - gap) / 2
      angles[index - 1] = (angles[index - 1] ?? 0) - (step - gap) / 2
    }
  sorted.forEach(({ node }, index) => {
    const angle = angles[index] ?? 0
    placed.set(node.id, { x: circle.x + Math.cos(angle) * radius, y: circle.y + Math.sin(angle) * radius })
  })
  return placed
}

function middle(points: readonly Point[]): Point {
  return {
    x: points.reduce((all, point) => all + point.x, 0) / points.length,
    y: points.reduce((all, point) => all + point.y, 0) / points.length,
  }
}

interface Outside {
  readonly input: LayoutInput
  readonly placed: Map<string, Point>
  readonly circleByGround: ReadonlyMap<string, Circle>
  readonly groundOf: ReadonlyMap<string, string>
}

/** First places: by the grounds that a partner serves, then beside whatever it is linked to, nearest link first. */
function startPartners(partners: readonly LayoutNode[], { input, placed, circleByGround, groundOf }: Outside): LayoutNode[] {
  const neighbours = neighboursById(input)
  const wishes = new Map<string, { node: LayoutNode; angle: number }[]>()
  let waiting: LayoutNode[] = []
  for (const node of partners) {
    const ends = (neighbours.get(node.id) ?? []).filter((id) => groundOf.has(id))
    const grounds = new Set(ends.map((id) => groundOf.get(id) ?? ''))
    const points = ends.flatMap((id) => placed.get(id) ?? [])
    const [only] = grounds
    const circle = grounds.size === 1 && only !== undefined ? circleByGround.get(only) : undefined
    if (points.length === 0) waiting.push(node)
    else if (!circle) placed.set(node.id, middle(points))
    else {
      const at = middle(points)
      wishes.set(only ?? '', [...(wishes.get(only ?? '') ?? []), { node, angle: Math.atan2(at.y - circle.y, at.x - circle.x) }])
    }
  }
  for (const [ground, list] of wishes) {
    const circle = circleByGround.get(ground)
    if (circle) for (const [id, at] of spreadAround(circle, list)) placed.set(id, at)
  }
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length
    waiting = waiting.filter((node) => {
      const points = (neighbours.get(node.id) ?? []).flatMap((id) => placed.get(id) ?? [])
      if (points.length === 0) return true
      const at = middle(points)
      const away = Math.hypot(at.x, at.y) || 1
      placed.set(node.id, { x: at.x + (at.x / away) * 60, y: at.y + (at.y / away) * 60 })
      return false
    })
  }
  return waiting
}

/** The name of a ground stands over it; nothing else should. */
function titleBodies(circleByGround: ReadonlyMap<string, Circle>): Body[] {
  return [...circleByGround].map(([ground, circle]) => ({
    id: `title ${ground}`,
    x: circle.x,
    y: circle.y - circle.radius,
    half: 44,
    above: 30,
    below: 10,
    fixed: true,
  }))
}

function settlePartners(partners: readonly LayoutNode[], outside: Outside, pinned: ReadonlySet<string>): void {
  const { input, placed, circleByGround } = outside
  const free = new Set(partners.filter((node) => placed.has(node.id) && !pinned.has(node.id)).map((node) => node.id))
  const things = input.nodes.flatMap((node) => {
    const at = placed.get(node.id)
    return at ? [bodyOf(node, at, !free.has(node.id))] : []
  })
  const bodies = [...things, ...titleBodies(circleByGround)]
  const nodeById = new Map(input.nodes.map((node) => [node.id, node]))
  const indexById = new Map(bodies.map((body, index) => [body.id, index]))
  const springs = springsOf(
    input.edges.filter((edge) => free.has(edge.from) || free.has(edge.to)),
    indexById,
    (a, b) => (nodeById.get(bodies[a]?.id ?? '')?.satellite || nodeById.get(bodies[b]?.id ?? '')?.satellite ? 26 : 80),
  ).map((spring) => ({ ...spring, strength: 0.04 }))
  const circles = [...circleByGround.values()]
  const constrain = (all: Body[]): void => all.forEach((body) => pushOut(body, circles))
  settle({ bodies, springs, steps: 200, pull: { x: 0, y: 0, strengthX: 0, strengthY: 0 }, constrain })
  for (const body of bodies) if (free.has(body.id)) placed.set(body.id, { x: body.x, y: body.y })
}

/** Places every node of the input; fixed ones stay. Same input, in any order, gives the same places. */
export function layoutGrouped(input: LayoutInput): Map<string, Point> {
  const fixed = new Map(input.fixed)
  const nodes = [...input.nodes].sort((a, b) => (a.id < b.id ? -1 : 1))
  const edges = [...input.edges].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1))
  const sorted: LayoutInput = { ...input, nodes, edges }
  const groups = groupBy(nodes)
  // A map without grounds (districts as bubbles) is one sheet on which all stand.
  if (groups.size === 0) return layoutSheet(sorted, fixed)
  const groundOf = new Map([...groups].flatMap(([id, members]) => members.map((node) => [node.id, id] as const)))
  const grounds = [...groups].map(([id, members]) => {
    const inside = edges.filter((edge) => groundOf.get(edge.from) === id && groundOf.get(edge.to) === id)
    return layoutGround(id, members, inside)
  })
  const centres = placeGrounds(grounds, countBonds(sorted, groundOf), input.aspect)
  const placed = new Map<string, Point>()
  const circleByGround = new Map<string, Circle>()
  for (const ground of grounds) {
    const centre = centres.get(ground.id) ?? { x: 0, y: 0 }
    circleByGround.set(ground.id, { ...centre, radius: ground.radius })
    for (const [id, at] of ground.positions) placed.set(id, { x: centre.x + at.x, y: centre.y + at.y })
  }
  for (const [id, at] of fixed) if (placed.has(id)) placed.set(id, at)
  const partners = nodes.filter((node) => node.ground === null)
  const outside: Outside = { input: sorted, placed, circleByGround, groundOf }
  const waiting = startPartners(partners, outside)
  for (const [id, at] of fixed) placed.set(id, at)
  settlePartners(partners, outside, new Set(fixed.keys()))
  shelve(
    waiting.filter((node) => !fixed.has(node.id)),
    placed,
    sorted,
  )
  return placed
}

function layoutSheet(input: LayoutInput, fixed: ReadonlyMap<string, Point>): Map<string, Point> {
  const sheet = layoutGround('', input.nodes, input.edges)
  return new Map([...sheet.positions, ...fixed])
}
