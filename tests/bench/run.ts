/** `npm run bench`: how fast reports are read and written, on copies of the demo reports. Prints; judges nothing. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../cypher/store/index.ts'
import { createSegmenter, Ledger, loadLexicon, readPaths, rebuildStore } from '../../ingest/index.ts'
import { extractFiles } from '../../ingest/pipeline.ts'

const REPORTS = fileURLToPath(new URL('../../seeds/reports/', import.meta.url))
const COPIES = Number(process.argv[2] ?? 20)

const base = await mkdtemp(join(tmpdir(), 'yilian-bench-'))
const tools = { lexicon: loadLexicon(), segment: createSegmenter() }

/** Each copy has bytes of its own, so that it is a document of its own. */
async function writeCopies(folder: string): Promise<{ files: number; megabytes: number }> {
  await mkdir(folder)
  let [files, bytes] = [0, 0]
  for (const name of (await readdir(REPORTS)).filter((one) => one.endsWith('.txt'))) {
    const text = await readFile(join(REPORTS, name), 'utf8')
    for (let copy = 0; copy < COPIES; copy += 1) {
      const own = `${text}\n第${copy + 1}份\n`
      await writeFile(join(folder, `${copy}-${name}`), own)
      files += 1
      bytes += Buffer.byteLength(own)
    }
  }
  return { files, megabytes: bytes / 1e6 }
}

async function time<T>(what: string, of: { files: number; megabytes: number }, work: () => Promise<T>): Promise<T> {
  const since = performance.now()
  const result = await work()
  const seconds = (performance.now() - since) / 1000
  const rates = `${((seconds / of.files) * 1000).toFixed(1)} ms/份，${(of.megabytes / seconds).toFixed(2)} MB/s`
  process.stdout.write(`${what}\t${seconds.toFixed(2)} s\t${rates}\t${Math.round(process.memoryUsage().rss / 1e6)} MB\n`)
  return result
}

try {
  const folder = join(base, 'reports')
  const amount = await writeCopies(folder)
  process.stdout.write(`${amount.files} 份，${amount.megabytes.toFixed(1)} MB\n`)
  tools.segment.cut('预热')
  await time('抽取', amount, async () => {
    for await (const one of extractFiles([folder], tools)) if ('unread' in one) throw new Error(one.unread.path)
  })
  const data = join(base, 'data')
  const ledger = await Ledger.open(data)
  const store = await openStore({ kind: 'embedded', folder: data })
  try {
    await time('读入', amount, async () => readPaths([folder], { ledger, store, ...tools }))
    await time('再读', amount, async () => readPaths([folder], { ledger, store, ...tools }))
    await time('重建', amount, async () => rebuildStore({ ledger, store }))
  } finally {
    await store.close()
    ledger.close()
  }
  await time('重开', amount, async () => (await Ledger.open(data)).close())
} finally {
  await rm(base, { recursive: true, force: true })
}
