/** Turns what the engine says into StoreError: a stable code, a Chinese sentence, the place in the text where there is one. */
import type { CypherFault } from '../port.ts'
import { StoreError } from '../port.ts'
import { findHint } from '../hints.ts'
import { findWord } from '../cypher-text.ts'
import { refusal } from '../refusal.ts'
import type { ChildFailure, ChildTask } from './protocol.ts'

/** Failures of opening the file. */
export function openFailure({ stage, message }: ChildFailure): StoreError {
  const cause = new Error(message)
  if (stage === 'load') {
    const platform = `${process.platform}-${process.arch}`
    return new StoreError(
      'store.no-binary',
      `这台机器（${platform}）没有可用的内嵌图库程序包 @grafeo-db/js-${platform}…。请重新安装依赖，或改用 Neo4j（--neo4j）。`,
      { cause },
    )
  }
  if (message.includes('lock')) {
    return new StoreError('store.locked', '图库文件正被另一个进程使用。请先关闭正在运行的医联图谱，再执行这条命令。', { cause })
  }
  if (/os error|permission denied|no such file|no space|read-only/i.test(message)) {
    return new StoreError('store.unavailable', '图库文件无法打开：请检查数据目录的权限和磁盘空间。', { cause })
  }
  return new StoreError('store.damaged', '图库文件已损坏。', { cause })
}

/** Failures of one task. */
export function runFailure(failure: ChildFailure, task: ChildTask): StoreError {
  const cause = new Error(failure.message)
  if (task.kind !== 'read' && task.kind !== 'explain')
    return new StoreError('store.write-failed', '写入图库失败，没有留下任何改动。', { cause })
  const fault = failure.stage === 'guard' ? refusal(failure.message, task.cypher) : cypherFault(failure.message, task.cypher)
  return new StoreError(fault.code, fault.message, { cause, fault })
}

/** What the parser expected, in words; the engine's own names of tokens on the left. */
const EXPECTED: Readonly<Record<string, string>> = {
  RParen: '右圆括号 )',
  LParen: '左圆括号 (',
  RBracket: '右方括号 ]',
  LBracket: '左方括号 [',
  RBrace: '右花括号 }',
  LBrace: '左花括号 {',
  expression: '一个表达式',
  identifier: '一个名称',
  Identifier: '一个名称',
  'end of query': '语句的结尾',
  'a Cypher clause': 'MATCH、WITH、UNWIND、RETURN 一类的子句',
  Colon: '冒号 :',
  Comma: '逗号 ,',
}

/** The fault that an engine message tells, with the place that it names or that its word has in the text. */
export function cypherFault(message: string, cypher: string): CypherFault {
  const [code, words, place] = describe(message, cypher)
  const hint = findHint(cypher) ?? suggestion(message)
  return { code, message: words, ...(hint === undefined ? {} : { hint }), ...place }
}

type Description = [code: string, message: string, place?: { line: number; column: number } | undefined]

function describe(message: string, cypher: string): Description {
  const detail = firstLine(message)
  if (message.includes('GRAFEO-Q001')) {
    const place = placeOf(message)
    if (detail.includes('multiple statements')) return ['cypher.several-statements', '一次只能执行一条语句。', place]
    const expected = /Expected (.+)$/.exec(detail)?.[1]
    const words = expected === undefined ? detail : `此处应为${EXPECTED[expected] ?? ` ${expected}`}`
    return ['cypher.syntax', `语法错误：${words}。`, place]
  }
  const quoted = /'([^']+)'/.exec(detail)?.[1] ?? ''
  if (detail.startsWith('Undefined variable')) {
    return ['cypher.unknown-variable', `变量 ${quoted} 没有定义。`, findWord(cypher, quoted)]
  }
  if (detail.startsWith('Unknown function')) return ['cypher.unknown-function', `没有函数 ${quoted}()。`, findWord(cypher, quoted)]
  if (detail.startsWith('Missing parameter')) {
    const name = /\$[\p{L}\p{N}_]+/u.exec(detail)?.[0] ?? '$'
    return ['cypher.missing-parameter', `缺少参数 ${name}。`, findWord(cypher, name)]
  }
  if (message.includes('Schema commands')) return ['cypher.write-refused', '这里只能读取：建立或删除索引、约束的语句没有执行。']
  if (message.includes('division by zero')) return ['cypher.runtime', '运算出错：除数为零。']
  if (/timed? ?out/i.test(message)) return ['store.timeout', '查询用时过长，已被图库中止。请缩小范围或加 LIMIT。']
  if (/memory|MiB/i.test(detail)) return ['store.memory', '查询的中间结果过大，已被图库中止。请缩小范围或加 LIMIT。']
  if (message.includes('GRAFEO-Q002')) return ['cypher.semantic', `语句有误：${detail}。`]
  return ['cypher.runtime', `查询出错：${detail}。`]
}

/** `Query error: GRAFEO-Q001: syntax error: [Cypher] Expected RParen` → `Expected RParen`. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/^.*?GRAFEO-\w+: (?:[\w ]+: )?(?:\[Cypher\] )?/, '')
}

function placeOf(message: string): { line: number; column: number } | undefined {
  const found = /--> query:(\d+):(\d+)/.exec(message)
  // Texts are explained with a line of their own before them (see child.mjs).
  return found === null ? undefined : { line: Math.max(1, Number(found[1]) - 1), column: Number(found[2]) }
}

function suggestion(message: string): string | undefined {
  const word = /Did you mean '([^']+)'/.exec(message)?.[1]
  return word === undefined ? undefined : `是不是 ${word}？`
}
