/** Arabic and Chinese numerals as reports write them: 1.5, 12,000, 三百二十, 二〇二二, 十二点五. */

const DIGITS = '〇零一二三四五六七八九'
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/** A run of characters that Chinese numerals are made of. */
export const HAN_NUMERAL = '[〇零一二两三四五六七八九十百千万亿点]+'

/** Value of one Chinese digit, or undefined. */
function digitOf(mark: string): number | undefined {
  if (mark === '两') return 2
  const at = DIGITS.indexOf(mark)
  return at < 0 ? undefined : Math.max(0, at - 1)
}

/** Value of a Chinese numeral (三百二十 is 320, 二〇二二 is 2022, 十二点五 is 12.5), or undefined where it is none. */
export function parseHan(text: string): number | undefined {
  const point = text.indexOf('点')
  if (point >= 0) return parseDecimal(text, point)
  if (text.length > 1 && Array.from(text).every((mark) => digitOf(mark) !== undefined)) {
    return text.length > 8 ? undefined : Number(Array.from(text, digitOf).join(''))
  }
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const mark of text) {
    const value = digitOf(mark)
    const ten = TENS[mark]
    const myriad = MYRIADS[mark]
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = value
    } else if (ten !== undefined) {
      section += (digit ?? 1) * ten
      digit = undefined
    } else if (myriad !== undefined) {
      section += digit ?? 0
      if (section === 0 && total === 0) return undefined
      total = myriad === 1e8 ? (total + section) * myriad : total + section * myriad
      section = 0
      digit = undefined
    } else return undefined
  }
  return total + section + (digit ?? 0)
}

/** 十二点五, 二点一亿: the multiplier after the decimals counts for the whole. */
function parseDecimal(text: string, point: number): number | undefined {
  const whole = parseHan(text.slice(0, point))
  const rest = text.slice(point + 1)
  let length = 0
  while (length < rest.length && digitOf(rest.charAt(length)) !== undefined) length++
  if (whole === undefined || length === 0) return undefined
  const decimals = Array.from(rest.slice(0, length), digitOf).join('')
  let value = Number(`${whole}.${decimals}`)
  for (const mark of rest.slice(length)) {
    const factor = TENS[mark] ?? MYRIADS[mark]
    if (factor === undefined) return undefined
    value *= factor
  }
  return value
}

/** Value of an Arabic or Chinese numeral, or undefined where it is none. */
export function parseNumeral(text: string): number | undefined {
  if (/^\d/.test(text)) {
    const value = Number(text.replaceAll(/[,，]/g, ''))
    return Number.isFinite(value) ? value : undefined
  }
  return parseHan(text)
}
