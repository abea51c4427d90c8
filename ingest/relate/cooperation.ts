/** Cooperations: who agreed what with whom, in which form, since when; from the rules of seeds/rules/cooperation.json. */
import { mostSpecificForm, type Claim, type Mention, type RelationClaim } from '../../cypher/model/index.ts'
import type { Found, Reading, SentenceMention } from '../reading.ts'
import { dateIn } from './claim-date.ts'
import { modalityOf, type Modality } from './modality.ts'
import { hasUnreadSubject, matchesIn, tokensOf, type RuleMatch } from './passage.ts'
import { isLocal, isOwnPart, partyOf } from './place.ts'
import { claimPlaques } from './plaques.ts'
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
  let last: { pairs: readonly Pair[]; paragraph: number } | undefined
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined) continue
    for (const found of matchesIn(reading, rules, sentence.index)) {
      if (found.rule.says === 'plaque') {
        const plaques = claimPlaques(reading, found)
        claims.push(...plaques.claims)
        mentions.push(...plaques.mentions)
        continue
      }
      const pairs = pairsOf(
        reading,
        found,
        last !== undefined && sentence.paragraph - last.paragraph <= PARAGRAPHS ? last.pairs : undefined,
      )
      const modality = modalityOf(found.tokens, found.match, { section: sentence.section, standing: found.rule.standing })
      if (pairs.length === 0 || modality === undefined) continue
      last = { pairs, paragraph: sentence.paragraph }
      for (const pair of pairs) claims.push(cooperationClaim(reading, found, { pair, modality }))
    }
  }
  return { mentions, claims }
}

/** The pairs that a match speaks of: every local with every partner, or side by side under 分别; never a whole with its part. */
function pairsOf(reading: Reading, found: RuleMatch, last: readonly Pair[] | undefined): Pair[] {
  const { match, tokens, sentence, rule } = found
  const slot = (name: string): string[] => [...new Set((match.slots.get(name) ?? []).map((mention) => partyOf(mention, reading)))]
  const keep = (pairs: readonly Pair[]): Pair[] =>
    pairs.filter(
      ([local, partner]) => !isOwnPart(local, partner, reading) && !(rule.across && isLocal(local, reading) === isLocal(partner, reading)),
    )
  if (match.slots.has('A2')) return keep(['', '2', '3', '4', '5'].flatMap((suffix) => product(slot(`A${suffix}`), slot(`B${suffix}`))))
  const partners = slot('B')
  if (partners.length === 0) return match.slots.size === 0 ? [...(last ?? pairBefore(reading, sentence.index))] : []
  const own = slot('A')
  if (own.length === 0 && hasUnreadSubject(found)) return []
  const locals =
    own.length > 0 ? own : topicOf(reading, (index) => tokensOf(reading, index), { sentence: sentence.index, before: match.first })
  const each = tokens.slice(match.first, match.last).some((token) => token.classes.includes('each'))
  return keep(each && locals.length > 1 && partners.length > 1 ? sideBySide(locals, partners) : product(locals, partners))
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

/** The most specific form that the match and the rest of its clause say. */
function formIn({ tokens, match }: RuleMatch): string | undefined {
  const clause = clauseAround(tokens, match.first, match.last)
  const names = tokens
    .slice(match.first, clause.last)
    .flatMap((token) => token.classes.filter((name) => name.startsWith('form-')).map((name) => name.slice('form-'.length)))
  return mostSpecificForm(names)
}

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
