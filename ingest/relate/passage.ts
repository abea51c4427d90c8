/** Runs relation rules over a reading, sentence by sentence; keeps the tokens so that topics can look back. */
import { contentsOf, matchPattern, mayMatch, type Contents, type Match, type Pattern, type Token } from '../grammar/pattern.ts'
import { Trie } from '../grammar/trie.ts'
import type { Reading, SentenceMention } from '../reading.ts'
import type { Sentence } from '../read/sentence.ts'
import { relationRules, type RelationRule } from './rules.ts'
import { tokenise, type WordClasses } from './tokens.ts'

export type Tokens = readonly Token<SentenceMention>[]

export interface RuleMatch {
  readonly rule: RelationRule
  readonly sentence: Sentence
  readonly tokens: Tokens
  readonly match: Match<SentenceMention>
}

/** A sentence cut into tokens, and what stands in it. */
interface Cut {
  readonly tokens: Tokens
  contents?: Contents
}

const cutsByReading = new WeakMap<Reading, Cut[]>()

function cutOf(reading: Reading, index: number): Cut {
  let cuts = cutsByReading.get(reading)
  if (cuts === undefined) cutsByReading.set(reading, (cuts = []))
  const sentence = reading.sentences[index]
  return (cuts[index] ??= {
    tokens: sentence === undefined ? [] : tokenise(sentence, reading.mentions[index] ?? [], relationRules(reading.lexicon).words),
  })
}

/** Tokens of one sentence of a reading; made once. */
export function tokensOf(reading: Reading, index: number): Tokens {
  return cutOf(reading, index).tokens
}

/** Words that only join; a later rule may use them again. */
const JOINTS = new Set(['with', 'and', 'by', 'at', 'for', 'as', 'item', 'comma', 'each'])

interface Trial {
  readonly order: number
  readonly rule: RelationRule
  readonly pattern: Pattern
  /** What it cannot match without beside the class that it is found by. */
  readonly needs: Pattern['needs']
  readonly labels: Pattern['labels']
}

/** Which patterns are worth trying in a sentence. */
interface RuleIndex {
  /** Patterns by the classes without which they do not match; a pattern without such a class stands under ''. */
  readonly byClass: ReadonlyMap<string, readonly Trial[]>
  /** Words of which one stands in every sentence without names in which a rule matches. */
  readonly nameless: Trie<true>
}

const indexes = new WeakMap<readonly RelationRule[], RuleIndex>()

function indexOf(rules: readonly RelationRule[], words: WordClasses): RuleIndex {
  let index = indexes.get(rules)
  if (index === undefined) indexes.set(rules, (index = indexRules(rules, words)))
  return index
}

function indexRules(rules: readonly RelationRule[], words: WordClasses): RuleIndex {
  const byClass = new Map<string, Trial[]>()
  const nameless = new Trie<true>()
  const trials = rules.flatMap((rule) => rule.patterns.map((pattern) => ({ rule, pattern })))
  for (const [order, { rule, pattern }] of trials.entries()) {
    const need = rarestNeed(pattern)
    const trial: Trial = { order, rule, pattern, needs: pattern.needs.filter((other) => other !== need), labels: pattern.labels }
    for (const name of need) {
      const known = byClass.get(name)
      if (known === undefined) byClass.set(name, [trial])
      else known.push(trial)
    }
    if (pattern.labels.length === 0) for (const word of need.flatMap((name) => words.of(name))) nameless.set(word, true)
  }
  return { byClass, nameless }
}

/** The classes of the element that the fewest sentences have: one with few classes, none of which only joins. */
function rarestNeed({ needs }: Pattern): readonly string[] {
  const commonness = (classes: readonly string[]): number => classes.length + (classes.some((name) => JOINTS.has(name)) ? 100 : 0)
  return needs.toSorted((a, b) => commonness(a) - commonness(b))[0] ?? ANY
}

const ANY: readonly string[] = ['']
const labelOf = (mention: SentenceMention): string => mention.label
const NONE: readonly never[] = []

/** The patterns that may match these tokens, in the order of their rules. */
function trialsFor({ byClass }: RuleIndex, contents: Contents): readonly Trial[] {
  const trials: Trial[] = []
  const add = (name: string): void => {
    for (const trial of byClass.get(name) ?? NONE) if (mayMatch(trial, contents) && !trials.includes(trial)) trials.push(trial)
  }
  add('')
  contents.classes.forEach(add)
  return trials.length < 2 ? trials : trials.sort((a, b) => a.order - b.order)
}

/** Matches of the rules in a sentence, in order of the rules; a word that carried one match carries no second. */
export function matchesIn(reading: Reading, rules: readonly RelationRule[], at: number): readonly RuleMatch[] {
  const sentence = reading.sentences[at]
  if (sentence === undefined) return NONE
  const index = indexOf(rules, relationRules(reading.lexicon).words)
  // Most sentences name nothing, and nearly every rule needs a name.
  if ((reading.mentions[at] ?? NONE).length === 0 && !index.nameless.isIn(sentence.text)) return NONE
  const cut = cutOf(reading, at)
  const { tokens } = cut
  const trials = trialsFor(index, (cut.contents ??= contentsOf(tokens, labelOf)))
  if (trials.length === 0) return NONE
  const found: RuleMatch[] = []
  const used = new Set<number>()
  for (const { rule, pattern } of trials) {
    for (const match of matchPattern(pattern, tokens, { labelOf, steps: reading.steps })) {
      const carrying = match.words.filter((word) => !(tokens[word]?.classes ?? NONE).every((name) => JOINTS.has(name)))
      if (carrying.some((word) => used.has(word))) continue
      for (const word of carrying) used.add(word)
      if (rule.says !== 'nothing') found.push({ rule, sentence, tokens, match })
    }
  }
  return found
}

const UNREAD_BODY =
  /(?:\p{Script=Han}(?<![我本全各该])(?:医院|卫生院)|保健[院所]|服务中心|医学院|大学|公司|集团|支队|大队|商会|协会|(?:医疗|卫生)机构|家单位)(?:分别|先后|已|也|还|均|都)?$/u

/** 医院与…签约: the hospital that speaks, where one does. */
const BARE_BODY = /(?:^|[，；：])(?:[我本]院|医院)(?:分别|先后|已|也|还|均|都)?$/u

/** 学校与…签约, on a page of which school nobody knows. */
const BARE_SCHOOL = /(?:(?:^|[，；：。])(?:学校|学院|校方)|[我本][校院])(?:分别|先后|已|也|还|均|都)?$/u

/** Text between the name before a match without a subject and its verb. */
function beforeVerb({ tokens, match, sentence }: RuleMatch, reach: number): string {
  const verb = tokens[match.words[0] ?? match.first]
  if (verb === undefined) return ''
  const named = tokens.slice(0, match.words[0] ?? match.first).findLast((token) => token.kind === 'things')?.to ?? 0
  return sentence.text.slice(Math.max(named, verb.from - reach), verb.from)
}

/** Whether 医院 is the subject of a match without one. */
export function hasBareSubject(found: RuleMatch): boolean {
  return BARE_BODY.test(beforeVerb(found, 12))
}

/** 23家基层医疗机构分别, 全区各卫生院先后: bodies that are counted and not named. */
const COUNTED_BODIES =
  /(?:^|[，；：])(?:目前|已有|其中|共有|今年)?(?:全[区县市州旗]|我[区县市州旗]|辖区|各)?(?:内|的)?(?:\d+|[一二三四五六七八九十]+)[家所个]\p{Script=Han}{0,8}(?:医院|卫生院|服务中心|(?:医疗|卫生)机构)(?:分别|先后|已|也|还|均|都)?$/u

/** Whether the subject of a match without one are bodies of the home that the text only counts. */
export function hasCountedSubject(found: RuleMatch): boolean {
  return COUNTED_BODIES.test(beforeVerb(found, 30))
}

/**
 * Whether a body that no name was read from is the subject of a match without one, as in 十团医院与… and 十团医院纳入…:
 * then the topic of the passage is not who agrees or joins.
 */
export function hasUnreadSubject(found: RuleMatch, speaker: string | null = null): boolean {
  const before = beforeVerb(found, 12)
  return UNREAD_BODY.test(before) || (speaker === null && (BARE_BODY.test(before) || BARE_SCHOOL.test(before)))
}

/** 甲联盟由乙牵头，联合丙、丁共同组建: what several found together, said of no subject of its own. */
export function isFounding({ tokens, match }: RuleMatch): boolean {
  const before = tokens.slice(0, match.first)
  return (
    match.words.some((word) => tokens[word]?.classes.includes('form-共建')) &&
    before.some(({ things }) => things.some(({ label }) => label === 'Consortium')) &&
    before.some(({ classes }) => classes.includes('lead'))
  )
}
