/** Members by their title: 成为甲医院医联体单位, 是甲医院眼科专科联盟单位. The title is no name; the consortium is called after 甲. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import { spanOf, type Sentence } from '../../read/sentence.ts'
import { fieldBefore, ownedBy, type ConsortiumKind } from './kind.ts'
import { ownersIn } from './owners.ts'
import { KIND, LIST, slotLine } from './slots.ts'
import { sharedTitles, type Title } from './shared-titles.ts'
import { membersTold } from './told.ts'
import { isOwnPart } from '../sentence/place.ts'
import { clauseTold } from './told-when.ts'
import { isMembership, membershipIn } from './membership.ts'

const MAY_TELL = /(?:体|联盟|集团|网)(?:首批)?(?:单位|成员|理事|会员|协作)/u
const RULE = 'consortium/units'
/** A kind before 单位, or before 成员 where it is a network's, whose heads name none. */
const TITLE =
  /(?:(医联体|医疗联合体)|(专科联盟|专病联盟|(?:医疗|诊疗|防治|救治)联盟|(?<![区院])联盟)|(医疗集团|医院集团|健康集团)|((?:远程)?(?:会诊|医疗|影像|诊疗)?协作网))(?:单位|(?<=网)成员(?:单位|医院)?)(?=[，。；、”]|$|的?牌|称号|后|之一)/gu
const KINDS: readonly ConsortiumKind[] = ['医联体', '专科联盟', '医疗集团', '远程协作网']
/** 甲医院|紧密型|医联体单位, 甲医院|的|卒中联盟单位 */
const BETWEEN = /^的?(?:紧密型|半紧密型|松散型|城市|区域|跨省|跨区域|[“”])*$/u
/** What makes the title the speaker's where its clause names nobody: 2019年成为…, 先后获批…. */
const BECOMES =
  /^(?:(?:目前|现在|近年来)?(?:医院|我院|本院))?(?!.*(?:院|中心|站|所))[^，；。]*?(?:成为|是|系|为|获批|获评|挂牌|作为|加入|入选)[^，；。]{0,40}$/u
/** 曾为乙医联体单位 */
const BEFORE = /尚|曾|原/u

/** 甲被乙确定为|胸痛专科联盟成员单位: as the line of slots has it; the first list is missing where the speaker is meant. */
const MADE_ONE =
  /(?:(Ｌ)[^，；：。ＣＬＫ]{0,6}|^[^，；：。ＣＬＫ]{0,8}|，[^，；：。ＣＬＫ]{0,4})被(Ｌ)[^，；：。ＣＬＫ]{0,4}(?:确定|吸收|吸纳|接纳|列|选定|遴选|认定|批准|授牌|增补)为(?:其|首批)?([〇㐀-鿿]{0,8})(Ｋ)(?:首批)?(?:成员|理事|会员|协作)?单位/gu

/** Such members in sentences that tell them of nothing else yet; `found` are the claims so far. */
export function relateUnits(reading: Reading, found: readonly Claim[]): { mentions: Mention[]; claims: RelationClaim[] } {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  const isKnown = (claim: RelationClaim): boolean =>
    [...found, ...claims].some((other) => isMembership(other) && other.subject === claim.subject && other.object === claim.object)
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined || sentence.heading) continue
    const shared = sharedTitles(reading, sentence)
    if (shared.length === 0 && !MAY_TELL.test(sentence.text)) continue
    const made = madeOne(reading, sentence)
    claims.push(...made.claims.filter((claim) => !isKnown(claim)))
    mentions.push(...made.mentions)
    const titles = shared.length > 0 ? shared : titlesIn(reading, sentence)
    if (titles.length === 0) continue
    const told = [...besideTitles(reading, sentence, titles), ...ofSpeaker(reading, sentence, titles)]
    for (const claim of told) {
      const title = titles.find(({ group }) => group.entity === claim.object)
      if (title === undefined || isKnown(claim) || isOwn(reading, title, claim.subject)) continue
      claims.push({ ...claim, rule: RULE })
      const { from: _, to: __, ...mention } = title.group
      mentions.push(mention)
    }
  }
  return { mentions, claims }
}

/** 甲被乙确定为胸痛专科联盟成员单位: 甲 is in 乙's. */
function madeOne(reading: Reading, sentence: Sentence): { mentions: Mention[]; claims: RelationClaim[] } {
  const into: { mentions: Mention[]; claims: RelationClaim[] } = { mentions: [], claims: [] }
  if (!sentence.text.includes('被')) return into
  const { text, at, slots } = slotLine(reading, sentence)
  for (const match of matchesOf(MADE_ONE, text)) {
    const lead = slots.get(match.index + match[0].indexOf('被') + 1)
    const own = match[1] === undefined ? undefined : slots.get(match.index)
    const place = match.index + match[0].lastIndexOf(KIND)
    const told = slots.get(place)
    if (lead?.slot !== LIST || lead.entities.length !== 1 || told?.slot !== KIND || !isTold(match[0])) continue
    const { speaker } = reading.document
    const members = own?.slot === LIST ? own.entities : speaker === null || match[1] !== undefined ? [] : [speaker]
    const owner = (reading.mentions[sentence.index] ?? []).find(({ entity, label }) => label === 'Hospital' && entity === lead.entities[0])
    if (owner === undefined || members.includes(owner.entity)) continue
    const { start, end } = sentence
    const { entity, name, kind } = ownedBy(owner, { kind: told.kind, field: match[3] ?? '', start, end })
    const object = ownersIn(reading).named(name)?.entity ?? entity
    const span = spanOf(sentence, at[place] ?? 0, (at[place] ?? 0) + 1)
    if (members.length > 0) into.mentions.push({ entity: object, name, label: 'Consortium', aliases: [], attrs: { kind }, ...span })
    const attrs = { role: 'member', status: 'in_effect' }
    for (const subject of members) into.claims.push(membershipIn(sentence, { subject, object, attrs, rule: RULE }))
  }
  return into
}

/** 甲医院授予“甲医院专科联盟单位”: its own, or a part's of it. */
const isOwn = (reading: Reading, { owner }: Title, subject: string): boolean =>
  subject === owner.entity || isOwnPart(owner.entity, subject, reading)

function titlesIn(reading: Reading, sentence: Sentence): readonly Title[] {
  const { text } = sentence
  const named = reading.mentions[sentence.index] ?? []
  return matchesOf(TITLE, text).flatMap((match) => {
    const index = match.slice(1).findIndex((word) => word !== undefined)
    const [kind, word] = [KINDS[index] ?? '医联体', match[index + 1] ?? '']
    const owner =
      named.findLast(({ label, to }) => label === 'Hospital' && to <= match.index && match.index - to <= LONGEST) ??
      ourselves(reading, text, match.index)
    if (owner === undefined) return []
    const field = kind === '专科联盟' ? fieldBefore(reading.lexicon, text, { at: match.index, floor: owner.to }) : ''
    if (!BETWEEN.test(text.slice(owner.to, match.index - field.length))) return []
    const owned = ownedBy(owner, { kind, field, start: owner.start, end: sentence.end })
    // 儿科|医疗联盟单位: called so in its title.
    const name = /^(?!专).{0,2}联盟$/u.test(word) ? owned.name.replace('专科联盟', word) : owned.name
    const entity = ownersIn(reading).named(name)?.entity ?? owned.entity
    const [from, to] = [owner.from, match.index + word.length]
    return [
      { owner, group: { entity, name, label: 'Consortium', aliases: [], attrs: { kind }, start: owner.start, end: owner.end, from, to } },
    ]
  })
}

const LONGEST = 14

/** 我院|医联体单位: the hospital that speaks, where it is meant so. */
function ourselves({ document, mentions }: Reading, text: string, before: number): SentenceMention | undefined {
  const match = OURS.exec(text.slice(Math.max(0, before - LONGEST), before))
  const own = match === null ? undefined : mentions.flat().find(({ entity }) => entity === document.speaker)
  const from = before - (match?.[0].length ?? 0)
  return own === undefined ? undefined : { ...own, from, to: from + 2 }
}

const OURS = /[我本]院[〇㐀-鿿“”]{0,11}$/u

/** 是乙医联体单位、丙|对口支援医院: whoever a second title is of is no member beside the one who bears both. */
const OTHER_TITLE = /^的?(?![为是系作任担成])[〇㐀-鿿“”]{2,9}(?:医院|单位|基地)(?=[、，。；和及]|$)/u

/** 甲成为|乙医联体单位: with each title as the one name that it stands for. */
function besideTitles(reading: Reading, sentence: Sentence, titles: readonly Title[]): readonly RelationClaim[] {
  const owners = new Set(titles.map(({ owner }) => owner))
  const isNamed = (mention: SentenceMention): boolean => !owners.has(mention) && !OTHER_TITLE.test(sentence.text.slice(mention.to))
  const named = [...(reading.mentions[sentence.index] ?? []).filter(isNamed), ...titles.map(({ group }) => group)]
  const mentions = reading.mentions.map((list, index) => (index === sentence.index ? named.toSorted((a, b) => a.from - b.from) : list))
  return membersTold(reading, sentence, slotLine({ ...reading, mentions }, sentence)).filter(({ attrs }) => attrs['role'] === 'member')
}

/** 8月，与|乙共建基地，同时成为丙医联体单位: with whom the one that speaks does something else. */
const PARTNER = /(?:^|[，；。：])(?:\d{1,4}[年月日]){0,3}(?:还|又|先后|已)?[与和同跟]$/u

/** 2019年成为|乙医联体单位: the hospital that speaks. */
function ofSpeaker(reading: Reading, sentence: Sentence, titles: readonly Title[]): readonly RelationClaim[] {
  const { speaker } = reading.document
  if (speaker === null) return []
  const own = (reading.mentions[sentence.index] ?? []).filter(({ entity }) => entity !== speaker)
  return titles.flatMap(({ owner, group }): RelationClaim[] => {
    const clause = sentence.text.slice(lastStop(sentence.text, group.from) + 1, group.from)
    const part = sentence.text.lastIndexOf('；', group.from)
    const before = own.filter(({ from, to }) => from > part && to <= group.from - clause.length)
    const within = own.find(({ from }) => from >= group.from - clause.length) ?? owner
    const isAlso = /^(?:同时|同年|并|还|又|也|随后|同月)/u.test(clause)
    const opening = clause.slice(0, Math.max(0, within.from - (group.from - clause.length)))
    // 与乙签约，成为|乙医联体单位: who is named before gives the title.
    const isOther = ({ label, entity, from }: SentenceMention): boolean =>
      label === 'Hospital' && entity !== owner.entity && !(isAlso && PARTNER.test(sentence.text.slice(0, from)))
    if (before.some(isOther) || !BECOMES.test(opening) || !isTold(clause)) return []
    const attrs = { role: 'member', status: 'in_effect' }
    return [membershipIn(sentence, { subject: speaker, object: group.entity, attrs, rule: RULE })]
  })
}

/** Whether a clause tells what is so now, and no more than that. */
const isTold = (clause: string): boolean => clauseTold(clause) === 'in_effect' && !BEFORE.test(clause)

const lastStop = (text: string, before: number): number =>
  Math.max(...['，', '。', '；', '：'].map((mark) => text.lastIndexOf(mark, before - 1)))
