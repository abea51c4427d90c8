/** What a hospital is to others, told as a list of titles: 是甲帮扶医院、乙医联体单位；丙大学教学医院. */
import { mostSpecificForm, type Claim, type Mention, type RelationClaim } from '../../../cypher/model/index.ts'
import type { Token } from '../../grammar/pattern.ts'
import { Trie } from '../../grammar/trie.ts'
import type { Found, Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { antecedentBefore } from '../sentence/antecedents.ts'
import { dateIn } from '../sentence/claim-date.ts'
import { isNetworkTitle } from '../consortia/others.ts'
import { ownersIn } from '../consortia/owners.ts'
import { modalityOf } from '../sentence/modality.ts'
import { mentionWithin } from '../sentence/named-within.ts'
import { hasUnreadSubject, tokensOf, type RuleMatch, type Tokens } from '../sentence/passage.ts'
import { isLocal, isOwnPart } from '../sentence/place.ts'
import { relationRules, type RelationRule } from '../sentence/rules.ts'
import { topicOf } from '../sentence/topic.ts'
import type { WordClasses } from '../sentence/tokens.ts'

/** The rule that reads one title alone, and that these claims rest on. */
const RULE = 'cooperation/titled-by-b'
/** Titles that the list has at least: one alone is the rules' to read. */
const FEWEST = 2
/** Characters between a body and its title: 京蒙, 李某. */
const BETWEEN = 14
/** Tokens of an item: one that goes on is no title, and is not looked through again from every opening before it. */
const LONGEST_ITEM = 60
const TITLE = /(?:医院|单位|基地|成员|工作[站室]|分中心|站点)$/u
/** 甲大学附属医院、乙教学医院: a title by itself, and no party to the next one. */
const AFFILIATE = /(?:大学|学院)附属医院$/u
const MEMBER = /(?:单位|医院|成员)$/u
/** What opens such a list. */
const OPENING = ['is', 'for', 'become', 'as-being', 'hung']
/** What tells that a clause says something else. */
const OTHER = ['with', 'by', 'enter', 'join', 'found', 'ally', 'lead', 'take', 'at', 'send', 'hold']

/** A body with what the hospital is to it. */
interface Titled {
  readonly bodies: readonly SentenceMention[]
  readonly form: string
  /** Index of the token after the title. */
  readonly end: number
}

/** What lists of titles tell beside what the rules have found. */
export function withTitles(reading: Reading, found: readonly Claim[]): Found {
  const { mentions, claims } = claimTitles(reading)
  const keyOf = (claim: Claim): string =>
    claim.kind === 'relation' ? `${claim.start} ${claim.type} ${[claim.subject, claim.object].sort().join(' ')}` : ''
  const known = new Set(claims.length === 0 ? [] : found.map(keyOf))
  return { mentions, claims: [...found, ...claims.filter((claim) => !known.has(keyOf(claim)))] }
}

/** Cooperations and memberships of lists of titles. */
function claimTitles(reading: Reading): Found {
  const { cooperation, words } = relationRules(reading.lexicon)
  const rule = cooperation.find(({ id }) => id === RULE)
  const signs = signsOf(words)
  const mentions: Mention[] = []
  const claims: Claim[] = []
  if (rule === undefined) return { mentions, claims }
  for (const sentence of reading.sentences) {
    const bodies = reading.mentions[sentence.index] ?? []
    if (sentence.row !== undefined || bodies.length < FEWEST || !signs.isIn(sentence.text)) continue
    const tokens = tokensOf(reading, sentence.index)
    for (const [at, { classes }] of tokens.entries()) {
      if (!OPENING.some((name) => classes.includes(name))) continue
      const list = claimList(reading, { rule, sentence, tokens }, at)
      mentions.push(...list.mentions)
      claims.push(...list.claims)
    }
  }
  return { mentions, claims }
}

const signsByWords = new WeakMap<WordClasses, Trie<true>>()

function signsOf(words: WordClasses): Trie<true> {
  let signs = signsByWords.get(words)
  if (signs === undefined) {
    signsByWords.set(words, (signs = new Trie<true>()))
    for (const word of ['titled', 'in-kind', 'titled-member'].flatMap((name) => words.of(name))) signs.set(word, true)
  }
  return signs
}

interface Place {
  readonly rule: RelationRule
  readonly sentence: Sentence
  readonly tokens: Tokens
}

function claimList(reading: Reading, { rule, sentence, tokens }: Place, at: number): Found {
  const { titles, count } = titlesAfter(tokens, sentence.text, at + 1)
  const mentions: Mention[] = []
  if (count < FEWEST || titles.length === 0) return { mentions, claims: [] }
  const last = titles.at(-1)?.end ?? at + 1
  // 医院挂甲教学医院、乙协作医院牌子: what is hung is told behind the last.
  if (tokens[at]?.classes.includes('hung') === true && !tokens.slice(last - 1, last).some(({ classes }) => classes.includes('badge')))
    return { mentions, claims: [] }
  const match = { first: at, last, slots: new Map(), words: [at] }
  const found: RuleMatch = { rule, sentence, tokens, match }
  // 成为 is a deed of its year, 是 is not.
  const standing = !tokens[at]?.classes.includes('become')
  const modality = modalityOf(tokens, match, { section: sentence.section, standing, text: sentence.text })
  const bearers = modality === undefined ? [] : bearersOf(reading, found)
  const common = { kind: 'relation', basis: 'text', start: sentence.start, end: sentence.end, rule: rule.id } as const
  const status = modality?.status ?? 'in_effect'
  const date = modality === undefined ? {} : dateIn(reading, sentence, standing ? { ...modality, deed: false } : modality)
  const year = date.year === undefined ? {} : { year: date.year }
  const claims = bearers.flatMap((subject) =>
    titles.flatMap(({ bodies, form }) =>
      bodies.flatMap((body): RelationClaim[] => {
        const owner = body.label === 'Consortium' ? ownersIn(reading).of(body) : undefined
        if (owner?.within !== undefined) mentions.push(mentionWithin(sentence, body, owner.within))
        const object = body.label === 'Consortium' ? owner?.entity : body.entity
        // 青岚县医共体核心医院: of one that is named after nobody it is the head.
        const role = owner === undefined && HEADS_IT.test(sentence.text.slice(body.to)) ? 'lead' : 'member'
        const belongs = { ...common, type: 'MEMBER_OF', subject, object: body.entity, attrs: { role, status, ...year } } as const
        const isNetwork = isNetworkTitle(sentence.text, body)
        const membership = body.label === 'Consortium' && owner?.entity !== subject && !isNetwork ? [belongs] : []
        if (object === undefined || object === subject || isOwnPart(subject, object, reading)) return membership
        // Of a consortium of its own place a hospital is a member, and agrees on nothing.
        if (owner !== undefined && (isLocal(object, reading) || !(body.attrs['kind'] === '医联体' || isNetwork))) return membership
        const local = isLocal(object, reading) && !isLocal(subject, reading) ? 'object' : 'subject'
        return [...membership, { ...common, type: 'COOPERATES_WITH', subject, object, attrs: { form, status, ...date }, local }]
      }),
    ),
  )
  return { mentions, claims }
}

const HEADS_IT = /^的?(?:核心|牵头|龙头)(?:单位|医院)/u

/** The hospitals right before the opening, or that are spoken of where none stands there. */
function bearersOf(reading: Reading, found: RuleMatch): readonly string[] {
  const { tokens, match, sentence } = found
  const clause = tokens.slice(tokens.slice(0, match.first).findLastIndex(({ kind }) => kind === 'stop') + 1, match.first)
  const named = clause.flatMap(({ things }) => things)
  const isSide = clause.some(({ classes }) => OTHER.some((name) => classes.includes(name)))
  if (named.length > 0) return !isSide && named.every(({ label }) => label === 'Hospital') ? named.map(({ entity }) => entity) : []
  if (hasUnreadSubject(found, reading.document.speaker)) return []
  const meant = antecedentBefore(reading, found)
  if (meant.length > 0) return meant
  const topic = topicOf(reading, (index) => tokensOf(reading, index), { sentence: sentence.index, before: match.first })
  return topic.length === 1 && topic.every((entity) => entity.startsWith('hospital/')) ? topic : []
}

/** The titles from a token on, up to a clause that says something else, and their count with the names among them; items that name nobody are passed over. */
function titlesAfter(tokens: Tokens, text: string, from: number): { titles: Titled[]; count: number } {
  const titles: Titled[] = []
  let count = 0
  for (let at = from; at < tokens.length;) {
    let end = at
    while (end < tokens.length && end - at <= LONGEST_ITEM && !isJoint(tokens, end) && !(end > at && opensQuote(tokens, end, text))) end++
    // 甲、某卫校的实习医院: a name that was not read shares the title with the one before.
    if (end - at === 1 && tokens[at]?.kind === 'things' && tokens[end]?.classes.includes('item') === true) {
      let next = end + 1
      while (next < tokens.length && next - at <= LONGEST_ITEM && !isJoint(tokens, next) && tokens[next]?.kind !== 'things') next++
      if (tokens[next]?.kind !== 'things' && tokens[next - 1]?.classes.includes('titled') === true) end = next
    }
    if (end - at > LONGEST_ITEM) break
    const isOnPlate = tokens[end - 1]?.classes.includes('badge') === true
    const item = tokens.slice(at, isOnPlate ? end - 1 : end)
    if (item.some(({ classes }) => OTHER.some((name) => classes.includes(name)) && !classes.includes('form'))) break
    const title = titleOf(item, text)
    const names = item.some(({ kind }) => kind === 'things')
    if (title === undefined && names && !isName(item)) break
    if (title !== undefined) titles.push({ ...title, end })
    if (title !== undefined || (names && isName(item))) count++
    if (isOnPlate || tokens[end]?.classes.includes('end') === true) break
    at = tokens[end]?.kind === 'things' ? end : end + 1
  }
  return { titles, count }
}

/** “甲教学医院”|“乙协作医院”: where the next one begins of titles that stand in quotes, with nothing between them. */
function opensQuote(tokens: Tokens, at: number, text: string): boolean {
  return tokens[at]?.kind === 'things' && text.slice(tokens[at - 1]?.to, tokens[at]?.from) === '”“'
}

/** 甲大学附属医院, a name among titles. */
function isName(item: Tokens): boolean {
  const [first, last] = [item.find(({ kind }) => kind === 'things'), item.at(-1)]
  return item.at(-1)?.kind === 'things'
    ? first?.things.every(({ name }) => name.includes('附属')) === true
    : last?.classes.includes('affiliate') === true
}

/** Where an item ends: at a stop, a 、, or 和 behind a title. */
function isJoint(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind === 'stop' || token.classes.includes('item')) return true
  return token.classes.includes('he') && tokens[at - 1]?.kind !== 'things'
}

function titleOf(item: readonly Token<SentenceMention>[], text: string): Omit<Titled, 'end'> | undefined {
  const first = item.findIndex(({ kind }) => kind === 'things')
  const last = item.findLastIndex(({ kind }) => kind === 'things')
  const end = item.at(-1)
  const bodies = item.flatMap(({ things }) =>
    things.filter((thing, index) => index === things.length - 1 || !AFFILIATE.test(text.slice(thing.from, thing.to))),
  )
  if (first < 0 || end === undefined || end.from - (item[last]?.to ?? 0) > BETWEEN || !TITLE.test(text.slice(end.from, end.to)))
    return undefined
  // 甲和乙帮扶医院: two, and nothing else between them.
  const isApart = item.slice(first, last + 1).some(({ kind, classes }) => kind !== 'things' && !classes.includes('he'))
  const isParty = ({ label, attrs }: SentenceMention): boolean =>
    label === 'Hospital' ||
    label === 'Consortium' ||
    (label === 'Institution' && attrs['kind'] !== 'government' && attrs['kind'] !== 'centre')
  if (isApart || !bodies.every(isParty)) return undefined
  const form = mostSpecificForm(
    item
      .slice(last + 1)
      .flatMap(({ classes }) => classes.flatMap((name) => (name.startsWith('form-') ? [name.slice('form-'.length)] : []))),
  )
  const isOfConsortium = bodies.every(({ label }) => label === 'Consortium') && MEMBER.test(text.slice(end.from, end.to))
  if (form === undefined && !isOfConsortium) return undefined
  return { bodies, form: isOfConsortium ? '医联体' : (form ?? '其他') }
}
