/** A folder of reports through the whole line into one store; seconds, and the peak of memory (MB) of this process and of the largest of its children. */
import { openStore } from '../../cypher/store/index.ts'
import { createSegmenter, Ledger, loadLexicon, readPaths } from '../../ingest/index.ts'
import { startOwn } from '../neo4j/server.ts'

const [folder = '.', data = '', kind = 'embedded'] = process.argv.slice(2)
const server = kind === 'neo4j' ? await startOwn({ isTeams: true }) : undefined
const since = performance.now()
const ledger = await Ledger.open(data)
const store = await openStore(server === undefined ? { kind: 'embedded', folder: data } : { kind: 'neo4j', uri: server.uri })
const { read, unreadable } = await readPaths([folder], { ledger, store, lexicon: loadLexicon(), segment: createSegmenter() })
const seconds = (performance.now() - since) / 1000
const { nodes, relations } = await store.stats()
await store.close()
ledger.close()
await server?.dispose()
const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, one) => total + one, 0)
const peak = process.resourceUsage().maxRSS / 1024
process.stdout.write(`${JSON.stringify({ read, unreadable, seconds, peak, nodes: sum(nodes), relations: sum(relations) })}\n`)
