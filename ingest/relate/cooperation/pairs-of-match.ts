/** The pairs of parties that one match of a rule agrees for: each of its locals with each of its partners, or with the one that stands beside it. */
import type { Reading, SentenceMention } from '../../reading.ts'
import { isAboutOther, isSigned } from '../sentence/agreements.ts'
import { antecedentsOf } from '../sentence/antecedents.ts'
import { BECOMES, isPartnerOf } from '../sentence/partners.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import {
  isDistrict,
  isFromElsewhere,
  isLocal,
  isOfPlaceWithin,
  isOfUnknownProvince,
  isOwnPart,
  isPlaceWithin,
  isProvinceOfOther,
} from '../sentence/place.ts'
import { withoutSeated } from '../sentence/seats.ts'
import { clauseAround } from '../sentence/tokens.ts'
import { signatoryOf } from './bound-parties.ts'
import { mutualPairs, pairsOfAll } from './mutual-pairs.ts'
import { areNoParties } from './not-parties.ts'
import { toldOneByOne } from './pair-chains.ts'
import { areMoreThan, pairBefore, pairHere, product, sideBySide, type Pair } from './pairs-meant.ts'
import { isBuiltUpon, isOfOneHome, isWorksUpon } from './relied-on.ts'
import { isTrusted } from './trusted-parts.ts'
import { unnamedSubject } from './unnamed-subject.ts'

/** The pairs that a match speaks of: every local with every partner, or side by side under 分别; never a whole with its part. */
export function pairsOf(reading: Reading, found: RuleMatch, last: readonly Pair[] | undefined): Pair[] {
  const { match, tokens, sentence, rule } = found
  const slot = (name: string): string[] => [
    ...new Set(withoutSeated(match.slots.get(name) ?? []).flatMap((mention) => signatoryOf(mention, reading))),
  ]
  const keep = (pairs: readonly Pair[]): Pair[] =>
    pairs.filter(
      ([local, partner]) =>
        !([local, partner].every(isDistrict) && isAboutOther(found)) &&
        (!isOwnPart(local, partner, reading, match.slots.has('A')) || isTrusted(found, [local, partner], reading)) &&
        !isOfUnknownProvince(local, partner) &&
        !areNoParties(found, [local, partner], reading) &&
        !((rule.standing || !isSigned(found)) && isPlaceWithin(local, partner)) &&
        !(isProvinceOfOther(local, partner) && !OF_HOSPITALS.test(sentence.text)) &&
        (!rule.across ||
          isFromElsewhere(local, partner, reading) ||
          [local, partner].every(isDistrict) ||
          (local === reading.document.speaker &&
            rule.standing &&
            (areHealthCentres(match.slots.get('B') ?? []) || isOfPlaceWithin(partner, local)))),
    )
  if (rule.mutual) return keep((match.slots.get('A')?.length ?? 0) > 1 ? mutualPairs(found, reading) : (pairHere(reading, found) ?? []))
  // 甲—乙—丙: each with the next.
  if (match.slots.has('C')) return keep([...product(slot('A'), slot('B')), ...product(slot('B'), slot('C'))])
  if (match.slots.has('A2')) {
    const sides = [...match.slots.keys()].filter((name) => name.startsWith('A'))
    // 甲以…、乙以…方式帮扶丙、丁: each does its own thing, and for one of them.
    if (!match.slots.has('B2')) return keep((slot('B').length === 1 ? product : sideBySide)(sides.flatMap(slot), slot('B')))
    return keep(sides.flatMap((name) => product(slot(name), slot(name.replace('A', 'B')))))
  }
  const named = slot('B')
  if (rule.refers && named.length > 0) {
    const meant = antecedentsOf(reading, found, { others: named, acts: true })
    // 该院 is a hospital: a place is not meant by it.
    const subject = meant.length > 0 ? meant : unnamedSubject(reading, found).filter((party) => !isDistrict(party))
    return subject.length > 1 && isOneMeant(found) ? [] : keep(product(subject, named))
  }
  if (named.length === 0 && !rule.refers)
    return match.slots.size === 0 && !areMoreThan(last, found)
      ? [...(last ?? pairHere(reading, found) ?? pairBefore(reading, sentence.index))]
      : []
  // 两院签约，并举行了“甲协作医院”揭牌仪式: it is hung at the other of the two.
  const plaque = rule.bearer && !match.slots.has('A') ? (last ?? []).filter((pair) => pair.some((party) => named.includes(party))) : []
  if (plaque.length > 0) return keep(plaque)
  if (rule.id === BUILDS && match.slots.get('B')?.some(({ attrs }) => attrs['kind'] === 'campus') === true) return []
  if (isWorksUpon(found)) return []
  const told = BECOMES.has(rule.id) && isPartnerOf(found) ? [] : slot('A')
  const own = told.filter((party) => !named.includes(party))
  // 我院与甲、乙签约, where 我院 was taken for 甲: who speaks is not known.
  if (own.length === 0 && (told.length > 0 || isOfBoth(found) || isBuiltUpon(found) || isAttribute(found, reading))) return []
  const locals = own.length > 0 ? own : withPlaces(reading, found, unnamedSubject(reading, found))
  if (own.length === 0 && locals.every(isDistrict) && isAllyOfOwn(reading, found)) return []
  if (own.length === 0 && (isOneOfPartners(found, locals, named) || isOfOneHome(reading, found, locals))) return []
  const all = own.length > 0 ? pairsOfAll(found, reading) : undefined
  if (all !== undefined) return keep(all)
  const partners = rule.refers ? antecedentsOf(reading, found, { others: locals }) : named
  // “甲名医工作室”“乙名医工作室”落户丙、丁: as many as there are places for them stand side by side too.
  const isSeries = rule.form === '名医工作室' && locals.length === partners.length
  const end = own.length > 0 ? match.last : endOfNext(found)
  const each = isSeries || tokens.slice(match.first, end).some((token) => token.classes.includes('each'))
  // 甲、乙、丙分别帮扶丁的两个科室和戊: as many departments as there are that help.
  const [ones, others] = ['A', 'B'].map((name) => (match.slots.get(name) ?? []).map(({ entity }) => entity))
  if (each && ones?.length === others?.length && locals.length !== partners.length) return keep(sideBySide(ones ?? [], others ?? []))
  return keep(
    each && locals.length > 1 && partners.length > 1 ? sideBySide(locals, partners) : toldOneByOne(found, product(locals, partners)),
  )
}

/** 甲合作共建了乙院区: a campus may be its own. */
const BUILDS = 'cooperation/a-builds-b'

/** 与甲、乙签约，丙、丁分别…: where the clause ends that names who it was. */
function endOfNext({ tokens, match }: RuleMatch): number {
  const named = tokens.findIndex(({ things }, index) => index >= match.last && things.length > 0)
  return named < 0 ? match.last : clauseAround(tokens, named, named).last
}

/** 我院帮扶甲卫生院: what a hospital does for those of its own county. */
function areHealthCentres(partners: readonly SentenceMention[]): boolean {
  return partners.length > 0 && partners.every(({ attrs }) => attrs['kind'] === 'primary')
}

/** 北京市医院管理局与区政府签约: for the hospitals that it runs, and not as the government of its place. */
const OF_HOSPITALS = /医院(?:管理|发展)(?:局|中心)/u

const OF_GOVERNMENT = /(?:[局委]|委员会|政府)$/u

/** 甲卫生院委托乙管理；与邻县卫健局签订急救联动协议: a bureau that signs in another part of the sentence signs with the place. */
function withPlaces({ document }: Reading, { tokens, match, sentence }: RuleMatch, subject: readonly string[]): readonly string[] {
  const partners = match.slots.get('B') ?? []
  const place = document.home.at(-1)
  if (place === undefined || document.speaker !== null || partners.length === 0 || subject.every(isDistrict)) return subject
  if (!partners.every(({ from, to }) => OF_GOVERNMENT.test(sentence.text.slice(from, to)))) return subject
  const named = tokens.findLastIndex(({ things }, index) => index < match.first && things.some(({ label }) => label === 'Hospital'))
  const isApart = tokens.slice(named + 1, match.first).some(({ classes }) => classes.includes('semicolon'))
  return isApart ? [place.id] : subject
}

/** 甲、乙、丙分别签约。该院还与丁签约: one of them, and nobody knows which. */
function isOneMeant({ tokens, match }: RuleMatch): boolean {
  return match.words.some((word) => tokens[word]?.classes.includes('that') === true)
}

/** 与甲、乙签署, where 甲 is taken for who is spoken of: those behind one 与 are partners of somebody else, and not of each other. */
function isOneOfPartners({ tokens, match }: RuleMatch, subject: readonly string[], partners: readonly string[]): boolean {
  return (
    partners.length > 1 &&
    subject.some((party) => partners.includes(party)) &&
    match.words.some((word) => tokens[word]?.classes.includes('with') === true)
  )
}

/** 联合甲及乙、丙成立医联体, of a bureau: what is founded is of 甲 and the houses of the place, and not of the place. */
function isAllyOfOwn(reading: Reading, { tokens, match, sentence }: RuleMatch): boolean {
  const verb = tokens[match.words.find((word) => tokens[word]?.classes.includes('with') === true) ?? -1]
  if (verb === undefined || !sentence.text.slice(verb.from, verb.to).endsWith('联合')) return false
  const { last } = clauseAround(tokens, match.first, match.last)
  const named = tokens.slice(match.first, last).flatMap(({ things }) => things.filter(({ label }) => label === 'Hospital'))
  const isOwn = named.some(({ entity, attrs }) => attrs['kind'] === 'primary' && isLocal(entity, reading))
  return isOwn && named.length > 1 && ALLIANCE.test(sentence.text.slice(verb.to, tokens[last - 1]?.to))
}

const ALLIANCE = /医联体|联合体|共同体|医共体|联盟|集团/u

/** 托管的乙是一家老院: what is told of 乙 says no more of who runs it than that somebody does. */
function isAttribute({ rule, tokens, match, sentence }: RuleMatch, { document }: Reading): boolean {
  const [named] = match.slots.get('B') ?? []
  const verb = tokens[match.words.at(-1) ?? -1]
  if (rule.id !== 'cooperation/trusts-b' || named === undefined || verb === undefined || document.speaker !== null) return false
  return verb.to < named.from && sentence.text.charAt(named.from - 1) === '的'
}

/** 由甲改由乙托管丙: 丙 with 甲, whose place another one takes. */
export function formerPairs(reading: Reading, { match }: RuleMatch): Pair[] {
  const slot = (name: string): string[] => (match.slots.get(name) ?? []).flatMap((mention) => signatoryOf(mention, reading))
  return product(slot('A'), slot('E'))
}

/** 三方将把医院建成甲大学教学医院: the subject is the parties, and not the topic. */
function isOfBoth({ tokens, match }: RuleMatch): boolean {
  const { first } = clauseAround(tokens, match.first, match.first)
  return tokens.slice(first, match.first).some(({ classes }) => classes.includes('both'))
}
