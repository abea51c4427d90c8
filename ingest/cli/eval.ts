/** `npm run eval`: reads the gold's documents and prints how well; without `--gold` the figures are held against the committed floor. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { formatScores, headlineOf, mergeSchema, readGold, scoreExtraction, type Headline } from '../evaluate/index.ts'
import { CONFIDENCE, confidenceTable } from '../resolve/confidence.ts'
import { foldExtraction } from '../resolve/extraction.ts'
import { extractTogether } from './extract-together.ts'
import { openTools } from './open-tools.ts'
import { measureRules } from './rule-precision.ts'
import { print, runCommand, tell, UsageError } from './terminal.ts'

const USAGE = `用法：npm run eval -- [--gold 目录 --docs 目录] [--detail] [--merge 文件] [--update-floor]
  不给目录时用 tests/gold 与 seeds/reports，低于 tests/eval-floor.json 的数字就以 1 退出
  --detail        每个错误一行
  --merge         另给 merge.json（默认用标注目录里的）
  --update-floor  把现在的数字写成新的底线
  --update-confidence  按每条规则在标注上的准确率更新可信度表`

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const GOLD = join(ROOT, 'tests', 'gold')
/** Not among the gold files, for a folder of gold holds nothing else. */
const FLOOR = join(ROOT, 'tests', 'eval-floor.json')

const floorSchema = z.object({
  coreF1: z.number(),
  corePrecision: z.number(),
  entitiesF1: z.number(),
  attributes: z.number(),
  programsF1: z.number(),
  families: z.number(),
  evidence: z.number(),
}) satisfies z.ZodType<Headline>

async function evaluate(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      gold: { type: 'string' },
      docs: { type: 'string' },
      merge: { type: 'string' },
      detail: { type: 'boolean', default: false },
      'update-floor': { type: 'boolean', default: false },
      'update-confidence': { type: 'boolean', default: false },
    },
  })
  if ((values.gold === undefined) !== (values.docs === undefined)) throw new UsageError('--gold 与 --docs 要一起给')
  const { golds, merge: ownMerge } = readGold(values.gold ?? GOLD)
  const merge = values.merge === undefined ? ownMerge : mergeSchema.parse(JSON.parse(readFileSync(values.merge, 'utf8')))
  const paths = findDocuments(values.docs ?? join(ROOT, 'seeds', 'reports'), new Set(golds.map(({ doc }) => parse(doc).name)))
  const { records, unread } = await extractTogether(paths, openTools())
  const extraction = foldExtraction(records, unread)
  const scores = scoreExtraction(golds, extraction, merge === undefined ? {} : { merge })
  await print(`${formatScores(scores, values.detail)}\n`)
  if (values.gold !== undefined) return 0
  if (values['update-confidence']) writeConfidence(measureRules(golds, extraction, confidenceTable.default))
  return values['update-floor'] ? raiseFloor(headlineOf(scores)) : holdAgainstFloor(headlineOf(scores))
}

/** Only the documents that the gold speaks of: reading others beside them would change nothing but the time. */
function findDocuments(folder: string, wanted: ReadonlySet<string>): string[] {
  const names = readdirSync(folder).filter((name) => wanted.has(parse(name).name))
  if (names.length === 0) throw new UsageError(`${folder} 里没有标注所说的文件`)
  return names.sort().map((name) => join(folder, name))
}

function writeConfidence(rules: Record<string, number>): void {
  writeFileSync(CONFIDENCE, `${JSON.stringify({ ...confidenceTable, rules }, null, 2)}\n`)
  tell(`可信度表已更新：${CONFIDENCE}`)
}

function raiseFloor(headline: Headline): number {
  const rounded = Object.fromEntries(Object.entries(headline).map(([key, value]) => [key, Math.floor(Number(value) * 1000) / 1000]))
  writeFileSync(FLOOR, `${JSON.stringify(rounded, null, 2)}\n`)
  tell(`底线已更新：${FLOOR}`)
  return 0
}

function holdAgainstFloor(headline: Headline): number {
  if (!existsSync(FLOOR)) {
    tell('还没有底线：用 --update-floor 写一个')
    return 1
  }
  const floor = floorSchema.parse(JSON.parse(readFileSync(FLOOR, 'utf8')))
  const keys = Object.keys(floor) as (keyof Headline)[]
  const lower = keys.filter((key) => headline[key] < floor[key])
  for (const key of lower) tell(`低于底线：${key} ${headline[key].toFixed(3)} < ${floor[key]}`)
  return lower.length > 0 ? 1 : 0
}

await runCommand(USAGE, evaluate)
