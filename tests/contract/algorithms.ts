/** The algorithms over the fixture, worked out by hand: the rows that each store must give alike. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { algorithmNames, algorithms, readNetwork, runAlgorithm, type AlgorithmAnswer } from '../../cypher/algorithms/index.ts'
import { runQuery } from '../../cypher/queries/registry.ts'
import type { GraphStore } from '../../cypher/store/port.ts'
import { fixtureWrites, ids } from './fixture.ts'
import { codeOf, type StoreFactory, type StoreUnderTest } from './suite.ts'

const { fenghuaHospital, fenghuaTcm, cancer, cixiHospital, ruijin, university, consortium, building } = ids
/** Without initiatives and branches: eight things, eight edges, with one triangle of the two hospitals and their consortium. */
const TYPES = ['COOPERATES_WITH', 'MEMBER_OF', 'CONSTRUCTS', 'AFFILIATED_WITH']

export function describeAlgorithms(name: string, open: StoreFactory): void {
  describe(`${name}：网络算法`, () => {
    let under: StoreUnderTest
    let store: GraphStore
    beforeAll(async () => {
      under = await open()
      store = under.store
      for (const write of fixtureWrites) await store.writeDocument(write)
    })
    afterAll(() => under.dispose())

    const run = (algorithm: string, params: Readonly<Record<string, unknown>>): Promise<AlgorithmAnswer> =>
      runAlgorithm(store, { name: algorithm, params })
    const idsOf = ({ rows }: AlgorithmAnswer): string[] => rows.map((row) => String(row['id']))

    test('网络：全部关系，所在与隶属另记', async () => {
      const network = await readNetwork(store)
      expect(network.lines).toHaveLength(14)
      expect(network.ids).toEqual([...network.ids].sort())
      const at = (id: string): number => network.numberById.get(id) ?? -1
      expect(network.above.get(at(ids.fenghua))).toEqual([at(ids.ningbo)])
      const line = network.lines.find(({ from, to }) => [from, to].includes(at(fenghuaHospital)) && [from, to].includes(at(cancer)))
      expect(line).toMatchObject({
        type: 'COOPERATES_WITH',
        forms: ['专科联盟', '签约'],
        status: 'in_effect',
        firstYear: 2022,
        lastYear: 2023,
        documents: 2,
      })
      expect(network.lines.find(({ type }) => type === 'BRANCH_OF')).toMatchObject({ forms: [], status: null, documents: 1 })
    })

    test('度数', async () => {
      const answer = await run('degree', { types: TYPES })
      expect(answer.rows.map((row) => [row['id'], row['neighbours'], row['relations'], row['documents']])).toEqual([
        [fenghuaHospital, 4, 4, 5],
        [fenghuaTcm, 3, 3, 3],
        [cancer, 2, 2, 3],
        [consortium, 2, 2, 2],
        [ruijin, 2, 2, 2],
        [cixiHospital, 1, 1, 1],
        [university, 1, 1, 1],
        [building, 1, 1, 1],
      ])
      expect(answer.rows[0]).toMatchObject({ label: 'Hospital', name: '宁波市奉化区人民医院' })
      expect(answer.read).toEqual({ nodes: 8, relations: 8, edges: 8, leftOut: 6 })
      expect(answer).toMatchObject({ total: 8, limitHit: false, notes: [] })
    })

    test('范围：状态、形式、地区、年份、类型', async () => {
      const found = async (params: Readonly<Record<string, unknown>>): Promise<string[]> => idsOf(await run('degree', params)).sort()
      const cooperation = { types: ['COOPERATES_WITH'] }
      expect(await found({ ...cooperation, statuses: ['planned'] })).toEqual([ruijin, fenghuaTcm])
      expect(await found({ ...cooperation, statuses: ['unstated'] })).toEqual([fenghuaTcm, fenghuaHospital])
      expect(await found({ forms: ['托管'] })).toEqual([cancer, cixiHospital])
      expect(await found({ ...cooperation, districts: [ids.cixi] })).toEqual([cancer, cixiHospital])
      expect(await found({ ...cooperation, districts: [ids.ningbo] })).toEqual([ruijin, cancer, fenghuaTcm, fenghuaHospital, cixiHospital])
      expect(await found({ from: 2023 })).toEqual([cancer, fenghuaHospital, building])
      expect(await found({ to: 2021 })).toEqual([])
      expect(await found({ kinds: ['Hospital', 'Institution'], types: ['AFFILIATED_WITH', 'MEMBER_OF'] })).toEqual([ruijin, university])
    })

    test('中介中心性：每一对只有一条最短路径，数得出来', async () => {
      const { rows } = await run('betweenness', { types: TYPES })
      // 21 pairs of others lie around each of the eight.
      const pairs = (count: number): number => Number((count / 21).toPrecision(9))
      expect(rows.slice(0, 4).map((row) => [row['id'], row['betweenness'], row['error']])).toEqual([
        [fenghuaHospital, pairs(14), null],
        [fenghuaTcm, pairs(10), null],
        [ruijin, pairs(6), null],
        [cancer, pairs(6), null],
      ])
      expect(rows.slice(4).map((row) => row['betweenness'])).toEqual([0, 0, 0, 0])
      const drawn = await run('betweenness', { types: TYPES, sources: 3 })
      expect(drawn.notes.map(({ code }) => code)).toEqual(['sampled'])
      expect((await run('betweenness', { types: TYPES, sources: 3 })).rows).toEqual(drawn.rows)
    })

    test('社群、连通分支', async () => {
      const parts = await run('components', {})
      expect(parts.rows.map((row) => [row['component'], row['size']])).toEqual([
        ...Array.from({ length: 11 }, () => [1, 11]),
        ...Array.from({ length: 3 }, () => [2, 3]),
        ...Array.from({ length: 2 }, () => [3, 2]),
      ])
      expect(idsOf(parts).slice(11, 14)).toEqual([ids.cixi, ids.cixiAction, ids.screening])
      expect(idsOf(parts).slice(14)).toEqual([ids.fangqiao, ids.ningboFirst].sort())
      const groups = await run('communities', { types: TYPES, weight: 'documents', seed: 3 })
      expect(groups.rows).toHaveLength(8)
      expect((await run('communities', { types: TYPES, weight: 'documents', seed: 3 })).rows).toEqual(groups.rows)
      const groupOf = new Map(groups.rows.map((row) => [row['id'], row['community']]))
      expect(groupOf.get(ruijin)).toBe(groupOf.get(university))
    })

    test('邻域：由近到远，经由谁', async () => {
      const { rows } = await run('neighbourhood', { id: cancer, hops: 2, types: TYPES })
      expect(rows.map((row) => [row['id'], row['hops'], row['through'], row['throughName']])).toEqual([
        [fenghuaHospital, 1, cancer, '浙江省肿瘤医院'],
        [cixiHospital, 1, cancer, '浙江省肿瘤医院'],
        [consortium, 2, fenghuaHospital, '宁波市奉化区人民医院'],
        [fenghuaTcm, 2, fenghuaHospital, '宁波市奉化区人民医院'],
        [building, 2, fenghuaHospital, '宁波市奉化区人民医院'],
      ])
      const alone = await run('neighbourhood', { id: ids.fangqiao, types: ['MEMBER_OF'] })
      expect([alone.rows, alone.notes.map(({ code }) => code)]).toEqual([[], ['alone']])
      expect(await codeOf(run('neighbourhood', { id: 'hospital/none' }))).toBe('algorithm.unknown-id')
    })

    test('投影：与命名查询的结果相同', async () => {
      const hospitals = await run('projection', { types: ['COOPERATES_WITH'], least: 1 })
      expect(hospitals.rows.map((row) => [row['a'], row['b'], row['shared'], row['similarity']])).toEqual([
        [ruijin, fenghuaHospital, 1, 0.5],
        [fenghuaHospital, cixiHospital, 1, 0.5],
        [cancer, fenghuaTcm, 1, 0.333333333],
      ])
      const told = await runQuery<{ a: { properties: { id: string } }; b: { properties: { id: string } } }>(store, 'project-hospitals', {
        least: 1,
      })
      const pairsOf = (pairs: readonly (readonly unknown[])[]): string[] => pairs.map((pair) => pair.join(' ')).sort()
      expect(pairsOf(hospitals.rows.map((row) => [row['a'], row['b']]))).toEqual(
        pairsOf(told.rows.map(({ a, b }) => [a.properties.id, b.properties.id])),
      )
      const districts = await run('projection', { of: 'District', types: ['PARTICIPATES_IN'], least: 1 })
      expect(districts.rows).toEqual([{ a: ids.fenghua, aName: '奉化区', b: ids.cixi, bName: '慈溪市', shared: 1, similarity: 0.25 }])
    })

    test('最短路径、共同伙伴：由 Cypher 给出', async () => {
      const paths = await run('shortest-paths', { a: fenghuaHospital, b: cixiHospital })
      expect(paths.rows).toEqual([
        {
          hops: 2,
          names: ['宁波市奉化区人民医院', '浙江省肿瘤医院', '慈溪市人民医院'],
          types: ['COOPERATES_WITH', 'COOPERATES_WITH'],
          ids: [fenghuaHospital, cancer, cixiHospital],
        },
      ])
      expect((await run('shortest-paths', { a: fenghuaHospital, b: cixiHospital, hops: 1 })).rows).toEqual([])
      const partners = await run('common-partners', { ids: [fenghuaHospital, cixiHospital] })
      expect(partners.rows).toEqual([
        {
          id: cancer,
          label: 'Hospital',
          name: '浙江省肿瘤医院',
          count: 2,
          joined: [fenghuaHospital, cixiHospital],
          types: ['COOPERATES_WITH'],
        },
      ])
    })

    test('行数有限，说出共有多少', async () => {
      const cut = await runAlgorithm(store, { name: 'degree', params: {} }, { limit: 2 })
      expect([cut.rows.length, cut.limitHit, cut.total]).toEqual([2, true, 16])
    })

    test('每一行的列就是声明的列；空的范围也有回答', async () => {
      const given: Readonly<Record<string, unknown>> = { id: cancer, a: cancer, b: building, ids: [cancer, building] }
      for (const name of algorithmNames) {
        const { columns, parameters } = algorithms[name]
        const own = Object.fromEntries(parameters.flatMap((one) => (one.name in given ? [[one.name, given[one.name]]] : [])))
        const answer = await run(name, own)
        for (const row of answer.rows) expect(Object.keys(row)).toEqual(columns.map((column) => column.name))
        if (!parameters.some((one) => one.name === 'to')) continue
        expect((await run(name, { ...own, to: 1999 })).rows).toEqual([])
      }
    })

    test('参数有错，说出是哪个', async () => {
      expect(await codeOf(run('nosuch', {}))).toBe('algorithm.unknown')
      for (const params of [{ types: ['LOCATED_IN'] }, { nosuch: 1 }, { from: 'x' }, { statuses: 'planned' }])
        expect(await codeOf(run('degree', params))).toBe('algorithm.bad-parameter')
      for (const params of [{}, { id: cancer, hops: 7 }, { id: '' }])
        expect(await codeOf(run('neighbourhood', params))).toBe('algorithm.bad-parameter')
      expect(await codeOf(run('degree', { districts: ['district/none'] }))).toBe('algorithm.unknown-id')
    })

    test('取消的不再算', async () => {
      const controller = new AbortController()
      controller.abort()
      expect(await codeOf(runAlgorithm(store, { name: 'communities', params: {} }, { signal: controller.signal }))).toBe('store.cancelled')
    })
  })
}
