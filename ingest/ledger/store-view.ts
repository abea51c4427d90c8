/** Keeps one store in step with the ledger: every change goes to the ledger first and to the store as whole documents. */
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { GraphStore } from '../../cypher/store/port.ts'
import { completeChange, endsOfRelation, takeBefore, takeBeforeDecision } from '../resolve/change.ts'
import { digestDocument } from '../resolve/digest.ts'
import { foldAll, identityOfAll } from '../resolve/fold-all.ts'
import type { Decision } from './decision.ts'
import type { DocumentRecord, Ledger } from './index.ts'
import { reconcileStore, takeOwnership } from './reconcile.ts'
import { isSealed, sealStore } from './seal.ts'
import type { Leaving, StoreJournal } from './store-journal.ts'
import { findWork } from './sync-work.ts'
import { ChangeWriter, NOTHING, writeChange, type Follower, type StoreProgress } from './write-change.ts'

/** A document to keep (with its bytes, where they are new) or one to take out. */
export type DocumentChange = { readonly record: DocumentRecord; readonly bytes?: Uint8Array } | { readonly remove: string }

/** What `sync` had to do. */
export type SyncOutcome = 'in-step' | 'completed' | 'rebuilt'

export class StoreView {
  private readonly ledger: Ledger
  private readonly follower: Follower
  private readonly journal: StoreJournal
  /** Of the other stores of this data folder: they are told now what to do when it is their turn. */
  private readonly otherJournals: readonly StoreJournal[]

  private constructor(follower: Follower, otherJournals: readonly StoreJournal[]) {
    this.ledger = follower.ledger
    this.journal = follower.journal
    this.follower = follower
    this.otherJournals = otherJournals
  }

  /** Throws StoreError `store.other-folder` where the store holds another data folder's graph. */
  static async open(ledger: Ledger, store: GraphStore): Promise<StoreView> {
    await takeOwnership({ ledger, store })
    const names = (await readdir(join(ledger.folder, 'stores'))).filter((name) => name.endsWith('.jsonl'))
    const others = names.map((name) => basename(name, '.jsonl')).filter((name) => name !== store.kind)
    const otherJournals = await Promise.all(others.map((name) => ledger.journal(name)))
    return new StoreView({ ledger, store, journal: await ledger.journal(store.kind) }, otherJournals)
  }

  /** Changes some documents, in the ledger and in the store. What several of them touch is folded once. */
  async change(changes: readonly DocumentChange[]): Promise<void> {
    if (changes.length > 0) await this.ledger.inTurn(() => this.keepingSeal(() => this.changeNow(changes)))
  }

  /** Keeps a decision and folds anew what it touches. */
  async decide(decision: Decision): Promise<void> {
    await this.ledger.inTurn(() => this.keepingSeal(() => this.decideNow(decision)))
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
    await this.begin(documents, before.leaving)
    // Side by side: what takes the time is waiting for the disk.
    await Promise.all(
      changes.map((change) => ('remove' in change ? this.ledger.remove(change.remove) : this.ledger.put(change.record, change.bytes))),
    )
    const records = new Map(changes.flatMap((change) => ('remove' in change ? [] : [[change.record.document.id, change.record]])))
    await writeChange(this.follower, { documents, change: completeChange(this.ledger, before), records })
  }

  private async decideNow(decision: Decision): Promise<void> {
    const touched = decision.kind === 'correct' ? this.idsOf(decision.target) : [decision.a, decision.b]
    const before = takeBeforeDecision(this.ledger, touched)
    const documents = this.ledger.index.naming(before.ids).map(({ document }) => document.id)
    const first = documents.slice(0, 1)
    await this.begin(first, null)
    await this.ledger.decide(decision)
    await writeChange(this.follower, { documents: first, change: completeChange(this.ledger, before) })
  }

  private async begin(documents: readonly string[], leaving: Leaving | null): Promise<void> {
    for (const journal of [this.journal, ...this.otherJournals]) await journal.begin(documents, leaving)
  }

  /** An entity's id, or the ends of a relation. */
  private idsOf(target: string): string[] {
    return endsOfRelation(this.ledger, identityOfAll(this.ledger), target) ?? [target]
  }

  private async syncNow(onProgress: StoreProgress): Promise<SyncOutcome> {
    const { store } = this.follower
    // What others may have changed since is not told by our journal: such a store is asked itself.
    if (store.claim !== undefined) {
      const { written, removed } = await reconcileStore({ ledger: this.ledger, store }, { onProgress })
      return written + removed === 0 ? 'in-step' : 'completed'
    }
    const work = findWork(this.ledger, this.journal, await this.listHeld())
    if (work === undefined) {
      await this.rebuildNow(onProgress)
      return 'rebuilt'
    }
    const { documents, leaving } = work
    if (documents.length === 0) return 'in-step'
    const change = completeChange(this.ledger, takeBefore(this.ledger, { documents, incoming: [] }), leaving)
    await writeChange(this.follower, { documents, change }, onProgress)
    return 'completed'
  }

  private async rebuildNow(onProgress: StoreProgress): Promise<void> {
    const { store } = this.follower
    await store.clear()
    await store.migrate()
    await this.journal.reset()
    const digests = [...this.ledger.index.digests.values()].sort((a, b) => (a.document.id < b.document.id ? -1 : 1))
    const identity = identityOfAll(this.ledger)
    const writer = new ChangeWriter(this.follower)
    let done = 0
    for (const { digest, entities, relations } of foldAll(digests, this.ledger, identity)) {
      await writer.write(digest.document.id, { fold: { ...NOTHING, entities, relations }, identity, isNew: true })
      onProgress((done += 1), digests.length)
    }
    await writer.flush()
    await sealStore(store, this.journal)
  }

  /** A store that nobody else changed meanwhile is known again after the change as before it. */
  private async keepingSeal(change: () => Promise<void>): Promise<void> {
    const { store } = this.follower
    const wasSealed = await isSealed(store, this.journal)
    await change()
    if (wasSealed) await sealStore(store, this.journal)
  }

  /** The journal knows what the file holds as long as their numbers agree: only then is each document not asked for. */
  private async listHeld(): Promise<Pick<ReadonlySet<string>, 'has' | 'keys'>> {
    const { store } = this.follower
    const { stamps, unfinished } = this.journal
    const counted = await store.read('MATCH (d:Document) RETURN count(d)')
    if (unfinished.size === 0 && counted.rows[0]?.[0] === stamps.size) return stamps
    const { rows } = await store.read('MATCH (d:Document) RETURN d.id', {}, { limit: 10_000_000, timeout: 120_000 })
    return new Set(rows.flatMap(([id]) => (typeof id === 'string' ? [id] : [])))
  }
}
