/** What somebody advises or thinks of, and nobody has agreed: 您建议，由甲托管乙; 请甲托管乙的想法. */
import type { Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'

/** 的建议很好, but not 的建议得到采纳, 的设想变成现实. */
const THOUGHT_OF =
  /^[^，。；]{0,8}的(?:想法|设想|构想|建议|提议|提案|动议|诉求|请求|愿望|念头|议案|来信|信件|留言)(?!下|[^，。；]{0,8}(?:采纳|落实|实施|实现|变成|成为|成真|通过|批准|启动))/u

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

/** 该院愿与乙合作, 有意同乙共建. 自愿与乙结对 was done. */
const WILLING = /(?:(?<!自)愿意?|有意愿?)$/u

/** Whether those of a match only say that they would: the word right before whom it is with. */
export function isOffered(tokens: readonly Token<SentenceMention>[], words: readonly number[], text: string): boolean {
  const joint = words.map((word) => tokens[word]).find((token) => token?.classes.includes('with'))
  return joint !== undefined && WILLING.test(text.slice(Math.max(0, joint.from - 4), joint.from))
}

/** 有代表建议由甲托管乙: how advice begins that others gave. 根据代表建议由甲托管乙 was followed. */
const ADVICE = /(?:建议|提议|呼吁|提出)(?:引[进入]|由|将|把|请|让|与|对|在|尽快|应)?$/u
const GIVEN = /建议|提议|提出|呼吁|诉求|[所您]提/u
const FOLLOWED = /(?:根据|按照|采纳|落实|结合|吸收|针对|办理)[^，。；]{0,12}$/u
const NOT_TAKEN =
  /^[^。；]{0,80}(?:(?:暂不|不予|未予|未被|没有|未)采纳|(?:暂不|不予)考虑|(?:[尚还]|暂)?不具备[^，。；]{0,10}条件|条件(?:[尚还]|暂)?不(?:成熟|具备)|暂不(?:具备|宜|实施|推进)|暂无[^，。；]{0,12}(?:计划|安排|打算))/u
const ADVICE_LENGTH = 5
const FOLLOWED_LENGTH = 16

/** Whether what begins at `from` is advice of others that nobody took: 有委员建议由甲托管乙，暂不采纳. */
export function isDeclined(text: string, from: number): boolean {
  const rest = text.slice(from)
  if (NOT_TAKEN.test(rest) && GIVEN.test(text.slice(0, from))) return true
  const before = ADVICE.exec(text.slice(Math.max(0, from - ADVICE_LENGTH), from))
  if (before === null) return false
  return !FOLLOWED.test(text.slice(Math.max(0, from - FOLLOWED_LENGTH), from - before[0].length))
}
