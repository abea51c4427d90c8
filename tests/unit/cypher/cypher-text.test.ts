/** Texts looked at without a parser: strings and comments, places, limits, hints. */
import { describe, expect, test } from 'vitest'
import { findExcess, findWord, maskStrings, placeAt } from '../../../cypher/store/cypher-text.ts'
import { findDifferences, findHint } from '../../../cypher/store/hints.ts'
import hintCases from '../../cases/cypher-hints.json' with { type: 'json' }

describe('字符串和注释', () => {
  test.each([
    ["RETURN 'a(b' // (", "RETURN '   '     "],
    ['RETURN "a\\"b", `x y`', 'RETURN "    ", `   `'],
    ["/* (\n' */ RETURN 1", '    \n     RETURN 1'],
    ["RETURN '//' + 1", "RETURN '  ' + 1"],
    ['RETURN 1', 'RETURN 1'],
  ])('%j', (text, masked) => {
    expect(maskStrings(text)).toBe(masked)
    expect(maskStrings(text)).toHaveLength(text.length)
  })
  test('位置从 1 数起', () => {
    expect(placeAt('ab\ncd', 0)).toEqual({ line: 1, column: 1 })
    expect(placeAt('ab\ncd', 4)).toEqual({ line: 2, column: 2 })
  })
  test('只找字符串和注释外的整个词', () => {
    expect(findWord("RETURN 'SET' // SET\nset x", 'SET')).toEqual({ line: 2, column: 1 })
    expect(findWord('RETURN OFFSET, set1', 'SET')).toBeUndefined()
    expect(findWord('RETURN $x + x', '$x')).toEqual({ line: 1, column: 8 })
    expect(findWord('RETURN 1', '')).toBeUndefined()
  })
})

describe('太长太深', () => {
  test.each([
    ['RETURN 1', undefined],
    [`RETURN ${'['.repeat(200)}${']'.repeat(200)}`, undefined],
    [`RETURN '${'('.repeat(5000)}'`, undefined],
    [' \n ', 'cypher.syntax'],
    [`RETURN ${'['.repeat(201)}`, 'cypher.too-deep'],
    ['x'.repeat(20_001), 'cypher.too-long'],
    [`RETURN ${'1 OR '.repeat(3999)}1 OR NOT 1 OR 2`, 'cypher.too-long|cypher.too-deep'],
  ])('%#', (text, code) => {
    const found = findExcess(text)?.code
    if (code === undefined) expect(found).toBeUndefined()
    else expect(code.split('|')).toContain(found)
  })
})

describe('提示', () => {
  test.each(hintCases)('$text', ({ text, hint, differs }) => {
    if (hint === undefined) expect(findHint(text)).toBeUndefined()
    else expect(findHint(text)).toContain(hint)
    expect(findDifferences(text).map(({ code }) => code)).toEqual(differs === undefined ? [] : [differs])
  })
})
