/** Dates against the dateline and the section; the year of a claim; the end of a term. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dateForClaim, findDates, type DateContext } from '../../../ingest/relate/sentence/dates.ts'
import { findEndYear } from '../../../ingest/relate/sentence/end-year.ts'

interface Case extends DateContext {
  readonly text: string
  readonly note?: string
  readonly dates: readonly { readonly date: string; readonly text: string }[]
}

const cases = JSON.parse(readFileSync(new URL('../../cases/dates.json', import.meta.url), 'utf8')) as Case[]
const review: DateContext = { section: { kind: 'review', year: 2023 } }
const plan: DateContext = { section: { kind: 'plan', year: 2024 } }
const news: DateContext = { section: { kind: 'other' }, published: '2023-05-06' }

describe('日期', () => {
  it.each(cases)('$note $text', ({ text, dates, note: _note, ...context }) => {
    expect(findDates(text, context).map(({ from, to, ...date }) => ({ ...date, text: text.slice(from, to) }))).toEqual(dates)
  })

  it('至少十分之一的用例什么也读不出', () => {
    expect(cases.filter((given) => given.dates.length === 0).length * 10).toBeGreaterThanOrEqual(cases.length)
  })

  it('二十万字的怪文也读得完', () => {
    expect(findDates('2022年'.repeat(50000), news)).toHaveLength(50000)
    for (const text of ['1'.repeat(200000), '一'.repeat(100000)]) expect(findDates(text, news)).toEqual([])
  })
})

describe('一件事的时间', () => {
  const told = (text: string, context: DateContext, claim: { deed: boolean; planned: boolean }): { year?: number; date?: string } =>
    dateForClaim(findDates(text, context), { from: 0, to: text.length, ...claim }, context)

  it('句中的日期先于段落的年份', () => {
    expect(told('2022年7月，甲与乙签约', review, { deed: true, planned: false })).toEqual({ year: 2022, date: '2022-07' })
  })
  it('总结里做成的事在那一年', () => {
    expect(told('甲与乙签约', review, { deed: true, planned: false })).toEqual({ year: 2023 })
  })
  it('一直如此的事没有年份', () => {
    expect(told('甲的专家在乙坐诊', review, { deed: false, planned: false })).toEqual({})
  })
  it('计划的事在计划的那一年', () => {
    expect(told('力争与乙签约', plan, { deed: false, planned: true })).toEqual({ year: 2024 })
  })
  it('总结里的打算没有年份', () => {
    expect(told('拟与乙签约', review, { deed: false, planned: true })).toEqual({})
  })
  it('新闻没有写日期就没有年份', () => {
    expect(told('甲与乙签约', news, { deed: true, planned: false })).toEqual({})
  })
})

describe('期满之年', () => {
  it.each([
    ['为期五年', 2023, 2028],
    ['合作期15年', 2020, 2035],
    ['协议期限三年', 2022, 2025],
    ['有效期至2028年', undefined, 2028],
    ['2021年—2025年', undefined, 2025],
    ['为期五年', undefined, undefined],
    ['合作多年', 2020, undefined],
  ])('%s', (text, start, end) => {
    expect(findEndYear(text, start)).toBe(end)
  })
})
