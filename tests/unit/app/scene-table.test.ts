import { describe, expect, it } from 'vitest'
import type { Source } from '../../../web/contract/index.ts'
import { csvOf } from '../../../web/app/derive/csv.ts'
import { deriveDrawn } from '../../../web/app/derive/elements.ts'
import { edgeRows, nodeRows } from '../../../web/app/derive/scene-table.ts'
import { graph, view } from './scene-fixture.ts'

const drawn = deriveDrawn(graph, view)
const source = (quote: string, year: number | null): Source => ({
  claim: quote,
  quote,
  document: { id: 'd', title: '工作总结', publisher: '奉化区卫生健康局', year, published: null, kind: 'summary' },
  start: 0,
  end: 1,
  page: 2,
  rule: 'cooperation/sign',
  confidence: 0.9,
  said: {},
})

describe('CSV', () => {
  it.each([
    ['逗号、引号、换行', ['a,b', '他说"好"', '上\n下'], '"a,b","他说""好""","上\n下"'],
    ['公式不被执行，负数照写', ['=SUM(A1)', '@x', '-3.5'], "'=SUM(A1),'@x,-3.5"],
    ['中文照写', ['市医院（东院）、分院'], '市医院（东院）、分院'],
  ])('%s', (_, row, text) => {
    expect(csvOf([row])).toBe(`\uFEFF${text}\r\n`)
  })
})

describe('画布的表', () => {
  it('画出的节点各一行，没画的没有', () => {
    const [titles, ...rows] = nodeRows(drawn, graph, 'zh')
    expect(rows).toHaveLength(drawn.nodes.length)
    expect(rows.every((row) => row.length === titles?.length)).toBe(true)
    expect(rows.map(([name]) => name)).not.toContain('消化道肿瘤筛查')
    expect(rows.find(([name]) => name === '奉化区中医医院迁建工程')).toEqual(expect.arrayContaining(['工程', '进度：计划']))
  })

  it('一句一行，没有原句的关系也有一行', () => {
    const id = 'COOPERATES_WITH(h/奉化人民)(h/宁波一院)'
    const sources = { [id]: [source('与宁波市第一医院签约', 2022), source('续签协议', null)] }
    const [titles, ...rows] = edgeRows(drawn.edges, { graph, sources, locale: 'zh' })
    expect(rows.every((row) => row.length === titles?.length)).toBe(true)
    expect(rows).toHaveLength(drawn.edges.length + 1)
    expect(rows.filter(([from]) => from === '宁波市奉化区人民医院').map((row) => row.slice(8, 12))).toEqual([
      ['与宁波市第一医院签约', '工作总结', '奉化区卫生健康局', '2022'],
      ['续签协议', '工作总结', '奉化区卫生健康局', ''],
    ])
    expect(rows.find(([from]) => from === '慈溪市龙山医院')?.[8]).toBe('')
  })

  it('英文界面用英文的类型与属性名', () => {
    const [, first] = edgeRows(drawn.edges, { graph, sources: {}, locale: 'en' })
    expect(first?.[2]).toBe('cooperates with')
  })
})
