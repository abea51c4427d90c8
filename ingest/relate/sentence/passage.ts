/** Runs relation rules over a reading, sentence by sentence; keeps the tokens so that topics can look back. */
import { contentsOf, matchPattern, mayName, maySay, type Contents, type Match, type Pattern, type Token } from '../../grammar/pattern.ts'
import { Trie } from '../../grammar/trie.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { withoutAsides } from './asides.ts'
import { rememberLast } from '../../recognise/naming/remember.ts'
import { withMeant } from './hospital-references.ts'
import { isMisread } from './misread.ts'
import { relationRules, type RelationRule } from './rules.ts'
import { spellingsOf, tokenise, type WordClasses } from './tokens.ts'

const NONE: readonly never[] = []
const UNTAKEN: ReadonlySet<number> = new Set()

export type Tokens = readonly Token<SentenceMention>[]

export interface RuleMatch {
  readonly rule: RelationRule
  readonly sentence: Sentence
  readonly tokens: Tokens
  readonly match: Match<SentenceMention>
}

/** A sentence cut into tokens, and what stands in it; each is found when it is first asked for. */
class Cut {
  tokens: Tokens | undefined
  contents: Contents | undefined
  /** Labels of what it names. */
  labels: readonly string[] | undefined
  /** Whether it may say 该院. */
  mayMean: boolean | undefined
  /** The same with the hospital that 该院 means in its place. */
  meant: Tokens | undefined
  /** Words of it that rules have taken, be it to say that they tell nothing. */
  taken: ReadonlySet<number> = UNTAKEN
}

const cutsOf = rememberLast<Reading, Cut[]>(() => [])

function cutOf(reading: Reading, index: number): Cut {
  return (cutsOf(reading)[index] ??= new Cut())
}

/** Tokens of one sentence of a reading; made once. */
export function tokensOf(reading: Reading, index: number): Tokens {
  const sentence = reading.sentences[index]
  return (cutOf(reading, index).tokens ??=
    sentence === undefined ? [] : tokenise(sentence, reading.mentions[index] ?? [], relationRules(reading.lexicon).words))
}

/** Words for a hospital that was named before. */
const MEANT = /[该这此][〇㐀-鿿]{0,2}院/u

/** Whether a sentence of a reading has a word for a hospital that was named before. */
export function mayMean(reading: Reading, index: number): boolean {
  return (cutOf(reading, index).mayMean ??= MEANT.test(reading.sentences[index]?.text ?? ''))
}

/** Tokens of one sentence, with the hospital that 该院 means in its place where it is sure. */
export function meantIn(reading: Reading, index: number): Tokens {
  if (!mayMean(reading, index)) return tokensOf(reading, index)
  return (cutOf(reading, index).meant ??= withMeant(reading, index, {
    tokens: tokensOf(reading, index),
    tokensOf: (other) => tokensOf(reading, other),
    meantIn: (other) => meantIn(reading, other),
  }))
}

/** Words that only join; a later rule may use them again. */
const JOINTS = new Set(['with', 'and', 'by', 'at', 'for', 'as', 'item', 'comma', 'each'])

interface Trial {
  readonly order: number
  readonly rule: RelationRule
  readonly pattern: Pattern
  /** The class that it is found by: of one of these the sentence has a word. */
  readonly found: readonly string[]
  /** What it cannot match without beside that. */
  readonly needs: Pattern['needs']
}

/** Patterns that things of some labels are enough for. */
interface Choice {
  /** Patterns by the classes that they are found by. */
  readonly byClass: ReadonlyMap<string, readonly Trial[]>
  /** Words and marks of which one stands in every sentence in which one of them matches. */
  readonly signs: Trie<true>
}

/** Which patterns are worth trying in a sentence, by what it names: most name places alone, of which few rules speak. */
class RuleIndex {
  private readonly trials: readonly Trial[]
  private readonly words: WordClasses
  private readonly choices = new Map<string, Choice>()

  constructor(rules: readonly RelationRule[], words: WordClasses) {
    this.words = words
    this.trials = rules
      .flatMap((rule) => rule.patterns.map((pattern) => ({ rule, pattern })))
      .map(({ rule, pattern }, order) => {
        const found = rarestNeed(pattern)
        return { order, rule, pattern, found, needs: pattern.needs.filter((other) => other !== found) }
      })
  }

  /** The patterns that may match where nothing but things of these labels is named. */
  choose(labels: readonly string[]): Choice {
    const key = labels.join(' ')
    let choice = this.choices.get(key)
    if (choice === undefined) this.choices.set(key, (choice = this.narrow(labels)))
    return choice
  }

  private narrow(labels: readonly string[]): Choice {
    const byClass = new Map<string, Trial[]>()
    const signs = new Trie<true>()
    for (const trial of this.trials)
      if (mayName(trial.pattern, labels))
        for (const name of trial.found) {
          const known = byClass.get(name)
          if (known !== undefined) known.push(trial)
          else {
            byClass.set(name, [trial])
            for (const sign of spellingsOf(name, this.words)) signs.set(sign, true)
          }
        }
    return { byClass, signs }
  }
}

const indexes = new WeakMap<readonly RelationRule[], RuleIndex>()

function indexOf(rules: readonly RelationRule[], words: WordClasses): RuleIndex {
  let index = indexes.get(rules)
  if (index === undefined) indexes.set(rules, (index = new RuleIndex(rules, words)))
  return index
}

/** Classes of marks, which nearly every sentence has. */
const MARKS: ReadonlySet<string> = new Set(['colon', 'semicolon', 'end'])

/** The classes of the element that the fewest sentences have: one with few classes, none of which only joins. Throws an Error for a pattern without words. */
function rarestNeed({ needs, source }: Pattern): readonly string[] {
  const isCommon = (name: string): boolean => JOINTS.has(name) || MARKS.has(name)
  const commonness = (classes: readonly string[]): number => classes.length + (classes.some(isCommon) ? 100 : 0)
  const rarest = needs.toSorted((a, b) => commonness(a) - commonness(b))[0]
  if (rarest === undefined) throw new Error(`规则「${source}」没有词类`)
  return rarest
}

const labelOf = (mention: SentenceMention): string => mention.label

function labelsIn(reading: Reading, index: number): readonly string[] {
  const labels: string[] = []
  for (const { label } of reading.mentions[index] ?? NONE) if (!labels.includes(label)) labels.push(label)
  if (!labels.includes('Hospital') && mayMean(reading, index)) labels.push('Hospital')
  return labels
}

/** The patterns that may match these tokens, in the order of their rules. */
function trialsFor({ byClass }: Choice, contents: Contents): readonly Trial[] {
  const trials: Trial[] = []
  for (const name of contents.classes)
    for (const trial of byClass.get(name) ?? NONE) if (maySay(trial, contents) && !trials.includes(trial)) trials.push(trial)
  return trials.length < 2 ? trials : trials.sort((a, b) => a.order - b.order)
}

/** Matches of the rules in a sentence, in order of the rules; a word that carried one match carries no second. */
export function matchesIn(reading: Reading, rules: readonly RelationRule[], at: number): readonly RuleMatch[] {
  const sentence = reading.sentences[at]
  if (sentence === undefined) return NONE
  const index = indexOf(rules, relationRules(reading.lexicon).words)
  // Most sentences name nothing or places alone, and nearly every rule needs more.
  const cut = cutOf(reading, at)
  if (!index.choose((cut.labels ??= labelsIn(reading, at))).signs.isIn(sentence.text)) return NONE
  const tokens = tokensOf(reading, at)
  const contents = (cut.contents ??= contentsOf(tokens, labelOf))
  const found: RuleMatch[] = []
  const used = new Set<number>()
  const tried = { sentence, steps: reading.steps, used, found }
  tryWithoutAsides(index, tokens, tried)
  tryAll(trialsFor(index.choose(contents.labels), contents), tokens, tried)
  // The rules that ask for 该院 itself come first; the others read it as the name that it stands for.
  const meant = meantIn(reading, at)
  if (meant !== tokens) {
    const all = contentsOf(meant, labelOf)
    tryWithoutAsides(index, meant, tried)
    tryAll(trialsFor(index.choose(all.labels), all), meant, tried)
  }
  cut.taken = used
  return found
}

/** Whether a rule of those that were tried last took words of a sentence, or of its tokens from `from` to `to`, be it to say that they tell nothing. */
export function isTaken(reading: Reading, at: number, from = 0, to = Infinity): boolean {
  const { taken } = cutOf(reading, at)
  return taken.size > 0 && [...taken].some((word) => word >= from && word < to)
}

/** 甲与乙，根据《方案》的规定，签署协议: read as 甲与乙，签署协议 and as 甲与乙签署协议. */
function tryWithoutAsides(index: RuleIndex, tokens: Tokens, { sentence, steps, used, found }: Tried): void {
  const left = withoutAsides(tokens, sentence.text)
  if (left === undefined) return
  const shown = left.flatMap((at) => tokens[at] ?? NONE)
  const contents = contentsOf(shown, labelOf)
  const own = new Set([...left.keys()].filter((place) => used.has(left[place] ?? -1)))
  tryAll(trialsFor(index.choose(contents.labels), contents), shown, { sentence, steps, used: own, found, matched: closedUp(shown) })
  for (const place of own) used.add(left[place] ?? 0)
}

/** Tokens moved up to each other, so that what was taken out counts in no gap. */
function closedUp(tokens: Tokens): Tokens {
  let gone = 0
  return tokens.map((token, at) => {
    gone += token.from - (tokens[at - 1]?.to ?? token.from)
    return { ...token, from: token.from - gone, to: token.to - gone }
  })
}

interface Tried {
  readonly sentence: Sentence
  readonly steps: Reading['steps']
  readonly used: Set<number>
  readonly found: RuleMatch[]
  /** The tokens as patterns see them, where that is not how they stand in the text. */
  readonly matched?: Tokens
}

function tryAll(trials: readonly Trial[], tokens: Tokens, { sentence, steps, used, found, matched = tokens }: Tried): void {
  for (const { rule, pattern } of trials) {
    for (const match of matchPattern(pattern, matched, { labelOf, steps })) {
      const carrying = match.words.filter((word) => !(tokens[word]?.classes ?? NONE).every((name) => JOINTS.has(name)))
      if (carrying.some((word) => used.has(word)) || isMisread(match, tokens, sentence.text)) continue
      for (const word of carrying) used.add(word)
      if (rule.says !== 'nothing') found.push({ rule, sentence, tokens, match })
    }
  }
}

const UNREAD_BODY =
  /(?:[〇㐀-鿿](?<![我本全各该])(?:医院|卫生院)|保健[院所]|妇保院|(?:^|[，；：、])[省市区县州旗](?:胸科|肿瘤|脑科|儿医|眼科|骨科|口腔|传染|精神|人医|妇幼|妇儿|妇产|中医)|服务中心|医学院|大学|[〇㐀-鿿]{2}(?:学校|中[学专]|职高|技校|职教中心)|党校|公司|集团|支队|大队|商会|协会|(?:医疗|卫生)机构|家单位|管委会|管理委员会|园区|开发区|高新区|(?<=[；，。][〇㐀-鿿]{2})新[城区]|妇[计幼儿]院|妇计中心)(?:这边，?|那边，?|方面，?)?(?:分别|先后|定点|对口|整体|已|也|还|均|都|则|便|就)?$/u

/** 医院与…签约: the hospital that speaks, where one does. */
const BARE_BODY =
  /(?:(?<![两该各法])[我本]院|(?:^|[，；：]|届时|目前|同时|此外|近年来|今后|未来)医院)(?:分别|先后|已|也|还|均|都|整体|全面|正式)?$/u

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
  /(?:^|[，；：])(?:目前|已有|其中|共有|今年)?(?:全[区县市州旗]|我[区县市州旗]|辖区|各)?(?:内|的)?(?:\d+|[一二三四五六七八九十]+)[家所个][〇㐀-鿿]{0,8}(?:医院|卫生院|服务中心|(?:医疗|卫生)机构)(?:分别|先后|已|也|还|均|都)?$/u

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
