/** The home of a text whose place is masked (XX市) or that says 我区 and names none. */
import type { Place } from '../../../cypher/model/index.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { districtId } from '../identity.ts'
import { divisionsNamed, isFullName } from '../naming/place-index.ts'
import { countNames, headOf } from './home-place.ts'
import { findMask, homeSuffix, maskAtHead, titledSuffix, type HomeSuffix } from './home-words.ts'

/** The bureau above a masked county, which the text gives away: 通过了阜阳市卫健委的评估. */
const BUREAUS_ABOVE = ['卫健委', '卫生健康委', '卫健局', '卫生健康局', '卫计委']

/** A masked home: its mask under the city that the text names as above it, or 我区 alone. Empty where nothing is masked. */
export function maskedHome(lexicon: Lexicon, { text, title }: { text: string; title: string }, document: string): Place[] {
  const mask = findMask(text, title)
  const titled = titledSuffix(title)
  const suffix = mask?.suffix ?? titled ?? homeSuffix(text)
  if (suffix === undefined || (mask === undefined && suffix !== titled && !speaksOfItself(text, suffix))) return []
  const name = mask?.name ?? `我${suffix}`
  const above = [...countNames(lexicon, text).names.keys()]
    .flatMap((found) =>
      divisionsNamed(lexicon.divisions, found).filter((division) => division.level === 'city' && isFullName(division, found)),
    )
    .find(({ name: city }) => BUREAUS_ABOVE.some((bureau) => text.includes(city + bureau)))
  const parents = above === undefined ? [] : lexicon.divisions.chain(above.code)
  const level: Place['level'] =
    above !== undefined || /[区县旗]/u.test(suffix) ? 'county' : suffix === '省' || suffix === '自治区' ? 'province' : 'city'
  return [...parents, { id: districtId({ name, document }), name, level, masked: true }]
}

/** 浙江省XX市卫生健康局2023年工作计划: a mask in a title under the division that it names. Empty where the title has none. */
export function maskUnderPlace(lexicon: Lexicon, { text, title }: { text: string; title: string }, document: string): Place[] {
  const head = HAS_MASK.test(title) ? headOf(lexicon, title.replace(/^关于/u, ''), text) : undefined
  if (head === undefined || head.division.level === 'township') return []
  const mask = maskAtHead(title.replace(/^关于/u, '').slice(head.to))
  if (mask === undefined) return []
  const above = head.division.level
  if (above === 'county') return []
  const level: Place['level'] = above === 'province' && /[市州盟]/u.test(mask.suffix) ? 'city' : 'county'
  return [
    ...lexicon.divisions.chain(head.division.code),
    { id: districtId({ name: mask.name, document }), name: mask.name, level, masked: true },
  ]
}

const HAS_MASK = /[XxＸ×*＊某][省市县区州旗]/u

function speaksOfItself(text: string, suffix: HomeSuffix): boolean {
  return (text.match(new RegExp(`[我本全]${suffix}`, 'gu'))?.length ?? 0) >= 2
}
