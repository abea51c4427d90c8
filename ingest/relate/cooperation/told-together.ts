/**
 * The cooperation of a sentence that no rule reads: one hospital of the home and one body from elsewhere, or a hospital
 * and providers of its own place, beside a word of standing cooperation, with nothing in the sentence that speaks against it.
 */
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { WordSet } from '../../grammar/word-set.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { isTaken, mayMean, meantIn, type RuleMatch, type Tokens } from '../sentence/passage.ts'
import { anchorOf, isLocal } from '../sentence/place.ts'
import { ruleInCode, type RelationRule } from '../sentence/rules.ts'

/** Characters from the first party to the last. */
const LONGEST = 90
/** A longer list of partners tells of other things than each of them. */
const MOST = 6

const BETWEEN_PLACES: readonly string[] = [
  'form-合作',
  'form-共建',
  'form-托管',
  'form-挂牌',
  'form-技术协作',
  'form-名医工作室',
  'form-专家派驻',
  'form-对口支援',
  'form-远程医疗',
  'form-教学科研',
]
/** What a county hospital has with the providers of its county. */
const WITHIN_PLACE: readonly string[] = ['form-托管', 'form-对口支援', 'form-专家派驻', 'form-远程医疗']
/** 选派6名专家, 派出由5名医师组成的团队 */
const STAFF_SENT =
  /(?:选派|派出|派驻|派遣|下派|增派|轮派)(?:由)?\d{1,3}(?:余|多)?[名位人](?!患|病|学员|代表|志愿)[^，。；]{0,10}?(?:专家|医生|医师|骨干|人才|队员|教授|主任|团队)/u
/** Ties that are people: 甲医疗队在乙的第三年. */
const OF_STAFF = /专家|医疗队|派|驻[县区市州旗我]|[长轮流]驻/u
/** 东西部协作|资金, 援建|项目: what pays for works, and no tie of those they are for. */
const OF_MONEY = /^(?:帮扶|协作|援建|支援)?(?:专项|项目|财政)?(?:资金|经费|款|投资|捐)/u
/** Consortia are read for themselves. */
const CONSORTIUM = /医联体|医共体|联合体|共同体|健共体|联盟|集团|协作网|成员单位/u

/** By which such a sentence is told. */
export const TOLD_TOGETHER: RelationRule = ruleInCode({
  id: 'cooperation/told-together',
  says: 'cooperation',
  otherwise: '合作',
  example: '走进区人民医院三楼，“浙江省肿瘤医院刘红工作室”的牌子格外醒目。',
  nearMiss: '区人民医院院长毕业于温州医科大学，多次赴浙江省肿瘤医院交流坐诊经验。',
})

/** The same, where what tells it is that people were sent. */
const TOLD_SENT: RelationRule = { ...TOLD_TOGETHER, otherwise: '专家派驻' }

interface Words {
  readonly against: WordSet
  readonly ties: readonly string[]
  /** Those that tell enough where the hospital that speaks is not named. */
  readonly speakersTies: readonly string[]
  readonly toward: WordSet
}

const wordsByLexicon = new WeakMap<Lexicon, Words>()

function wordsOf(lexicon: Lexicon): Words {
  let words = wordsByLexicon.get(lexicon)
  if (words === undefined) {
    words = {
      against: new WordSet(lexicon.words('cooperation-against')),
      ties: lexicon.words('cooperation-ties'),
      speakersTies: lexicon.words('cooperation-ties-of-speaker'),
      toward: new WordSet(lexicon.words('cooperation-toward')),
    }
    wordsByLexicon.set(lexicon, words)
  }
  return words
}

/** A stretch of the tokens of a sentence, half-open. */
interface Stretch {
  readonly first: number
  readonly last: number
}

/**
 * The matches that such a sentence is read as; none where it tells of no such pair, or of more than one. Of a sentence in
 * which rules read other things, or that tells of several pairs, each part up to a semicolon and each clause by itself:
 * 甲通过复评；乙有丙的专家坐诊.
 */
export function toldTogether(reading: Reading, at: number, matches: readonly RuleMatch[]): readonly RuleMatch[] {
  const sentence = reading.sentences[at]
  if (sentence === undefined || !mayPair(reading, at) || reading.document.home.length === 0) return []
  const tokens = meantIn(reading, at)
  const whole = { first: 0, last: tokens.length }
  const isFree = ({ first, last }: Stretch): boolean =>
    !isTaken(reading, at, first, last) && matches.every(({ match }) => match.last <= first || match.first >= last)
  if (isFree(whole)) {
    const found = pairIn(reading, sentence, { tokens, ...whole })
    if (found !== undefined) return [found]
  }
  return partsOf(tokens, whole, 'semicolon').flatMap((part) => {
    const all = isFree(part) ? pairIn(reading, sentence, { tokens, ...part }) : undefined
    if (all !== undefined) return [all]
    return partsOf(tokens, part, 'comma').flatMap((clause) =>
      isFree(clause) ? (pairIn(reading, sentence, { tokens, ...clause }) ?? []) : [],
    )
  })
}

/** The parts of a stretch between stops of a class; all of it where it has none. */
function partsOf(tokens: Tokens, { first, last }: Stretch, stop: string): Stretch[] {
  const parts: Stretch[] = []
  let from = first
  for (let at = first; at <= last; at++) {
    if (at < last && tokens[at]?.classes.includes(stop) !== true) continue
    parts.push({ first: from, last: at })
    from = at + 1
  }
  return parts
}

/** Where what is told of a stretch ends: 原打算挂甲的牌子，最终没有挂成. */
function endBehind(tokens: Tokens, last: number): number {
  const next = tokens.findIndex(({ things, classes }, at) => at >= last && (things.length > 0 || classes.includes('semicolon')))
  return tokens[next]?.from ?? tokens.at(-1)?.to ?? 0
}

/** The match of a stretch that tells of one pair. */
function pairIn(
  reading: Reading,
  sentence: Sentence,
  { tokens: all, ...stretch }: Stretch & { readonly tokens: Tokens },
): RuleMatch | undefined {
  const tokens = all.slice(stretch.first, stretch.last)
  const start = tokens[0]?.from ?? 0
  const end = tokens.at(-1)?.to ?? 0
  const text = sentence.text.slice(0, end)
  const told = text.slice(start)
  if (CONSORTIUM.test(told)) return undefined
  const parties = partiesIn(reading, tokens, text)
  if (parties === undefined) return withSpeaker(reading, sentence, { tokens: all, ...stretch })
  const { first, last, locals, others, isWithin } = parties
  const { against, ties, toward } = wordsOf(reading.lexicon)
  const cues = isWithin ? WITHIN_PLACE : BETWEEN_PLACES
  // 甲急救中心已投入使用；乙业务用房年底交付: each part is of one of them.
  if (isWithin && parties.isParted) return undefined
  const isToward = (index: number): boolean => toward.endingAt(text, tokens[index]?.from ?? 0) > 0
  const sent = isWithin ? -1 : told.search(STAFF_SENT)
  const tiesHere = isWithin ? [] : ties.map((word) => ({ word, at: text.indexOf(word, start) }))
  const tie = isWithin ? -1 : Math.max(sent < 0 ? -1 : start + sent, ...tiesHere.map(({ at }) => at))
  const isSent = sent >= 0 || tiesHere.some(({ word, at }) => at === tie && at >= 0 && OF_STAFF.test(word))
  const cue = tokens.findIndex(({ classes, things, to }, index) =>
    things.length > 0
      ? !isWithin && things.some(isBody) && isToward(index)
      : (classes.some((name) => cues.includes(name)) && !OF_MONEY.test(text.slice(to))) || (tie >= 0 && tie < to),
  )
  if (cue < 0 || (tokens[last]?.to ?? 0) - (tokens[first]?.from ?? 0) > LONGEST) return undefined
  if (against.isIn(sentence.text.slice(start, endBehind(all, stretch.last)))) return undefined
  const from = Math.min(first, cue)
  const to = Math.max(last, cue) + 1
  return {
    rule: isSent ? TOLD_SENT : TOLD_TOGETHER,
    sentence,
    tokens: all,
    match: {
      first: stretch.first + from,
      last: stretch.first + to,
      slots: new Map([
        ['A', locals],
        ['B', others],
      ]),
      words: [stretch.first + cue],
    },
  }
}

/** 在乙的支援下，肿瘤科开诊: the one hospital from elsewhere in a text in which a hospital speaks of itself, which stands for the other party. */
function withSpeaker(
  reading: Reading,
  sentence: Sentence,
  { tokens, first, last }: Stretch & { readonly tokens: Tokens },
): RuleMatch | undefined {
  if (reading.document.speaker === null) return undefined
  const named = tokens.slice(first, last).flatMap(({ things }, index) => things.map((thing) => ({ thing, index: first + index })))
  const [only, ...more] = named
  if (only?.thing.label !== 'Hospital' || more.length > 0 || isLocal(only.thing.entity, reading)) return undefined
  const { against, speakersTies } = wordsOf(reading.lexicon)
  const [start, end] = [tokens[first]?.from ?? 0, tokens[last - 1]?.to ?? 0]
  const told = sentence.text.slice(start, end)
  if (told.length > LONGEST || !speakersTies.some((word) => told.includes(word))) return undefined
  if (against.isIn(sentence.text.slice(start, endBehind(tokens, last)))) return undefined
  const match = { first: only.index, last: only.index + 1, slots: new Map([['B', [only.thing]]]), words: [only.index] }
  return { rule: TOLD_SENT, sentence, tokens, match }
}

/** Whether a sentence names a hospital and a second body, or means one; most do not. */
function mayPair(reading: Reading, at: number): boolean {
  const named = reading.mentions[at] ?? []
  if (!named.some(({ label }) => label === 'Hospital')) return false
  return reading.document.speaker !== null || named.filter(isBody).length > 1 || mayMean(reading, at)
}

interface Parties {
  readonly first: number
  readonly last: number
  readonly locals: readonly SentenceMention[]
  readonly others: readonly SentenceMention[]
  readonly isWithin: boolean
  /** Whether a semicolon stands between them. */
  readonly isParted: boolean
}

/** The two sides of a sentence, of which at least one is a single body. */
function partiesIn(reading: Reading, tokens: Tokens, text: string): Parties | undefined {
  const placed: number[] = []
  const bodies: SentenceMention[] = []
  for (const [index, { things }] of tokens.entries()) {
    if (!things.some(isBody)) continue
    placed.push(index)
    bodies.push(...things.filter(isBody))
  }
  if (bodies.some(({ label }) => label === 'Consortium')) return undefined
  const distinct = [...new Map(bodies.map((body) => [body.entity, body])).values()]
  const own = distinct.filter(({ entity }) => isLocal(entity, reading))
  const far = distinct.filter(({ entity }) => !isLocal(entity, reading))
  // 城东门诊部, or what nobody says where it is: perhaps a part of the hospital beside it.
  if (far.some(({ entity }) => !/^\d/u.test(anchorOf(entity)))) return undefined
  const isWithin = far.length === 0
  const [locals, others] = isWithin ? [own.filter((body) => !isPrimary(body)), own.filter(isPrimary)] : [own, far]
  const isSingle = locals.length === 1 || (!isWithin && others.length === 1)
  if (isWithin && own.some(({ name }) => name.endsWith('门诊部'))) return undefined
  if (!isSingle || others.length === 0 || locals.length === 0 || distinct.length > MOST + 1) return undefined
  if (![locals, others].every((side) => isOneList(tokens, side)) || areListed(tokens, text, [locals, others])) return undefined
  const [start, end] = [placed[0] ?? 0, placed.at(-1) ?? 0]
  const isParted = tokens.slice(start, end).some(({ classes }) => classes.includes('semicolon'))
  return { first: start, last: end, locals, others, isWithin, isParted }
}

function isBody({ label, attrs }: SentenceMention): boolean {
  return label === 'Hospital' || label === 'Consortium' || (label === 'Institution' && attrs['kind'] === 'university')
}

function isPrimary({ attrs }: SentenceMention): boolean {
  return attrs['kind'] === 'primary'
}

/** 甲、乙也在推进中: what is said of a list is said of each, and not of the one with the other. */
function areListed(tokens: Tokens, text: string, [locals, others]: Sides): boolean {
  return tokens.some(({ things }) => {
    const [one, other] = things
    if (one === undefined || other === undefined) return false
    const isMixed = [locals, others].every((side) => things.some(({ entity }) => side.some((body) => body.entity === entity)))
    return isMixed && AND.test(text.slice(one.to, one.to + 24))
  })
}

/** 甲、乙, 甲（丙）、乙 */
const AND = /^(?:（[^（）]{1,20}）)?、/u

type Sides = readonly [readonly SentenceMention[], readonly SentenceMention[]]

/** Several of one side stand in one list, whose last may follow 和 or 以及. */
function isOneList(tokens: Tokens, side: readonly SentenceMention[]): boolean {
  if (side.length === 1) return true
  const isOfSide = ({ entity }: SentenceMention): boolean => side.some((body) => body.entity === entity)
  const listed = new Set<string>()
  for (const [index, { things }] of tokens.entries()) {
    if (!things.some(isOfSide)) continue
    const goesOn =
      listed.size > 0 && tokens[index - 1]?.classes.includes('and') === true && tokens[index - 2]?.things.some(isOfSide) === true
    if (!goesOn) listed.clear()
    for (const { entity } of things) listed.add(entity)
    if (side.every(({ entity }) => listed.has(entity))) return true
  }
  return false
}
