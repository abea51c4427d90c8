/** Who allies with whom where a consortium of no name is told: 甲与乙组建医联体. */
import type { Reading, SentenceMention } from '../../reading.ts'
import { hasUnreadSubject, type RuleMatch } from '../sentence/passage.ts'
import { NO_SUBJECT_AFTER } from '../sentence/omitted-subjects.ts'
import { isLocal } from '../sentence/place.ts'

export type Allies = readonly (readonly [SentenceMention, SentenceMention])[]

function slotOf({ match }: RuleMatch, name: string): readonly SentenceMention[] {
  return match.slots.get(name) ?? []
}

function saysEach({ tokens, match }: RuleMatch): boolean {
  return tokens.slice(match.first, match.last).some(({ classes }) => classes.includes('each'))
}

/** 甲与乙签订协议、与丙组建医联体: it is not 乙 that allies with 丙. */
export function isOfAnother({ tokens, match }: RuleMatch): boolean {
  const [ally] = match.slots.get('A') ?? []
  const at = tokens.findIndex(({ things }, index) => index >= match.first && ally !== undefined && things.includes(ally))
  const { classes } = tokens[at - 1] ?? {}
  return classes?.includes('with') === true && !classes.includes('dash')
}

/** The parties before 与: the hospital that speaks, where a match names none. */
function firstParties(reading: Reading, found: RuleMatch): readonly SentenceMention[] {
  const named = slotOf(found, 'A')
  const { speaker } = reading.document
  if (named.length > 0) return named
  if (speaker === null) return subjectOfPart(reading, found)
  if (hasUnreadSubject(found, speaker)) return []
  const own = reading.mentions.flat().find(({ entity }) => entity === speaker)
  return own === undefined || slotOf(found, 'B').some(({ entity }) => entity === speaker) ? [] : [own]
}

/** 甲加入了丙牵头的联盟，|与乙建立医联体: the one hospital of the home with which the part begins, where those behind 与 are from elsewhere. */
function subjectOfPart(reading: Reading, found: RuleMatch): readonly SentenceMention[] {
  const { tokens, match } = found
  const isFar = slotOf(found, 'B').every(({ entity }) => !isLocal(entity, reading))
  const mark = tokens.slice(0, match.first).findLastIndex(({ classes }) => classes.includes('semicolon'))
  const before = tokens.slice(mark + 1, match.first)
  if (!isFar || before.at(-1)?.classes.includes('comma') !== true || hasUnreadSubject(found)) return []
  const at = before.findIndex(({ things }) => things.length > 0)
  const [subject, more] = before[at]?.things ?? []
  const isFirst = before.slice(0, at).every(({ classes }) => !NO_SUBJECT_AFTER.some((name) => classes.includes(name)))
  if (subject?.label !== 'Hospital' || more !== undefined || !isFirst || !isLocal(subject.entity, reading)) return []
  const own = before.flatMap(({ things }) => things.filter(({ label, entity }) => label === 'Hospital' && isLocal(entity, reading)))
  return own.every(({ entity }) => entity === subject.entity) ? [subject] : []
}

/** Pairs of allies: side by side under 分别, each with each otherwise; the one that stands nearer home first. */
export function alliesIn(reading: Reading, found: RuleMatch): Allies {
  const parties = firstParties(reading, found)
  // 签约方是某局、甲和乙: the bureau signs for its district, and is no ally.
  const a = parties.length > 2 ? parties.filter(({ attrs }) => attrs['kind'] !== 'government') : parties
  const b = slotOf(found, 'B')
  const each = saysEach(found)
  if (each && a.length > 1 && b.length > 1 && a.length !== b.length) return []
  // 甲、乙组建医联体: two in one list.
  const [one, other, more] = a
  if (b.length === 0)
    return one === undefined || other === undefined || more !== undefined || one.entity === other.entity ? [] : [[one, other]]
  // 甲、乙联合丙、丁组成医联体，由甲牵头: one of all of them.
  if (!each && a.length > 1 && b.length > 1 && [...a, ...b].every(({ entity }) => isLocal(entity, reading))) return []
  const next = slotOf(found, 'A2').flatMap((first) => slotOf(found, 'B2').map((second) => [first, second]))
  const pairs =
    each && a.length === b.length
      ? a.map((first, index) => [first, b[index] ?? first])
      : [...a.flatMap((first) => b.map((second) => [first, second])), ...next]
  return pairs.flatMap(([first, second]): (readonly [SentenceMention, SentenceMention])[] =>
    first === undefined || second === undefined || first.entity === second.entity ? [] : [[first, second]],
  )
}

/** Partners of one hospital in a net. */
const NET = 3

/** 甲与乙、丙组建医联体: whose consortium several of one place make together; undefined where they are two, or from elsewhere. */
export function centreOf(
  reading: Reading,
  found: RuleMatch,
  { allies, isNet }: { allies: Allies; isNet: boolean },
): SentenceMention | undefined {
  const [centre] = allies[0] ?? []
  if (centre === undefined || allies.length < 2 || saysEach(found)) return undefined
  // 甲与乙、丙、丁组建远程医疗协作网: one net, wherever they are.
  if (isNet && allies.length >= NET && allies.every(([first]) => first.entity === centre.entity)) return centre
  // 江州市一院与县医院、青岚镇卫生院组建医联体: one of its own, for what is below all of them is no partner by itself.
  const isAbove = centre.attrs['kind'] !== 'primary' && allies.some(([, { attrs }]) => attrs['kind'] === 'primary')
  if (!isLocal(centre.entity, reading) && !isAbove) return undefined
  return allies.every(([first, second]) => first.entity === centre.entity && isLocal(second.entity, reading)) ? centre : undefined
}

/** 我区同甲医院以及乙、丙卫生院组建医联体: a hospital and those below it, which a place makes one with; else empty. */
export function madeWithPlace(found: RuleMatch): readonly SentenceMention[] {
  const b = slotOf(found, 'B')
  const [first, ...rest] = b.map(({ attrs }) => attrs['kind'] === 'primary')
  return slotOf(found, 'A').length === 0 && first === false && rest.length > 0 && rest.every(Boolean) ? b : []
}

type Bodies = readonly SentenceMention[]

/** 甲卫生院、乙卫生院与丙医院组建医共体: the one hospital stands for the lead, whichever side is told first. */
export function headsFirst({ rule }: RuleMatch, leads: Bodies, members: Bodies): readonly [Bodies, Bodies] {
  const [only, more] = members
  const isBelow = leads.length > 1 || leads.every(({ attrs }) => attrs['kind'] === 'primary')
  const isTurned = rule.roles === false && only !== undefined && more === undefined && isBelow && only.attrs['kind'] !== 'primary'
  return isTurned ? [members, leads] : [leads, members]
}
