/** Cooperations: who agreed what with whom, in which form, since when; from the rules of seeds/rules/cooperation.json. */
import type { Claim, Mention, RelationClaim } from '../../cypher/model/index.ts'
import type { Found, Reading, SentenceMention } from '../reading.ts'
import { formOfEach, isAboutOther, isSigned, type PlaceAmong } from './sentence/agreements.ts'
import { antecedentBefore, antecedentsOf } from './sentence/antecedents.ts'
import { toldTime } from './sentence/claim-date.ts'
import { ownersIn } from './consortia/owners.ts'
import { withoutElsewhere } from './cooperation/foot-lines.ts'
import { modalityOf, type Modality } from './sentence/modality.ts'
import { areNoParties } from './cooperation/not-parties.ts'
import { mutualPairs, pairsOfAll } from './cooperation/mutual-pairs.ts'
import { mentionWithin } from './sentence/named-within.ts'
import { hasBareSubject, hasCountedSubject, hasUnreadSubject, isFounding, matchesIn, tokensOf, type RuleMatch } from './sentence/passage.ts'
import { ownGroup, ownHospital, ownSchool, placeComeTo } from './cooperation/own-hospital.ts'
import { pageBody, saysOurs } from './cooperation/page-body.ts'
import { settleParties, type OwnName } from './cooperation/parties-told.ts'
import { claimPairedLines } from './cooperation/paired-lines.ts'
import { claimPartnerLists } from './cooperation/partner-lists.ts'
import { areMoreThan, pairBefore, pairHere, product, sideBySide, speaksOfOther, type Pair } from './cooperation/pairs-meant.ts'
import { pairChain, toldOneByOne, withChain, withoutHalves } from './cooperation/pair-chains.ts'
import {
  BECOMES,
  isPartnerOf,
  isTitleOfList,
  isTitleOfState,
  isUnveiling,
  slotsOf,
  withPartners,
  withoutNames,
} from './sentence/partners.ts'
import { aidedBefore, headOfNext, localBefore, subjectsBehind } from './sentence/omitted-subjects.ts'
import {
  isFromElsewhere,
  isLocal,
  isOfPlaceWithin,
  isOfUnknownProvince,
  isOwnPart,
  isPlaceWithin,
  isProvinceOfOther,
  partyOf,
} from './sentence/place.ts'
import { claimAffiliation, claimPlaques } from './cooperation/plaques.ts'
import { isOurselves, quotedSpeakerOf } from './cooperation/quoted-speakers.ts'
import { isBuiltUpon, isOfOneHome, reliedOn } from './cooperation/relied-on.ts'
import { relationRules } from './sentence/rules.ts'
import { withoutSeated } from './sentence/seats.ts'
import { itemBefore, itemsBeside, namesAtEnd, timeBefore, type SeriesItem } from './sentence/series.ts'
import { signingIn, sinceSigned, type Signing } from './cooperation/signed-before.ts'
import { formerly, sinceTurn } from './cooperation/successors.ts'
import { claimTableRows } from './cooperation/table-rows.ts'
import { withTermsBehind } from './cooperation/terms-behind.ts'
import { formIn, specialtiesIn, specialtiesOfEach } from './cooperation/terms.ts'
import { withTitles } from './cooperation/titles.ts'
import { TOLD_TOGETHER, toldTogether } from './cooperation/told-together.ts'
import { isTrusted } from './cooperation/trusted-parts.ts'
import { clauseAround } from './sentence/tokens.ts'
import { OFFICIAL, topicOf } from './sentence/topic.ts'

/** How many paragraphs on 双方 and 两院 may still mean the pair last told of: the lead of a news item and its ceremony. */
const PARAGRAPHS = 2

/** Finds the cooperations of a document. */
export function relateCooperation(reading: Reading): Found {
  const rules = relationRules(reading.lexicon).cooperation
  const mentions: Mention[] = []
  const claims: Claim[] = [...claimTableRows(reading), ...claimPairedLines(reading), ...claimPartnerLists(reading)]
  const names: OwnName[] = []
  const inferred = new Set<Claim>()
  let last: { pairs: readonly Pair[]; sentence: number; paragraph: number; planned: boolean } | undefined
  let signing: Signing | undefined
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined) continue
    // 双方 means the pair that stands before it, whichever rule found that.
    const matches = withoutHalves(withChain(matchesIn(reading, rules, sentence.index), pairChain(reading, sentence.index)))
    const all = [...matches, ...toldTogether(reading, sentence.index, matches)].toSorted((a, b) => a.match.first - b.match.first)
    for (const matched of all) {
      if (isUnveiling(matched) || isTitleOfList(matched) || isTitleOfState(matched)) continue
      const before = itemBefore(matched)
      const series = before === undefined ? itemsBeside(matched) : [before]
      const { found, borne } = withoutNames(withPartners(matched, series))
      if (found.rule.says === 'plaque' || found.rule.says === 'affiliation') {
        const plaques = found.rule.says === 'plaque' ? claimPlaques(reading, found) : claimAffiliation(reading, found)
        claims.push(...plaques.claims)
        names.push(...plaques.names)
        mentions.push(...plaques.mentions)
        continue
      }
      const known =
        last !== undefined && sentence.paragraph - last.paragraph <= PARAGRAPHS && !speaksOfOther(reading, last, sentence.index)
          ? ((last.sentence < sentence.index ? pairHere(reading, found) : undefined) ?? last.pairs)
          : undefined
      const pairs = pairsOf(reading, found, known)
      const said = modalityOf(found.tokens, found.match, { section: sentence.section, text: sentence.text, ...found.rule })
      if (said === undefined) continue
      // 原由甲承担，转由本县的中心承担: of the two that 甲 stands in, one is left.
      const former = formerPairs(reading, found)
      if (pairs.length === 0 && former.length === 0) continue
      // 签署意向书，双方将共建: what the parties are to do is no more in effect than what they agreed.
      const isToCome = !said.deed || found.tokens.slice(found.match.first, found.match.last).some(({ classes }) => classes.includes('as'))
      const isForeseen = known === undefined && isMeantOnly(found)
      const isStillPlanned =
        found.match.slots.size === 0 && (isForeseen || (last?.planned === true && isToCome)) && said.status === 'in_effect'
      const modality: Modality = isStillPlanned
        ? { ...said, status: 'planned' }
        : isAgreed(found, said)
          ? { ...said, status: 'in_effect' }
          : said
      if (pairs.length > 0)
        last = { pairs, sentence: sentence.index, paragraph: sentence.paragraph, planned: modality.status === 'planned' }
      mentions.push(...namedWithin(found, reading))
      for (const pair of pairs) {
        if (found.rule.id === TOLD_TOGETHER.id && isToldIn(claims, sentence, pair)) continue
        const told = sinceSigned(reading, found, { pair, modality: sinceTurn(found, modality), signing })
        const claim = cooperationClaim(reading, found, { pair, modality: told, series })
        claims.push(claim)
        if (isInferred(reading, found, { pair, inferred })) inferred.add(claim)
      }
      signing = signingIn(found, pairs, modality) ?? signing
      for (const pair of former) claims.push(cooperationClaim(reading, found, { pair, modality: formerly(found, modality), series: [] }))
      const bearing = BECOMES.has(found.rule.id) ? [...borne, ...namesAtEnd(found, series)] : []
      if (bearing.length === 0) continue
      const named = claimAffiliation(reading, { ...found, match: { ...found.match, slots: slotsOf(found, { P: bearing }) } })
      claims.push(...named.claims)
      mentions.push(...named.mentions)
    }
  }
  const told = withTitles(reading, settleParties(reading, withoutElsewhere(reading, withTermsBehind(reading, claims)), { names, inferred }))
  return { mentions: [...mentions, ...told.mentions], claims: told.claims }
}

/** The pairs that a match speaks of: every local with every partner, or side by side under 分别; never a whole with its part. */
function pairsOf(reading: Reading, found: RuleMatch, last: readonly Pair[] | undefined): Pair[] {
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
  const told = BECOMES.has(rule.id) && isPartnerOf(found) ? [] : slot('A')
  const own = told.filter((party) => !named.includes(party))
  // 我院与甲、乙签约, where 我院 was taken for 甲: who speaks is not known.
  if (own.length === 0 && (told.length > 0 || isOfBoth(found) || isBuiltUpon(found) || isAttribute(found, reading))) return []
  const locals = own.length > 0 ? own : withPlaces(reading, found, unnamedSubject(reading, found))
  if (own.length === 0 && (isOneOfPartners(found, locals, named) || isOfOneHome(reading, found, locals))) return []
  const all = own.length > 0 ? pairsOfAll(found, reading) : undefined
  if (all !== undefined) return keep(all)
  const partners = rule.refers ? antecedentsOf(reading, found, { others: locals }) : named
  // “甲名医工作室”“乙名医工作室”落户丙、丁: as many as there are places for them stand side by side too.
  const isSeries = rule.form === '名医工作室' && locals.length === partners.length
  const end = own.length > 0 ? match.last : endOfNext(found)
  const each = isSeries || tokens.slice(match.first, end).some((token) => token.classes.includes('each'))
  return keep(
    each && locals.length > 1 && partners.length > 1 ? sideBySide(locals, partners) : toldOneByOne(found, product(locals, partners)),
  )
}

/** 甲合作共建了乙院区: a campus may be its own. */
const BUILDS = 'cooperation/a-builds-b'

/** 就组建医联体洽谈，双方表示将尽快签约: what parties are to do of whom nothing was told yet. */
function isMeantOnly({ sentence, tokens, match }: RuleMatch): boolean {
  return /将|尽快|争取|力争|希望|有望/u.test(sentence.text.slice(tokens[match.first]?.from ?? 0, tokens[match.last - 1]?.to))
}

const ONLY_MEANT = /拟|计划|意向|力争|争取|有望/u

/** 根据协议，甲将帮助乙: what is to come of it is agreed. */
function isAgreed({ rule, sentence }: RuleMatch, { status }: Modality): boolean {
  return status === 'planned' && rule.id === 'cooperation/terms-name-a-and-b' && !ONLY_MEANT.test(sentence.text)
}

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

/** 托管的乙是一家老院: what is told of 乙 says no more of who runs it than that somebody does. */
function isAttribute({ rule, tokens, match, sentence }: RuleMatch, { document }: Reading): boolean {
  const [named] = match.slots.get('B') ?? []
  const verb = tokens[match.words.at(-1) ?? -1]
  if (rule.id !== 'cooperation/trusts-b' || named === undefined || verb === undefined || document.speaker !== null) return false
  return verb.to < named.from && sentence.text.charAt(named.from - 1) === '的'
}

/** Whether a rule reads this pair in this sentence. */
function isToldIn(claims: readonly Claim[], { start, end }: Reading['sentences'][number], pair: Pair): boolean {
  return claims.some(
    (claim) =>
      claim.kind === 'relation' && claim.start >= start && claim.end <= end && pair.includes(claim.subject) && pair.includes(claim.object),
  )
}

/** 由甲改由乙托管丙: 丙 with 甲, whose place another one takes. */
function formerPairs(reading: Reading, { match }: RuleMatch): Pair[] {
  const slot = (name: string): string[] => (match.slots.get(name) ?? []).flatMap((mention) => signatoryOf(mention, reading))
  return product(slot('A'), slot('E'))
}

/** Who is meant where a match names one side only: the topic; nobody, where a body that no name was read from is the subject. */
function unnamedSubject(reading: Reading, found: RuleMatch): readonly string[] {
  const { home, speaker } = reading.document
  if (found.rule.ours) return home.slice(-1).map(({ id }) => id)
  const quoted = quotedSpeakerOf(reading, found)
  if (quoted !== undefined) return [quoted]
  if (isOurselves(found)) return []
  if (found.rule.id === TAKES_DEPARTMENT) return aidedBefore(reading, found)
  const behind = subjectsBehind(reading, found)
  if (behind.length > 0) return behind
  const relied = reliedOn(reading, found)
  if (relied !== undefined) return relied
  // A province alone is too wide for those that were counted; a masked place is known to be no wider than it says.
  if (speaker === null && hasCountedSubject(found))
    return home.length > 1 || home[0]?.masked === true ? home.slice(-1).map(({ id }) => id) : []
  const group = ownGroup(reading, found) ?? placeComeTo(reading, found) ?? ownSchool(reading, found)
  if (group !== undefined) return [group]
  const body = pageBody(reading)
  if (body !== undefined && saysOurs(found.sentence.text, found.tokens[found.match.first]?.from ?? 0)) return [body]
  const isOwn = hasBareSubject(found)
  const own = isOwn && speaker === null ? ownHospital(reading, found) : undefined
  if (own !== undefined) return [own]
  if (speaker !== null && (isOwn || found.rule.id === APPLIED_FOR)) return [speaker]
  const isBare = speaker === null && isOwn
  const mustBeHospital = isBare || found.rule.bearer
  if (!isBare && (hasUnreadSubject(found, speaker) || isFounding(found))) return []
  const told = antecedentBefore(reading, found)
  if (told.length > 0) return told
  const topic = topicBeside(reading, found)
  const place = found.rule.standing && topic.every(isDistrict) ? localBefore(reading, found) : undefined
  if (place !== undefined) return [place]
  const next = topic.every(isDistrict) ? headOfNext(reading, found) : []
  if (next.length > 0) return next
  if (body !== undefined && topic.every(isDistrict)) return mustBeHospital ? [] : [body]
  return mustBeHospital ? topic.filter((entity) => topic.length === 1 && entity.startsWith('hospital/')) : topic
}

/** 甲工作室揭牌；乙医师来院坐诊: of two hospitals from elsewhere neither is who is come to; the sentences before tell who is. */
function topicBeside(reading: Reading, { rule, sentence, match }: RuleMatch): readonly string[] {
  const tokens = (index: number): RuleMatch['tokens'] => tokensOf(reading, index)
  const topic = topicOf(reading, tokens, { sentence: sentence.index, before: match.first })
  if (!rule.bearer || topic.length === 0 || reading.document.home.length === 0) return topic
  const parties = [...topic, ...(match.slots.get('B') ?? []).map(({ entity }) => entity)]
  const areOthers = parties.every((party) => party.startsWith('hospital/') && !isLocal(party, reading))
  return areOthers ? topicOf(reading, tokens, { sentence: sentence.index, before: 0 }) : topic
}

/** 乙包心内科，丙包骨科: who is aided is told before. */
const TAKES_DEPARTMENT = 'cooperation/b-takes-department'

/** 乙的托管方案已上报: whom the hospital that speaks is to take over. */
const APPLIED_FOR = 'cooperation/trust-is-applied-for'

/** Whether a party fills a slot of the match itself, or through a bureau or an official who signs for it. */
function isNamed({ match, sentence }: RuleMatch, party: string, reading: Reading): boolean {
  return (
    OFFICIAL.test(sentence.text) ||
    [...match.slots.values()].some((things) => things.some((thing) => signatoryOf(thing, reading).includes(party)))
  )
}

/** Whether a place in a pair was found for what is not named; 双方 means the two that were told, as they were found. */
function isInferred(reading: Reading, found: RuleMatch, { pair, inferred }: { pair: Pair; inferred: ReadonlySet<Claim> }): boolean {
  if (!pair.some((party) => isDistrict(party) && !isNamed(found, party, reading))) return false
  if (found.match.slots.size > 0) return true
  return [...inferred].some((claim) => claim.kind === 'relation' && pair.includes(claim.subject) && pair.includes(claim.object))
}

function isDistrict(party: string): boolean {
  return party.startsWith('district/')
}

/** 三方将把医院建成甲大学教学医院: the subject is the parties, and not the topic. */
function isOfBoth({ tokens, match }: RuleMatch): boolean {
  const { first } = clauseAround(tokens, match.first, match.first)
  return tokens.slice(first, match.first).some(({ classes }) => classes.includes('both'))
}

/** Consortia that sign for their place, where they are named after no hospital: 青岚县总医院. */
const OF_PLACE: readonly unknown[] = ['医共体', '医疗集团']

/** Who is bound by what a named party signs: of a consortium, the hospital that it is named after, or its place. */
function signatoryOf(mention: SentenceMention, reading: Reading): string[] {
  if (mention.label !== 'Consortium') return [partyOf(mention, reading)]
  const owner = ownersIn(reading).of(mention)
  if (owner !== undefined) return [owner.entity]
  const party = OF_PLACE.includes(mention.attrs['kind']) ? partyOf(mention, reading) : mention.entity
  return party === mention.entity ? [] : [party]
}

/** Hospitals that only the names of consortia among the parties name. */
function namedWithin({ match, sentence }: RuleMatch, reading: Reading): Mention[] {
  return [...match.slots.values()].flat().flatMap((mention) => {
    const within = mention.label === 'Consortium' ? ownersIn(reading).of(mention)?.within : undefined
    return within === undefined ? [] : [mentionWithin(sentence, mention, within)]
  })
}

function cooperationClaim(
  reading: Reading,
  found: RuleMatch,
  said: { pair: Pair; modality: Modality; series: readonly SeriesItem[] },
): RelationClaim {
  const { rule, sentence, match } = found
  const [first, second] = said.pair
  const swapped = isLocal(second, reading) && !isLocal(first, reading)
  const item = said.series.find(({ things }) => things.some((thing) => thing.entity === second || thing.entity === first))
  const at = placeOf(reading, found, said.pair)
  const form = rule.form ?? (item === undefined ? formOfEach(found, at) : undefined) ?? formIn(found, item) ?? rule.otherwise
  const specialties = specialtiesOfEach(found, specialtiesIn(reading, found, item), at)
  const { status, ...time } = timeBefore(found) ?? toldTime(reading, sentence, said.modality)
  return {
    kind: 'relation',
    type: 'COOPERATES_WITH',
    subject: first,
    object: second,
    attrs: {
      ...(form === undefined ? {} : { form }),
      status,
      ...time,
      ...(specialties.length > 0 ? { specialties } : {}),
    },
    basis: 'text',
    local: swapped || (rule.local === 'B' && !isLocal(first, reading)) ? 'object' : 'subject',
    ...(rule.weak || (match.slots.get('A')?.some(isCompany) ?? false) ? { weak: true } : {}),
    start: sentence.start,
    end: sentence.end,
    rule: rule.id,
  }
}

/** Which of several parties that stand side by side the pair has. */
function placeOf(reading: Reading, found: RuleMatch, pair: Pair): PlaceAmong {
  const side = ['B', 'A'].map((name) => found.match.slots.get(name) ?? []).find(({ length }) => length > 1) ?? []
  const place = side.findIndex((mention) => signatoryOf(mention, reading).some((party) => pair.includes(party)))
  return { place, count: side.length }
}

function isCompany(mention: SentenceMention): boolean {
  return mention.attrs['kind'] === 'company'
}
