/** Lists of pairs under words that say what they agreed: 结对关系如下：甲——乙；丙——丁, one below the other or in one sentence. */
import { mostSpecificForm, type Claim, type RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { tokensOf, type Tokens } from '../sentence/passage.ts'
import { isFromElsewhere, isLocal, isOwnPart, isPlaceWithin, partyOf } from '../sentence/place.ts'
import type { Pair } from './pairs-meant.ts'

/** Characters of a number before a pair, and of a note behind it. */
const NUMBER = 5
const NOTE = 16
/** Forms that a list of two names each may tell of. */
const FORMS = ['对口支援', '合作', '托管', '医联体', '技术协作', '专科联盟', '签约', '共建', '名医工作室', '专家派驻', '远程医疗']
const OPENS_LIST = /[：:]$|如下|名单|情况表|一览|安排/u

/** Verbs that stand between the two of a pair like a mark: 甲支持乙, 甲负责乙. */
const VERBS = ['support', 'help', 'take-charge', 'undertake', 'form-对口支援', 'form-托管']

/** What the opening of a list says of its items. */
export interface Told {
  readonly form: string
  readonly status: 'planned' | 'in_effect' | 'ended'
}

/** The cooperations of such lists. A line that is no pair ends its list. */
export function claimPairedLines(reading: Reading): Claim[] {
  const claims: Claim[] = []
  let told: Told | undefined
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined) continue
    const glossed = glossedPairs(reading, sentence)
    if (glossed.length > 0) {
      const opening = tokensOf(reading, sentence.index)
      const at = opening.findIndex(({ classes }) => classes.includes('colon'))
      const isOwn = at > 0 && opening.slice(0, at).every(({ kind }) => kind !== 'things')
      const said = isOwn ? toldBy(opening.slice(0, at), sentence) : told
      if (said !== undefined) for (const pair of glossed) claims.push(...claimsOf(reading, sentence, { pair, said }))
      continue
    }
    if (!mayPair(sentence, reading)) {
      told = mayOpen(sentence) ? toldBy(tokensOf(reading, sentence.index), sentence) : undefined
      continue
    }
    const tokens = tokensOf(reading, sentence.index)
    const opening = tokens.findIndex(({ classes }) => classes.includes('colon'))
    const isOwn = opening > 0 && tokens.slice(0, opening).every(({ kind }) => kind !== 'things')
    const own = isOwn ? toldBy(tokens.slice(0, opening), sentence) : undefined
    const parts = partsOf(isOwn ? tokens.slice(opening + 1) : tokens)
    const pairs = parts.map((part) => pairIn(part))
    const said = own ?? told
    if (said === undefined || pairs.some((pair) => pair === undefined)) {
      told = mayOpen(sentence) ? toldBy(tokens, sentence) : undefined
      continue
    }
    told = said
    for (const pair of pairs) if (pair !== undefined) claims.push(...claimsOf(reading, sentence, { pair, said }))
  }
  return claims
}

/** A line of two names and 与 between them: 甲医院与乙医院； */
const BOTH_ALONE = /^[^，。；]{4,30}[与同][^，。；]{4,30}(?:[；。]|$)/u

/** 合作医院名单：甲（乙）、丙（丁）: two or more of the home, each with one from elsewhere in a bracket of its own, and nothing else. */
function glossedPairs(reading: Reading, { text, index }: Sentence): readonly Sides[] {
  const named = text.includes('（') ? (reading.mentions[index] ?? []) : []
  if (named.length < TWO_PAIRS) return []
  const pairs: Sides[] = []
  let end = Math.max(0, text.indexOf('：') + 1)
  for (let at = 0; at + 1 < named.length; at += 2) {
    const [one, other] = [named[at], named[at + 1]]
    if (one?.label !== 'Hospital' || other?.label !== 'Hospital' || one.entity === other.entity) return []
    const isGlossed = text.charAt(one.to) === '（' && other.from === one.to + 1 && text.charAt(other.to) === '）'
    if (!isGlossed || one.from - end > NUMBER || !isFromElsewhere(one.entity, other.entity, reading)) return []
    pairs.push([[one], [other]])
    end = other.to + 1
  }
  return named.length % 2 === 0 && text.length - end <= 1 ? pairs : []
}

/** Names that two pairs have. */
const TWO_PAIRS = 4

/** Whether a sentence names two bodies with a mark between them. */
function mayPair({ text, index }: Sentence, reading: Reading): boolean {
  return (reading.mentions[index]?.length ?? 0) > 1 && (/[—－:：→-]/u.test(text) || BOTH_ALONE.test(text))
}

function mayOpen({ text, heading }: Sentence): boolean {
  return heading || OPENS_LIST.test(text)
}

/** The form and status that an opening tells; undefined where it tells none, or that nothing came of it. */
export function toldBy(tokens: Tokens, { section }: Sentence): Told | undefined {
  const classes = new Set<string>()
  for (const token of tokens) for (const name of token.classes) classes.add(name)
  const forms = [...classes].filter((name) => name.startsWith('form-')).map((name) => name.slice('form-'.length))
  const form = mostSpecificForm(forms.filter((name) => FORMS.includes(name)))
  if (form === undefined || ['negate', 'dropped', 'talk', 'wish'].some((name) => classes.has(name))) return undefined
  if (classes.has('ended')) return { form, status: 'ended' }
  const isPlanned = classes.has('plan') || (section.kind === 'plan' && !classes.has('continue'))
  return { form, status: isPlanned ? 'planned' : 'in_effect' }
}

/** The tokens of a list between its semicolons, commas and the end. */
function partsOf(tokens: Tokens): Tokens[] {
  const parts: Tokens[number][][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'stop' && !token.classes.includes('colon')) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.filter(({ length }) => length > 0)
}

type Sides = readonly [readonly SentenceMention[], readonly SentenceMention[]]

/** The two sides of a part that is nothing but them: 1.甲——乙、丙（儿科）. */
function pairIn(part: Tokens): Sides | undefined {
  const first = part.findIndex(({ kind }) => kind === 'things')
  const [one, mark, other] = part.slice(first, first + 3)
  if (first < 0 || one === undefined || mark === undefined || other?.kind !== 'things') return undefined
  if (one.from - (part[0]?.from ?? 0) > NUMBER || (part.at(-1)?.to ?? 0) - other.to > NOTE) return undefined
  if (part.slice(first + 3).some(({ kind, classes }) => kind === 'things' || classes.includes('form-签约'))) return undefined
  const isAlone = mark.classes.includes('with') && other === part.at(-1)
  const isMark = isAlone || ['dash', 'colon', ...VERBS].some((name) => mark.classes.includes(name))
  const sides = [one.things, other.things] as const
  return isMark && sides.flat().every(({ label }) => label !== 'Consortium') ? sides : undefined
}

function claimsOf(reading: Reading, sentence: Sentence, { pair, said }: { pair: Sides; said: Told }): RelationClaim[] {
  const [ones, others] = pair.map((side) => [...new Set(side.map((mention) => partyOf(mention, reading)))])
  return pairClaims(reading, sentence, { ones: ones ?? [], others: others ?? [], said, rule: 'cooperation/paired-lines' })
}

/** The two sides of what a line tells, and what it says of each pair of them. */
export interface SidesTold {
  readonly ones: readonly string[]
  readonly others: readonly string[]
  readonly said: Told
  readonly rule: string
}

/** A claim for each of one side with each of the other. */
export function pairClaims(reading: Reading, sentence: Sentence, { ones, others, said, rule }: SidesTold): RelationClaim[] {
  return ones.flatMap((one) =>
    others.flatMap((other): RelationClaim[] => {
      // 江苏省：苏州市立医院: where the bodies of a list are.
      if (one === other || isPlaceWithin(one, other) || isOwnPart(one, other, reading)) return []
      return [pairClaim(reading, sentence, { pair: [one, other], attrs: { form: said.form, status: said.status }, rule })]
    }),
  )
}

/** That two cooperate, as a line or a row says it. */
export function pairClaim(
  reading: Reading,
  { start, end }: Sentence,
  { pair: [one, other], ...said }: { readonly pair: Pair } & Pick<RelationClaim, 'attrs' | 'rule'>,
): RelationClaim {
  return {
    kind: 'relation',
    type: 'COOPERATES_WITH',
    subject: one,
    object: other,
    attrs: said.attrs,
    basis: 'text',
    local: isLocal(other, reading) && !isLocal(one, reading) ? 'object' : 'subject',
    start,
    end,
    rule: said.rule,
  }
}
