/** Lists that a page writes with commas: partners, 分别与甲，乙，丙和丁签订协议, and members, 成员单位包括甲、乙，丙、丁. */
import type { Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'

type Tokens = readonly Token<SentenceMention>[]

/** Names that make a list with commas: 与甲，乙 may be two clauses. */
const LIST = 3
const ITEM = ['and', 'item']
/** Characters from the last name to the verb. */
const REACH = 16
/** Words behind which members are listed. */
const MEMBERS = ['member-note']
/** 等9家医疗机构。 */
const COUNT = /^(?:等|共|[\d一二三四五六七八九十]{1,3}余?[家所个]|[〇㐀-鿿]{0,4}(?:机构|单位|医院|卫生院|中心)){0,6}(?:[。；）]|$)/u
const LONGEST_COUNT = 16
/** Tokens between 与 and the first name. */
const BEFORE = 2

/** 与甲、乙，还有丙; 不仅与甲，还与乙: what stands before one more of a list. */
const ONE_MORE = /^(?:还有|以及|及|和|连同|外加|还包括)$/u
const ALSO_WITH = /^(?:还|也|又|更|更是|并|同时)[与和同跟]$/u
const NOT_ONLY = /(?:不仅|不但|不光|既)(?:先后|已|成功)?[与和同跟]$/u

/** The tokens with every comma of such a list as a mark of it; the same ones where there is none. */
export function withListCommas(given: Tokens, text: string): Tokens {
  const tokens = withOneMore(given, text)
  let listed: Token<SentenceMention>[] | undefined
  for (let index = 0; index < tokens.length; index++) {
    const first = listAt(tokens, index)
    if (first === undefined) continue
    const { commas, last } = listFrom(tokens, first)
    if (commas.length === 0 || !(isOf(tokens[index], ...MEMBERS) ? isClosed(tokens, last, text) : isAgreed(tokens, last))) continue
    // 甲，乙、丙分别帮扶…: without 分别, 甲 may be what was spoken of.
    if (first === index && !isOf(tokens[last + 1], 'each')) continue
    listed ??= [...tokens]
    for (const comma of commas) {
      const token = tokens[comma]
      if (token !== undefined) listed[comma] = { ...token, kind: 'word', classes: ITEM }
    }
    index = last
  }
  // The comma of 丙，以及丁 goes with what joins.
  return listed?.filter((token, index) => token.classes !== ITEM || listed?.[index + 1]?.classes.includes('and') !== true) ?? tokens
}

/** Where a list of bodies begins at a token: behind its 与, or at the head of a sentence or a part of it. */
function listAt(tokens: Tokens, index: number): number | undefined {
  if (isOf(tokens[index], 'with', ...MEMBERS)) {
    const first = tokens.slice(index + 1, index + 1 + BEFORE).findIndex(isBodies)
    return first < 0 ? undefined : index + 1 + first
  }
  const isHead = index === 0 || isOf(tokens[index - 1], 'semicolon', 'colon')
  return isHead && isBodies(tokens[index]) ? index : undefined
}

/** The tokens with a mark of the list in the place of what stands before one more of it. */
function withOneMore(tokens: Tokens, text: string): Tokens {
  let joined: Token<SentenceMention>[] | undefined
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    const to = token === undefined || !isBodies(tokens[index - 1]) ? -1 : joinsOneMore(tokens, index, text)
    if (token === undefined) continue
    if (to > index) {
      joined ??= tokens.slice(0, index)
      joined.push({ kind: 'word', from: token.from, to: tokens[to - 1]?.to ?? token.to, things: [], classes: ITEM })
      index = to - 1
    } else joined?.push(token)
  }
  return joined ?? tokens
}

/** Where the next name of a list stands, where what stands from `at` on joins it; else -1. */
function joinsOneMore(tokens: Tokens, at: number, text: string): number {
  const next = tokens.slice(at, at + 4).findIndex((token) => token.kind === 'things')
  if (next < 1 || !isBodies(tokens[at + next])) return -1
  const said = text.slice(tokens[at]?.from, tokens[at + next]?.from).replace(/^[，、]/u, '')
  const isMarked = isOf(tokens[at], 'comma', 'item') && !isOf(tokens[at], 'colon')
  const before = tokens[at - 2]
  const isMore = ONE_MORE.test(said) && (isMarked || said === '还有') && isAgreed(tokens, at + next) && isOf(before, 'with', 'item', 'he')
  const isAlso = isMarked && ALSO_WITH.test(said) && NOT_ONLY.test(text.slice(0, tokens[at - 1]?.from))
  const isHand = isOf(tokens[at], 'item') && /^(?:联合|携手)$/u.test(said) && /(?:联合|携手)$/u.test(text.slice(0, tokens[at - 1]?.from))
  return isMore || isAlso || isHand ? at + next : -1
}

/** Whether nothing but a count follows the last name of a list, 等9家, before its sentence or a part of it ends. */
function isClosed(tokens: Tokens, last: number, text: string): boolean {
  return COUNT.test(text.slice(tokens[last]?.to, (tokens[last]?.to ?? 0) + LONGEST_COUNT))
}

/** The commas of the list that begins with a name, and the last name of it; no commas where it is too short, or a pair follows. */
function listFrom(tokens: Tokens, first: number): { commas: readonly number[]; last: number } {
  const commas: number[] = []
  let last = first
  let count = 1
  for (;;) {
    const mark = tokens[last + 1]
    const isComma = mark?.kind === 'stop' && isOf(mark, 'comma') && !isOf(mark, 'colon')
    // 丙，以及丁
    const next = last + (isComma && isOf(tokens[last + 2], 'and') ? 3 : 2)
    if (!(isComma || isOf(mark, 'item') || isOf(mark, 'he')) || !isBodies(tokens[next])) break
    if (isComma) commas.push(last + 1)
    count++
    last = next
  }
  const isPaired = ['with', 'he', 'by', 'toward'].some((name) => isOf(tokens[last + 1], name))
  return { commas: count < LIST || isPaired ? [] : commas, last }
}

/** Whether the clause of the last name goes on to what was agreed. */
function isAgreed(tokens: Tokens, last: number): boolean {
  const from = tokens[last]?.to ?? 0
  for (const token of tokens.slice(last + 1)) {
    if (token.kind === 'stop' || token.kind === 'things' || token.from - from > REACH) return false
    if (isOf(token, 'form')) return true
  }
  return false
}

function isBodies(token: Token<SentenceMention> | undefined): boolean {
  return token?.kind === 'things' && token.things.every(({ label }) => label !== 'District')
}

function isOf(token: Token<SentenceMention> | undefined, ...names: readonly string[]): boolean {
  return names.some((name) => token?.classes.includes(name) === true)
}
