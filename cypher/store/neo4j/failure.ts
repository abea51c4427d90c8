/** Turns what the server and the driver say into StoreError: a stable code, a Chinese sentence, the place in the text. */
import { Neo4jError } from 'neo4j-driver'
import { findHint } from '../hints.ts'
import { StoreError, type CypherFault } from '../port.ts'

interface Sentence {
  readonly code: string
  readonly message: string
}

/** Failures of the server or of the way to it, by the end of the driver's code. */
const SERVER: readonly (readonly [RegExp, Sentence])[] = [
  [
    /Security\.(?:Unauthorized|CredentialsExpired|TokenExpired|AuthenticationRateLimit|AuthProviderFailed)/,
    {
      code: 'store.unauthorised',
      message: 'Neo4j 不接受这个用户或密码。请检查环境变量 NEO4J_USERNAME 和 NEO4J_PASSWORD。',
    },
  ],
  [/Security\.Forbidden/, { code: 'store.unauthorised', message: '这个 Neo4j 用户没有做这件事的权限。' }],
  [/Database\.DatabaseNotFound/, { code: 'store.no-database', message: 'Neo4j 里没有这个数据库。请检查 --database 或 NEO4J_DATABASE。' }],
  [
    /^(?:ServiceUnavailable|SessionExpired)$|Database\.DatabaseUnavailable|General\.DatabaseUnavailable/,
    { code: 'store.unavailable', message: '连不上 Neo4j。请检查地址、端口，以及它是否已经启动。' },
  ],
  [
    /WriteOnReadOnlyAccessDatabase|General\.(?:ReadOnly|ForbiddenOnReadOnlyDatabase)|Cluster\.NotALeader/,
    { code: 'store.read-only', message: '这个 Neo4j 数据库只能读取，写不进去。' },
  ],
  [
    /TransactionTimedOut|LockClientStopped|LockAcquisitionTimeout/,
    { code: 'store.timeout', message: '查询用时过长，已被图库中止。请缩小范围或加 LIMIT。' },
  ],
  [
    /MemoryPoolOutOfMemory|OutOfMemoryError|StackOverFlow/i,
    { code: 'store.memory', message: '查询的中间结果过大，已被图库中止。请缩小范围或加 LIMIT。' },
  ],
  [/Transaction\.Terminated/, { code: 'store.interrupted', message: '这一步被 Neo4j 中止，没有完成。' }],
]

/** What a failed write is told as; the server's own words stay in `cause`. */
export function writeFailure(error: unknown): Error {
  return serverFailure(error) ?? new StoreError('store.write-failed', '写入图库失败，没有留下任何改动。', { cause: error })
}

/** What a failed read is told as: the server's failure, or a fault in the text. `before`: lines of our own that were sent before the text. */
export function readFailure(error: unknown, cypher: string, before = 0): Error {
  const known = serverFailure(error)
  if (known !== undefined) return known
  if (!(error instanceof Neo4jError)) return new StoreError('store.unavailable', '读取 Neo4j 失败。', { cause: error })
  const fault = cypherFault(error, cypher, before)
  return new StoreError(fault.code, fault.message, { cause: error, fault })
}

/** A failure that has nothing to do with the text; undefined for all others. */
export function serverFailure(error: unknown): StoreError | undefined {
  if (error instanceof StoreError) return error
  if (!(error instanceof Neo4jError)) return undefined
  const sentence = SERVER.find(([code]) => code.test(error.code))?.[1]
  return sentence === undefined ? undefined : new StoreError(sentence.code, sentence.message, { cause: error })
}

/** Why a server could not be reached at an address, with what to try: the two ends may differ in how they encrypt. */
export function connectFailure(error: unknown, uri: string): StoreError {
  const said = listMessages(error).join('\n')
  const scheme = uri.slice(0, uri.indexOf(':'))
  const plain = scheme.replace(/\+.*$/, '')
  if (/certificate/i.test(said) && scheme.endsWith('+s')) {
    const message = `不信任 Neo4j（${uri}）的证书。如果它是你们自己签的，请改用 ${plain}+ssc://；如果不是，先不要连接。`
    return new StoreError('store.untrusted', message, { cause: error })
  }
  let advice = ''
  if (scheme === plain && /closed by server|ECONNRESET/.test(said)) advice = `它也可能只接受加密的连接：试试 ${plain}+s://。`
  if (scheme !== plain && /before secure TLS|wrong version number/.test(said)) advice = `它也可能没有开加密：试试 ${plain}://。`
  return new StoreError('store.unavailable', `连不上 Neo4j（${uri}）。请检查地址、端口，以及它是否已经启动。${advice}`, { cause: error })
}

/** What an error and all that led to it say. */
function listMessages(error: unknown): string[] {
  return error instanceof Error ? [error.message, ...listMessages(error.cause)] : []
}

type Describe = (message: string) => readonly [code: string, message: string] | undefined

function when(pattern: RegExp, code: string, say: (found: readonly string[]) => string): Describe {
  return (message) => {
    const found = pattern.exec(message)
    return found === null ? undefined : [code, say(found)]
  }
}

/** What the server says of a text, in its own words on the left. */
const DESCRIBE: readonly Describe[] = [
  when(/^Variable `(.+?)` not defined/, 'cypher.unknown-variable', ([, name]) => `变量 ${name} 没有定义。`),
  when(/^Unknown function '(.+?)'/, 'cypher.unknown-function', ([, name]) => `没有函数 ${name}()。`),
  when(/^There is no procedure with the name `(.+?)`/, 'cypher.unknown-procedure', ([, name]) => `没有过程 ${name}。`),
  when(/^Expected parameter\(s\): (.+)/, 'cypher.missing-parameter', ([, names]) => `缺少参数 $${names?.replaceAll(', ', '、$')}。`),
  when(/^Expected exactly one statement/, 'cypher.several-statements', () => '一次只能执行一条语句。'),
  when(/^\/ by zero/, 'cypher.runtime', () => '运算出错：除数为零。'),
  when(/^Invalid input '([\s\S]*?)': expected ([\s\S]+)$/, 'cypher.syntax', ([, found, expected]) => {
    const choices = (expected ?? '').split(/, | or /)
    const more = choices.length > MOST_CHOICES ? '…' : ''
    return `语法错误：这里不能是 ${found === '' ? '语句的结尾' : found}，应为 ${choices.slice(0, MOST_CHOICES).join('、')}${more}。`
  }),
]

/** The server lists every clause that could stand in a place. */
const MOST_CHOICES = 6

/** The fault that the server finds in a text; its place is told without the lines that stood `before` it. */
export function cypherFault(error: Neo4jError, cypher: string, before: number): CypherFault {
  const detail = detailOf(error.message)
  const [code, message] = DESCRIBE.map((describe) => describe(detail)).find((found) => found !== undefined) ?? unknownFault(error, detail)
  const hint = findHint(cypher, 'neo4j')
  return { code, message, ...(hint === undefined ? {} : { hint }), ...placeOf(error.message, cypher, before) }
}

function unknownFault({ code }: Neo4jError, detail: string): readonly [code: string, message: string] {
  if (code.endsWith('Statement.AccessMode')) return ['cypher.write-refused', '这里只能读取：改动图谱的语句没有执行。']
  if (code.endsWith('Statement.SyntaxError')) return ['cypher.syntax', `语法错误：${detail}。`]
  if (/Statement\.(?:SemanticError|ArgumentError|ParameterMissing)|Procedure\./.test(code))
    return ['cypher.semantic', `语句有误：${detail}。`]
  return ['cypher.runtime', `查询出错：${detail}。`]
}

const PLACE = /\(line (\d+), column (\d+) \(offset: \d+\)\)/

/** The first lines, without the place, the copy of the text and the final stop. */
function detailOf(message: string): string {
  const place = PLACE.exec(message)
  const text = place === null ? (message.split('\n')[0] ?? '') : message.slice(0, place.index)
  return text.trim().replace(/\.$/, '')
}

/** Where the server's place lies outside the text, there is none. */
function placeOf(message: string, cypher: string, before: number): { line: number; column: number } | undefined {
  const found = PLACE.exec(message)
  if (found === null) return undefined
  const line = Number(found[1]) - before
  const column = Number(found[2])
  const lines = cypher.split('\n')
  return line >= 1 && line <= lines.length && column >= 1 ? { line, column } : undefined
}

export function timedOut(timeout: number): StoreError {
  return new StoreError('store.timeout', `查询超过 ${timeout / 1000} 秒没有结束，已中止。请缩小范围、减少跳数或加 LIMIT。`)
}

export function cancelled(): StoreError {
  return new StoreError('store.cancelled', '查询已取消。')
}
