/** Years and days written out in Chinese digits (二〇二二年十二月三十一日), as official papers have them, in Arabic ones. */

const ZERO = '〇○◯零0OＯo'
const DIGITS = '〇一二三四五六七八九'
const YEAR = new RegExp(`(?<![一二三四五六七八九十百千万${ZERO}])(?:一九|二[${ZERO}])[${ZERO}一二三四五六七八九]{2}(?=年)`, 'gu')
const DAY = /(?<=(?:19|20)\d{2}年)([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?/gu
const HAS_YEAR = new RegExp(`二[${ZERO}]|一九`, 'u')

/** 二〇二二年, 二○二二年 and 二零二二年 as 2022年; the length stays. */
export function digitYears(text: string): string {
  return HAS_YEAR.test(text)
    ? text.replace(YEAR, (year) => Array.from(year, (mark) => (ZERO.includes(mark) ? 0 : DIGITS.indexOf(mark))).join(''))
    : text
}

/** Months and days behind such a year too: 二〇二二年十二月三十一日 as 2022年12月31日. The length may change. */
export function digitDates(text: string): string {
  const dated = digitYears(text)
  return dated === text
    ? text
    : dated.replace(
        DAY,
        (_, month: string, day: string | undefined) => `${below100(month)}月${day === undefined ? '' : `${below100(day)}日`}`,
      )
}

/** 十二 is 12, 三十一 is 31. */
function below100(numeral: string): number {
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['〇', numeral]
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + Math.max(0, DIGITS.indexOf(ones || '〇'))
}
