/** What the initiatives, documents and console pages reckon before they draw. */
import { describe, expect, test } from 'vitest'
import type { GraphValue } from '../../../cypher/model/index.ts'
import type { Comparison, DocumentSummary, DocumentText, Matrix } from '../../../web/contract/index.ts'
import { offerAt } from '../../../web/app/pages/console/completion.ts'
import { addToHistory } from '../../../web/app/pages/console/history.ts'
import { parametersIn, parseValue } from '../../../web/app/pages/console/parameters.ts'
import { sayGraphValue, toCsv } from '../../../web/app/pages/console/values.ts'
import { countCoverage, filterDocuments } from '../../../web/app/pages/documents/coverage.ts'
import { cutBlocks, cutPieces, listSpans } from '../../../web/app/pages/documents/text-blocks.ts'
import { groupComparison } from '../../../web/app/pages/initiatives/comparison.ts'
import { marksOf, sayYears, showMatrix } from '../../../web/app/pages/initiatives/matrix.ts'

const matrix: Matrix = {
  districts: ['甲区', '乙市', '丙县'].map((name, index) => ({ id: name, name, documents: index, years: [2022] })),
  families: [
    { family: 'tcm', districts: 1, programs: 9 },
    { family: 'ageing', districts: 2, programs: 3 },
  ],
  cells: [
    { district: '乙市', family: 'ageing', programs: 1, statuses: ['planned'], firstYear: 2022 },
    { district: '乙市', family: 'tcm', programs: 9, statuses: [], firstYear: null },
    { district: '丙县', family: 'ageing', programs: 2, statuses: ['achieved', 'planned'], firstYear: 2021 },
  ],
}
const view = { order: 'shared', atLeast: 1, districtFilter: '' } as const

describe('举措矩阵', () => {
  test('共有的在前，提到得多的地区在前', () => {
    const shown = showMatrix(matrix, view)
    expect(shown.families.map(({ family }) => family)).toEqual(['ageing', 'tcm'])
    expect(shown.districts.map(({ id }) => id)).toEqual(['乙市', '丙县', '甲区'])
    expect(shown.cellOf('丙县', 'ageing')?.programs).toBe(2)
    expect(shown.cellOf('甲区', 'ageing')).toBeUndefined()
  })
  test('至少几个地区共有；筛选地区；没有符合的', () => {
    expect(showMatrix(matrix, { ...view, atLeast: 2 }).families).toHaveLength(1)
    expect(showMatrix(matrix, { ...view, districtFilter: '丙' }).districts).toHaveLength(1)
    expect(showMatrix(matrix, { ...view, districtFilter: '丁' }).districts).toHaveLength(0)
  })
  test('标记与年份', () => {
    expect([marksOf(['achieved', 'planned']), marksOf([])]).toEqual(['○●', '?'])
    expect([sayYears([2021, 2023]), sayYears([2022]), sayYears([])]).toEqual(['2021—2023', '2022', ''])
  })
  test('两地对照：两地都有、仅甲、仅乙；同名的在前', () => {
    const side = { status: null, year: 2022 }
    const row = (family: 'tcm' | 'ageing' | 'talent', name: string, a: boolean, b: boolean): Comparison['rows'][number] => {
      return { family, program: { id: name, name }, a: a ? side : null, b: b ? side : null }
    }
    const groups = groupComparison([
      row('tcm', '三伏贴', true, false),
      row('tcm', '中医馆', true, true),
      row('ageing', '医养结合', true, false),
      row('talent', '引才', false, true),
    ])
    expect(groups.both[0]?.a.map(({ program }) => program.id)).toEqual(['中医馆', '三伏贴'])
    expect(groups.onlyA.map(({ family }) => family)).toEqual(['ageing'])
    expect(groups.onlyB.map(({ family }) => family)).toEqual(['talent'])
  })
})

function claim(start: number, end: number): DocumentText['claims'][number] {
  return { claim: `claim/${start}-${end}`, start, end, target: 'x', label: 'Hospital', caption: '', rule: 'a/b' }
}

describe('文档', () => {
  const text = '第一段说甲。\n第二段说乙。\n第三段'

  test('分块拼起来就是全文', () => {
    for (const size of [1, 5, 1000]) {
      const blocks = cutBlocks(text, size)
      expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    }
    expect(cutBlocks('')).toEqual([])
  })
  test('片段拼起来就是这一块，重叠的出处各自完整', () => {
    const [block] = cutBlocks(text)
    if (!block) throw new Error('no block')
    const pieces = cutPieces(text, block, {
      claims: [claim(0, 6), claim(3, 12)],
      problems: [{ start: 12, end: 14 }],
      selected: { start: 4, end: 5 },
    })
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.find(({ start }) => start === 3)?.claims.map(({ end }) => end)).toEqual([12, 6])
    expect(pieces.filter(({ isSelected }) => isSelected).map((piece) => piece.text)).toEqual(['甲'])
    expect(pieces.filter(({ isProblem }) => isProblem)).toHaveLength(1)
  })
  test('没有出处的文字是一整片', () => {
    const [block] = cutBlocks(text)
    if (!block) throw new Error('no block')
    expect(cutPieces(text, block, { claims: [], problems: [], selected: null })).toHaveLength(1)
    expect(listSpans([])).toEqual([])
  })
  test('覆盖：地区 × 年份，不详的年份在最后', () => {
    const document = (home: string[], year: number | null): DocumentSummary => {
      const rest = { kind: 'news', published: null, url: null, path: 'a.txt', characters: 1, claims: 0, problems: [] }
      return { id: 'x', title: '通知', publisher: null, year, home, ...rest }
    }
    const documents = [document(['甲省', '乙市'], null), document(['甲省', '乙市'], 2022), document([], 2021)]
    const { years, rows } = countCoverage(documents)
    expect(years).toEqual([2021, 2022, null])
    expect(rows[0]).toMatchObject({ home: '甲省 › 乙市', total: 2 })
    expect(rows[0]?.counts.get(2021)).toBeUndefined()
    expect(filterDocuments(documents, '乙市')).toHaveLength(2)
    expect(filterDocuments(documents, '没有的')).toHaveLength(0)
  })
})

describe('查询台', () => {
  test.each([
    ['MATCH (h:Hos', 'Hospital'],
    ['MATCH (h)-[:COOP', 'COOPERATES_WITH'],
    ['MATCH (h)-[:MEMBER_OF|BR', 'BRANCH_OF'],
    ['MATCH (h:Hospital) WHERE h.gr', 'grade'],
    ['MAT', 'MATCH'],
    ['MATCH (hospital) RETURN coun', 'count'],
    ['MATCH (hospital) RETURN hos', 'hospital'],
  ])('补全 %s', (text, label) => {
    expect(offerAt(text, 'zh')?.options.map((option) => option.label)).toContain(label)
  })
  test.each(["MATCH (h {name: 'Hos", 'RETURN 1 // Hos', '', 'RETURN $na'])('不补全 %s', (text) => {
    expect(offerAt(text, 'zh')).toBeNull()
  })
  test('标签处不给关系类型', () => {
    expect(offerAt('MATCH (h:', 'zh')?.options.map(({ label }) => label)).not.toContain('COOPERATES_WITH')
  })
  test('语句里的参数，字符串和注释里的不算', () => {
    expect(parametersIn("MATCH (n {id: $id}) WHERE n.name <> '$not' // $no\nRETURN $id, $limit")).toEqual(['id', 'limit'])
    expect(parametersIn('RETURN 1')).toEqual([])
  })
  test.each([
    ['2022', undefined, 2022],
    ['奉化区', undefined, '奉化区'],
    ['["a"]', undefined, ['a']],
    ['2022', 'text', '2022'],
    ['签约，合作', 'texts', ['签约', '合作']],
    ['', 'texts', []],
    ['', undefined, null],
  ])('参数 %s（%s）', (text, type, value) => {
    expect(parseValue(text, type)).toEqual(value)
  })
  test('历史：新的在前，重复的只留一条，有上限', () => {
    let history = addToHistory([], 'RETURN 1', 1)
    history = addToHistory(history, 'RETURN 2', 2)
    history = addToHistory(history, ' RETURN 1 ', 3)
    expect(history.map(({ query }) => query)).toEqual(['RETURN 1', 'RETURN 2'])
    for (let number = 0; number < 80; number += 1) history = addToHistory(history, `RETURN ${number}`, number)
    expect(history).toHaveLength(50)
  })
  test('值说成一行；像公式的单元格加引号', () => {
    const node: GraphValue = { kind: 'node', elementId: 'n:1', labels: ['Hospital'], properties: { id: 'h', name: '甲医院' } }
    const relation: GraphValue = { kind: 'relation', elementId: 'e:1', type: 'COOPERATES_WITH', start: 'n:1', end: 'n:2', properties: {} }
    expect(sayGraphValue({ kind: 'path', nodes: [node, node], relations: [relation] }, 'zh')).toBe('甲医院 — 甲医院')
    expect([sayGraphValue(relation, 'zh'), sayGraphValue(null, 'zh'), sayGraphValue([1, true], 'zh')]).toEqual(['合作', '', '1、true'])
    const csv = toCsv(
      ['名称', '值'],
      [
        ['=1+1', -3],
        ['a,"b"', null],
      ],
      'zh',
    )
    expect(csv).toBe('\uFEFF名称,值\r\n\'=1+1,-3\r\n"a,""b""",\r\n')
  })
})
