/** What somebody advises or thinks of, and nobody has agreed: 您建议，由甲托管乙; 请甲托管乙的想法. */
import type { Token } from '../grammar/pattern.ts'
import type { SentenceMention } from '../reading.ts'

const THOUGHT_OF = /^[^，。；]{0,8}的(?:想法|设想|构想|建议|提议|提案|动议|诉求|请求|愿望|念头)(?=[，。；、]|$)/u

/** Whether what stands behind a match makes a thought of it. */
export function isThoughtOf(rest: string): boolean {
  return THOUGHT_OF.test(rest)
}

/** How the content of advice begins. */
const CONTENT = /^[由将把请让对与同和应可]/u

/** Whether the clause before the one from `first` on only advises what this one tells. */
export function isAdvised(tokens: readonly Token<SentenceMention>[], first: number, text: string): boolean {
  const verb = tokens[first - 2]
  if (tokens[first - 1]?.classes.includes('comma') !== true || verb?.classes.includes('wish') !== true) return false
  // 按照省里的建议，由甲托管乙: it was done.
  return text.charAt(verb.from - 1) !== '的' && CONTENT.test(text.slice(tokens[first]?.from))
}
