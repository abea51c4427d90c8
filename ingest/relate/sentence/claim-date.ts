/** The time of a claim: its year, its date where a month is told, and the year in which it runs out. */
import type { Reading } from '../../reading.ts'
import type { Cell, Sentence } from '../../read/sentence.ts'
import { rememberLast } from '../../recognise/naming/remember.ts'
import { dateForClaim, findDates, type DateContext, type FoundDate } from './dates.ts'
import { findEndYear } from './end-year.ts'
import type { Modality } from './modality.ts'

export interface ClaimDate {
  readonly year?: number
  readonly date?: string
  readonly endYear?: number
}

/** · 同年11月，与…: a line of a list that goes on from the one before. */
const OF_LINE_BEFORE = /^[\s·•▪◆■●\-—*]*(?:同年|次年|翌年)/u

/** What a sentence's dates are told against; reckoned once, however many claims it carries. */
const contextOf = rememberLast((sentence: Sentence, reading: Reading): DateContext => {
  const { published } = reading.document
  const isNews = NEWS.includes(reading.document.kind)
  const isVague = isNews && published === null && !isOfYear(reading)
  const { year, section } = isVague
    ? { year: null, section: { kind: sentence.section.kind } }
    : { year: reading.document.year, section: sentence.section }
  const isLong = reading.document.kind === 'plan' && section.kind === 'review'
  const context = { year, published, section, news: isNews, ...(isLong ? { long: true } : {}) }
  const before = reading.sentences[sentence.index - 1]
  const isNext = before?.paragraph === sentence.paragraph || OF_LINE_BEFORE.test(sentence.text)
  const dates = before !== undefined && isNext ? findDates(before.text, context) : []
  // 2017年首签，今年4月续签。5月: this year was told of last.
  const isBack = dates.at(-1)?.relative === true && dates.at(-1)?.year === context.year
  return { ...context, told: isBack ? undefined : dates.findLast((date) => !date.relative)?.year }
})

const datesOf = rememberLast((sentence: Sentence, reading: Reading): readonly FoundDate[] =>
  findDates(sentence.text, contextOf(sentence, reading)),
)

/** Year and date that a sentence gives for what was matched in it. A standing state takes only a date of its own clause. */
export function dateIn(reading: Reading, sentence: Sentence, modality: Modality): ClaimDate {
  const context = contextOf(sentence, reading)
  const dates = datesOf(sentence, reading).filter(
    (date) =>
      !isOfPartBefore(sentence.text, date, modality) &&
      !isOfFounding(sentence.text, date) &&
      !isOfGround(sentence.text, date, modality) &&
      !(modality.status === 'in_effect' && RUNS_OUT.test(sentence.text.slice(date.to, date.to + 6))),
  )
  const planned = modality.status === 'planned'
  const own = dates.filter((date) => date.from >= modality.from && date.to <= modality.to)
  const started = dates.find((date) => date.endYear !== undefined && date.from >= modality.from && date.to <= modality.to)
  const standing = !modality.deed && !planned
  const told = standing
    ? own.find(
        (date) =>
          date.bound === 'since' ||
          (date.bound === 'at' &&
            (!date.relative ||
              date.date.length === A_DAY ||
              BEGINS.test(sentence.text.slice(date.to, date.to + 6)) ||
              ARRIVES.test(sentence.text.slice(date.to, date.to + 4)))),
      )
    : planned && !isPlannedFor(reading, sentence)
      ? own[0]
      : dateForClaim(dates, { from: modality.from, to: modality.to, deed: modality.deed, planned }, context)
  const year = told?.year ?? started?.year ?? (modality.deed && modality.status === 'in_effect' ? newsYear(reading, sentence) : undefined)
  const endYear =
    started?.endYear ?? (modality.status === 'ended' ? undefined : findEndYear(sentence.text.slice(modality.from, modality.to), year))
  if (modality.status === 'ended') return endedTime(sentence, { dates: own, modality })
  const scene = modality.deed && !planned && (told?.date ?? '').length <= A_YEAR ? dayOfScene(reading, sentence) : undefined
  if (scene !== undefined && (year ?? scene.year) === scene.year)
    return { year: scene.year, date: scene.date, ...(endYear === undefined ? {} : { endYear }) }
  return {
    ...(year === undefined ? {} : { year }),
    // The date is that of the signing, which a plan does not have yet.
    ...(!planned && told?.date !== undefined && told.date.length > 4 && !isOfAnother(told.date, { dates, own, sentence, modality })
      ? { date: told.date }
      : {}),
    ...(endYear === undefined ? {} : { endYear }),
  }
}

/** 仪式上, 当天, 随后: what happens where the sentences before have led. */
const A_SCENE =
  /^[\s“"]*(?:在?(?:本次|此次|当天的?)?[〇㐀-鿿]{0,8}(?:仪式|大会|会议|活动|座谈会)(?:现场|期间|上|中)|会上|会议期间|当[天日]|同[日天]|随后|现场)|签约仪式在(?:这里|此|现场)(?:隆重)?(?:举行|举办)/u
/** Sentences back to the one that tells the day. */
const SCENE_REACH = 6
/** The same for 同日，…, with which another event of the day begins. */
const SAME_DAY_REACH = 14

/** The one day that news told last, where a sentence goes on at the same event. */
function dayOfScene(reading: Reading, { text, index }: Sentence): FoundDate | undefined {
  if (!NEWS.includes(reading.document.kind) || !A_SCENE.test(text)) return undefined
  for (let at = index - 1; at >= Math.max(0, index - (/^同[日天]/u.test(text) ? SAME_DAY_REACH : SCENE_REACH)); at--) {
    const before = reading.sentences[at]
    const days = before === undefined ? [] : datesOf(before, reading).filter(({ date }) => date.length === A_DAY)
    if (days.length > 0) return new Set(days.map(({ date }) => date)).size === 1 && days[0]?.bound === 'at' ? days[0] : undefined
  }
  return undefined
}

/** 甲与乙合作，2018年挂牌；丙与丁签约: a year told inside one part says nothing of the next, as one at the head of the sentence does. */
function isOfPartBefore(text: string, date: FoundDate, { from }: Modality): boolean {
  return date.to <= from && text.slice(date.to, from).includes('；') && /[，；]/u.test(text.slice(0, date.from))
}

/** 在2024年与甲签约的基础上，今年拟与乙签约: the year of what is built upon is none of what is to come. */
function isOfGround(text: string, date: FoundDate, { from }: Modality): boolean {
  return date.to <= from && text.slice(date.to, from).includes('基础上')
}

/** 与甲的协议6月到期，由乙接手: when another's agreement ran out. */
const RUNS_OUT = /^(?:份|底|末|初|中旬)?(?:已经?|均已)?(?:到期|期满|届满)/u

/** 甲始建于1951年，是乙教学医院: the age of a house is not that of what it has agreed. */
function isOfFounding(text: string, { from }: FoundDate): boolean {
  return /(?:始建|创建|创办|始创|初建|建院|(?<![组共搭合])建)于$/u.test(text.slice(Math.max(0, from - 3), from))
}

/** 2020年与甲签的协议，今年终止; 协议期至2022年底，期满: when it was signed and until when it ran, where the text says so in full. */
function endedTime(sentence: Sentence, { dates, modality }: { dates: readonly FoundDate[]; modality: Modality }): ClaimDate {
  const signed = dates.find((date) => !date.relative && date.bound === 'at' && SIGNED.test(sentence.text.slice(date.to, modality.to)))
  const endYear = findEndYear(sentence.text.slice(modality.from, modality.to), signed?.year)
  return { ...(signed === undefined ? {} : { year: signed.year }), ...(endYear === undefined ? {} : { endYear }) }
}

/** A signing in the clause of its date. */
const SIGNED = /^，?[^，。；]{0,40}(?:签|结对|建立|达成|开始|启动|开展|设立|挂牌|确立|缔结|牵手|开通)/u

/** The status and the time of a claim: 明年1月起由乙接手 is a plan whichever words tell it. */
export function toldTime(reading: Reading, sentence: Sentence, modality: Modality): ClaimDate & Pick<Modality, 'status'> {
  const time = dateIn(reading, sentence, modality)
  const { year, published } = reading.document
  if (
    modality.status === 'in_effect' &&
    RUN_OUT.test(sentence.text.slice(modality.from, modality.to)) &&
    (time.endYear ?? 0) <= (year ?? 0)
  )
    return { ...dateIn(reading, sentence, { ...modality, status: 'ended', deed: false }), status: 'ended' }
  // 2023年签的协议，今年要抓落实, in a plan for 2024: it was signed then.
  if (modality.status === 'planned' && time.year !== undefined && year !== null && time.year < year && isSignedThen(sentence, time.year))
    return { ...time, status: 'in_effect' }
  const latest = Math.max(year ?? Infinity, Number(published?.slice(0, 4) ?? 0))
  if (modality.status !== 'in_effect' || (time.year ?? 0) <= latest) return { ...time, status: modality.status }
  const { date: _, ...later } = time
  return { ...later, status: 'planned' }
}

/** 2023年11月签订的协议: what an agreement or a tie is called by, in the clause of its year. */
function isSignedThen({ text }: Sentence, year: number): boolean {
  const at = text.indexOf(`${year}年`)
  return at >= 0 && /^[^，。；]{0,16}(?:签|结|建|设|达成|缔结|挂)[〇㐀-鿿]{0,3}的/u.test(text.slice(at + 5))
}

/** 代管的办法执行到6月底为止: it ran until then. */
const RUN_OUT = /(?:执行|实施|运行|延续|维持|履行|持续|做|干|管|办|开)到了?[^，。；、]{1,14}(?:为止|[日月底末年]止)/u

/** 8月进驻乙: when those came who are there since. */
const ARRIVES = /^(?:正式|全面|整体)?(?:进驻|入驻|派驻|派来|派出|到岗|到任|赴任)/u

/** 5月，与乙共建: a month at the head tells when that began. */
const BEGINS = /^(?:份|底|末|初|中旬|上旬|下旬)?，?(?:我院|医院)?(?:正式|成功|还|又)?[与和同]/u

/** Characters of a date that is a year alone. */
const A_YEAR = 4
/** Characters of a date with its day: something happened then, whatever stands since. */
const A_DAY = 10

/** 与甲3月签约；与乙签约: behind ； the month is of another, and only its year is told on. */
function isOfAnother(
  date: string,
  at: { dates: readonly FoundDate[]; own: readonly FoundDate[]; sentence: Sentence; modality: Modality },
): boolean {
  const { sentence, modality } = at
  if (at.own.some((one) => one.date === date)) return false
  const before = at.dates.findLast((one) => one.date === date && one.to <= modality.from)
  if (before === undefined) return false
  return sentence.text.slice(before.to, modality.from).includes('；')
}

/** Whether the year of a part that plans is told for it: 下一步 at the end of a review tells none. */
function isPlannedFor(reading: Reading, { section, headings }: Sentence): boolean {
  const { kind, year } = reading.document
  if (section.kind === 'plan' && headings.at(-1)?.includes('下半年') === true) return true
  return kind === 'work_plan' || kind === 'plan' || kind === 'notice' || (section.year !== undefined && section.year !== year)
}

const NEWS: readonly string[] = ['news', 'feature']

/** Deeds of earlier years that a news item looks back on. */
const LONG_SINCE =
  /先后[与和同]|陆续[与和同]|相继[与和同]|(?:开展|实施|启动|运行|成立)以来，?已|(?:近年来|多年来|历年|此前|早在|曾经|自[〇㐀-鿿\d]{0,12}以来|截至|目前)/u

/** The year of what a news item reports as done without a date of its own: that of its dateline. */
function newsYear(reading: Reading, sentence: Sentence): number | undefined {
  const { kind, published, year } = reading.document
  if (!NEWS.includes(kind) || sentence.section.kind === 'plan' || LONG_SINCE.test(sentence.text)) return undefined
  if (published !== null) return Number(published.slice(0, 4))
  return isOfYear(reading) ? (year ?? undefined) : undefined
}

/** Whether news without a dateline says its year: in its title or in a full day. 2015年3月 may be a month that it looks back on. */
function isOfYear({ document: { year, title, text } }: Reading): boolean {
  return year !== null && (title?.includes(`${year}`) === true || new RegExp(`${year}年\\d{1,2}月\\d{1,2}日`, 'u').test(text))
}

const TIME_CELL = /^\s*(?:19|20)\d{2}(?:年|[-./—]|\s*$)/u

/** The time that a table row gives in a cell of its own. */
export function dateInCell(reading: Reading, sentence: Sentence, cells: readonly (Cell & { readonly text: string })[]): ClaimDate {
  const cell = cells.find((candidate) => TIME_CELL.test(candidate.text))
  const found = cell === undefined ? undefined : findDates(cell.text, contextOf(sentence, reading))[0]
  if (found === undefined) return {}
  return {
    year: found.year,
    ...(found.date.length > 4 && found.endYear === undefined ? { date: found.date } : {}),
    ...(found.endYear === undefined ? {} : { endYear: found.endYear }),
  }
}
