/** Dates in the reading form of a sentence, against the dateline of the document and the year of its section. */
import type { Section } from '../../read/sentence.ts'
import { parseHan } from './numerals.ts'
import { unitTable } from './unit-table.ts'

export interface DateContext {
  /** The year that the document is about. */
  readonly year?: number | null
  /** Dateline: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly published?: string | null
  readonly section: Section
  /** A year told just before, in the sentence before, for 同年 and 次年. */
  readonly told?: number | undefined
  /** Of news a day without a year is of its dateline, whatever year the sentence before looks back on. */
  readonly news?: boolean
  /** A plan of several years, of which no one year is reviewed. */
  readonly long?: boolean
}

export interface FoundDate {
  readonly year: number
  /** YYYY, YYYY-MM or YYYY-MM-DD, as exact as the text. */
  readonly date: string
  /** Last year of a period (2021—2023年). */
  readonly endYear?: number
  /** Told without its year: 今年, 近日, 3月8日. */
  readonly relative: boolean
  /** How it limits: since when, until when, or simply when. */
  readonly bound: 'since' | 'until' | 'at'
  readonly from: number
  readonly to: number
}

const YEAR = String.raw`(?<year>(?:19|20)\d{2})`
const MONTH = String.raw`(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?`
const DAY = String.raw`(?<day>\d{1,2}|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])[日号]`
const DASH = String.raw`\s?(?:-|—{1,2}|–|~|～|至|到)\s?`
const WHEN = `(?:年?[初底末中]|上半年|下半年|度)?(?:${MONTH}(?:[初底末中]|上旬|中旬|下旬)?(?:${DAY})?)?`

/** Ways to write a date with what opens them, tried in this order where a date may open; each is bounded, so work is linear in the text. */
const FORMS: readonly (readonly [string, string])[] = [
  ['digit', `${YEAR}年?${DASH}(?<last>(?:19|20)\\d{2})年`],
  ['digit', String.raw`${YEAR}\s?[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?(?![\d年.%])`],
  ['digit', `${YEAR}年(?<side>以?[前后])`],
  ['digit', `${YEAR}年${WHEN}`],
  ['digit', `(?<short>[12]\\d)年(?=\\d{1,2}月)${WHEN}`],
  ['word', `(?<word>今年|本年度|本年|去年|上年度|上年|前年|明年|后年|同年|当年|次年|翌年|同月|当月|同日|当日|当天)${WHEN}`],
  ['digit numeral', '(?<ago>\\d{1,2}|[一二两三四五六七八九十])年前(?!的)'],
  ['digit numeral', `${MONTH}(?!龄|经|子|饼|嫂|度)(?:${DAY})?`],
  [
    'numeral word',
    '(?<near>近日|日前|近期|不久前|昨日|昨天|今日|今天|上周|本周|本月|上月|上个月|年内|年底|年初|年末|上半年|下半年|[一二三四]季度|第[一二三四]季度)',
  ],
]
const formsBy = (opener: string): readonly RegExp[] =>
  FORMS.flatMap(([openers, source]) => (openers.includes(opener) ? [new RegExp(source, 'uy')] : []))
const BY_DIGIT = formsBy('digit')
const BY_NUMERAL = formsBy('numeral')
const BY_WORD = formsBy('word')
const DIGITS = unitTable('0123456789')
const WORDS = unitTable('今本去上前明后同当次翌近日不昨年下第')
/** First units of all these and of numerals: most of a text opens no date. */
const OPENERS = unitTable('0123456789一二两三四五六七八九十今本去上前明后同当次翌近日不昨年下第')
/** What makes a number no year, and a number before 月 no month: masked digits; 每年3月, 12个月, 1.5月, 1、3月. */
const NO_DATE_BEFORE = unitTable('0123456789*xX')
/** A number opens a date only with 年, 月, a quarter or a dash near by; looked for first, because most numbers open none. */
const UNITS_OF_TIME = unitTable('年月季')
const YEAR_AND_DASH = /\d{4}\s?[-./—–~～至到]/uy
const REACH = 12
const NO_MONTH_BEFORE = /(?:每年|每月|[\d*xX个.、/-])$/u

const SHIFTS: Readonly<Record<string, number>> = { 今年: 0, 本年度: 0, 本年: 0, 去年: -1, 上年度: -1, 上年: -1, 前年: -2, 明年: 1, 后年: 2 }
/** Words that need a dateline; the others only the year that the section or page is about. */
const DATELINE_WORDS = /^(?:近日|日前|近期|不久前|昨日|昨天|今日|今天|上周|本周|本月|上月|上个月)$/u
const SINCE_BEFORE = /(?:自从?|从)$/u
const SINCE_AFTER = /^(?:以来|起|开始|来)/u
const UNTIL_BEFORE = /(?:继|截至|截止到?|至|到|于?期至)$/u
const UNTIL_AFTER = /^(?:底|末|年底|年末)?(?:之?前|为止)/u

interface Parts {
  readonly year: number
  readonly month?: number | undefined
  readonly day?: number | undefined
}

/** All dates of a text, left to right. A date that cannot be (56日, 13月, 20224年) and one without a known year are left out. */
export function findDates(text: string, context: DateContext): FoundDate[] {
  const found: FoundDate[] = []
  for (let from = 0, next = 0; from < text.length; from = next) {
    next = from + 1
    const forms = formsAt(text, from)
    if (forms === undefined) continue
    const match = formAt(text, from, forms)
    if (match === undefined) continue
    const to = from + match[0].length
    next = to
    const told = toldBefore(text, from, found.at(-1))
    const isDay = match.groups?.['day'] !== undefined && match.groups['word'] === undefined
    const date = readDate(
      match.groups ?? {},
      context,
      told ?? ((context.news === true || context.section.kind === 'review') && isDay ? undefined : context.told),
    )
    if (date === undefined || !isPossible(date) || /^\d+[日号]/u.test(text.slice(to, to + 4))) continue
    found.push({
      year: date.year,
      date: format(date),
      ...periodOf(match.groups ?? {}),
      relative: date.relative,
      bound: boundOf(text, { from, to }, match.groups?.['side']),
      from,
      to,
    })
  }
  return found
}

/** 同年, 次年: words that mean the year told last, wherever it stands. */
const OF_LAST = /[同次翌]/u

/** The year of the date before, unless a ； parts them: what stands behind it is another matter. */
function toldBefore(text: string, from: number, last: FoundDate | undefined): number | undefined {
  if (last === undefined) return undefined
  return text.slice(last.to, from).includes('；') && !OF_LAST.test(text.charAt(from)) ? undefined : last.year
}

/** The forms of which a date at a place may be; most places open none. */
function formsAt(text: string, at: number): readonly RegExp[] | undefined {
  const unit = text.charCodeAt(at)
  if (OPENERS[unit] !== 1) return undefined
  if (at > 0 && NO_DATE_BEFORE[text.charCodeAt(at - 1)] === 1) return undefined
  if (WORDS[unit] === 1) return BY_WORD
  const isDigit = DIGITS[unit] === 1
  const forms = isDigit ? BY_DIGIT : BY_NUMERAL
  const end = Math.min(text.length, at + REACH)
  for (let place = at + 1; place < end; place++) if (UNITS_OF_TIME[text.charCodeAt(place)] === 1) return forms
  if (!isDigit) return undefined
  YEAR_AND_DASH.lastIndex = at
  return YEAR_AND_DASH.test(text) ? forms : undefined
}

function formAt(text: string, at: number, forms: readonly RegExp[]): RegExpExecArray | undefined {
  for (const form of forms) {
    form.lastIndex = at
    const match = form.exec(text)
    if (match !== null)
      return match.groups?.['month'] === undefined || /[年.-]/u.test(match[0]) || !NO_MONTH_BEFORE.test(text.slice(Math.max(0, at - 2), at))
        ? match
        : undefined
  }
  return undefined
}

function periodOf(groups: Record<string, string | undefined>): { endYear?: number } {
  return groups['last'] === undefined ? {} : { endYear: Number(groups['last']) }
}

function readDate(
  groups: Record<string, string | undefined>,
  context: DateContext,
  told: number | undefined,
): (Parts & { relative: boolean }) | undefined {
  const month = numberOf(groups['month'])
  const day = numberOf(groups['day'])
  const written = numberOf(groups['year']) ?? (groups['short'] === undefined ? undefined : 2000 + Number(groups['short']))
  if (written !== undefined) return { year: written, month, day, relative: false }
  const base = baseYear(context)
  const parts = relativeParts(groups, { month, day, base, told, context })
  return parts === undefined ? undefined : { ...parts, relative: true }
}

interface Known {
  readonly month: number | undefined
  readonly day: number | undefined
  readonly base: number | undefined
  readonly told: number | undefined
  readonly context: DateContext
}

function relativeParts(groups: Record<string, string | undefined>, { month, day, base, told, context }: Known): Parts | undefined {
  const word = groups['word']
  if (word !== undefined) {
    // In what a review plans, 明年 is the year that the plan is for, and not the one behind it.
    const isNext = word === '明年' && context.section.kind === 'plan' && base !== undefined && context.year === base - 1
    const year = isNext ? base : relativeYear(word, base, told)
    return year === undefined ? undefined : { year, month, day }
  }
  if (groups['ago'] !== undefined) return base === undefined ? undefined : { year: base - (numberOf(groups['ago']) ?? 0) }
  if (groups['near'] !== undefined) return nearYear(groups['near'], context, base)
  return monthOnly({ month, day }, context, told)
}

function relativeYear(word: string, base: number | undefined, told: number | undefined): number | undefined {
  if (/^[同当]/u.test(word)) return told ?? (word === '当年' ? base : undefined)
  if (word === '次年' || word === '翌年') return told === undefined ? undefined : told + 1
  return base === undefined ? undefined : base + (SHIFTS[word] ?? 0)
}

function nearYear(word: string, context: DateContext, base: number | undefined): Parts | undefined {
  if (!DATELINE_WORDS.test(word)) return base === undefined ? undefined : { year: base }
  const dateline = readDateline(context.published)
  if (dateline === undefined) return undefined
  if (/^(?:上月|上个月)$/u.test(word) && dateline.month === 1) return { year: dateline.year - 1 }
  if (/^(?:昨日|昨天)$/u.test(word) && dateline.month === 1 && dateline.day === 1) return { year: dateline.year - 1 }
  return { year: dateline.year }
}

/** 3月8日, 11月: the year told before it in the sentence, else that of the section, else the last such day before the dateline. */
function monthOnly(
  date: { month: number | undefined; day: number | undefined },
  context: DateContext,
  told: number | undefined,
): Parts | undefined {
  if (told !== undefined) return { year: told, ...date }
  if (context.section.kind !== 'other' && context.section.year !== undefined) return { year: context.section.year, ...date }
  const dateline = readDateline(context.published)
  if (dateline === undefined) {
    const year = context.section.year ?? context.year
    return year === undefined || year === null ? undefined : { year, ...date }
  }
  const later = (date.month ?? 0) > (dateline.month ?? 12) || (date.month === dateline.month && (date.day ?? 0) > (dateline.day ?? 31))
  return { year: later ? dateline.year - 1 : dateline.year, ...date }
}

/** The year that 今年 means: that of the section, else of the dateline, else the one that the document is about. */
export function baseYear(context: DateContext): number | undefined {
  // 今年 in news of January with last year in its title is the year in which it came out.
  const dated = context.news === true && context.section.kind === 'other' ? readDateline(context.published)?.year : undefined
  return dated ?? context.section.year ?? readDateline(context.published)?.year ?? context.year ?? undefined
}

function readDateline(published: string | null | undefined): Parts | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/u.exec(published ?? '')
  return match === null ? undefined : { year: Number(match[1]), month: numberOf(match[2]), day: numberOf(match[3]) }
}

/** A number in digits or in characters. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^\d/u.test(text) ? Number(text) : parseHan(text)
}

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a day can be: 56日 and 13月 are numbers that lost a mark. */
function isPossible({ year, month, day }: Parts): boolean {
  if (year < 1900 || year > 2100) return false
  if (month !== undefined && (month < 1 || month > 12)) return false
  return day === undefined || (day >= 1 && day <= (MONTH_DAYS[(month ?? 1) - 1] ?? 31))
}

function format({ year, month, day }: Parts): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  if (month === undefined) return String(year)
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`
}

function boundOf(text: string, { from, to }: { from: number; to: number }, word: string | undefined): FoundDate['bound'] {
  const before = text.slice(Math.max(0, from - 3), from)
  const after = text.slice(to, to + 4)
  if (word?.endsWith('前') === true || UNTIL_AFTER.test(after) || UNTIL_BEFORE.test(before)) return 'until'
  return word?.endsWith('后') === true || SINCE_BEFORE.test(before) || SINCE_AFTER.test(after) ? 'since' : 'at'
}

export interface ClaimTime {
  /** Span of the clause that carries the claim. */
  readonly from: number
  readonly to: number
  /** Something was begun, signed, hung, finished or ended, so that the year of a review counts. */
  readonly deed: boolean
  readonly planned: boolean
}

/**
 * Year and date of what a clause says: the date in it nearest to its end's verb, else the last one told before it in
 * the sentence, else, for a deed in a review or something planned in a plan, the year of the section.
 */
export function dateForClaim(dates: readonly FoundDate[], claim: ClaimTime, context: DateContext): { year?: number; date?: string } {
  const fits = (date: FoundDate): boolean => date.endYear === undefined && (date.bound !== 'until' || claim.planned)
  const inside = dates.filter((date) => date.from >= claim.from && date.to <= claim.to && fits(date))
  const chosen = inside[0] ?? dates.findLast((date) => date.to <= claim.from && fits(date) && date.bound === 'at')
  if (chosen !== undefined) return { year: chosen.year, date: chosen.date }
  const { section } = context
  const year = section.year ?? context.year ?? undefined
  if (year === undefined) return {}
  if (claim.planned) return section.kind === 'plan' ? { year } : {}
  return claim.deed && section.kind === 'review' && context.long !== true ? { year } : {}
}
