/** The pieces of the Neo4j adapter that need no server: addresses, values, plans, failures, the full-text query. */
import neo4j, { Neo4jError, type Plan } from 'neo4j-driver'
import { describe, expect, test } from 'vitest'
import { readAddress } from '../../../cypher/store/neo4j/address.ts'
import { cypherFault, readFailure, serverFailure, writeFailure } from '../../../cypher/store/neo4j/failure.ts'
import { fullTextQuery } from '../../../cypher/store/neo4j/full-text.ts'
import { findRefused, formatPlan } from '../../../cypher/store/neo4j/plan-guard.ts'
import { toGraphValue, toParameters } from '../../../cypher/store/neo4j/values.ts'
import { StoreError } from '../../../cypher/store/port.ts'

const codeOf = (act: () => unknown): string => {
  try {
    act()
    return 'nothing'
  } catch (error) {
    return error instanceof StoreError ? error.code : String(error)
  }
}

describe('地址', () => {
  test.each([
    'bolt://localhost:7687',
    'neo4j://db.example',
    'neo4j+s://x.databases.neo4j.io',
    'bolt+s://a:1',
    'bolt+ssc://a',
    'neo4j+ssc://a',
  ])('%s', (uri) => {
    expect(readAddress({ uri }, {})).toMatchObject({ uri, auth: { scheme: 'none' }, database: undefined })
  })
  test.each(['localhost:7687', 'http://localhost:7474', 'neo4j:', '', 'file:///etc/passwd', 'BOLT+x://a'])('不认 %j', (uri) => {
    expect(codeOf(() => readAddress({ uri }, {}))).toBe('store.bad-address')
  })
  test('用户、密码、数据库取自环境，选项优先；空的等于没有', () => {
    const environment = { NEO4J_USERNAME: 'reader', NEO4J_PASSWORD: 'a secret', NEO4J_DATABASE: 'atlas' }
    expect(readAddress({ uri: 'bolt://a' }, environment)).toMatchObject({
      auth: { scheme: 'basic', principal: 'reader', credentials: 'a secret' },
      database: 'atlas',
    })
    expect(readAddress({ uri: 'bolt://a', user: 'me', database: 'other' }, environment)).toMatchObject({
      auth: { principal: 'me' },
      database: 'other',
    })
    expect(readAddress({ uri: 'bolt://a' }, { NEO4J_PASSWORD: 'x' }).auth).toMatchObject({ principal: 'neo4j' })
    expect(readAddress({ uri: 'bolt://a' }, { NEO4J_USERNAME: '', NEO4J_PASSWORD: '' }).auth).toMatchObject({ scheme: 'none' })
    expect(codeOf(() => readAddress({ uri: 'bolt://a', user: 'me' }, {}))).toBe('store.bad-address')
  })
  test('写在地址里的口令不用，也不重复', () => {
    const tell = (): unknown => readAddress({ uri: 'bolt://neo4j:hunter22@a' }, {})
    expect(codeOf(tell)).toBe('store.bad-address')
    expect(tell).toThrow(/NEO4J_PASSWORD/)
    expect(tell).not.toThrow(/hunter22/)
  })
})

describe('值', () => {
  test('整数以整数送出，深处也是；日期以文本送出', () => {
    expect(toParameters({ a: 1, b: 1.5, c: [{ d: 2, e: null, f: undefined }], g: 5n, h: 1e300, i: true, j: 'x' })).toEqual({
      a: 1n,
      b: 1.5,
      c: [{ d: 2n, e: null, f: null }],
      g: 5n,
      h: 1e300,
      i: true,
      j: 'x',
    })
    expect(toParameters({ at: new Date('2024-05-01T08:30:00Z') })).toEqual({ at: '2024-05-01T08:30:00.000Z' })
  })
  test.each([Symbol('x'), () => 1])('%s 存不了', (value) => {
    expect(codeOf(() => toParameters({ rows: [{ value }] }))).toBe('store.bad-value')
  })
  test.each([
    [null, null],
    [undefined, null],
    [1.5, 1.5],
    [5n, 5],
    [9_007_199_254_740_993n, '9007199254740993'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
    [Number.NaN, 'NaN'],
    [
      [1n, [2n]],
      [1, [2]],
    ],
    [{ a: 1n }, { kind: 'map', entries: { a: 1 } }],
    [Int8Array.from([1, -2]), [1, -2]],
    [new neo4j.types.Date(2024, 5, 1), '2024-05-01'],
    [new neo4j.types.Duration(14n, 3n, 1n, 500_000_000n), 'P14M3DT1.5S'],
    [new neo4j.types.Duration(0n, 0n, -2n, 500_000_000n), 'P0M0DT-1.5S'],
    [new neo4j.types.Duration(0n, 0n, 0n, 0n), 'P0M0DT0S'],
    [
      new neo4j.types.Node(1n, ['B', 'A'], { x: 1n }, '4:a:1'),
      { kind: 'node', elementId: '4:a:1', labels: ['A', 'B'], properties: { x: 1 } },
    ],
  ])('%#', (value, expected) => {
    expect(toGraphValue(value)).toEqual(expected)
  })
})

describe('计划', () => {
  const plan = (operatorType: string, details?: string, ...children: Plan[]): Plan => ({
    operatorType,
    identifiers: [],
    arguments: details === undefined ? {} : { Details: details },
    children,
  })
  const read = plan('ProduceResults@neo4j', 'n', plan('AllNodesScan@neo4j', 'n'))
  test.each<[string, Plan | false, string, string | undefined]>([
    ['r', read, '一般的读取', undefined],
    ['r', false, '没有计划', undefined],
    ['r', plan('ProcedureCall@neo4j', 'db.labels() :: (label :: STRING)'), '只读的过程', undefined],
    ['r', plan('ProcedureCall@neo4j', 'db.labelsx() :: ()'), '别的过程', 'CALL db.labelsx'],
    ['r', plan('ProcedureCall@neo4j'), '没说是哪个过程', 'CALL '],
    ['r', plan('ProduceResults@neo4j', 'l', plan('LoadCSV@neo4j', 'l')), '读文件', 'LoadCSV'],
    ['r', plan('ProduceResults@neo4j', 'x', plan('Apply@neo4j', undefined, read, plan('LoadCSV@neo4j'))), '深处读文件', 'LoadCSV'],
    ['r', plan('ShowSettings@neo4j'), '看设置', 'ShowSettings'],
    ['r', plan('TerminateTransactions@neo4j'), '停别人的事务', 'TerminateTransactions'],
    ['r', plan('TransactionApply@neo4j'), '自带事务', 'TransactionApply'],
    ['r', plan('AllNodesScan@payroll', 'n'), '别的数据库', 'USE payroll'],
    ['s', plan('AdministrationCommand@system'), '管理', 'AdministrationCommand'],
    ['w', plan('EmptyResult@neo4j', undefined, plan('Create@neo4j')), '写', 'Create'],
    ['rw', read, '写，计划里看不出来', 'write'],
    ['s', read, '结构', 'write'],
  ])('%s %#：%3$s', (queryType, tree, _, refused) => {
    expect(findRefused({ queryType, plan: tree, database: 'neo4j' })).toBe(refused)
  })
  test('印出来是缩进的一行一步', () => {
    expect(formatPlan(read)).toBe('ProduceResults (n)\n  AllNodesScan (n)\n')
  })
})

describe('出错', () => {
  const failure = (code: string, message = 'x'): Neo4jError => new Neo4jError(message, code, '50N42', message)
  test.each([
    ['ServiceUnavailable', 'store.unavailable'],
    ['SessionExpired', 'store.unavailable'],
    ['Neo.ClientError.Security.Unauthorized', 'store.unauthorised'],
    ['Neo.ClientError.Security.Forbidden', 'store.unauthorised'],
    ['Neo.ClientError.Database.DatabaseNotFound', 'store.no-database'],
    ['Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', 'store.timeout'],
    ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'store.memory'],
    ['Neo.ClientError.General.WriteOnReadOnlyAccessDatabase', 'store.read-only'],
  ])('%s 是 %s，读写都一样', (code, expected) => {
    expect(readFailure(failure(code), 'RETURN 1')).toMatchObject({ code: expected })
    expect(writeFailure(failure(code))).toMatchObject({ code: expected })
  })
  test('别的写入失败说没有改动；不是图库的错不算图库的', () => {
    expect(writeFailure(failure('Neo.ClientError.Schema.ConstraintValidationFailed'))).toMatchObject({ code: 'store.write-failed' })
    expect(serverFailure(new Error('x'))).toBeUndefined()
  })
  test.each([
    [
      "Invalid input 'RETURN': expected ')', ':' or 'WHERE' (line 2, column 10 (offset: 17))",
      'cypher.syntax',
      "语法错误：这里不能是 RETURN，应为 ')'、':'、'WHERE'。",
      1,
      10,
    ],
    ['Variable `m` not defined (line 3, column 2 (offset: 25))', 'cypher.unknown-variable', '变量 m 没有定义。', 2, 2],
    ["Unknown function 'nosuch' (line 2, column 8 (offset: 15))", 'cypher.unknown-function', '没有函数 nosuch()。', 1, 8],
    [
      'Expected exactly one statement per query but got: 2 (line 1, column 0 (offset: 8))',
      'cypher.several-statements',
      '一次只能执行一条语句。',
      undefined,
      undefined,
    ],
  ])('%s', (message, code, told, line, column) => {
    const fault = cypherFault(failure('Neo.ClientError.Statement.SyntaxError', `${message}\n"RETURN"\n ^`), 'a\nb', 1)
    expect(fault).toEqual({ code, message: told, ...(line === undefined ? {} : { line, column }) })
  })
})

describe('全文索引', () => {
  test.each([
    ['瑞金', 'search:"瑞金"'],
    ['人民医院', 'search:"人民医院"'],
    ['fhq', 'search:*fhq*'],
    ['rj', 'search:*rj*'],
    // One character is no pair; words of the analyzer's stop list are not in the index; the rest is cut otherwise than by substring.
    ['瑞', undefined],
    ['a', undefined],
    ['th', undefined],
    ['to', undefined],
    ['瑞金rj', undefined],
    ['〇三', undefined],
    ['"', undefined],
    ['a*b', undefined],
    ['search:x', undefined],
  ])('%s → %s', (text, query) => {
    expect(fullTextQuery(text)).toBe(query)
  })
})
