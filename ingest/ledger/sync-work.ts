/** What a store lacks beside the ledger, as its journal and its documents tell it. */
import type { LedgerEntry } from './index.ts'
import { mergeLeaving, type Leaving, type StoreJournal } from './store-journal.ts'

export interface SyncWork {
  /** Documents to be written, or removed where the ledger no longer has them. */
  readonly documents: readonly string[]
  /** What an interrupted change may have left in the store. */
  readonly leaving: Leaving
}

/**
 * The work that brings a store in step; undefined where only a look at the whole store, or writing all of it anew, is sure.
 * `held`: ids of the documents in the store.
 */
export function findWork(entries: readonly LedgerEntry[], journal: StoreJournal, held: ReadonlySet<string>): SyncWork | undefined {
  const { unfinished, stamps } = journal
  const known = new Set(entries.map(({ id }) => id))
  const isSettled = (id: string): boolean => !unfinished.has(id)
  const lacking = entries.filter(({ id }) => !held.has(id) && isSettled(id))
  const hasStale = entries.some(({ id, stamp }) => held.has(id) && isSettled(id) && stamps.get(id) !== stamp)
  const hasSurplus = [...held].some((id) => !known.has(id) && isSettled(id))
  const leaving = [...unfinished.values()].reduce<Leaving | null>(mergeLeaving, { entities: [], relations: [] })
  if (leaving === null || hasStale || hasSurplus) return undefined
  const documents = [...unfinished.keys(), ...lacking.map(({ id }) => id)]
  return lacking.length * 2 > entries.length ? undefined : { documents, leaving }
}
