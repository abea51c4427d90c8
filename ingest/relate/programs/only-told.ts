/** Sentences that only speak of a program: praise, orders of higher places, topics of talks. By them nobody takes part in it. */
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { BareSpan } from './bare-text.ts'
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

/** Whether nobody takes part in a program by what its clause says of it. */
export function isOnlyTold(reading: Reading, telling: Telling): boolean {
  const { sentence, clause, marked } = telling
  const before = sentence.text.slice(clause.from, marked.from)
  const after = sentence.text.slice(marked.to, Math.min(clause.to, marked.to + LONGEST_AFTER))
  const name = sentence.text.slice(marked.from, marked.to)
  const near = sentence.text.slice(Math.max(0, clause.from - LONGEST_NEAR), clause.from)
  return wordingRules(reading.lexicon, 'program-told').some((rule) => holds(rule, reading, { ...telling, near, before, name, after }))
}

function holds(
  rule: WordingRule,
  reading: Reading,
  told: Telling & Readonly<Record<'near' | 'before' | 'name' | 'after', string>>,
): boolean {
  if (rule.notGrades === true && told.isGrade) return false
  if (rule.after !== undefined && !rule.after.test(told.after)) return false
  if (rule.name !== undefined && !rule.name.test(told.name)) return false
  if (rule.near !== undefined && !rule.near.test(told.near)) return false
  if (rule.before === undefined) return true
  const match = rule.before.exec(told.before)
  if (match === null) return false
  return rule.unlessNamed !== true || !isNamedBetween(reading, told, told.clause.from + match.index)
}

/** 签约是推进健康中国建设的重要举措 is said in praise of something else; 是我县推进…的举措 tells who takes part. */
function isNamedBetween(reading: Reading, { sentence, marked }: Telling, from: number): boolean {
  return (reading.mentions[sentence.index] ?? NONE).some((mention) => mention.from >= from && mention.to <= marked.from)
}
