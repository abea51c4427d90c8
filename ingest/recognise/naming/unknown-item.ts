/** A place in a list before the head of township bodies that no table has: 芷兰 in 芷兰、丹阳社区卫生服务中心. */
import type { Line, NamingContext } from './context.ts'
import { brandBefore } from './grammar/brand.ts'
import { generics, plainWords, stopWords, SURNAME } from './words.ts'

const SUFFIX = /(?:社区|街道|镇|乡|管理区|风景区|办事处|农场|林场)$/u
/** What ends the name of a body or of people and none of a place. */
const NO_PLACE = /[院心站所局校会司队部科室处员生者们等]$/u
/** Words that are no common nouns and no verbs. */
const PROPER = /^(?:x|nr|nrt|nrfg|ns|nz|nt|s|f|j|zg|i|l)$/u
const MARK = /[、，；：。（“\s]/u
const LONGEST = 7
/** 、东山峰|管理区: all that stands between a mark and a suffix. */
const WHOLE = /(?<=[、，；：。])(?![各全每某本我该两三其]|包括|以及)(?:(?![和及与、的有括辖])[〇㐀-鿿]){2,4}$/u

/** 、麻|镇: of one letter. */
const ONE_LETTER =
  /(?<=[、，；：。有为是括含辖将把]|^|[院镇乡道][和及与])(?![城乡村集小重古老家下山侨异场街各全每某本我该两三其多新等和及与的有为是])[〇㐀-鿿]$/u
/** 、|奋斗 */
const ITEM = /(?<=[、，；：。（“])[〇㐀-鿿]{2,4}$/u

interface Item {
  readonly from: number
  readonly name: string
}

/** The item that ends at `at`, told by its suffix or by words that name nothing else. */
export function unknownItem(context: NamingContext, line: Line, at: number): Item | undefined {
  const { text } = line
  const suffix = SUFFIX.exec(text.slice(Math.max(0, at - 4), at))?.[0] ?? ''
  if (suffix === '办事处' ? false : NO_PLACE.test(text.slice(Math.max(0, at - 1), at))) return undefined
  const whole = suffix === '' ? undefined : WHOLE.exec(text.slice(Math.max(0, at - LONGEST - suffix.length), at - suffix.length))?.[0]
  if (whole !== undefined) return { from: at - suffix.length - whole.length, name: whole + suffix }
  const letter = /[镇乡]/u.test(suffix) ? ONE_LETTER.exec(text.slice(Math.max(0, at - 3), at - 1))?.[0] : undefined
  if (letter !== undefined) return { from: at - 2, name: letter + suffix }
  const street = suffix === '' ? ownStreet(context, text, at) : undefined
  if (street !== undefined) return street
  const brand = brandBefore(line, at - suffix.length, Math.max(0, at - LONGEST - suffix.length))
  if (brand === undefined || !opensAt(line, brand.from)) return undefined
  const { found } = brand
  if (generics.has(found) || plainWords.has(found) || stopWords.has(found)) return undefined
  const isTownship = context.lexicon.divisions.named(found).some(({ level }) => level === 'township')
  const isProper = line.wordsOver(brand.from, at - suffix.length).every(({ word, tag }) => word.length < 2 || PROPER.test(tag))
  // 王芳、李娜: people stand in lists as well.
  const isPerson = suffix === '' && found.length < 4 && SURNAME.test(found.charAt(0))
  return isTownship || (isProper && !isPerson) ? { from: brand.from, name: text.slice(brand.from, at) } : undefined
}

/** 奋斗 of 奋斗路街道, 保健 of 保健路街道: a common word between the marks of a list, after which a street of the home is called. */
function ownStreet({ lexicon, home }: NamingContext, text: string, at: number): Item | undefined {
  const code = home.at(-1)?.adcode
  const name = ITEM.exec(text.slice(Math.max(0, at - LONGEST), at))?.[0]
  if (name === undefined || code === undefined || home.at(-1)?.level !== 'county') return undefined
  const isOne = ['路街道', '大街街道', '街街道'].some((end) => lexicon.divisions.named(name + end).some((one) => one.parent === code))
  return isOne ? { from: at - name.length, name } : undefined
}

/** Whether what ends at `at` is an item of a list that names no body. */
export function isListedWord(text: string, at: number): boolean {
  return !NO_PLACE.test(text.slice(Math.max(0, at - 1), at))
}

/** Whether a list may begin here: at a mark, or behind a verb or a joining word. */
function opensAt(line: Line, from: number): boolean {
  if (from === 0 || MARK.test(line.text.charAt(from - 1)) || /[和及与在对由到于]/u.test(line.text.charAt(from - 1))) return true
  const before = line.wordBefore(from)
  return before !== undefined && before.to === from && (stopWords.has(before.word) || /^[vpc]/u.test(before.tag))
}
