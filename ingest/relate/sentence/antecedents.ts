/** Bodies that a sentence means without naming them: 与该院签订, 上述三家医院与…. */
import type { Reading, SentenceMention } from '../../reading.ts'
import { introducedHere } from './introduced.ts'
import { tokensOf, type RuleMatch, type Tokens } from './passage.ts'
import { isLocal } from './place.ts'
import { hospitalBeforeWith, senderBefore } from './tokens.ts'

/** Sentences before in which such a body may have been named, and paragraphs that they may span. */
const SENTENCES_BACK = 3
const PARAGRAPHS_BACK = 1
/** Paragraphs between which captions of pictures may stand, where it is counted how many are meant. */
const PARAGRAPHS_TO_COUNTED = 3

/** 该院, 上述三家医院, 与其, 由后者 */
const REFERENCES = ['that', 'those', 'it', 'latter']

const COUNTS = '两二三四五六七八九十'
const COUNT = new RegExp(`[${COUNTS}2-9]`, 'u')

/** How many bodies a wording says, if it says: 该三家医院. */
function countIn(word: string): number | undefined {
  const numeral = COUNT.exec(word)?.[0]
  if (numeral === undefined) return undefined
  return COUNTS.includes(numeral) ? Math.max(2, COUNTS.indexOf(numeral) + 1) : Number(numeral)
}

/** What a wording may mean, by its head: 该校 is a university, 该公司 a company, everything else a hospital. */
function isMeant(word: string, { label, attrs }: SentenceMention): boolean {
  if (word.includes('校')) return attrs['kind'] === 'university'
  if (word.includes('公司') || word.includes('企业')) return attrs['kind'] === 'company'
  return label === 'Hospital' && (!word.includes('卫生院') || attrs['kind'] === 'primary')
}

/** What tells who is meant: entities that are not, the word itself where the match has none, whether one of the home acts. */
interface Hint {
  readonly others: readonly string[]
  readonly reference?: Tokens[number]
  readonly acts?: boolean
}

/**
 * The entities that the first reference of a match means: the one body of its kind that the nearest sentence names, or as many
 * as it counts, without `others`; of several, where it acts, the subject of that sentence, else the one of the home. Empty where
 * that is not sure.
 */
export function antecedentsOf(
  reading: Reading,
  { sentence, tokens, match }: Pick<RuleMatch, 'sentence' | 'tokens' | 'match'>,
  hint: Hint,
): string[] {
  const { others, acts = false } = hint
  const reference =
    hint.reference ?? match.words.map((index) => tokens[index]).find((token) => token?.classes.some((name) => REFERENCES.includes(name)))
  if (reference === undefined) return []
  const word = sentence.text.slice(reference.from, reference.to)
  const introduced = reference.classes.includes('that') && word.includes('院') ? introducedHere(reading, sentence.index) : undefined
  if (introduced !== undefined && !others.includes(introduced.entity)) return [introduced.entity]
  const count = reference.classes.some((name) => name !== 'those' && REFERENCES.includes(name)) ? 1 : countIn(word)
  const paragraphs = count !== undefined && count > 2 ? PARAGRAPHS_TO_COUNTED : PARAGRAPHS_BACK
  let last = Math.max(0, sentence.index - SENTENCES_BACK)
  for (let index = sentence.index; index >= last; index--) {
    const other = reading.sentences[index]
    if (other === undefined || sentence.paragraph - other.paragraph > paragraphs) break
    const named = (reading.mentions[index] ?? []).filter(
      (mention) => isMeant(word, mention) && !others.includes(mention.entity) && (index < sentence.index || mention.to <= reference.from),
    )
    const entities = [...new Set(named.map((mention) => mention.entity))]
    if (entities.length === 0) continue
    // 甲。乙与该院签约。该院加入…: where the word has meant another before, it means the same again.
    const saidBefore = index < sentence.index ? other.text : other.text.slice(0, reference.from)
    if (saidBefore.includes(word) && !entities.some((entity) => isLocal(entity, reading))) {
      if (index < sentence.index) last = Math.max(0, last - 1)
      continue
    }
    const isOneOfSome = acts && reference.classes.includes('that') && entities.length > 1
    const own = isOneOfSome ? entities.filter((entity) => isLocal(entity, reading)) : []
    // 江南省肿瘤医院与县人民医院签约。该院还与…: what the sentence before has as its subject.
    const hasSubject = isOneOfSome && own.length < 2 && index < sentence.index
    const subject = hasSubject ? hospitalBeforeWith(tokensOf(reading, index))?.entity : undefined
    if (subject !== undefined && entities.includes(subject)) return [subject]
    if (own.length === 1) return own
    if (count === undefined) return entities.length > 1 ? entities : []
    if (entities.length === count) return entities
    // 走访甲、乙、丙三家卫生院。在乙…。与上述3家卫生院签约: where one of those counted is named again, the list stands before.
    if (count <= 2 || entities.length > 1) return []
  }
  return []
}

/** 该院与甲签约，与乙结对: whom the sentence means from its beginning, where no hospital has come in as subject since. */
export function antecedentBefore(reading: Reading, found: RuleMatch): string[] {
  const before = found.tokens.slice(0, found.match.first)
  const at = before.findIndex(({ classes }) => classes.includes('that'))
  const opens = at === 0 || (at > 0 && before.slice(0, at).every(({ things }) => things.length === 0))
  const reference = before[at]
  if (reference === undefined) return []
  const sender = senderBefore(found.tokens, at)
  if (sender !== undefined) return [sender.entity]
  if (!opens) return []
  const others = before.slice(at).flatMap(({ things }) => things.map(({ entity }) => entity))
  return antecedentsOf(reading, found, { others, reference, acts: true })
}
