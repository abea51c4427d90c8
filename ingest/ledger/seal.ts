/** Tells whether a store that others reach as well is still as this data folder left it, without looking at what it holds. */
import { createHash } from 'node:crypto'
import type { GraphStore } from '../../cypher/store/port.ts'
import type { StoreJournal } from './store-journal.ts'

/** Whether the store is as the journal last saw it, and has been touched by nobody since. Never so of a store that nobody else reaches. */
export async function isSealed(store: GraphStore, journal: StoreJournal): Promise<boolean> {
  return journal.seal !== undefined && journal.seal === (await readSeal(store))
}

/** Notes what the store says of itself; to be called when it holds what the journal tells. */
export async function sealStore(store: GraphStore, journal: StoreJournal): Promise<void> {
  const seal = await readSeal(store)
  if (seal !== undefined) await journal.sealAs(seal)
}

/** Every write of this program changes the revision; what goes past it (a statement typed elsewhere) mostly changes a number. */
async function readSeal(store: GraphStore): Promise<string | undefined> {
  const revision = await store.revision?.()
  if (revision === undefined) return undefined
  const { nodes, relations } = await store.stats()
  const counts = createHash('sha256')
    .update(JSON.stringify([nodes, relations]))
    .digest('hex')
  return `${revision} ${counts.slice(0, 16)}`
}
