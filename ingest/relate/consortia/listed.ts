/** Members that a counted list tells behind a consortium and its lead, whatever is said of them: 甲总医院挂牌，乙任总院，丙、丁等11家机构成了一家人. */
import type { Claim, RelationClaim } from '../../../cypher/model/index.ts'
import { WordSet } from '../../grammar/word-set.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { GROUP, LIST, slotLine, type ListSlot, type SlotLine } from './slots.ts'
import { segmentsOf, toldModality, type Segment } from './told-when.ts'
import { isLocal } from '../sentence/place.ts'
import { isMembership, isPrimaryIn, membershipIn } from './membership.ts'

/** 等11家机构, 3家单位: the list stands for all of its kind. */
const COUNT = /(?:等|共|这)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})余?[家所个](?:[〇㐀-鿿]{0,4}(?:机构|卫生院|医院|中心|单位))?$/u
/** Where a list begins its clause. */
const OPENS = /[，；](?:目前|现在?|如今|至今|此后|从此|全县|全区|全市|全旗)?$/u
/** 以甲为牵头单位的丙，|重点抓好|乙等7个卫生院的人员调配 */
const CARES =
  /Ｃ，(?:重点|着力|全面|统筹|切实|扎实|持续|继续|进一步|年内|具体|主要|统一|负责|要|将|对)*(?:抓好|做好|推进|推动|加强|统筹|落实|管好|管理|帮扶|帮带|带动|覆盖|服务|联系|包保|指导|提升|强化|抓|对)?[好了着]?$/u
const FEWEST = 2

const otherDeeds = new WeakMap<Lexicon, WordSet>()

function deedsOf(lexicon: Lexicon): WordSet {
  let words = otherDeeds.get(lexicon)
  if (words === undefined) otherDeeds.set(lexicon, (words = new WordSet(lexicon.words('consortium-other-deeds'))))
  return words
}

/** Memberships of sentences that tell the lead of one consortium and no member of it; `found` are the claims so far. */
export function relateListed(reading: Reading, found: readonly Claim[]): { mentions: []; claims: RelationClaim[] } {
  const known = found.filter(isMembership)
  const leads = known.filter(({ attrs }) => attrs['role'] === 'lead')
  if (leads.length === 0) return { mentions: [], claims: [] }
  const claims = reading.sentences.flatMap((sentence) => {
    const here = sentence.row === undefined && !sentence.heading ? leads.filter(({ start }) => start === sentence.start) : []
    if (here.length === 0) return []
    const line = slotLine(reading, sentence)
    const parts = here.some(({ object }) => object !== here[0]?.object) ? segmentsOf(line.text) : [{ from: 0, to: line.text.length }]
    return parts.flatMap((segment) => {
      const [lead, more] = here.filter(({ subject }) => listsIn(line, segment).some(([, { entities }]) => entities.includes(subject)))
      if (lead === undefined || (more !== undefined && more.object !== lead.object)) return []
      const isTold = known.some(
        ({ start, object, attrs }) => start === sentence.start && object === lead.object && attrs['role'] !== 'lead',
      )
      return isTold ? [] : listedWith(reading, sentence, lead, { line, segment })
    })
  })
  return { mentions: [], claims }
}

/** The lists of bodies in a part of a line, and their places. */
function listsIn({ slots }: SlotLine, { from, to }: Segment): (readonly [number, ListSlot])[] {
  return [...slots].flatMap(([at, slot]) => (slot.slot === LIST && at >= from && at < to ? [[at, slot] as const] : []))
}

/** The members in the counted list behind a lead, where the part names no other consortium. */
function listedWith(
  reading: Reading,
  sentence: Sentence,
  lead: RelationClaim,
  { line, segment }: { line: SlotLine; segment: Segment },
): RelationClaim[] {
  const isOther = [...line.slots].some(
    ([at, slot]) => slot.slot === GROUP && at >= segment.from && at < segment.to && slot.consortium.entity !== lead.object,
  )
  const lists = listsIn(line, segment)
  const leadAt = lists.find(([, { entities }]) => entities.includes(lead.subject))?.[0]
  if (isOther || leadAt === undefined) return []
  const [told, more] = lists.filter(([at, list]) => at > leadAt && isCounted(reading, line, { at, list }, sentence))
  if (told === undefined || more !== undefined) return []
  const [listAt, list] = told
  const { entities } = list
  if (entities.length < FEWEST || entities.includes(lead.subject) || !entities.every((entity) => isLocal(entity, reading))) return []
  const { text } = line
  const rest = /^[^，；。]*/u.exec(text.slice(listAt + 1))?.[0] ?? ''
  if (deedsOf(reading.lexicon).isIn(rest)) return []
  const hit = { cue: { role: 'member', side: 'before', pattern: COUNT }, list, from: listAt, to: listAt + 1 + rest.length, listAt } as const
  const modality = toldModality(reading, sentence, line, { hit, segment })
  if (modality === undefined) return []
  // 组建由甲牵头的丙，乙等9家机构一本账: no more in effect than the lead of 丙.
  const attrs = { role: 'member', status: lead.attrs['status'] === 'planned' ? 'planned' : modality.status }
  return entities.map((subject) => membershipIn(sentence, { subject, object: lead.object, attrs, rule: 'consortium/listed' }))
}

/** Whether a list closes with how many there are, and opens its clause, or is of health centres of which care is taken. */
function isCounted(
  reading: Reading,
  { text, at: places }: SlotLine,
  { at, list }: { at: number; list: ListSlot },
  sentence: Sentence,
): boolean {
  if (!COUNT.test(sentence.text.slice(places[at], places[at + 1] ?? sentence.text.length))) return false
  const before = text.slice(0, at)
  if (OPENS.test(before)) return true
  return CARES.test(before) && list.entities.every((entity) => isPrimaryIn(reading, sentence, entity))
}
