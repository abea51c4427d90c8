/** Values of the model in people's words: 6.6 亿元, 4,800 万元, 3.2 万㎡, captions of choices. The exact number stays for the hover. */
import { labelDefinitions, relationDefinitions, type Attribute, type ClaimedType, type EntityLabel } from '../../../cypher/model/index.ts'

export interface SaidValue {
  readonly caption: string
  readonly text: string
  /** The exact number with its unit, where the text is rounded. */
  readonly exact?: string
}

type Locale = 'zh' | 'en'

function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

function sayMoney(tenThousands: number, locale: Locale): string {
  if (locale === 'en') return `¥${grouped(tenThousands / 100)} million`
  return Math.abs(tenThousands) >= 10_000 ? `${grouped(tenThousands / 10_000)} 亿元` : `${grouped(tenThousands)} 万元`
}

function sayArea(square: number, locale: Locale): string {
  if (locale === 'en' || Math.abs(square) < 10_000) return `${grouped(square)} ㎡`
  return `${grouped(square / 10_000)} 万㎡`
}

function sayNumber(value: number, attribute: Attribute, locale: Locale): string {
  if (attribute.unit === '万元') return sayMoney(value, locale)
  if (attribute.unit === 'm²') return sayArea(value, locale)
  if (attribute.unit === '张') return locale === 'zh' ? `${grouped(value)} 张` : grouped(value)
  // Years stand without a thousands mark.
  return String(value)
}

function sayOne(value: unknown, attribute: Attribute | undefined, locale: Locale): string {
  if (attribute?.kind === 'choice' && typeof value === 'string') return attribute.choices?.[value]?.[locale] ?? value
  if (attribute?.kind === 'number' && typeof value === 'number') return sayNumber(value, attribute, locale)
  if (typeof value === 'boolean') return locale === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map((item) => sayOne(item, attribute, locale)).join('、')
  return String(value)
}

/** One attribute of a thing or a line; a key that the model does not hold is said as it is. */
export function sayValue(of: EntityLabel | ClaimedType, key: string, value: unknown, locale: Locale): SaidValue {
  const attributes: Readonly<Record<string, Attribute>> =
    of in labelDefinitions ? labelDefinitions[of as EntityLabel].attributes : relationDefinitions[of as ClaimedType].attributes
  const attribute = attributes[key]
  const text = sayOne(value, attribute, locale)
  const hasUnit = typeof value === 'number' && attribute?.unit !== undefined
  return { caption: attribute?.caption[locale] ?? key, text, ...(hasUnit ? { exact: `${grouped(value)} ${attribute.unit}` } : {}) }
}
