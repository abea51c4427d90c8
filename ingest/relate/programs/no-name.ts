/** What stands before 工程, 项目, 建设 and 活动 and makes no proper name: a count, a pointer, a row of events, a slogan, a sentence. */
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { wordingRules } from './wording-rules.ts'

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
export function namesNothing(lexicon: Lexicon, wording: Wording): boolean {
  for (const { whole, body, head, before, marks } of wordingRules(lexicon, 'program-nameless'))
    if (
      (wording.isMarked ? marks !== undefined : marks !== 'needed') &&
      head?.test(wording.head) !== false &&
      body?.test(wording.body) !== false &&
      whole?.test(wording.whole) !== false &&
      before?.test(wording.before) !== false
    )
      return true
  return false
}
