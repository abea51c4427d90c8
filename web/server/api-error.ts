/** What a request can fail with, in the words that people read. One function turns any error into an answer. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Caption } from '../../cypher/model/index.ts'
import { StoreError } from '../../cypher/store/port.ts'
import type { ApiErrorBody } from '../contract/index.ts'

interface Sentence {
  readonly status: ContentfulStatusCode
  readonly message: Caption
  readonly hint?: Caption
}

const sentences = {
  'api.bad-request': {
    status: 400,
    message: { zh: '请求不合要求', en: 'The request is not valid' },
  },
  'api.not-found': {
    status: 404,
    message: { zh: '没有这个接口', en: 'There is no such resource' },
  },
  'api.unknown-id': {
    status: 404,
    message: { zh: '图谱里没有这一项', en: 'The graph holds no such thing' },
    hint: { zh: '它可能随文档一起移除了，请重新搜索', en: 'It may have gone with its document; search again' },
  },
  'api.unknown-query': {
    status: 404,
    message: { zh: '没有这个命名查询', en: 'There is no such named query' },
  },
  'api.bad-host': {
    status: 403,
    message: { zh: '主机名不在允许之列', en: 'This host name is not allowed' },
    hint: { zh: '请用启动时打印的地址打开', en: 'Open the address that was printed on start' },
  },
  'api.bad-origin': {
    status: 403,
    message: { zh: '来自别的网站的请求被拒绝', en: 'A request from another site was refused' },
  },
  'api.no-token': {
    status: 401,
    message: { zh: '需要访问口令', en: 'An access token is needed' },
    hint: { zh: '口令是启动时 --token 或 YILIAN_TOKEN 的值', en: 'It is the value of --token or YILIAN_TOKEN' },
  },
  'api.too-large': {
    status: 413,
    message: { zh: '请求内容过大', en: 'The request body is too large' },
  },
  'api.not-json': {
    status: 415,
    message: { zh: '请求内容须为 JSON', en: 'The body must be JSON' },
  },
  'api.not-built': {
    status: 503,
    message: { zh: '网页界面尚未构建', en: 'The web app has not been built' },
    hint: { zh: '请用 npm start 启动，它会先构建界面', en: 'Use npm start, which builds it first' },
  },
  'api.internal': {
    status: 500,
    message: { zh: '服务器内部出错', en: 'Something failed inside the server' },
    hint: { zh: '详情见启动服务的终端', en: 'See the terminal in which the server runs' },
  },
  'cypher.write-refused': {
    status: 400,
    message: { zh: '这里只能查询，不能修改图谱', en: 'This console only reads' },
    hint: { zh: '去掉 CREATE、MERGE、SET、DELETE 等写入语句', en: 'Leave out CREATE, MERGE, SET, DELETE and the like' },
  },
  'cypher.syntax': { status: 400, message: { zh: '查询语句有误', en: 'The query has a fault' } },
  'store.timeout': {
    status: 504,
    message: { zh: '查询超过时限，已中止', en: 'The query ran out of time and was stopped' },
    hint: { zh: '缩小匹配范围，或加上 LIMIT', en: 'Narrow the pattern, or add a LIMIT' },
  },
  'store.memory': {
    status: 503,
    message: { zh: '查询占用内存过多，已中止', en: 'The query used too much memory and was stopped' },
    hint: { zh: '减少返回的列，或加上 LIMIT', en: 'Return fewer columns, or add a LIMIT' },
  },
  'store.unavailable': {
    status: 503,
    message: { zh: '图库连不上', en: 'The graph store cannot be reached' },
    hint: { zh: '请检查 Neo4j 是否还在运行，稍后再试', en: 'See whether Neo4j is still running, and try again' },
  },
  'algorithm.unknown': { status: 404, message: { zh: '没有这个算法', en: 'There is no such algorithm' } },
  'algorithm.bad-parameter': { status: 400, message: { zh: '算法的参数不对', en: 'A parameter of the algorithm is not valid' } },
  'algorithm.unknown-id': { status: 404, message: { zh: '图谱里没有这一项', en: 'The graph holds no such thing' } },
  'algorithm.too-large': {
    status: 400,
    message: { zh: '要算的太多', en: 'This is too much to work out' },
    hint: { zh: '请缩小范围', en: 'Choose a smaller part' },
  },
  'algorithm.timeout': {
    status: 504,
    message: { zh: '计算超过时限，已中止', en: 'The algorithm ran out of time and was stopped' },
    hint: { zh: '请缩小范围：关系类型、地区、年份', en: 'Choose a smaller part: relation types, districts, years' },
  },
  'algorithm.memory': {
    status: 503,
    message: { zh: '计算占用内存过多，已中止', en: 'The algorithm used too much memory and was stopped' },
    hint: { zh: '请缩小范围', en: 'Choose a smaller part' },
  },
  'store.cancelled': { status: 400, message: { zh: '查询已取消', en: 'The query was cancelled' } },
} as const satisfies Record<string, Sentence>

export type ApiErrorCode = keyof typeof sentences

/** A request that cannot be answered. `detail` is added to the sentence of the code, in both languages. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly detail: string | undefined
  constructor(code: ApiErrorCode, detail?: string, cause?: unknown) {
    super(detail ?? code, cause === undefined ? undefined : { cause })
    this.name = 'ApiError'
    this.code = code
    this.detail = detail
  }
}

function isKnown(code: string): code is ApiErrorCode {
  return Object.hasOwn(sentences, code)
}

function compose(code: ApiErrorCode, detail: string | undefined): { status: ContentfulStatusCode; body: ApiErrorBody } {
  const sentence: Sentence = sentences[code]
  const { zh, en } = sentence.message
  const message = detail ? { zh: `${zh}：${detail}`, en: `${en}: ${detail}` } : { zh, en }
  return { status: sentence.status, body: { code, message, ...(sentence.hint ? { hint: sentence.hint } : {}) } }
}

/** Codes whose own sentence says what was wrong: which parameter, which id. */
const TELLING: ReadonlySet<string> = new Set([
  'algorithm.unknown',
  'algorithm.bad-parameter',
  'algorithm.unknown-id',
  'algorithm.too-large',
])

function fromStore(error: StoreError): { status: ContentfulStatusCode; body: ApiErrorBody } {
  const { fault } = error
  const isUserText = error.code.startsWith('cypher.')
  if (!isKnown(error.code) && !isUserText) return compose('api.internal', undefined)
  const known = isKnown(error.code) ? error.code : 'cypher.syntax'
  const detail = known === 'cypher.syntax' ? (fault?.message ?? error.message) : TELLING.has(known) ? error.message : undefined
  const { status, body } = compose(known, detail)
  const hint = fault?.hint ? { zh: fault.hint, en: fault.hint } : body.hint
  return {
    status,
    body: {
      ...body,
      code: error.code,
      ...(hint ? { hint } : {}),
      ...(fault?.line === undefined ? {} : { line: fault.line }),
      ...(fault?.column === undefined ? {} : { column: fault.column }),
    },
  }
}

/** The answer to a request that failed. Unknown errors tell nothing of themselves; `isUnexpected` says to log them. */
export function answerTo(error: unknown): { status: ContentfulStatusCode; body: ApiErrorBody; isUnexpected: boolean } {
  if (error instanceof ApiError) return { ...compose(error.code, error.detail), isUnexpected: false }
  if (error instanceof StoreError) {
    const answer = fromStore(error)
    return { ...answer, isUnexpected: answer.body.code === 'api.internal' }
  }
  return { ...compose('api.internal', undefined), isUnexpected: true }
}
