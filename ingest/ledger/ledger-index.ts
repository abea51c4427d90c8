/** Which documents say something of an id: the part of the ledger that is kept in memory, without any text. */
import type { Decision } from './decision.ts'
import type { Digest } from '../resolve/digest.ts'

export class LedgerIndex {
  readonly digests = new Map<string, Digest>()
  private readonly documentsByEntity = new Map<string, Set<string>>()
  private readonly documentsByRelation = new Map<string, Set<string>>()
  private readonly documentsBySameAs = new Map<string, Set<string>>()

  add(digest: Digest): void {
    const { id } = digest.document
    this.remove(id)
    this.digests.set(id, digest)
    for (const { map, keys } of this.entries(digest)) for (const key of keys) link(map, key, id)
  }

  remove(id: string): void {
    const digest = this.digests.get(id)
    if (digest === undefined) return
    this.digests.delete(id)
    for (const { map, keys } of this.entries(digest)) for (const key of keys) unlink(map, key, id)
  }

  /** Digests of the documents that name any of these entities. */
  naming(entities: Iterable<string>): Digest[] {
    return this.collect(this.documentsByEntity, entities)
  }

  /** Digests of the documents with a claim under any of these keys (`claimKey`). */
  stating(claimKeys: Iterable<string>): Digest[] {
    return this.collect(this.documentsByRelation, claimKeys)
  }

  /** Whether a same-as claim or a decision speaks of the id. */
  isLinked(id: string, decisions: readonly Decision[]): boolean {
    return (
      this.documentsBySameAs.has(id) ||
      decisions.some((decision) => decision.kind !== 'correct' && (decision.a === id || decision.b === id))
    )
  }

  /** The ids and all that same-as claims and decisions may unite with them, over any number of steps. */
  reach(ids: Iterable<string>, decisions: readonly Decision[]): Set<string> {
    const reached = new Set(ids)
    const queue = [...reached]
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const other of this.neighbours(id, decisions)) {
        if (reached.has(other)) continue
        reached.add(other)
        queue.push(other)
      }
    }
    return reached
  }

  private *neighbours(id: string, decisions: readonly Decision[]): Iterable<string> {
    for (const document of this.documentsBySameAs.get(id) ?? []) {
      for (const { subject, object } of this.digests.get(document)?.sameAs ?? []) {
        if (subject === id) yield object
        else if (object === id) yield subject
      }
    }
    for (const decision of decisions) {
      if (decision.kind === 'correct') continue
      if (decision.a === id) yield decision.b
      else if (decision.b === id) yield decision.a
    }
  }

  private entries(digest: Digest): { map: Map<string, Set<string>>; keys: Iterable<string> }[] {
    return [
      { map: this.documentsByEntity, keys: digest.entities.keys() },
      { map: this.documentsByRelation, keys: digest.relations.keys() },
      { map: this.documentsBySameAs, keys: new Set(digest.sameAs.flatMap(({ subject, object }) => [subject, object])) },
    ]
  }

  private collect(map: ReadonlyMap<string, ReadonlySet<string>>, keys: Iterable<string>): Digest[] {
    const ids = new Set<string>()
    for (const key of keys) for (const id of map.get(key) ?? []) ids.add(id)
    return [...ids].flatMap((id) => this.digests.get(id) ?? [])
  }
}

function link(map: Map<string, Set<string>>, key: string, id: string): void {
  const set = map.get(key)
  if (set === undefined) map.set(key, new Set([id]))
  else set.add(id)
}

function unlink(map: Map<string, Set<string>>, key: string, id: string): void {
  const set = map.get(key)
  set?.delete(id)
  if (set?.size === 0) map.delete(key)
}
