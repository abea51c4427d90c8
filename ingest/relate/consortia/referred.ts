/** Members in a list of which a sentence only says that they are in the alliance: 16家医院也加入联盟，分别是：甲、乙、丙. Which one it is stands before. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { fieldBefore, ownedBy } from './kind.ts'
import { listedFrom } from './rosters.ts'
import { isMembership, membershipIn } from './membership.ts'

const RULE = 'consortium/referred-roster'
/** 16家医院也正式加入联盟，分别是： · 首批成员单位有 · 18家生殖医学专科联盟医院分别是， */
const OPENING =
  /(?:(?:加入|加盟|入盟|进入)(?:了|到|其)?[^，。；]{0,10}?(?<joined>联盟|医联体|医共体|集团|协作网)|(?<of>联盟|医联体|医共体|集团|协作网)(?:的?(?:首批|新增|新晋|新))?(?:成员|理事|协作|合作|加盟|新)?(?:单位|医院|机构|成员))[^。；：]{0,16}?(?:：|(?:分别|依次|具体)[是为有：，]+|(?:有|包括|为|是)[：，]?)/u
const MAY_TELL = /家[^。；]{0,40}(?:联盟|医联体|医共体|集团|协作网)/u
const NOT_YET = /拟|将|计划|申请|争取|有望|意向/u
const FEWEST = 3
/** Sentences back to the alliance that is meant. */
const LOOK_BACK = [1, 3, 8]
const OWN_LEAD =
  /(?:由|是)[我本]院(?:牵头|发起|领衔|主导|倡议)|[我本]院(?:作为)?(?:牵头|发起|领衔|主导)(?:成立|组建|建立|单位)|^[我本]院[与和同][^，。]{2,24}签[署订约]/u

/** 成员单位：甲、乙、丙 on a line of its own. */
const LINE_OPENING =
  /^(?:首批|主要|其他|现有)?(?:联盟|医联体|医共体|集团)?的?(?:成员|理事|加盟|协作|会员)(?:单位|医院|机构)(?:名单|共?\d{1,3}[家个])?(?:（\d{1,3}[家个]）)?(?:，)?(?:分别|具体)?(?:有|包括|为|是|如下)?：/u
/** 甲与|乙、丙、丁|签订联盟协议: the one that was named before. */
const SIGNED =
  /^[^，。；]{0,24}签(?:订|署|定|下)了?[^，。；]{0,6}?(?<of>联盟|医联体|医共体|集团|协作网)[^，。；]{0,8}(?:协议|协议书|责任书)/u
/** 甲与|乙、丙、丁|签约，组建江州市肿瘤专科联盟 */
const SIGNED_TO_MAKE = /^[^，。；]{0,24}签(?:约|订|署)[^，。；]{0,12}，(?:共同|联合|正式|携手)*(?:组建|成立|建立|共建|构建|组成)了?“?$/u

/** Such memberships that no rule has found. */
export function relateReferred(reading: Reading, found: readonly Claim[]): { mentions: Mention[]; claims: RelationClaim[] } {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  for (const sentence of reading.sentences) {
    const told = sentence.row === undefined ? (announced(reading, sentence) ?? signed(reading, sentence)) : undefined
    if (told === undefined) continue
    const { mention, lead } = told.of
    if (lead !== undefined) mentions.push(mention)
    const roles = [
      ...told.members.map((subject) => ({ subject, role: 'member' })),
      ...(lead === undefined ? [] : [{ subject: lead, role: 'lead' }]),
    ]
    for (const { subject, role } of roles) {
      const isKnown = found.some((claim) => isMembership(claim) && claim.subject === subject && claim.object === mention.entity)
      const attrs = { role, status: 'in_effect' }
      if (!isKnown) claims.push(membershipIn(sentence, { subject, object: mention.entity, attrs, rule: RULE }))
    }
  }
  return { mentions, claims }
}

interface Told {
  readonly members: readonly string[]
  readonly of: Meant
}

/** 16家医院加入联盟，分别是：甲、乙、丙 · 成员单位：甲、乙、丙 */
function announced(reading: Reading, sentence: Sentence): Told | undefined {
  const { text, index } = sentence
  const opening = LINE_OPENING.exec(text) ?? (MAY_TELL.test(text) ? OPENING.exec(text) : null)
  if (opening === null || NOT_YET.test(text.slice(Math.max(0, opening.index - 12), opening.index))) return undefined
  const named = reading.mentions[index] ?? []
  const at = opening.index + opening[0].length
  const members = listedFrom(named, text, at)
  if (members.length < FEWEST || named.some(({ label, to }) => label === 'Consortium' && to <= at)) return undefined
  const word = opening.groups?.['joined'] ?? opening.groups?.['of'] ?? ''
  const of = meantBefore(reading, sentence, word) ?? ledBySpeaker(reading, sentence, { word, before: opening.index })
  return of === undefined ? undefined : { members, of }
}

/** 甲分别与乙、丙、丁签订联盟协议 · 甲与乙、丙、丁签约，组建某联盟 */
function signed(reading: Reading, sentence: Sentence): Told | undefined {
  const { text, index } = sentence
  if (!text.includes('签')) return undefined
  const named = reading.mentions[index] ?? []
  for (const mention of named) {
    if (mention.label !== 'Hospital' || !/[与和同]/u.test(text.charAt(mention.from - 1))) continue
    const members = listedFrom(named, text, mention.from)
    const last = named.findLast(({ entity }) => entity === members.at(-1))
    if (members.length < FEWEST || last === undefined) continue
    const behind = text.slice(last.to)
    const word = SIGNED.exec(behind)?.groups?.['of']
    const made = named.find(({ label, from }) => label === 'Consortium' && from > last.to && SIGNED_TO_MAKE.test(text.slice(last.to, from)))
    const of = made !== undefined ? { mention: made } : word === undefined ? undefined : meantBefore(reading, sentence, word)
    return of === undefined || NOT_YET.test(text.slice(last.to, last.to + 12)) ? undefined : { members, of }
  }
  return undefined
}

interface Meant {
  readonly mention: Mention
  /** The hospital that speaks, where the alliance is called after it. */
  readonly lead?: string
}

/** The only alliance of its kind that was named shortly before, or else farther back. */
function meantBefore({ mentions }: Reading, { index }: Sentence, word: string): Meant | undefined {
  for (const back of LOOK_BACK) {
    const named = mentions
      .slice(Math.max(0, index - back), index)
      .flat()
      .filter(({ label, name }) => label === 'Consortium' && name.endsWith(word))
    const last = named.at(-1)
    if (last !== undefined) return named.some(({ entity }) => entity !== last.entity) ? undefined : { mention: last }
  }
  return undefined
}

/** 由我院牵头…18家生殖医学专科联盟医院: the one of the hospital that speaks, by its field. */
function ledBySpeaker(
  { document, lexicon, mentions, sentences }: Reading,
  { index, text, start, end }: Sentence,
  { word, before }: { word: string; before: number },
): Meant | undefined {
  const speaker = mentions.flat().find(({ entity }) => entity === document.speaker)
  if (speaker === undefined || word !== '联盟' || before === 0) return undefined
  if (!sentences.slice(0, index + 1).some((sentence) => OWN_LEAD.test(sentence.text))) return undefined
  const at = text.slice(0, text.indexOf(word, before)).replace(/专[科病]$/u, '').length
  const field = fieldBefore(lexicon, text, { at, floor: Math.max(0, text.lastIndexOf('家', at) + 1) })
  const { entity, name, kind } = ownedBy(speaker, { kind: '专科联盟', field, start, end })
  return { mention: { entity, name, label: 'Consortium', aliases: [], attrs: { kind }, start, end }, lead: speaker.entity }
}
