/** Bodies of which a sentence says that they are no members: 县妇幼保健院不加入医共体, 甲医院列席, 不含乙卫生院. */
import type { Claim, RelationClaim } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { LIST, slotLine } from './slots.ts'

const MAY_DENY = /不|未|没|列席|旁听|观察|除/u
const IN = '(?:加入|加盟|入盟|参加|参与|纳入|列入|并入|编入|划入|划归|归入|进入|属于|隶属|归属|作为|担任|充当|列为|(?:被)?(?:吸收|吸纳))'
const OUT = `(?:不(?:予|是|为|在(?!于|意|断|同)|(?:予)?${IN})|(?:未|没有|没能|暂缓)(?:被|能|获|正式|予|如期|同步)*${IN}|列席|旁听|观察(?:员|单位|医院))`
/** Words of a clause between a body and what is said of it. */
const SOME = '(?:(?!成员|理事|盟员)[^，；：。（）ＣＬＫ]){0,10}?'
/** 甲|暂不纳入, 乙|尚未加入; not 甲不再参加, which was in it, and not 甲不断加入. Behind a comma only of what opens its clause. */
const NOT_IN = new RegExp(`Ｌ(?:（[^（）]{0,12}）)?${SOME}${OUT}|(?<=^|[，；：。])Ｌ${SOME}，${SOME}${OUT}`, 'gu')
/** 不含|甲; 除甲外，其余医院均…, and not 除甲外，还有乙 */
const LEFT_OUT =
  /(?:不(?:再)?(?:含|包括|包含|涵盖|覆盖|吸收|吸纳)|(?:未|没有)(?:将|把|纳入|吸纳|包括|包含|含))(?:了)?Ｌ|除Ｌ[以之]?外，(?!还|又|另|也|再)[^，；。]{0,24}?(?:均|都|全部|全|悉数|一律|其余|其他|各)/gu

/** The claims, without memberships of bodies of which their sentence says that they are none, and what these were to tell. */
export function withoutDenied(reading: Reading, claims: readonly Claim[], byStart: ReadonlyMap<number, Sentence>): readonly Claim[] {
  const known = new Map<number, ReadonlySet<string>>()
  return claims.filter((claim) => {
    const sentence = byStart.get(claim.start)
    if (sentence === undefined || !isTold(claim)) return true
    let denied = known.get(claim.start)
    if (denied === undefined) known.set(claim.start, (denied = deniedIn(reading, sentence)))
    return !denied.has(claim.subject) && (claim.type === 'MEMBER_OF' || !denied.has(claim.object))
  })
}

/** What the readers of memberships tell of one that stands or is to come, and of no lead. */
function isTold(claim: Claim): claim is RelationClaim {
  return (
    claim.kind === 'relation' && claim.rule.startsWith('consortium/') && claim.attrs['role'] !== 'lead' && claim.attrs['status'] !== 'ended'
  )
}

function deniedIn(reading: Reading, sentence: Sentence): ReadonlySet<string> {
  const none = new Set<string>()
  if (!MAY_DENY.test(sentence.text)) return none
  const { text, slots } = slotLine(reading, sentence)
  const lists = [...matchesOf(NOT_IN, text), ...matchesOf(LEFT_OUT, text)].map(({ 0: words, index }) => index + words.indexOf(LIST))
  const entitiesAt = (at: number): readonly string[] => {
    const slot = slots.get(at)
    return slot?.slot === LIST ? slot.entities : []
  }
  const others = [...slots.keys()].filter((at) => !lists.includes(at)).flatMap(entitiesAt)
  return new Set(lists.flatMap(entitiesAt).filter((entity) => !others.includes(entity)))
}
