/** What a store lacks beside the ledger, as its journal and its documents tell it. */
import type { LedgerEntry } from './index.ts'
import { mergeLeaving, type Leaving, type StoreJournal } from './store-journal.ts'

export interface SyncWork {
  /** Documents to be written, or removed where the ledger no longer has them. */
  readonly documents: readonly string[]
  /** What an interrupted change may have left in the store. */
  readonly leaving: Leaving
}

/** What is asked of the ledger; looked at whole on every start and every read, so without putting anything in order. */
export interface Stamped {
  readonly size: number
  entry(id: string): LedgerEntry | undefined
  /** In no order. */
  all(): Iterable<LedgerEntry>
}

/**
 * The work that brings a store in step; undefined where only a look at the whole store, or writing all of it anew, is sure.
 * `held`: ids of the documents in the store.
 */
export function findWork(
  ledger: Stamped,
  { unfinished, stamps }: StoreJournal,
  held: Pick<ReadonlySet<string>, 'has' | 'keys'>,
): SyncWork | undefined {
  const lacking: string[] = []
  for (const { id, stamp } of ledger.all()) {
    if (unfinished.has(id)) continue
    if (!held.has(id)) lacking.push(id)
    else if (stamps.get(id) !== stamp) return undefined
  }
  for (const id of held.keys()) if (ledger.entry(id) === undefined && !unfinished.has(id)) return undefined
  const leaving = [...unfinished.values()].reduce<Leaving | null>(mergeLeaving, { entities: [], relations: [] })
  if (leaving === null || lacking.length * 2 > ledger.size) return undefined
  return { documents: [...unfinished.keys(), ...lacking.sort()], leaving }
}
