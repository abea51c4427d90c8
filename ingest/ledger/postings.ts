/** Which documents hold a key, for millions of keys in little memory: 32-bit hashes and document numbers in flat arrays. */

const SMALLEST = 1024

/** FNV-1a over UTF-16 units. */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** A hash table whose slots head chains of postings. Two keys with one hash share their documents; who reads them sees that. */
export class Postings {
  private hashes = new Uint32Array(SMALLEST)
  /** Posting at the head of a slot's chain, plus one; 0: the slot was never used, -1: its chain is empty. */
  private heads = new Int32Array(SMALLEST)
  private counts = new Int32Array(SMALLEST)
  private documents = new Int32Array(SMALLEST)
  /** The next posting of a chain, plus one; 0 at its end. */
  private nexts = new Int32Array(SMALLEST)
  private slots = 0
  private postings = 0
  /** Postings that were taken out, to be used again; chained like the others. */
  private free = 0

  add(hash: number, document: number): void {
    if (this.slots * 2 >= this.heads.length) this.growSlots()
    const slot = this.slotOf(hash)
    const head = this.heads[slot] ?? 0
    if (head === 0) {
      this.slots += 1
      this.hashes[slot] = hash
    }
    this.heads[slot] = this.newPosting(document, Math.max(head, 0)) + 1
    this.counts[slot] = (this.counts[slot] ?? 0) + 1
  }

  remove(hash: number, document: number): void {
    const slot = this.slotOf(hash)
    let before = -1
    for (let at = this.heads[slot] ?? 0; at > 0; at = this.nexts[at - 1] ?? 0) {
      if (this.documents[at - 1] === document) {
        const next = this.nexts[at - 1] ?? 0
        if (before >= 0) this.nexts[before] = next
        else this.heads[slot] = next === 0 ? -1 : next
        this.counts[slot] = (this.counts[slot] ?? 0) - 1
        this.nexts[at - 1] = this.free
        this.free = at
        return
      }
      before = at - 1
    }
  }

  /** How many documents `of` would give. */
  count(hash: number): number {
    return this.counts[this.slotOf(hash)] ?? 0
  }

  *of(hash: number): Generator<number> {
    for (let at = this.heads[this.slotOf(hash)] ?? 0; at > 0; at = this.nexts[at - 1] ?? 0) yield this.documents[at - 1] ?? 0
  }

  private newPosting(document: number, next: number): number {
    let at = this.free - 1
    if (at >= 0) this.free = this.nexts[at] ?? 0
    else {
      at = this.postings++
      if (at >= this.documents.length) {
        this.documents = grown(this.documents)
        this.nexts = grown(this.nexts)
      }
    }
    this.documents[at] = document
    this.nexts[at] = next
    return at
  }

  private slotOf(hash: number): number {
    const mask = this.heads.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.heads[slot] !== 0 && this.hashes[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }

  private growSlots(): void {
    const { hashes, heads, counts } = this
    this.hashes = new Uint32Array(heads.length * 2)
    this.heads = new Int32Array(heads.length * 2)
    this.counts = new Int32Array(heads.length * 2)
    this.slots = 0
    for (let slot = 0; slot < heads.length; slot++) {
      if ((heads[slot] ?? 0) <= 0) continue
      const place = this.slotOf(hashes[slot] ?? 0)
      this.hashes[place] = hashes[slot] ?? 0
      this.heads[place] = heads[slot] ?? 0
      this.counts[place] = counts[slot] ?? 0
      this.slots += 1
    }
  }
}

/** By a half only: these arrays are the most of what the ledger keeps in memory. */
function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.ceil(array.length * 1.5))
  larger.set(array)
  return larger
}
