/** The home of a short text that names its place once or twice: by its people, its hospital at the head, or its paper. */
import type { Place } from '../../../cypher/model/index.ts'
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { knownZones } from '../naming/known-zones.ts'
import { divisionTrie } from '../naming/place-index.ts'
import { ENDINGS, placeAtHead, withoutNames } from './home-place.ts'
import { bareSuffix, homeSuffix } from './home-words.ts'
import { zoneAtHead } from './zones.ts'

/** 青岚百万老百姓, 为青岚广大群众 */
const PEOPLE =
  /^(?:[县市区旗])?(?:的)?(?:\d*[百千]?万|[一二三四五六七八九十百千]{1,4}万)?余?(?:广大|全体|各族|全[县市区旗])?(?:市民|百姓|老百姓|群众|人民群众|居民|父老|人民(?!医院|政府|法院|检察)|民众|乡亲|儿女)/u
/** 青岚县|中医医院 */
const HOSPITAL = /^[县市区旗]?(?:人民|中心|中医|中西医结合|妇幼保健|第[一二三四五]人民|总)医?院/u
/** 红网|青岚站, 青岚|融媒 */
const PAPER_AFTER = /^[县市区旗]?(?:站|融媒|发布|新闻网|日报|报社|广播|电视台|在线)/u
/** Where somebody turns to or comes from. */
const TURNS_TO = /(?:[与和同赴到向对驰]|支援|帮扶|来自|前往|走进|援建|对口)$/u
const HEAD = 120

interface Said {
  readonly from: number
  readonly to: number
  readonly division: Division
}

/** The one county or city of the kind that the text calls its own, where its people, its paper or its hospital tells that it is. */
export function placeOfFew(lexicon: Lexicon, text: string): Division | undefined {
  const suffix = homeSuffix(text) ?? bareSuffix(withoutNames(lexicon, text))
  if (suffix === undefined || suffix === '省' || suffix === '自治区') return undefined
  const said: Said[] = []
  for (const { from, to } of divisionTrie(lexicon).find(text)) {
    const division = placeAtHead(lexicon, text.slice(from, to), text)
    if (division !== undefined && division.level !== 'township' && ENDINGS[suffix].test(division.name)) said.push({ from, to, division })
  }
  const isTurnedTo = ({ from }: Said): boolean => TURNS_TO.test(text.slice(Math.max(0, from - 2), from))
  const first = said.find((one) => !isTurnedTo(one)) ?? said[0]
  // 江州市第一人民医院与上海市第六人民医院: a partner in another province leaves no doubt.
  const isOther = (one: Said): boolean =>
    one.division.code !== first?.division.code && !(isTurnedTo(one) && one.division.code.slice(0, 2) !== first?.division.code.slice(0, 2))
  if (first === undefined || said.some(isOther)) return undefined
  const isOwn = said.some(({ from, to, division }) => {
    if (division.code !== first.division.code) return false
    if (TURNS_TO.test(text.slice(Math.max(0, from - 2), from))) return false
    const after = text.slice(to, to + 16)
    return PEOPLE.test(after) || PAPER_AFTER.test(after) || (from < HEAD && HOSPITAL.test(after))
  })
  return isOwn ? first.division : undefined
}

/** 甲医院与江南新城管委会签约: the zone whose committee a text begins with, where it is named again. */
export function zoneOfLead(lexicon: Lexicon, text: string): Place[] {
  const head = text.slice(0, HEAD)
  if (!/管委会|管理委员会/u.test(head)) return []
  const names = [...knownZones(lexicon).keys()].filter(
    (name) => new RegExp(`${name}(?:党工委、?)?(?:管委会|管理委员会)`, 'u').test(head) && text.split(name).length > 2,
  )
  const [only, other] = names
  return only === undefined || other !== undefined ? [] : zoneAtHead(lexicon, only, text)
}
