/** A trie over terms of any language; finds which of them stand at a place of a text. Its edges are one flat hash table. */

export interface TrieHit<Value> {
  readonly from: number
  readonly to: number
  readonly value: Value
}

const ROOT = 0
const SMALLEST = 64
const CELL = 3

/** Open addressing over two numbers; no target is 0, so 0 marks a free slot. */
class Edges {
  /** Both numbers and the target of each slot side by side: a look-up is one visit to memory. */
  private cells = new Int32Array(SMALLEST * CELL)
  /** Bits, eight for a slot, that say at once of most pairs that they are not here: so few that they stay at hand. */
  private marks = new Uint8Array(SMALLEST)
  private slots = SMALLEST
  private count = 0

  get(node: number, unit: number): number {
    return this.cells[this.cellOf(node, unit) + 2] ?? 0
  }

  /** Whether the pair may be here; false is sure. */
  mayHave(node: number, unit: number): boolean {
    const hash = hashOf(node, unit)
    return this.isMarked(hash) && this.isMarked(secondOf(hash))
  }

  private isMarked(hash: number): boolean {
    return ((this.marks[(hash >>> 3) & (this.slots - 1)] ?? 0) & (1 << (hash & 7))) !== 0
  }

  private mark(hash: number): void {
    const place = (hash >>> 3) & (this.slots - 1)
    this.marks[place] = (this.marks[place] ?? 0) | (1 << (hash & 7))
  }

  set(node: number, unit: number, target: number): void {
    if (this.count * 2 >= this.slots) this.grow()
    this.put(node, unit, target)
    this.count++
  }

  private put(node: number, unit: number, target: number): void {
    const { cells } = this
    const cell = this.cellOf(node, unit)
    cells[cell] = node
    cells[cell + 1] = unit
    cells[cell + 2] = target
    const hash = hashOf(node, unit)
    this.mark(hash)
    this.mark(secondOf(hash))
  }

  /** Where the pair stands, or the free place where it would stand. */
  private cellOf(node: number, unit: number): number {
    const { cells } = this
    const mask = this.slots - 1
    let slot = hashOf(node, unit) & mask
    for (;;) {
      const cell = slot * CELL
      if (cells[cell + 2] === 0 || (cells[cell] === node && cells[cell + 1] === unit)) return cell
      slot = (slot + 1) & mask
    }
  }

  private grow(): void {
    const old = this.cells
    this.slots *= 2
    this.cells = new Int32Array(this.slots * CELL)
    this.marks = new Uint8Array(this.slots)
    for (let cell = 0; cell < old.length; cell += CELL) {
      const target = old[cell + 2] ?? 0
      if (target !== 0) this.put(old[cell] ?? 0, old[cell + 1] ?? 0, target)
    }
  }
}

function hashOf(node: number, unit: number): number {
  const hash = Math.imul(Math.imul(node, 0x9e3779b1) ^ unit, 0x85ebca6b)
  return hash ^ (hash >>> 15)
}

/** Where the other mark of a pair stands: with two, few pairs are let through that are not here. */
function secondOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 12
}

/** Stands for the second unit of a term that has one alone. */
const ALONE = -1

/** Of a trie without a term: every document has some, for names that few of them bind. */
const NO_EDGES = new Edges()
/** A bit for each unit, 32 in a word. */
const UNIT_WORDS = 0x10000 / 32
const NO_UNITS = new Int32Array(UNIT_WORDS)

export class Trie<Value> {
  private edges = NO_EDGES
  private readonly values: (Value | undefined)[] = [undefined]
  /** Nodes by the first two units: at most places of a text no term begins, which two units tell. */
  private openings = NO_EDGES
  /** Units with which a term begins: most places of a text have none, which one look tells. */
  private firsts = NO_UNITS
  private hasSingles = false

  /** Adds a term, which is not empty; a term that is there already takes the new value. */
  set(term: string, value: Value): void {
    if (this.edges === NO_EDGES) {
      this.edges = new Edges()
      this.openings = new Edges()
      this.firsts = new Int32Array(UNIT_WORDS)
    }
    const first = term.charCodeAt(0)
    this.firsts[first >>> 5] = (this.firsts[first >>> 5] ?? 0) | (1 << (first & 31))
    let node = ROOT
    for (let at = 0; at < term.length; at++) {
      const unit = term.charCodeAt(at)
      let next = this.edges.get(node, unit)
      if (next === 0) {
        next = this.values.push(undefined) - 1
        this.edges.set(node, unit, next)
        if (at === 1) this.openings.set(term.charCodeAt(0), unit, next)
      }
      node = next
    }
    if (term.length === 1 && this.values[node] === undefined) this.openings.set(term.charCodeAt(0), ALONE, node)
    this.values[node] = value
    this.hasSingles ||= term.length === 1
  }

  get(term: string): Value | undefined {
    return this.between(term, 0, term.length)
  }

  /** The value of the term that a text holds from `from` to `to`. */
  between(text: string, from: number, to: number): Value | undefined {
    if (to <= from || !this.opens(text, from)) return undefined
    let node = this.openings.get(text.charCodeAt(from), to === from + 1 ? ALONE : text.charCodeAt(from + 1))
    for (let at = from + 2; node !== 0 && at < to; at++) node = this.edges.get(node, text.charCodeAt(at))
    return node === 0 ? undefined : this.values[node]
  }

  /** All terms that begin at `from` and end at or before `limit`, the shortest first. */
  allAt(text: string, from: number, limit: number = text.length): readonly TrieHit<Value>[] {
    return this.opens(text, from) ? this.hitsAt(text, from, limit) : NONE
  }

  private hitsAt(text: string, from: number, limit: number): readonly TrieHit<Value>[] {
    let hits: TrieHit<Value>[] | undefined
    const single = this.singleAt(text, from, limit)
    if (single !== undefined) hits = [{ from, to: from + 1, value: single }]
    let node = from + 1 < limit ? this.openings.get(text.charCodeAt(from), text.charCodeAt(from + 1)) : 0
    for (let to = from + 2; node !== 0; to++) {
      const value = this.values[node]
      if (value !== undefined) (hits ??= []).push({ from, to, value })
      node = to < limit ? this.edges.get(node, text.charCodeAt(to)) : 0
    }
    return hits ?? NONE
  }

  /** The longest term that begins at `from` and ends at or before `limit`. */
  longestAt(text: string, from: number, limit: number = text.length): TrieHit<Value> | undefined {
    if (!this.opens(text, from)) return undefined
    let longest = this.singleAt(text, from, limit)
    let end = from + 1
    let node = from + 1 < limit ? this.openings.get(text.charCodeAt(from), text.charCodeAt(from + 1)) : 0
    for (let to = from + 2; node !== 0; to++) {
      const value = this.values[node]
      if (value !== undefined) {
        longest = value
        end = to
      }
      node = to < limit ? this.edges.get(node, text.charCodeAt(to)) : 0
    }
    return longest === undefined ? undefined : { from, to: end, value: longest }
  }

  private singleAt(text: string, at: number, limit: number): Value | undefined {
    if (!this.hasSingles || at >= limit) return undefined
    const unit = text.charCodeAt(at)
    if (!this.openings.mayHave(unit, ALONE)) return undefined
    const node = this.openings.get(unit, ALONE)
    return node === 0 ? undefined : this.values[node]
  }

  /** Leftmost-longest terms of a text, none overlapping, for which `accepts` holds. */
  find(text: string, accepts?: (hit: TrieHit<Value>) => boolean): TrieHit<Value>[] {
    const found: TrieHit<Value>[] = []
    for (let from = this.next(text, 0); from < text.length;) {
      const hit = accepts === undefined ? this.longestAt(text, from) : this.hitsAt(text, from, text.length).findLast(accepts)
      if (hit !== undefined) found.push(hit)
      from = this.next(text, hit?.to ?? from + 1)
    }
    return found
  }

  /** Gives each term of a text, left to right, and of those that begin together the shortest first. No object is made for it. */
  visit(text: string, take: (value: Value, from: number, to: number) => void): void {
    const { length } = text
    for (let from = this.next(text, 0); from < length; from = this.next(text, from + 1)) {
      const single = this.singleAt(text, from, length)
      if (single !== undefined) take(single, from, from + 1)
      let node = from + 1 < length ? this.openings.get(text.charCodeAt(from), text.charCodeAt(from + 1)) : 0
      for (let to = from + 2; node !== 0; to++) {
        const value = this.values[node]
        if (value !== undefined) take(value, from, to)
        node = to < length ? this.edges.get(node, text.charCodeAt(to)) : 0
      }
    }
  }

  /** Whether any term stands in a text. */
  isIn(text: string): boolean {
    for (let from = this.next(text, 0); from < text.length; from = this.next(text, from + 1)) if (this.standsAt(text, from)) return true
    return false
  }

  private standsAt(text: string, from: number): boolean {
    const { length } = text
    if (this.singleAt(text, from, length) !== undefined) return true
    let node = from + 1 < length ? this.openings.get(text.charCodeAt(from), text.charCodeAt(from + 1)) : 0
    for (let to = from + 2; node !== 0; to++) {
      if (this.values[node] !== undefined) return true
      node = to < length ? this.edges.get(node, text.charCodeAt(to)) : 0
    }
    return false
  }

  /** The first place from `from` on where a term may begin, or the length of the text. */
  next(text: string, from: number): number {
    const { length } = text
    if (this.edges === NO_EDGES || from >= length) return length
    const { firsts } = this
    for (let at = from; at < length; at++) {
      const unit = text.charCodeAt(at)
      if (((firsts[unit >>> 5] ?? 0) & (1 << (unit & 31))) !== 0 && this.mayGoOn(unit, text, at + 1)) return at
    }
    return length
  }

  /** Whether a term may begin at `at`; false is sure. */
  opens(text: string, at: number): boolean {
    const { length } = text
    // No unit is asked for that is not there: one such question makes all later ones slow.
    if (at >= length) return false
    const unit = text.charCodeAt(at)
    return ((this.firsts[unit >>> 5] ?? 0) & (1 << (unit & 31))) !== 0 && this.mayGoOn(unit, text, at + 1)
  }

  /** Whether a term may begin with a unit and what stands behind it. */
  private mayGoOn(unit: number, text: string, behind: number): boolean {
    const { openings } = this
    return (this.hasSingles && openings.mayHave(unit, ALONE)) || (behind < text.length && openings.mayHave(unit, text.charCodeAt(behind)))
  }
}

const NONE: readonly never[] = []
