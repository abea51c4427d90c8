/** Consortia that are counted and then told one by one, each with its own hospital: 组建两个医共体：以甲为龙头，乙、丙为成员；以丁为龙头…. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { consortiumCues } from './cues.ts'
import { KIND_WORD, kindOfWord, ownedBy, type ConsortiumKind } from './kind.ts'
import { ownersIn } from './owners.ts'
import { GROUP, LIST, slotLine } from './slots.ts'
import { foundedWhen } from './told-when.ts'
import { numberOf } from '../sentence/dates.ts'
import { isLocal } from '../sentence/place.ts'
import { membersApart } from './unnamed.ts'
import { isMembership, isPrimary, isPrimaryIn, membershipIn } from './membership.ts'

/** 2个紧密型医共体, 两大医疗集团 */
const COUNTED = new RegExp(`([2-9]|[两二三四五六七八九])(?:个|大|家)(?:县域|城市|区域|片区|城乡|紧密型|新型)*(${KIND_WORD})`, 'u')
/** 医共体2个 */
const COUNTED_BEHIND = new RegExp(
  `(?:县域|城市|区域|片区|城乡|紧密型|新型)*(${KIND_WORD})(?:共|共有)?([2-9]|[两二三四五六七八九])(?:个|家)(?=[，。；：])`,
  'u',
)
/** 甲与乙，丙与丁，分别组建|医联体: as many as are told before. */
const APART = new RegExp(
  `(?:分别|各自)(?:联合)?(?:组建|组成|成立|建立|形成|构建|结成)了?(?:县域|城市|区域|片区|城乡|紧密型|新型)*(${KIND_WORD})`,
  'u',
)
/** Sentences behind the count over which they may be told. */
const SENTENCES_ON = 4
/** What parts two of them within a sentence: a semicolon, or the mark of a point. */
const PARTS =
  /；|，(?=[^，；：。]{2,16}(?:一头)?(?:牵着|带着|领着|下辖|带领|统领))|(?:[，。：]|^)(?=[一二三四五六七八九]是|（[1-9一二三四五六]）|[①-⑨]|第[一二三四五六七八九]个|另一个|其[一二三四]，)/gu

/** What one part tells: who leads, and who belongs to it. */
interface Told {
  readonly sentence: Sentence
  readonly lead: string
  readonly members: readonly string[]
}

/** Leads and members of counted consortia of which nothing has been found; `found` are the claims so far. */
export function relateCounted(reading: Reading, found: readonly Claim[]): { mentions: Mention[]; claims: RelationClaim[] } {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined) continue
    const before = COUNTED.exec(sentence.text)
    const counted = before ?? COUNTED_BEHIND.exec(sentence.text)
    const apart = counted === null ? APART.exec(sentence.text) : null
    const count = numberOf(before === null ? counted?.[2] : before[1])
    const match = counted ?? apart
    if (match === null || (counted !== null && count === undefined) || foundedWhen(sentence) === undefined) continue
    const kind = kindOfWord((match === counted && before === null ? match[1] : match.at(-1)) ?? '')
    const place = { from: match.index, after: match.index + match[0].length }
    const told = count === undefined ? partsBefore(reading, sentence, place) : toldOf(reading, sentence, { ...place, count })
    const known = [...found, ...claims]
    const isOther = (each: Told): boolean => isKnown(known, each.lead, kind) && !isAsCounted(reading, each, { known, kind })
    if (told === undefined || told.some(isOther) || told.every(({ lead }) => isKnown(known, lead, kind))) continue
    const first = claims.length
    for (const each of told) if (!isKnown(known, each.lead, kind)) add(reading, each, kind, { mentions, claims })
    const isAlone = told.every(({ members }) => members.length === 0)
    claims.push(...membersFollowing(reading, sentence, { leads: claims.slice(first), isAlone }))
  }
  return { mentions, claims }
}

/** Where a count of consortia stands, and how many they are. */
interface Counted {
  readonly from: number
  readonly after: number
  readonly count: number
}

/** 3家医共体分别由甲、乙、丙牵头。甲下辖丁、戊: the members that are told behind leads of which the count tells alone. */
function membersFollowing(
  reading: Reading,
  { index, paragraph }: Sentence,
  { leads, isAlone }: { leads: readonly RelationClaim[]; isAlone: boolean },
): RelationClaim[] {
  if (!isAlone || leads.length < 2) return []
  const near = reading.sentences
    .slice(index, index + SENTENCES_ON + 1)
    .filter((other) => other.row === undefined && other.paragraph === paragraph)
  return near.flatMap((sentence) => membersApart(reading, sentence, leads))
}

/** Whether a lead or membership of such a consortium is told of a body already. */
function isKnown(found: readonly Claim[], subject: string, kind: string): boolean {
  return found.some((claim) => isMembership(claim) && claim.subject === subject && claim.object.endsWith(kind))
}

/** Whether what is known of one of those counted is the one that is named after its lead. */
function isAsCounted(
  reading: Reading,
  { sentence, lead }: Told,
  { known, kind }: { known: readonly Claim[]; kind: ConsortiumKind },
): boolean {
  const body = reading.mentions[sentence.index]?.find(({ entity }) => entity === lead)
  const own = body === undefined ? undefined : ownedBy(body, { kind, start: 0, end: 0 }).entity
  return known.every((claim) => !isMembership(claim) || claim.subject !== lead || !claim.object.endsWith(kind) || claim.object === own)
}

/**
 * 以甲为总院，乙为分院；以丙为总院，丁为分院的|两大医共体, 甲托管乙，丙托管丁，形成|两个医共体: as many parts before the count, each with
 * its own; where none are counted, more than one.
 */
function partsBefore(
  reading: Reading,
  sentence: Sentence,
  { from, count }: Pick<Counted, 'from'> & { readonly count?: number },
): Told[] | undefined {
  const said = sentence.text.slice(0, from)
  // 甲与乙，丙与丁|分别组成医联体
  const before = MADE_OF.exec(said)?.[1] ?? (count === undefined && PAIRS.test(said) ? said : undefined)
  if (before === undefined) return undefined
  const told: Told[] = []
  for (const part of piecesOf(before)) {
    const each = partTold(reading, sentence, part)
    if (each === 'other') return undefined
    if (each !== undefined) told.push(each)
  }
  const isOfOneEach = new Set(told.map(({ lead }) => lead)).size === told.length
  return isOfOneEach && told.length > 1 && (count === undefined || told.length === count) ? told : undefined
}

/** The parts that semicolons part, or else commas. */
function piecesOf(text: string): readonly { from: number; to: number }[] {
  const mark = text.includes('；') ? '；' : '，'
  let from = 0
  return text.split(mark).map((part) => {
    const piece = { from, to: from + part.length }
    from = piece.to + 1
    return piece
  })
}

const PAIRS = /[与和同][^，；。]{2,60}，[^，；。]{2,20}[与和同][^，；。]{2,60}[院心站]$/u
/** …，分别组建了|三个, …为分院的|两大, …，|分别组建 */
const MADE_OF = /^(.*)(?:，(?:共同|分别|各自)?(?:形成|组建|组成|成立|建立|构建|构成|建成|结成)了?|的|，)$/u

/** The consortia that are told behind their count, where they are as many as that; undefined otherwise. */
function toldOf(reading: Reading, counted: Sentence, { after, count, ...of }: Counted): Told[] | undefined {
  const told: Told[] = []
  for (const sentence of reading.sentences.slice(counted.index, counted.index + SENTENCES_ON + 1)) {
    if (sentence.row !== undefined || sentence.paragraph - counted.paragraph > count) break
    const from = sentence === counted ? after : 0
    const atOnce = told.length > 0 ? undefined : (inGroups(reading, sentence, count) ?? leadsAlone(reading, sentence, count))
    const before =
      from > 0 && atOnce === undefined
        ? (partsBefore(reading, sentence, { count, ...of }) ?? leadsBefore(reading, sentence, { after, count, ...of }))
        : undefined
    if (before !== undefined) return before
    if (atOnce !== undefined) return atOnce
    if (from > 0 && !isListed(sentence.text.slice(from))) continue
    for (const part of partsOf(sentence.text, from)) {
      const each = partTold(reading, sentence, part)
      if (each === 'other') return undefined
      if (each !== undefined) told.push(each)
    }
    if (told.length >= count) break
  }
  const isOfOneEach = new Set(told.map(({ lead }) => lead)).size === told.length
  return told.length === count && isOfOneEach ? told : undefined
}

/** Whether what stands behind a count in its sentence tells them one by one. */
const isListed = (text: string): boolean => /[：；]|分别|一是/u.test(text)

function partsOf(text: string, from: number): readonly { from: number; to: number }[] {
  const cuts = [...text.slice(from).matchAll(PARTS)].map(({ index, 0: mark }) => from + index + mark.length)
  const starts = [from, ...cuts]
  return starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? text.length }))
}

/** 以甲为龙头，乙、丙为成员: one hospital and those below it; `other` where a part names bodies otherwise. */
function partTold(reading: Reading, sentence: Sentence, { from, to }: { from: number; to: number }): Told | 'other' | undefined {
  const bodies = (reading.mentions[sentence.index] ?? []).filter(
    (mention) => mention.from >= from && mention.to <= to && (mention.label === 'Hospital' || mention.label === 'Consortium'),
  )
  if (bodies.length === 0) return undefined
  const [first, ...others] = bodies
  // 江州大学附属医院牵头，区医院、城南社区卫生服务中心为成员单位: who leads is told, wherever it is.
  if (first?.label === 'Hospital' && others.length > 0 && LEADS_TOLD.test(sentence.text.slice(first.to, to))) {
    const isOwnAll = others.every(({ label, entity }) => label === 'Hospital' && entity !== first.entity && isLocal(entity, reading))
    return isOwnAll ? { sentence, lead: first.entity, members: [...new Set(others.map(({ entity }) => entity))] } : 'other'
  }
  const heads = new Set(bodies.filter((body) => !isPrimary(body)).map(({ entity }) => entity))
  const [lead, more] = heads
  const members = [...new Set(bodies.filter(isPrimary).map(({ entity }) => entity))]
  const isOwn = bodies.every(({ label, entity }) => label === 'Hospital' && isLocal(entity, reading))
  if (lead === undefined || more !== undefined || members.length === 0 || !isOwn) return 'other'
  return { sentence, lead, members }
}

/** 甲|牵头，乙、丙|为成员单位 */
const LEADS_TOLD =
  /^(?:（[^（）]{0,14}）)?(?:为|任|担任|作为)?(?:牵头|龙头|总院|核心|领衔|主导)(?:单位|医院)?，[^，；：。]*(?:成员|协作|分院|参与|参加|加入|加盟)(?:单位|医院)?[；。]?$/u

/** 分别由甲、乙牵头, 牵头单位分别为甲、乙: as many leads as are counted, whose members are told nowhere. */
function leadsAlone(reading: Reading, sentence: Sentence, count: number): Told[] | undefined {
  const { text, slots } = slotLine(reading, sentence)
  const owners = [...slots.values()].map((slot) => (slot.slot === GROUP ? ownersIn(reading).of(slot.consortium)?.entity : ''))
  const { leads } = consortiumCues(reading.lexicon)
  const [only, more] = [...slots].flatMap(([place, { slot, ...list }]) => {
    if (slot !== LIST || !('entities' in list) || list.entities.length !== count) return []
    const isLed = AS_LEADS.test(text.slice(0, place)) && leads.test(/^[^，；。]{0,8}/u.exec(text.slice(place + 1))?.[0] ?? '')
    return isLed || ARE_LEADS.test(text.slice(0, place)) ? [list.entities] : []
  })
  const isTold =
    only !== undefined && more === undefined && owners.every((owner) => owner === '' || (owner !== undefined && only.includes(owner)))
  return isTold && only.every((entity) => isLocal(entity, reading)) ? only.map((lead) => ({ sentence, lead, members: [] })) : undefined
}

const AS_LEADS = /[由以]$/u
const ARE_LEADS = /(?<!副)(?:牵头|龙头|总院|核心|领办|主体)(?:单位|医院)?(?:分别|依次)(?:为|是|由)$/u

/** 甲、乙、丙|三大医共体, 甲、乙牵头的|2个医疗集团: as many hospitals before the count as are counted. */
function leadsBefore(reading: Reading, sentence: Sentence, { from, after, count }: Counted): Told[] | undefined {
  const last = (reading.mentions[sentence.index] ?? []).findLast(({ to }) => to <= from)
  if (last?.label !== 'Hospital' || !COUNTED_OF.test(sentence.text.slice(last.to, from)) || OF_THEM.test(sentence.text.slice(after)))
    return undefined
  const lists = [...slotLine(reading, sentence).slots.values()]
  const list = lists.find((slot) => slot.slot === LIST && slot.entities.at(-1) === last.entity && slot.entities.length === count)
  if (list?.slot !== LIST || !list.entities.every((entity) => isLocal(entity, reading))) return undefined
  return list.entities.map((lead) => ({ sentence, lead, members: [] }))
}

const COUNTED_OF =
  /^(?:等)?(?:(?:\d{1,2}|[两二三四五六七八九十])[家所个][〇㐀-鿿]{0,6}(?:医院|单位|机构))?(?:(?:分别|各自)?(?:牵头|领衔|主导|领办|为(?:牵头|龙头|核心|总院|主体)(?:单位|医院)?)(?:组建|成立|建设|运行)?[的了]?)?$/u
/** 甲、乙两家医共体|成员单位 */
const OF_THEM = /^(?:的?(?:成员|单位|分院|总院|牵头|协作|负责|医院|乡镇|卫生院|建设)|内|中|之)/u

/** 甲、乙分别与丙、丁和戊、己组建: as many groups of members as leads, each led by the one in its place. */
function inGroups(reading: Reading, sentence: Sentence, count: number): Told[] | undefined {
  if (!/分别|各自/u.test(sentence.text)) return undefined
  const { slots } = slotLine(reading, sentence)
  const lists = [...slots.values()].flatMap((slot) => (slot.slot === LIST ? [slot] : []))
  const [heads, below, more] = lists
  // 分别由甲、乙牵头，其中甲医共体覆盖丙、丁: they are of the one that is named before them.
  const order = [...slots.values()].map(({ slot }) => slot)
  if (order.indexOf(GROUP) > order.indexOf(LIST) && order.indexOf(GROUP) < order.lastIndexOf(LIST)) return undefined
  if (heads === undefined || below === undefined || more !== undefined || heads.entities.length !== count) return undefined
  const ends = below.entities.length === count ? below.entities.map((_, index) => index + 1) : [...below.groupEnds, below.entities.length]
  if (ends.length !== count || ![...heads.entities, ...below.entities].every((entity) => isLocal(entity, reading))) return undefined
  const isBelow = (entity: string): boolean => isPrimaryIn(reading, sentence, entity)
  if (heads.entities.some(isBelow) || !below.entities.every(isBelow)) return undefined
  return heads.entities.map((lead, index) => ({ sentence, lead, members: below.entities.slice(ends[index - 1] ?? 0, ends[index]) }))
}

function add(
  reading: Reading,
  { sentence, lead, members }: Told,
  kind: ConsortiumKind,
  into: { mentions: Mention[]; claims: RelationClaim[] },
): void {
  const { start, end } = sentence
  const body = reading.mentions[sentence.index]?.find(({ entity }) => entity === lead)
  const status = foundedWhen(sentence)
  if (body === undefined || status === undefined) return
  const { entity, name } = ownedBy(body, { kind, start, end })
  const written = ownersIn(reading).called(name, lead, kind)?.entity
  if (written === undefined) into.mentions.push({ entity, label: 'Consortium', name, aliases: [], attrs: { kind }, start, end })
  for (const subject of [lead, ...members]) {
    const attrs = { role: subject === lead ? 'lead' : 'member', status }
    into.claims.push(membershipIn(sentence, { subject, object: written ?? entity, attrs, rule: 'consortium/counted' }))
  }
}
