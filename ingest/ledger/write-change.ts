/** Brings a folded change into a store, document by document, and notes in its journal what the store holds. */
import type { Entity, Relation } from '../../cypher/model/index.ts'
import type { Fold, GraphStore } from '../../cypher/store/port.ts'
import { identityAmong, type Change } from '../resolve/change.ts'
import type { Identity } from '../resolve/unite.ts'
import { BatchWriter } from './batch-writer.ts'
import { documentWrite } from './document-write.ts'
import type { DocumentRecord, Ledger } from './index.ts'
import type { StoreJournal } from './store-journal.ts'

/** Documents done, and in all. */
export type StoreProgress = (done: number, total: number) => void

/** A ledger, a store, and the journal of what that store was told. */
export interface Follower {
  readonly ledger: Ledger
  readonly store: GraphStore
  readonly journal: StoreJournal
}

export const NOTHING: Fold = { entities: [], relations: [], gone: { entities: [], relations: [] } }

/** What goes into the store with a document. */
export interface DocumentPart {
  readonly fold: Fold
  readonly identity: Identity
  readonly isNew?: boolean
}

export class ChangeWriter {
  private readonly follower: Follower
  private readonly writer: BatchWriter
  private readonly records: ReadonlyMap<string, DocumentRecord>

  /** `records`: those at hand, which need not be read from the disk. */
  constructor(follower: Follower, records: ReadonlyMap<string, DocumentRecord> = new Map()) {
    const { ledger, store, journal } = follower
    this.follower = follower
    this.records = records
    this.writer = new BatchWriter(store, (ids) => journal.done(ids.map((id) => [id, ledger.entry(id)?.stamp ?? null])))
  }

  /** Writes a document, or removes it where the ledger no longer has it. `isNew`: the store is known to hold nothing of it. */
  async write(id: string, { fold, identity, isNew = false }: DocumentPart): Promise<void> {
    const { ledger } = this.follower
    const record = ledger.entry(id) === undefined ? undefined : (this.records.get(id) ?? (await ledger.read(id)))
    if (record === undefined) await this.writer.remove(id, fold)
    else await this.writer.add({ ...documentWrite(ledger, record, { fold, identity }), isNew })
  }

  /** Returns when the store holds everything. */
  async flush(): Promise<void> {
    await this.writer.flush()
  }
}

/** Writes these documents with what a change folded, and those whose claims now point elsewhere. */
export async function writeChange(
  follower: Follower,
  what: { readonly documents: readonly string[]; readonly change: Change; readonly records?: ReadonlyMap<string, DocumentRecord> },
  onProgress: StoreProgress = () => undefined,
): Promise<void> {
  const { ledger } = follower
  const { documents, change } = what
  const writer = new ChangeWriter(follower, what.records)
  const parts = shareOut(documents, change, ledger)
  for (const [index, [id, fold]] of parts.entries()) {
    await writer.write(id, { fold, identity: change.identity })
    onProgress(index + 1, parts.length)
  }
  const written = new Set(documents)
  for (const id of change.restated) {
    const digest = ledger.index.digests.get(id)
    if (written.has(id) || digest === undefined) continue
    await writer.write(id, { fold: NOTHING, identity: identityAmong(ledger, digest.entities.keys()) })
  }
  await writer.flush()
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
