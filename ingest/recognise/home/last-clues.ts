/** Clues to the home that count where a text tells no place of its own: a dateline, 省委 beside one province, whom 我院 signs with. */
import { provinceLetters } from '../../lexicon/province-letters.ts'
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { knownAs } from '../naming/known.ts'
import { divisionTrie } from '../naming/place-index.ts'
import { placeAtHead, countNames, withoutNames } from './home-place.ts'
import { bareSuffix, homeSuffix } from './home-words.ts'

const HEAD = 300
/** 新华社江州1月22日电, 江南网江州11月16日电 */
const DATELINE = /(?:社|网|报|台|讯)([〇㐀-鿿]{2,4}?)\d{1,2}月\d{1,2}日(?:电|讯)/u

/** 江州讯 1月22日上午, 本报江州讯: of a paper that reports from its own city. */
const LOCAL = /(?:^|\n)\s*(?:本报|本网|【)?([〇㐀-鿿]{2,4})讯】?\s*[（(]?(?:\d{1,2}月|记者|近日|日前|昨日|今日|\d{1,2}日)/u

/** The place of an agency's dateline: its city, and for the capital of a province that province. */
export function placeOfDateline({ divisions }: Lexicon, text: string): Division | undefined {
  const name = DATELINE.exec(text.slice(0, HEAD))?.[1]
  const local = LOCAL.exec(text.slice(0, HEAD))?.[1]
  const reported = local === undefined ? undefined : divisions.named(local).find(({ level }) => level === 'city' || level === 'county')
  if (reported !== undefined) return reported
  const city = name === undefined ? undefined : divisions.named(name).find(({ level }) => level === 'city' || level === 'province')
  if (city === undefined || !/^\d\d01/u.test(city.code) || city.parent === undefined) return city
  return divisions.byCode(city.parent)
}

const OF_PROVINCE = /省委|省政府|我省|全省|省卫|省医保|省中医药/u
const OF_MUNICIPALITY = /市委|市政府|市人大|副?市长/u
const OF_REGION = /自治区(?:党委|政府|卫|医保|人民|政协|人大|中医|蒙医|第[一二三四])|全区|我区/u

/** The one province that a text names which speaks of 省委 or 全省. */
export function provinceOfWords(lexicon: Lexicon, text: string): Division | undefined {
  const ending = OF_PROVINCE.test(text) ? '省' : OF_REGION.test(text) ? '自治区' : OF_MUNICIPALITY.test(text) ? '市' : undefined
  if (ending === undefined) return undefined
  const said = new Map<Division, number>()
  for (const [name, count] of countNames(lexicon, text).names) {
    const province = lexicon.divisions.named(name).find(({ level, name: full }) => level === 'province' && full.endsWith(ending))
    if (province !== undefined) said.set(province, (said.get(province) ?? 0) + count)
  }
  const [first, second] = [...said].sort((a, b) => b[1] - a[1])
  return first !== undefined && first[1] >= (ending === '市' ? 3 : 2) && first[1] >= 3 * (second?.[1] ?? 0) ? first[0] : undefined
}

const HELD_IN =
  /(?<![〇㐀-鿿]{0,20}(?:国务院|国家)[〇㐀-鿿]{0,12})在([京津沪渝])(?=召开|举行|举办|成立|签[约署订]|揭牌|正式|隆重|启动|开幕|挂牌)/u

/** 新闻发布会在津举行, in a text that names 天津 as well. */
export function placeOfAbbreviation({ divisions }: Lexicon, text: string): Division | undefined {
  const name = provinceLetters[HELD_IN.exec(text)?.[1] ?? '']
  return name === undefined || !text.includes(name) ? undefined : divisions.named(name).find(({ level }) => level === 'province')
}

const PARTNER = /(?:我院|本院)[与和同]([〇㐀-鿿]{4,20}?(?:医院|保健院|大学|学院))/u
const SPEAKER = /(?<![〇㐀-鿿])(?:日|[上下]午|近日|日前)?([〇㐀-鿿]{4,20}(?:医院|保健院|医疗中心))[与和同][〇㐀-鿿]{0,4}$/u

/** 我院与江州市人民医院 in the title and 青岚医院与江州市人民医院 in the text: the wording of the hospital that speaks. */
export function speakerBeside(title: string | null, text: string): string | undefined {
  const partner = PARTNER.exec(title ?? text)?.[1]
  if (partner === undefined) return undefined
  // 我院与江州妇幼保健院 is told as 江州市妇幼保健院 further down.
  for (const told of [partner, `${partner.slice(0, 2)}市${partner.slice(2)}`])
    for (let at = text.indexOf(told); at > 0; at = text.indexOf(told, at + told.length)) {
      const own = SPEAKER.exec(text.slice(Math.max(0, at - 28), at))?.[1]
      if (own !== undefined && !/[我本]院/u.test(own)) return own
    }
  return undefined
}

/** 青岚市民, 青岚百姓: of whom the text speaks as its own. */
const PEOPLE = /^(?:市民|百姓|老百姓|群众|居民|父老)/u

/** The one place that a text names again and again by its short name, and whose people it speaks of. */
export function placeOfPeople(lexicon: Lexicon, text: string): Division | undefined {
  const found = new Set<Division>()
  for (const [name, count] of countNames(lexicon, text).names) {
    if (count < 3) continue
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (!PEOPLE.test(text.slice(at + name.length, at + name.length + 3))) continue
      const division = placeAtHead(lexicon, name, text)
      if (division !== undefined) found.add(division)
      break
    }
  }
  const [only, other] = found
  return other === undefined ? only : undefined
}

const LEAD = 100
const BUREAU = /^(?:卫生健康|卫健|卫计|卫生[局和]|医保局|人民政府|政府|[县区市旗]?委|人大|政协)/u
/** 与青岚县签约, 到青岚县调研: where somebody turns to. */
const TURNS_TO = /[与和同赴到向对]$|支援|帮扶|来自|前往/u

/**
 * The county or city with which a text begins: 青岚县卫计局召开…, or 今年以来，青岚县… in a text of 县人民医院 and 县委 that names
 * no other county.
 */
export function placeOfLead(lexicon: Lexicon, text: string): Division | undefined {
  const named: { readonly division: Division; readonly from: number; readonly to: number }[] = []
  for (const { from, to } of divisionTrie(lexicon).find(text)) {
    const name = text.slice(from, to)
    const division = /[县区市旗]$/u.test(name) && name.length > 2 ? placeAtHead(lexicon, name, text) : undefined
    if (division?.level === 'county' || division?.level === 'city') named.push({ division, from, to })
  }
  const first = named[0]
  if (first === undefined || first.from > LEAD || TURNS_TO.test(text.slice(Math.max(0, first.from - 2), first.from))) return undefined
  const after = text.slice(first.to, first.to + 24)
  if (BUREAU.test(after) && !/[到赴]/u.test(after)) return first.division
  const ending = text.charAt(first.to - 1)
  const suffix = homeSuffix(text) ?? bareSuffix(withoutNames(lexicon, text))
  const isOnly = named.every(({ division, to }) => division.code === first.division.code || text.charAt(to - 1) !== ending)
  return suffix === ending && isOnly ? first.division : undefined
}

/** The city of a hospital that is known by name at the head of a title, where no partner stands beside it. */
export function hospitalAtHead({ divisions, organisationByName }: Lexicon, title: string): Division | undefined {
  if (/[与和赴到]|联体|联盟|集团/u.test(title)) return undefined
  for (let to = Math.min(20, title.length); to > 3; to--) {
    const known = organisationByName.get(title.slice(0, to))
    if (known?.label === 'Hospital' && known.division !== undefined) return divisions.byCode(known.division)
  }
  return undefined
}

/** The division of a hospital that is named so. */
export function placeOfHospital(lexicon: Lexicon, wording: string, text: string): Division | undefined {
  const known = knownAs(lexicon, [], wording)?.division
  return known === undefined ? placeAtHead(lexicon, wording, text) : lexicon.divisions.byCode(known)
}
