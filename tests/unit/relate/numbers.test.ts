/** Amounts: money in 万元, areas in m², beds. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findAmounts } from '../../../ingest/relate/sentence/numbers.ts'
import { parseHan } from '../../../ingest/relate/sentence/numerals.ts'

interface Case {
  readonly text: string
  readonly amounts: readonly { readonly kind: string; readonly value: number; readonly text: string }[]
}

const cases = JSON.parse(readFileSync(new URL('../../cases/numbers.json', import.meta.url), 'utf8')) as Case[]

describe('数额', () => {
  it.each(cases)('$text', ({ text, amounts }) => {
    expect(findAmounts(text).map(({ from, to, ...amount }) => ({ ...amount, text: text.slice(from, to) }))).toEqual(amounts)
  })

  it('至少十分之一的用例什么也读不出', () => {
    expect(cases.filter((given) => given.amounts.length === 0).length * 10).toBeGreaterThanOrEqual(cases.length)
  })

  it.each([
    ['三百二十', 320],
    ['二〇二二', 2022],
    ['十二点五', 12.5],
    ['两千五百万', 25000000],
    ['一亿二千万', 120000000],
    ['十', 10],
    ['零', 0],
    ['万', undefined],
    ['三点', undefined],
  ])('%s', (text, value) => {
    expect(parseHan(text)).toBe(value)
  })

  it('二十万字的怪文也读得完', () => {
    for (const text of ['1'.repeat(200000), '一'.repeat(200000), '1,'.repeat(100000)]) expect(findAmounts(text)).toEqual([])
    expect(findAmounts('1亿元；'.repeat(50000)).length).toBe(50000)
  })
})
