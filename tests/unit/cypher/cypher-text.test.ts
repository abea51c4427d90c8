/** Texts looked at without a parser: strings and comments, places, limits, hints. */
import { describe, expect, test } from 'vitest'
import { findExcess, findWord, maskStrings, placeAt } from '../../../cypher/store/cypher-text.ts'
import { differences } from '../../../cypher/store/differences.ts'
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

describe('两种图库的差别', () => {
  test.each(hintCases)('$text', ({ text, code, portable }) => {
    const told = codesOf(text)
    if (code === undefined) expect(told).toEqual([])
    else expect(told).toContain(code)
    if (portable !== undefined) expect(codesOf(portable)).toEqual([])
  })
  test('表里每一行都有例子', () => {
    const shown = new Set(hintCases.map(({ code }) => code))
    // The server alone has these procedures, and its tests ask them (tests/contract/neo4j.test.ts).
    expect(differences.map(({ code }) => code).filter((code) => !shown.has(code) && code !== 'hint.full-text')).toEqual([])
  })
  test('一种图库拒绝的，随出错说；别的，随计划说，带位置', () => {
    expect(findHint("RETURN 'a' || 'b'")).toContain('a + b')
    expect(findHint("RETURN 'a' || 'b'", 'neo4j')).toBeUndefined()
    expect(findDifferences('RETURN\n  round(1.234, 2)', 'neo4j')).toMatchObject([{ code: 'hint.missing-function', line: 2, column: 3 }])
    expect(findDifferences('RETURN round(1.234, 2)')).toEqual([])
  })
})

/** What either store has to say. */
function codesOf(cypher: string): string[] {
  return [...new Set([...findDifferences(cypher), ...findDifferences(cypher, 'neo4j')].map(({ code }) => code))]
}
