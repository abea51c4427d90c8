/** Every resource of the API, in process, over a real embedded store; each answer is checked by the contract. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  apiErrorSchema,
  cellSchema,
  comparisonSchema,
  cypherResponseSchema,
  documentsSchema,
  documentTextSchema,
  entityDetailsSchema,
  explainResponseSchema,
  matrixSchema,
  namedQueriesSchema,
  neighbourCountsSchema,
  neighboursSchema,
  overviewSchema,
  pathsSchema,
  projectsSchema,
  relationDetailsSchema,
  sceneSchema,
  searchResponseSchema,
  sourcesSchema,
  statusSchema,
  timelineSchema,
} from '../../../web/contract/index.ts'
import { createApp } from '../../../web/server/app.ts'
import { documents, ids, lineId, openFixture, texts, type Fixture } from './fixture.ts'

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

async function get<T>(schema: z.ZodType<T>, path: string, query: Record<string, string> = {}): Promise<T> {
  const response = await app.request(`/api/${path}?${new URLSearchParams(query)}`)
  const body: unknown = await response.json()
  expect(body, path).toEqual(schema.parse(body))
  expect(response.status).toBe(200)
  return schema.parse(body)
}

async function post(path: string, body: unknown): Promise<Response> {
  return app.request(`/api/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

async function failure(response: Response): Promise<{ status: number; code: string }> {
  return { status: response.status, code: apiErrorSchema.parse(await response.json()).code }
}

describe('场景', () => {
  test('总览：成员按地区分组，外部伙伴不算本地，举措只计数', async () => {
    const overview = await get(overviewSchema, 'overview')
    const nodeById = new Map(overview.nodes.map((node) => [node.id, node]))
    expect(overview.mode).toBe('members')
    expect(overview.totals.nodes['Program']).toBe(2)
    expect(nodeById.has(ids.family)).toBe(false)
    expect(nodeById.get(ids.tcm)).toMatchObject({ local: true, district: ids.fenghua, degree: 3 })
    expect(nodeById.get(ids.campus)).toMatchObject({ local: true, district: ids.fenghua })
    expect(nodeById.get(ids.cancer)).toMatchObject({ local: false, district: ids.province, degree: 2 })
    expect(overview.districts.map(({ id }) => id).sort()).toEqual([ids.fenghua, ids.cixi])
  })

  test('没有所在地的联合体与工程随本地的牵头方、建设方落位', async () => {
    const { nodes } = await get(overviewSchema, 'overview')
    for (const id of [ids.alliance, ids.works]) {
      expect(nodes.find((node) => node.id === id)).toMatchObject({ local: true, district: ids.fenghua })
    }
  })

  test('以地区为气泡：成员与关系只计数', async () => {
    const { mode, nodes, edges } = await get(overviewSchema, 'overview', { within: ids.city })
    expect(mode).toBe('districts')
    expect(nodes.find(({ id }) => id === ids.fenghua)?.attrs).toMatchObject({ hospitals: 2, documents: 1 })
    expect(edges.every(({ id }) => id.startsWith('count:'))).toBe(true)
  })

  test('搜索：简称、拼音首字母；超出的说明还有多少', async () => {
    const byAlias = await get(searchResponseSchema, 'search', { q: '区中医医院' })
    expect(byAlias.hits[0]?.id).toBe(ids.tcm)
    const byInitials = await get(searchResponseSchema, 'search', { q: 'zjszlyy' })
    expect(byInitials.hits[0]?.id).toBe(ids.cancer)
    const cut = await get(searchResponseSchema, 'search', { q: '医院', limit: '1' })
    expect(cut.hits).toHaveLength(1)
    expect(cut.more).toBeGreaterThan(0)
    expect(await get(searchResponseSchema, 'search', { q: '不存在的名字' })).toEqual({ hits: [], more: 0 })
  })

  test('邻居：按类型展开，限量并说明余数', async () => {
    const partners = await get(neighboursSchema, 'neighbours', { id: ids.cancer, types: 'COOPERATES_WITH' })
    expect(partners.nodes.map(({ id }) => id).sort()).toEqual([ids.longshan, ids.tcm].sort())
    expect(partners.edges).toHaveLength(2)
    const cut = await get(neighboursSchema, 'neighbours', { id: ids.cancer, types: 'COOPERATES_WITH', limit: '1' })
    expect(cut).toMatchObject({ more: 1 })
    expect(cut.edges).toHaveLength(1)
    const { counts } = await get(neighbourCountsSchema, 'neighbours/count', { id: ids.tcm })
    expect(counts).toContainEqual({ type: 'COOPERATES_WITH', label: 'Hospital', count: 1 })
  })

  test('按编号取节点，连同它们之间的全部关系', async () => {
    const scene = sceneSchema.parse(await (await post('nodes', { ids: [ids.tcm, ids.cancer, ids.fenghua, 'hospital/没有'] })).json())
    expect(scene.nodes.map(({ id }) => id)).toEqual([ids.tcm, ids.cancer, ids.fenghua])
    expect(scene.edges.map(({ type }) => type).sort()).toEqual(['COOPERATES_WITH', 'LOCATED_IN'])
  })

  test('路径：全部最短路径；同一端、步数不够都没有', async () => {
    const query = { a: ids.tcm, b: ids.longshan }
    expect((await get(pathsSchema, 'paths', query)).paths).toEqual([[ids.tcm, ids.cancer, ids.longshan]])
    expect((await get(pathsSchema, 'paths', { ...query, hops: '1' })).paths).toEqual([])
    expect((await get(pathsSchema, 'paths', { a: ids.tcm, b: ids.tcm })).paths).toEqual([])
  })
})

describe('详情', () => {
  test('实体：所在地由宽到窄，关系带原句', async () => {
    const details = await get(entityDetailsSchema, 'entity', { id: ids.tcm })
    expect(details.place.map(({ name }) => name)).toEqual(['浙江省', '宁波市', '奉化区'])
    expect(details.facts.map(({ key }) => key)).toContain('grade')
    const cooperation = details.relations.find(({ type }) => type === 'COOPERATES_WITH')?.items[0]
    expect(cooperation).toMatchObject({ direction: 'none', other: { id: ids.cancer } })
    const [source] = cooperation?.sources ?? []
    expect(source && texts.fenghua.slice(source.start, source.end)).toBe(source?.quote)
  })

  test('关系：两端与出处', async () => {
    const own = lineId('COOPERATES_WITH', ids.cancer, ids.tcm)
    const { sources } = sourcesSchema.parse(await (await post('sources', { ids: [own, '不是编号'] })).json())
    expect(Object.keys(sources)).toEqual([own, '不是编号'])
    expect([sources[own]?.length, sources['不是编号']?.length]).toEqual([1, 0])
    const relation = await get(relationDetailsSchema, 'relation', { id: lineId('COOPERATES_WITH', ids.cancer, ids.tcm) })
    expect([relation.from.id, relation.to.id]).toEqual([ids.cancer, ids.tcm])
    expect(relation.sources).toHaveLength(1)
  })

  test.each([
    ['entity', 'hospital/没有'],
    ['relation', lineId('COOPERATES_WITH', ids.tcm, ids.fenghua)],
    ['relation', '不是编号'],
    ['document', 'c'.repeat(64)],
  ])('没有这一项：%s %s', async (path, id) => {
    const response = await app.request(`/api/${path}?${new URLSearchParams({ id })}`)
    expect(await failure(response)).toEqual({ status: 404, code: 'api.unknown-id' })
  })
})

describe('文档', () => {
  test('清单与全文，出处的区间就是原句', async () => {
    const list = await get(documentsSchema, 'documents')
    expect(list.documents.map(({ year }) => year)).toEqual([2023, 2022])
    const { document, text, claims } = await get(documentTextSchema, 'document', { id: documents.fenghua })
    expect(text).toBe(texts.fenghua)
    expect(document.problems).toEqual([{ code: 'read.mojibake', message: '结尾有乱码', start: 10, end: 16 }])
    expect(claims[0]).toMatchObject({ label: 'Hospital', caption: '浙江省肿瘤医院 — 合作（签约，生效，2022） — 宁波市奉化区中医医院' })
    expect(text.slice(claims[0]?.start, claims[0]?.end)).toBe('区中医医院与省肿瘤医院签订合作协议。')
  })
})

describe('举措', () => {
  test('矩阵：发文地区各一行，状态不明的格没有状态', async () => {
    const matrix = await get(matrixSchema, 'initiatives/matrix')
    const read = Object.fromEntries(matrix.districts.map((district) => [district.name, [district.documents, district.years]]))
    expect(read).toEqual({ 奉化区: [1, [2022]], 慈溪市: [1, [2023]] })
    expect(matrix.families).toContainEqual({ family: 'family_doctor', districts: 2, programs: 2 })
    const green = matrix.cells.find(({ family }) => family === 'family_planning_support')
    expect(green).toMatchObject({ district: ids.fenghua, programs: 1, statuses: [] })
  })

  test('按地级汇总：一行，含下级地区的文件', async () => {
    const matrix = await get(matrixSchema, 'initiatives/matrix', { level: 'city' })
    expect(matrix.districts).toMatchObject([{ id: ids.city, documents: 2, years: [2022, 2023] }])
  })

  test('一格的明细，两地的对照', async () => {
    const cell = await get(cellSchema, 'initiatives/cell', { district: ids.fenghua, family: 'family_doctor' })
    expect(cell.programs).toMatchObject([{ id: ids.family, status: 'in_effect', party: { id: ids.fenghua } }])
    const { rows } = await get(comparisonSchema, 'initiatives/compare', { a: ids.fenghua, b: ids.cixi })
    expect(rows.find(({ program }) => program.id === ids.family)).toMatchObject({ a: { status: 'in_effect' }, b: { status: 'planned' } })
    expect(rows.find(({ program }) => program.id === ids.green)).toMatchObject({ a: { status: null }, b: null })
  })
})

describe('项目', () => {
  test('台账：项目连同业主与所在地块', async () => {
    const { projects, limitHit } = await get(projectsSchema, 'projects')
    expect(limitHit).toBe(false)
    expect(projects.map(({ node, owners, isDisputed }) => [node.id, node.district, owners.map(({ id }) => id), isDisputed])).toEqual([
      [ids.works, ids.fenghua, [ids.tcm], false],
    ])
  })
})

describe('时间', () => {
  test('写明年份的关系连同两端；没有年份的只计数', async () => {
    const { nodes, edges, undated, limitHit } = await get(timelineSchema, 'timeline')
    expect(edges.every(({ attrs }) => typeof attrs['year'] === 'number')).toBe(true)
    const { relations } = await fixture.store.stats()
    const all = (relations.COOPERATES_WITH ?? 0) + (relations.MEMBER_OF ?? 0) + (relations.CONSTRUCTS ?? 0)
    expect(edges.length + undated).toBe(all)
    expect(new Set(nodes.map(({ id }) => id))).toEqual(new Set(edges.flatMap(({ from, to }) => [from, to])))
    expect(limitHit).toBe(false)
  })
})

describe('查询台', () => {
  test('运行：列、行、可加入图谱的节点；达到上限时说明', async () => {
    const query = 'MATCH (h:Hospital)-[r:COOPERATES_WITH]-(p) RETURN h, r, p.name AS name ORDER BY h.id, name'
    const all = cypherResponseSchema.parse(await (await post('cypher', { query })).json())
    expect(all.columns).toEqual(['h', 'r', 'name'])
    expect(all).toMatchObject({ limitHit: false, limit: 1000 })
    expect(all.scene.nodes.map(({ id }) => id).sort()).toEqual([ids.cancer, ids.longshan, ids.tcm].sort())
    const cut = cypherResponseSchema.parse(await (await post('cypher', { query, limit: 2 })).json())
    expect(cut).toMatchObject({ limitHit: true, limit: 2 })
    expect(cut.rows).toHaveLength(2)
  })

  test('参数按值传入，不拼进语句', async () => {
    const response = await post('cypher', { query: 'MATCH (d:District {name: $name}) RETURN d.id', params: { name: "奉化区' OR 1=1" } })
    expect(cypherResponseSchema.parse(await response.json()).rows).toEqual([])
  })

  test.each([
    ['CREATE (n:Hospital {id: "x"}) RETURN n', 'cypher.write-refused'],
    ['MATCH (n) DETACH DELETE n', 'cypher.write-refused'],
    ["LOAD CSV FROM '/etc/passwd' AS row RETURN row", 'cypher.write-refused'],
    ['MATCH (n:Hospital RETURN n', 'cypher.syntax'],
  ])('拒绝：%s', async (query, code) => {
    expect(await failure(await post('cypher', { query }))).toEqual({ status: 400, code })
  })

  test('检查：错误带位置，正确的给出计划', async () => {
    const wrong = explainResponseSchema.parse(await (await post('cypher/explain', { query: 'MATCH (n:Hospital RETURN n' })).json())
    expect(wrong.faults[0]).toMatchObject({ code: 'cypher.syntax', line: 1 })
    const right = explainResponseSchema.parse(await (await post('cypher/explain', { query: 'MATCH (n:Hospital) RETURN n' })).json())
    expect(right).toMatchObject({ faults: [], readOnly: true })
    expect(right.plan).toContain('Hospital')
  })

  test('长文本截短并说明总长', async () => {
    const long = '字'.repeat(3000)
    const response = await post('cypher', { query: 'RETURN $text AS text', params: { text: long } })
    const [[text]] = cypherResponseSchema.parse(await response.json()).rows as [[string]]
    expect(text).toMatch(/…（共 3000 字）$/)
  })

  test('常用问题：只列对人有用的，参数带说明', async () => {
    const { queries } = await get(namedQueriesSchema, 'queries')
    expect(queries.map(({ name }) => name)).toContain('list-partners')
    expect(queries.map(({ name }) => name)).not.toContain('list-things')
    expect(queries[0]?.params[0]?.caption.zh).toBeTruthy()
  })
})

describe('状态', () => {
  test('状态与事件流说的是同一件事', async () => {
    const status = await get(statusSchema, 'status')
    expect(status).toEqual({ store: 'embedded', documents: 2, job: null })
    const controller = new AbortController()
    const response = await app.request('/api/events', { signal: controller.signal })
    const reader = response.body?.getReader()
    const first = await reader?.read()
    expect(new TextDecoder().decode(first?.value)).toContain(JSON.stringify(status))
    await reader?.cancel()
    controller.abort()
  })
})

describe('请求按约定检查', () => {
  test.each([
    ['neighbours?id=x&types=NOT_A_TYPE', 'types'],
    ['neighbours?types=COOPERATES_WITH', 'id'],
    ['search?q=x&limit=100000', 'limit'],
    ['paths?a=x&b=y&hops=9', 'hops'],
    ['initiatives/cell?district=x&family=nothing', 'family'],
    ['initiatives/matrix?level=village', 'level'],
  ])('%s', async (path, name) => {
    const response = await app.request(`/api/${path}`)
    const body = apiErrorSchema.parse(await response.json())
    expect([response.status, body.code]).toEqual([400, 'api.bad-request'])
    expect(body.message.zh).toContain(name)
  })

  test('不合约定的内容、未知的接口', async () => {
    expect(await failure(await post('nodes', { ids: [] }))).toEqual({ status: 400, code: 'api.bad-request' })
    const broken = await app.request('/api/cypher', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' })
    expect(await failure(broken)).toEqual({ status: 400, code: 'api.bad-request' })
    expect(await failure(await app.request('/api/nothing'))).toEqual({ status: 404, code: 'api.not-found' })
  })
})
