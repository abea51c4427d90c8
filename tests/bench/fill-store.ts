/** Fills a store with a generated graph through the product's own writer. */
import type { GraphStore } from '../../cypher/store/index.ts'
import { BatchWriter } from '../../ingest/ledger/batch-writer.ts'
import { generateWrites, type GraphSize } from '../contract/generated-graph.ts'

export async function fillStore(store: GraphStore, size: GraphSize): Promise<void> {
  const writer = new BatchWriter(store, async () => undefined)
  for (const write of generateWrites(size)) await writer.add({ ...write, isNew: true })
  await writer.flush()
}
