/** A trie over terms of any language; finds which of them stand at a place of a text. */

interface Node<Value> {
  readonly next: Map<string, Node<Value>>
  value: Value | undefined
}

export interface TrieHit<Value> {
  readonly from: number
  readonly to: number
  readonly value: Value
}

export class Trie<Value> {
  private readonly root: Node<Value> = { next: new Map(), value: undefined }

  /** Adds a term; a term that is there already takes the new value. */
  set(term: string, value: Value): void {
    let node = this.root
    for (let at = 0; at < term.length; at++) {
      const unit = term.charAt(at)
      let next = node.next.get(unit)
      if (next === undefined) node.next.set(unit, (next = { next: new Map(), value: undefined }))
      node = next
    }
    node.value = value
  }

  get(term: string): Value | undefined {
    let node: Node<Value> | undefined = this.root
    for (let at = 0; at < term.length && node !== undefined; at++) node = node.next.get(term.charAt(at))
    return node?.value
  }

  /** All terms that begin at `from` and end at or before `limit`, the shortest first. */
  allAt(text: string, from: number, limit: number = text.length): TrieHit<Value>[] {
    const hits: TrieHit<Value>[] = []
    let node: Node<Value> | undefined = this.root
    for (let at = from; at < limit; at++) {
      node = node.next.get(text.charAt(at))
      if (node === undefined) break
      if (node.value !== undefined) hits.push({ from, to: at + 1, value: node.value })
    }
    return hits
  }

  /** The longest term that begins at `from`. */
  longestAt(text: string, from: number, limit: number = text.length): TrieHit<Value> | undefined {
    return this.allAt(text, from, limit).at(-1)
  }

  /** Leftmost-longest terms of a text, none overlapping, for which `accepts` holds. */
  *find(text: string, accepts: (hit: TrieHit<Value>) => boolean = () => true): Generator<TrieHit<Value>> {
    for (let from = 0; from < text.length; ) {
      const hit = this.allAt(text, from).findLast(accepts)
      if (hit !== undefined) yield hit
      from = hit?.to ?? from + 1
    }
  }
}
