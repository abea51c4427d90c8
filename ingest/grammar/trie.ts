/** A trie over terms of any language; finds which of them stand at a place of a text. Its edges are one flat hash table. */

export interface TrieHit<Value> {
  readonly from: number
  readonly to: number
  readonly value: Value
}

const ROOT = 0
const SMALLEST = 64
const CELL = 3
const UNITS = 0x10000
const PAIRS = 0x80000

/** Open addressing over (node, unit); a node's number is never 0 as a target, so 0 marks a free slot. */
class Edges {
  /** Node, unit and target of each slot side by side: a look-up is one visit to memory. */
  private cells = new Int32Array(SMALLEST * CELL)
  private slots = SMALLEST
  private count = 0

  get(node: number, unit: number): number {
    return this.cells[this.cellOf(node, unit) + 2] ?? 0
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
  }

  /** Where the edge stands, or the free place where it would stand. */
  private cellOf(node: number, unit: number): number {
    const { cells } = this
    const mask = this.slots - 1
    const hash = Math.imul(Math.imul(node, 0x9e3779b1) ^ unit, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & mask
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
    for (let cell = 0; cell < old.length; cell += CELL) {
      const target = old[cell + 2] ?? 0
      if (target !== 0) this.put(old[cell] ?? 0, old[cell + 1] ?? 0, target)
    }
  }
}

/** Small sets of bits that say at once of most places of a text that no term begins there; never wrong where they say so. */
class Openings {
  private readonly firsts = new Uint8Array(UNITS / 8)
  private readonly singles = new Uint8Array(UNITS / 8)
  private readonly pairs = new Uint8Array(PAIRS / 8)
  private hasSingles = false

  add(term: string): void {
    const unit = term.charCodeAt(0)
    mark(this.firsts, unit)
    if (term.length === 1) {
      mark(this.singles, unit)
      this.hasSingles = true
    } else mark(this.pairs, pairOf(unit, term.charCodeAt(1)))
  }

  allow(text: string, at: number): boolean {
    const unit = text.charCodeAt(at)
    if (!isMarked(this.firsts, unit)) return false
    return isMarked(this.pairs, pairOf(unit, text.charCodeAt(at + 1))) || (this.hasSingles && isMarked(this.singles, unit))
  }

  /** The first place from `from` on that is allowed, or the length of the text. */
  next(text: string, from: number): number {
    let at = from
    while (at < text.length && !this.allow(text, at)) at++
    return at
  }
}

/** Pairs that begin alike share one line of memory: few units stand before most of the others in a text. */
function pairOf(first: number, second: number): number {
  return ((first & 0x3ff) << 9) | (second & 0x1ff)
}

function mark(bits: Uint8Array, index: number): void {
  bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7))
}

function isMarked(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3] ?? 0) & (1 << (index & 7))) !== 0
}

export class Trie<Value> {
  private readonly edges = new Edges()
  private readonly values: (Value | undefined)[] = [undefined]
  /** Made with the first term. */
  private openings: Openings | undefined

  /** Adds a term; a term that is there already takes the new value. */
  set(term: string, value: Value): void {
    let node = ROOT
    for (let at = 0; at < term.length; at++) {
      const unit = term.charCodeAt(at)
      let next = this.edges.get(node, unit)
      if (next === 0) {
        next = this.values.push(undefined) - 1
        this.edges.set(node, unit, next)
      }
      node = next
    }
    this.values[node] = value
    if (term !== '') (this.openings ??= new Openings()).add(term)
  }

  get(term: string): Value | undefined {
    return this.between(term, 0, term.length)
  }

  /** The value of the term that a text holds from `from` to `to`. */
  between(text: string, from: number, to: number): Value | undefined {
    if (!this.opens(text, from)) return undefined
    let node = ROOT
    for (let at = from; at < to; at++) {
      node = this.edges.get(node, text.charCodeAt(at))
      if (node === 0) return undefined
    }
    return this.values[node]
  }

  /** All terms that begin at `from` and end at or before `limit`, the shortest first. */
  allAt(text: string, from: number, limit: number = text.length): readonly TrieHit<Value>[] {
    if (!this.opens(text, from)) return NONE
    let hits: TrieHit<Value>[] | undefined
    let node = ROOT
    for (let at = from; at < limit; at++) {
      node = this.edges.get(node, text.charCodeAt(at))
      if (node === 0) break
      const value = this.values[node]
      if (value !== undefined) (hits ??= []).push({ from, to: at + 1, value })
    }
    return hits ?? NONE
  }

  /** The longest term that begins at `from` and ends at or before `limit`. */
  longestAt(text: string, from: number, limit: number = text.length): TrieHit<Value> | undefined {
    if (!this.opens(text, from)) return undefined
    let to = from
    let longest: Value | undefined
    let node = ROOT
    for (let at = from; at < limit; at++) {
      node = this.edges.get(node, text.charCodeAt(at))
      if (node === 0) break
      const value = this.values[node]
      if (value === undefined) continue
      to = at + 1
      longest = value
    }
    return longest === undefined ? undefined : { from, to, value: longest }
  }

  /** Leftmost-longest terms of a text, none overlapping, for which `accepts` holds. */
  find(text: string, accepts: (hit: TrieHit<Value>) => boolean = () => true): TrieHit<Value>[] {
    const found: TrieHit<Value>[] = []
    for (let from = this.next(text, 0); from < text.length;) {
      const hits = this.allAt(text, from)
      const hit = hits.length === 0 ? undefined : hits.findLast(accepts)
      if (hit !== undefined) found.push(hit)
      from = this.next(text, hit?.to ?? from + 1)
    }
    return found
  }

  /** The first place from `from` on where a term may begin, or the length of the text. */
  next(text: string, from: number): number {
    return this.openings?.next(text, from) ?? text.length
  }

  /** Whether a term may begin at `at`; false is sure. */
  opens(text: string, at: number): boolean {
    return this.openings?.allow(text, at) === true
  }
}

const NONE: readonly never[] = []
