/** Stands the hospital that 该院 means in its place among the tokens, so that every rule reads it as it reads a name. */
import type { Reading, SentenceMention } from '../../reading.ts'
import { isLocal } from './place.ts'
import { introducedHere } from './introduced.ts'
import type { Tokens } from './passage.ts'
import { clauseAround, hospitalBeforeWith, senderBefore } from './tokens.ts'
import { topicOf } from './topic.ts'

/** Sentences before in which the hospital may have been named, and paragraphs that they may span. */
const SENTENCES_BACK = 3
const PARAGRAPHS_BACK = 1
/** 该校 and 该公司 are left to the rules that ask for them; 对方医院 is the other one. */
const HOSPITAL_MEANT = /^(?!对方)[〇㐀-鿿]*院$/u

interface Given {
  readonly tokens: Tokens
  /** Those of other sentences, as they stand and with the hospitals that they mean. */
  readonly tokensOf: (index: number) => Tokens
  readonly meantIn: (index: number) => Tokens
}

/** The tokens of a sentence, those that mean a hospital of which it is sure as that hospital. */
export function withMeant(reading: Reading, at: number, given: Given): Tokens {
  const { tokens } = given
  const text = reading.sentences[at]?.text ?? ''
  let meant: SentenceMention | undefined
  let changed: Tokens[number][] | undefined
  let last = -1
  for (const [index, token] of tokens.entries()) {
    // 甲签约，该院派专家；乙签约，成为该院成员单位: in each part another.
    if (token.classes.includes('semicolon')) meant = undefined
    if (!token.classes.includes('that') || !HOSPITAL_MEANT.test(text.slice(token.from, token.to))) continue
    const isFirst = last < 0
    // 甲与乙签约，该院…；丙与丁签约，成为该院…: once another hospital is named, the word may mean another one.
    const isApart = isFirst || tokens.slice(last, index).some(({ things }) => things.some(({ label }) => label === 'Hospital'))
    if (isApart) meant = meantAt(reading, at, { ...given, index }) ?? (isFirst || startsAgain(tokens, last, index) ? undefined : meant)
    if (meant === undefined && isFirst) return tokens
    last = index
    if (meant === undefined) continue
    changed ??= [...tokens]
    changed[index] = { ...token, kind: 'things', things: [{ ...meant, from: token.from, to: token.to }], classes: [] }
  }
  return changed ?? tokens
}

/** Whether another part of a sentence begins between two tokens: 甲…；乙…. */
function startsAgain(tokens: Tokens, from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ classes }) => classes.includes('semicolon'))
}

/** Whom the reference at `index` means: beside a hospital of the home another one, otherwise the subject of the sentence before or the one of the home told of last. */
function meantAt(
  reading: Reading,
  at: number,
  { tokens, tokensOf, meantIn, index }: Given & { readonly index: number },
): SentenceMention | undefined {
  const clause = clauseAround(tokens, index, index)
  const beside = tokens.slice(clause.first, clause.last).flatMap(({ things }) => things)
  const isOther = ({ label, entity }: SentenceMention): boolean => label === 'Hospital' && beside.every((thing) => thing.entity !== entity)
  if (reading.document.home.length === 0) return undefined
  if (beside.some(({ label, entity }) => label !== 'District' && isLocal(entity, reading)))
    return otherMeant(reading, at, { tokens, tokensOf, meantIn, index })
  const partner = titleGiver(reading, tokens, { index, first: clause.first })
  if (partner !== undefined) return partner
  // 甲医院创建于1907年…：——乙联盟分中心落户该院; the passage introduces whom it means.
  const introduced = beside.some(({ label }) => label === 'Hospital') ? undefined : introducedHere(reading, at)
  if (introduced !== undefined) return isOther(introduced) ? introduced : undefined
  const sentence = reading.sentences[at]
  for (let back = at; back >= Math.max(0, at - SENTENCES_BACK); back--) {
    const other = reading.sentences[back]
    if (other === undefined || sentence === undefined || sentence.paragraph - other.paragraph > PARAGRAPHS_BACK) break
    const before = back === at ? tokens.slice(0, clause.first) : meantIn(back)
    const own = before.flatMap(({ things }) => things).filter((thing) => isOther(thing) && isLocal(thing.entity, reading))
    if (new Set(own.map(({ entity }) => entity)).size > 1) return undefined
    // 江南省肿瘤医院与县人民医院签约。该院还与…: what the sentence before has as its subject.
    const subject = back === at ? undefined : hospitalBeforeWith(before)
    if (subject !== undefined && isOther(subject)) return subject
    if (own[0] !== undefined) return own[0]
  }
  const [only, more] = topicOf(reading, tokensOf, { sentence: at, before: clause.first })
  if (only === undefined || more !== undefined || only === reading.document.speaker) return undefined
  return reading.mentions.flat().find((mention) => mention.entity === only && isOther(mention))
}

/** 甲与乙签约，成为该院医联体单位: the one from elsewhere that stands before, where the clause has no subject of its own. */
function titleGiver(
  reading: Reading,
  tokens: Tokens,
  { index, first }: { readonly index: number; readonly first: number },
): SentenceMention | undefined {
  const near = tokens[index - 1]?.kind === 'gap' ? tokens[index - 2] : tokens[index - 1]
  if (near?.classes.includes('become') !== true || tokens.slice(first, index).some(({ things }) => things.length > 0)) return undefined
  const part = tokens.slice(0, first).findLastIndex(({ classes }) => classes.includes('semicolon'))
  const hospitals = tokens.slice(part + 1, first).flatMap(({ things }) => things.filter(({ label }) => label === 'Hospital'))
  const others = hospitals.filter(({ entity }) => !isLocal(entity, reading))
  return hospitals.length > others.length && new Set(others.map(({ entity }) => entity)).size === 1 ? others[0] : undefined
}

/** Classes of words after which 该院 is the other party of the hospital that its clause has named: 成为该院协作单位, 选派骨干到该院. */
const TO_ANOTHER = ['become', 'is', 'at', 'to', 'toward', 'from', 'receive', 'get', 'enter', 'join', 'rely', 'hang', 'as']

/** Whom 该院 means beside a hospital of the home: the only other one that the clauses before it name, else the sentence before. */
function otherMeant(
  reading: Reading,
  at: number,
  { tokens, meantIn, index }: Given & { readonly index: number },
): SentenceMention | undefined {
  const clause = clauseAround(tokens, index, index)
  const isAfter = tokens.slice(clause.first, index).some(({ things }) => things.some(({ label }) => label === 'Hospital'))
  const near = tokens[index - 1]?.kind === 'gap' ? tokens[index - 2] : tokens[index - 1]
  if (isAfter && !TO_ANOTHER.some((name) => near?.classes.includes(name))) return undefined
  const beside = new Set(tokens.slice(clause.first, clause.last).flatMap(({ things }) => things.map(({ entity }) => entity)))
  const sentence = reading.sentences[at]
  for (const back of [at, at - 1]) {
    const other = reading.sentences[back]
    if (other === undefined || sentence === undefined || sentence.paragraph !== other.paragraph) return undefined
    const before = back === at ? tokens.slice(0, clause.first) : meantIn(back)
    const giver = back === at ? senderBefore(tokens, index) : undefined
    if (giver !== undefined && !beside.has(giver.entity)) return giver
    const named = before.flatMap(({ things }) => things).filter(({ label, entity }) => label === 'Hospital' && !beside.has(entity))
    if (new Set(named.map(({ entity }) => entity)).size > 1) return undefined
    if (named[0] !== undefined) return named[0]
  }
  return undefined
}
