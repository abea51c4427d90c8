/** Homes that are zones without a code: 宁波前湾新区, 益阳市大通湖区. */
import type { Place } from '../../../cypher/model/index.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { uncodedDistrict } from '../naming/identify.ts'
import { knownZones } from '../naming/known-zones.ts'
import { isCalledAsDistrict } from '../naming/place-index.ts'
import { headOf } from './home-place.ts'

const ZONE =
  /^[〇㐀-鿿]{0,5}?(?:新区|经济技术开发区|经济开发区|经开区|高新技术产业开发区|高新区|开发区|管理区|试验区|示范区|先行区)(?=社会|社发|公共|卫生|卫健|管委|管理委|党|教育|民生|人民|医|妇|疾|$)/u

/** 宁波前湾新区社会发展管理局: a zone without a code at the head of a wording, below the place that it names. */
export function zoneAtHead(lexicon: Lexicon, wording: string, text: string): Place[] {
  for (const [name, code] of knownZones(lexicon)) {
    if (!wording.startsWith(name)) continue
    const above = lexicon.divisions.chain(code)
    // 江南新区云溪新城: a zone of a zone, where the text says so.
    const outer = [...knownZones(lexicon)].find(([other, at]) => at === code && other !== name && text.includes(other + name))?.[0]
    return [...above, ...[outer, name].flatMap((zone) => (zone === undefined ? [] : [uncodedDistrict(zone, above.at(-1), '')]))]
  }
  const head = headOf(lexicon, wording, text)
  if (head === undefined) return []
  const chain = lexicon.divisions.chain(head.division.code)
  const rest = wording.slice(head.to)
  // 益阳市大通湖区卫生健康局
  for (const [name, code] of knownZones(lexicon))
    if (isCalledAsDistrict(name) && code === head.division.code && rest.startsWith(name))
      return [...chain, uncodedDistrict(name, chain.at(-1), '')]
  const zone = ZONE.exec(rest)?.[0]
  if (zone === undefined) return []
  return [...chain, uncodedDistrict(wording.slice(0, head.to) + zone, chain.at(-1), '')]
}

/** 雄安新区, named again and again in a text that tells no division of its own. */
export function zoneByCount(lexicon: Lexicon, text: string): Place[] {
  const said = [...knownZones(lexicon).keys()].filter(
    (name) => text.includes(name) && text.split(name.endsWith('示范区') ? '示范区' : name).length > 3,
  )
  const [only, other] = said
  // 我校一行赴万盛经开区: where a visitor turns to.
  const isVisited = only !== undefined && new RegExp(`(?:赴|前往|到|访问)[〇㐀-鿿]{0,4}${only}`, 'u').test(text)
  return only === undefined || other !== undefined || isVisited ? [] : zoneAtHead(lexicon, only, text)
}
