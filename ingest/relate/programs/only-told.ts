/** Sentences that only speak of a program: praise, orders of higher places, topics of talks. By them nobody takes part in it. */
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { BareSpan } from './bare-text.ts'
import { requiredText } from '../../grammar/required-text.ts'
import { Trie } from '../../grammar/trie.ts'
import { wordingRules, type WordingRule } from './wording-rules.ts'

/** A name in its clause, spans in `Sentence.text`. */
export interface Telling {
  readonly sentence: Sentence
  readonly clause: BareSpan
  readonly marked: BareSpan
  /** A grade is striven for by what is done after it, too. */
  readonly isGrade: boolean
}

const NONE: readonly never[] = []
const LONGEST_AFTER = 48
const LONGEST_NEAR = 80

/** The words around a name, and the name. */
interface Words {
  readonly near: string
  readonly before: string
  readonly name: string
  readonly after: string
}

/** Whether nobody takes part in a program by what its clause says of it. */
export function isOnlyTold(reading: Reading, telling: Telling): boolean {
  const { clause, marked } = telling
  const { text } = telling.sentence
  const words: Words = {
    near: text.slice(Math.max(0, clause.from - LONGEST_NEAR), clause.from),
    before: text.slice(clause.from, marked.from),
    name: text.slice(marked.from, marked.to),
    after: text.slice(marked.to, Math.min(clause.to, marked.to + LONGEST_AFTER)),
  }
  const told = { telling, words }
  const { sure, bySign } = signedRules(wordingRules(reading.lexicon, 'program-told'))
  const tried = new Set(sure)
  bySign.visit(words.near + words.before + words.name + words.after, (signed) => {
    for (const rule of signed) tried.add(rule)
  })
  for (const rule of tried) if (holds(rule, reading, told)) return true
  return false
}

/** Rules by words of which one stands wherever they hold: most sentences have those of none. */
interface SignedRules {
  /** Those that no word is sure of. */
  readonly sure: readonly WordingRule[]
  readonly bySign: Trie<WordingRule[]>
}

const signed = new WeakMap<readonly WordingRule[], SignedRules>()

function signedRules(rules: readonly WordingRule[]): SignedRules {
  let known = signed.get(rules)
  if (known === undefined) {
    const bySign = new Trie<WordingRule[]>()
    const sure: WordingRule[] = []
    for (const rule of rules) {
      const signs = signsOf(rule)
      if (signs === undefined) sure.push(rule)
      for (const sign of signs ?? NONE) bySign.set(sign, [...(bySign.get(sign) ?? NONE), rule])
    }
    signed.set(rules, (known = { sure, bySign }))
  }
  return known
}

/** The longest words that a rule cannot hold without. */
function signsOf({ near, before, name, after }: WordingRule): readonly string[] | undefined {
  const shortest = (words: readonly string[]): number => Math.min(...words.map((word) => word.length))
  return [after, before, name, near]
    .map((pattern) => (pattern === undefined ? undefined : requiredText(pattern.source)))
    .filter((words) => words !== undefined)
    .toSorted((a, b) => shortest(b) - shortest(a))[0]
}

function holds(rule: WordingRule, reading: Reading, { telling, words }: { telling: Telling; words: Words }): boolean {
  if (rule.notGrades && telling.isGrade) return false
  if (rule.after?.test(words.after) === false || rule.name?.test(words.name) === false || rule.near?.test(words.near) === false)
    return false
  if (rule.before === undefined) return true
  if (!rule.unlessNamed) return rule.before.test(words.before)
  const match = rule.before.exec(words.before)
  return match !== null && !isNamedBetween(reading, telling, telling.clause.from + match.index)
}

/** 签约是推进健康中国建设的重要举措 is said in praise of something else; 是我县推进…的举措 tells who takes part. */
function isNamedBetween(reading: Reading, { sentence, marked }: Telling, from: number): boolean {
  return (reading.mentions[sentence.index] ?? NONE).some((mention) => mention.from >= from && mention.to <= marked.from)
}
