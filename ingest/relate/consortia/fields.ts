/** Alliances told by their fields alone, one for each that leads: 由甲、乙分别牵头的胸痛和卒中两个专科联盟，丙、丁为胸痛专科联盟成员. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Found, Reading, SentenceMention } from '../../reading.ts'
import { spanOf, type Sentence } from '../../read/sentence.ts'
import { ownedBy } from './kind.ts'
import { isMembership, membershipIn } from './membership.ts'
import { KIND, LIST, slotLine, type SlotLine } from './slots.ts'
import { foundedWhen } from './told-when.ts'

const RULE = 'consortium/fields-in-order'
/** Of all that may stand before the fields: 市域, 全县性的. */
const FIELDS = '(?:市域|县域|区域|全[省市县区]性?|[省市县区]级|城市|的)*([〇㐀-鿿、]{2,32}?)(?:[两二三四五2-5](?:个|大|家))?Ｋ'
const MAKE = '(?:组建|成立|建立|打造|构建|建成|组成|搭建|建设)(?:成立)?(?:了|起)?'
const LEAD = '(?:牵头|领衔|主导|挂帅|带头)'
const EACH_LEADS: readonly RegExp[] = [
  new RegExp(`Ｌ(?:分别|各自|各)(?:作为)?${LEAD}(?:${MAKE})?${FIELDS}`, 'gu'),
  new RegExp(`依托Ｌ，?(?:分别|各自)${MAKE}${FIELDS}`, 'gu'),
  new RegExp(`${MAKE}${FIELDS}，(?:分别|依次|各自)(?:由|以)Ｌ(?:${LEAD}|为(?:牵头|龙头|理事长))`, 'gu'),
]
const APART = /[、和与及]/u
/** 胸痛|专科联盟成员, behind a body or before a list of them. */
const IS_IN =
  /Ｌ(?:等)?[^，；：。ＣＬＫ]{0,6}?(?:为|是|任|系|加入|成为|纳入|参加|加盟)(?:了|到)?(?:首批)?([〇㐀-鿿]{2,12})Ｋ(?=[，。；]|$|成员|理事|单位)/gu
const HOLDS = /([〇㐀-鿿]{2,12})Ｋ(?:首批)?(?:成员|理事|协作)?(?:单位|医院)?(?:包括|为|有|是|：|由)Ｌ/gu
/** Sentences of a paragraph over which the members are told. */
const SENTENCES_ON = 2

interface Alliance {
  readonly field: string
  readonly group: Mention
}

/** The claims with what such sentences tell in the place of what the rules made of them. */
export function withFields(reading: Reading, { mentions, claims }: Found): Found {
  const told: { mentions: Mention[]; claims: RelationClaim[] } = { mentions: [], claims: [] }
  const own = new Set<number>()
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined || !/分别|各自|依次/u.test(sentence.text) || !sentence.text.includes('联盟')) continue
    const line = slotLine(reading, sentence)
    const alliances = alliancesIn(reading, sentence, line, told)
    if (alliances.length === 0) continue
    const near = reading.sentences.slice(sentence.index, sentence.index + SENTENCES_ON + 1)
    for (const other of near) if (other.paragraph === sentence.paragraph) addMembers(reading, other, alliances, told)
    own.add(sentence.start)
  }
  if (own.size === 0) return { mentions, claims }
  // What a rule has made of the one kind word: 甲专科联盟, 乙专科联盟.
  const isMisread = (claim: Claim): claim is RelationClaim =>
    isMembership(claim) &&
    own.has(claim.start) &&
    (claim.attrs['role'] === 'lead' || told.claims.some(({ subject, start }) => subject === claim.subject && start === claim.start))
  const misread = new Set(claims.filter(isMisread).map(({ object }) => object))
  const kept: readonly Claim[] = claims.filter((claim): boolean => !isMisread(claim))
  const used = new Set(kept.filter(isMembership).map(({ object }) => object))
  const left = mentions.filter(({ entity }) => !misread.has(entity) || used.has(entity))
  return { mentions: [...left, ...told.mentions], claims: [...kept, ...told.claims] }
}

function alliancesIn(
  reading: Reading,
  sentence: Sentence,
  { text, at, slots }: SlotLine,
  told: { mentions: Mention[]; claims: RelationClaim[] },
): readonly Alliance[] {
  const status = foundedWhen(sentence)
  if (status === undefined) return []
  for (const pattern of EACH_LEADS)
    for (const match of matchesOf(pattern, text)) {
      const list = slots.get(match.index + match[0].indexOf(LIST))
      const place = match.index + match[0].indexOf(KIND)
      const kind = slots.get(place)
      const fields = (match[1] ?? '').split(APART)
      if (list?.slot !== LIST || kind?.slot !== KIND || kind.kind !== '专科联盟') continue
      if (list.entities.length < 2 || fields.length !== list.entities.length || fields.some(({ length }) => length < 2)) continue
      const span = spanOf(sentence, at[place] ?? 0, (at[place] ?? 0) + 1)
      return fields.flatMap((field, index): Alliance[] => {
        const lead = (reading.mentions[sentence.index] ?? []).find(({ entity }) => entity === list.entities[index])
        if (lead === undefined) return []
        const group = namedSo(reading, field) ?? madeOf(lead, field, span)
        told.mentions.push(group)
        told.claims.push(
          membershipIn(sentence, { subject: lead.entity, object: group.entity, attrs: { role: 'lead', status }, rule: RULE }),
        )
        return [{ field, group }]
      })
    }
  return []
}

/** 胸痛专科联盟, where the document has it as a name. */
function namedSo({ mentions }: Reading, field: string): Mention | undefined {
  const found = mentions.flat().find(({ label, name }) => label === 'Consortium' && name.endsWith(`${field}专科联盟`))
  if (found === undefined) return undefined
  const { from: _, to: __, ...mention } = found
  return mention
}

function madeOf(lead: SentenceMention, field: string, span: { start: number; end: number }): Mention {
  const { entity, name, kind } = ownedBy(lead, { kind: '专科联盟', field, ...span })
  return { entity, name, label: 'Consortium', aliases: [`${field}专科联盟`], attrs: { kind }, ...span }
}

/** 丙、丁为胸痛专科联盟成员 */
function addMembers(reading: Reading, sentence: Sentence, alliances: readonly Alliance[], told: { claims: RelationClaim[] }): void {
  const { text, slots } = slotLine(reading, sentence)
  for (const match of [...matchesOf(IS_IN, text), ...matchesOf(HOLDS, text)]) {
    const list = slots.get(match.index + match[0].indexOf(LIST))
    const alliance = alliances.find(({ field }) => match[1]?.endsWith(field))
    if (list?.slot !== LIST || alliance === undefined) continue
    for (const subject of list.entities)
      if (!told.claims.some((other) => other.subject === subject && other.object === alliance.group.entity))
        told.claims.push(
          membershipIn(sentence, { subject, object: alliance.group.entity, attrs: { role: 'member', status: 'in_effect' }, rule: RULE }),
        )
  }
}
