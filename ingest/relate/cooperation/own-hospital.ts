/**
 * Whom 我院, 集团, 学校 mean in one match, on a page for which `recognise/home.ts` has found no speaker: the one that the text
 * names beside the same partner (我院与甲签约 … 乙与甲此次携手), or the only one of its kind. It tells nothing of other matches.
 */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { leadOf } from '../consortia/place-leads.ts'
import { isLocal, partyOf } from '../sentence/place.ts'

/** 乙与甲, 乙携手甲. */
const JOINED = /^(?:[与和同]|携手|牵手|联合)$/u
/** 感谢乙, 借助乙的优势, where the partner's own people speak. */
const THANKED = /(?:感谢|借助|依托|得益于)$/u
/** 乙|北区, 乙|分院: a part that the speaker builds. */
const NEAR = 8

/** The one hospital that the text pairs with the partners of a match, or that the speaker builds a part of together with a place; undefined where there is none, or several. */
export function ownHospital(reading: Reading, found: RuleMatch): string | undefined {
  const partners = new Set((found.match.slots.get('B') ?? []).map(({ entity }) => entity))
  if (partners.size !== 1) return undefined
  const built = [...partners].every((party) => !party.startsWith('hospital/')) ? builtTogether(found) : undefined
  const others = new Set(reading.sentences.flatMap(({ text, index }) => pairedWith(partners, reading.mentions[index] ?? [], text)))
  if (built !== undefined) others.add(built)
  const [only, ...more] = others
  return more.length === 0 ? only : undefined
}

/** Hospitals that a sentence joins to a partner, or that it thanks beside one. */
function pairedWith(partners: ReadonlySet<string>, mentions: readonly SentenceMention[], text: string): string[] {
  return mentions.flatMap((mention, index) => {
    if (mention.label !== 'Hospital' || partners.has(mention.entity)) return []
    const [before, after] = [mentions[index - 1], mentions[index + 1]]
    const isBefore = after !== undefined && partners.has(after.entity) && JOINED.test(text.slice(mention.to, after.from))
    const isAfter = before !== undefined && partners.has(before.entity) && JOINED.test(text.slice(before.to, mention.from))
    const isThanked = THANKED.test(text.slice(Math.max(0, mention.from - NEAR), mention.from))
    return isBefore || isAfter || isThanked ? [mention.entity] : []
  })
}

/** 医院与青岚县政府签署共建乙北区协议: the house whose part is built, or the only one that is named. */
function builtTogether({ sentence, tokens, match }: RuleMatch): string | undefined {
  const built = tokens.findIndex(({ classes }, index) => index >= match.first && classes.includes('form-共建'))
  const named = built < 0 ? [] : tokens.slice(built).flatMap(({ things }) => things.filter(({ label }) => label === 'Hospital'))
  const [only, ...more] = named
  if (only === undefined || more.length > 0) return undefined
  return PART.test(sentence.text.slice(only.to, only.to + 24)) ? only.entity : undefined
}

const PART = /^(?:（[^（）]{2,16}）)?(?:[〇㐀-鿿]{0,6}(?:[东西南北新]区|院区|分院|新院))/u

/** 医疗集团先后|与…: the group of the place by its kind alone. */
const GROUP =
  /(?:^|[，；：。])(?:今年以来，)?(?:该|我[县市区旗])?(?:医疗|健康|医院)?(?:集团|医共体|总医院)(?:先后|分别|陆续|相继|已|还|也|又|积极|主动|成功)*$/u

/** 总医院先后与甲签约，|与…: a sentence that begins with the group. */
const OF_GROUP =
  /^(?:\d{1,2}[.．、]|[一二三四五六七八九十]{1,2}是)?(?:[县市区旗])?(?:医疗集团|医共体|总医院)(?:先后|分别|陆续|相继|已|还|也|又|积极|主动|成功)*[与同和跟][^。；]{0,80}，[^，。；]{0,4}$/u

/** The lead, or the place, for which its one group signs, where a match tells of the group by its kind alone; undefined where there are several. */
export function ownGroup(reading: Reading, { sentence, tokens, match }: RuleMatch): string | undefined {
  const home = reading.document.home.at(-1)
  const verb = tokens[match.words[0] ?? match.first]
  if (home === undefined || verb === undefined) return undefined
  const before = sentence.text.slice(0, verb.from)
  if (!GROUP.test(before.slice(-20)) && !OF_GROUP.test(before)) return undefined
  const groups = new Map<string, SentenceMention>()
  for (const list of reading.mentions)
    for (const mention of list) if (mention.label === 'Consortium' && isLocal(mention.entity, reading)) groups.set(mention.entity, mention)
  const [only, ...more] = groups.values()
  if (only === undefined || more.length > 0) return undefined
  return leadOf(reading, only) ?? (partyOf(only, reading) === home.id ? home.id : undefined)
}

/** 来县里共建, 到我区设点: where a partner is to come. */
const TO_PLACE = /[来到赴](?:我|咱|咱们)?[县市区州旗](?:里|内)?(?=[共合开设建坐组办帮成])/u

/** The home of a page on which no hospital speaks, where a match says that a partner comes to it. */
export function placeComeTo({ document }: Reading, { sentence, tokens, match }: RuleMatch): string | undefined {
  if (document.speaker !== null) return undefined
  return TO_PLACE.test(sentence.text.slice(tokens[match.first]?.from ?? 0, tokens[match.last - 1]?.to))
    ? document.home.at(-1)?.id
    : undefined
}

/** 学校|与甲签约; 目前，学校有附属医院两所，另|与乙签约. */
const SCHOOL =
  /(?:^|[，；：。])(?:目前，?|今年，?|近年来，?|同时，?)?(?:我校|本校|学校|学院)(?:分别|先后|陆续|相继|已|还|也|又|正式|成功)*$/u
/** 会上，学校分别与甲、乙签署共建协议，|与丙签约. */
const OF_SCHOOL = /^[“"]?(?:[^，。；“”]{1,12}，|目前|今年|近年来|如今)?(?:我校|本校|学校)[^，。；]{0,60}，[^，。；]{0,4}$/u
/** Sentences at the head of a page in which its school is named. */
const HEAD = 4

/** The school that a match calls 学校, on a page that names one at its head, or but one; undefined where that is not sure. */
export function ownSchool(reading: Reading, { sentence, tokens, match }: RuleMatch): string | undefined {
  const verb = tokens[match.words[0] ?? match.first]
  if (verb === undefined || reading.document.speaker !== null) return undefined
  const before = sentence.text.slice(0, verb.from)
  if (!SCHOOL.test(before.slice(-24)) && !OF_SCHOOL.test(before)) return undefined
  const schoolsIn = (lists: typeof reading.mentions): SentenceMention[] =>
    lists.flatMap((list) => list.filter(({ attrs }) => attrs['kind'] === 'university'))
  const atHead = schoolsIn(reading.mentions.slice(0, HEAD))
  const named = atHead.length > 0 ? atHead : schoolsIn(reading.mentions)
  const [only, ...more] = new Set(named.map(({ entity }) => entity))
  return more.length === 0 ? only : undefined
}
