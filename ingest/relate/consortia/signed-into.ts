/** Members that only sign for an alliance that the document names elsewhere: 甲与乙、丙签订针灸推拿专科联盟协议, where 甲 leads 天水市针灸推拿专科联盟. */
import type { Claim, RelationClaim } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import { dateIn } from '../sentence/claim-date.ts'
import { isMembership, membershipIn } from './membership.ts'
import { KIND, LIST, slotLine, type SlotLine } from './slots.ts'
import { toldModality, type Hit } from './told-when.ts'
import { statusIn } from './when.ts'

const RULE = 'consortium/signed-into'
/** 甲分别与|乙|签订了|针灸推拿|专科联盟|合作协议 */
const SIGNS =
  /Ｌ[^，；：。ＣＬＫ]{0,8}(?:签订|签署|签定|签下|签了|共签|续签|补签|达成|缔结)了?([^，；：。ＣＬＫ]{0,10})Ｋ[^，；：。ＣＬＫ]{0,8}(?:协议|协定|合同|备忘录|责任书)/gu
/** 两家医院由此加入|联盟 */
const JOINS =
  /Ｌ(?:正式|由此|从此|也|均|都|双双|随即|成功|就此|顺利|签约|同时)*(?:加入|加盟|进入)了?(?:该|本|这一)?联盟(?=[，；。]|$|大家庭)/gu
const ALLIANCE = /联盟$/u

/** Memberships of alliances that other sentences name and say who leads; `found` are the claims so far. */
export function relateSignedInto(reading: Reading, found: readonly Claim[]): { mentions: []; claims: RelationClaim[] } {
  const members = found.filter(isMembership)
  const leads = new Map(members.flatMap(({ subject, object, attrs }) => (attrs['role'] === 'lead' ? [[object, subject] as const] : [])))
  const alliances = new Map<string, SentenceMention>()
  for (const mention of reading.mentions.flat())
    if (mention.label === 'Consortium' && ALLIANCE.test(mention.name) && leads.has(mention.entity)) alliances.set(mention.entity, mention)
  if (alliances.size === 0) return { mentions: [], claims: [] }
  const claims: RelationClaim[] = []
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined || sentence.heading || !sentence.text.includes('联盟')) continue
    if ((reading.mentions[sentence.index] ?? []).some(({ label }) => label === 'Consortium')) continue
    const line = slotLine(reading, sentence)
    for (const { hit, subjects, object } of toldIn(reading, line, { alliances, leads })) {
      const modality = toldModality(reading, sentence, line, { hit, segment: { from: 0, to: line.text.length } })
      if (modality === undefined) continue
      const { year } = dateIn(reading, sentence, modality)
      const attrs = { role: 'member', status: statusIn(reading, modality.status, year), ...(year === undefined ? {} : { year }) }
      const isNew = (subject: string): boolean =>
        subject !== leads.get(object) && [...members, ...claims].every((claim) => claim.subject !== subject || claim.object !== object)
      for (const subject of new Set(subjects))
        if (isNew(subject)) claims.push(membershipIn(sentence, { subject, object, attrs, rule: RULE }))
    }
  }
  return { mentions: [], claims }
}

interface Known {
  readonly alliances: ReadonlyMap<string, SentenceMention>
  /** Who leads each of them. */
  readonly leads: ReadonlyMap<string, string>
}

interface Told {
  readonly hit: Hit
  readonly subjects: readonly string[]
  readonly object: string
}

/** Who comes into which of the alliances by what a line tells. */
function toldIn(reading: Reading, line: SlotLine, { alliances, leads }: Known): Told[] {
  const told: Told[] = []
  const add = (match: RegExpMatchArray, subjects: readonly string[], object: string): void => {
    const at = match.index ?? 0
    const list = line.slots.get(at)
    if (list?.slot !== LIST) return
    const hit = { cue: { role: 'member', side: 'either', pattern: SIGNS }, list, from: at, to: at + match[0].length, listAt: at } as const
    told.push({ hit, subjects, object })
  }
  for (const match of matchesOf(SIGNS, line.text)) {
    const kind = line.slots.get(match.index + match[0].indexOf(KIND))
    const object = kind?.slot === KIND && kind.kind === '专科联盟' ? onlyOf(alliances, match[1] ?? '') : undefined
    const sides = sidesOf(reading, line, match.index)
    if (object !== undefined && sides.includes(leads.get(object) ?? '')) add(match, sides, object)
  }
  const only = onlyOf(alliances, '')
  if (only !== undefined) for (const match of matchesOf(JOINS, line.text)) add(match, listAt(line, match.index), only)
  return told
}

function listAt({ slots }: SlotLine, at: number): readonly string[] {
  const slot = slots.get(at)
  return slot?.slot === LIST ? slot.entities : []
}

/** 甲与乙, 我院分别与乙: both sides of a list that signs. */
function sidesOf({ document }: Reading, line: SlotLine, at: number): readonly string[] {
  const list = line.slots.get(at)
  if (list?.slot !== LIST) return []
  if (list.isPaired) return list.entities
  if (!/[与和同跟]$/u.test(line.text.slice(0, at))) return []
  const before = line.text.slice(Math.max(line.text.lastIndexOf('；', at), 0), at)
  const first = before.lastIndexOf(LIST)
  const others = first >= 0 ? listAt(line, at - before.length + first) : document.speaker === null ? [] : [document.speaker]
  return [...others, ...list.entities]
}

/** The only alliance of a field, or the only one that there is where none is told. */
function onlyOf(alliances: Known['alliances'], field: string): string | undefined {
  const own = field.replace(/^.*[的《“]/u, '')
  const fitting = [...alliances.values()].filter(({ name }) => own === '' || name.endsWith(`${own}专科联盟`) || name.endsWith(`${own}联盟`))
  return fitting.length === 1 ? fitting[0]?.entity : undefined
}
