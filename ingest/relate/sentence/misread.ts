/** Matches whose names stand where a rule wants them and are of something else: no rule reads them, and others may. */
import type { Match, Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'

type Tokens = readonly Token<SentenceMention>[]

/** Whether the text around the names of a match says that they are not what its rule takes them for. */
export function isMisread(match: Match<SentenceMention>, tokens: Tokens, text: string): boolean {
  return (
    isBesideOther(match, tokens, text) ||
    isPartnerOfOther(match, tokens, text) ||
    isWithBehindTitle(match, tokens) ||
    isOfNextClause(match, tokens, text) ||
    isHeldByOther(match, text) ||
    isAbsent(match, text) ||
    isOfUnread(match, tokens, text) ||
    isPartyToPlaque(match, tokens) ||
    isOneList(match, text) ||
    isListBehindVerb(match, tokens, text) ||
    isPlaceOfOther(match, text)
  )
}

/** 与青岚州|人民检察院签约, 与青岚县|第一小学共建: the place is no more than where a body is that no name was read from. */
function isPlaceOfOther({ slots }: Match<SentenceMention>, text: string): boolean {
  return [...slots.values()].some((things) =>
    things.some(({ label, to }) => label === 'District' && OF_PLACE.test(text.slice(to, to + 24))),
  )
}

const OF_PLACE =
  /^[^，。；：、（）“”签建与和及对在共开展联合结]{0,10}?(?:检察院|法院|小学|中学|学校|职校|技校|幼儿园|支队|大队|派出所|红十字会|工会|妇联|团委|残联|商会|协会|学会|税务局|公司|银行|支行|分行|监狱|看守所|养老院|福利院|敬老院)/u

/** 支援甲、乙及丙: items of one list are on one side. */
function isOneList({ slots }: Match<SentenceMention>, text: string): boolean {
  const [as, bs] = [slots.get('A') ?? [], slots.get('B') ?? []]
  const isJoined = (last: SentenceMention | undefined, first: SentenceMention | undefined): boolean =>
    last !== undefined && first !== undefined && /^(?:以?及|、)$/u.test(text.slice(last.to, first.from))
  return isJoined(bs.at(-1), as[0]) || isJoined(as.at(-1), bs[0])
}

/** 支援甲和乙, 支援甲、丙和乙: behind the verb alone, what 和 joins is one list. */
function isListBehindVerb({ slots, words }: Match<SentenceMention>, tokens: Tokens, text: string): boolean {
  const [first, second] = [slots.get('B')?.at(-1), slots.get('A')?.[0]]
  if (first === undefined || second === undefined || !/^[和及与]$/u.test(text.slice(first.to, second.from))) return false
  const verb = tokens[tokens.findIndex(({ things }) => things.includes(first)) - 1]
  const isAid = ['form-对口支援', 'form-托管'].some((name) => verb?.classes.includes(name) === true) && !verb?.classes.includes('titled')
  return isAid && words.every((word) => (tokens[word]?.to ?? 0) <= first.from)
}

/** 与甲签约、与乙结对: each is a partner of somebody who is not named, and 甲 none of 乙. */
function isBesideOther({ slots }: Match<SentenceMention>, tokens: Tokens, text: string): boolean {
  const first = (slots.get('A') ?? slots.get('L'))?.[0]
  const other = (slots.get('B') ?? slots.get('M'))?.[0]
  if (first === undefined || other === undefined || other.from < first.to) return false
  const at = tokens.findIndex(({ from }) => from === first.from)
  const [before, behind] = [tokens[at - 1], tokens[tokens.findIndex(({ from }) => from === other.from) - 1]]
  if (before?.classes.includes('with') !== true || behind?.classes.includes('with') !== true || before.to !== first.from) return false
  return /[、，][^，、。；]{0,4}$/u.test(text.slice(first.to, behind.from))
}

/** 与甲签约，在乙设立工作室: it is not 甲 that sets it up, but who signed with 甲. */
function isPartnerOfOther({ slots, words }: Match<SentenceMention>, tokens: Tokens, text: string): boolean {
  if (!words.some((word) => tokens[word]?.classes.includes('form-名医工作室') === true)) return false
  const [body, place] = [slots.get('B')?.[0], slots.get('A')?.[0]]
  if (body === undefined || place === undefined || place.from < body.to || !/，[并还又也]?在?$/u.test(text.slice(body.to, place.from)))
    return false
  const [before, at] = [body, place].map(({ from }) => tokens[tokens.findIndex((token) => token.from === from) - 1])
  return before?.classes.includes('with') === true && before.to === body.from && at?.classes.includes('at') === true
}

/** 作为甲的协作医院，与乙签约: 乙 is none of 甲's. */
function isWithBehindTitle({ words, slots }: Match<SentenceMention>, tokens: Tokens): boolean {
  if (!words.some((word) => tokens[word]?.classes.includes('as-being') === true)) return false
  const [a, b] = [slots.get('A')?.[0], slots.get('B')?.[0]]
  if (a === undefined || b === undefined || b.from < a.to) return false
  return tokens[tokens.findIndex(({ from }) => from === b.from) - 1]?.classes.includes('with') === true
}

/** What the name behind it is the object of. */
const TAKES_OBJECT = ['with', 'take', 'build', 'hang', 'form-对口支援', 'form-托管']

/** 托管甲，与乙结对; 领办甲，带动乙; 领办甲，建设“乙分院”: 乙 is no more the subject than 甲 is. */
function isOfNextClause({ slots }: Match<SentenceMention>, tokens: Tokens, text: string): boolean {
  const [subject, partner] = [slots.get('A')?.[0], slots.get('B')?.at(-1)]
  if (subject === undefined || partner === undefined || subject.from < partner.to) return false
  if (!text.slice(partner.to, subject.from).includes('，')) return false
  const [first] = slots.get('B') ?? []
  const verb = tokens[tokens.findIndex(({ from }) => from === first?.from) - 1]
  if (verb?.classes.some((name) => name.startsWith('form-')) !== true) return false
  let at = tokens.findIndex(({ from }) => from === subject.from) - 1
  // 托管甲，对口支援新疆|乙: the place is where 乙 lies.
  while (at > 0 && tokens[at]?.kind === 'things' && tokens[at]?.things.every(({ label }) => label === 'District') === true) at--
  const before = tokens[at]
  const begins = tokens[at + 1]?.from ?? subject.from
  return before !== undefined && begins - before.to <= 1 && TAKES_OBJECT.some((name) => before.classes.includes(name))
}

/** 甲牵手乙、某医院|牵手丙: 乙 is the partner of 甲, and who goes with 丙 was not read. */
function isOfUnread({ words, slots }: Match<SentenceMention>, tokens: Tokens, text: string): boolean {
  const [subject, last] = [slots.get('A')?.[0], slots.get('A')?.at(-1)]
  const verb = tokens[words.find((word) => (tokens[word]?.from ?? 0) >= (last?.to ?? Infinity)) ?? -1]
  if (subject === undefined || last === undefined || verb === undefined) return false
  const before = tokens[tokens.findIndex(({ from }) => from === subject.from) - 1]
  if (before?.to !== subject.from || text.slice(before.from, before.to) !== text.slice(verb.from, verb.to)) return false
  return UNREAD_ITEM.test(text.slice(last.to, verb.from))
}

const UNREAD_ITEM = /^[、，；][^、，；。]{2,14}(?:医院|保健院|妇保院|卫生院|中心)$/u

/** 甲与乙医联体揭牌仪式在甲举行: 乙 is a party of what is unveiled, and no name on it. */
function isPartyToPlaque({ slots }: Match<SentenceMention>, tokens: Tokens): boolean {
  const plaque = slots.get('P')?.[0]
  if (plaque === undefined) return false
  const at = tokens.findIndex(({ from }) => from === plaque.from)
  return tokens[at - 1]?.classes.includes('with') === true && tokens[at - 2]?.kind === 'things'
}

/** 甲下辖乙、丙，是丁的成员: what is said behind the comma is said of 甲. */
function isHeldByOther({ slots }: Match<SentenceMention>, text: string): boolean {
  const held = slots.get('A') ?? []
  const [first, last] = [held[0], held.at(-1)]
  if (first === undefined || last === undefined) return false
  return HOLDS.test(text.slice(Math.max(0, first.from - NEAR), first.from)) && IS_BEHIND.test(text.slice(last.to, last.to + NEAR))
}

const HOLDS = /(?:下辖|下设|管辖|统辖|包括|包含|涵盖|拥有)[^，；：。]{0,60}$/u
const IS_BEHIND = /^[^，；：。]{0,10}，(?:也|还|均|都|且|现|同时)*[是为系](?!了)/u
const NEAR = 60

/** 甲成为联盟成员，丙因故未参加: 丙 is no member. */
function isAbsent({ slots }: Match<SentenceMention>, text: string): boolean {
  const last = slots.get('M')?.at(-1)
  return last !== undefined && ABSENT.test(text.slice(last.to, last.to + NEAR))
}

const ABSENT = /^[^，。；]{0,4}(?:因故|缺席|[未没](?:有|能|予)?(?:参加|加入|入盟|到场|签约))/u
