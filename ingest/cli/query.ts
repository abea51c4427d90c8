/** `npm run query -- "MATCH …"`: runs one read-only text, or a named query, over the graph of a data folder. */
import { parseArgs } from 'node:util'
import type { Rows } from '../../cypher/model/index.ts'
import { checkParameters, loadQueries, queryByName } from '../../cypher/queries/registry.ts'
import { hasGraph, openStore, StoreError, type CypherFault } from '../../cypher/store/index.ts'
import { print, runCommand, tell, UsageError } from './terminal.ts'
import { formatTable } from './text-table.ts'

const USAGE = `用法：npm run query -- "MATCH (n) RETURN n" [--params JSON] [--limit 行数] [--json] [--data 目录]
      npm run query -- --name list-partners --params '{"id":"…"}'
      npm run query -- --list
  --name    运行一个内置的查询；--list 列出它们和参数
  --params  参数，一个 JSON 对象
  --limit   最多几行（默认 1000，最多 5000）
  --json    输出 JSON，不截断
  --data    数据目录（默认 .yilian）`

const DEFAULT_LIMIT = 1000
const MOST_ROWS = 5000

interface Asked {
  readonly cypher: string
  readonly params: Record<string, unknown>
}

async function query(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      params: { type: 'string', default: '{}' },
      limit: { type: 'string', default: String(DEFAULT_LIMIT) },
      json: { type: 'boolean', default: false },
      data: { type: 'string', default: '.yilian' },
      list: { type: 'boolean', default: false },
    },
  })
  if (values.list) {
    await listQueries()
    return 0
  }
  const limit = readLimit(values.limit)
  const asked = readQuestion(positionals, values)
  if (!hasGraph(values.data)) {
    tell(`${values.data} 里还没有图谱。请先用 npm start 读一些报告。`)
    return 1
  }
  const rows = await run(asked, { folder: values.data, limit })
  if (rows === undefined) return 1
  await print(values.json ? `${JSON.stringify(rows, null, 1)}\n` : formatTable(rows.columns, rows.rows))
  tell(`${rows.rows.length} 行，${Math.round(rows.milliseconds)} 毫秒`)
  if (rows.limitHit) tell(`还有更多：只显示了前 ${limit} 行。请缩小范围，或用 --limit 取更多（最多 ${MOST_ROWS}）。`)
  return 0
}

function readQuestion(positionals: readonly string[], { name, params }: { name?: string | undefined; params: string }): Asked {
  const given = readParams(params)
  if (name !== undefined) {
    if (positionals.length > 0) throw new UsageError('--name 和查询语句只能给一个。')
    const named = queryByName(name)
    return { cypher: named.cypher, params: checkParameters(named, given) }
  }
  const [cypher, ...others] = positionals
  if (cypher === undefined) throw new UsageError('没有给出查询语句。')
  if (others.length > 0) throw new UsageError('查询语句要用引号括成一个参数。')
  return { cypher, params: given }
}

function readParams(text: string): Record<string, unknown> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    throw new UsageError(`--params 不是 JSON：${error instanceof Error ? error.message : String(error)}`)
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new UsageError('--params 应为一个 JSON 对象。')
  return parsed as Record<string, unknown>
}

function readLimit(text: string): number {
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS) throw new UsageError(`--limit 应为 1 到 ${MOST_ROWS} 的整数。`)
  return limit
}

/** The rows, or undefined where the text is at fault, which is told with its place. */
async function run({ cypher, params }: Asked, { folder, limit }: { folder: string; limit: number }): Promise<Rows | undefined> {
  const store = await openStore({ kind: 'embedded', folder })
  try {
    if (store.recovered !== undefined) tell(store.recovered)
    return await store.read(cypher, params, { limit })
  } catch (error) {
    if (!(error instanceof StoreError) || error.fault === undefined) throw error
    tellFault(error.fault, cypher)
    return undefined
  } finally {
    await store.close()
  }
}

function tellFault({ code, message, hint, line, column }: CypherFault, cypher: string): void {
  const place = line === undefined || column === undefined ? '' : `第 ${line} 行第 ${column} 列：`
  tell(`${place}${message} [${code}]`)
  if (line !== undefined) tell(`  ${cypher.split('\n')[line - 1] ?? ''}`)
  if (hint !== undefined) tell(`提示：${hint}`)
}

async function listQueries(): Promise<void> {
  for (const { name, title, params, offered } of loadQueries().values()) {
    if (!offered) continue
    await print(`${name}  ${title.zh}\n`)
    for (const { name: key, type, required, default: preset, caption } of params) {
      await print(`    ${key}: ${type}${required ? '（必填）' : `（默认 ${JSON.stringify(preset)}）`}  ${caption.zh}\n`)
    }
  }
}

await runCommand(USAGE, query)
