/** What `npm start` was asked for, checked before anything is opened. */
import { access, constants, stat } from 'node:fs/promises'
import { parseArgs, type ParseArgsConfig } from 'node:util'

/** A start that cannot be; the message is the one sentence that people see. */
export class StartError extends Error {
  readonly code: string
  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'StartError'
    this.code = code
  }
}

export interface StartOptions {
  readonly paths: readonly string[]
  readonly port: number
  readonly host: string
  readonly data: string
  readonly token?: string
  readonly open: boolean
  /** The Neo4j server that holds the graph instead of the embedded store. */
  readonly neo4j?: { readonly uri: string; readonly user?: string; readonly database?: string }
}

export const USAGE = `用法：npm start -- [文件或文件夹…] [选项]
  --port 端口      默认 4780
  --host 地址      默认 127.0.0.1；改成别的地址须同时给出口令
  --token 口令     访问口令，也可放在环境变量 YILIAN_TOKEN 里
  --data 目录      数据目录，默认 .yilian
  --neo4j 地址     图谱放在 Neo4j 里（bolt://主机:7687），不用内嵌图库；
                   用户、密码、数据库取环境变量 NEO4J_USERNAME、NEO4J_PASSWORD、
                   NEO4J_DATABASE；用户和数据库也可用 --user、--database 给出
  --open           启动后打开浏览器
  --help           显示这段说明`

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])
const SHORTEST_TOKEN = 8

const config = {
  port: { type: 'string', default: '4780' },
  host: { type: 'string', default: '127.0.0.1' },
  token: { type: 'string' },
  data: { type: 'string', default: '.yilian' },
  neo4j: { type: 'string' },
  user: { type: 'string' },
  database: { type: 'string' },
  open: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies NonNullable<ParseArgsConfig['options']>

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host)
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: config, allowPositionals: true })
  } catch (error) {
    const told = error instanceof Error ? (/'(-[^' ]*)[^']*'/.exec(error.message)?.[1] ?? '') : ''
    const isUnknown = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    const message = isUnknown ? `不认识的选项 ${told}，用 --help 查看可用的选项。` : `选项 ${told} 的写法不对，用 --help 查看用法。`
    throw new StartError('start.bad-option', message, error)
  }
}

function checkPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new StartError('start.bad-option', `--port 应为 0 到 65535 的整数，给出的是 ${text}。`)
}

function checkToken(host: string, token: string | undefined): void {
  if (isLoopback(host)) return
  if (token === undefined) {
    const message = `--host ${host} 会让别的机器也能访问，须用 --token 或环境变量 YILIAN_TOKEN 给出访问口令。`
    throw new StartError('start.no-token', message)
  }
  if (token.length < SHORTEST_TOKEN) throw new StartError('start.bad-option', `访问口令至少要有 ${SHORTEST_TOKEN} 个字符。`)
}

/** Reads the arguments; `'help'` where help was asked for. Throws StartError. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): StartOptions | 'help' {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  const token = values.token ?? (environment['YILIAN_TOKEN'] || undefined)
  checkToken(values.host, token)
  return {
    paths: positionals,
    port: checkPort(values.port),
    host: values.host,
    data: values.data,
    open: values.open,
    ...(token === undefined ? {} : { token }),
    ...(values.neo4j === undefined ? {} : { neo4j: neo4jOf(values.neo4j, values) }),
  }
}

function neo4jOf(uri: string, { user, database }: { user?: string | undefined; database?: string | undefined }) {
  return { uri, ...(user === undefined ? {} : { user }), ...(database === undefined ? {} : { database }) }
}

/** Every path must be there and readable before anything starts. Throws StartError `start.unreadable`. */
export async function checkPaths(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    try {
      const isFolder = (await stat(path)).isDirectory()
      await access(path, isFolder ? constants.R_OK | constants.X_OK : constants.R_OK)
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      const reason = isMissing ? '没有这个文件或文件夹' : '没有读取它的权限'
      throw new StartError('start.unreadable', `读不到 ${path}：${reason}。`, error)
    }
  }
}
