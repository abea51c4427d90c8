/** Pairs that a rule finds and that have agreed on nothing: a hospital and the province that its people went to, a group and its own houses. */
import type { Reading } from '../../reading.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { isDistrict, isLocal } from '../sentence/place.ts'
import { clauseAround } from '../sentence/tokens.ts'
import { isSigned } from '../sentence/agreements.ts'
import type { Pair } from './pairs-meant.ts'

/** 在江州的帮扶下，县医院与江州市医院结对: whom the hospital works with is told behind it, and the place only helps. */
function isUnderAid({ rule, tokens, match }: RuleMatch, pair: Pair): boolean {
  const isWith = [tokens[match.last], tokens[match.last + 1]].some((token) => token?.classes.includes('with') === true)
  return rule.id === 'cooperation/under-aid-of-b' && isWith && pair.some(isDistrict) && !pair.every(isDistrict)
}

/** 县医院院长赴江南省肿瘤医院挂职锻炼: who goes out from home to learn has agreed on nothing. */
function isSentToLearn({ match, sentence, tokens }: RuleMatch, reading: Reading): boolean {
  const [from, to] = [tokens[match.first]?.from ?? 0, tokens[match.last - 1]?.to ?? 0]
  const told = sentence.text.slice(from, to + 4)
  if (!TO_LEARN.test(told) || SIGNED_TO_LEARN.test(told)) return false
  const sides = ['A', 'B'].map((name) => match.slots.get(name) ?? [])
  const [senders, goals] = sides.toSorted((one, other) => (one[0]?.from ?? Infinity) - (other[0]?.from ?? Infinity))
  if (senders === undefined || goals === undefined || senders.length === 0) return false
  return senders.every(({ entity }) => isLocal(entity, reading)) && goals.every(({ entity }) => !isLocal(entity, reading))
}

const TO_LEARN = /挂职(?:锻炼|学习)|进修(?:人员|医[师生]|学习|$)|跟岗|跟班/u
/** 签订进修协议, 建立进修基地: what both have agreed. */
const SIGNED_TO_LEARN = /签|建立|共建|合作|协作|帮扶|支援|坐诊|托管/u

/** Whether the two of a pair are no parties to what a match tells. */
export function areNoParties(found: RuleMatch, pair: Pair, reading: Reading): boolean {
  return (
    isWholeProvince(found, pair) ||
    isTrade(found, pair, reading) ||
    isOwnCentre(found, pair, reading) ||
    isOwnGroup(found) ||
    areBothOthers(found, pair, reading) ||
    isSentToLearn(found, reading) ||
    isUnderAid(found, pair) ||
    isTakenInto(found, reading)
  )
}

/** 组建市人民医院医共体，甲卫生院划归市人民医院管理: it comes into the consortium that the document names after that hospital. */
function isTakenInto({ match, tokens }: RuleMatch, reading: Reading): boolean {
  if (!tokens.slice(match.first, match.last).some(({ classes }) => classes.includes('goes-to'))) return false
  const [lead] = match.slots.get('B') ?? []
  return (
    lead !== undefined &&
    reading.mentions.some((named) => named.some(({ label, name }) => label === 'Consortium' && name.startsWith(lead.name)))
  )
}

/** 与某某集团合作项目进展顺利, in the report of a whole government: works and trade, where the sentence says no word of health. */
function isTrade({ match, sentence, tokens }: RuleMatch, pair: Pair, { document }: Reading): boolean {
  const partners = [...match.slots.values()].flat().filter(({ label }) => label !== 'District')
  if (!pair.some(isDistrict) || partners.length === 0 || !OF_WHOLE_PLACE.test(document.title ?? '')) return false
  if (!partners.every(({ attrs }) => attrs['kind'] === 'company')) return false
  const { first } = clauseAround(tokens, match.first, match.last)
  // …成果丰硕，|县人民医院与甲组建医联体: what is told of the next one is not theirs.
  const next = tokens.find(({ kind }, index) => index >= match.last && kind === 'things')
  return !OF_HEALTH.test(sentence.headings.join('') + sentence.text.slice(tokens[first]?.from, next?.from))
}

const OF_WHOLE_PLACE = /政府工作报告|国民经济|经济社会发展|经济和社会发展/u
const OF_HEALTH = /医|卫生|健康|药|诊|养老|护理|康复|疾控|妇幼|防疫/u

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
