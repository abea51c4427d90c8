/** Cooperations: who agreed what with whom, in which form, since when; from the rules of seeds/rules/cooperation.json. */
import { mostSpecificForm, type Claim, type Mention, type RelationClaim } from '../../cypher/model/index.ts'
import type { Found, Reading, SentenceMention } from '../reading.ts'
import { antecedentsOf } from './antecedents.ts'
import { dateIn } from './claim-date.ts'
import { ownersIn } from './consortium-owners.ts'
import { modalityOf, type Modality } from './modality.ts'
import { mentionWithin } from './named-within.ts'
import { hasBareSubject, hasCountedSubject, hasUnreadSubject, matchesIn, tokensOf, type RuleMatch, type Tokens } from './passage.ts'
import { isFromElsewhere, isLocal, isOwnPart, isPlaceWithin, partyOf } from './place.ts'
import { claimAffiliation, claimPlaques } from './plaques.ts'
import { relationRules } from './rules.ts'
import { findSpecialties } from './specialties.ts'
import { claimTableRows } from './table-rows.ts'
import { clauseAround } from './tokens.ts'
import { topicOf } from './topic.ts'

type Pair = readonly [local: string, partner: string]

/** How many paragraphs on 双方 and 两院 may still mean the pair last told of: the lead of a news item and its ceremony. */
const PARAGRAPHS = 2

/** Finds the cooperations of a document. */
export function relateCooperation(reading: Reading): Found {
  const rules = relationRules(reading.lexicon).cooperation
  const mentions: Mention[] = []
  const claims: Claim[] = [...claimTableRows(reading)]
  let last: { pairs: readonly Pair[]; paragraph: number; planned: boolean } | undefined
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined) continue
    for (const found of matchesIn(reading, rules, sentence.index)) {
      if (found.rule.says === 'plaque' || found.rule.says === 'affiliation') {
        const plaques = found.rule.says === 'plaque' ? claimPlaques(reading, found) : claimAffiliation(reading, found)
        claims.push(...plaques.claims)
        mentions.push(...plaques.mentions)
        continue
      }
      const pairs = pairsOf(
        reading,
        found,
        last !== undefined && sentence.paragraph - last.paragraph <= PARAGRAPHS ? last.pairs : undefined,
      )
      const said = modalityOf(found.tokens, found.match, { section: sentence.section, standing: found.rule.standing })
      if (pairs.length === 0 || said === undefined) continue
      // 签署意向书，双方将共建: what the parties are to do is no more in effect than what they agreed.
      const isStillPlanned = found.match.slots.size === 0 && last?.planned === true && !said.deed && said.status === 'in_effect'
      const modality: Modality = isStillPlanned ? { ...said, status: 'planned' } : said
      last = { pairs, paragraph: sentence.paragraph, planned: modality.status === 'planned' }
      mentions.push(...namedWithin(found, reading))
      for (const pair of pairs) claims.push(cooperationClaim(reading, found, { pair, modality }))
    }
  }
  return { mentions, claims }
}

/** The pairs that a match speaks of: every local with every partner, or side by side under 分别; never a whole with its part. */
function pairsOf(reading: Reading, found: RuleMatch, last: readonly Pair[] | undefined): Pair[] {
  const { match, tokens, sentence, rule } = found
  const slot = (name: string): string[] => [...new Set((match.slots.get(name) ?? []).flatMap((mention) => signatoryOf(mention, reading)))]
  const keep = (pairs: readonly Pair[]): Pair[] =>
    pairs.filter(
      ([local, partner]) =>
        !isOwnPart(local, partner, reading, match.slots.has('A')) && (!rule.across || isFromElsewhere(local, partner, reading)),
    )
  if (rule.mutual) return keep(mutualPairs(found, reading))
  if (match.slots.has('A2')) return keep(['', '2', '3', '4', '5'].flatMap((suffix) => product(slot(`A${suffix}`), slot(`B${suffix}`))))
  const named = slot('B')
  if (rule.refers && named.length > 0) {
    const meant = antecedentsOf(reading, found, named)
    return keep(product(meant.length > 0 ? meant : unnamedSubject(reading, found), named))
  }
  if (named.length === 0 && !rule.refers) return match.slots.size === 0 ? [...(last ?? pairBefore(reading, sentence.index))] : []
  const told = slot('A')
  const own = told.filter((party) => !named.includes(party))
  // 我院与甲、乙签约, where 我院 was taken for 甲: who speaks is not known.
  if (own.length === 0 && (told.length > 0 || isOfBoth(found))) return []
  const locals = own.length > 0 ? own : unnamedSubject(reading, found)
  const partners = rule.refers ? antecedentsOf(reading, found, locals) : named
  const each = tokens.slice(match.first, match.last).some((token) => token.classes.includes('each'))
  return keep(each && locals.length > 1 && partners.length > 1 ? sideBySide(locals, partners) : product(locals, partners))
}

/** Who is meant where a match names one side only: the topic; nobody, where a body that no name was read from is the subject. */
function unnamedSubject(reading: Reading, found: RuleMatch): readonly string[] {
  const { home, speaker } = reading.document
  // A province alone is too wide for those that were counted; a masked place is known to be no wider than it says.
  if (speaker === null && hasCountedSubject(found))
    return home.length > 1 || home[0]?.masked === true ? home.slice(-1).map(({ id }) => id) : []
  const isBare = speaker === null && hasBareSubject(found)
  if (!isBare && hasUnreadSubject(found, speaker)) return []
  const topic = topicOf(reading, (index) => tokensOf(reading, index), { sentence: found.sentence.index, before: found.match.first })
  return isBare ? topic.filter((entity) => topic.length === 1 && entity.startsWith('hospital/')) : topic
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

/** How many parties may sign with one another; a longer list signs with somebody else. */
const MUTUAL = 4
/** Characters with which the names of two branches of one hospital begin alike. */
const HOUSE = 4

/**
 * 甲、乙举行签约仪式: a hospital with a university, a company or a place, or one of the home with one from elsewhere.
 * 甲、乙、丙共同签署: each with each.
 */
function mutualPairs(found: RuleMatch, reading: Reading): Pair[] {
  const parties = found.match.slots.get('A') ?? []
  if (parties.length < 2 || parties.length > MUTUAL || speaksWithOthers(found)) return []
  const isJoint = found.match.words.some((word) => found.tokens[word]?.classes.includes('jointly'))
  return parties.flatMap((first, index) =>
    parties.slice(index + 1).flatMap((second): Pair[] => {
      const [one, other] = [partyOf(first, reading), partyOf(second, reading)]
      if (one === other || isPlaceWithin(one, other)) return []
      return isJoint || areApart(first, second, reading) ? [[one, other]] : []
    }),
  )
}

function areApart(first: SentenceMention, second: SentenceMention, reading: Reading): boolean {
  const isUniversity = [first, second].some(({ attrs }) => attrs['kind'] === 'university')
  if (first.label !== 'Hospital' && second.label !== 'Hospital' && !isUniversity) return false
  const isOneHouse = first.name.slice(0, HOUSE) === second.name.slice(0, HOUSE)
  return first.label !== second.label || (!isOneHouse && isLocal(first.entity, reading) !== isLocal(second.entity, reading))
}

/** 丙先后与甲、乙签约, 甲、乙加入…: the list signs with somebody else. 由甲、乙联合组建 is theirs. */
function speaksWithOthers({ tokens, match }: RuleMatch): boolean {
  const { first } = clauseAround(tokens, match.first, match.last)
  const isTheirs = tokens[match.first]?.classes.includes('by') === true
  return tokens
    .slice(isTheirs ? match.first + 1 : first, match.last)
    .some(({ classes }) => !classes.includes('form') && ['with', 'by', 'enter', 'join'].some((name) => classes.includes(name)))
}

/** 甲、乙分别与丙、丁: first with first. Two lists of different lengths tell no pairs. */
function sideBySide(locals: readonly string[], partners: readonly string[]): Pair[] {
  if (locals.length !== partners.length) return []
  return locals.flatMap((local, index) => product([local], partners.slice(index, index + 1)))
}

function product(locals: readonly string[], partners: readonly string[]): Pair[] {
  return locals.flatMap((local) => partners.flatMap((partner): Pair[] => (local === partner ? [] : [[local, partner]])))
}

/** The two bodies that the sentence before names, where it names exactly two: 甲与乙的情谊始于…。两院签署… */
function pairBefore(reading: Reading, index: number): Pair[] {
  if (reading.sentences[index - 1]?.paragraph !== reading.sentences[index]?.paragraph) return []
  const bodies = [
    ...new Set((reading.mentions[index - 1] ?? []).filter((mention) => mention.label === 'Hospital').map((mention) => mention.entity)),
  ]
  const [first, second] = bodies
  if (first === undefined || second === undefined || bodies.length > 2) return []
  return [isLocal(second, reading) ? [second, first] : [first, second]]
}

function cooperationClaim(reading: Reading, found: RuleMatch, said: { pair: Pair; modality: Modality }): RelationClaim {
  const { rule, sentence, match } = found
  const [first, second] = said.pair
  const swapped = isLocal(second, reading) && !isLocal(first, reading)
  const form = rule.form ?? formIn(found) ?? rule.otherwise
  const specialties = specialtiesIn(reading, found)
  return {
    kind: 'relation',
    type: 'COOPERATES_WITH',
    subject: first,
    object: second,
    attrs: {
      ...(form === undefined ? {} : { form }),
      status: said.modality.status,
      ...dateIn(reading, sentence, said.modality),
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

function isCompany(mention: SentenceMention): boolean {
  return mention.attrs['kind'] === 'company'
}

/** The most specific form that the match and the rest of its clause say, and what the next clause says was made of it. */
function formIn({ tokens, match, sentence }: RuleMatch): string | undefined {
  const clause = clauseAround(tokens, match.first, match.last)
  // 签署协议后由… tells of something else.
  const over = tokens.findIndex((token, index) => index >= match.last - 1 && index < clause.last && sentence.text.charAt(token.to) === '后')
  const fields = fieldsIn(sentence.text)
  const names = [...tokens.slice(match.first, over < 0 ? clause.last : over + 1), ...outcomeAfter(tokens, clause.last)]
    .filter((token) => !fields.some(({ from, to }) => token.from >= from && token.to <= to))
    .flatMap((token) => token.classes.filter((name) => name.startsWith('form-')).map((name) => name.slice('form-'.length)))
  return mostSpecificForm(names)
}

const FIELDS = /在[^，。；]{2,60}?(?:方面|领域)/gu

/** 在人才培养、远程会诊等方面合作: fields in which parties cooperate are no forms of it. */
function fieldsIn(text: string): { from: number; to: number }[] {
  if (!text.includes('方面') && !text.includes('领域')) return []
  return [...text.matchAll(FIELDS)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
}

const MADE = ['become', 'found', 'ally', 'hang']

/** 签订合作协议，成为其技术协作医院; …，双方将合作共建新院区: the clause after, where it begins with what was made. */
function outcomeAfter(tokens: Tokens, last: number): Tokens {
  if (tokens[last]?.classes.includes('comma') !== true) return []
  const { last: to } = clauseAround(tokens, last + 1, last + 1)
  const clause = tokens.slice(last + 1, to)
  const opening = clause
    .slice(0, OPENING)
    .filter((token) => token.kind === 'gap' || !['both', 'as'].some((name) => token.classes.includes(name)))
  const [first, second] = opening
  const verb = first?.kind === 'gap' && first.to - first.from <= MADE_AFTER ? second : first
  if (verb?.classes.includes('form-共建') === true) return [verb]
  const isMade = MADE.some((name) => verb?.classes.includes(name) === true)
  return isMade && clause.every((token) => token.kind !== 'things') ? clause : []
}

/** Tokens in which such a clause has its verb: 双方将合作共建. */
const OPENING = 4
/** Characters before the verb of such a clause: 并, 正式, 共同. */
const MADE_AFTER = 2

const specialtyWords = new WeakMap<Reading['lexicon'], { words: ReadonlySet<string>; longest: number }>()

/** Specialties of the clause and of the clause after it, as long as that names nobody new. */
function specialtiesIn(reading: Reading, { tokens, match, sentence }: RuleMatch): string[] {
  let known = specialtyWords.get(reading.lexicon)
  if (known === undefined) {
    const words = new Set(reading.lexicon.words('specialties'))
    known = { words, longest: Math.max(...[...words].map((word) => word.length)) }
    specialtyWords.set(reading.lexicon, known)
  }
  const clause = clauseAround(tokens, match.first, match.last)
  let to = clause.last
  if (tokens[to]?.classes.includes('comma') === true) {
    const next = clauseAround(tokens, to + 1, to + 1)
    if (
      !tokens
        .slice(next.first, next.last)
        .some((token) => token.kind === 'things' && token.things.some((thing) => thing.label !== 'District'))
    )
      to = next.last
  }
  const range = { from: tokens[clause.first]?.from ?? 0, to: tokens[to - 1]?.to ?? sentence.text.length }
  return findSpecialties(sentence.text, range, { ...known, mentions: reading.mentions[sentence.index] ?? [] })
}
