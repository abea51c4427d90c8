/** Which documents say something of an id. Kept in memory in a few bytes for each; what they say is read when it is asked for. */
import type { Decision } from './decision.ts'
import { claimKey, type Digest } from '../resolve/digest.ts'
import type { TalliedThing } from '../resolve/fold-entity.ts'
import { RelationTally } from '../resolve/relation-tally.ts'
import { Tally } from '../resolve/tally.ts'
import { hashKey, Postings } from './postings.ts'

/** Hashes of the ids that a document names, and of those that its same-as claims are about. */
export interface DigestKeys {
  readonly named: Iterable<number>
  readonly linked: Iterable<number>
}

export function keysOfDigest(digest: Digest): { named: number[]; linked: number[] } {
  return { named: [...digest.entities.keys()].map(hashKey), linked: [...idsLinkedBy(digest)].map(hashKey) }
}

/** A thing that many documents name, and which of them state something of it. */
interface Hub {
  readonly tally: Tally
  readonly stating: Set<number>
}

/** Documents from which on what they say of a thing is kept added up. */
const HUB_FROM = 64

export class LedgerIndex {
  private readonly hubFrom: number
  private readonly hubs = new Map<string, Hub>()
  /** Relations that many documents state, by the key of their claims; null where what they state cannot be added up. */
  private readonly relationHubs = new Map<string, RelationTally | null>()
  readonly digests = new Map<string, Digest>()
  /** Digests by number; a number is given once, so that a posting needs no more than it. */
  private readonly digestByNumber: (Digest | undefined)[] = []
  private readonly numberById = new Map<string, number>()
  private readonly namedBy = new Postings()
  private readonly linkedBy = new Postings()
  /** Numbers of the digests with same-as claims. */
  private readonly isLinking = new Set<number>()

  /** `hubFrom`: documents from which on what they say of a thing is kept added up. */
  constructor({ hubFrom = HUB_FROM }: { readonly hubFrom?: number } = {}) {
    this.hubFrom = hubFrom
  }

  /** Adds a digest in the place of an older one of the same document; with its keys where they are known, so that it need not be read. */
  add(digest: Digest, keys: DigestKeys = keysOfDigest(digest)): void {
    const { id } = digest.document
    this.remove(id)
    const number = this.digestByNumber.push(digest) - 1
    this.digests.set(id, digest)
    this.numberById.set(id, number)
    for (const hash of keys.named) this.namedBy.add(hash, number)
    for (const [id, hub] of this.hubsIn(digest)) addToHub(hub, { id, digest, number })
    for (const key of this.relationHubsIn(digest)) {
      const claims = digest.relations.get(key)
      if (claims !== undefined && this.relationHubs.get(key)?.add(claims, digest.document) === false) this.relationHubs.set(key, null)
    }
    for (const hash of keys.linked) {
      this.linkedBy.add(hash, number)
      this.isLinking.add(number)
    }
  }

  remove(id: string): void {
    const number = this.numberById.get(id)
    const digest = this.digests.get(id)
    if (number === undefined || digest === undefined) return
    const { named, linked } = keysOfDigest(digest)
    for (const [entity, hub] of this.hubsIn(digest)) {
      const local = digest.entities.get(entity)
      if (local !== undefined) hub.tally.remove(local, digest.document)
      hub.stating.delete(number)
    }
    // Voices that were joined cannot be parted again: such a relation is added up anew when it is next asked for.
    for (const key of this.relationHubsIn(digest)) if (this.relationHubs.get(key) !== null) this.relationHubs.delete(key)
    for (const hash of named) this.namedBy.remove(hash, number)
    for (const hash of linked) this.linkedBy.remove(hash, number)
    this.digests.delete(id)
    this.numberById.delete(id)
    this.isLinking.delete(number)
    this.digestByNumber[number] = undefined
  }

  /** Digests of the documents that name any of these entities, and now and then one that names none: two ids may share a hash. */
  naming(entities: Iterable<string>): Digest[] {
    const numbers = new Set<number>()
    for (const id of entities) for (const number of this.namedBy.of(hashKey(id))) numbers.add(number)
    return this.digestsOf(numbers)
  }

  /** A thing that goes by one id alone, from what was added up where many documents name it. */
  tallied(id: string): TalliedThing | undefined {
    const hub = this.hubs.get(id) ?? this.makeHub(id)
    if (hub === undefined) return undefined
    return { tallies: new Map([[id, hub.tally]]), documents: hub.tally.documents, stating: this.digestsOf(hub.stating) }
  }

  /** A relation whose ends go by one id alone, from what was added up where many documents state it; undefined where that is not enough. */
  talliedRelation(ends: Parameters<typeof claimKey>[0]): RelationTally | undefined {
    const { subject, object } = ends
    const key = claimKey(ends)
    const known = this.relationHubs.get(key)
    if (known !== undefined) return known ?? undefined
    if (Math.min(this.namedBy.count(hashKey(subject)), this.namedBy.count(hashKey(object))) < this.hubFrom) return undefined
    const tally = new RelationTally()
    for (const digest of this.namingBoth([subject], [object])) {
      const claims = digest.relations.get(key)
      if (claims === undefined || tally.add(claims, digest.document)) continue
      this.relationHubs.set(key, null)
      return undefined
    }
    if (tally.documents >= this.hubFrom) this.relationHubs.set(key, tally)
    return tally
  }

  /** Digests among which are all that name one of `some` and one of `others`, as every document does that relates them. */
  namingBoth(some: readonly string[], others: readonly string[]): Digest[] {
    const count = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + this.namedBy.count(hashKey(id)), 0)
    return this.naming(count(some) <= count(others) ? some : others)
  }

  /** Ids about which there is a same-as claim or a decision to unite or part. */
  linkedIds(decisions: readonly Decision[]): Set<string> {
    const decided = decisions.flatMap((decision) => (decision.kind === 'correct' ? [] : [decision.a, decision.b]))
    const linked = new Set(decided)
    for (const digest of this.digestsOf(this.isLinking)) for (const id of idsLinkedBy(digest)) linked.add(id)
    return linked
  }

  /** Whether a same-as claim or a decision speaks of the id. */
  isLinked(id: string, decisions: readonly Decision[]): boolean {
    return (
      this.linking(id).length > 0 || decisions.some((decision) => decision.kind !== 'correct' && (decision.a === id || decision.b === id))
    )
  }

  /** Whether a same-as claim or a decision may speak of one of the ids; false is sure, and told without reading a digest. */
  mayLink(ids: Iterable<string>, decisions: readonly Decision[]): boolean {
    const decided = new Set(decisions.flatMap((decision) => (decision.kind === 'correct' ? [] : [decision.a, decision.b])))
    for (const id of ids) if (decided.has(id) || this.linkedBy.count(hashKey(id)) > 0) return true
    return false
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

  private makeHub(id: string): Hub | undefined {
    const hash = hashKey(id)
    if (this.namedBy.count(hash) < this.hubFrom) return undefined
    const hub: Hub = { tally: new Tally(), stating: new Set() }
    for (const number of this.namedBy.of(hash)) {
      const digest = this.digestByNumber[number]
      if (digest !== undefined) addToHub(hub, { id, digest, number })
    }
    this.hubs.set(id, hub)
    return hub
  }

  private hubsIn(digest: Digest): [string, Hub][] {
    if (this.hubs.size === 0) return []
    return [...digest.entities.keys()].flatMap((id): [string, Hub][] => {
      const hub = this.hubs.get(id)
      return hub === undefined ? [] : [[id, hub]]
    })
  }

  private relationHubsIn(digest: Digest): string[] {
    return this.relationHubs.size === 0 ? [] : [...digest.relations.keys()].filter((key) => this.relationHubs.has(key))
  }

  private *neighbours(id: string, decisions: readonly Decision[]): Iterable<string> {
    for (const { sameAs } of this.linking(id)) {
      for (const { subject, object } of sameAs) {
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

  /** Digests with a same-as claim about the id. */
  private linking(id: string): Digest[] {
    return this.digestsOf(this.linkedBy.of(hashKey(id))).filter((digest) => idsLinkedBy(digest).has(id))
  }

  private digestsOf(numbers: Iterable<number>): Digest[] {
    return [...numbers].flatMap((number) => this.digestByNumber[number] ?? [])
  }
}

function addToHub({ tally, stating }: Hub, { id, digest, number }: { id: string; digest: Digest; number: number }): void {
  const local = digest.entities.get(id)
  if (local !== undefined) tally.add(local, digest.document)
  if (digest.statements.get(id) !== undefined) stating.add(number)
}

function idsLinkedBy({ sameAs }: Digest): Set<string> {
  return new Set(sameAs.flatMap(({ subject, object }) => [subject, object]))
}
