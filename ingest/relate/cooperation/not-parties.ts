/** Pairs that a rule finds and that have agreed on nothing: a hospital and the province that its people went to, a group and its own houses. */
import type { Reading } from '../../reading.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { isLocal } from '../sentence/place.ts'
import { isSigned } from '../sentence/agreements.ts'
import type { Pair } from './pairs-meant.ts'

/** Whether the two of a pair are no parties to what a match tells. */
export function areNoParties(found: RuleMatch, pair: Pair, reading: Reading): boolean {
  return isWholeProvince(found, pair) || isOwnCentre(found, pair, reading) || isOwnGroup(found)
}

/** 我院选派医师赴新疆、西藏等地支援: no more than where they went. A province that signs is a party. */
function isWholeProvince(found: RuleMatch, pair: Pair): boolean {
  if (!pair.some((party) => /^district\/\d{2}0000/u.test(party)) || !pair.some((party) => party.startsWith('hospital/'))) return false
  return found.rule.standing && !isSigned(found)
}

/** 甲的影像诊断原由乙承担，转由县影像中心承担: what a place's own centre does for its hospitals is no cooperation. */
function isOwnCentre({ match }: RuleMatch, pair: Pair, reading: Reading): boolean {
  const taker = match.slots.get('B') ?? []
  return (
    match.slots.has('E') &&
    pair.every((party) => isLocal(party, reading)) &&
    taker.some(({ entity, label }) => label === 'Institution' && pair.includes(entity))
  )
}

/** 青岚县总医院与溪口等卫生院实行一体化管理: a group that stands for its place, and houses of which it is made. */
function isOwnGroup({ match }: RuleMatch): boolean {
  const sides = ['A', 'B'].map((name) => match.slots.get(name) ?? [])
  return sides.some(
    (side, index) =>
      side.length > 0 &&
      side.every(({ label }) => label === 'Consortium') &&
      (sides[1 - index] ?? []).length > 0 &&
      (sides[1 - index] ?? []).every(({ label, attrs }) => label === 'Hospital' && attrs['kind'] === 'primary'),
  )
}
