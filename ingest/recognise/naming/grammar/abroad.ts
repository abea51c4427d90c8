/** Names that begin with a country: 美国休斯顿卫理公会医院; and companies that run hospitals from beyond the border. */
import { Trie } from '../../../grammar/trie.ts'
import type { Line } from '../context.ts'
import { generics, stopWords } from '../words.ts'

const BORDERS = '香港|澳门|台湾'
const COUNTRIES =
  '美国|英国|德国|法国|日本|韩国|新加坡|澳大利亚|澳洲|加拿大|俄罗斯|意大利|瑞士|瑞典|荷兰|比利时|奥地利|以色列|泰国|马来西亚|西班牙|葡萄牙|丹麦|芬兰|挪威|新西兰|印度|古巴|巴西|老挝|柬埔寨|缅甸|越南|蒙古国|哈萨克斯坦'
/** The last one that stands there. */
const COUNTRY = new RegExp(`.*(?<led>${COUNTRIES})(?=[〇㐀-鿿]{2,12}$)`, 'u')
const BORDER = new RegExp(`.*(?<led>${BORDERS})(?=[〇㐀-鿿]{2,10}$)`, 'u')
/** All of them. */
const leaders = new Trie<true>()
for (const name of `${COUNTRIES}|${BORDERS}`.split('|')) leaders.set(name, true)
const LONGEST = 16
/** What parts the country from the head: 美国专家到市医院. */
const PASSAGE = /[到来赴在与和向为及的由对从]|专家|教授|团队|代表|医疗队|学者|博士/u
const NO_NAME = /^(?:v$|vg|[pcurdmyoq])/u

/** Where a name begins that a country leads and a head ends, or undefined. */
export function abroadBefore(line: Line, head: { from: number; to: number }, floor: number): number | undefined {
  return ledBy(COUNTRY, line, { head: head.from, floor })
}

/** 香港青岚国际医疗集团: a group that is no consortium of a place. */
export function overBorder(line: Line, head: { from: number; to: number }, floor: number): number | undefined {
  return ledBy(BORDER, line, { head: head.from, floor }) ?? abroadBefore(line, head, floor)
}

/** Whether a country or a place beyond the border stands before a head; most heads have none. */
export function mayBeLed({ text }: Line, head: number): boolean {
  return leaders.next(text, Math.max(0, head - LONGEST)) < head
}

function ledBy(pattern: RegExp, line: Line, { head, floor }: { head: number; floor: number }): number | undefined {
  const start = Math.max(floor, head - LONGEST)
  const found = pattern.exec(line.text.slice(start, head))
  if (found === null) return undefined
  const inner = start + found[0].length
  const from = inner - (found.groups?.['led'] ?? '').length
  const isName =
    line.isBoundary(from) &&
    !PASSAGE.test(line.text.slice(inner, head)) &&
    !generics.has(line.text.slice(inner, head)) &&
    line.wordsOver(inner, head).every(({ word, tag }) => !stopWords.has(word) && !NO_NAME.test(tag))
  return isName ? from : undefined
}
