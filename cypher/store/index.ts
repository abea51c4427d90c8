/** The face of the store: the port, its errors, and the one way to open a store. */
import { existsSync } from 'node:fs'
import { EmbeddedStore, graphFile, type EmbeddedOptions } from './embedded/store.ts'
import type { Neo4jOptions } from './neo4j/address.ts'
import type { GraphStore } from './port.ts'

export * from './port.ts'

export type StoreOptions = ({ readonly kind: 'embedded' } & EmbeddedOptions) | ({ readonly kind: 'neo4j' } & Neo4jOptions)

/** A store that is open and has its schema. `recovered` says that a damaged file was set aside: the caller rebuilds from the ledger. */
export type OpenedStore = GraphStore & { readonly recovered?: string | undefined }

/** Whether a data folder holds a graph already; opening would make one. */
export function hasGraph(folder: string): boolean {
  return existsSync(graphFile(folder))
}

/**
 * Opens and migrates a store. Throws StoreError: `store.newer`, `store.unavailable`; embedded: `store.no-binary`, `store.locked`;
 * Neo4j: `store.bad-address`, `store.untrusted`, `store.unauthorised`, `store.no-database`, `store.old-server`, `store.foreign`.
 */
export async function openStore(options: StoreOptions): Promise<OpenedStore> {
  const store = options.kind === 'neo4j' ? await newNeo4jStore(options) : new EmbeddedStore(options)
  await store.open()
  try {
    await store.migrate()
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}

/** The driver is loaded where it is needed only: most people never connect to a server. */
async function newNeo4jStore(options: Neo4jOptions): Promise<GraphStore> {
  const { Neo4jStore } = await import('./neo4j/store.ts')
  return new Neo4jStore(options)
}
