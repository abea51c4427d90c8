/** When a name, a value or a quote counts as the same (design: "Comparing names", "Attributes"). */
import { forms } from '../../cypher/model/index.ts'

const IGNORED = /[\p{White_Space}"“”‘’'《》「」『』【】〔〕[\]()、,·•・]/gu

/** NFKC, then without white space, quotation marks, brackets, 、，· and commas. */
export function comparableText(value: unknown): string {
  return plainText(value).normalize('NFKC').replace(IGNORED, '')
}

/** Empty for what is absent, zero or false: none of them is a text to compare. */
function plainText(value: unknown): string {
  if (value === null || value === undefined || value === false || value === 0) return ''
  if (value === true) return 'True'
  if (Array.isArray(value)) return value.length === 0 ? '' : `[${value.map((item) => `'${plainText(item)}'`).join(', ')}]`
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}

const formByWording: ReadonlyMap<string, string> = new Map(
  Object.entries(forms).flatMap(([name, form]) => form.wordings.map((wording) => [wording, name] as const)),
)

/** The form of the closed list that a wording stands for; any other value as it is. */
function readForm(value: unknown): unknown {
  return typeof value === 'string' ? (formByWording.get(value) ?? value) : value
}

function asNumber(value: unknown): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
}

/** Numbers to 1e-6 (areas to 1e-3: 亩 is 2000/3 m²), texts by `comparableText`, wanted lists contained in what was got. */
function isSameValue(got: unknown, want: unknown, key: string): boolean {
  if (typeof want === 'number') {
    const tolerance = key.endsWith('Area') ? 1e-3 : 1e-6
    return Math.abs(asNumber(got) - want) <= tolerance * Math.max(1, Math.abs(want)) + 1e-9
  }
  if (Array.isArray(want)) {
    if (!Array.isArray(got)) return false
    const have = new Set(got.map(comparableText))
    return want.every((item) => have.has(comparableText(item)))
  }
  return comparableText(got) === comparableText(want)
}

/** Whether a predicted value is the gold's or one of its alternatives; `null` among these allows it to be absent. */
export function isRight(got: unknown, want: unknown, of: { key: string; alternatives: readonly unknown[] | undefined }): boolean {
  const single: unknown = Array.isArray(got) && !Array.isArray(want) ? got[0] : got
  const read = of.key === 'form' ? readForm : (value: unknown) => value
  const absent = single === undefined || single === null
  const wanted = [want, ...(of.alternatives ?? [])]
  return wanted.some((one) => isSameValue(read(single), read(one), of.key) || (one === null && absent))
}

/** Whether one of the texts holds one of the quotes, or (from six characters on) is held by it. All are `comparableText`. */
export function holdsQuote(quotes: readonly string[], texts: readonly string[]): boolean {
  const isLong = (text: string): boolean => text.length >= 12 || Array.from(text).length >= 6
  return quotes.some((quote) => texts.some((text) => text.includes(quote) || (isLong(text) && quote.includes(text))))
}
