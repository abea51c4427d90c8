/**
 * Brings a store that others reach as well (Neo4j) in step with the ledger. Where it is still as we left it, what changed since is
 * written and the cost is that of the change. Otherwise all that it holds is looked at: things and documents that differ are written,
 * what nobody states any more goes. May be stopped anywhere and run again.
 */
import { createHash } from 'node:crypto'
import { entityLabels, type Entity, type GraphValue, type Relation } from '../../cypher/model/index.ts'
import { StoreError, type Fold, type GraphStore } from '../../cypher/store/port.ts'
import { entityProperties, relationProperties } from '../../cypher/store/rows.ts'
import { completeChange, takeBefore } from '../resolve/change.ts'
import { foldAll, identityOfAll } from '../resolve/fold-all.ts'
import { writeStamp } from './document-write.ts'
import type { Ledger } from './index.ts'
import { isSealed, sealStore } from './seal.ts'
import { findWork } from './sync-work.ts'
import { ChangeWriter, writeChange, type Follower, type StoreProgress } from './write-change.ts'

export interface ReconcileOptions {
  /** Documents looked at, and in all. */
  readonly onProgress?: StoreProgress
  /** What is being written when it fires is still written as a whole; the rest is left. */
  readonly signal?: AbortSignal
  /** Take the store over from another data folder; what that one wrote goes. */
  readonly replace?: boolean
  /** Look at all that the store holds, even where nobody seems to have touched it. */
  readonly compare?: boolean
}

/** Numbers of documents. */
export interface Reconciled {
  readonly written: number
  readonly removed: number
  readonly unchanged: number
  readonly cancelled: boolean
}

interface Room {
  readonly ledger: Ledger
  readonly store: GraphStore
}

/** What a store holds, each by its id; entities and relations as a hash of their properties. */
interface Held {
  readonly documents: Map<string, string | null>
  readonly entities: Map<string, string>
  readonly relations: Map<string, string>
}

const PAGE = 1000
const PAGE_LIMITS = { limit: 1_000_000, timeout: 120_000 }
/** Things that go in one transaction. */
const GONE_BATCH = 5000
/** No document has it: removing it removes nothing and applies a fold. */
const NO_DOCUMENT = ''

/** Throws StoreError `store.other-folder` where another data folder's graph is in the store and `replace` is not asked for. */
export async function reconcileStore({ ledger, store }: Room, options: ReconcileOptions = {}): Promise<Reconciled> {
  await takeOwnership({ ledger, store }, options.replace)
  const follower = { ledger, store, journal: await ledger.journal(store.kind) }
  const trusts = options.replace !== true && options.compare !== true && (await isSealed(store, follower.journal))
  return (trusts ? await writeChanges(follower, options) : undefined) ?? compareAll(follower, options)
}

/** Writes what changed since the store was left; undefined where the journal cannot tell what that is. */
async function writeChanges(follower: Follower, { onProgress, signal }: ReconcileOptions): Promise<Reconciled | undefined> {
  const { ledger, store, journal } = follower
  const work = findWork(ledger, journal, journal.stamps)
  if (work === undefined) return undefined
  const { documents, leaving } = work
  const removed = documents.filter((id) => ledger.entry(id) === undefined && journal.stamps.has(id)).length
  const written = documents.filter((id) => ledger.entry(id) !== undefined).length
  const outcome = { written, removed, unchanged: ledger.size - written, cancelled: false }
  if (documents.length === 0) return outcome
  if (signal?.aborted === true) return { written: 0, removed: 0, unchanged: outcome.unchanged, cancelled: true }
  const change = completeChange(ledger, takeBefore(ledger, { documents, incoming: [] }), leaving)
  await writeChange(follower, { documents, change }, onProgress)
  await sealStore(store, journal)
  return outcome
}

async function compareAll(follower: Follower, options: ReconcileOptions): Promise<Reconciled> {
  const { ledger, store, journal } = follower
  const held = await readHeld(store)
  const digests = [...ledger.index.digests.values()].sort((a, b) => (a.document.id < b.document.id ? -1 : 1))
  const identity = identityOfAll(ledger)
  const writer = new ChangeWriter(follower)
  let [written, done] = [0, 0]
  for (const part of foldAll(digests, ledger, identity)) {
    if (options.signal?.aborted === true) {
      await writer.flush()
      return { written, removed: 0, unchanged: done - written, cancelled: true }
    }
    const { id } = part.digest.document
    const entities = part.entities.filter((entity) => isNews(held.entities, entity.id, entityProperties(entity)))
    const relations = part.relations.filter((relation) => isNews(held.relations, relation.id, relationProperties(relation)))
    const isSame = held.documents.get(id) === writeStamp(ledger, id, identity)
    const isNew = !held.documents.delete(id)
    if (!isSame || entities.length + relations.length > 0) {
      await writer.write(id, { fold: foldOf({ entities, relations }), identity, isNew })
      written += 1
    }
    done += 1
    options.onProgress?.(done, digests.length)
  }
  await writer.flush()
  const removed = held.documents.size
  await removeRest(store, held)
  await journal.restart(ledger.entries().map(({ id, stamp }) => [id, stamp] as const))
  await sealStore(store, journal)
  return { written, removed, unchanged: done - written, cancelled: false }
}

/** Whether a store holds no graph yet, or this ledger's. */
export async function isOwnStore(ledger: Ledger, store: GraphStore): Promise<boolean> {
  const owner = await store.owner?.()
  return owner === undefined || owner === (await ledger.id())
}

/** Notes in a store that others reach that its graph is this ledger's. Throws StoreError `store.other-folder` where it is another's. */
export async function takeOwnership({ ledger, store }: Room, replace = false): Promise<void> {
  if (store.claim === undefined) return
  const id = await ledger.id()
  if ((await store.claim(id, { replace })) === id) return
  const { nodes } = await store.stats()
  throw new StoreError(
    'store.other-folder',
    `这个 Neo4j 里的图谱（${nodes.Document ?? 0} 篇文档）是由另一个数据目录推送的，什么也没有改动。要换成这个数据目录的内容，请用 npm run push -- --to … --replace。`,
  )
}

/** Whether a thing is not held as it should be. What is asked about stays; what is never asked about goes. */
function isNews(held: Map<string, string>, id: string, properties: Readonly<Record<string, unknown>>): boolean {
  const present = held.get(id)
  held.delete(id)
  return present !== hashOf(properties)
}

async function removeRest(store: GraphStore, held: Held): Promise<void> {
  for (const id of held.documents.keys()) await store.removeDocument(id, foldOf({}))
  for (const relations of chunked([...held.relations.keys()]))
    await store.removeDocument(NO_DOCUMENT, foldOf({ gone: { entities: [], relations } }))
  for (const entities of chunked([...held.entities.keys()]))
    await store.removeDocument(NO_DOCUMENT, foldOf({ gone: { entities, relations: [] } }))
}

function* chunked(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += GONE_BATCH) yield ids.slice(from, from + GONE_BATCH)
}

function foldOf(parts: { entities?: readonly Entity[]; relations?: readonly Relation[]; gone?: Fold['gone'] }): Fold {
  return { entities: [], relations: [], gone: { entities: [], relations: [] }, ...parts }
}

async function readHeld(store: GraphStore): Promise<Held> {
  const held: Held = { documents: new Map(), entities: new Map(), relations: new Map() }
  const listDocuments = 'MATCH (n:Document) WHERE n.id > $after RETURN n.id AS id, n.stamp AS stamp ORDER BY id LIMIT $page'
  for await (const { id, rest } of pages(store, listDocuments)) held.documents.set(id, typeof rest[0] === 'string' ? rest[0] : null)
  for (const label of entityLabels) {
    const cypher = `MATCH (n:${label}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $page RETURN n.id AS id, properties(n) AS own, [(n)-[r]->() WHERE r.id IS NOT NULL | properties(r)] AS relations ORDER BY id`
    for await (const { id, rest } of pages(store, cypher)) {
      const [own, relations] = rest
      held.entities.set(id, hashOf(entriesOf(own)))
      for (const relation of Array.isArray(relations) ? relations : []) {
        const entries = entriesOf(relation)
        if (typeof entries['id'] === 'string') held.relations.set(entries['id'], hashOf(entries))
      }
    }
  }
  return held
}

/** All rows of a text that gives ids, in their order, a page at a time. */
async function* pages(store: GraphStore, cypher: string): AsyncGenerator<{ id: string; rest: GraphValue[] }> {
  let after = ''
  let isLast = false
  while (!isLast) {
    const { rows } = await store.read(cypher, { after, page: PAGE }, PAGE_LIMITS)
    isLast = rows.length < PAGE
    for (const [id, ...rest] of rows) {
      if (typeof id !== 'string') continue
      after = id
      yield { id, rest }
    }
  }
}

function entriesOf(value: GraphValue | undefined): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'map' ? value.entries : {}
}

/** The same for the same properties in any order. */
function hashOf(properties: Readonly<Record<string, unknown>>): string {
  const ordered = Object.keys(properties)
    .sort()
    .map((key) => [key, properties[key]])
  return createHash('sha256').update(JSON.stringify(ordered)).digest('base64url').slice(0, 16)
}
