/** Amounts in the reading form of a sentence: money in 万元, areas in m², beds. A masked amount (*亿元, XX万元) is none. */
import { HAN_NUMERAL, parseNumeral } from './numerals.ts'
import { unitTable } from './unit-table.ts'

export type AmountKind = 'money' | 'landArea' | 'floorArea' | 'area' | 'beds'

export interface Amount {
  readonly kind: AmountKind
  /** Money in 万元, areas in m², beds in 张; the lower end of a range. */
  readonly value: number
  /** Upper end of a range. */
  readonly upper?: number
  /** The text says about, nearly, over (约, 余, 近, 超, 以上). */
  readonly approx?: true
  /** Half-open span of number and unit in the text, without the words of vagueness. */
  readonly from: number
  readonly to: number
}

interface Unit {
  readonly kind: 'money' | 'area' | 'beds'
  readonly factor: number
}

const UNITS: Readonly<Record<string, Unit>> = {
  元: { kind: 'money', factor: 1e-4 },
  块钱: { kind: 'money', factor: 1e-4 },
  平方米: { kind: 'area', factor: 1 },
  平米: { kind: 'area', factor: 1 },
  平方: { kind: 'area', factor: 1 },
  方: { kind: 'area', factor: 1 },
  m2: { kind: 'area', factor: 1 },
  '㎡': { kind: 'area', factor: 1 },
  平方公里: { kind: 'area', factor: 1e6 },
  公顷: { kind: 'area', factor: 1e4 },
  亩: { kind: 'area', factor: 2000 / 3 },
  张: { kind: 'beds', factor: 1 },
  个床位: { kind: 'beds', factor: 1 },
  个: { kind: 'beds', factor: 1 },
  床: { kind: 'beds', factor: 1 },
}

const NUMERAL = new RegExp(String.raw`\d+(?:[,，]\d{3}(?!\d))*(?:\.\d+)?|${HAN_NUMERAL}`, 'uy')
/** First units of numerals: most of a text opens none. */
const OPENERS = unitTable('0123456789〇零一二两三四五六七八九十百千万亿点')
const MULTIPLIER = /\s?(百万|千万|万亿|百|千|万|个亿|亿)?/uy
/** 1亿2000万: what follows 亿 counts on. */
const REST = /(\d{1,4})万/uy
const VAGUE_INSIDE = /(多|余|来)?/uy
const UNIT =
  /\s?(?:人民币)?(平方公里|平方米|平米|平方|(?<=万\s?)方(?![米案便面向式针剂舱法])|公顷|亩|m2|m²|㎡|元|块钱|张|个床位|个(?=[，。；、（]|$)|床(?!位|旁|边|头))/uy
const RANGE = /\s?(?:-|—{1,2}|–|~|～|至|到)\s?/uy
const VAGUE_BEFORE = /(?:约|大约|近|超|超过|逾|将近|接近|不少于|不低于|至少|突破|上|达到约|概约)(?:为|是)?\s?$/u
const VAGUE_AFTER = /^(?:以上|左右|上下|多|余|有余|之多)/u
const MASK = /[*＊xX×〇○]/u
const FACTORS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8, 个亿: 1e8, 百万: 1e6, 千万: 1e7, 万亿: 1e12 }

interface Numeral {
  readonly value: number
  /** The multiplier that is written after the number: 万, 亿. */
  readonly factor: number
  readonly vague: boolean
  readonly from: number
  readonly to: number
}

/** Amounts of money, area and beds, left to right. Work is linear in the text. */
export function findAmounts(text: string): Amount[] {
  const found: Amount[] = []
  let pending: Numeral | undefined
  let bedsTold = false
  for (let at = 0, next = 0; at < text.length; at = next) {
    next = at + 1
    if (OPENERS[text.charCodeAt(at)] !== 1) continue
    NUMERAL.lastIndex = at
    const match = NUMERAL.exec(text)
    if (match === null) continue
    next = NUMERAL.lastIndex
    if (at < (found.at(-1)?.to ?? 0)) continue
    const numeral = readNumeral(text, match)
    if (numeral === undefined) {
      pending = undefined
      continue
    }
    const joined = pending !== undefined && joins(text, pending.to, numeral.from) ? pending : undefined
    const unit = unitAt(text, numeral.to)
    pending = numeral
    const amount: Amount | undefined = unit === undefined ? undefined : makeAmount(text, { numeral, unit, lower: joined, bedsTold })
    if (amount === undefined) continue
    bedsTold ||= amount.kind === 'beds'
    const earlier = found.at(-1)
    if (earlier !== undefined && earlier.kind === amount.kind && earlier.upper === undefined && joins(text, earlier.to, amount.from)) {
      found.splice(-1, 1, { ...earlier, upper: amount.value, to: amount.to })
    } else found.push(amount)
    pending = undefined
  }
  return found
}

/** The number at a match with its multiplier, or undefined where it is masked or no number. */
function readNumeral(text: string, match: RegExpExecArray): Numeral | undefined {
  const from = match.index
  const end = from + match[0].length
  if (MASK.test(text.charAt(from - 1)) || MASK.test(text.charAt(end)) || text.charAt(from - 1) === '.') return undefined
  if (text.charAt(end) === '.' && MASK.test(text.charAt(end + 1))) return undefined
  const value = parseNumeral(match[0])
  if (value === undefined) return undefined
  if (!/^\d/u.test(match[0])) return withVagueness(text, { value, factor: 1, vague: false, from, to: end })
  const multiplied = withMultiplier(text, { value, factor: 1, vague: false, from, to: end })
  REST.lastIndex = multiplied.to
  const rest = multiplied.factor === 1e8 ? REST.exec(text)?.[1] : undefined
  if (rest !== undefined) return { ...multiplied, value: value + Number(rest) / 1e4, to: REST.lastIndex }
  return withVagueness(text, multiplied)
}

function withMultiplier(text: string, numeral: Numeral): Numeral {
  MULTIPLIER.lastIndex = numeral.to
  const word = MULTIPLIER.exec(text)?.[1]
  return word === undefined ? numeral : { ...numeral, factor: FACTORS[word] ?? 1, to: MULTIPLIER.lastIndex }
}

/** 27万余, 480余万: the multiplier may stand on either side. */
function withVagueness(text: string, numeral: Numeral): Numeral {
  VAGUE_INSIDE.lastIndex = numeral.to
  if (VAGUE_INSIDE.exec(text)?.[1] === undefined) return numeral
  const vague = { ...numeral, vague: true, to: VAGUE_INSIDE.lastIndex }
  return numeral.factor === 1 ? withMultiplier(text, vague) : vague
}

function joins(text: string, end: number, from: number): boolean {
  RANGE.lastIndex = end
  return RANGE.test(text) && RANGE.lastIndex === from
}

function unitAt(text: string, at: number): (Unit & { readonly to: number }) | undefined {
  UNIT.lastIndex = at
  const match = UNIT.exec(text)
  const unit = match?.[1] === undefined ? bareMoney(text, at) : UNITS[match[1] === 'm²' ? 'm2' : match[1]]
  if (unit === undefined) return undefined
  return { ...unit, to: match?.[1] === undefined ? at : UNIT.lastIndex }
}

/** 投资1.2亿, without 元, after a word of money. */
function bareMoney(text: string, at: number): Unit | undefined {
  if (
    !'亿万'.includes(text.charAt(at - 1)) ||
    /^(?:多|余)?(?:人(?!民币)|次|例|户|册|份|条|台|管|件|剂|美|港|欧|日|名|个|支|吨|平)/u.test(text.slice(at, at + 3))
  )
    return undefined
  return /(?:投资|投入|资金|概算|估算|造价|预算|总价|中标价)[^，。；]{0,8}$|花(?:了|费|掉)?(?:约|近)?[\d.]+个?[万亿]$/u.test(
    text.slice(Math.max(0, at - 22), at),
  )
    ? UNITS['元']
    : undefined
}

interface Parts {
  readonly numeral: Numeral
  readonly unit: Unit & { readonly to: number }
  /** The number before a range mark. */
  readonly lower: Numeral | undefined
  /** Beds were counted before in the same text, so that a bare 张 may count them on. */
  readonly bedsTold: boolean
}

function makeAmount(text: string, { numeral, unit, lower, bedsTold }: Parts): Amount | undefined {
  const from = lower?.from ?? numeral.from
  const kind =
    unit.kind === 'beds' ? bedsAt(text, { from, to: unit.to, bedsTold }) : unit.kind === 'area' ? areaKind(text, from) : unit.kind
  if (kind === undefined) return undefined
  const value = numeral.value * numeral.factor * unit.factor
  if (!(value > 0)) return undefined
  const before = text.slice(Math.max(0, from - 6), from)
  const vague = numeral.vague || VAGUE_BEFORE.test(before) || VAGUE_AFTER.test(text.slice(unit.to, unit.to + 2))
  const span = { from, to: unit.to }
  const approx = vague ? ({ approx: true } as const) : {}
  if (lower === undefined) return { kind, value: round(value), ...approx, ...span }
  // 3-5亿元: the multiplier behind the upper end counts for both; 5000万-1亿元 has its own.
  const low = lower.value * (lower.factor === 1 ? numeral.factor : lower.factor) * unit.factor
  return { kind, value: round(low), upper: round(value), ...approx, ...span }
}

/** Without what binary fractions leave behind: 1.1 × 3 is 3.3. */
function round(value: number): number {
  if (Number.isInteger(value) && value < 1e12) return value
  return Number(value.toPrecision(12))
}

/** 张 counts beds only beside a word of beds: 床位300张, 300张床位, 病床300张; 个 only right behind one. */
function bedsAt(text: string, { from, to, bedsTold }: { from: number; to: number; bedsTold: boolean }): 'beds' | undefined {
  const before = text.slice(Math.max(0, from - 12), from)
  const after = text.slice(to, to + 8)
  if (text.charAt(to - 1) === '个') return /(?:床位|病床)(?:总?数量?|规模)?(?:约|共计?|达|为|是)*$/u.test(before) ? 'beds' : undefined
  if (text.charAt(to - 1) !== '张')
    return /(?:设|床位|床|规模|开放|编制|达|增)[^，。；]{0,6}$/u.test(before) || text.slice(to - 2, to) === '床位' ? 'beds' : undefined
  if (/^(?:[^，。；、]{0,4})床/u.test(after) || /床(?:位|[^，。；]{0,3})?[^。；]{0,8}$/u.test(before)) return 'beds'
  return bedsTold && /(?:达|达到|至|到|新增|增加|增至|共|设|扩至)(?:约)?$/u.test(before) ? 'beds' : undefined
}

/** Land or floor, from the words between the number and the amount before it. */
function areaKind(text: string, from: number): 'landArea' | 'floorArea' | 'area' {
  const before = text.slice(Math.max(0, from - 14), from)
  const near =
    /(?:占地|用地|土地|征地|地块|建筑|建面|建设面积|改造|装修|业务用房|用房|使用面积|扩建面积|新建面积|总面积)[^，。；、]{0,8}$/u.exec(
      before,
    )?.[0]
  if (near === undefined) return text.slice(from).startsWith('亩') ? 'landArea' : landUnit(text, from)
  return /^(?:占地|用地|土地|征地|地块)/u.test(near) && !/建筑/u.test(near) ? 'landArea' : 'floorArea'
}

/** 60亩 and 4公顷 measure land whatever stands before. */
function landUnit(text: string, from: number): 'landArea' | 'area' {
  return /^[^，。；]{1,14}?(?:亩|公顷)/u.test(text.slice(from, from + 16)) ? 'landArea' : 'area'
}
