/** Members of a sentence that has one list of bodies and titles or acts of joining, in any order: 走进甲，墙上“乙医联体成员单位”的铜牌. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { dateIn } from '../sentence/claim-date.ts'
import { consortiumCues } from './cues.ts'
import { numbersBefore } from './lists.ts'
import { ownersIn } from './owners.ts'
import { GROUP, LIST, slotLine, type ListSlot, type SlotLine } from './slots.ts'
import { statusIn } from './when.ts'
import { toldModality } from './told-when.ts'
import { mentionWithin } from '../sentence/named-within.ts'
import { BODY_LABELS, isMembership, membershipIn } from './membership.ts'

/** Who does something with the members of a consortium, or tells of them, is none by that. */
const NO_MEMBER =
  /[赴到往向对给为去]Ｃ|(?:组织|邀请|召集|来自|走访|调研|考察|参观|学习|指导|带领|携手|联合|会同|牵头(?!(?:组建|成立|发起|建立|打造)?的)|服务|帮扶)[^，；：。ＬＣ]{0,6}Ｃ|Ｃ[^，；：。ＬＣ]{0,10}(?:大会|会议|代表|专家|培训|讲座|年会|论坛|启动会|义诊|病例|建设情况|工作)|(?:下辖|下设|[管统]辖|包括|包含|涵盖|拥有)[^，；：。ＬＣ]{0,4}Ｌ[^；。]*，(?:也|还|均|都|且)*[是为系]|拒绝|婉拒|表彰|评选|优秀|采购|招标/u

/** 加入乙联盟，并被|甲列入网点医院: what 甲 does with whoever joins. */
const BY_OTHER = /[被由受经获]$/u
/** 续签与|甲的协议，加入乙联盟: whom somebody else deals with; 与甲一道加入乙联盟 tells of 甲. */
const WITH_OTHER = /[与和同跟向对给](?=Ｌ(?!(?:一道|一起|一同|一并|共同|双双|同时|先后|都|均)))/u

/** Memberships that no rule has found; `found` are the claims of those before. */
export function relateAnyOrder(reading: Reading, found: readonly Claim[]): { mentions: Mention[]; claims: RelationClaim[] } {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  const { tells } = consortiumCues(reading.lexicon)
  const known = found.filter(isMembership)
  for (const sentence of reading.sentences) {
    const named = reading.mentions[sentence.index] ?? []
    const groups = named.filter(({ label }) => label === 'Consortium')
    if (sentence.row !== undefined || sentence.heading || groups.length === 0 || !tells.test(sentence.text)) continue
    if (!named.some(({ label }) => BODY_LABELS.has(label))) continue
    const here = known.filter(({ start }) => start === sentence.start)
    const isTold = (object: string): boolean => here.some((claim) => claim.object === object && claim.attrs['role'] !== 'lead')
    if (groups.every(({ entity }) => isTold(entity))) continue
    // 甲、乙分别加入第一、第二医共体: each its own.
    if (groups.some((group) => numbersBefore(sentence.text.slice(0, group.from), group).length > 0)) continue
    const line = slotLine(reading, sentence)
    if (NO_MEMBER.test(line.text)) continue
    const owners = groups.map((group) => ownersIn(reading).of(group))
    const apart = new Set([
      ...here.filter(({ attrs }) => attrs['role'] === 'lead').map(({ subject }) => subject),
      ...owners.map((owner) => owner?.entity),
    ])
    const [only, more] = [...line.slots].filter(([, slot]) => slot.slot === LIST && !slot.entities.some((entity) => apart.has(entity)))
    if (only === undefined || more !== undefined || only[1].slot !== LIST || isAnothers(line.text, only[0])) continue
    const told = membersOf(reading, sentence, { line, listAt: only[0], list: only[1] })
    for (const claim of told)
      if (!isTold(claim.object) && !known.some(({ subject, object }) => subject === claim.subject && object === claim.object))
        claims.push(claim)
    for (const [index, owner] of owners.entries()) {
      const group = groups[index]
      if (told.length > 0 && group !== undefined && owner?.within !== undefined) mentions.push(mentionWithin(sentence, group, owner.within))
    }
  }
  return { mentions, claims }
}

/** 甲联盟成员单位、|乙胸部肿瘤专科联盟单位: whose title somebody else bears. */
const TITLE_OF = /^Ｌ[^，；：。、ＣＬＫ]{0,10}Ｋ(?:成员|理事|协作|合作)?(?:单位|医院)(?=[，；。、]|等|称号|$)/u

/** Whether what stands before the list of a line at a place says that somebody else acts. */
function isAnothers(text: string, at: number): boolean {
  return BY_OTHER.test(text.slice(0, at)) || WITH_OTHER.test(text.slice(Math.max(0, at - 1), at + 4)) || TITLE_OF.test(text.slice(at))
}

/** The list that a line has, its place, and the line. */
interface Listed {
  readonly line: SlotLine
  readonly listAt: number
  readonly list: ListSlot
}

function membersOf(reading: Reading, sentence: Sentence, { line, listAt, list }: Listed): RelationClaim[] {
  const { joined } = consortiumCues(reading.lexicon)
  return matchesOf(joined, line.text).flatMap((match) =>
    groupsWithin(line, match.index, match.index + match[0].length).flatMap((group) => {
      // 脱离甲联盟后，转投乙联盟: how the act itself is told.
      const to = match.index + match[0].length
      const isBeside = listAt < match.index && !/[，；：]/u.test(line.text.slice(listAt, match.index))
      const from = isBeside ? listAt : match.index
      const cue = { role: 'member', side: 'either', pattern: joined } as const
      const segment = { from: 0, to: line.text.length }
      const modality = toldModality(reading, sentence, line, { hit: { cue, list, from, to, listAt }, segment })
      if (modality === undefined) return []
      const { year } = dateIn(reading, sentence, modality)
      const attrs = {
        role: 'member',
        status: statusIn(reading, modality.status, year),
        ...(year === undefined ? {} : { year }),
      }
      return list.entities.map((subject) => membershipIn(sentence, { subject, object: group.entity, attrs, rule: 'consortium/any-order' }))
    }),
  )
}

function groupsWithin({ slots }: SlotLine, from: number, to: number): SentenceMention[] {
  return [...slots].flatMap(([at, slot]) => (slot.slot === GROUP && at >= from && at < to ? [slot.consortium] : []))
}
