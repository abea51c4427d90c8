/** The pieces of the embedded adapter that need no engine: plans, values, failures. */
import { describe, expect, test } from 'vitest'
import { cypherFault, openFailure, runFailure } from '../../../cypher/store/embedded/failure.ts'
import { toGraphRows } from '../../../cypher/store/embedded/graph-value.mjs'
import { findRefusedOperator, isSamePlanLimited } from '../../../cypher/store/embedded/plan-guard.mjs'

describe('计划', () => {
  test.each([
    ['Return (n)\n  Filter (n.id Eq "x") [index: id]\n    NodeScan (n:*)\n', undefined],
    ['Return (n)\n  Filter (n.x Eq "Merge {")\n    NodeScan (n:*)\n', undefined],
    ['CallProcedure (db.labels)\n', undefined],
    ['', undefined],
    ['Return ()\n  Create (n:)\n', 'Create'],
    ["Return (line)\n  LoadCsv ('/etc/passwd' AS line)\n", 'LoadCsv'],
    ['Return (n) [after the write]\n  Apply\n    Empty\n', 'write'],
    ['CallProcedure (apoc.load.json)\n', 'CALL apoc.load.json'],
    ['Return (n)\n  Filter (ExistsSubquery(CreateNode(CreateNodeOp { variable: "m" })))\n    NodeScan (n:*)\n', 'CreateNode'],
    ['Return (n)\n  NewOperatorOfTomorrow (x)\n', 'NewOperatorOfTomorrow'],
    ['Return (n)\n  ???\n', '???'],
  ])('%j', (plan, refused) => {
    expect(findRefusedOperator(plan)).toBe(refused)
  })
  test('加了上限的计划，除上限外一字不差才算', () => {
    expect(isSamePlanLimited('Return (n)\n  Empty\n', 'Limit (5)\n  Return (n)\n    Empty\n', 5)).toBe(true)
    expect(isSamePlanLimited('Return (n)\n  Empty\n', 'Limit (6)\n  Return (n)\n    Empty\n', 5)).toBe(false)
    expect(isSamePlanLimited('Union (2 branches)\n  Empty\n', 'Union (2 branches)\n  Limit (5)\n    Empty\n', 5)).toBe(false)
  })
})

describe('值', () => {
  test.each([
    [null, null],
    [undefined, null],
    [1.5, 1.5],
    [5n, 5],
    [9_007_199_254_740_993n, '9007199254740993'],
    [-9_007_199_254_740_993n, '-9007199254740993'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [Number.NaN, 'NaN'],
    [new Date('2024-05-01T08:30:00.000Z'), '2024-05-01T08:30:00'],
    [new Date('2024-05-01T08:30:00.250Z'), '2024-05-01T08:30:00.250'],
    [
      [1, [2n]],
      [1, [2]],
    ],
    [{ a: 1 }, { kind: 'map', entries: { a: 1 } }],
    [
      { nodes: [], edges: [] },
      { kind: 'map', entries: { nodes: [], edges: [] } },
    ],
    [
      { _id: 1, _labels: ['A'], x: 1 },
      { kind: 'node', elementId: 'n:1', labels: ['A'], properties: { x: 1 } },
    ],
    [
      { _id: 2, _source: 1, _target: 3, _type: 'T', y: [1] },
      { kind: 'relation', elementId: 'e:2', type: 'T', start: 'n:1', end: 'n:3', properties: { y: [1] } },
    ],
    [
      { nodes: [{ _id: 1, _labels: [] }], edges: [] },
      { kind: 'path', nodes: [{ kind: 'node', elementId: 'n:1', labels: [], properties: {} }], relations: [] },
    ],
  ])('%#', (value, expected) => {
    expect(toGraphRows([[value]])).toEqual([[expected]])
  })

  test('同一个节点在几行里是同一个对象，不同的节点不是', () => {
    const [first, again, other] = toGraphRows([
      [{ _id: 1, _labels: ['A'] }],
      [{ _id: 1, _labels: ['A'] }],
      [{ _id: 2, _labels: ['A'] }],
    ]).flat()
    expect(again).toBe(first)
    expect(other).not.toEqual(first)
  })
})

describe('出错', () => {
  test.each([
    ['load', 'Cannot find module', 'store.no-binary'],
    ['open', 'database file cannot be locked for reading', 'store.locked'],
    ['open', 'cannot create /x: Permission denied (os error 13)', 'store.unavailable'],
    ['open', 'invalid file header magic, not a Grafeo database', 'store.damaged'],
  ] as const)('%s：%s', (stage, message, code) => {
    const error = openFailure({ stage, message })
    expect([error.code, (error.cause as Error).message]).toEqual([code, message])
  })
  test('没有程序包时说出用 Neo4j 的路', () => {
    expect(openFailure({ stage: 'load', message: 'x' }).message).toContain('Neo4j')
  })
  test('引擎的话变成位置和中文，原话留在 cause', () => {
    const text = 'MATCH (n)\nRETURN foo'
    const said = 'Query error: GRAFEO-Q001: syntax error: [Cypher] Expected RParen\n  --> query:3:8\n   |'
    expect(cypherFault(said, text)).toEqual({ code: 'cypher.syntax', message: '语法错误：此处应为右圆括号 )。', line: 2, column: 8 })
    const undefinedName = "Query error: GRAFEO-Q002: semantic error: Undefined variable 'foo'\n   |\n  help: Did you mean 'fop'?"
    expect(cypherFault(undefinedName, text)).toMatchObject({ code: 'cypher.unknown-variable', line: 2, column: 8, hint: '是不是 fop？' })
    expect(cypherFault('GRAFEO-Q999: something new', 'RETURN 1')).toMatchObject({ code: 'cypher.runtime' })
    expect(runFailure({ stage: 'run', message: 'boom' }, { kind: 'write', statements: [] })).toMatchObject({ code: 'store.write-failed' })
  })
})
