/** `npm run --silent extract -- FILE…`: prints what the files say, as JSON, without a ledger or a store. */
import { parseArgs } from 'node:util'
import { extractionSchema } from '../../cypher/model/index.ts'
import { extractFiles, type Tools } from '../pipeline.ts'
import { foldExtraction } from '../resolve/extraction.ts'
import { extractTogether } from './extract-together.ts'
import { openTools } from './open-tools.ts'
import { print, runCommand, tell, tellProblems, UsageError } from './terminal.ts'

const USAGE = `用法：npm run --silent extract -- [--jsonl] 文件或文件夹…
  把这些文件一起读，标准输出是一个 JSON：documents、entities、relations
  --jsonl   每份文档一行，只有它自己的提及与论断，内存不随文件数增长`

async function printFolded(paths: readonly string[], tools: Tools): Promise<number> {
  const { records, unread } = await extractTogether(paths, tools)
  const extraction = extractionSchema.parse(foldExtraction(records, unread))
  await print(`${JSON.stringify(extraction, null, 1)}\n`)
  return endOf(records.length)
}

async function printLines(paths: readonly string[], tools: Tools): Promise<number> {
  let count = 0
  for await (const one of extractFiles(paths, tools)) {
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

async function extract(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { jsonl: { type: 'boolean', default: false } } })
  if (positionals.length === 0) throw new UsageError('没有给出文件')
  const tools = openTools()
  return values.jsonl ? printLines(positionals, tools) : printFolded(positionals, tools)
}

await runCommand(USAGE, extract)
