/** Headers of query files. */
import { describe, expect, test } from 'vitest'
import { parseQueryFile } from '../../../cypher/queries/header.ts'

const file = (...lines: string[]): string =>
  ['/*', 'zh: 名', 'en: name', 'column x: text', 'limit: 5', ...lines, '*/', 'RETURN 1 AS x', ''].join('\n')

describe('查询文件的头', () => {
  test('读出参数、默认值和列', () => {
    const query = parseQueryFile(
      file(
        'asks: 1, 2',
        'param id: text required | 编号 | Id',
        'param hops: number = 6 | 步数 | Steps',
        'param types: texts = ["A"] | 类型 | Types',
      ),
    )
    expect(query).toMatchObject({ title: { zh: '名', en: 'name' }, asks: [1, 2], offered: true, limit: 5, cypher: 'RETURN 1 AS x' })
    expect(query.columns).toEqual([{ name: 'x', type: 'text' }])
    expect(query.params.map(({ name, type, required, default: preset }) => [name, type, required, preset])).toEqual([
      ['id', 'text', true, null],
      ['hops', 'number', false, 6],
      ['types', 'texts', false, ['A']],
    ])
  })
  test.each([
    ['没有头', 'RETURN 1'],
    ['不认识的行', file('nonsense: 1')],
    ['不认识的类型', file('param x: integer = 1 | 甲 | a')],
    ['缺英文说明', file('param x: number = 1 | 甲')],
    ['不认识的列', file('column y: thing')],
    ['默认值不是 JSON', file('param x: text = abc | 甲 | a')],
    ['没有上限', file().replace('limit: 5\n', '')],
  ])('%s就不收', (_, text) => {
    expect(() => parseQueryFile(text)).toThrow()
  })
})
