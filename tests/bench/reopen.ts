/** Opens a data folder; gives the time and the peak of memory (MB). */
import { Ledger } from '../../ingest/index.ts'

const since = performance.now()
const ledger = await Ledger.open(process.argv[2] ?? '')
const seconds = (performance.now() - since) / 1000
process.stdout.write(`${JSON.stringify({ documents: ledger.entries().length, seconds, peak: process.resourceUsage().maxRSS / 1024 })}\n`)
ledger.close()
