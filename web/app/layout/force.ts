/** A small deterministic simulation: springs, a pull to a centre, boxes that must not overlap. No randomness, no clock. */

export interface Body {
  readonly id: string
  x: number
  y: number
  /** Half width, and reach above and below the point: a label needs room below. */
  readonly half: number
  readonly above: number
  readonly below: number
  readonly fixed: boolean
}

export interface Spring {
  readonly a: number
  readonly b: number
  readonly length: number
  readonly strength: number
}

export interface Simulation {
  readonly bodies: Body[]
  readonly springs: readonly Spring[]
  readonly steps: number
  /** Pull towards the centre, by axis. */
  readonly pull: { readonly x: number; readonly y: number; readonly strengthX: number; readonly strengthY: number }
  /** Called after each step, to keep bodies out of where they must not be. */
  readonly constrain?: (bodies: Body[]) => void
}

const CELL = 96

/** Up to it comparing all pairs costs less than sorting bodies into cells. */
const FEW = 400

function forAllPairs(bodies: readonly Body[], visit: (a: Body, b: Body) => void): void {
  for (let first = 0; first < bodies.length; first += 1) {
    const a = bodies[first] as Body
    for (let second = first + 1; second < bodies.length; second += 1) {
      const b = bodies[second] as Body
      if (!a.fixed || !b.fixed) visit(a, b)
    }
  }
}

/** Pairs of bodies in the same or adjoining cells, each once, in a fixed order. */
function forNearPairs(bodies: readonly Body[], visit: (a: Body, b: Body) => void): void {
  const cells = new Map<number, number[]>()
  const key = (column: number, row: number): number => column * 65_536 + row
  const widest = bodies.reduce((most, body) => Math.max(most, body.half, body.above, body.below), 0)
  const cell = Math.max(CELL, widest * 2)
  bodies.forEach((body, index) => {
    const at = key(Math.floor(body.x / cell), Math.floor(body.y / cell))
    const list = cells.get(at)
    if (list) list.push(index)
    else cells.set(at, [index])
  })
  bodies.forEach((body, index) => {
    const [column, row] = [Math.floor(body.x / cell), Math.floor(body.y / cell)]
    for (let dx = -1; dx <= 1; dx += 1)
      for (let dy = -1; dy <= 1; dy += 1)
        for (const other of cells.get(key(column + dx, row + dy)) ?? []) {
          const second = bodies[other]
          if (other > index && second && !(body.fixed && second.fixed)) visit(body, second)
        }
  })
}

function share(body: Body, other: Body): number {
  if (body.fixed) return 0
  return other.fixed ? 1 : 0.5
}

/** Moves two overlapping boxes apart along the axis on which they overlap least. */
function separate(a: Body, b: Body): void {
  const overlapX = a.half + b.half - Math.abs(a.x - b.x)
  if (overlapX <= 0) return
  const overlapY = a.y <= b.y ? a.y + a.below - (b.y - b.above) : b.y + b.below - (a.y - a.above)
  if (overlapY <= 0) return
  if (overlapX < overlapY) {
    const sign = a.x < b.x || (a.x === b.x && a.id < b.id) ? 1 : -1
    a.x -= sign * overlapX * share(a, b)
    b.x += sign * overlapX * share(b, a)
  } else {
    const sign = a.y < b.y || (a.y === b.y && a.id < b.id) ? 1 : -1
    a.y -= sign * overlapY * share(a, b)
    b.y += sign * overlapY * share(b, a)
  }
}

function pullSprings(bodies: readonly Body[], springs: readonly Spring[], heat: number): void {
  for (const spring of springs) {
    const a = bodies[spring.a]
    const b = bodies[spring.b]
    if (!a || !b) continue
    const dx = b.x - a.x || 0.01
    const dy = b.y - a.y
    const distance = Math.hypot(dx, dy)
    const move = ((distance - spring.length) / distance) * spring.strength * heat
    a.x += dx * move * share(a, b)
    a.y += dy * move * share(a, b)
    b.x -= dx * move * share(b, a)
    b.y -= dy * move * share(b, a)
  }
}

/** Runs the simulation to its end; bodies are moved in place. The last steps only separate, so that nothing overlaps. */
export function settle(simulation: Simulation): void {
  const { bodies, springs, steps, pull, constrain } = simulation
  for (let step = 0; step < steps; step += 1) {
    const heat = Math.max(0, 1 - step / (steps * 0.85))
    pullSprings(bodies, springs, heat)
    for (const body of bodies) {
      if (body.fixed) continue
      body.x += (pull.x - body.x) * pull.strengthX * heat
      body.y += (pull.y - body.y) * pull.strengthY * heat
    }
    if (bodies.length <= FEW) forAllPairs(bodies, separate)
    else forNearPairs(bodies, separate)
    constrain?.(bodies)
  }
}

/** The n-th seed of a sunflower: an even, deterministic start. */
export function sunflower(index: number, spacing: number): { x: number; y: number } {
  const angle = index * 2.399963229728653
  const radius = spacing * Math.sqrt(index + 0.3)
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius }
}
