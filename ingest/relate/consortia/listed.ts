/** Members that a counted list tells behind a consortium and its lead, whatever is said of them: 甲总医院挂牌，乙任总院，丙、丁等11家机构成了一家人. */
import type { Claim, RelationClaim } from '../../../cypher/model/index.ts'
import { WordSet } from '../../grammar/word-set.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { GROUP, LIST, slotLine, type SlotLine } from './slots.ts'
import { toldModality } from './told-when.ts'
import { isLocal } from '../sentence/place.ts'
import { isMembership, membershipIn } from './membership.ts'

/** 等11家机构, 3家单位: the list stands for all of its kind. */
const COUNT = /(?:等|共|这)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})余?[家所个](?:[〇㐀-鿿]{0,4}(?:机构|卫生院|医院|中心|单位))?$/u
/** Where a list begins its clause. */
const OPENS = /[，；](?:目前|现在?|如今|至今|此后|从此|全县|全区|全市|全旗)?$/u
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
    if (sentence.row !== undefined || sentence.heading) return []
    const here = leads.filter(({ start }) => start === sentence.start)
    const [lead] = here
    if (lead === undefined || here.some(({ object }) => object !== lead.object)) return []
    const isTold = known.some(({ start, object, attrs }) => start === sentence.start && object === lead.object && attrs['role'] !== 'lead')
    return isTold ? [] : listedWith(reading, sentence, lead)
  })
  return { mentions: [], claims }
}

/** The members in the counted list behind a lead, where the sentence names no other consortium. */
function listedWith(reading: Reading, sentence: Sentence, lead: RelationClaim): RelationClaim[] {
  const line = slotLine(reading, sentence)
  const slots = [...line.slots]
  if (slots.some(([, slot]) => slot.slot === GROUP && slot.consortium.entity !== lead.object)) return []
  const leadAt = slots.find(([, slot]) => slot.slot === LIST && slot.entities.includes(lead.subject))?.[0]
  if (leadAt === undefined) return []
  const [told, more] = slots.filter(([at, slot]) => slot.slot === LIST && at > leadAt && isCounted(line, at, sentence.text))
  if (told === undefined || more !== undefined || told[1].slot !== LIST) return []
  const [listAt, list] = told
  const { entities } = list
  if (entities.length < FEWEST || entities.includes(lead.subject) || !entities.every((entity) => isLocal(entity, reading))) return []
  const { text } = line
  const rest = /^[^，；。]*/u.exec(text.slice(listAt + 1))?.[0] ?? ''
  if (deedsOf(reading.lexicon).isIn(rest)) return []
  const hit = { cue: { role: 'member', side: 'before', pattern: COUNT }, list, from: listAt, to: listAt + 1 + rest.length, listAt } as const
  const modality = toldModality(reading, sentence, line, { hit, segment: { from: 0, to: text.length } })
  if (modality === undefined) return []
  // 组建由甲牵头的丙，乙等9家机构一本账: no more in effect than the lead of 丙.
  const attrs = { role: 'member', status: lead.attrs['status'] === 'planned' ? 'planned' : modality.status }
  return entities.map((subject) => membershipIn(sentence, { subject, object: lead.object, attrs, rule: 'consortium/listed' }))
}

/** Whether a list opens its clause and closes with how many there are. */
function isCounted({ text, at }: SlotLine, listAt: number, sentence: string): boolean {
  return OPENS.test(text.slice(0, listAt)) && COUNT.test(sentence.slice(at[listAt], at[listAt + 1] ?? sentence.length))
}
