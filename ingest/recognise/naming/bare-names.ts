/** 中医院 alone, in a report of a county: the county's own, where nothing before it speaks of another place. */
import type { Line, NamingContext, Prefix, RawName } from './context.ts'
import { findDistricts } from './districts.ts'

/** What every county has one of. */
const OF_COUNTY = /^(?:(?:第[一二三四]人民|人民|中医|中|中西医结合|妇幼保健)医?院|妇保院|妇计中心|妇幼保健计划生育服务中心)$/u
/** What stands before a name beside a mark: 完成中医院迁建, 由人民医院牵头. */
const OPENS =
  /(?:[^〇㐀-鿿、]|\d、|[一二三四五六七八九]是|完成|推进|推动|加快|支持|启动|实施|建成|选派|指导|依托|委托|组织|拟建|新建|[由以在将把]|[县市区旗]域内|辖区内)$/u

/** The prefix that a bare name is meant with; undefined where that is not sure. `before` are the names of the line before it. */
export function ownPrefix(context: NamingContext, line: Line, { name, before }: Named): Prefix | undefined {
  const place = context.home.at(-1)
  const word = place?.name.at(-1)
  if (place === undefined || word === undefined || place.level !== 'county' || place.masked === true || !'区县市旗'.includes(word))
    return undefined
  const { from, to, stem } = name
  const prefix: Prefix = { kind: 'level', word, place }
  // 中心医院 at the head of a clause, in a report of a district that names its own 江州区中心医院 elsewhere.
  if (context.says(place.name + stem) && (from === 0 || /[，。；：]/u.test(line.text.charAt(from - 1)))) return prefix
  if (OF_COUNTY.test(stem) && isNextPair(line, name, before, place.id)) return prefix
  if (
    !OF_COUNTY.test(stem) ||
    /^[校区级]/u.test(line.text.slice(to)) ||
    (from > 0 && !OPENS.test(line.text.slice(Math.max(0, from - 3), from)))
  )
    return undefined
  // A 区 need have none; 人民医院 is the city's where the text names that.
  if (word === '区' && !context.says(word + stem)) return undefined
  if (place.adcode === undefined || context.home.slice(0, -1).some((wider) => context.says(wider.name + stem))) return undefined
  const own = new Set(context.home.map(({ id }) => id))
  const isOther = ({ id, level }: { id: string; level: string }): boolean => level !== 'township' && !own.has(id)
  const isOfOther = before.some(
    ({ prefix: other }) => (other.kind === 'place' || other.kind === 'level') && other.place?.level === 'county' && isOther(other.place),
  )
  if (isOfOther) return undefined
  const elsewhere = findDistricts(context, line, []).some(
    ({ to: end, named }) => end <= from && named.place !== undefined && isOther(named.place),
  )
  return elsewhere ? undefined : prefix
}

interface Named {
  readonly name: RawName
  readonly before: readonly RawName[]
}

const LINK = /^(?:[与和同]|牵手|携手|联手|结对|签约)/u

/** 人民医院与甲、中医院与乙: the next pair of a list that began with one of the county's own. */
function isNextPair({ text }: Line, { from, to }: RawName, before: readonly RawName[], home: string): boolean {
  const link = LINK.exec(text.slice(to, to + 2))?.[0]
  if (link === undefined || !/[、，；]/u.test(text.charAt(from - 1))) return false
  return before.some((one) => {
    const place = one.prefix.kind === 'level' || one.prefix.kind === 'place' ? one.prefix.place : undefined
    return place?.id === home && text.startsWith(link, one.to)
  })
}
