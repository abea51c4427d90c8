/** The face of the store: the port, its errors, and the one way to open a store. */
import { existsSync } from 'node:fs'
import { EmbeddedStore, graphFile } from './embedded/store.ts'
import type { GraphStore } from './port.ts'

export * from './port.ts'

export interface StoreOptions {
  readonly kind: 'embedded'
  /** The data folder. */
  readonly folder: string
  /** Bytes; default 1.5 GiB. */
  readonly memoryLimit?: number
  /** Milliseconds for the write of one document; default 120,000. */
  readonly writeTimeout?: number
}

/** A store that is open and has its schema. `recovered` says that a damaged file was set aside: the caller rebuilds from the ledger. */
export type OpenedStore = GraphStore & { readonly recovered?: string | undefined }

/** Whether a data folder holds a graph already; opening would make one. */
export function hasGraph(folder: string): boolean {
  return existsSync(graphFile(folder))
}

/** Opens and migrates a store. Throws StoreError: `store.no-binary`, `store.locked`, `store.newer`, `store.unavailable`. */
export async function openStore(options: StoreOptions): Promise<OpenedStore> {
  const store = new EmbeddedStore(options)
  await store.open()
  try {
    await store.migrate()
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}
