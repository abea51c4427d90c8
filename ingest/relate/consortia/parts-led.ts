/**
 * Consortia told part by part by who leads and who follows, whose kind only what stands before tells: 推进医共体建设。甲牵头，乙、丙为成员；
 * 丁牵头，戊、己4家.
 */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { isLocal } from '../sentence/place.ts'
import { KIND_WORD, kindOfWord, ownedBy, type ConsortiumKind } from './kind.ts'
import { isMembership, isPrimary, membershipIn } from './membership.ts'
import { ownersIn } from './owners.ts'
import { LIST, slotLine, type SlotLine } from './slots.ts'
import { foundedWhen, segmentsOf, type Segment } from './told-when.ts'

const RULE = 'consortium/parts-led'
/** 其中，|甲牵头，, 以甲为龙头， */
const LEADS =
  /^(?:[^，；：。ＣＬＫ]{0,6}[，：])?(?:[一二三四五六]是)?[以由]?Ｌ(?:为|任|担任|作为|是)?(?:牵头|龙头|总院|核心|领衔)(?:单位|医院)?，/u
/** 乙、丙|为成员 */
const ARE_MEMBERS = /^[^，；：。ＬＣＫ]{0,10}(?:为|是|作|任)?(?:其)?(?:成员|分院|参与|参加|加入|加盟|协同|配合)/u
/** 姚李不再纳入: a clause of those that are in it no more. */
const NO_MORE = /不再|退出|划出|调出|移出|脱离|除外|不含|不包括|未纳入/u
const KIND = new RegExp(KIND_WORD, 'u')
/** Sentences back to what tells the kind, or names the consortia. */
const SENTENCES_BACK = 3

interface Part {
  readonly lead: SentenceMention
  readonly members: readonly string[]
  readonly areTold: boolean
}

/** Memberships of such parts, where nothing has found any; `found` are the claims so far. */
export function relatePartsLed(reading: Reading, found: readonly Claim[]): { mentions: Mention[]; claims: RelationClaim[] } {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined || sentence.heading || !/牵头|龙头|总院|核心|领衔/u.test(sentence.text)) continue
    const named = reading.mentions[sentence.index] ?? []
    if (named.length < 2 || KIND.test(sentence.text) || found.some((claim) => isMembership(claim) && claim.start === sentence.start))
      continue
    const line = slotLine(reading, sentence)
    const parts = segmentsOf(line.text).map((segment) => partOf(reading, sentence, line, segment))
    const isWhole = parts.length > 1 ? parts.every((part) => part !== undefined) : parts[0]?.areTold === true
    const status = isWhole ? foundedWhen(sentence) : undefined
    if (status === undefined) continue
    for (const part of parts) {
      const of = part === undefined ? undefined : consortiumOf(reading, sentence, part.lead)
      if (part === undefined || of === undefined) continue
      if (of.isNew) mentions.push(of.mention)
      for (const subject of [part.lead.entity, ...part.members]) {
        const attrs = { role: subject === part.lead.entity ? 'lead' : 'member', status }
        const isKnown = found.some((claim) => isMembership(claim) && claim.subject === subject && claim.object === of.mention.entity)
        if (!isKnown) claims.push(membershipIn(sentence, { subject, object: of.mention.entity, attrs, rule: RULE }))
      }
    }
  }
  return { mentions, claims }
}

/** Who leads in a part of a line, and who follows; undefined where it tells something else. */
function partOf(reading: Reading, { index, text }: Sentence, { text: told, at, slots }: SlotLine, { from, to }: Segment): Part | undefined {
  const opening = LEADS.exec(told.slice(from, to))
  const head = opening === null ? undefined : slots.get(from + opening[0].indexOf(LIST))
  const named = reading.mentions[index] ?? []
  const lead = head?.slot === LIST && head.entities.length === 1 ? named.find(({ entity }) => entity === head.entities[0]) : undefined
  if (opening === null || lead === undefined || isPrimary(lead) || !isLocal(lead.entity, reading)) return undefined
  const members: string[] = []
  let areTold = false
  for (const [place, slot] of slots) {
    if (slot.slot !== LIST || place < from + opening[0].length || place >= to) continue
    if (NO_MORE.test(clauseAt(told, place))) continue
    const bodies = slot.entities.map((entity) => named.find((mention) => mention.entity === entity))
    const isOfThem = ARE_MEMBERS.test(told.slice(place + 1, to))
    if (bodies.some((body) => body === undefined || !isLocal(body.entity, reading) || (!isOfThem && !isPrimary(body)))) return undefined
    // 乙、丙开展义诊 is what they do, and 乙、丙4家 a list.
    if (!isOfThem && !/^[，；。]?$/u.test(told.slice(place + 1, place + 2)) && !text.slice(at[place], at[place + 1]).endsWith('家'))
      return undefined
    areTold ||= isOfThem
    members.push(...slot.entities)
  }
  return members.length === 0 || members.includes(lead.entity) ? undefined : { lead, members, areTold }
}

/** The clause of a line in which a place stands. */
function clauseAt(text: string, place: number): string {
  const end = /[，；。]/u.exec(text.slice(place))?.index
  return text.slice(
    Math.max(text.lastIndexOf('，', place), text.lastIndexOf('；', place)) + 1,
    end === undefined ? text.length : place + end,
  )
}

/** The consortium that what stands before names after a lead, or tells the kind of. */
function consortiumOf(
  reading: Reading,
  { index, paragraph, headings, start, end }: Sentence,
  lead: SentenceMention,
): { mention: Mention; isNew: boolean } | undefined {
  let kind: ConsortiumKind | undefined
  for (let back = index - 1; back >= Math.max(0, index - SENTENCES_BACK); back--) {
    const other = reading.sentences[back]
    if (other === undefined || paragraph - other.paragraph > 1 || other.row !== undefined) break
    const own = (reading.mentions[back] ?? []).find((mention) => isOwnedBy(reading, mention, lead))
    if (own !== undefined) return { mention: own, isNew: false }
    const word = KIND.exec(other.text)?.[0]
    if (word !== undefined) kind ??= kindOfWord(word)
  }
  const word = KIND.exec(headings.at(-1) ?? '')?.[0]
  kind ??= word === undefined ? undefined : kindOfWord(word)
  if (kind === undefined) return undefined
  const { entity, name } = ownedBy(lead, { kind, start, end })
  const written = ownersIn(reading).called(name, lead.entity, kind)?.entity
  return {
    mention: { entity: written ?? entity, name, label: 'Consortium', aliases: [], attrs: { kind }, start, end },
    isNew: written === undefined,
  }
}

function isOwnedBy(reading: Reading, mention: SentenceMention, lead: SentenceMention): boolean {
  return mention.label === 'Consortium' && ownersIn(reading).of(mention)?.entity === lead.entity
}
