/** Keeps one store in step with the ledger: every change goes to the ledger first and to the store as whole documents. */
import type { Entity, Relation } from '../../cypher/model/index.ts'
import type { Fold, GraphStore } from '../../cypher/store/port.ts'
import { completeChange, endsOfRelation, identityAmong, takeBefore, takeBeforeDecision, type Change } from '../resolve/change.ts'
import { digestDocument } from '../resolve/digest.ts'
import { foldAll, identityOfAll } from '../resolve/fold-all.ts'
import type { Identity } from '../resolve/unite.ts'
import type { Decision } from './decision.ts'
import { documentWrite } from './document-write.ts'
import type { DocumentRecord, Ledger } from './index.ts'
import { reconcileStore, takeOwnership, type StoreProgress } from './reconcile.ts'
import { mergeLeaving, type Leaving, type StoreJournal } from './store-journal.ts'

/** A document to keep (with its bytes, where they are new) or one to take out. */
export type DocumentChange = { readonly record: DocumentRecord; readonly bytes?: Uint8Array } | { readonly remove: string }

/** What `sync` had to do. */
export type SyncOutcome = 'in-step' | 'completed' | 'rebuilt'

const NOTHING: Fold = { entities: [], relations: [], gone: { entities: [], relations: [] } }

export class StoreView {
  private readonly ledger: Ledger
  private readonly store: GraphStore
  private readonly journal: StoreJournal

  private constructor(ledger: Ledger, store: GraphStore, journal: StoreJournal) {
    this.ledger = ledger
    this.store = store
    this.journal = journal
  }

  /** Throws StoreError `store.other-folder` where the store holds another data folder's graph. */
  static async open(ledger: Ledger, store: GraphStore): Promise<StoreView> {
    await takeOwnership({ ledger, store })
    return new StoreView(ledger, store, await ledger.journal(store.kind))
  }

  /** Changes some documents, in the ledger and in the store. What several of them touch is folded once. */
  async change(changes: readonly DocumentChange[]): Promise<void> {
    if (changes.length > 0) await this.ledger.inTurn(() => this.changeNow(changes))
  }

  /** Keeps a decision and folds anew what it touches. */
  async decide(decision: Decision): Promise<void> {
    await this.ledger.inTurn(() => this.decideNow(decision))
  }

  /** Completes what an interrupted run left undone; rebuilds where that is the only sure way. */
  async sync(onProgress: StoreProgress = () => undefined): Promise<SyncOutcome> {
    return this.ledger.inTurn(() => this.syncNow(onProgress))
  }

  /** Empties the store and writes every document of the ledger, each thing folded once. */
  async rebuild(onProgress: StoreProgress = () => undefined): Promise<void> {
    await this.ledger.inTurn(() => this.rebuildNow(onProgress))
  }

  private async changeNow(changes: readonly DocumentChange[]): Promise<void> {
    const documents = changes.map((change) => ('remove' in change ? change.remove : change.record.document.id))
    const incoming = changes.flatMap((change) => ('remove' in change ? [] : [digestDocument(change.record)]))
    const before = takeBefore(this.ledger, { documents, incoming })
    await this.journal.begin(documents, before.leaving)
    // Side by side: what takes the time is waiting for the disk.
    await Promise.all(
      changes.map((change) => ('remove' in change ? this.ledger.remove(change.remove) : this.ledger.put(change.record, change.bytes))),
    )
    const records = new Map(changes.flatMap((change) => ('remove' in change ? [] : [[change.record.document.id, change.record]])))
    await this.write(documents, completeChange(this.ledger, before), records)
  }

  private async decideNow(decision: Decision): Promise<void> {
    const touched = decision.kind === 'correct' ? this.idsOf(decision.target) : [decision.a, decision.b]
    const before = takeBeforeDecision(this.ledger, touched)
    const documents = this.ledger.index.naming(before.ids).map(({ document }) => document.id)
    const first = documents.slice(0, 1)
    await this.journal.begin(first, null)
    await this.ledger.decide(decision)
    await this.write(first, completeChange(this.ledger, before), new Map())
  }

  /** An entity's id, or the ends of a relation. */
  private idsOf(target: string): string[] {
    return endsOfRelation(this.ledger, identityOfAll(this.ledger), target) ?? [target]
  }

  private async syncNow(onProgress: StoreProgress): Promise<SyncOutcome> {
    // What others may have changed since is not told by our journal: such a store is asked itself.
    if (this.store.claim !== undefined) {
      const { written, removed } = await reconcileStore({ ledger: this.ledger, store: this.store }, { onProgress })
      return written + removed === 0 ? 'in-step' : 'completed'
    }
    const held = new Set(await this.listHeld())
    const unfinished = [...this.journal.unfinished]
    const entries = this.ledger.entries()
    const lacking = entries.filter(({ id }) => !held.has(id) && !this.journal.unfinished.has(id))
    const stale = entries.filter(
      ({ id, stamp }) => held.has(id) && !this.journal.unfinished.has(id) && this.journal.stamps.get(id) !== stamp,
    )
    const surplus = [...held].filter((id) => this.ledger.entry(id) === undefined && !this.journal.unfinished.has(id))
    const leaving = unfinished.reduce<Leaving | null>((all, [, one]) => mergeLeaving(all, one), { entities: [], relations: [] })
    const isUnsure = leaving === null || stale.length > 0 || surplus.length > 0
    if (isUnsure || lacking.length * 2 > entries.length) {
      await this.rebuildNow(onProgress)
      return 'rebuilt'
    }
    const documents = [...unfinished.map(([id]) => id), ...lacking.map(({ id }) => id)]
    if (documents.length === 0) return 'in-step'
    const before = takeBefore(this.ledger, { documents, incoming: [] })
    await this.write(documents, completeChange(this.ledger, before, leaving), new Map(), onProgress)
    return 'completed'
  }

  private async rebuildNow(onProgress: StoreProgress): Promise<void> {
    await this.store.clear()
    await this.store.migrate()
    await this.journal.reset()
    const digests = [...this.ledger.index.digests.values()].sort((a, b) => (a.document.id < b.document.id ? -1 : 1))
    const identity = identityOfAll(this.ledger)
    let done = 0
    for (const { digest, entities, relations } of foldAll(digests, this.ledger, identity)) {
      await this.writeOne(digest.document.id, { ...NOTHING, entities, relations }, identity, new Map())
      onProgress((done += 1), digests.length)
    }
  }

  private async listHeld(): Promise<string[]> {
    const { rows } = await this.store.read('MATCH (d:Document) RETURN d.id', {}, { limit: 10_000_000, timeout: 120_000 })
    return rows.flatMap(([id]) => (typeof id === 'string' ? [id] : []))
  }

  private async write(
    documents: readonly string[],
    change: Change,
    records: ReadonlyMap<string, DocumentRecord>,
    onProgress: StoreProgress = () => undefined,
  ): Promise<void> {
    const parts = shareOut(documents, change, this.ledger)
    for (const [index, [id, fold]] of parts.entries()) {
      await this.writeOne(id, fold, change.identity, records)
      onProgress(index + 1, parts.length)
    }
    for (const id of change.restated) {
      if (documents.includes(id)) continue
      const digest = this.ledger.index.digests.get(id)
      if (digest === undefined) continue
      await this.writeOne(id, NOTHING, identityAmong(this.ledger, digest.entities.keys()), records)
    }
  }

  /** Writes a document, or removes it where the ledger no longer has it. */
  private async writeOne(id: string, fold: Fold, identity: Identity, records: ReadonlyMap<string, DocumentRecord>): Promise<void> {
    const record = this.ledger.entry(id) === undefined ? undefined : (records.get(id) ?? (await this.ledger.read(id)))
    if (record === undefined) {
      await this.store.removeDocument(id, fold)
      await this.journal.done(id, null)
      return
    }
    await this.store.writeDocument(documentWrite(this.ledger, record, { fold, identity }))
    await this.journal.done(id, this.ledger.entry(id)?.stamp ?? null)
  }
}

/** Gives each document the folded things that it names and that no earlier one was given; the last gets the rest and what is gone. */
function shareOut(documents: readonly string[], change: Change, ledger: Ledger): [string, Fold][] {
  const entities = new Map(change.fold.entities.map((entity) => [entity.id, entity]))
  const relations = new Map(change.fold.relations.map((relation) => [relation.id, relation]))
  const parts = documents.map((id): [string, Fold] => {
    const digest = ledger.index.digests.get(id)
    const named = new Set([...(digest?.entities.keys() ?? [])].map((local) => change.identity.canonical(local)))
    const own = take(entities, (entity: Entity) => named.has(entity.id))
    const between = take(relations, (relation: Relation) => named.has(relation.from) && named.has(relation.to))
    return [id, { ...NOTHING, entities: own, relations: between }]
  })
  const last = parts.at(-1)
  if (last === undefined) return parts
  const [id, fold] = last
  const rest: Fold = {
    entities: [...fold.entities, ...entities.values()],
    relations: [...fold.relations, ...relations.values()],
    gone: change.fold.gone,
  }
  return [...parts.slice(0, -1), [id, rest]]
}

function take<T extends { readonly id: string }>(from: Map<string, T>, isWanted: (value: T) => boolean): T[] {
  const taken = [...from.values()].filter(isWanted)
  for (const { id } of taken) from.delete(id)
  return taken
}
