/** A trie over terms of any language; finds which of them stand at a place of a text. Its edges are one flat hash table. */

export interface TrieHit<Value> {
  readonly from: number
  readonly to: number
  readonly value: Value
}

const ROOT = 0
const SMALLEST = 64
const UNITS = 0x10000
const PAIRS = 0x20000

/** Open addressing over (node, unit); a node's number is never 0 as a target, so 0 marks a free slot. */
class Edges {
  private nodes = new Int32Array(SMALLEST)
  private units = new Uint16Array(SMALLEST)
  private targets = new Int32Array(SMALLEST)
  private count = 0

  get(node: number, unit: number): number {
    return this.targets[this.slotOf(node, unit)] ?? 0
  }

  set(node: number, unit: number, target: number): void {
    if (this.count * 2 >= this.targets.length) this.grow()
    const slot = this.slotOf(node, unit)
    this.nodes[slot] = node
    this.units[slot] = unit
    this.targets[slot] = target
    this.count++
  }

  /** The slot of the edge, or the free one where it would stand. */
  private slotOf(node: number, unit: number): number {
    const { nodes, units, targets } = this
    const mask = targets.length - 1
    const hash = Math.imul(Math.imul(node, 0x9e3779b1) ^ unit, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & mask
    while (targets[slot] !== 0 && (nodes[slot] !== node || units[slot] !== unit)) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { nodes, units, targets } = this
    this.nodes = new Int32Array(targets.length * 2)
    this.units = new Uint16Array(targets.length * 2)
    this.targets = new Int32Array(targets.length * 2)
    for (const [slot, target] of targets.entries()) {
      if (target === 0) continue
      const place = this.slotOf(nodes[slot] ?? 0, units[slot] ?? 0)
      this.nodes[place] = nodes[slot] ?? 0
      this.units[place] = units[slot] ?? 0
      this.targets[place] = target
    }
  }
}

/** Small sets of bits that say at once of most places of a text that no term begins there; never wrong where they say so. */
class Openings {
  private readonly firsts = new Uint8Array(UNITS / 8)
  private readonly singles = new Uint8Array(UNITS / 8)
  private readonly pairs = new Uint8Array(PAIRS / 8)

  add(term: string): void {
    const unit = term.charCodeAt(0)
    mark(this.firsts, unit)
    if (term.length === 1) mark(this.singles, unit)
    else mark(this.pairs, pairOf(unit, term.charCodeAt(1)))
  }

  allow(text: string, at: number): boolean {
    const unit = text.charCodeAt(at)
    if (!isMarked(this.firsts, unit)) return false
    return isMarked(this.pairs, pairOf(unit, text.charCodeAt(at + 1))) || isMarked(this.singles, unit)
  }
}

function pairOf(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  return (hash ^ (hash >>> 15)) & (PAIRS - 1)
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
    let node = ROOT
    for (let at = 0; at < term.length; at++) {
      node = this.edges.get(node, term.charCodeAt(at))
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
    if (this.openings === undefined) return found
    for (let from = 0; from < text.length;) {
      const hits = this.allAt(text, from)
      const hit = hits.length === 0 ? undefined : hits.findLast(accepts)
      if (hit !== undefined) found.push(hit)
      from = hit?.to ?? from + 1
    }
    return found
  }

  /** Whether a term may begin at `at`; false is sure. */
  opens(text: string, at: number): boolean {
    return this.openings?.allow(text, at) === true
  }
}

const NONE: readonly never[] = []
