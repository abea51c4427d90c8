/** 天涯区凤凰、马岭、高峰社区卫生服务中心: a list of a district's centres, at whose head the district stands once for all. */
import type { Line, NamingContext, RawName } from './context.ts'
import { placeBefore } from './grammar/left.ts'
import { generics, plainWords, stopWords } from './words.ts'

const LIST = /(?<=[区县市旗])[〇㐀-鿿]{2,3}(?:、[〇㐀-鿿]{2,3}){0,11}、$/u
const LONGEST = 48
/** 养老, 慢病, 居家: what a service is for, and no quarter. */
const OF_SERVICE = /养老|慢病|居家|医养|健康|康复|护理|老年|儿童|妇幼|中医|心理|家庭|医疗|公卫|[和与及等]/u

/** The centres of such a list, the last of them `name`; undefined where no district told in full stands at the head of one. */
export function centresOfDistrict(context: NamingContext, line: Line, name: RawName): RawName[] | undefined {
  if (name.sort !== 'primary' || name.prefix.kind !== 'none' || !name.stem.startsWith(name.brand)) return undefined
  const before = line.text.slice(Math.max(0, name.from - LONGEST), name.from)
  const list = LIST.exec(before)?.[0]
  if (list === undefined) return undefined
  const start = name.from - list.length
  const head = placeBefore(context, line, start, 0)
  if (head?.found.isFull !== true || head.found.township !== undefined || head.found.place.level !== 'county') return undefined
  const words = list.slice(0, -1).split('、')
  if (words.some((word) => OF_SERVICE.test(word) || generics.has(word) || plainWords.has(word) || stopWords.has(word))) return undefined
  const rest = name.stem.slice(name.brand.length)
  let at = start
  const items = words.map((word, index): RawName => {
    const from = at
    at += word.length + 1
    return { ...name, from: index === 0 ? head.from : from, to: from + word.length, prefix: head.found, brand: word, stem: word + rest }
  })
  return [...items, { ...name, prefix: head.found }]
}
