/** Hospitals of several places that are told by one head: 青岚、柏川等3个县的人民医院, 青岚县、柏川县的中医院. */
import type { Line, NamingContext, Prefix, RawName } from './context.ts'
import { placeBefore } from './grammar/left.ts'
import { matchesOf } from '../../grammar/matches.ts'

const HEAD = '((?:第[一二三四]人民|人民|中心|中医|中西医结合|妇幼保健|妇幼|蒙医|藏医|县)(?:医院|院))'
const COUNT = '(?:[\\d一二两三四五六七八九十]+)个?'
/** What stands between the last place and the head, of which one at least says that all places share it. */
const SHARED = new RegExp(
  `(?:(?:等(?:${COUNT})?|${COUNT})(?:县（市、区）|县（市）|县市区?|县区|市县|[县区市旗])(?:县级)?的?|(?:等(?:${COUNT})|(?:${COUNT}|两)地)的?|(?<=[县区市旗])的)${HEAD}`,
  'gu',
)
/** Cheap to ask, and true of few sentences: most have none of the units with which it begins. */
const MAY_SHARE = /[县区市旗地](?:的[第人中妇蒙藏县]|(?<=(?:等[\d一二两三四五六七八九十个]{0,3}|[\d一二两三四五六七八九十]个?).))/u

/** A hospital for each place of a list before a head that they share; the span of each but the last is its place. */
export function hospitalsOfPlaces(context: NamingContext, line: Line): RawName[] {
  const { text } = line
  if (!MAY_SHARE.test(text)) return []
  return matchesOf(SHARED, text).flatMap((match) => {
    const places = placesBefore(context, line, match.index)
    if (places.length < 2) return []
    // 青岚、柏川2县县医院: the level word of the first is the places'.
    const stem = (match[1] ?? '').replace(/^县医院$/u, '医院')
    const level = /[县旗]/u.exec(match[0].slice(0, -(match[1] ?? '').length))?.[0]
    return places.map(({ from, to, found }, index) => ({
      from,
      to: index === places.length - 1 ? match.index + match[0].length : to,
      sort: 'hospital' as const,
      label: 'Hospital' as const,
      prefix: level === undefined ? found : asCounty(context, found, level),
      stem,
      brand: '',
    }))
  })
}

interface Placed {
  readonly from: number
  readonly to: number
  readonly found: Extract<Prefix, { kind: 'place' }>
}

/** The counties or cities of the list that ends at a place of the text, first to last. */
function placesBefore(context: NamingContext, line: Line, end: number): Placed[] {
  const places: Placed[] = []
  for (let to = end; to > 0;) {
    const place = placeBefore(context, line, to, 0)
    if (place === undefined || place.found.township !== undefined || place.found.place.level === 'province') break
    places.unshift({ from: place.from, to, found: place.found })
    if (!/[、和及与]/u.test(line.text.charAt(place.from - 1))) break
    to = place.from - 1
  }
  return places
}

/** 临夏 among counties of 临夏州 is 临夏县. */
function asCounty(
  { lexicon: { divisions }, home }: NamingContext,
  found: Extract<Prefix, { kind: 'place' }>,
  level: string,
): Extract<Prefix, { kind: 'place' }> {
  const scope = home.find(({ level }) => level === 'city')?.adcode?.slice(0, 4) ?? home[0]?.adcode?.slice(0, 2)
  const counties = divisions
    .named(found.surface)
    .filter((one) => one.level === 'county' && scope !== undefined && one.code.startsWith(scope))
  const own = counties.find(({ name }) => name.endsWith(level)) ?? counties[0]
  const place = found.place.level === 'county' || own === undefined ? found.place : divisions.chain(own.code).at(-1)
  return place === undefined ? found : { ...found, place, surface: place.name, isFull: true }
}
