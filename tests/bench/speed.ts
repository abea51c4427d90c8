/** Speed of tagging and of extracting the same texts, in MB of CPU seconds; the two take turns, so that both have the same machine. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { extractDocument } from '../../ingest/extract-document.ts'
import { loadLexicon } from '../../ingest/lexicon/load.ts'
import { readFile, type RawDocument } from '../../ingest/read/index.ts'
import { createSegmenter } from '../../ingest/recognise/segment.ts'

const ROUNDS = 3
/** Rounds for the compiler, whose threads count too: as in a folder of some hundred reports. */
const WARMING = 4
const tools = { lexicon: loadLexicon(), segment: createSegmenter() }
const folder = process.argv[2] ?? '.'

const raws: RawDocument[] = []
for (const name of (await readdir(folder)).sort()) {
  const result = await readFile(join(folder, name))
  if (result.ok) raws.push(result.raw)
}

/** CPU seconds. */
function cost(work: (raw: RawDocument) => unknown): number {
  const since = process.cpuUsage()
  for (const raw of raws) work(raw)
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

const tag = (raw: RawDocument): unknown => raw.text.split('\n').map((line) => tools.segment.cut(line))
const extract = (raw: RawDocument): unknown => extractDocument(raw, tools)
for (let round = 0; round < WARMING; round++) {
  cost(tag)
  cost(extract)
}
let [tagging, extracting] = [0, 0]
for (let round = 0; round < ROUNDS; round++) {
  tagging += cost(tag)
  extracting += cost(extract)
}
const megabytes = (ROUNDS * raws.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)) / 1e6
process.stdout.write(`${JSON.stringify({ tagSpeed: megabytes / tagging, extractSpeed: megabytes / extracting })}\n`)
