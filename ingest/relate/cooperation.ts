/** Cooperations: who agreed what with whom, in which form, since when; from the rules of seeds/rules/cooperation.json. */
import type { Claim, Mention, RelationClaim } from '../../cypher/model/index.ts'
import type { Found, Reading, SentenceMention } from '../reading.ts'
import { formOfEach, type PlaceAmong } from './sentence/agreements.ts'
import { toldTime } from './sentence/claim-date.ts'
import { withoutElsewhere } from './cooperation/foot-lines.ts'
import { claimLabelLines } from './cooperation/label-lines.ts'
import { modalityOf, type Modality } from './sentence/modality.ts'
import { matchesIn, type RuleMatch } from './sentence/passage.ts'
import { settleParties, type OwnName } from './cooperation/parties-told.ts'
import { claimPairedLines } from './cooperation/paired-lines.ts'
import { claimPartnerLists } from './cooperation/partner-lists.ts'
import { pairHere, speaksOfOther, type Pair } from './cooperation/pairs-meant.ts'
import { pairChain, withChain, withoutHalves } from './cooperation/pair-chains.ts'
import { BECOMES, isTitleOfList, isTitleOfState, isUnveiling, slotsOf, withPartners, withoutNames } from './sentence/partners.ts'
import { isDistrict, isLocal } from './sentence/place.ts'
import { claimAffiliation, claimPlaques } from './cooperation/plaques.ts'
import { relationRules } from './sentence/rules.ts'
import { itemBefore, itemsBeside, namesAtEnd, timeBefore, type SeriesItem } from './sentence/series.ts'
import { signingIn, sinceSigned, type Signing } from './cooperation/signed-before.ts'
import { studiosFrom } from './cooperation/studios-from.ts'
import { formerly, sinceTurn } from './cooperation/successors.ts'
import { namedWithin, signatoryOf } from './cooperation/bound-parties.ts'
import { formerPairs, pairsOf } from './cooperation/pairs-of-match.ts'
import { claimTableRows } from './cooperation/table-rows.ts'
import { withTermsBehind } from './cooperation/terms-behind.ts'
import { formIn, specialtiesIn, specialtiesOfEach } from './cooperation/terms.ts'
import { withTitles } from './cooperation/titles.ts'
import { TOLD_TOGETHER, toldTogether } from './cooperation/told-together.ts'
import { OFFICIAL } from './sentence/topic.ts'
import { claimVisitLines, claimVisitTables } from './cooperation/visit-tables.ts'

/** How many paragraphs on 双方 and 两院 may still mean the pair last told of: the lead of a news item and its ceremony. */
const PARAGRAPHS = 2

/** Finds the cooperations of a document. */
export function relateCooperation(reading: Reading): Found {
  const rules = relationRules(reading.lexicon).cooperation
  const mentions: Mention[] = []
  const claims: Claim[] = [
    ...claimTableRows(reading),
    ...claimVisitTables(reading),
    ...claimVisitLines(reading),
    ...claimPairedLines(reading),
    ...claimPartnerLists(reading),
    ...claimLabelLines(reading),
  ]
  const names: OwnName[] = []
  const inferred = new Set<Claim>()
  let last: { pairs: readonly Pair[]; sentence: number; paragraph: number; planned: boolean } | undefined
  let signing: Signing | undefined
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined) continue
    // 双方 means the pair that stands before it, whichever rule found that.
    const matches = [
      ...withoutHalves(withChain(matchesIn(reading, rules, sentence.index), pairChain(reading, sentence.index))),
      ...studiosFrom(reading, sentence.index),
    ]
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

/** 就组建医联体洽谈，双方表示将尽快签约: what parties are to do of whom nothing was told yet. */
function isMeantOnly({ sentence, tokens, match }: RuleMatch): boolean {
  return /将|尽快|争取|力争|希望|有望/u.test(sentence.text.slice(tokens[match.first]?.from ?? 0, tokens[match.last - 1]?.to))
}

const ONLY_MEANT = /拟|计划|意向|力争|争取|有望/u

/** 根据协议，甲将帮助乙: what is to come of it is agreed. */
function isAgreed({ rule, sentence }: RuleMatch, { status }: Modality): boolean {
  return status === 'planned' && rule.id === 'cooperation/terms-name-a-and-b' && !ONLY_MEANT.test(sentence.text)
}

/** Whether a rule reads this pair in this sentence. */
function isToldIn(claims: readonly Claim[], { start, end }: Reading['sentences'][number], pair: Pair): boolean {
  return claims.some(
    (claim) =>
      claim.kind === 'relation' && claim.start >= start && claim.end <= end && pair.includes(claim.subject) && pair.includes(claim.object),
  )
}

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
