/** Every named query over the fixture: the rows that each store must give alike. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GraphValue } from '../../cypher/model/index.ts'
import { loadQueries, queryByName, runQuery } from '../../cypher/queries/registry.ts'
import type { ColumnType } from '../../cypher/queries/header.ts'
import type { GraphStore } from '../../cypher/store/port.ts'
import { cooperation, documents, fixtureWrites, ids, relation, relations, silentPlan } from './fixture.ts'
import { codeOf, type StoreFactory, type StoreUnderTest } from './suite.ts'

interface QueryCase {
  readonly name: string
  readonly params?: Record<string, unknown>
  /** Rows in the shape that `brief` gives. */
  readonly rows: unknown[]
}

const cancerCixi = relation('COOPERATES_WITH', [ids.cixiHospital, ids.cancer]).id
const cooperationOfTwo = relation('COOPERATES_WITH', [ids.fenghuaHospital, ids.fenghuaTcm]).id

const cases: readonly QueryCase[] = [
  {
    name: 'overview',
    rows: [
      [ids.shanghai, null, 1, 1, 0, 0, 0, 0],
      [ids.zhejiang, null, 1, 0, 0, 0, 0, 0],
      [ids.ningbo, ids.zhejiang, 1, 0, 0, 0, 0, 0],
      [ids.fenghua, ids.ningbo, 3, 0, 1, 1, 2, 2],
      [ids.cixi, ids.ningbo, 1, 0, 0, 0, 2, 1],
    ],
  },
  {
    name: 'count-district-links',
    rows: [
      [ids.shanghai, ids.fenghua, 'COOPERATES_WITH', 1],
      [ids.zhejiang, ids.fenghua, 'COOPERATES_WITH', 1],
      [ids.zhejiang, ids.cixi, 'COOPERATES_WITH', 1],
      [ids.ningbo, ids.fenghua, 'BRANCH_OF', 1],
    ],
  },
  {
    name: 'find-entity',
    params: { ids: [ids.fenghuaHospital, ids.zhejiang, 'hospital/none'] },
    rows: [
      [ids.zhejiang, [], 0],
      [ids.fenghuaHospital, ['浙江省', '宁波市', '奉化区'], 4],
    ],
  },
  { name: 'find-entity', params: { ids: [] }, rows: [] },
  {
    name: 'list-names',
    params: { ids: [ids.fenghuaHospital, ids.zhejiang, 'hospital/none', ids.zhejiang] },
    rows: [
      [ids.zhejiang, '浙江省'],
      [ids.fenghuaHospital, '宁波市奉化区人民医院'],
    ],
  },
  {
    name: 'list-things',
    params: { ids: [ids.building, ids.familyDoctor] },
    rows: [
      [ids.familyDoctor, [], 2],
      [ids.building, [ids.fenghua], 1],
    ],
  },
  {
    name: 'list-owner-places',
    params: { ids: [ids.consortium, ids.building, ids.cancer] },
    rows: [
      [ids.consortium, ids.fenghua, 'lead'],
      [ids.consortium, ids.fenghua, 'member'],
      [ids.building, ids.fenghua, null],
    ],
  },
  {
    name: 'list-places',
    params: { ids: [ids.ningboFirst] },
    rows: [
      [ids.ningboFirst, ids.zhejiang, '浙江省', 'province', false, 2],
      [ids.ningboFirst, ids.ningbo, '宁波市', 'city', false, 1],
    ],
  },
  {
    name: 'list-districts',
    rows: [
      [ids.shanghai, '上海市', 'province', null],
      [ids.zhejiang, '浙江省', 'province', null],
      [ids.ningbo, '宁波市', 'city', ids.zhejiang],
      [ids.fenghua, '奉化区', 'county', ids.ningbo],
      [ids.cixi, '慈溪市', 'county', ids.ningbo],
    ],
  },
  {
    name: 'list-homes',
    rows: [
      [ids.fenghua, 2, [2022, 2023]],
      [ids.cixi, 1, [2022]],
    ],
  },
  {
    name: 'list-lines',
    params: { ids: [ids.fenghuaHospital, ids.cancer, ids.fenghuaTcm] },
    rows: [
      [cooperation.id, ids.cancer, ids.fenghuaHospital],
      [cooperationOfTwo, ids.fenghuaTcm, ids.fenghuaHospital],
    ],
  },
  {
    name: 'list-neighbours',
    params: { id: ids.fenghuaHospital, types: ['COOPERATES_WITH', 'MEMBER_OF'] },
    rows: [
      [cooperation.id, ids.cancer, ids.cancer, ids.fenghuaHospital],
      [cooperationOfTwo, ids.fenghuaTcm, ids.fenghuaTcm, ids.fenghuaHospital],
      [relation('MEMBER_OF', [ids.fenghuaHospital, ids.consortium]).id, ids.consortium, ids.fenghuaHospital, ids.consortium],
    ],
  },
  {
    name: 'list-neighbours',
    params: { id: ids.fenghua, direction: 'out', labels: ['District'] },
    rows: [[relation('PART_OF', [ids.fenghua, ids.ningbo]).id, ids.ningbo, ids.fenghua, ids.ningbo]],
  },
  { name: 'list-neighbours', params: { id: 'hospital/none' }, rows: [] },
  {
    name: 'count-neighbours',
    params: { id: ids.fenghuaTcm },
    rows: [
      ['COOPERATES_WITH', 'Hospital', 2],
      ['LOCATED_IN', 'District', 1],
      ['MEMBER_OF', 'Consortium', 1],
    ],
  },
  {
    name: 'get-relation',
    params: { id: cooperation.id, from: cooperation.from },
    rows: [[cooperation.id, ids.cancer, ids.fenghuaHospital]],
  },
  {
    name: 'list-partners',
    params: { id: ids.fenghua },
    rows: [
      [ids.fenghuaHospital, ids.cancer, '专科联盟', ['专科联盟', '签约'], 'in_effect', 2022, 2022, 2023, 2, cooperation.id],
      [ids.fenghuaTcm, ids.ruijin, '签约', ['签约'], 'planned', 2022, 2022, 2022, 1, silentPlan.id],
    ],
  },
  {
    name: 'list-partners',
    params: { id: ids.cancer, forms: ['签约'], from: 2023, to: 2023 },
    rows: [[ids.cancer, ids.fenghuaHospital, '专科联盟', ['专科联盟', '签约'], 'in_effect', 2022, 2022, 2023, 2, cooperation.id]],
  },
  { name: 'list-partners', params: { id: ids.cancer, statuses: ['planned'] }, rows: [] },
  {
    name: 'list-members',
    params: { id: ids.consortium },
    rows: [
      [ids.fenghuaHospital, 'lead', 'in_effect', null, 1, relation('MEMBER_OF', [ids.fenghuaHospital, ids.consortium]).id],
      [ids.fenghuaTcm, 'member', null, null, 1, relation('MEMBER_OF', [ids.fenghuaTcm, ids.consortium]).id],
    ],
  },
  {
    name: 'list-projects',
    params: { district: ids.ningbo, statuses: ['under_construction'], from: 2023 },
    rows: [
      [
        ids.building,
        [ids.fenghuaHospital],
        [ids.fenghua],
        'relocation',
        'under_construction',
        120_000,
        80_000.5,
        null,
        null,
        1000,
        2023,
        null,
      ],
    ],
  },
  { name: 'list-projects', params: { district: ids.cixi }, rows: [] },
  {
    name: 'compare-projects',
    params: { a: 2022, b: 2023 },
    rows: [[ids.building, ['started'], ['under_construction'], [100_000], [120_000], [], [80_000.5]]],
  },
  {
    name: 'count-initiatives',
    rows: [
      [ids.fenghua, '奉化区', 'family_doctor', 1, ['achieved'], 2022],
      [ids.fenghua, '奉化区', 'healthy_city_action', 1, ['in_effect'], 2022],
      [ids.cixi, '慈溪市', 'cancer_screening', 1, ['in_effect'], 2022],
      [ids.cixi, '慈溪市', 'family_doctor', 1, ['in_effect'], 2022],
      [ids.cixi, '慈溪市', 'healthy_city_action', 1, ['planned'], 2022],
    ],
  },
  {
    name: 'count-initiatives',
    params: { level: 'city', families: ['healthy_city_action'] },
    rows: [[ids.ningbo, '宁波市', 'healthy_city_action', 2, ['in_effect', 'planned'], 2022]],
  },
  {
    name: 'list-cell-programs',
    params: { district: ids.cixi, family: 'family_doctor' },
    rows: [
      [
        ids.familyDoctor,
        ids.cixiHospital,
        'in_effect',
        null,
        2022,
        2022,
        relation('PARTICIPATES_IN', [ids.cixiHospital, ids.familyDoctor]).id,
      ],
    ],
  },
  {
    name: 'compare-districts',
    params: { a: ids.fenghua, b: ids.cixi },
    rows: [
      ['cancer_screening', ids.screening, false, true, [], ['in_effect'], null, 2022],
      ['family_doctor', ids.familyDoctor, true, true, ['achieved'], ['in_effect'], 2022, 2022],
      ['healthy_city_action', ids.cixiAction, false, true, [], ['planned'], null, 2022],
      ['healthy_city_action', ids.cityAction, true, false, ['in_effect'], [], 2022, null],
    ],
  },
  { name: 'list-initiative-gaps', rows: [['cancer_screening', [ids.cixi], ['慈溪市'], [ids.fenghua], ['奉化区']]] },
  { name: 'list-initiative-gaps', params: { share: 0.9 }, rows: [] },
  {
    name: 'rank-first-movers',
    params: { families: ['healthy_city_action'] },
    rows: [
      ['healthy_city_action', ids.cixiAction, ids.cixi, 2022, documents.cixi2022, '慈溪市卫生健康工作总结'],
      ['healthy_city_action', ids.cityAction, ids.fenghua, 2022, documents.fenghua2022, '奉化区卫生健康工作总结'],
    ],
  },
  {
    name: 'find-paths',
    params: { a: ids.fenghuaHospital, b: ids.cixiHospital },
    rows: [[[ids.fenghuaHospital, ids.cancer, ids.cixiHospital], 2]],
  },
  { name: 'find-paths', params: { a: ids.fenghuaHospital, b: ids.cixiHospital, hops: 1 }, rows: [] },
  { name: 'find-paths', params: { a: ids.fenghuaHospital, b: ids.fenghuaHospital }, rows: [] },
  { name: 'find-paths', params: { a: ids.fenghuaHospital, b: 'hospital/none' }, rows: [] },
  { name: 'find-paths', params: { a: ids.fenghua, b: ids.ningboFirst }, rows: [] },
  {
    name: 'find-paths-with-places',
    params: { a: ids.fenghua, b: ids.ningboFirst },
    rows: [
      [[ids.fenghua, ids.ningbo, ids.ningboFirst], 2],
      [[ids.fenghua, ids.fangqiao, ids.ningboFirst], 2],
    ],
  },
  {
    name: 'list-common-partners',
    params: { ids: [ids.fenghuaHospital, ids.cixiHospital] },
    rows: [[ids.cancer, [ids.fenghuaHospital, ids.cixiHospital], [cooperation.id, cancerCixi]]],
  },
  {
    name: 'list-silent-plans',
    rows: [['COOPERATES_WITH', ids.ruijin, ids.fenghuaTcm, 2022, ids.fenghua, [documents.fenghua2023], silentPlan.id]],
  },
  { name: 'list-silent-plans', params: { district: ids.cixi }, rows: [] },
  {
    name: 'list-claims',
    params: { id: cooperation.id },
    rows: [
      ['claim/222222222222/1', documents.fenghua2023, null, '奉化区卫生健康局', 2023, '2023-01-05', 'feature'],
      ['claim/111111111111/1', documents.fenghua2022, '奉化区卫生健康工作总结', '奉化区卫生健康局', 2022, '2023-01-05', 'annual_summary'],
    ],
  },
  {
    name: 'list-claims-of',
    params: { ids: [silentPlan.id, 'nothing'] },
    rows: [
      ['claim/111111111111/2', documents.fenghua2022, '奉化区卫生健康工作总结', '奉化区卫生健康局', 2022, '2023-01-05', 'annual_summary'],
    ],
  },
  {
    name: 'count-coverage',
    rows: [
      [ids.fenghua, '奉化区', 2022, 'annual_summary', 1],
      [ids.fenghua, '奉化区', 2023, 'feature', 1],
      [ids.cixi, '慈溪市', 2022, 'annual_summary', 1],
    ],
  },
  {
    name: 'count-coverage',
    params: { level: 'province' },
    rows: [
      [ids.zhejiang, '浙江省', 2022, 'annual_summary', 2],
      [ids.zhejiang, '浙江省', 2023, 'feature', 1],
    ],
  },
  {
    name: 'project-hospitals',
    params: { least: 1 },
    rows: [
      [ids.ruijin, ids.fenghuaHospital, 1],
      [ids.cancer, ids.fenghuaTcm, 1],
      [ids.fenghuaHospital, ids.cixiHospital, 1],
    ],
  },
  {
    name: 'list-dated-lines',
    rows: [[`CONSTRUCTS(${ids.fenghuaHospital})(${ids.building})`], [silentPlan.id], [cooperation.id], [cancerCixi]],
  },
  { name: 'list-dated-lines', params: { from: 2023 }, rows: [[`CONSTRUCTS(${ids.fenghuaHospital})(${ids.building})`]] },
  { name: 'list-dated-lines', params: { to: 2021 }, rows: [] },
  { name: 'project-hospitals', rows: [] },
  { name: 'project-districts', rows: [[ids.fenghua, ids.cixi, 2, 1]] },
  { name: 'list-document-claims', params: { id: documents.cixi2022 }, rows: [['claim/333333333333/1']] },
  {
    name: 'rank-partners',
    rows: [
      [ids.fenghuaTcm, 2],
      [ids.fenghuaHospital, 2],
      [ids.cancer, 2],
      [ids.ruijin, 1],
      [ids.cixiHospital, 1],
    ],
  },
]

/** Checked below in parts: rows too wide to be written out. */
const ownTests = ['list-map-members', 'list-conflicts', 'list-documents', 'get-document', 'count-relations-by-type', 'list-network-lines']

/** A value cut to what names it: the id of a node or relation, the ids along a path. */
function brief(value: GraphValue): unknown {
  if (Array.isArray(value)) return value.map(brief)
  if (typeof value !== 'object' || value === null) return value
  if (value.kind === 'path') return value.nodes.map(brief)
  return value.kind === 'map' ? value.entries : value.properties['id']
}

function isOfType(value: GraphValue, type: ColumnType): boolean {
  if (value === null) return true
  if (type === 'list') return Array.isArray(value)
  if (type === 'texts') return Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (type === 'node' || type === 'relation' || type === 'path')
    return typeof value === 'object' && !Array.isArray(value) && value.kind === type
  return typeof value === (type === 'text' ? 'string' : type)
}

export function describeQueries(name: string, factory: StoreFactory): void {
  describe(`${name}：具名查询`, () => {
    let subject: StoreUnderTest
    let store: GraphStore
    beforeAll(async () => {
      subject = await factory()
      store = subject.store
      for (const write of fixtureWrites) await store.writeDocument(write)
    })
    afterAll(() => subject.dispose())

    test.each(cases.map((one) => ({ ...one, say: JSON.stringify(one.params ?? {}) })))('$name $say', async ({ name, params, rows }) => {
      const { columns } = queryByName(name)
      const result = await runQuery(store, name, params)
      expect(result.rows.map((row) => columns.map((column) => brief(row[column.name] ?? null)))).toEqual(rows)
      for (const row of result.rows)
        for (const column of columns) expect([column.name, isOfType(row[column.name] ?? null, column.type)]).toEqual([column.name, true])
      expect(result.limitHit).toBe(false)
    })
    test('每个查询都有人检查', () => {
      const checked = new Set([...cases.map((one) => one.name), ...ownTests])
      expect([...loadQueries().keys()].filter((key) => !checked.has(key))).toEqual([])
    })
    test('每个查询的列与声明的一样，空图上也一样', async () => {
      for (const query of loadQueries().values()) {
        const params = Object.fromEntries(
          query.params.map((one) => [
            one.name,
            one.required ? { text: 'x', texts: ['x'], number: 1, boolean: true }[one.type] : one.default,
          ]),
        )
        const { columns } = await store.read(query.cypher, params)
        expect([query.name, columns]).toEqual([query.name, query.columns.map((column) => column.name)])
      }
    })
    test('list-conflicts：节点和关系都在，按地区也在', async () => {
      const all = await runQuery(store, 'list-conflicts')
      expect(all.rows.map((row) => [row['target'], row['type']])).toEqual([
        [cancerCixi, 'COOPERATES_WITH'],
        [ids.fenghuaHospital, 'Hospital'],
      ])
      expect(all.rows.map((row) => [brief(row['from'] ?? null), brief(row['to'] ?? null)])).toEqual([
        [ids.cancer, ids.cixiHospital],
        [ids.fenghuaHospital, ids.fenghuaHospital],
      ])
      const { rows } = await runQuery(store, 'list-conflicts', { district: ids.cixi })
      expect(rows.map((row) => row['target'])).toEqual([cancerCixi])
    })
    test('list-documents 不带全文，get-document 带', async () => {
      const { rows } = await runQuery(store, 'list-documents')
      expect(rows.map((row) => [row['id'], row['claims'], row['district']])).toEqual([
        [documents.fenghua2023, 3, ids.fenghua],
        [documents.fenghua2022, 5, ids.fenghua],
        [documents.cixi2022, 1, ids.cixi],
      ])
      expect(rows[0]).not.toHaveProperty('text')
      const one = await runQuery(store, 'get-document', { id: documents.cixi2022 })
      expect(one.rows[0]).toMatchObject({
        text: '我区人民医院与省肿瘤医院签约。',
        home: ['浙江省', '宁波市', '慈溪市'],
        characters: 15,
        claims: 1,
        pages: null,
      })
      expect((await runQuery(store, 'get-document', { id: 'x' })).rows).toEqual([])
    })
    test('list-map-members：有关系或有文档的地区才在其中', async () => {
      const { rows } = await runQuery(store, 'list-map-members')
      const found = rows.map((row) => row['id'])
      expect(found).toHaveLength(12)
      expect(found).toContain(ids.fenghua)
      expect(found).not.toContain(ids.shanghai)
    })
    test('list-network-lines：每个起点一行，各列并排', async () => {
      const { rows } = await runQuery(store, 'list-network-lines')
      expect(rows.map((row) => row['id'])).toEqual([...new Set(relations.map(({ from }) => from))].sort())
      const own = relations.filter(({ from }) => from === ids.fenghuaHospital).sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(rows.find((row) => row['id'] === ids.fenghuaHospital)).toEqual({
        id: ids.fenghuaHospital,
        types: own.map(({ type }) => type),
        ends: own.map(({ to }) => to),
        forms: own.map(({ attrs }) => attrs['forms'] ?? []),
        statuses: own.map(({ attrs }) => attrs['status'] ?? ''),
        firstYears: own.map(({ firstYear }) => firstYear),
        lastYears: own.map(({ lastYear }) => lastYear),
        documents: own.map((one) => one.documents),
        confidences: own.map((one) => one.confidence),
      })
    })
    test('count-relations-by-type 的总数就是统计的总数', async () => {
      const { rows } = await runQuery(store, 'count-relations-by-type')
      const { relations } = await store.stats()
      for (const row of rows) expect(row['count']).toBe(relations[row['type'] as keyof typeof relations])
    })
    test('参数有错就说是哪个', async () => {
      expect(await codeOf(runQuery(store, 'list-partners'))).toBe('query.bad-parameter')
      expect(await codeOf(runQuery(store, 'list-partners', { id: 7 }))).toBe('query.bad-parameter')
      expect(await codeOf(runQuery(store, 'list-partners', { id: 'x', nosuch: 1 }))).toBe('query.bad-parameter')
      expect(await codeOf(runQuery(store, 'nosuch'))).toBe('query.unknown')
    })
  })
}
