/** Whom 我院 means on a page whose speaker is told nowhere but beside its partner: 我院与甲签约 … 乙与甲此次携手. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { RuleMatch } from '../sentence/passage.ts'

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
