/** What a whole sentence says of the memberships in it: that the consortium is over, that a proposal was turned down, who leads by the name. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Found, Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { withoutDenied } from './denied.ts'
import { ownersIn } from './owners.ts'
import { GROUP, slotLine } from './slots.ts'
import { mentionWithin } from '../sentence/named-within.ts'
import { isMembership } from './membership.ts'
import { isNetworkTitle } from './others.ts'

/** 甲医疗集团因机构改革于年内解散 */
const DISSOLVED =
  /Ｃ[^，；：。ＣＬＫ]{0,24}(?:解散|解体|撤销|注销|停止运行|停止运作|停摆|不复存在|终止|散伙|拆分|拆解|关停|取消)(?=[，；。、]|$|后|以后|之后|并)/gu
const MAY_END = /解散|解体|撤销|注销|停止运|停摆|不复存在|终止|散伙|拆分|拆解|关停|取消/u
const PLANNED = /拟|将|计划|建议|酝酿|考虑/u
/** 您提出的由甲牵头成立乙联盟的建议，暂不予考虑 */
const TURNED_DOWN =
  /(?:提出|提议|提交|建议|呼吁|反映)[^；。]{0,80}(?:(?:的|该)(?:建议|提案|议案|设想|意见|问题|诉求|申请)|经研究|经论证|经评估|经会商|目前)[^；。]{0,60}(?:暂不|不予|不宜|未予|未获|未被采纳|不具备|难以实施|尚不成熟|不够成熟|还不成熟|条件不成熟|无法实施|暂缓|搁置|不成熟)/u
/** 甲牵头的联盟: the name of what is led tells the lead. */
export const LED_BY_NAME = /(?:牵头|领衔|主导|挂帅|为龙头|为总院)的/u
/** 加入甲、乙、丙牵头的专科联盟3个: the kind of all is told behind the last. */
const KIND_AT_END = /(?:体|联盟|集团|网)$/u
const LIST_REACH = 60

/** The memberships as their sentences mean them. */
export function asMeant(reading: Reading, { mentions, claims }: Found): Found {
  const byStart = new Map<number, Sentence>()
  for (const sentence of reading.sentences) byStart.set(sentence.start, sentence)
  const overBySentence = new Map<number, ReadonlySet<string>>()
  const further: { mentions: Mention[]; claims: RelationClaim[] } = { mentions: [], claims: [] }
  const kept = withoutDenied(reading, claims, byStart).flatMap((claim): Claim[] => {
    const sentence = byStart.get(claim.start)
    if (!isMembership(claim) || sentence === undefined) return [claim]
    if (TURNED_DOWN.test(sentence.text) || isBureau(reading, sentence, claim) || isOfTitle(reading, sentence, claim)) return []
    let over = overBySentence.get(claim.start)
    if (over === undefined) overBySentence.set(claim.start, (over = overIn(reading, sentence)))
    if (claim.attrs['status'] !== 'ended' && NEVER.test(sentence.text) && groupsOf(reading, sentence, NEVER_FOUNDED).has(claim.object))
      return []
    if (claim.attrs['role'] !== 'lead' && TALKS.test(sentence.text) && groupsOf(reading, sentence, TALKED).has(claim.object)) return []
    addLead(reading, sentence, { claim, claims }, further)
    if (claim.attrs['status'] === 'planned' && standsLed(reading, sentence).has(claim.object)) {
      const { year: _, ...attrs } = claim.attrs
      return [{ ...claim, attrs: { ...attrs, status: 'in_effect' } }]
    }
    if (!over.has(claim.object) || claim.attrs['status'] !== 'in_effect') return [claim]
    const { year: _, ...attrs } = claim.attrs
    return [{ ...claim, attrs: { ...attrs, status: 'ended' } }]
  })
  const told = withoutShort(withoutLater(kept), { mentions: [...reading.mentions.flat(), ...mentions], byStart })
  return { mentions: [...mentions, ...further.mentions], claims: [...told, ...further.claims] }
}

/** 以甲为牵头单位的第一医共体，|重点抓好…: a plan for one that stands. */
const STANDS_LED =
  /(?:^|[；：])[以由]Ｌ[^，；：。ＣＬＫ]{0,8}的Ｃ，(?:要)?(?:重点|着力|全面|切实|扎实|持续|继续|进一步|统一|统筹|负责|抓好|做好)/gu

/** The consortia of a plan for which it sets tasks, and which it does not found. */
function standsLed(reading: Reading, sentence: Sentence): ReadonlySet<string> {
  if (sentence.section.kind !== 'plan' || !/的[^，；。]{2,16}，/u.test(sentence.text)) return new Set()
  return groupsOf(reading, sentence, STANDS_LED)
}

/** 原定由甲牵头的丙，|因条件不成熟未组建: there is none. */
const NEVER = /(?:未|没有|没能|暂缓|取消)[^，；。]{0,6}(?:组建|成立|建立|建成|筹建)|搁置|作罢|告吹|流产/u
const NEVER_FOUNDED =
  /Ｃ(?:，?(?:因|由于|受|经)[^，；。（）ＣＬＫ]{0,14}?，?)?(?:最终|仍|尚|至今|一直|暂|也|并|却|后来?|已|目前|被)*(?:(?:未|没有|没能|暂缓|取消)(?:能|予|如期|正式|获批|按期|再)*(?:组建|成立|建立|建成|筹建)|搁置|作罢|告吹|流产)/gu

/** The consortia of a sentence with which what a pattern tells begins. */
function groupsOf(reading: Reading, sentence: Sentence, pattern: RegExp): ReadonlySet<string> {
  const { text, slots } = slotLine(reading, sentence)
  const found = matchesOf(pattern, text).flatMap(({ 0: words, index }) => {
    const slot = slots.get(index + words.indexOf(GROUP))
    return slot?.slot === GROUP ? [slot.consortium.entity] : []
  })
  return new Set(found)
}

/** 加入甲联盟|的事项正在对接: talked of, and not agreed. */
const TALKS = /(?:正在|尚在|还在|仍在|正)(?:积极|进一步)?(?:对接|洽谈|商谈|沟通|磋商|协商|谈判|接洽)/u
const TALKED =
  /Ｃ(?:成员单位|成员)?的?(?:有关|相关)?(?:事项|事宜|手续|工作|申请|协议|一事)?(?:目前|，目前)?(?:正在|尚在|还在|仍在|正)(?:积极|进一步)?(?:对接|洽谈|商谈|沟通|磋商|协商|谈判|接洽)/gu

/** 是甲医院网络联盟医院: the consortium stands in a title alone. */
function isOfTitle(reading: Reading, { index, text }: Sentence, { object }: RelationClaim): boolean {
  const named = (reading.mentions[index] ?? []).filter(({ entity }) => entity === object)
  return named.length > 0 && named.every((mention) => isNetworkTitle(text, mention))
}

/** 成立医管委，县财政局、县医保局为成员单位: what a bureau is a member of is a committee, and no consortium. */
function isBureau(reading: Reading, { index }: Sentence, { subject }: RelationClaim): boolean {
  const body = reading.mentions[index]?.find(({ entity }) => entity === subject)
  return body?.label === 'Institution' && body.attrs['kind'] === 'government'
}

/** A heading that says 加盟大湾区联盟, of which the text says 加入大湾区肝胆外科联盟: what is told short is told once. */
function withoutShort(
  claims: readonly Claim[],
  { mentions, byStart }: { mentions: readonly Mention[]; byStart: ReadonlyMap<number, Sentence> },
): Claim[] {
  const members = claims.filter(isMembership)
  const isHeading = ({ start }: RelationClaim): boolean => byStart.get(start)?.heading === true
  if (!members.some(isHeading)) return [...claims]
  const names = new Map(mentions.map(({ entity, name }) => [entity, name]))
  const isShort = (claim: RelationClaim): boolean =>
    members.some(
      (other) =>
        other.subject === claim.subject &&
        !isHeading(other) &&
        isWithin(names.get(claim.object) ?? '', names.get(other.object) ?? '') &&
        names.get(other.object)?.includes('—') !== true,
    )
  return claims.filter((claim) => !isMembership(claim) || !isHeading(claim) || !isShort(claim))
}

/** Whether a name is the other with something left out: 江南心血管专科联盟 of 江南心血管病专科联盟. */
function isWithin(short: string, long: string): boolean {
  if (short.length >= long.length || short.slice(0, 2) !== long.slice(0, 2) || short.slice(-2) !== long.slice(-2)) return false
  let at = 0
  for (const unit of long) if (unit === short.charAt(at)) at++
  return at === short.length
}

/** The consortia of a sentence that it says to be over. */
function overIn(reading: Reading, sentence: Sentence): ReadonlySet<string> {
  if (!MAY_END.test(sentence.text)) return new Set()
  const { text, slots } = slotLine(reading, sentence)
  const over = matchesOf(DISSOLVED, text).flatMap(({ 0: words, index }) => {
    const slot = slots.get(index)
    return slot?.slot === GROUP && !PLANNED.test(words) ? [slot.consortium.entity] : []
  })
  return new Set(over)
}

/** 退出甲牵头的医共体: the name itself tells who leads. */
function addLead(
  reading: Reading,
  sentence: Sentence,
  { claim, claims }: { claim: RelationClaim; claims: readonly Claim[] },
  further: { mentions: Mention[]; claims: RelationClaim[] },
): void {
  if (claim.attrs['role'] === 'lead') return
  const { text } = sentence
  const named = (reading.mentions[sentence.index] ?? []).find(
    ({ entity, from, to }) =>
      entity === claim.object && LED_BY_NAME.test(text.slice(from, KIND_AT_END.test(text.slice(from, to)) ? to : to + LIST_REACH)),
  )
  const lead = named === undefined ? undefined : ownersIn(reading).of(named)
  if (named === undefined || lead === undefined || lead.entity === claim.subject) return
  const isLed = (other: Claim): boolean => isMembership(other) && other.subject === lead.entity && other.object === claim.object
  if (claims.some(isLed) || further.claims.some(isLed)) return
  if (lead.within !== undefined) further.mentions.push(mentionWithin(sentence, named, lead.within))
  further.claims.push({ ...claim, subject: lead.entity, attrs: { role: 'lead', status: 'in_effect' } })
}

/** 成立之初有甲、乙，2023年乙划出: what the sentence says last stands. */
function withoutLater(claims: readonly Claim[]): Claim[] {
  const key = ({ subject, object, start }: RelationClaim): string => `${start} ${subject} ${object}`
  const ended = new Set(claims.flatMap((claim) => (isMembership(claim) && claim.attrs['status'] === 'ended' ? [key(claim)] : [])))
  if (ended.size === 0) return [...claims]
  return claims.filter((claim) => !isMembership(claim) || claim.attrs['status'] === 'ended' || !ended.has(key(claim)))
}
