/** Clues to the home that count where a text tells no place of its own: a dateline, 省委 beside one province, whom 我院 signs with. */
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { knownAs } from '../naming/known.ts'
import { placeAtHead, countNames } from './home-place.ts'

const HEAD = 300
/** 新华社江州1月22日电, 江南网江州11月16日电 */
const DATELINE = /(?:社|网|报|台|讯)(\p{Script=Han}{2,4}?)\d{1,2}月\d{1,2}日(?:电|讯)/u

/** The place of an agency's dateline: its city, and for the capital of a province that province. */
export function placeOfDateline({ divisions }: Lexicon, text: string): Division | undefined {
  const name = DATELINE.exec(text.slice(0, HEAD))?.[1]
  const city = name === undefined ? undefined : divisions.named(name).find(({ level }) => level === 'city' || level === 'province')
  if (city === undefined || !/^\d\d01/u.test(city.code) || city.parent === undefined) return city
  return divisions.byCode(city.parent)
}

const OF_PROVINCE = /省委|省政府|我省|全省|省卫|省医保|省中医药/u
const OF_REGION = /自治区(?:党委|政府|卫|医保|人民)|全区|我区/u

/** The one province that a text names which speaks of 省委 or 全省. */
export function provinceOfWords(lexicon: Lexicon, text: string): Division | undefined {
  const ending = OF_PROVINCE.test(text) ? '省' : OF_REGION.test(text) ? '自治区' : undefined
  if (ending === undefined) return undefined
  const said = new Map<Division, number>()
  for (const [name, count] of countNames(lexicon, text).names) {
    const province = lexicon.divisions.named(name).find(({ level, name: full }) => level === 'province' && full.endsWith(ending))
    if (province !== undefined) said.set(province, (said.get(province) ?? 0) + count)
  }
  const [first, second] = [...said].sort((a, b) => b[1] - a[1])
  return first !== undefined && first[1] >= 2 && first[1] >= 3 * (second?.[1] ?? 0) ? first[0] : undefined
}

/** 我院与江州市人民医院 in the title and 青岚医院与江州市人民医院 in the text: the wording of the hospital that speaks. */
export function speakerBeside(title: string | null, text: string): string | undefined {
  const partner = /(?:我院|本院)[与和同](\p{Script=Han}{4,20}?(?:医院|保健院|大学|学院))/u.exec(title ?? text)?.[1]
  if (partner === undefined) return undefined
  for (let at = text.indexOf(partner); at > 0; at = text.indexOf(partner, at + partner.length)) {
    const own = /(?<!\p{Script=Han})(?:日|[上下]午|近日|日前)?(\p{Script=Han}{4,20}(?:医院|保健院))[与和同]$/u.exec(
      text.slice(Math.max(0, at - 24), at),
    )?.[1]
    if (own !== undefined && !/[我本]院/u.test(own)) return own
  }
  return undefined
}

/** The division of a hospital that is named so. */
export function placeOfHospital(lexicon: Lexicon, wording: string, text: string): Division | undefined {
  const known = knownAs(lexicon, [], wording)?.division
  return known === undefined ? placeAtHead(lexicon, wording, text) : lexicon.divisions.byCode(known)
}
