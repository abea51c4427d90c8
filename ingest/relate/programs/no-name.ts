/** What stands before 工程, 项目, 建设 and 活动 and makes no proper name: a count, a pointer, a row of events, a slogan, a sentence. */
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { wordingRules } from './wording-rules.ts'

/** Words before a head: as the clause has them, and without what is no part of a name. */
export interface Wording {
  readonly whole: string
  readonly body: string
  readonly head: string
}

/** Whether words before a head name nothing, however many matters of health they hold. */
export function namesNothing(lexicon: Lexicon, wording: Wording): boolean {
  for (const { whole, body, head } of wordingRules(lexicon, 'program-nameless'))
    if (head?.test(wording.head) !== false && body?.test(wording.body) !== false && whole?.test(wording.whole) !== false) return true
  return false
}
