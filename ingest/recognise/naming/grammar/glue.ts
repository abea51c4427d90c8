/** Ends of verbs and prepositions that the segmenter joins to an unknown name behind them: 办|好区, 院长|对华|蜀. */
import type { Line } from '../context.ts'

/** Verbs of one character, and what stands at the end of longer ones: 办好|区, 交|区, 趁|区. */
const VERB_END =
  /(?<!友)[好了着过完到给向与和同跟由把被将从在对为因借趁凭按照归交送转入进出至往赴离属并又再还也都均即便就经受让使令请托派帮扶助管建办用抓学去起比如依靠当以于大强挂补设扩撤搬投捐找邀聘引牵保拨升创争惠兴护访走回住促救缺]$/u

/** 管好区|中医院, 趁区|妇幼保健院: a level word that the segmenter joined to a verb before it. */
export function isGlued(line: Line, from: number, at: number): boolean {
  // 乙镇卫生院属|区中医医院: of no area that belongs to it.
  if (/[院心站所]属$/u.test(line.text.slice(Math.max(0, from - 2), from))) return true
  if (at - from > 1 || !VERB_END.test(line.text.slice(Math.max(0, from - 2), from))) return false
  const word = line.wordBefore(at)
  return word !== undefined && word.to === at && word.from >= from - 2 && (word.tag === 'x' || word.word.startsWith('好'))
}

/** 7月|起交|总医院: the end of a date, and the verb behind it. */
const AFTER_DATE = /^[起后底初末内][交由归]?/u
/** 院长|对华|蜀医院, 被德|康医院: a preposition that the dictionary joins to the unknown name behind it. */
const GLUED = /^[对被把给随由](?=[〇㐀-鿿]{2})/u

/** 成员单位|为任圩|镇卫生院, 分别|为惠民|医院: the word between those that are listed and the first of them. */
const NAMELY = /^[为是有](?=[〇㐀-鿿]{2})/u
const LISTS = /(?:单位|成员|分院|机构|分别|依次)$/u

/** Characters at the head of a brand that are no part of it, but the end of what stands before. */
export function glueBefore(text: string, from: number, at: number): number {
  const brand = text.slice(from, at)
  if (NAMELY.test(brand) && LISTS.test(text.slice(Math.max(0, from - 2), from))) return 1
  const glued = GLUED.exec(brand) ?? (/[年月日]/u.test(text.charAt(from - 1)) ? AFTER_DATE.exec(brand) : null)
  return glued?.[0].length ?? 0
}
