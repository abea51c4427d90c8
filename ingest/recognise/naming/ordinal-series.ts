/** 江州大学第一、二附属医院, 市第一、第二人民医院, 解放军总医院第三、第五医学中心, 一团、二团医院: hospitals whose numbers stand in a list before one head. */
import { matchesOf } from '../../grammar/matches.ts'

const NUMERAL = '[一二三四五六七八九十]'
const SERIES = new RegExp(`第?(${NUMERAL})((?:[、和及]第?${NUMERAL})+)((?:附属|人民|中医|中心)?医院|医学中心)`, 'gu')
const ITEM = new RegExp(`[、和及]第?(${NUMERAL})`, 'gu')

/** 上海九院|、六院、十院; 江大一附院|、二附院: what is called short, and is told once. */
const SHORT = new RegExp(`(?<=[〇㐀-鿿]{2})${NUMERAL}{1,2}附?院((?:[、和及与]${NUMERAL}{1,2}附?院)+)`, 'gu')
const SHORT_ITEM = new RegExp(`${NUMERAL}{1,2}附?院`, 'gu')

export interface Numbered {
  /** The text up to the numbers, with this one's number and the head in full. */
  readonly inFull: string
  readonly from: number
  readonly to: number
  readonly isFirst: boolean
}

/** Each hospital of such a list; `inFull` reads as if it stood alone, and the first one's span begins with its number. */
export function numberedIn(text: string): Numbered[] {
  if (!text.includes('院') && !text.includes('医学中心')) return []
  const all: Numbered[] = text.includes('团') ? regimentsIn(text) : []
  for (const { 0: whole, 1: rest = '', index } of matchesOf(SHORT, text))
    for (const item of matchesOf(SHORT_ITEM, rest)) {
      const from = index + whole.length - rest.length + item.index
      all.push({ inFull: text.slice(0, index) + item[0], from, to: from + item[0].length, isFirst: false })
    }
  for (const { 0: whole, 1: first = '', 2: rest = '', 3: head = '', index } of matchesOf(SERIES, text)) {
    const lead = text.slice(0, index)
    if (lead === '') continue
    const at = index + whole.length - head.length - rest.length
    // 市一、二医院 are 市一医院 and 市二医院.
    const mark = whole.startsWith('第') || head !== '医院' ? '第' : ''
    all.push({ inFull: `${lead}${mark}${first}${head}`, from: index, to: at, isFirst: true })
    for (const item of matchesOf(ITEM, rest)) {
      const from = at + item.index + 1
      const end = at + item.index + item[0].length
      const isLast = end === index + whole.length - head.length
      all.push({ inFull: `${lead}${mark}${item[1] ?? ''}${head}`, from, to: isLast ? end + head.length : end, isFirst: false })
    }
  }
  return all
}

/** 一团、二团、三团医院; 121团、122团和123团医院: regiments of the corps before one head. */
const REGIMENTS =
  /(?<![〇零一二三四五六七八九十百\d])((?:[〇零一二三四五六七八九十百\d]{1,5}团场?[、和及])+)([〇零一二三四五六七八九十百\d]{1,5}团场?)医院/gu
const REGIMENT = /[〇零一二三四五六七八九十百\d]{1,5}团场?/gu

function regimentsIn(text: string): Numbered[] {
  return matchesOf(REGIMENTS, text).flatMap(({ 1: list = '', index }) =>
    matchesOf(REGIMENT, list).map((item, place) => {
      const from = index + item.index
      return { inFull: `${text.slice(0, index)}${item[0]}医院`, from, to: from + item[0].length, isFirst: place === 0 }
    }),
  )
}
