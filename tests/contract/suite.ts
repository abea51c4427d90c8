/** What every store must do. Knows nothing of any engine; each adapter hands in a factory. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GraphValue, Rows } from '../../cypher/model/index.ts'
import { schemaStatements } from '../../cypher/schema/definition.ts'
import { StoreError, type GraphStore } from '../../cypher/store/port.ts'
import guardCases from '../cases/console-guard.json' with { type: 'json' }
import { documents, entities, entity, fixtureWrite, fixtureWrites, ids, relation, relations } from './fixture.ts'

export interface StoreUnderTest {
  readonly store: GraphStore
  dispose(): Promise<void>
}
export type StoreFactory = () => Promise<StoreUnderTest>

/** Runs for long over few rows: of many a fast machine meets the cap on memory before the deadline, and of one row none is told to stop. */
const RUNAWAY =
  'UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b WITH a, b WHERE size([x IN range(1, 5000) WHERE x + a + b < 0]) > 0 RETURN count(*) AS n'

export async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof StoreError ? error.code : `not a StoreError: ${String(error)}`
}

async function columnOf(store: GraphStore, cypher: string, params: Record<string, unknown> = {}): Promise<GraphValue[]> {
  const { rows } = await store.read(cypher, params)
  return rows.map((row) => row[0] ?? null)
}

/** Everything in the store that is not an engine's own id, in a comparable order. */
/** The graph; the store's own note of who wrote last is no part of it. */
async function dump(store: GraphStore): Promise<string[]> {
  const nodes = await store.read('MATCH (n) WHERE n.revision IS NULL RETURN properties(n) AS p ORDER BY n.id')
  const relations = await store.read('MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r) AS p ORDER BY a.id, type(r), b.id')
  return [...nodes.rows, ...relations.rows].map((row) => JSON.stringify(row))
}

export function describeStore(name: string, factory: StoreFactory): void {
  let subject: StoreUnderTest
  let store: GraphStore
  beforeAll(async () => {
    subject = await factory()
    store = subject.store
  })
  afterAll(() => subject.dispose())
  const refill = async (): Promise<void> => {
    await store.clear()
    for (const write of fixtureWrites) await store.writeDocument(write)
  }

  describe(`${name}：空图`, () => {
    test('没有东西，也不出错', async () => {
      await store.clear()
      expect(await store.search('奉化', [], 10)).toEqual([])
      expect(await columnOf(store, 'MATCH (n:Hospital) RETURN n')).toEqual([])
      expect((await store.stats()).nodes.Hospital ?? 0).toBe(0)
      expect((await store.schema()).relations).toEqual([])
    })
    test('删除没有的文档什么也不做', async () => {
      await store.removeDocument('f'.repeat(64), { entities: [], relations: [], gone: { entities: [], relations: [] } })
      expect((await store.stats()).nodes.Document ?? 0).toBe(0)
    })
    test('迁移可以重复', async () => {
      await store.migrate()
      await store.migrate()
    })
  })

  describe(`${name}：写入`, () => {
    beforeAll(refill)
    test('节点、关系、出处、发文地都在', async () => {
      const stats = await store.stats()
      expect(stats.nodes.Hospital).toBe(entities.filter(({ label }) => label === 'Hospital').length)
      expect(stats.nodes).toMatchObject({ Document: 3, Claim: 9, ProgramFamily: 3 })
      expect(stats.relations).toMatchObject({ COOPERATES_WITH: 4, SPEAKS_FOR: 3, STATED_IN: 9, IN_FAMILY: 4 })
      const domain = relations.length
      expect(await columnOf(store, 'MATCH ()-[r]->() WHERE r.id IS NOT NULL RETURN count(r)')).toEqual([domain])
    })
    test('再写一遍，图不变', async () => {
      const before = await dump(store)
      for (const write of fixtureWrites) await store.writeDocument(write)
      expect(await dump(store)).toEqual(before)
    })
    test('顺序不同，图相同', async () => {
      const before = await dump(store)
      await store.clear()
      for (const write of [fixtureWrite(documents.fenghua2022), ...fixtureWrites.toReversed()]) await store.writeDocument(write)
      expect(await dump(store)).toEqual(before)
    })
    test('重写替换旧的出处和属性', async () => {
      const write = fixtureWrite(documents.fenghua2022)
      const changed = entity(ids.fenghuaTcm, 'Hospital', '奉化区中医院', { attrs: { beds: 300 } })
      await store.writeDocument({ ...write, claims: write.claims.slice(0, 1), entities: [changed], relations: [] })
      expect(await columnOf(store, 'MATCH (c:Claim)-[:STATED_IN]->(:Document {id: $id}) RETURN c.id', { id: write.document.id })).toEqual([
        write.claims[0]?.id,
      ])
      const { rows } = await store.read('MATCH (h:Hospital {id: $id}) RETURN h.name, h.beds, h.kind', { id: ids.fenghuaTcm })
      expect(rows).toEqual([['奉化区中医院', 300, null]])
      expect(await store.search('奉化区中医医院', ['Hospital'], 5)).toEqual([])
    })
    test('不再有人说的，随重写消失；它的关系也一起', async () => {
      const gone = { entities: [ids.screening], relations: [relation('BRANCH_OF', [ids.fangqiao, ids.ningboFirst]).id] }
      await store.writeDocument({ ...fixtureWrite(documents.cixi2022), gone })
      expect(await columnOf(store, 'MATCH (p:Program {id: $id}) RETURN p', { id: ids.screening })).toEqual([])
      expect((await store.stats()).relations.BRANCH_OF ?? 0).toBe(0)
    })
    test('举措改了类别，只属于新的一类', async () => {
      const moved = entity(ids.familyDoctor, 'Program', '家庭医生签约服务', { attrs: { family: 'primary_care' } })
      await store.writeDocument({ ...fixtureWrite(documents.cixi2022), entities: [moved] })
      const cypher = 'MATCH (:Program {id: $id})-[:IN_FAMILY]->(f) RETURN f.id'
      expect(await columnOf(store, cypher, { id: ids.familyDoctor })).toEqual(['family/primary_care'])
    })
    test('删除文档带走它的出处，别的留下', async () => {
      await refill()
      await store.removeDocument(documents.fenghua2023, { entities: [], relations: [], gone: { entities: [], relations: [] } })
      expect((await store.stats()).nodes).toMatchObject({ Document: 2, Claim: 6, Hospital: 7 })
    })
    test('有存不了的值，一步也不写', async () => {
      const before = await dump(store)
      const write = fixtureWrite(documents.fenghua2023)
      const broken = entity(ids.cixi, 'District', '慈溪市', { attrs: { level: Symbol('x') as unknown as string } })
      expect(await codeOf(store.writeDocument({ ...write, claims: [], entities: [broken] }))).toBe('store.bad-value')
      expect(await dump(store)).toEqual(before)
    })
    test('不认识的编号不写，说出是哪个', async () => {
      const stray = relation('MEMBER_OF', ['nobody/1', ids.consortium])
      expect(await codeOf(store.writeDocument({ ...fixtureWrite(documents.cixi2022), relations: [stray] }))).toBe('store.bad-id')
    })
    test('同时写的排队，一个也不丢', async () => {
      await refill()
      const writes = Array.from({ length: 12 }, (_, at) => {
        const write = fixtureWrite(documents.cixi2022)
        const id = String(at).padStart(64, 'f')
        return {
          ...write,
          document: { ...write.document, id },
          claims: [],
          entities: [entity(ids.cixi, 'District', '慈溪市', { documents: at })],
        }
      })
      await Promise.all(writes.map((write) => store.writeDocument(write)))
      expect((await store.stats()).nodes.Document).toBe(15)
    })
  })

  describe(`${name}：读取`, () => {
    beforeAll(refill)
    test('值只有一种形状', async () => {
      const { rows, columns, limitHit } = await store.read(
        "MATCH p = (a:Hospital {id: $id})-[r:MEMBER_OF]->(c) RETURN a, r, c, p, [1, 'x', null, true] AS l, {a: 1, b: [2.5]} AS m, 9007199254740993 AS big, date('2024-05-01') AS d, null AS n",
        { id: ids.fenghuaHospital },
      )
      expect(limitHit).toBe(false)
      expect(columns).toEqual(['a', 'r', 'c', 'p', 'l', 'm', 'big', 'd', 'n'])
      const [a, r, c, p, l, m, big, d, n] = rows[0] ?? []
      expect(a).toMatchObject({
        kind: 'node',
        labels: ['Hospital'],
        properties: { id: ids.fenghuaHospital, beds: 800, aliases: ['奉化区人民医院', '奉化人民医院'] },
      })
      expect(r).toMatchObject({ kind: 'relation', type: 'MEMBER_OF', properties: { role: 'lead', documents: 1 } })
      const ends = r as { start: string; end: string }
      expect([ends.start, ends.end]).toEqual([(a as { elementId: string }).elementId, (c as { elementId: string }).elementId])
      expect(p).toMatchObject({ kind: 'path', nodes: [{ kind: 'node' }, { kind: 'node' }], relations: [{ kind: 'relation' }] })
      expect([l, m, big, d, n]).toEqual([
        [1, 'x', null, true],
        { kind: 'map', entries: { a: 1, b: [2.5] } },
        '9007199254740993',
        '2024-05-01',
        null,
      ])
      expect(() => JSON.stringify(rows)).not.toThrow()
    })
    test('冲突以 JSON 文本随节点保存', async () => {
      const [conflict] = await columnOf(store, 'MATCH (h:Hospital {id: $id}) RETURN h.conflict', { id: ids.fenghuaHospital })
      expect(JSON.parse(conflict as string)).toEqual(entities.find(({ id }) => id === ids.fenghuaHospital)?.conflicts)
    })
    test.each([1, 2, 6, 7, 8])('最多 %i 行，截断就说', async (limit) => {
      const result = await store.read('MATCH (h:Hospital) RETURN h.id ORDER BY h.id', {}, { limit })
      expect([result.rows.length, result.limitHit]).toEqual([Math.min(limit, 7), limit < 7])
    })
    test('语句自己的 LIMIT、末尾的分号和注释都照旧', async () => {
      const counts = async (cypher: string): Promise<[number, boolean]> => {
        const { rows, limitHit }: Rows = await store.read(cypher, {}, { limit: 5 })
        return [rows.length, limitHit]
      }
      expect(await counts('MATCH (h:Hospital) RETURN h LIMIT 3')).toEqual([3, false])
      expect(await counts('MATCH (h:Hospital) RETURN h LIMIT 6')).toEqual([5, true])
      expect(await counts('MATCH (h:Hospital) RETURN h ;  ')).toEqual([5, true])
      expect(await counts('MATCH (h:Hospital) RETURN h // 到此为止')).toEqual([5, true])
      expect(await counts('MATCH (h:Hospital) RETURN h.id AS x UNION ALL MATCH (d:District) RETURN d.id AS x')).toEqual([5, true])
      expect(await counts('MATCH (h:Hospital) RETURN count(h)')).toEqual([1, false])
    })
    test('参数只是值', async () => {
      expect(await columnOf(store, 'RETURN $x AS x', { x: "'}) DETACH DELETE n //" })).toEqual(["'}) DETACH DELETE n //"])
      expect(await columnOf(store, 'MATCH (h:Hospital) WHERE h.beds = $n RETURN h.id', { n: 800 })).toEqual([ids.fenghuaHospital])
      expect(await columnOf(store, 'MATCH (h:Hospital) RETURN h.id ORDER BY h.id SKIP $s LIMIT $l', { s: 1, l: 2 })).toHaveLength(2)
    })
    test.each([
      ['MATCH (n RETURN n', 'cypher.syntax'],
      ['MATCH (n)\nWHERE n.x =\nRETURN n', 'cypher.syntax'],
      ['MATCH (n) RETURN m', 'cypher.unknown-variable'],
      ['RETURN nosuch(1)', 'cypher.unknown-function'],
      ['RETURN $missing', 'cypher.missing-parameter'],
      ['RETURN 1 / 0', 'cypher.runtime'],
      ['', 'cypher.syntax'],
      ['   ', 'cypher.syntax'],
      [`RETURN ${'('.repeat(300)}1${')'.repeat(300)}`, 'cypher.too-deep'],
      [`RETURN ${'1 AND '.repeat(5000).slice(0, 19_000)}1`, 'cypher.syntax|cypher.runtime|cypher.too-deep|cypher.semantic'],
      [`RETURN '${'x'.repeat(20_001)}'`, 'cypher.too-long'],
    ])('出错说清楚：%s', async (cypher, codes) => {
      expect(codes.split('|')).toContain(await codeOf(store.read(cypher)))
    })
    test('语法错误带位置，位置从 1 数起', async () => {
      const fault = await store.read('MATCH (n)\nWHERE n.x = )\nRETURN n').catch((error: StoreError) => error.fault)
      expect(fault).toMatchObject({ line: 2, column: 13 })
    })
  })

  describe(`${name}：失控与取消`, () => {
    beforeAll(refill)
    test('超过时限就中止，之后照常', async () => {
      expect(await codeOf(store.read(RUNAWAY, {}, { timeout: 700 }))).toBe('store.timeout')
      expect(await columnOf(store, 'MATCH (h:Hospital) RETURN count(h)')).toEqual([7])
    })
    test('取消不等查询做完，之后照常', async () => {
      const controller = new AbortController()
      const running = codeOf(store.read(RUNAWAY, {}, { signal: controller.signal }))
      setTimeout(() => controller.abort(), 150)
      expect(await running).toBe('store.cancelled')
      expect(await columnOf(store, 'MATCH (h:Hospital) RETURN count(h)')).toEqual([7])
    })
    test('还没开始就取消的不执行', async () => {
      expect(await codeOf(store.read('RETURN 1', {}, { signal: AbortSignal.abort() }))).toBe('store.cancelled')
    })
    test('旁边的读和写不受牵连', async () => {
      const runaway = codeOf(store.read(RUNAWAY, {}, { timeout: 500 }))
      const reads = Promise.all(Array.from({ length: 5 }, () => columnOf(store, 'MATCH (h:Hospital) RETURN count(h)')))
      const write = store.writeDocument(fixtureWrite(documents.cixi2022))
      expect(await runaway).toBe('store.timeout')
      expect(await reads).toEqual(Array.from({ length: 5 }, () => [7]))
      await write
      expect((await store.stats()).nodes.Document).toBe(3)
    })
    test('吃光内存的查询被中止，之后照常', async () => {
      const hungry = 'UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b WITH collect(toString(a) + toString(b)) AS l RETURN size(l)'
      expect(await codeOf(store.read(hungry, {}, { timeout: 60_000 }))).toMatch(/^store\.(memory|timeout)$/)
      expect(await columnOf(store, 'MATCH (h:Hospital) RETURN count(h)')).toEqual([7])
    }, 70_000)
  })

  describe(`${name}：只读`, () => {
    let before: string[]
    let schema: unknown
    beforeAll(async () => {
      await refill()
      before = await dump(store)
      schema = await store.schema()
    })
    test.each(guardCases.filter((row) => row.allowed !== true && row.tried !== true))('拒绝 $text', async ({ text }) => {
      expect(await codeOf(store.read(text))).toMatch(/^cypher\./)
      expect((await store.explain(text)).readOnly).toBe(false)
    })
    test.each(guardCases.filter((row) => row.allowed === true))('放行 $text', async ({ text }) => {
      await expect(store.read(text)).resolves.toBeDefined()
      expect(await store.explain(text)).toMatchObject({ readOnly: true })
    })
    test.each(guardCases.filter((row) => row.tried === true))('只说计划也好，不执行：$text', async ({ text }) => {
      const found = await store.read(text).catch((error: StoreError) => error.code)
      expect(typeof found === 'string' ? found : found.columns).toEqual(
        typeof found === 'string' ? expect.stringMatching(/^cypher\./) : ['plan'],
      )
    })
    test('不读文件、不往外连，连地址也不问', async () => {
      let asked = 0
      const listener = createServer((_, response) => {
        asked += 1
        response.end('a,b\n')
      })
      await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
      const { port } = listener.address() as AddressInfo
      const place = `http://127.0.0.1:${port}/x.csv`
      const ways = [
        `LOAD CSV FROM '${place}' AS line RETURN line`,
        `LOAD CSV WITH HEADERS FROM '${place}' AS line RETURN line`,
        `PROFILE LOAD CSV FROM '${place}' AS line RETURN line`,
        `CALL { LOAD CSV FROM '${place}' AS line RETURN line } RETURN line`,
        `CALL apoc.load.json('${place}') YIELD value RETURN value`,
      ]
      for (const way of ways) expect(await codeOf(store.read(way))).toMatch(/^cypher\./)
      expect(await codeOf(store.read('LOAD CSV FROM $place AS line RETURN line', { place }))).toMatch(/^cypher\./)
      listener.close()
      expect(asked).toBe(0)
    })
    test('试过之后，图和结构都没有变', async () => {
      expect(await dump(store)).toEqual(before)
      expect(await store.schema()).toEqual(schema)
      expect(await codeOf(store.writeDocument({ ...fixtureWrite(documents.cixi2022) }))).toMatch(/not a StoreError: undefined/)
    })
    test('结构语句一条也不能从读取的门进来', async () => {
      for (const text of schemaStatements()) expect(await codeOf(store.read(text))).toBe('cypher.write-refused')
    })
  })

  describe(`${name}：搜索`, () => {
    beforeAll(refill)
    test.each([
      ['fhqrmyy', ids.fenghuaHospital],
      ['FHQRMYY', ids.fenghuaHospital],
      ['奉化区人民医院', ids.fenghuaHospital],
      ['奉化医院', ids.fenghuaHospital],
      ['瑞金', ids.ruijin],
      ['ruijin', ids.ruijin],
      ['rj', ids.ruijin],
      ['宁波一院', ids.ningboFirst],
      ['宁波市', ids.ningbo],
      ['jiankangcixi', ids.cixiAction],
      [' 奉 化 区 ', ids.fenghua],
    ])('%s 找到 %s', async (text, id) => {
      expect((await store.search(text, [], 5))[0]?.id).toBe(id)
    })
    test.each(['', '   ', '不存在的医院', 'zzzzqq', '%_', "' OR 1=1 //", '(', '[', '.*', '\\'])(
      '%s 什么也找不到，也不出错',
      async (text) => {
        expect(await store.search(text, [], 5)).toEqual([])
      },
    )
    test('按种类、按数量，说出从哪里找到', async () => {
      expect(await store.search('奉化', ['Program'], 5)).toMatchObject([{ id: ids.cityAction, label: 'Program', relations: 1 }])
      expect(await store.search('医院', [], 2)).toHaveLength(2)
      expect(await store.search('医院', [], 0)).toEqual([])
      expect((await store.search('宁波一院', [], 1))[0]?.matched).toBe('宁波一院')
      expect((await store.search('宁波市第一医院', [], 1))[0]).not.toHaveProperty('matched')
    })
  })
}
