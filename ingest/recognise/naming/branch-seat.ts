/** Where a hospital stands whose name begins with another's: 江州二院方桥院区, 江州市人民医院青岚县中医院. */
import type { Place } from '../../../cypher/model/index.ts'
import type { Division } from '../../lexicon/lexicon.ts'
import { Line, type Named, type NamingContext } from './context.ts'
import { countyCalled } from './county-called.ts'
import { placeBefore } from './grammar/left.ts'
import { resolvePlace } from './place-index.ts'

/** 江州市人民医院云溪|中医|医院 */
const OF_ANY_PLACE = /(?<=[〇㐀-鿿]{2})(?:第[一二三四五六]|人民|中医|中西医结合|妇幼|中心|口腔|儿童|康复|联合|社区|(?<=[县市区旗])中)+$/u

/** A branch stands where its own words say (方桥院区 in the home of 方桥街道), else where its parent does, else at home. */
export function seatOfBranch(context: NamingContext, end: string, parent: Named): { place: Place | undefined } {
  const words = end.replace(/(?:新|老|总)?(?:院区|分院区?|分部|医院|保健院|卫生院)$/u, '').replace(OF_ANY_PLACE, '')
  const division =
    words.length < 2 || /^[东西南北新老][区院部]?$/u.test(words)
      ? undefined
      : (countyCalled(context, words) ??
        resolvePlace(context.lexicon, context.home, words, { showsTownship: () => true }) ??
        townshipIn(context, words))
  const chain = division === undefined ? [] : context.lexicon.divisions.chain(division.code)
  const own = chain.findLast((place) => place.level !== 'township')
  // 东城院区, 滨海院区: a far county only has the name by chance; a far city (郑州院区) is meant.
  const near = parent.place ?? context.home.at(-1)
  const isFar =
    own?.level === 'county' && ![parent.place, context.home.at(-1)].some((place) => place !== undefined && isOfCity(chain, place))
  return { place: isFar ? near : (own ?? near) }
}

/** 江州市人民医院|青岚县云溪镇|卫生院 */
function townshipIn(context: NamingContext, words: string): Division | undefined {
  const place = words.length < 4 ? undefined : placeBefore(context, new Line(words, context.segment), words.length, 0)
  const code = place?.from === 0 ? (place.found.township ?? place.found.place).adcode : undefined
  return code === undefined ? undefined : context.lexicon.divisions.byCode(code)
}

/** Whether a chain leads through the city of a place, or through its province where that is all that is known. */
function isOfCity(chain: readonly Place[], { adcode }: Place): boolean {
  if (adcode === undefined) return false
  const scope = adcode.endsWith('0000') || /^(?:11|12|31|50)/u.test(adcode) ? adcode.slice(0, 2) : adcode.slice(0, 4)
  return chain.at(-1)?.adcode?.startsWith(scope) === true
}
