/** 天涯区凤凰、马岭、高峰社区卫生服务中心: a list of a district's centres, at whose head the district stands once for all. */
import type { Line, NamingContext, RawName } from './context.ts'
import { placeBefore } from './grammar/left.ts'
import { generics, plainWords, stopWords } from './words.ts'

const LIST = /(?<=[区县市旗])[〇㐀-鿿]{2,3}(?:、[〇㐀-鿿]{2,3}){0,11}、$/u
const LONGEST = 48
/** 养老, 慢病, 居家: what a service is for, and no quarter. */
const OF_SERVICE = /养老|慢病|居家|医养|健康|康复|护理|老年|儿童|妇幼|中医|心理|家庭|医疗|公卫|[和与及等]/u

/** The county, told in full, that ends at `at`. */
function countyBefore(context: NamingContext, line: Line, at: number): County | undefined {
  const head = placeBefore(context, line, at, 0)
  return head?.found.isFull === true && head.found.township === undefined && head.found.place.level === 'county' ? head : undefined
}

type County = NonNullable<ReturnType<typeof placeBefore>>

const namesQuarter = (word: string): boolean =>
  !OF_SERVICE.test(word) && !generics.has(word) && !plainWords.has(word) && !stopWords.has(word)

/** 云溪区督院街 before 、水井坊三家社区卫生服务中心: the first of a county's bodies, which no table has. */
export function firstOfCounty(context: NamingContext, line: Line, at: number): { word: string; county: County } | undefined {
  const word = /(?<=[区县市旗])[〇㐀-鿿]{2,3}$/u.exec(line.text.slice(Math.max(0, at - 4), at))?.[0]
  if (word === undefined || !namesQuarter(word)) return undefined
  const county = countyBefore(context, line, at - word.length)
  return county === undefined ? undefined : { word, county }
}

/** The centres of such a list, the last of them `name`; undefined where no district told in full stands at the head of one. */
export function centresOfDistrict(context: NamingContext, line: Line, name: RawName): RawName[] | undefined {
  const { prefix, brand } = name
  const isUnknown = prefix.kind === 'none' && name.stem.startsWith(brand)
  const quarter = prefix.kind === 'place' ? prefix.township : undefined
  if (name.sort !== 'primary' || (!isUnknown && quarter === undefined)) return undefined
  const before = line.text.slice(Math.max(0, name.from - LONGEST), name.from)
  const list = LIST.exec(before)?.[0]
  if (list === undefined) return undefined
  const start = name.from - list.length
  const head = countyBefore(context, line, start)
  if (head === undefined || (prefix.kind === 'place' && prefix.place.id !== head.found.place.id)) return undefined
  const words = list.slice(0, -1).split('、')
  if (!words.every(namesQuarter)) return undefined
  // 番禺区市桥、沙湾、石碁镇卫生院: all of them are in the table, and are read one by one.
  const isKnown = (word: string): boolean => context.lexicon.divisions.named(word).some(({ level }) => level === 'township')
  if (quarter !== undefined && words.every(isKnown)) return undefined
  const suffix = prefix.kind === 'place' ? (/(?:街道|镇|乡)$/u.exec(prefix.surface)?.[0] ?? '') : ''
  const rest = suffix + name.stem.slice(brand.length)
  let at = start
  const items = words.map((word, index): RawName => {
    const from = at
    at += word.length + 1
    return { ...name, from: index === 0 ? head.from : from, to: from + word.length, prefix: head.found, brand: word, stem: word + rest }
  })
  return [...items, isUnknown ? { ...name, prefix: head.found } : name]
}
