/** Pairs that a rule finds and that have agreed on nothing: a hospital and the province that its people went to, a group and its own houses. */
import type { Reading } from '../../reading.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { isLocal } from '../sentence/place.ts'
import { isSigned } from '../sentence/agreements.ts'
import type { Pair } from './pairs-meant.ts'

/** 县医院院长赴江南省肿瘤医院挂职锻炼: who goes out from home to learn has agreed on nothing. */
function isSentToLearn({ match, sentence, tokens }: RuleMatch, reading: Reading): boolean {
  const [one, ...more] = match.slots.get('A') ?? []
  const to = tokens[match.last - 1]?.to ?? 0
  if (one === undefined || more.length > 0 || !TO_LEARN.test(sentence.text.slice(to - 2, to + 4))) return false
  const others = match.slots.get('B') ?? []
  const [sender, goal] = others.every(({ from }) => from > one.from) ? [[one], others] : [others, [one]]
  return sender.every(({ entity }) => isLocal(entity, reading)) && goal.every(({ entity }) => !isLocal(entity, reading))
}

const TO_LEARN = /^挂职(?:锻炼|学习)/u

/** Whether the two of a pair are no parties to what a match tells. */
export function areNoParties(found: RuleMatch, pair: Pair, reading: Reading): boolean {
  return (
    isWholeProvince(found, pair) ||
    isOwnCentre(found, pair, reading) ||
    isOwnGroup(found) ||
    areBothOthers(found, pair, reading) ||
    isSentToLearn(found, reading)
  )
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

/** 医院与甲签约，甲工作室落户；与乙的平台上线: of two from elsewhere, 甲 is told of before, and is not who is with 乙. */
function areBothOthers({ tokens, match, sentence }: RuleMatch, pair: Pair, reading: Reading): boolean {
  const { home, speaker } = reading.document
  if (home.length < 2 || speaker !== null || match.slots.has('A')) return false
  if (!match.words.some((word) => tokens[word]?.classes.includes('with') === true)) return false
  if (!pair.every((party) => party.startsWith('hospital/') && !isLocal(party, reading))) return false
  const from = tokens[match.first]?.from ?? 0
  const told = (reading.mentions[sentence.index] ?? []).find(({ entity }) => pair.includes(entity))
  return told !== undefined && told.to <= from && /[与和同跟]/u.test(sentence.text.charAt(told.from - 1))
}
