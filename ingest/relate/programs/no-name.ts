/** What stands before 工程, 项目, 建设 and 活动 and makes no proper name: a count, a pointer, a row of events, a slogan, a sentence. */
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { remember } from '../../recognise/naming/remember.ts'
import { wordingRules, type WordingRule } from './wording-rules.ts'

/** Words before a head: as the clause has them, and without what is no part of a name. */
export interface Wording {
  readonly whole: string
  readonly body: string
  readonly head: string
  /** The text up to the name. */
  readonly before: string
  /** Whether quotation marks set it off. */
  readonly isMarked: boolean
}

/** Whether words before a head name nothing, however many matters of health they hold. */
export function namesNothing(lexicon: Lexicon, { whole, body, head, before, isMarked }: Wording): boolean {
  for (const rule of rulesFor(lexicon)[isMarked ? 'marked' : 'unmarked'](head))
    if (rule.body?.test(body) !== false && rule.whole?.test(whole) !== false && rule.before?.test(before) !== false) return true
  return false
}

type RulesByHead = (head: string) => readonly WordingRule[]

const byLexicon = new WeakMap<Lexicon, { readonly marked: RulesByHead; readonly unmarked: RulesByHead }>()

/** Which rules may hold for a head: there are few heads, and each is asked about for many names. */
function rulesFor(lexicon: Lexicon): { readonly marked: RulesByHead; readonly unmarked: RulesByHead } {
  let rules = byLexicon.get(lexicon)
  if (rules === undefined) {
    const all = wordingRules(lexicon, 'program-nameless')
    const of = (some: readonly WordingRule[]): RulesByHead => remember((head) => some.filter((rule) => rule.head?.test(head) !== false))
    const marked = all.filter(({ marks }) => marks !== undefined)
    const unmarked = all.filter(({ marks }) => marks !== 'needed')
    byLexicon.set(lexicon, (rules = { marked: of(marked), unmarked: of(unmarked) }))
  }
  return rules
}
