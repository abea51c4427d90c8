/**
 * Pairs one after the other whose verb stands once, behind the last: 甲与乙；丙与丁；戊与己分别建立协作关系; or within each, the
 * same every time: 甲结对乙、丙结对丁.
 */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { RuleMatch, Tokens } from '../sentence/passage.ts'
import { isLocal } from '../sentence/place.ts'
import { tokensOf } from '../sentence/passage.ts'
import { ruleInCode, type RelationRule } from '../sentence/rules.ts'

/** Characters from the last pair to what it agreed. */
const REACH = 26
/** Names that two pairs have. */
const TWO_PAIRS = 4
/** Characters of the longest name that was not read. */
const LONGEST_UNREAD = 20
const UNREAD = /(?:医院|卫生院|保健院|妇保院|中心|大学|学院|集团|公司|[我本]院)$/u

/** Chains joined by 与, and by 和, which joins the names of one list as often. */
const [BY_WITH, BY_HE] = [chainRule(false), chainRule(true)]
/** Words that tie two bodies, where they stand between the names of several pairs. */
const TIES: readonly string[] = ['hands', 'pair-up', 'join', 'linked']
const BY_VERB: RelationRule = ruleInCode({
  id: 'cooperation/pairs-by-one-verb',
  says: 'cooperation',
  otherwise: '对口支援',
  across: true,
  example: '宁波市第一医院牵手区人民医院、宁波市中医院牵手区中医院、宁波市妇女儿童医院牵手区妇幼保健院。',
  nearMiss: '宁波市第一医院牵手区人民医院，宁波市中医院与区中医院义诊。',
})

function chainRule(across: boolean): RelationRule {
  return ruleInCode({
    id: 'cooperation/pairs-in-chain',
    says: 'cooperation',
    across,
    example: '区人民医院与宁波市第一医院；区中医院与宁波市中医院；区妇幼保健院与宁波市妇女儿童医院分别建立协作关系。',
    nearMiss: '区人民医院与宁波市第一医院；区中医院与宁波市中医院分别与江州大学签约。',
  })
}

/** The chain of a sentence; undefined where it has no two pairs, or says nothing that they agreed. */
export function pairChain(reading: Reading, at: number): RuleMatch | undefined {
  const sentence = reading.sentences[at]
  if (sentence === undefined || (reading.mentions[at] ?? []).length < TWO_PAIRS) return undefined
  const tokens = tokensOf(reading, at)
  for (let first = 0; first < tokens.length; first++) {
    if (tokens[first]?.kind !== 'things') continue
    const verbs = verbChainFrom(tokens, first, sentence.text)
    if (verbs !== undefined) {
      const match = { first, last: verbs.last, slots: slotsOf(verbs.pairs), words: verbs.words }
      return { rule: BY_VERB, sentence, tokens, match }
    }
    const chain = chainFrom(tokens, first, sentence.text)
    const form =
      chain.pairs.length > 1 && areApart(chain, reading)
        ? (formAfter(tokens, chain.last) ?? formBefore(tokens, first, sentence.text))
        : undefined
    if (form !== undefined) {
      const match = { first: Math.min(first, form), last: Math.max(chain.last, form + 1), slots: slotsOf(chain.pairs), words: [form] }
      return { rule: chain.isByHe ? BY_HE : BY_WITH, sentence, tokens, match }
    }
    if (chain.last > first + 1) first = chain.last - 1
  }
  return undefined
}

/** 甲和乙、丙和丁签约, where 丙 and 丁 are both from elsewhere: 甲 with each of them. */
function areApart({ pairs, isByHe }: Chain, reading: Reading): boolean {
  if (!isByHe) return true
  const isOfHome = ([one, other]: Pairs[number]): boolean => [one, other].some(({ entity }) => isLocal(entity, reading))
  return reading.document.home.length > 0 ? pairs.every(isOfHome) : pairs.length > 2
}

type Pairs = readonly (readonly [SentenceMention, SentenceMention])[]

/** The pairs of a chain as the slots A and B, A2 and B2, A3 and B3. */
function slotsOf(pairs: Pairs): Map<string, SentenceMention[]> {
  return new Map(
    pairs.flatMap(([one, other], index) => {
      const suffix = index === 0 ? '' : String(index + 1)
      return [[`A${suffix}`, [one]] as const, [`B${suffix}`, [other]] as const]
    }),
  )
}

interface VerbChain {
  readonly pairs: Pairs
  readonly words: readonly number[]
  readonly last: number
}

/** Two pairs or more from a name on, each with the same verb right between its names. */
function verbChainFrom(tokens: Tokens, first: number, text: string): VerbChain | undefined {
  const verb = tokens[first + 1]
  if (verb?.kind !== 'word' || isLink(verb) || !(TIES.some((name) => isOf(verb, name)) || isAidFor(tokens, first))) return undefined
  const surface = text.slice(verb.from, verb.to)
  const pairs: [SentenceMention, SentenceMention][] = []
  const words: number[] = []
  let [one, isUnread] = endIn(tokens[first], text)
  let at = first
  for (;;) {
    const [link, end] = [tokens[at + 1], tokens[at + 2]]
    if ((one === undefined && !isUnread) || link?.kind !== 'word' || text.slice(link.from, link.to) !== surface) break
    const [before, next, ...more] = end?.things ?? []
    if (before === undefined || more.length > 0 || before.label === 'Consortium' || before.entity === one?.entity) break
    if (one !== undefined) pairs.push([one, before])
    words.push(at + 1)
    at += 2
    if (next !== undefined) [one, isUnread] = [next, false]
    else {
      if (!['item', 'comma', 'semicolon'].some((name) => isOf(tokens[at + 1], name))) break
      ;[one, isUnread] = endIn(tokens[at + 2], text)
      at += 2
    }
  }
  return pairs.length > 1 ? { pairs, words, last: Math.max(...words) + 2 } : undefined
}

/** 对口帮扶我县：甲对乙、丙对丁: 对, where the words before the first pair say that one side aids the other. */
function isAidFor(tokens: Tokens, first: number): boolean {
  return isOf(tokens[first + 1], 'toward') && tokens.slice(0, first).some((token) => isOf(token, 'form-对口支援'))
}

interface Chain {
  readonly pairs: Pairs
  readonly last: number
  readonly isByHe: boolean
}

/** The pairs from a name on. A group of two in the middle is the end of one pair and the beginning of the next. */
function chainFrom(tokens: Tokens, first: number, text: string): Chain {
  const pairs: [SentenceMention, SentenceMention][] = []
  let isByHe = false
  let at = first
  let [one, isUnread] = endIn(tokens[at], text)
  for (;;) {
    const link = tokens[at + 1]
    const end = tokens[at + 2]
    const isHe = isOf(link, 'he') && !joinsMore(link, text)
    if (!isHe && !isLink(link)) break
    // 甲与乙、丙和丁签约: 与 tells who with, and 和 ends the list of them.
    if (isHe && at > first && !isByHe) return { pairs: [], last: at + 1, isByHe }
    const [other, isOtherUnread] = endIn(end, text)
    const [before, next, ...more] = end?.things ?? []
    const alias = aliasBehind(tokens, at + 2)
    const isBoth = before !== undefined && next !== undefined && more.length === 0
    if (other === undefined && !isOtherUnread && !isBoth) break
    const partner = isBoth ? before : (alias ?? other)
    if (one !== undefined && partner !== undefined && one.entity !== partner.entity) pairs.push([one, partner])
    else if (!isUnread && !isOtherUnread) break
    isByHe ||= isHe
    at += alias === undefined ? 2 : ALIAS_TOKENS + 2
    if (isBoth) {
      ;[one, isUnread] = [next, false]
      continue
    }
    const isParted = ['item', 'comma', 'semicolon', ...(isHe ? [] : ['he'])].some((name) => isOf(tokens[at + 1], name))
    if (!isParted) break
    const begun = endIn(tokens[at + 2], text)
    if ((begun[0] === undefined && !begun[1]) || !(isOf(tokens[at + 3], 'he') || isLink(tokens[at + 3]))) break
    ;[one, isUnread] = begun
    at += 2
  }
  return { pairs, last: at + 1, isByHe }
}

/** Tokens from the head of a name that was not read to the end of the bracket behind it. */
const ALIAS_TOKENS = 4

/** 甲与丁研究所|附属医院|（|乙医院|）: who is meant by a name of which only the head was read. */
function aliasBehind(tokens: Tokens, at: number): SentenceMention | undefined {
  const [rest, open, named, close] = tokens.slice(at + 1, at + 1 + ALIAS_TOKENS)
  const [only, ...more] = named?.things ?? []
  const isAlias = isOf(rest, 'affiliate') && isOf(open, 'open') && close?.kind === 'gap' && close.to - close.from === 1
  return isAlias && more.length === 0 && only?.label === 'Hospital' ? only : undefined
}

/** One end of a pair: the one body that a token names, or whether it is a name that was not read. */
function endIn(token: Tokens[number] | undefined, text: string): [SentenceMention | undefined, boolean] {
  if (token === undefined) return [undefined, false]
  if (token.kind === 'gap') return [undefined, token.to - token.from <= LONGEST_UNREAD && UNREAD.test(text.slice(token.from, token.to))]
  const [only, ...more] = token.things
  return [more.length === 0 && only?.label !== 'Consortium' && only?.label !== 'District' ? only : undefined, false]
}

/** 先后与甲、乙以及丙: one more of a list, and no pair. */
function joinsMore(token: Tokens[number] | undefined, text: string): boolean {
  return token !== undefined && text.slice(token.from, token.to).endsWith('及')
}

function isLink(token: Tokens[number] | undefined): boolean {
  return (isOf(token, 'with') || isOf(token, 'dash')) && !isOf(token, 'each')
}

function isOf(token: Tokens[number] | undefined, name: string): boolean {
  return token?.classes.includes(name) === true
}

/** What the pairs agreed, in the clause of the last one, before any other name. */
function formAfter(tokens: Tokens, last: number): number | undefined {
  const from = tokens[last]?.from ?? 0
  for (let at = last; at < tokens.length; at++) {
    const token = tokens[at]
    // 甲同乙，丙同丁，先后组建了医联体: the comma behind the last pair, where commas part the pairs.
    if (at === last && isOf(token, 'comma') && isOf(tokens[last - 4], 'comma')) continue
    if (token === undefined || token.kind === 'stop' || token.kind === 'things' || token.from - from > REACH) return undefined
    if (isOf(token, 'with') || isOf(token, 'talk')) return undefined
    if (isOf(token, 'form')) return at
  }
  return undefined
}

/** How a chain begins that the words before it announce. */
const ANNOUNCED = /(?:其中|分别是|分别为|包括|即|[：:])$/u

/** 5家医院建立医联体关系，其中甲与乙、丙与丁: what the words before the pairs say that they agreed, where no other name stands before. */
function formBefore(tokens: Tokens, first: number, text: string): number | undefined {
  if (!ANNOUNCED.test(text.slice(0, tokens[first]?.from)) || tokens.slice(0, first).some(({ things }) => things.length > 0))
    return undefined
  const at = tokens.slice(0, first).findLastIndex((token) => isOf(token, 'form') && !isOf(token, 'talk'))
  return at < 0 ? undefined : at
}

/** 甲、乙与丙、丁结对，其中甲—丙，乙—丁: of the pairs of two lists, those that the sentence tells one by one behind them; all where it tells none. */
export function toldOneByOne<Told extends readonly [string, string]>(
  { tokens, match, sentence }: RuleMatch,
  pairs: readonly Told[],
): readonly Told[] {
  if (pairs.length < TWO_PAIRS || !/[—－→-]/u.test(sentence.text)) return pairs
  const told: Told[] = []
  for (let at = match.last; at + 2 < tokens.length; at++) {
    const [one, mark, other] = [tokens[at]?.things ?? [], tokens[at + 1], tokens[at + 2]?.things ?? []]
    if (!isOf(mark, 'dash')) continue
    const ends = [...one, ...other].map(({ entity }) => entity)
    const pair = one.length === 1 && other.length === 1 ? pairs.find((known) => ends.every((end) => known.includes(end))) : undefined
    if (pair === undefined) return pairs
    told.push(pair)
  }
  return told.length > 1 ? told : pairs
}

/** A chain of pairs in the place of the matches that read a part of it; a match of as many pairs stays. */
export function withChain(matches: readonly RuleMatch[], chain: RuleMatch | undefined): readonly RuleMatch[] {
  if (chain === undefined || matches.some(({ match }) => match.slots.has('A2') && match.slots.size >= chain.match.slots.size))
    return matches
  const { first, last } = chain.match
  return [...matches.filter(({ match }) => match.last <= first || match.first >= last), chain]
}

/** 甲与乙合作座谈会暨签约仪式: a match of 与乙 alone is the half of one that tells who it was with. */
export function withoutHalves(matches: readonly RuleMatch[]): readonly RuleMatch[] {
  const whole = matches.filter(({ match }) => match.slots.has('A') && match.slots.has('B'))
  if (whole.length === 0) return matches
  return matches.filter(
    ({ match, rule }) =>
      match.slots.has('A') ||
      rule.says !== 'cooperation' ||
      !whole.some((other) => match.slots.get('B')?.every((thing) => other.match.slots.get('B')?.includes(thing) === true) === true),
  )
}
