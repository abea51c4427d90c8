/**
 * `npm run bench`: what reading costs, as ratios within one run, so that the machine does not matter. Prints; judges nothing.
 * `--quick` compares 200 with 2,000 documents in place of 2,000 with 20,000, and graphs of a tenth. `--only` runs one part: speed, cores,
 * load, ask, change, clients, ledger. `--full 20000` adds so many reports through the whole line into each store.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { READING_FLAGS } from '../../ingest/many/reading-process.ts'
import { loadLexicon } from '../../ingest/lexicon/load.ts'
import { writeReports, type Amount } from './make-reports.ts'
import { benchAsk, benchChange, benchClients, benchLoad, benchWhole, type Figures } from './stores.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const runFile = promisify(execFile)
/** How a reading process runs. */
const AS_READING: readonly string[] = [...READING_FLAGS, '--import', new URL('../../ingest/many/typescript.mjs', import.meta.url).href]
const READING_PARTS = new Set(['speed.ts', 'cores.ts'])
/** `whole` is long, and only measured with `--full`, with as many reports as it says. */
const OPTIONS = { quick: { type: 'boolean', default: false }, only: { type: 'string' }, full: { type: 'string' } } as const

/** Runs a part in a process of its own, so that its peak of memory is its own. */
async function measure(part: string, ...args: readonly string[]): Promise<Figures> {
  const flags = READING_PARTS.has(part) ? AS_READING : ['--import', 'tsx']
  const { stdout } = await runFile(process.execPath, [...flags, join(HERE, part), ...args], { maxBuffer: 1e9 })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Figures
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const ratio = (a: number | undefined, b: number | undefined): string => ((a ?? 0) / (b ?? 1)).toFixed(2)
const round = (value: number | undefined): string => (value ?? 0).toFixed(1)

/** Reading beside tagging the same text with the same segmenter, both in CPU time on one core. */
async function benchSpeed(folder: string): Promise<void> {
  const { tagSpeed, extractSpeed, firstTagSpeed, firstExtractSpeed } = await measure('speed.ts', folder)
  say(
    `一个核上，CPU 时间：分词并标词性 ${round(tagSpeed)} MB/s，抽取 ${round(extractSpeed)} MB/s，抽取/分词 ${ratio(extractSpeed, tagSpeed)}` +
      `（头一百份，连同编译：${ratio(firstExtractSpeed, firstTagSpeed)}）`,
  )
}

/** The same folder with one process and with one for each core: time that passes, and whether the result is the same. */
async function benchCores(folder: string): Promise<void> {
  const one = await measure('cores.ts', folder, '1')
  const all = await measure('cores.ts', folder)
  const same = one['digest'] === all['digest'] ? '结果相同' : '结果不同'
  say(`${all['jobs']} 个进程与 1 个：用时 ${ratio(all['seconds'], one['seconds'])} 倍，${same}`)
}

/** A folder into the ledger and the store, then opened again. */
async function benchLedger(base: string, sizes: readonly [number, number]): Promise<void> {
  const figures: Figures[] = []
  for (const size of sizes) {
    const data = join(base, `data-${size}`)
    const made = await measure('ledger.ts', join(base, `reports-${size}`), data)
    const opened = await measure('reopen.ts', data)
    figures.push({ ...made, opening: opened['seconds'] ?? 0, openPeak: opened['peak'] ?? 0 })
    say(
      `${size} 份读入：${round(made['seconds'])} s，本进程 CPU ${round(made['cpu'])} s，最高内存 ${round(made['peak'])} MB；` +
        `再打开 ${round(opened['seconds'])} s、${round(opened['peak'])} MB`,
    )
    await rm(data, { recursive: true, force: true })
  }
  const [few, many] = figures
  say(`${sizes[1]} 份比 ${sizes[0]} 份：份数 ${ratio(sizes[1], sizes[0])} 倍，时间 ${ratio(many?.['seconds'], few?.['seconds'])} 倍，`)
  say(`  最高内存 ${ratio(many?.['peak'], few?.['peak'])} 倍，打开的时间 ${ratio(many?.['opening'], few?.['opening'])} 倍`)
}

async function bench(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS })
  const sizes = values.quick ? ([200, 2000] as const) : ([2000, 20_000] as const)
  const isWanted = (part: string): boolean => values.only === undefined || values.only === part
  const base = await mkdtemp(join(tmpdir(), 'yilian-bench-'))
  try {
    const lexicon = loadLexicon()
    const tell = ({ files, bytes }: Amount): void => say(`${files} 份报告，${(bytes / 1e6).toFixed(1)} MB`)
    tell(await writeReports(join(base, 'reports'), { from: 0, to: 100 }, lexicon))
    if (isWanted('speed')) await benchSpeed(join(base, 'reports'))
    if (isWanted('cores')) await benchCores(join(base, 'reports'))
    const stores = { measure, say, quick: values.quick }
    if (isWanted('load')) await benchLoad(stores)
    if (isWanted('ask')) await benchAsk(stores)
    if (isWanted('change')) await benchChange(stores)
    if (isWanted('clients')) await benchClients(stores)
    if (values.full !== undefined) {
      tell(await writeReports(join(base, 'whole'), { from: 0, to: Number(values.full) }, lexicon))
      await benchWhole(stores, join(base, 'whole'))
    }
    if (!isWanted('ledger')) return
    for (const size of sizes) tell(await writeReports(join(base, `reports-${size}`), { from: 0, to: size }, lexicon))
    await benchLedger(base, [sizes[0], sizes[1]])
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}

await bench()
