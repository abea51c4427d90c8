/** From the model to statements, and the text by which things are found. */
import { describe, expect, test } from 'vitest'
import { StoreError } from '../../../cypher/store/port.ts'
import { endsOfId, labelOfId, removeStatements, writeStatements } from '../../../cypher/store/rows.ts'
import { subsequencePattern } from '../../../cypher/store/search.ts'
import { searchText } from '../../../cypher/store/search-text.ts'
import searchCases from '../../cases/search-text.json' with { type: 'json' }
import { documents, entity, fixtureWrite, ids, relation } from '../../contract/fixture.ts'

describe('编号', () => {
  test.each([
    ['hospital/330213/人民医院', 'Hospital'],
    ['district/@1a2b3c4d.XX市', 'District'],
    ['project/hospital/330213/人民医院/迁建', 'Project'],
  ])('%s 是 %s', (id, label) => {
    expect(labelOfId(id)).toBe(label)
  })
  test.each(['', 'hospital', 'claim/1/2', 'Hospital/1', '/x'])('%j 不是', (id) => {
    expect(() => labelOfId(id)).toThrow(StoreError)
  })
  test('名字里有括号也分得清两端', () => {
    const [from, to] = ['hospital/330213/中医院(东院)(新)', 'institution/310000/大学(医学院)']
    expect(endsOfId(`AFFILIATED_WITH(${from})(${to})`)).toEqual({ type: 'AFFILIATED_WITH', from, to })
  })
  test.each(['', 'X(a)(b)', 'MEMBER_OF(hospital/1)', 'NOSUCH(hospital/1)(consortium/1)', 'MEMBER_OF(hospital/1)(claim/1)'])(
    '%j 不是关系',
    (id) => {
      expect(() => endsOfId(id)).toThrow(StoreError)
    },
  )
})

describe('语句', () => {
  test('每批按编号排好，没有空值', () => {
    const statements = writeStatements([fixtureWrite(documents.fenghua2022)])
    for (const { params } of statements) {
      const rows = (params['rows'] ?? []) as { id: string; properties?: Record<string, unknown> }[]
      expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted())
      for (const { properties = {} } of rows)
        expect(Object.values(properties).every((value) => value !== undefined && value !== null)).toBe(true)
    }
  })
  test('同一份文档两次给出一样的语句', () => {
    const write = (): unknown => writeStatements([fixtureWrite(documents.cixi2022)])
    expect(write()).toEqual(write())
  })
  test('每五千行一批', () => {
    const entities = Array.from({ length: 12_000 }, (_, at) => entity(`hospital/330213/${at}`, 'Hospital', `医院${at}`))
    const batches = writeStatements([{ ...fixtureWrite(documents.cixi2022), entities }]).filter(({ cypher }) =>
      cypher.includes('MERGE (n:Hospital'),
    )
    expect(batches.map(({ params }) => (params['rows'] as unknown[]).length)).toEqual([5000, 5000, 2000])
  })
  test('消失的关系从两端找到，不扫全图', () => {
    const gone = { entities: [ids.screening], relations: [relation('BRANCH_OF', [ids.fangqiao, ids.ningboFirst]).id] }
    const texts = removeStatements('x', { entities: [], relations: [], gone }).map(({ cypher }) => cypher)
    expect(texts).toContain('UNWIND $rows AS row MATCH (a:Hospital {id: row.from})-[r:BRANCH_OF {id: row.id}]-() DELETE r')
    expect(texts).toContain('UNWIND $rows AS row MATCH (n:Program {id: row.id}) DETACH DELETE n')
  })
})

describe('搜索用的文字', () => {
  test.each(searchCases)('$name', ({ name, aliases = [], holds }) => {
    const text = searchText(name, aliases)
    for (const part of holds) expect(text).toContain(part)
    if (holds.length === 0) expect(text).toBe('')
  })
  test('按顺序的字，不跨行', () => {
    const pattern = new RegExp(`^${subsequencePattern('fh-y').replace('(?s)', '')}$`, 's')
    expect(pattern.test('名字\nfxhz-ay')).toBe(true)
    expect(pattern.test('fxhz\n-y')).toBe(false)
  })
})
