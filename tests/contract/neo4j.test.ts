/** The contract suite over a real Neo4j, and what only it has: a server that others may use, and files that it could read. */
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, StoreError, type GraphStore } from '../../cypher/store/index.ts'
import { readAddress } from '../../cypher/store/neo4j/address.ts'
import { describeWithNeo4j, useServer } from '../neo4j/use-server.ts'
import { describeAlgorithms } from './algorithms.ts'
import { describeAlgorithmsOnBoth } from './algorithms-on-both.ts'
import { describeBothStores } from './both-stores.ts'
import { describeDifferences } from './differences-both.ts'
import { fixtureWrites, ids } from './fixture.ts'
import { describeGeneratedGraph } from './generated-both.ts'
import { describeQueries } from './queries.ts'
import { codeOf, describeStore, type StoreUnderTest } from './suite.ts'

describeWithNeo4j('Neo4j', () => {
  const server = useServer()

  async function openNeo4j(): Promise<StoreUnderTest> {
    const store = await openStore({ kind: 'neo4j', uri: server.uri })
    await store.clear()
    return { store, dispose: () => store.close() }
  }
  /** Runs a text as the owner of the database would, past all our guards. */
  async function runRaw(cypher: string): Promise<void> {
    const { uri, auth, database } = readAddress({ uri: server.uri }, process.env)
    const driver = neo4j.driver(uri, auth)
    await driver.executeQuery(cypher, {}, database === undefined ? {} : { database })
    await driver.close()
  }

  describeStore('Neo4j', openNeo4j)
  describeQueries('Neo4j', openNeo4j)

  describeAlgorithms('Neo4j', openNeo4j)

  describeBothStores(server)
  describeGeneratedGraph(server)
  describeDifferences(server)
  describeAlgorithmsOnBoth(server)

  describe('Neo4j 独有的', () => {
    let store: GraphStore
    beforeAll(async () => {
      store = (await openNeo4j()).store
      for (const write of fixtureWrites) await store.writeDocument(write)
    })
    afterAll(() => store.close())

    test.each([
      'SHOW SETTINGS',
      'SHOW TRANSACTIONS',
      'SHOW USERS',
      'SHOW DATABASES',
      'SHOW INDEXES',
      'SHOW PROCEDURES',
      "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
      'CALL dbms.listConfig()',
      'CALL db.clearQueryCaches()',
      'CALL db.prepareForReplanning()',
      'CALL tx.setMetaData({a: 1})',
      "CALL dbms.queryJmx('*:*')",
      "MATCH (n) CALL (n) { LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line } RETURN line",
      "EXPLAIN LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line",
      "PROFILE LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line",
      '/* */ PROFILE CREATE (n:Extra)',
      'CYPHER 5 SHOW SETTINGS',
    ])('读模式放行的，计划不放行：%s', async (text) => {
      expect(await codeOf(store.read(text))).toMatch(/^cypher\./)
      expect((await store.explain(text)).readOnly).toBe(false)
    })
    test.each([
      'CALL db.schema.visualization()',
      "CALL db.index.fulltext.queryNodes('names', 'search:\"瑞金\"') YIELD node RETURN node.id",
    ])('只读的过程放行：%s', async (text) => {
      await expect(store.read(text)).resolves.toBeDefined()
    })
    test('EXPLAIN 给出计划，PROFILE 给出结果', async () => {
      expect((await store.read('EXPLAIN MATCH (n:Hospital) RETURN n')).columns).toEqual(['plan'])
      expect((await store.read('  PROFILE MATCH (n:Hospital) RETURN count(n) AS n')).rows).toEqual([[7]])
    })
    test('图里没有的标签、关系、属性，说出是哪个、在哪里', async () => {
      const { faults } = await store.explain('MATCH (n:没有的标签)\nRETURN n.没有的属性')
      expect(faults).toContainEqual({
        code: 'hint.unknown-label',
        message: '图谱里没有标签 没有的标签，这一部分不会有结果。',
        line: 1,
        column: 10,
      })
      expect(faults).toContainEqual(expect.objectContaining({ code: 'hint.unknown-property', line: 2, column: 10 }))
    })
    test('整数存成整数', async () => {
      const { rows } = await store.read(
        'MATCH (h:Hospital {id: $id}) RETURN h.beds % 2 = 0, toString(h.beds), [1, 2, 3][$at], toString($at)',
        {
          id: ids.fenghuaHospital,
          at: 1,
        },
      )
      expect(rows).toEqual([[true, '800', 2, '1']])
    })
    test('值：日期、时刻、期间、点、无穷大', async () => {
      const { rows } = await store.read(
        "RETURN localdatetime('2024-05-01T08:30:00') AS a, datetime('2024-05-01T08:30:00+08:00') AS b, duration('P1D') AS c, point({x: 1, y: 2.5}) AS d, 5 / 0.0 AS e",
      )
      expect(rows).toEqual([
        [
          '2024-05-01T08:30:00',
          '2024-05-01T08:30:00+08:00',
          'P0M1DT0S',
          { kind: 'map', entries: { srid: 7203, x: 1, y: 2.5 } },
          'Infinity',
        ],
      ])
    })
    test('全文索引找到的，与逐个比对找到的一样', async () => {
      const texts = [
        '瑞金',
        '奉化',
        '人民医院',
        '区人',
        'rj',
        'yiyuan',
        'fhq',
        'an',
        'th',
        'to',
        '院',
        '医共体',
        'qxingdong',
        '健康a',
        '330213',
      ]
      for (const text of texts) {
        const { rows } = await store.read('MATCH (n) WHERE n.search CONTAINS $text RETURN n.id', { text })
        const found = (await store.search(text, [], 50)).map(({ id }) => id)
        if (rows.length > 0) expect([text, [...found].sort()]).toEqual([text, rows.map(([id]) => id as string).sort()])
      }
    })
    test('谁的图谱，先到先得；说明要换才换', async () => {
      const before = (await store.owner?.()) ?? ''
      expect(await store.claim?.('甲')).toBe(before)
      expect(await store.claim?.('甲', { replace: true })).toBe('甲')
      expect(await store.claim?.('乙')).toBe('甲')
      expect(await store.claim?.(before, { replace: true })).toBe(before)
    })
    test('清空到一半断了，下次打开接着清', async () => {
      await runRaw('MATCH (v:SchemaVersion) SET v.clearing = true WITH v MATCH (d:Document) DETACH DELETE d')
      const again = await openStore({ kind: 'neo4j', uri: server.uri })
      expect((await again.stats()).nodes).toMatchObject({ Document: 0, Claim: 0, Hospital: 0 })
      await again.close()
    })
    test('别人的图谱拒绝打开，一个节点也不动', async () => {
      const owner = (await store.owner?.()) ?? ''
      await store.clear()
      await runRaw('MATCH (v:SchemaVersion) DETACH DELETE v')
      await runRaw("CREATE (:Person {name: '别人'})-[:KNOWS]->(:Person {name: '另一个'})")
      const refused = await openStore({ kind: 'neo4j', uri: server.uri }).catch((error: unknown) => error)
      expect(refused).toMatchObject({ code: 'store.foreign' })
      expect((refused as StoreError).message).toContain('2 个')
      await runRaw('MATCH (n:Person) DETACH DELETE n')
      const fresh = await openStore({ kind: 'neo4j', uri: server.uri })
      await fresh.claim?.(owner)
      await fresh.close()
    })
    test('由更新的版本写成的拒绝打开', async () => {
      await runRaw('MATCH (v:SchemaVersion) SET v.version = v.version + 1')
      expect(await codeOf(openStore({ kind: 'neo4j', uri: server.uri }))).toBe('store.newer')
      await runRaw('MATCH (v:SchemaVersion) SET v.version = v.version - 1')
    })
    test('没有开加密的服务器，用加密的地址连不上，说出可能的原因', async () => {
      // A server that people name may be an encrypted one.
      if (!server.uri.startsWith('bolt://')) return
      for (const scheme of ['bolt+s', 'neo4j+ssc']) {
        const opening = openStore({ kind: 'neo4j', uri: server.uri.replace('bolt', scheme) })
        await expect(opening).rejects.toMatchObject({ code: 'store.unavailable', message: expect.stringContaining('没有开加密') })
      }
    })
    test('没有服务、没有这个数据库、关掉以后，各说一句', async () => {
      expect(await codeOf(openStore({ kind: 'neo4j', uri: 'bolt://127.0.0.1:9' }))).toBe('store.unavailable')
      expect(await codeOf(openStore({ kind: 'neo4j', uri: server.uri, database: 'nosuch' }))).toBe('store.no-database')
      const closed = await openStore({ kind: 'neo4j', uri: server.uri })
      await closed.close()
      expect(await codeOf(closed.read('RETURN 1'))).toBe('store.closed')
    })
  })
})
