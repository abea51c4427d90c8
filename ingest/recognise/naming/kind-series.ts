/** 县人民、中医、妇幼保健三家医院; 县人民医院、中医、妇保院; 省人民、省中医: hospitals that leave out the word for what they are; 县人民医院城东、城西院区. */
import { matchesOf } from '../../grammar/matches.ts'
import type { Numbered } from './ordinal-series.ts'

const LEVEL = '[省市县区旗州]'
const KIND = `(?:人民|中心|中医|中西医结合|妇幼保健|妇幼|妇保|妇女儿童|妇产|儿童|肿瘤|口腔|传染病|精神病|胸科|第[一二三四五六]人民)`
const ITEM = new RegExp(`(${LEVEL}?)(${KIND})`, 'gu')
/** Behind the kinds: the head, which all of them share, with or without their count. */
const SERIES = new RegExp(
  `(?<![〇㐀-鿿]全${LEVEL}|各${LEVEL}|每${LEVEL})(${KIND}(?:[、和及与]${LEVEL}?${KIND})+)(?:等?(?:[\\d两二三四五六七八九]{1,2}[家所个]|[两三四五六七八九])(?:县级|市级|区级|公立|直属)?)?医院`,
  'gu',
)
/** 县人民医院|城东、城西|院区, 市立医院|东、西、北三个|院区 */
const SIDE = '[城江河湖]?[东西南北]'
const SIDES = new RegExp(`(?<=院)(${SIDE}部?(?:[、和及]${SIDE}部?)+)(?:[两三四]个)?(院区|分院)`, 'gu')

/** One between two hospitals, or behind a list mark: 县人民医院、中医、妇保院; 市人民、市中医与江州医院. */
const BETWEEN = new RegExp(`(?<=院、)(中医|妇幼|妇保|儿童|肿瘤|口腔)(?=、[〇㐀-鿿]{1,8}院|和[〇㐀-鿿]{1,8}院)`, 'gu')
const LED = new RegExp(
  `(?<![全我本各两该每跨城])(${LEVEL})(人民|中医|肿瘤)(?=[、，。；）]|[与和同及](?![西药民]|家庭|预防)|$|签[约订署]|专家|牵头|派)`,
  'gu',
)
const BESIDE = /院[、与和同及](?:[〇㐀-鿿]{2,4}[、与和同及]){0,3}$/u
const BEFORE_ANOTHER = /^(?:[、与和同及][〇㐀-鿿]{2,4}){0,3}[、与和同及][〇㐀-鿿]{2,16}院/u
/** 中医 is 中医院, 妇幼保健 妇幼保健院, and all others 医院. */
const withHead = (kind: string): string => kind + (/(?:中医|保健|妇保)$/u.test(kind) ? '院' : '医院')

/** Each hospital of such a list; `inFull` reads as if it stood alone, and the first one's span begins with its kind. */
export function kindsIn(text: string): Numbered[] {
  if (!text.includes('院')) return []
  const all: Numbered[] = []
  for (const { 0: whole, 1: list = '', index } of matchesOf(SERIES, text)) {
    const lead = text.slice(0, index)
    const items = matchesOf(ITEM, list)
    items.forEach((item, place) => {
      const from = index + item.index
      const isLast = place === items.length - 1
      const own = item[1] === '' || place === 0 ? lead : '、'
      all.push({
        inFull: own + withHead(item[0]),
        from,
        to: isLast ? index + whole.length : from + item[0].length,
        isFirst: place === 0,
      })
    })
  }
  for (const { 0: whole, 1: list = '', 2: head = '', index } of matchesOf(SIDES, text)) {
    const items = matchesOf(new RegExp(SIDE, 'gu'), list)
    items.forEach((item, place) => {
      const from = index + item.index
      const to = place === items.length - 1 ? index + whole.length : from + item[0].length
      all.push({ inFull: text.slice(0, index) + item[0] + head, from, to, isFirst: place === 0 })
    })
  }
  for (const { 0: kind, index } of matchesOf(BETWEEN, text))
    all.push({ inFull: text.slice(0, index) + withHead(kind), from: index, to: index + kind.length, isFirst: false })
  for (const { 0: whole, index } of matchesOf(LED, text)) {
    const before = text.slice(0, index)
    // 为全市人民，: only in a list of hospitals.
    const isListed = BESIDE.test(before.slice(-24)) || BEFORE_ANOTHER.test(text.slice(index + whole.length, index + whole.length + 40))
    if (isListed) all.push({ inFull: before + withHead(whole), from: index + 1, to: index + whole.length, isFirst: true })
  }
  return all
}
