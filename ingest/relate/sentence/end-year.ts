/** Until when an agreement runs, as the text tells it: 为期五年, 五年期, 至2028年. */
import { numberOf } from './dates.ts'

const TERM =
  /(?:为期|合作期限?为?|合作期|协议期限?为?|期限为?|有效期为?|周期为?|协议期|托管期限?为?|帮扶期限?为?|一期|服务期|一签(?:就是)?)[：约]?(?<n>\d{1,2}|[一二两三四五六七八九十]{1,3})年/u
/** 签下五年期的托管协议, 五年帮扶协议: the term stands before what it is of. */
const TERM_OF =
  /(?<![\d年月第])(?<n>\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:期的?(?![间末满初中])|的?(?=(?:对口|结对|战略|全面)?(?:帮扶|支援|合作|托管|共建|协作)(?:框架)?(?:协议|合同)))/u
const UNTIL = /(?:到|至|截至|期至)(?<y>(?:19|20)\d{2})(?:年|[-./]\d)/u

/** Last year of an agreement: 为期五年 counted from its first year; 至2028年 as told. Undefined where neither is told. */
export function findEndYear(text: string, startYear: number | undefined): number | undefined {
  const until = UNTIL.exec(text)?.groups?.['y']
  if (until !== undefined) return Number(until)
  const period = /(?<![\d*])(?:19|20)\d{2}(?:年)?(?:-|—{1,2}|–|~|～|至)(?<y>(?:19|20)\d{2})年?/u.exec(text)?.groups?.['y']
  if (period !== undefined) return Number(period)
  const term = numberOf((TERM.exec(text) ?? TERM_OF.exec(text))?.groups?.['n'])
  return term === undefined || startYear === undefined ? undefined : startYear + term
}
