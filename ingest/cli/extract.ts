/** `npm run --silent extract -- FILE…`: prints what the files say, as JSON, without a ledger or a store. */
import { parseArgs } from 'node:util'
import { extractionSchema } from '../../cypher/model/index.ts'
import { extractFiles, type Tools } from '../pipeline.ts'
import { foldExtraction } from '../resolve/extraction.ts'
import { extractTogether } from './extract-together.ts'
import { openTools } from './open-tools.ts'
import { print, runCommand, tell, tellProblems, UsageError } from './terminal.ts'

const USAGE = `用法：npm run --silent extract -- [--jsonl] [--jobs N] 文件或文件夹…
  把这些文件一起读，标准输出是一个 JSON：documents、entities、relations
  --jsonl   每份文档一行，只有它自己的提及与论断，内存不随文件数增长
  --jobs N  用几个进程读；不写时文件多就用上所有的核，结果都一样`

interface Work {
  readonly paths: readonly string[]
  readonly tools: Tools
  readonly jobs: number | undefined
}

async function printFolded({ paths, tools, jobs }: Work): Promise<number> {
  const { records, unread } = await extractTogether(paths, tools, { jobs })
  const extraction = extractionSchema.parse(foldExtraction(records, unread))
  await print(`${JSON.stringify(extraction, null, 1)}\n`)
  return endOf(records.length)
}

async function printLines({ paths, tools, jobs }: Work): Promise<number> {
  let count = 0
  for await (const one of extractFiles(paths, tools, { jobs })) {
    if ('unread' in one) {
      tellProblems(one.unread.path, one.unread.problems)
      continue
    }
    count += 1
    const { document, paths: places, mentions, claims, problems } = one.record
    const cite = <T extends { start: number; end: number }>(span: T): T & { text: string } => ({
      ...span,
      text: document.text.slice(span.start, span.end),
    })
    const line = { ...document, text: undefined, path: places[0], problems: [...document.problems, ...problems] }
    await print(`${JSON.stringify({ document: line, mentions: mentions.map(cite), claims: claims.map(cite) })}\n`)
  }
  return endOf(count)
}

function endOf(read: number): number {
  if (read > 0) return 0
  tell('没有一个文件能读')
  return 1
}

function jobsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new UsageError(`--jobs 要一个 1 到 999 的数：${text}`)
  return Number(text)
}

async function extract(args: string[]): Promise<number> {
  const options = { jsonl: { type: 'boolean', default: false }, jobs: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  if (positionals.length === 0) throw new UsageError('没有给出文件')
  const work = { paths: positionals, tools: openTools(), jobs: jobsOf(values.jobs) }
  return values.jsonl ? printLines(work) : printFolded(work)
}

await runCommand(USAGE, extract)
