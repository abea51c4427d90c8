/** Membership of an alliance that is told as its lead's own: 甲牵手乙，成为其肺病专科联盟成员; 甲与乙签约，成为该院骨伤专科联盟成员; 乙把甲纳入其专科联盟. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import { spanOf } from '../../read/sentence.ts'
import { ownedBy, type ConsortiumKind } from './kind.ts'
import { ownersIn } from './owners.ts'
import { clauseTold } from './told-when.ts'
import { isMembership, membershipIn } from './membership.ts'

const ITS =
  /(?<verb>成为|成了|加入|加盟|进入|入选|纳入)(?:了|到|进|为)?(?<whose>其|该院|该医院|对方(?:医院)?|后者)的?(?<field>[〇㐀-鿿]{0,10}?)(?<kind>专科联盟|医联体)(?:的?第?\d{0,3}家?(?:首批)?(?:成员|理事|协作|加盟)?(?:单位|医院)?)?(?=[，。；、]|$)/u
const MAY_TELL = /其|该院|该医院|对方|后者/u
/** 成为其医联体单位 is a title that a hospital bears, and tells an agreement. */
const BELONGS = /成员|理事/u
const TAKEN = /[把将]$/u
const WITH = /(?:与|和|同|跟|牵手|携手|联姻|签约|依托)$/u
const HOPED = /(?:拟|计划|力争|争取|将|有望|准备)(?:于[^，；]{2,8})?[与和同跟][^，；]{2,30}签/u
/** 邀请我院加入其联盟，因…暂缓签约 */
const PUT_OFF = /^[^。；]{0,40}(?:暂缓|暂未|未能|没能|没有|婉拒|谢绝)[^，。；]{0,4}(?:签|加入|成行|办理)/u

/** Such memberships in sentences of which no rule has found any. */
export function relateIts(reading: Reading, found: readonly Claim[]): { mentions: Mention[]; claims: RelationClaim[] } {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  for (const sentence of reading.sentences) {
    const match = MAY_TELL.test(sentence.text) ? ITS.exec(sentence.text) : null
    if (match === null || sentence.row !== undefined || sentence.heading) continue
    const opens = sentence.text.lastIndexOf('；', match.index) + 1
    const clause = sentence.text.slice(Math.max(opens, sentence.text.lastIndexOf('，', match.index)), match.index + match[0].length)
    // 甲拟与乙签约，成为该院联盟成员: as it is told of the signing.
    const isHoped = HOPED.test(sentence.text.slice(opens, match.index))
    const told = clauseTold(clause) === 'in_effect' && isHoped ? 'planned' : clauseTold(clause)
    if (match.groups?.['verb']?.startsWith('成') === true && !BELONGS.test(match[0])) continue
    if (
      told === undefined ||
      PUT_OFF.test(sentence.text.slice(match.index + match[0].length)) ||
      found.some((claim) => isMembership(claim) && claim.start === sentence.start)
    )
      continue
    const named = (reading.mentions[sentence.index] ?? []).filter(
      ({ label, from, to }) => label === 'Hospital' && from >= opens && to <= match.index,
    )
    const { lead, member } = sidesOf(reading, sentence.text, { named, at: match.index })
    if (lead === undefined || member === undefined || lead.entity === member) continue
    const kind = (match.groups?.['kind'] ?? '专科联盟') as ConsortiumKind
    const from = match.index + match[0].indexOf(match.groups?.['whose'] ?? '其')
    const span = spanOf(sentence, from, match.index + match[0].length)
    const owned = ownedBy(lead, { kind, field: match.groups?.['field'] ?? '', ...span })
    const object = ownersIn(reading).named(owned.name)?.entity ?? owned.entity
    mentions.push({ ...span, entity: object, name: owned.name, label: 'Consortium', aliases: [], attrs: { kind } })
    const status = sentence.section.kind === 'plan' ? 'planned' : told
    claims.push(membershipIn(sentence, { subject: member, object, attrs: { role: 'member', status }, rule: 'consortium/its' }))
  }
  return { mentions, claims }
}

/** Whose alliance it is, and who comes into it: of one or two hospitals, the speaker beside one. */
function sidesOf(
  { document }: Reading,
  text: string,
  { named, at }: { named: readonly SentenceMention[]; at: number },
): { lead?: SentenceMention; member?: string } {
  const bodies = [...new Map(named.map((mention) => [mention.entity, mention])).values()]
  const last = named.at(-1)
  if (last === undefined || bodies.length > 2) return {}
  const isTaken = TAKEN.test(text.slice(0, last.from)) && last.to === at
  if (isTaken) {
    const lead = bodies.find(({ entity }) => entity !== last.entity)
    return lead === undefined ? {} : { lead, member: last.entity }
  }
  const [first, second] = bodies
  if (first === undefined) return {}
  if (second !== undefined) return WITH.test(text.slice(0, first.from)) ? {} : { lead: second, member: first.entity }
  return document.speaker === null || !WITH.test(text.slice(0, first.from)) ? {} : { lead: first, member: document.speaker }
}
