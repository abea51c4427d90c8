/** Reads a folder into a data folder; gives time, CPU time and the peak of memory of this process (MB). */
import { openStore } from '../../cypher/store/index.ts'
import { createSegmenter, Ledger, loadLexicon, readPaths } from '../../ingest/index.ts'

const [folder = '.', data = ''] = process.argv.slice(2)
const since = performance.now()
const ledger = await Ledger.open(data)
const store = await openStore({ kind: 'embedded', folder: data })
const { read, unreadable } = await readPaths([folder], { ledger, store, lexicon: loadLexicon(), segment: createSegmenter() })
await store.close()
ledger.close()
const seconds = (performance.now() - since) / 1000
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
process.stdout.write(`${JSON.stringify({ read, unreadable, seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 })}\n`)
