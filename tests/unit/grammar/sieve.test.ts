/** Expressions that are told from one pass whether they can match. */
import { expect, test } from 'vitest'
import { matchesOf } from '../../../ingest/grammar/matches.ts'
import { requiredWays } from '../../../ingest/grammar/required-text.ts'
import { Sieve } from '../../../ingest/grammar/sieve.ts'

test('没有必需的字词，式样就不试；有，照常匹配', () => {
  const sieve = new Sieve()
  const passed = sieve.add(/通过(?:了)?$/u)
  const dated = sieve.add(/\d{4}年/u)
  const may = sieve.sift('2024年顺利通过')
  expect(passed.test('2024年顺利通过', may)).toBe(true)
  expect(passed.test('2024年', may)).toBe(false)
  const other = sieve.sift('2024年启动')
  expect(passed.test('2024年启动', other)).toBe(false)
  expect(dated.test('2024年启动', other)).toBe(true)
})

test('筛选过一句话之后再加的式样也算数', () => {
  const sieve = new Sieve()
  sieve.sift('年底完成')
  const done = sieve.add(/完成/u)
  expect(done.test('年底完成', sieve.sift('年底完成'))).toBe(true)
})

test('第三十二个式样放不下', () => {
  const sieve = new Sieve()
  for (let index = 0; index < 31; index++) sieve.add(/完成/u)
  expect(() => sieve.add(/完成/u)).toThrow(RangeError)
})

test('一种匹配要的两组字词，最可靠的在前；单字不算第二组', () => {
  expect(requiredWays('健康(?<place>.{2,6}?)建设')).toEqual([[['健康'], ['建设']]])
  expect(requiredWays('卫生(?:县|市)')).toEqual([[['卫生县', '卫生市']]])
  expect(requiredWays('医改.*试点|托管')).toEqual([[['医改'], ['试点']], [['托管']]])
  expect(requiredWays('[省市]')).toBeUndefined()
})

test('一句话里的全部匹配，空的也走得完', () => {
  expect(matchesOf(/[省市]/gu, '省与市').map(({ index }) => index)).toEqual([0, 2])
  expect(matchesOf(/x*/gu, 'ab').length).toBe(3)
  expect(matchesOf(/县/gu, '省与市')).toEqual([])
})
