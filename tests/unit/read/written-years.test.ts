/** Years written out in Chinese digits, as Arabic ones. */
import { expect, test } from 'vitest'
import { digitDates, digitYears } from '../../../ingest/read/written-years.ts'

test.each([
  ['二〇二二年十二月三十一日', '2022年十二月三十一日', '2022年12月31日'],
  ['二○二三年一月五日', '2023年一月五日', '2023年1月5日'],
  ['二零二〇年十月二十日', '2020年十月二十日', '2020年10月20日'],
  ['一九四九年建院', '1949年建院', '1949年建院'],
  // Neither a number of a hospital, nor a count of years, nor a longer number is a year.
  ['联勤保障部队第九〇一医院', '联勤保障部队第九〇一医院', '联勤保障部队第九〇一医院'],
  ['二十年来', '二十年来', '二十年来'],
  ['三二〇二二年', '三二〇二二年', '三二〇二二年'],
])('%s', (text, years, dates) => {
  expect([digitYears(text), digitDates(text)]).toEqual([years, dates])
  expect(digitYears(text)).toHaveLength(text.length)
})
