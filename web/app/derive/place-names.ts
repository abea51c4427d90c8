/** Which names are drawn, and where: the most important first, never over a node or another name. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface NameWish {
  readonly id: string
  readonly text: string
  readonly width: number
  /** Middle and radius of the node on the screen. */
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly importance: number
  /** Drawn even where it covers something: what a person has chosen is never without its name. */
  readonly isNeeded?: boolean
}

export interface PlacedName {
  readonly id: string
  readonly text: string
  /** Middle of the text. */
  readonly x: number
  readonly y: number
}

/** Height of a name on the screen; 12 px type with its halo. */
export const NAME_HEIGHT = 15
const GAP = 3
const CELL = 64

/** Boxes by cell, so that a question about overlap looks at few of them. */
class BoxIndex {
  readonly #cells = new Map<string, Box[]>()

  #keys(box: Box): string[] {
    const keys: string[] = []
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1)
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) keys.push(`${column}:${row}`)
    return keys
  }

  add(box: Box): void {
    for (const key of this.#keys(box)) this.#cells.set(key, [...(this.#cells.get(key) ?? []), box])
  }

  hits(box: Box, own: Box): boolean {
    return this.#keys(box).some((key) =>
      (this.#cells.get(key) ?? []).some(
        (other) =>
          !(other.left === own.left && other.top === own.top && other.right === own.right && other.bottom === own.bottom) &&
          box.left < other.right &&
          other.left < box.right &&
          box.top < other.bottom &&
          other.top < box.bottom,
      ),
    )
  }
}

function nodeBox({ x, y, radius }: NameWish): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
}

/** Under the node, else over it, else to its right or left. */
function candidates(wish: NameWish): { x: number; y: number }[] {
  const { x, y, radius, width } = wish
  const down = radius + GAP + NAME_HEIGHT / 2
  const aside = radius + GAP + width / 2
  return [
    { x, y: y + down },
    { x, y: y - down },
    { x: x + aside, y },
    { x: x - aside, y },
  ]
}

interface Placing {
  readonly wishes: readonly NameWish[]
  /** Nodes that have no name to place but must not be covered, and titles of grounds. */
  readonly obstacles: readonly Box[]
  readonly window: Box
}

/** Greedy placing; ties go by id, so that the same picture always has the same names. */
export function placeNames({ wishes, obstacles, window }: Placing): PlacedName[] {
  const index = new BoxIndex()
  for (const box of obstacles) index.add(box)
  for (const wish of wishes) index.add(nodeBox(wish))
  const ordered = [...wishes].sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1))
  const placed: PlacedName[] = []
  for (const wish of ordered) {
    const own = nodeBox(wish)
    const places = candidates(wish)
    const free = places.find((at) => {
      const box = nameBox(wish, at)
      const isInside = box.left >= window.left && box.right <= window.right && box.top >= window.top && box.bottom <= window.bottom
      return isInside && !index.hits(box, own)
    })
    const at = free ?? (wish.isNeeded === true ? places[0] : undefined)
    if (at === undefined) continue
    index.add(nameBox(wish, at))
    placed.push({ id: wish.id, text: wish.text, ...at })
  }
  return placed
}

function nameBox(wish: NameWish, at: { readonly x: number; readonly y: number }): Box {
  const half = wish.width / 2 + 1
  return { left: at.x - half, right: at.x + half, top: at.y - NAME_HEIGHT / 2, bottom: at.y + NAME_HEIGHT / 2 }
}
