/** Speed of tagging and of extracting the same texts, in MB of CPU seconds; the two take turns, so that both have the same machine. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { extractDocument } from '../../ingest/extract-document.ts'
import { loadLexicon } from '../../ingest/lexicon/load.ts'
import { readFile, type RawDocument } from '../../ingest/read/index.ts'
import { createSegmenter, loadEngine } from '../../ingest/recognise/segment.ts'

/** Of all reports. The first is told apart: in it the compiler's threads take as long as the work. */
const ROUNDS = 24
/** The last ones, as in a folder of some thousand reports; the median of each, for others may be at work on the machine. */
const WARM = 12
const tools = { lexicon: loadLexicon(), segment: createSegmenter() }
const engine = loadEngine(tools.segment.engine)
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

/** Words with their tags and places, which is what a reader needs of a segmenter. */
function tagLine(line: string): unknown {
  let from = 0
  return engine.tag(line).map(({ word, tag }) => {
    const to = from + word.length
    const placed = { word: line.slice(from, to), tag: tag.trim(), from, to }
    from = to
    return placed
  })
}

const tag = (raw: RawDocument): unknown => raw.text.split('\n').map(tagLine)
const extract = (raw: RawDocument): unknown => extractDocument(raw, tools)
const rounds = Array.from({ length: ROUNDS }, () => ({ tagging: cost(tag), extracting: cost(extract) }))
const megabytes = raws.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** MB of a CPU second. */
function speedsOf(some: typeof rounds): { tagSpeed: number; extractSpeed: number } {
  const ratio = median(some.map(({ tagging, extracting }) => tagging / extracting))
  const tagSpeed = megabytes / median(some.map(({ tagging }) => tagging))
  return { tagSpeed, extractSpeed: tagSpeed * ratio }
}

const { tagSpeed: firstTagSpeed, extractSpeed: firstExtractSpeed } = speedsOf(rounds.slice(0, 1))
process.stdout.write(`${JSON.stringify({ ...speedsOf(rounds.slice(-WARM)), firstTagSpeed, firstExtractSpeed })}\n`)
