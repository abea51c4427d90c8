/** Parties of one list that agree with one another: 甲、乙举行签约仪式. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Pair } from './pairs-meant.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { isLocal, isPlaceWithin, partyOf } from '../sentence/place.ts'
import { clauseAround } from '../sentence/tokens.ts'

/** 共同签署, 两地卫生健康部门签署: said of all that are listed. */
const JOINT = ['jointly', 'both', 'counted-sides']
/** How many parties may sign with one another; a longer list signs with somebody else. */
const MUTUAL = 4
/** Characters with which the names of two branches of one hospital begin alike. */
const HOUSE = 4

/**
 * 甲、乙举行签约仪式: a hospital with a university, a company or a place, or one of the home with one from elsewhere.
 * 甲、乙、丙共同签署: each with each.
 */
export function mutualPairs(found: RuleMatch, reading: Reading): Pair[] {
  const parties = found.match.slots.get('A') ?? []
  if (parties.length < 2 || parties.length > MUTUAL || speaksWithOthers(found)) return []
  const isJoint = found.match.words.some((word) => JOINT.some((name) => found.tokens[word]?.classes.includes(name)))
  const isAll = isJoint || saysHowMany(found, parties.length)
  return eachWithEach(parties, reading, (first, second) => isAll || areApart(first, second, reading))
}

/** Every two of several parties that may agree with one another. */
function eachWithEach(
  parties: readonly SentenceMention[],
  reading: Reading,
  mayAgree: (first: SentenceMention, second: SentenceMention) => boolean,
): Pair[] {
  return parties.flatMap((first, index) =>
    parties.slice(index + 1).flatMap((second): Pair[] => {
      const [one, other] = [partyOf(first, reading), partyOf(second, reading)]
      if (one === other || isPlaceWithin(one, other)) return []
      // 区政府、大学、医院签约: what they agree is about the hospital.
      if (parties.length > 2 && parties.some(isHospital) && !isHospital(first) && !isHospital(second)) return []
      return mayAgree(first, second) ? [[one, other]] : []
    }),
  )
}

/** 由甲、乙与丙共建; 甲与乙、丙签署三方协议: where 与 only joins the last of several that all agree with one another; undefined elsewhere. */
export function pairsOfAll(found: RuleMatch, reading: Reading): Pair[] | undefined {
  const { tokens, match } = found
  const parties = [...(match.slots.get('A') ?? []), ...(match.slots.get('B') ?? [])]
  if (parties.length < 3 || parties.length > MUTUAL || match.slots.size !== 2) return undefined
  const first = tokens.findIndex(({ things }) => things.some((thing) => thing === parties[0]))
  const isTheirs = tokens[first - 1]?.classes.includes('by') === true && match.words.some((word) => isBuilding(tokens[word]))
  return isTheirs || saysHowMany(found, parties.length) ? eachWithEach(parties, reading, () => true) : undefined
}

/** Whether 三方 or 四方 in the words of a match, or in the clause behind it, counts its parties. */
function saysHowMany({ tokens, match, sentence }: RuleMatch, parties: number): boolean {
  const said = OF_COUNT[parties]
  const { last } = clauseAround(tokens, match.first, match.last)
  return said !== undefined && sentence.text.slice(tokens[match.first]?.from, tokens[last - 1]?.to).includes(said)
}

/** What several that are counted are called. */
const OF_COUNT: Readonly<Record<number, string>> = { 3: '三方', 4: '四方' }

function isBuilding(token: RuleMatch['tokens'][number] | undefined): boolean {
  return token?.classes.includes('form-共建') === true
}

function isHospital({ label }: SentenceMention): boolean {
  return label === 'Hospital'
}

function areApart(first: SentenceMention, second: SentenceMention, reading: Reading): boolean {
  const isUniversity = [first, second].some(({ attrs }) => attrs['kind'] === 'university')
  if (first.label !== 'Hospital' && second.label !== 'Hospital' && !isUniversity) return false
  const isOneHouse = first.name.slice(0, HOUSE) === second.name.slice(0, HOUSE)
  return first.label !== second.label || (!isOneHouse && isLocal(first.entity, reading) !== isLocal(second.entity, reading))
}

/** 丙先后与甲、乙签约, 甲、乙加入…, 甲、乙出席丙的签约仪式: the list signs with somebody else, or not at all. 由甲、乙联合组建 is theirs. */
function speaksWithOthers({ tokens, match }: RuleMatch): boolean {
  const { first } = clauseAround(tokens, match.first, match.last)
  // 我集团和甲、乙共同签署: somebody whose name was not read signs with the list.
  const unread = tokens[match.first - 2]?.kind
  if (tokens[match.first - 1]?.classes.includes('he') === true && (unread === 'gap' || unread === 'word')) return true
  const isTheirs = tokens[match.first]?.classes.includes('by') === true
  return tokens
    .slice(isTheirs ? match.first + 1 : first, match.last)
    .some(({ classes }) => !classes.includes('form') && ['with', 'by', 'enter', 'join', 'attend'].some((name) => classes.includes(name)))
}
