/** Zones that no table has at the head of a name: 东疆综保区|医院, 中新生态城|创新岛医院, 长兴岛经济技术开发区|中心医院. */
import { isHan, type Line } from '../context.ts'
import { generics, plainWords, stopWords } from '../words.ts'
import type { Left } from './left.ts'

/** What a zone is called, behind a name of its own. */
const ZONE =
  '(?:经济技术开发区|经济开发区|高新技术产业开发区|高新技术开发区|综合保税区|保税港区|保税区|综保区|合作区|生态城|生态园|科学城|科技城|知识城|大学城|核心区|集聚区|先行区|新片区|片区|商务区|度假区|工业园区|工业园|产业园区|产业园|经开区|高新区|开发区|新城|组团)'
const AT_END = new RegExp(`${ZONE}$`, 'u')
/** 中新生态城|创新岛医院: a zone, and the name of a place in it. */
const BEFORE_BRAND = new RegExp(`${ZONE}(?=(?:(?![与和及在的由对])[〇㐀-鿿]){2,4}$)`, 'u')
/** The last unit of every zone's word. */
const MAY_END = /[区城园团]/u
/** 新建|中新生态城, 分别是|中新生态城: what stands before the two characters of a name that the dictionary lacks. */
const BEFORE_NAME = /(?:[、，；：。（“是由在和与及为于]|新建|迁建|建设|包括|推进|实施|规划|启动|加快|托管)$/u
const NO_NAME = /^(?:全|各|我|本|该|省|市|区|县|旗|州|国家|两|三|多|个|若干|某)|[省市县州的了等个各与和及在由]$/u

/** Where a zone's own name begins before its word. */
function nameBefore(line: Line, at: number, floor: number): number | undefined {
  const word = line.wordBefore(at)
  const isWord =
    word !== undefined &&
    word.to === at &&
    word.from >= floor &&
    word.word.length >= 2 &&
    word.word.length <= 4 &&
    /^(?:n|x|j|a|b|s|z)/u.test(word.tag)
  const from = isWord ? word.from : at - 2
  const name = line.text.slice(from, at)
  if (from < floor || !/^[〇㐀-鿿]+$/u.test(name) || NO_NAME.test(name)) return undefined
  if (stopWords.has(name) || generics.has(name) || plainWords.has(name)) return undefined
  const before = line.text.slice(0, from)
  return isWord || from === floor || !isHan(line.text, from - 1) || BEFORE_NAME.test(before) ? from : undefined
}

/** A zone, and what it adds to its name before the head of a hospital at `at`. */
export function zoneBrandBefore(line: Line, at: number, floor: number): Left<string> | undefined {
  const start = Math.max(floor, at - 20)
  const said = line.text.slice(start, at)
  if (!MAY_END.test(said)) return undefined
  const match = AT_END.exec(said) ?? BEFORE_BRAND.exec(said)
  if (match === null) return undefined
  const rest = said.slice(match.index + match[0].length)
  if (rest !== '' && (stopWords.has(rest) || generics.has(rest) || plainWords.has(rest))) return undefined
  const from = nameBefore(line, start + match.index, floor)
  return from === undefined ? undefined : { from, found: line.text.slice(from, at) }
}

/** Words at the head of an item of a list that begin no name. */
const NO_ITEM = /^[与和及在到来去对向将把被为各该本此某等其全多几数两未不无有是经由从以按]|[、的了等]|[与和及级类型性式]$/u

/** 甲医院、永久|医院: nothing but a name stands between two marks behind the name of a hospital, whatever its words mean elsewhere. */
export function itemOfList(text: string, { from, at, to }: { from: number; at: number; to: number }): Left<string> | undefined {
  const item = text.slice(from, at)
  const isItem = item.length >= 2 && item.length <= 4 && text.charAt(from - 1) === '、' && /[院心]/u.test(text.charAt(from - 2))
  if (!isItem || !/^(?:$|[、，。；）等和及与均都\d]|分别|先后|共同|联合)/u.test(text.slice(to, to + 2)) || !/^[〇㐀-鿿]+$/u.test(item))
    return undefined
  // 、民生社区卫生服务中心: a quarter may be called by any word.
  const isPlain = plainWords.has(item) && !text.startsWith('社区', at)
  if (NO_ITEM.test(item) || stopWords.has(item) || generics.has(item) || isPlain) return undefined
  return { from, found: item }
}
