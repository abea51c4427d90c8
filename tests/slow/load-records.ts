/** Loads small records into a data folder with the embedded store, a few at a time, and says which it has finished; made to be killed. */
import { writeSync } from 'node:fs'
import { openStore } from '../../cypher/store/index.ts'
import { Ledger, StoreView } from '../../ingest/index.ts'
import { listBatches } from './shared-records.ts'

const [folder = ''] = process.argv.slice(2)
const ledger = await Ledger.open(folder)
const store = await openStore({ kind: 'embedded', folder })
const view = await StoreView.open(ledger, store)
writeSync(1, 'ready\n')
await view.sync()
for (const batch of listBatches()) {
  const missing = batch.filter(({ document }) => ledger.entry(document.id) === undefined)
  if (missing.length === 0) continue
  await view.change(missing.map((record) => ({ record })))
  // Past all buffers: what is said here has been promised.
  for (const { document } of missing) writeSync(1, `${document.id}\n`)
}
writeSync(1, 'done\n')
await store.close()
ledger.close()
