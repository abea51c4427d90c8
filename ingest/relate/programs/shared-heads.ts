/** A head told once for a row of names: 白内障复明、先心病救治等民生项目, 甲、乙、丙三项试点. Only what is known by its whole name, or rows of a told length; beside 等 each is a matter of health. */
import { matchesOf } from '../../grammar/matches.ts'
import type { BareSpan, BareText } from './bare-text.ts'
import type { Candidate } from './candidate.ts'
import { coreOf } from './core.ts'
import { isGeneric } from './plain-words.ts'
import { programWords, withoutMarks, type ProgramWords } from './rules.ts'
import type { Head } from './signs.ts'
import type { Reading } from '../../reading.ts'

const NONE: readonly never[] = []
/** What joins a row to its head: 等15项健康(行动), 3项(试点). */
const JOIN =
  /(?:等(?:(?<atMost>\d+|[二两三四五六七八九十])[项个大]|(?:\d+|[一二两三四五六七八九十]+|多)?(?:[项个大类]|一系列)?)|(?<count>\d+|[二两三四五六七八九十])[项个大])(?:国家级?|省级|市级|健康|卫生|惠民|民生|重点|重大|专项|民心|实事|主题|改革)*$/u
const MOST_JOIN = 16
const MOST_ROW = 90
const ROW_STOP = /[，。；：！？（）《》]/gu
const SPLIT = /、|以及|(?<![普惠涉])及|和|与/gu
const NUMBERS = '零一二三四五六七八九十'
/** Heads under which a topic is a name of its own where the row is counted. */
const SHARED = /^(?:改革|试点|专项行动|行动|工程|计划)$/u
const LEAST_ITEM = 4
const MOST_ITEM = 14
const LEAST_ROW = 2
const NO_ITEM = /[的了等\d]|[院楼站所]$/u

/** Names of a row whose head stands behind the last of them. Those that are known without it are read elsewhere. */
export function findSharedHeads(
  reading: Reading,
  bare: BareText,
  { heads, taken }: { heads: readonly Head[]; taken: readonly Candidate[] },
): readonly Candidate[] {
  const { text } = bare
  if (heads.length === 0 || !text.includes('、')) return NONE
  const words = programWords(reading.lexicon)
  const found: Candidate[] = []
  for (const head of heads) {
    const join = JOIN.exec(text.slice(Math.max(0, head.from - MOST_JOIN), head.from))
    if (join === null) continue
    const row = rowBefore(text, head.from - join[0].length, words)
    if (row.length < LEAST_ROW) continue
    const headWord = text.slice(head.from, head.to)
    const items = row.map(({ from, to }) => text.slice(from, to))
    const atMost = numberOf(join.groups?.['atMost'])
    const isCounted =
      (numberOf(join.groups?.['count']) === row.length || atMost >= row.length) &&
      SHARED.test(headWord) &&
      areNames(items, { name: headWord, strong: head.strong && atMost === 0 }, words)
    for (const [place, { from, to }] of row.entries()) {
      const isFree = isCounted && !taken.some((other) => other.from < to && from < other.to)
      const candidate = nameOf(text.slice(from, to), headWord, { isFree, known: words.known })
      if (candidate !== undefined) found.push({ from, to: place === 0 ? head.to : to, ...candidate })
    }
  }
  return found
}

/** The items of a row that ends at a place, right to left. */
function rowBefore(text: string, end: number, { lists }: ProgramWords): readonly BareSpan[] {
  const near = Math.max(0, end - MOST_ROW)
  const stop = matchesOf(ROW_STOP, text.slice(near, end)).at(-1)
  const from = stop === undefined ? near : near + stop.index + 1
  const items: BareSpan[] = []
  let to = end
  for (const mark of matchesOf(SPLIT, text.slice(from, end)).toReversed()) {
    items.push({ from: from + mark.index + mark[0].length, to })
    to = from + mark.index
  }
  // Before the first item stands what is done: 统筹推进甲、乙.
  let first = from
  for (let at = from; at < to; at++) if (lists.openers.endingAt(text, at) > 0) first = at
  items.push({ from: first, to })
  return items
}

const numberOf = (told: string | undefined): number =>
  told === undefined ? 0 : told === '两' ? 2 : NUMBERS.includes(told) ? NUMBERS.indexOf(told) : Number(told)

/** Whether all items may be names: matters of health, under 工程 and 行动 beside one of them. */
function areNames(items: readonly string[], { name, strong }: { name: string; strong: boolean }, words: ProgramWords): boolean {
  const isTopical = (item: string): boolean => words.lists.topics.isIn(item) || words.known.has(item + name)
  return (
    items.every((item) => item.length >= LEAST_ITEM && item.length <= MOST_ITEM && !NO_ITEM.test(item) && !isGeneric(item, words)) &&
    (strong ? items.some(isTopical) : items.every(isTopical))
  )
}

/** What an item and the head of its row name: a known program, or, of a row that holds names, one of its own. */
function nameOf(
  item: string,
  head: string,
  { isFree, known }: { isFree: boolean; known: ProgramWords['known'] },
): Omit<Candidate, 'from' | 'to'> | undefined {
  const name = item.endsWith(head) ? item : item + head
  const program = known.get(name)
  const candidate = { name, core: coreOf(name), rule: 'programs/shared-head', place: undefined, exact: false, brand: false }
  if (program !== undefined) return { ...candidate, core: withoutMarks(program.name), family: program.family }
  return isFree ? { ...candidate, family: undefined } : undefined
}
