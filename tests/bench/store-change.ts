/** What one changed report costs, from its bytes to both stores, where so many documents are there already; median milliseconds. */
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../cypher/store/index.ts'
import { createSegmenter, Ledger, loadLexicon, readPaths, reconcileStore, StoreView, type DocumentRecord } from '../../ingest/index.ts'
import { extractFiles } from '../../ingest/pipeline.ts'
import { startOwn } from '../neo4j/server.ts'
import { cloneRecords } from './clone-records.ts'
import { writeReports } from './make-reports.ts'

const documents = Number(process.argv[2] ?? 200)
const ROUNDS = 9
const ORIGINALS = 20
const BATCH = 128
const base = await mkdtemp(join(tmpdir(), 'yilian-change-'))
const data = join(base, 'data')
const tools = { lexicon: loadLexicon(), segment: createSegmenter() }
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now()
  await work()
  return performance.now() - since
}

const server = await startOwn({ isTeams: true })
const ledger = await Ledger.open(data)
const embedded = await openStore({ kind: 'embedded', folder: data })
const shared = await openStore({ kind: 'neo4j', uri: server.uri })
try {
  await writeReports(join(base, 'reports'), { from: 0, to: ORIGINALS }, tools.lexicon)
  const originals: DocumentRecord[] = []
  for await (const one of extractFiles([join(base, 'reports')], tools, { jobs: 1 })) if ('record' in one) originals.push(one.record)
  const view = await StoreView.open(ledger, embedded)
  for (let from = 0; from < documents; from += BATCH) {
    const clones = cloneRecords(originals, { from, to: Math.min(documents, from + BATCH) }, tools.lexicon)
    await view.change([...clones].map((record) => ({ record })))
  }
  await readPaths([join(base, 'reports')], { ledger, store: embedded, ...tools })
  const filling = await timed(() => reconcileStore({ ledger, store: shared }))
  const names = (await readdir(join(base, 'reports'))).sort()
  const [reading, pushing]: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round++) {
    const file = join(base, 'reports', names[round % names.length] ?? '')
    await appendFile(file, `我区人民医院与第${round}医院签订合作协议。\n`)
    const read = await timed(() => readPaths([file], { ledger, store: embedded, jobs: 1, ...tools }))
    const push = await timed(() => reconcileStore({ ledger, store: shared }))
    // The first round is for plans and compilers.
    if (round > 0) reading.push(read)
    if (round > 0) pushing.push(push)
  }
  const comparing = await timed(() => reconcileStore({ ledger, store: shared }, { compare: true }))
  const figures = { documents: ledger.entries().length, reading: median(reading), pushing: median(pushing), filling, comparing }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
} finally {
  await shared.close()
  await embedded.close()
  ledger.close()
  await server.dispose()
  await rm(base, { recursive: true, force: true })
}
