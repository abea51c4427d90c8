/** Runs relation rules over a reading, sentence by sentence; keeps the tokens so that topics can look back. */
import { classesIn, matchPattern, type Match, type Pattern, type Token } from '../grammar/pattern.ts'
import type { Reading, SentenceMention } from '../reading.ts'
import type { Sentence } from '../read/sentence.ts'
import { relationRules, type RelationRule } from './rules.ts'
import { tokenise } from './tokens.ts'

export type Tokens = readonly Token<SentenceMention>[]

export interface RuleMatch {
  readonly rule: RelationRule
  readonly sentence: Sentence
  readonly tokens: Tokens
  readonly match: Match<SentenceMention>
}

const tokensByReading = new WeakMap<Reading, Map<number, Tokens>>()

/** Tokens of one sentence of a reading; made once. */
export function tokensOf(reading: Reading, index: number): Tokens {
  let made = tokensByReading.get(reading)
  if (made === undefined) tokensByReading.set(reading, (made = new Map()))
  let tokens = made.get(index)
  if (tokens === undefined) {
    const sentence = reading.sentences[index]
    tokens = sentence === undefined ? [] : tokenise(sentence, reading.mentions[index] ?? [], relationRules(reading.lexicon).words)
    made.set(index, tokens)
  }
  return tokens
}

/** Words that only join; a later rule may use them again. */
const JOINTS = new Set(['with', 'and', 'by', 'at', 'for', 'as', 'item', 'comma', 'each'])

/** Rules by a class without which none of their patterns matches; a rule without such a class stands under ''. */
function indexRules(rules: readonly RelationRule[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const [place, rule] of rules.entries()) {
    for (const name of new Set(rule.patterns.flatMap(rarestNeed))) {
      const places = index.get(name)
      if (places === undefined) index.set(name, [place])
      else places.push(place)
    }
  }
  return index
}

/** The classes of the element that the fewest sentences have: one with few classes, none of which only joins. */
function rarestNeed({ needs }: Pattern): readonly string[] {
  const commonness = (classes: readonly string[]): number => classes.length + (classes.some((name) => JOINTS.has(name)) ? 100 : 0)
  return needs.toSorted((a, b) => commonness(a) - commonness(b))[0] ?? ['']
}

const indexes = new WeakMap<readonly RelationRule[], ReadonlyMap<string, readonly number[]>>()

/** The rules that may match these tokens, in their order. */
function rulesFor(rules: readonly RelationRule[], tokens: Tokens): readonly RelationRule[] {
  let index = indexes.get(rules)
  if (index === undefined) indexes.set(rules, (index = indexRules(rules)))
  const places = new Set(index.get(''))
  for (const name of classesIn(tokens)) for (const place of index.get(name) ?? []) places.add(place)
  return [...places].sort((a, b) => a - b).flatMap((place) => rules[place] ?? [])
}

/** Matches of the rules in a sentence, in order of the rules; a word that carried one match carries no second. */
export function* matchesIn(reading: Reading, rules: readonly RelationRule[], index: number): Generator<RuleMatch> {
  const sentence = reading.sentences[index]
  if (sentence === undefined) return
  const tokens = tokensOf(reading, index)
  const used = new Set<number>()
  const options = { labelOf: (mention: SentenceMention) => mention.label, steps: reading.steps }
  for (const rule of rulesFor(rules, tokens)) {
    for (const pattern of rule.patterns) {
      for (const match of matchPattern(pattern, tokens, options)) {
        const carrying = match.words.filter((word) => !(tokens[word]?.classes ?? []).every((name) => JOINTS.has(name)))
        if (carrying.some((word) => used.has(word))) continue
        for (const word of carrying) used.add(word)
        if (rule.says !== 'nothing') yield { rule, sentence, tokens, match }
      }
    }
  }
}

const UNREAD_BODY =
  /(?:\p{Script=Han}(?<![我本全各该])(?:医院|卫生院)|保健[院所]|服务中心|医学院|大学|公司|集团|支队|大队|商会|协会|(?:医疗|卫生)机构|家单位)(?:分别|先后|已|也|还|均|都)?$/u

/** 医院与…签约: the hospital that speaks, where one does. */
const BARE_BODY = /(?:^|[，；：])(?:[我本]院|医院)(?:分别|先后|已|也|还|均|都)?$/u

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
  return UNREAD_BODY.test(beforeVerb(found, 12)) || (speaker === null && hasBareSubject(found))
}
