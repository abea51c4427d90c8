/** The algorithms over HTTP: the list drives a menu, an answer says what it read, a fault names the parameter. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { algorithmNames } from '../../../cypher/algorithms/index.ts'
import { algorithmAnswerSchema, algorithmsSchema, apiErrorSchema, type AlgorithmAnswer } from '../../../web/contract/index.ts'
import { createApp } from '../../../web/server/app.ts'
import { ids, openFixture, type Fixture } from './fixture.ts'

let fixture: Fixture
let app: Hono
const unexpected: unknown[] = []

beforeAll(async () => {
  fixture = await openFixture()
  app = createApp({ store: fixture.store, onUnexpected: (error) => unexpected.push(error) })
})
afterAll(async () => {
  await fixture.close()
  expect(unexpected).toEqual([])
})

async function post(name: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return app.request(`/api/algorithms/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function run(name: string, params: Record<string, unknown> = {}, limit?: number): Promise<AlgorithmAnswer> {
  const response = await post(name, { params, ...(limit === undefined ? {} : { limit }) })
  const body: unknown = await response.json()
  expect(response.status, JSON.stringify(body)).toBe(200)
  expect(body).toEqual(algorithmAnswerSchema.parse(body))
  return algorithmAnswerSchema.parse(body)
}

describe('网络算法', () => {
  test('列出全部，各有说明与参数', async () => {
    const body: unknown = await (await app.request('/api/algorithms')).json()
    const { algorithms } = algorithmsSchema.parse(body)
    expect(algorithms.map(({ name }) => name)).toEqual(algorithmNames)
    const neighbourhood = algorithms.find(({ name }) => name === 'neighbourhood')
    expect(neighbourhood?.parameters.slice(0, 2)).toMatchObject([
      { name: 'id', kind: 'id', required: true, default: null },
      { name: 'hops', kind: 'number', required: false, default: 2, least: 1, most: 6 },
    ])
    expect(algorithms.flatMap(({ name, shows }) => (shows ? [name] : []))).toEqual(['degree', 'betweenness', 'communities', 'components'])
  })

  test('回答：行、读了多少、用了哪些参数', async () => {
    const answer = await run('degree', { types: ['COOPERATES_WITH'] })
    expect(answer.rows[0]).toEqual({ id: ids.cancer, label: 'Hospital', name: '浙江省肿瘤医院', neighbours: 2, relations: 2, documents: 2 })
    expect(answer.read).toEqual({ nodes: 3, relations: 2, edges: 2, leftOut: 5 })
    expect(answer.parameters).toMatchObject({ types: ['COOPERATES_WITH'], statuses: [], from: null })
    const cut = await run('degree', {}, 1)
    expect(cut).toMatchObject({ limit: 1, limitHit: true, total: 9 })
    expect(cut.rows).toHaveLength(1)
  })

  test('每个算法都答得上来', async () => {
    const required: Record<string, Record<string, unknown>> = {
      neighbourhood: { id: ids.tcm },
      'shortest-paths': { a: ids.tcm, b: ids.longshan },
      'common-partners': { ids: [ids.tcm, ids.longshan] },
      projection: { least: 1 },
    }
    for (const name of algorithmNames) expect([name, (await run(name, required[name])).rows.length > 0]).toEqual([name, true])
  })

  test.each([
    ['nosuch', {}, 404, 'algorithm.unknown', 'nosuch'],
    ['degree', { types: ['PART_OF'] }, 400, 'algorithm.bad-parameter', 'types'],
    ['degree', { colour: 'red' }, 400, 'algorithm.bad-parameter', 'colour'],
    ['neighbourhood', {}, 400, 'algorithm.bad-parameter', 'id'],
    ['neighbourhood', { id: 'hospital/没有' }, 404, 'algorithm.unknown-id', 'hospital/没有'],
    ['degree', { districts: ['district/没有'] }, 404, 'algorithm.unknown-id', 'district/没有'],
    ['shortest-paths', { a: ids.tcm, b: ids.longshan, hops: 9 }, 400, 'algorithm.bad-parameter', 'hops'],
  ])('拒绝：%s %j', async (name, params, status, code, word) => {
    const response = await post(name, { params })
    const body = apiErrorSchema.parse(await response.json())
    expect([response.status, body.code]).toEqual([status, code])
    expect(body.message.zh).toContain(word)
  })

  test('不合约定的请求', async () => {
    for (const body of [{ limit: 0 }, { limit: 20_001 }, { params: [] }]) {
      const response = await post('degree', body)
      expect([response.status, apiErrorSchema.parse(await response.json()).code]).toEqual([400, 'api.bad-request'])
    }
  })
})
