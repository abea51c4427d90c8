/** `npm run query -- "MATCH …"`: runs one read-only text, a named query or an algorithm, over the graph of a data folder or a Neo4j. */
import { parseArgs } from 'node:util'
import { algorithmByName, algorithmNames, MOST_ALGORITHM_ROWS, runAlgorithm } from '../../cypher/algorithms/index.ts'
import type { Rows } from '../../cypher/model/index.ts'
import { checkParameters, loadQueries, queryByName } from '../../cypher/queries/registry.ts'
import { hasGraph, openStore, StoreError, type CypherFault, type OpenedStore } from '../../cypher/store/index.ts'
import { listAlgorithms, printAnswer } from './algorithm.ts'
import { print, runCommand, tell, UsageError } from './terminal.ts'
import { formatTable } from './text-table.ts'

const USAGE = `用法：npm run query -- "MATCH (n) RETURN n" [--params JSON] [--limit 行数] [--json] [--data 目录]
      npm run query -- --name list-partners --params '{"id":"…"}'
      npm run query -- --algorithm betweenness --params '{"types":["COOPERATES_WITH"]}'
      npm run query -- --list
  --name       运行一个内置的查询
  --algorithm  运行一个网络算法：${algorithmNames.join('、')}
  --list       列出内置的查询和算法，各有哪些参数
  --params     参数，一个 JSON 对象
  --limit      最多几行（默认 1000，最多 5000；算法最多 ${MOST_ALGORITHM_ROWS}）
  --json       输出 JSON，不截断
  --data       数据目录（默认 .yilian）
  --neo4j      改为查询这个 Neo4j：bolt://…、neo4j://…；密码只从 NEO4J_PASSWORD 取
  --user       Neo4j 的用户（默认取 NEO4J_USERNAME）
  --database   Neo4j 的数据库（默认取 NEO4J_DATABASE）`

const DEFAULT_LIMIT = 1000
const MOST_ROWS = 5000
/** Milliseconds for one algorithm: whoever waits at a terminal can stop it. */
const ALGORITHM_TIMEOUT = 600_000

const OPTIONS = {
  name: { type: 'string' },
  algorithm: { type: 'string' },
  params: { type: 'string', default: '{}' },
  limit: { type: 'string' },
  json: { type: 'boolean', default: false },
  data: { type: 'string', default: '.yilian' },
  list: { type: 'boolean', default: false },
  neo4j: { type: 'string' },
  user: { type: 'string' },
  database: { type: 'string' },
} as const

function parse(args: string[]) {
  return parseArgs({ args, allowPositionals: true, options: OPTIONS })
}
type Values = ReturnType<typeof parse>['values']

interface Asked {
  readonly cypher: string
  readonly params: Record<string, unknown>
}

async function query(args: string[]): Promise<number> {
  const { values, positionals } = parse(args)
  if (values.list) {
    await listQueries()
    await listAlgorithms()
    return 0
  }
  if (values.algorithm !== undefined) return runAlgorithmOf(values.algorithm, positionals, values)
  const limit = readLimit(values.limit, MOST_ROWS) ?? DEFAULT_LIMIT
  const asked = readQuestion(positionals, values)
  const store = await openGraph(values)
  if (store === undefined) return 1
  const rows = await run(asked, { store, limit })
  if (rows === undefined) return 1
  await print(values.json ? `${JSON.stringify(rows, null, 1)}\n` : formatTable(rows.columns, rows.rows))
  tell(`${rows.rows.length} 行，${Math.round(rows.milliseconds)} 毫秒`)
  if (rows.limitHit) tell(`还有更多：只显示了前 ${limit} 行。请缩小范围，或用 --limit 取更多（最多 ${MOST_ROWS}）。`)
  return 0
}

async function runAlgorithmOf(algorithm: string, positionals: readonly string[], values: Values): Promise<number> {
  if (values.name !== undefined || positionals.length > 0) throw new UsageError('--algorithm 不能与 --name 或查询语句一起给。')
  const { name } = algorithmByName(algorithm)
  const params = readParams(values.params)
  const limit = readLimit(values.limit, MOST_ALGORITHM_ROWS)
  const store = await openGraph(values)
  if (store === undefined) return 1
  try {
    const options = { timeout: ALGORITHM_TIMEOUT, ...(limit === undefined ? {} : { limit }) }
    await printAnswer(await runAlgorithm(store, { name, params }, options), values.json)
    return 0
  } finally {
    await store.close()
  }
}

/** The store that is asked, or undefined where there is none yet, which is told. */
async function openGraph({ data, neo4j, user, database }: Values): Promise<OpenedStore | undefined> {
  if (neo4j !== undefined) return openStore({ kind: 'neo4j', uri: neo4j, user, database })
  if (!hasGraph(data)) {
    tell(`${data} 里还没有图谱。请先用 npm start 读一些报告。`)
    return undefined
  }
  const store = await openStore({ kind: 'embedded', folder: data })
  if (store.recovered !== undefined) tell(store.recovered)
  return store
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

function readLimit(text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > most) throw new UsageError(`--limit 应为 1 到 ${most} 的整数。`)
  return limit
}

/** The rows, or undefined where the text is at fault, which is told with its place. Closes the store. */
async function run({ cypher, params }: Asked, { store, limit }: { store: OpenedStore; limit: number }): Promise<Rows | undefined> {
  try {
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
