/** Names through which the segmenter cut: 市丁桥|医院, 东榆|镇南磷|卫生院, 中|和|街道. */
import { isHan, type Line, type NamingContext, type Prefix } from '../context.ts'
import { stopWords } from '../words.ts'
import { brandBefore, withLostHead } from './brand.ts'
import { levelBefore, placeBefore, type Left } from './left.ts'
import { divisionTrie } from '../place-index.ts'

/** A prefix that begins at `from`, and the words of the name itself from `at` on. */
export interface CutName {
  readonly from: number
  readonly at: number
  readonly prefix: Prefix
}

/** 市丁桥|医院, 省丁|桥湖|医院: an unknown name that was cut together with the level word before it. */
export function levelWithin(context: NamingContext, line: Line, { from, found }: Left<string>, floor: number): CutName | undefined {
  const before = line.wordBefore(from)
  const at = /^[省市县区][〇㐀-鿿]{2}/u.test(found)
    ? from + 1
    : before?.tag === 'x' && before.from >= floor && /^[省市县区][〇㐀-鿿]$/u.test(before.word)
      ? from - 1
      : undefined
  const level = at === undefined ? undefined : levelBefore(context, line, at, floor)
  return at === undefined || level?.found.place === undefined ? undefined : { from: level.from, at, prefix: level.found }
}

/** 和|市海|都|医院: a short unknown name whose first half was cut together with the level word before it. */
export function levelCutOff(context: NamingContext, line: Line, at: number, floor: number): CutName | undefined {
  const half = line.wordBefore(at)
  const word = half?.to === at && half.word.length === 1 ? line.wordBefore(half.from) : undefined
  if (word === undefined || word.tag !== 'x' || word.from < floor || !/^[省市县区][〇㐀-鿿]$/u.test(word.word)) return undefined
  const level = levelBefore(context, line, word.from + 1, floor)
  return level?.found.place === undefined ? undefined : { from: level.from, at: word.from + 1, prefix: level.found }
}

/** 东榆镇|南磷社区卫生服务中心, where the words are cut 东榆|镇南磷: a full place name that ends inside the brand. */
export function placeWithin(context: NamingContext, line: Line, { from, found }: Left<string>, floor: number): CutName | undefined {
  for (let at = from + 1; at <= from + found.length - 2; at++) {
    const place = placeBefore(context, line, at, floor)
    if (place?.found.isFull === true && place.from < from) return { from: place.from, at, prefix: place.found }
  }
  return undefined
}

/** 下沙洲医院: which side of a place begins a name. */
const SIDE = /[上下中内外前后]/u

/** 待|大余中医医院, 县医院|牵手|镇安中心医院: the length of a verb or preposition at the head of a name that is a place without it; 0 where none is. */
export function verbWithin({ lexicon }: NamingContext, text: string, { from, to }: { from: number; to: number }): number {
  const places = divisionTrie(lexicon)
  if (SIDE.test(text.charAt(from)) || places.between(text, from, to) !== undefined) return 0
  // 、日|哈镇卫生院: behind 、 nothing but a name begins with one character.
  const least = text.charAt(from - 1) === '、' ? 2 : 1
  for (let length = 2; length >= least; length--)
    if (stopWords.has(text.slice(from, from + length)) && places.between(text, from + length, to) !== undefined) return length
  return 0
}

/** 、常州道街, 云溪区南京路街道, 云溪区八一街道: a street that is called after another place, or by numerals. */
const STREET = /(?<=^|[、，；。：（区县市])(?:[〇㐀-鿿]{2,3}[路道]|[一二三四五六七八九十]{2})街道?$/u
const TWICE = /([〇㐀-鿿]{2,3})(?:街道|镇|乡)\1$/u

/** A township that the table lacks, before `at`: its suffix is certain, its name is read as a brand. */
export function townshipBefore(line: Line, at: number, floor: number): Left<string> | undefined {
  const { text } = line
  // 南磷镇南磷|卫生院: a township told twice is told surely.
  const twice = TWICE.exec(text.slice(Math.max(floor, at - 8), at))?.[0]
  if (twice !== undefined) return { from: at - twice.length, found: twice }
  const street = STREET.exec(text.slice(Math.max(0, at - 7), at))?.[0]
  if (street !== undefined && at - street.length >= floor) return { from: at - street.length, found: street }
  const suffix = /(?:街道|(?<!镇|乡)街|(?<!乡)镇|乡|苏木)$/u.exec(text.slice(floor, at))?.[0]
  const brand = suffix === undefined ? undefined : brandBefore(line, at - suffix.length, floor)
  if (brand !== undefined && suffix !== undefined) return withLostHead(line, { from: brand.from, found: brand.found + suffix }, floor)
  // 中|和|街道: two characters that are words of their own elsewhere.
  const from = at - (suffix?.length ?? 0) - 2
  const isCut = suffix === '街道' || (suffix === '街' && !stopWords.has(text.charAt(from)))
  const isPair = isCut && from >= floor && line.isBoundary(from) && line.isBoundary(from + 1) && isHan(text, from)
  return isPair ? { from, found: text.slice(from, at) } : undefined
}

/** What an unknown item of a list of bodies is made of: a proper name, and the kind of place that bears it. */
const ZONE_OF_LIST = /^[〇㐀-鿿]{2,4}(?:管理区|风景区|矿区|垦区|办事处)$/u

/** 甲镇卫生院、石门山管理区卫生院、乙乡卫生院: a place without a code, alone between two marks. */
export function zoneInList(text: string, { from, at, to }: { from: number; at: number; to: number }): string | undefined {
  if (text.charAt(from - 1) !== '、' || !/[、等和及]/u.test(text.charAt(to))) return undefined
  const name = text.slice(from, at)
  return ZONE_OF_LIST.test(name) ? name : undefined
}
