/** Tables on a terminal: Chinese counts two columns, long cells say that they are cut. */
import { describe, expect, test } from 'vitest'
import { formatTable, sayValue, widthOf } from '../../../ingest/cli/text-table.ts'

const node = (id: string) => ({ kind: 'node' as const, elementId: id, labels: ['Hospital'], properties: { id, name: `医院${id}` } })
const edge = { kind: 'relation' as const, elementId: 'e', type: 'BRANCH_OF', start: 'a', end: 'b', properties: {} }

describe('终端上的表', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['医院', 4],
    ['（A）', 5],
    ['é', 1],
  ])('%j 宽 %i', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })
  test('对齐，数字靠右，空值留空', () => {
    expect(
      formatTable(
        ['名', 'n'],
        [
          ['奉化区', 8],
          ['a', 12],
          [null, null],
        ],
      ),
    ).toBe('名       n\n──────  ──\n奉化区   8\na       12\n\n')
  })
  test('没有行也有表头', () => {
    expect(formatTable(['x'], [])).toBe('x\n─\n')
  })
  test('太长的格子以省略号结尾，换行变成空格', () => {
    const [, , row = ''] = formatTable(['x'], [[`${'字'.repeat(40)}\n尾`]]).split('\n')
    expect(row.endsWith('…')).toBe(true)
    expect(widthOf(row)).toBeLessThanOrEqual(60)
  })
  test('节点、关系、路径、列表、映射各有一句话', () => {
    expect(sayValue(node('1'))).toBe('(:Hospital 医院1)')
    expect(sayValue({ kind: 'path', nodes: [node('1'), node('2')], relations: [edge] })).toBe(
      '(:Hospital 医院1)-[:BRANCH_OF]-(:Hospital 医院2)',
    )
    expect(sayValue([1, 'a', null])).toBe('[1, a, ]')
    expect(sayValue({ kind: 'map', entries: { a: true } })).toBe('{a: true}')
  })
})
