/** Runs relation rules over a reading, sentence by sentence; keeps the tokens so that topics can look back. */
import { matchPattern, type Match, type Token } from '../grammar/pattern.ts'
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

/** Matches of the rules in a sentence, in order of the rules; a word that carried one match carries no second. */
export function* matchesIn(reading: Reading, rules: readonly RelationRule[], index: number): Generator<RuleMatch> {
  const sentence = reading.sentences[index]
  if (sentence === undefined) return
  const tokens = tokensOf(reading, index)
  const used = new Set<number>()
  const options = { labelOf: (mention: SentenceMention) => mention.label, steps: reading.steps }
  for (const rule of rules) {
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

/** The division or document part of an entity id: `330213`, `@1a2b…`. */
export function anchorOf(entity: string): string {
  return entity.split('/')[1] ?? ''
}

/**
 * The party that a name stands for: a bureau or government of a place signs for its district (ontology.md, ruling 4);
 * everything else stands for itself.
 */
export function partyOf(mention: SentenceMention, reading: Reading): string {
  if (mention.label !== 'Institution' || mention.attrs['kind'] !== 'government') return mention.entity
  const anchor = anchorOf(mention.entity)
  const known = reading.mentions.some((list) => list.some((other) => other.entity === `district/${anchor}`))
  if (known || reading.document.home.some((place) => place.id === `district/${anchor}`)) return `district/${anchor}`
  return reading.document.home.at(-1)?.masked === true && anchor.startsWith('@')
    ? (reading.document.home.at(-1)?.id ?? mention.entity)
    : mention.entity
}

/** Whether an entity belongs to the home of the document: its own code or one below it. */
export function isLocal(entity: string, reading: Reading): boolean {
  const home = reading.document.home.at(-1)
  if (home === undefined) return false
  if (entity === home.id || entity === reading.document.speaker) return true
  const anchor = anchorOf(entity)
  if (home.adcode === undefined) return anchor.startsWith('@') || anchor === home.id.slice('district/'.length)
  return anchor.startsWith(home.adcode.replace(/(00)+$/, ''))
}
