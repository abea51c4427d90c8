/** What may stand to the left of a name's head: a place, a level word, a mask, a university, a brand. Each gives where it begins. */
import type { Place } from '../../../../cypher/model/index.ts'
import type { Line, NamingContext, Prefix } from '../context.ts'
import type { Division } from '../../../lexicon/lexicon.ts'
import { isVerbAndLevel } from '../county-called.ts'
import { uncodedDistrict } from '../identify.ts'
import { isGlued } from './glue.ts'
import { knownZoneBefore, withoutProvince } from './known-zone.ts'
import { divisionTrie, isFullName, isJointCounty, placeOfLevel, regionBesideCorps, resolvePlace, zoneNames } from '../place-index.ts'
import { beforeLevel, generics, levelWords, stopWords } from '../words.ts'
import { beginsWord, isWithinName } from './word-start.ts'

export interface Left<Found> {
  readonly from: number
  readonly found: Found
}

const LONGEST_PLACE = 15
/** What ends a level word, a zone or a township that no table knows, and masks. */
const PLACE_MARK = /[省市区县旗州盟师团镇乡道XxＸ×*＊某]/

/** Whether a place, a level word or a mask may stand in a range; false is sure. */
export function mayHoldPlace(context: NamingContext, text: string, { from, to }: { from: number; to: number }): boolean {
  if (PLACE_MARK.test(text.slice(from, to))) return true
  const trie = divisionTrie(context.lexicon)
  for (let at = trie.next(text, from); at < to; at = trie.next(text, at + 1)) if (trie.allAt(text, at, to).length > 0) return true
  return false
}

/** The place that ends at `at`, with the wider places right before it as part of the name. */
export function placeBefore(
  context: NamingContext,
  line: Line,
  at: number,
  floor: number,
): Left<Extract<Prefix, { kind: 'place' }>> | undefined {
  const { text } = line
  const { divisions } = context.lexicon
  const trie = divisionTrie(context.lexicon)
  for (let length = Math.min(LONGEST_PLACE, at - floor); length >= 2; length--) {
    const from = at - length
    const surface = trie.between(text, from, at)
    if (surface === undefined) continue
    const wider = placeBefore(context, line, from, floor)
    const division = resolvePlace(context.lexicon, context.home, surface, {
      showsTownship: () => true,
      says: (wording) => context.says(wording),
      ...(wider === undefined ? {} : { before: wider.found.township ?? wider.found.place }),
    })
    if (division === undefined || isVerbAndLevel(context, surface)) continue
    const isFull = isFullName(division, surface)
    if (isJointCounty(context.home, text, from)) continue
    if (!isFull && generics.has(surface)) continue
    if (!isFull && division.level === 'township' && !TOWNSHIP_AFTER.test(text.slice(at, at + 90)) && !/(?:镇|乡|街)$/u.test(surface))
      continue
    if (!isFull && wider === undefined && isUncertainFar(context, { surface, division, after: text.slice(at) })) continue
    const isLed = levelBefore(context, line, from, floor) !== undefined
    if (
      wider === undefined &&
      !isLed &&
      !beginsWord(line, from) &&
      !(isFull && context.home.some((place) => place.adcode === division.code))
    )
      continue
    const chain = divisions.chain(division.code)
    const own = chain.at(-1)
    const widerPlace = wider?.found.township ?? wider?.found.place
    // 北京市|鼓楼|中医医院: behind the name of a city a word that some township of it is called by as well.
    const isFarBelow =
      own?.level === 'township' && (widerPlace?.level === 'province' || widerPlace?.level === 'city') && chain.at(-2)?.id !== widerPlace.id
    if (isFarBelow && !isFull && !PRIMARY_AFTER.test(text.slice(at))) continue
    const isBelow = widerPlace !== undefined && chain.some((step) => step.id === widerPlace.id && step.id !== own?.id)
    if (own === undefined) continue
    const isSame = widerPlace !== undefined && widerPlace.id === own?.id
    // 凤城市|凤凰|医院: a name that is no part of the place before it is a brand.
    if (wider !== undefined && !isBelow && !isSame && !isFull) continue
    const start = (isBelow || isSame) && wider !== undefined ? wider.from : from
    // 江州市青岚人民医院: the short name of a county or a township right behind its city stays as it is written.
    const isCityWritten =
      isBelow &&
      !isFull &&
      widerPlace.name.endsWith('市') &&
      (own.level === 'county' ? widerPlace.level !== 'township' : widerPlace.level === 'city')
    const county = own.level === 'township' ? countyOf(context, chain) : own
    return {
      from: start,
      found: {
        kind: 'place',
        place: county ?? own,
        surface: isSame || isCityWritten ? text.slice(start, at) : surface,
        isFull,
        ...(own.level === 'township' ? { township: own } : {}),
        ...(isBelow ? { isLed: true as const } : {}),
      },
    }
  }
  return zoneBefore(context, line, at, floor) ?? maskedTownshipBefore(context, line, at, floor)
}

const ZONE_SUFFIX =
  /(?:新区|经济技术开发区|经济开发区|经开区|高新技术产业开发区|高新技术开发区|高新区|开发区|管理区|试验区|综合实验区|城乡一体化示范区|示范区|先行区|度假区|合作区|新片区)$/u
const LONGEST_ZONE = 5

/** 宁波前湾新区, 兰州新区: a place, words of its own, and the suffix of a zone that has no code; or the home's own zone. */
export function zoneBefore(
  context: NamingContext,
  line: Line,
  at: number,
  floor: number,
): Left<Extract<Prefix, { kind: 'place' }>> | undefined {
  if (!line.text.startsWith('区', at - 1)) return undefined
  const text = line.text.slice(floor, at)
  const known = knownZoneBefore(context, text, at)
  if (known !== undefined) return known
  const suffix = ZONE_SUFFIX.exec(text)?.[0]
  if (suffix === undefined) return undefined
  const own = context.home.at(-1)
  if (own !== undefined && own.adcode === undefined && own.masked !== true) {
    const said = zoneNames(own, context.home.at(-2)).find((name) => text.endsWith(name))
    if (said !== undefined) return { from: at - said.length, found: { kind: 'place', place: own, surface: own.name, isFull: true } }
  }
  const end = at - suffix.length
  for (let from = end; from >= Math.max(floor, end - LONGEST_ZONE); from--) {
    if (from < end && !isZoneWord(line.text.charAt(from))) return undefined
    const place = placeBefore(context, line, from, floor)
    // 青岚县举行经开区…: a verb is no part of the zone's name.
    if (place === undefined || place.found.township !== undefined || stopWords.has(line.text.slice(from, end))) continue
    const name = withoutProvince(context, place.found, line.text.slice(place.from, at))
    return {
      from: place.from,
      found: { kind: 'place', place: uncodedDistrict(name, place.found.place, context.document), surface: name, isFull: true },
    }
  }
  return undefined
}

const isZoneWord = (unit: string): boolean => /[〇㐀-鿿]/u.test(unit) && !/[对与和及在的等各为由向将把被市县]/u.test(unit)

/** The county of a township; the table hangs those of a development zone below the city, and the home county knows its own. */
function countyOf({ home }: NamingContext, chain: readonly Place[]): Place | undefined {
  const above = chain.at(-2)
  const own = home.at(-1)
  return above?.level === 'city' && own?.level === 'county' && own.adcode !== undefined && home.some(({ id }) => id === above.id)
    ? own
    : above
}

/** What follows the short name of a township in the name of its hospital: 曲子|中心卫生院, 石碁|人民医院, 西坞|、松岙和莼湖、裘村分院; between two 、 stand at most two names. */
const TOWNSHIP_AFTER =
  /^(?:[、和及](?:(?=[〇㐀-鿿]{2,5}(?:[和及][〇㐀-鿿]{2,5})?、)[〇㐀-鿿]{2,11}、){0,24}[〇㐀-鿿]{2,5}?(?:[和及][〇㐀-鿿]{2,5}?)?)?等?(?:一批|多[家所个]|部分|若干[家所个]?|[\d一二三四五六七八九十两]*[个家所处]?)(?:中心|人民|社区|中医|第[一二三四五]|镇|乡|街道|街(?!道)|（(?:中心|街道|镇|乡|办)）){0,3}(?:医院|卫生院|卫生服务|卫生分院|分院|院区|门诊)/u

const PRIMARY_AFTER = /^(?:中心)?(?:卫生院|卫生服务|社区|卫生分院)/u

/** After the short name of a far county only an official wording makes it that county's body: 桃源人民医院, not 桃源社区卫生服务站. */
const STANDARD_AFTER = /^(?:人民|中心医|中医|中西医|妇幼|妇保|第[一二三四五六七八九十]|[一二三四五六七八九十]院|疾控|疾病|卫生健康|卫健)/u

/** What townships have not: behind a short name that a county shares with townships alone it means the county. */
const COUNTY_AFTER = /^(?:中医|中西医|妇幼|妇保|第[一二三四五六七八九十]人民|疾控|疾病|卫生健康|卫健)/u

interface ShortName {
  readonly surface: string
  readonly division: Division
  readonly after: string
}

/** The bare short name of a county outside the home's province (太平, 桃源) is that county only where the text has its full name too, or no other place has it. */
function isUncertainFar(context: NamingContext, { surface, division, after }: ShortName): boolean {
  const province = context.home.find((place) => place.adcode !== undefined)?.adcode
  const isWide = division.code.slice(0, 6).endsWith('00')
  if (isWide || /[县市区旗州盟师]$/u.test(surface) || (province !== undefined && division.code.startsWith(province.slice(0, 2))))
    return false
  const named = context.lexicon.divisions.named(surface)
  const isOnly = (COUNTY_AFTER.test(after) ? named.filter(({ level }) => level !== 'township') : named).length === 1
  return !(STANDARD_AFTER.test(after) && (isOnly || context.says(division.name)))
}

/** 全镇, 部分镇卫生院, 包括顾集镇, 三是顾集镇: what stands before a township, and no part of its name. */
const NO_TOWNSHIP =
  /^(?:[各全每省市县区州旗个家所余多与和及由为以含是]|[一二三四五六七八九十]{1,2}[是、]|部分|个别|多数|少数|一些|包括|包含|涵盖|覆盖|吸纳|吸收|接纳|下辖|联合|整合|带动|托管|依托|推进|加快|推动|组织|支持|指导|督促|安排|选派|帮扶|支援|对口|协助|要求|力争|争取|计划|实施|启动|建设|新建|改建|扩建|迁建|改造|接管|组建|抓好|加强|开展|其中|以及|分别|前往|帮助|下派|抽调|交由)/u

/** 顾集镇 in a report whose county is masked: a township by its suffix, below the masked home. */
function maskedTownshipBefore(
  context: NamingContext,
  line: Line,
  at: number,
  floor: number,
): Left<Extract<Prefix, { kind: 'place' }>> | undefined {
  const last = context.home.at(-1)
  if (last?.masked !== true) return undefined
  const surface = /[〇㐀-鿿]{2,4}(?:镇|乡|街道)$/u.exec(line.text.slice(floor, at))?.[0]
  if (surface === undefined) return undefined
  for (let length = Math.min(5, surface.length); length >= 3; length--) {
    const name = surface.slice(-length)
    const follows = /[XxＸ×*＊某][省市县区州旗]$/u.test(line.text.slice(floor, at - length))
    if ((follows || beginsWord(line, at - length)) && !generics.has(name) && !NO_TOWNSHIP.test(name)) {
      const township = { id: `district/@${context.document.slice(0, 12)}.${name}`, name, level: 'township' as const }
      return { from: at - length, found: { kind: 'place', place: last, surface: name, isFull: true, township } }
    }
  }
  return undefined
}

/** 远地区 */
const LONGEST_BEFORE_LEVEL = 3

/** A level word that ends at `at` and is a word of its own: 与市|第一医院, not 城市|医院. */
export function levelBefore(
  context: NamingContext,
  line: Line,
  at: number,
  floor: number,
): Left<Extract<Prefix, { kind: 'level' }>> | undefined {
  for (const word of levelWords) {
    const from = at - word.length
    if (from < floor || line.text.slice(from, at) !== word) continue
    const before = line.text.slice(Math.max(0, from - LONGEST_BEFORE_LEVEL), from)
    // 该区妇幼保健院: the district that was named last.
    if (before.endsWith('该')) {
      const named = countyNamedBefore(context, line, from, word)
      return named === undefined ? undefined : { from, found: { kind: 'level', word, place: named } }
    }
    // 第十二师医院 is of a division that its number tells.
    if (beforeLevel.test(before) || (word === '师' && /[一二三四五六七八九十]$/u.test(before))) return undefined
    if (isWithinName(context, line, { from, at })) return undefined
    // 我县|县人民医院: behind a level word another one begins.
    if (!/[我本]$|[全我本\d两三]个?[县市区旗州省]$/u.test(before) && !beginsWord(line, from) && !isGlued(line, from, at)) return undefined
    const place =
      placeJoined(context, line, from, word) ??
      cityOfClause(context, line, from, word) ??
      cityToldInFull(context, line, from, word) ??
      regionBesideCorps(context.lexicon, context.home, word) ??
      (isOfElsewhere(context, word) ? provinceNamedBefore(context, line, from, word) : placeOfLevel(context.home, word)) ??
      countyNamedBefore(context, line, from, word)
    // 边远地区, 城市新区: a level only where the home has it.
    if (place === undefined && /^(?:地区|新区|示范区)$/u.test(word)) return undefined
    return { from, found: { kind: 'level', word, place } }
  }
  return undefined
}

/** 省人民医院 and 自治区人民医院 on the page of a municipality, or of a province of the other kind, are of the one that is spoken of. */
function isOfElsewhere({ home }: NamingContext, word: string): boolean {
  const [province] = home
  if ((word !== '省' && word !== '自治区') || province?.level !== 'province' || province.masked === true) return false
  return !province.name.endsWith(word)
}

/** The province of a kind that the sentence, or a sentence before it, named last. */
function provinceNamedBefore(context: NamingContext, line: Line, to: number, word: string): Place | undefined {
  for (let at = line.text.lastIndexOf(word, to - 1); at > 0; at = line.text.lastIndexOf(word, at - 1)) {
    const found = placeBefore(context, line, at + word.length, 0)?.found
    if (found?.place.level === 'province' && found.place.name.endsWith(word)) return found.place
  }
  const told = context.told?.province
  return told?.name.endsWith(word) === true ? told : undefined
}

const JOINED =
  /([市县区旗州])(?:人民政府|政府|卫生健康[委局]|卫生健康委员会|卫健[委局]|卫计[委局]|卫生局|卫生和计划生育(?:局|委员会))[和与及、]$/u

/** 青岚市卫健局和市人民医院: of the place whose bureau stands right before. */
function placeJoined(context: NamingContext, line: Line, to: number, word: string): Place | undefined {
  if (!/[和与及、]/u.test(line.text.charAt(to - 1))) return undefined
  const found = JOINED.exec(line.text.slice(Math.max(0, to - 16), to))
  if (found?.[1] !== word) return undefined
  const place = placeBefore(context, line, to - found[0].length + 1, 0)?.found
  return place?.isFull === true && place.township === undefined ? place.place : undefined
}

/** 其中|青岚市|组建由|市人民医院牵头的: what a city below the one that reports does within itself. */
const CITY_ACTS =
  /(?:^|[，。；：])(?:其中，?|如|而)?([〇㐀-鿿]{2,5}市)(?:(?:正在|已|先后|今年|积极|加快|也|还)?(?:由|以|整合|组建|成立|依托|推进|完成|将|建成|形成|实施|启动|新建|投资))(?![^；。]*[市县区旗](?:卫|政府))[^；。]*$/u

/** The county-level city that acts in the clause, where the home is the city around it and 市 could be either. */
function cityOfClause({ lexicon, home }: NamingContext, { text }: Line, to: number, word: string): Place | undefined {
  const own = home.at(-1)
  if (word !== '市' || own?.level !== 'city' || own.adcode === undefined || !own.name.endsWith('市')) return undefined
  const name = CITY_ACTS.exec(text.slice(Math.max(0, to - CLAUSE), to))?.[1]
  const city = name === undefined ? undefined : lexicon.divisions.named(name).find(({ parent }) => parent === own.adcode)
  return city === undefined ? undefined : lexicon.divisions.chain(city.code).at(-1)
}
const CLAUSE = 60

/** What a level word of a hospital goes on with: 市|中心医院. */
const OF_LEVEL = /^[〇㐀-鿿]{1,8}?院/u

/**
 * 江州市中心医院与青岚市第二人民医院签约，市中心医院…: on the page of a county-level city, of whose own the sentence tells in
 * full, a name that it has told in full of the city around.
 */
function cityToldInFull(context: NamingContext, { text }: Line, to: number, word: string): Place | undefined {
  const [around, own] = context.home.slice(-2)
  const end = OF_LEVEL.exec(text.slice(to + word.length))?.[0]
  if (word !== '市' || own?.level !== 'county' || around?.level !== 'city' || end === undefined || !own.name.endsWith(word))
    return undefined
  const before = text.slice(0, to)
  const isTold = before.includes(around.name + end) && before.includes(own.name) && !before.includes(`，${word}`)
  return isTold && !context.says(own.name + end) ? around : undefined
}

/** 前锋区政府、区妇幼保健院 on the page of another place: the county of this kind that the sentence named last. */
export function countyNamedBefore(context: NamingContext, line: Line, to: number, word: string): Place | undefined {
  if (!/^[区县旗]$/u.test(word) || context.home.at(-1)?.masked === true) return undefined
  for (let at = line.text.lastIndexOf(word, to - 1); at > 1; at = line.text.lastIndexOf(word, at - 1)) {
    const found = placeBefore(context, line, at + 1, 0)?.found
    if (found === undefined || found.township !== undefined || found.place.level !== 'county') continue
    // 科右中旗 is short for a longer name.
    if (found.isFull || found.surface.length > 2) return found.place
  }
  // 仪陇县人民医院…。县中医医院也…: but 县医院 is as often any county's.
  const told = context.told?.county
  return told?.name.endsWith(word) === true && !line.text.startsWith('医院', to + word.length) ? told : undefined
}
