/** A trie over terms of any language; finds which of them stand at a place of a text. */

/** Most nodes have one child, which is kept without a map. */
interface Node<Value> {
  value: Value | undefined
  unit: string
  child: Node<Value> | undefined
  more: Map<string, Node<Value>> | undefined
}

export interface TrieHit<Value> {
  readonly from: number
  readonly to: number
  readonly value: Value
}

function emptyNode<Value>(): Node<Value> {
  return { value: undefined, unit: '', child: undefined, more: undefined }
}

function childOf<Value>(node: Node<Value>, unit: string): Node<Value> | undefined {
  return node.unit === unit ? node.child : node.more?.get(unit)
}

export class Trie<Value> {
  private readonly root: Node<Value> = emptyNode()

  /** Adds a term; a term that is there already takes the new value. */
  set(term: string, value: Value): void {
    let node = this.root
    for (let at = 0; at < term.length; at++) {
      const unit = term.charAt(at)
      let next = childOf(node, unit)
      if (next === undefined) {
        next = emptyNode<Value>()
        if (node.child === undefined) {
          node.unit = unit
          node.child = next
        } else (node.more ??= new Map()).set(unit, next)
      }
      node = next
    }
    node.value = value
  }

  get(term: string): Value | undefined {
    let node: Node<Value> | undefined = this.root
    for (let at = 0; at < term.length && node !== undefined; at++) node = childOf(node, term.charAt(at))
    return node?.value
  }

  /** All terms that begin at `from` and end at or before `limit`, the shortest first. */
  allAt(text: string, from: number, limit: number = text.length): TrieHit<Value>[] {
    const hits: TrieHit<Value>[] = []
    let node: Node<Value> | undefined = this.root
    for (let at = from; at < limit; at++) {
      node = childOf(node, text.charAt(at))
      if (node === undefined) break
      if (node.value !== undefined) hits.push({ from, to: at + 1, value: node.value })
    }
    return hits
  }

  /** Leftmost-longest terms of a text, none overlapping, for which `accepts` holds. */
  *find(text: string, accepts: (hit: TrieHit<Value>) => boolean = () => true): Generator<TrieHit<Value>> {
    for (let from = 0; from < text.length;) {
      const hit = this.allAt(text, from).findLast(accepts)
      if (hit !== undefined) yield hit
      from = hit?.to ?? from + 1
    }
  }
}
