/** The home of a text that says little of it: its one place, the place of all its hospitals, the place of its paper. */
import { matchesOf } from '../../grammar/matches.ts'
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { divisionsNamed, isFullName, lies } from '../naming/place-index.ts'
import { FIRST_LOOK } from './clues.ts'
import { countNames, placeAtHead, placeByCount, placeInBody } from './home-place.ts'
import { OFFICERS } from './home-words.ts'
import { provinceOfWords } from './last-clues.ts'

const LEAST_SAID = 3
const LEAST_HOSPITALS = 2
const LAST_LOOK = 300
/** What a place says of the one that somebody turns to or comes from. */
const TURNS_TO = '(?:[与和同赴到向对]|支援|帮扶|来自|前往)'

/** 2021年，青岚县有医疗卫生机构126个 */
const OWN_BODIES =
  /(?<=^|[。，；：】\s年末底至])([〇㐀-鿿]{2,12}?[县市区旗州])(?:境内|辖区)?(?:共|现|总计)?有(?:各级|各类|公立)*(?:医疗卫生|医疗|卫生)机构/u

/** The place whose bodies of health a text counts. */
export function placeOfOwnBodies({ divisions }: Lexicon, text: string): Division | undefined {
  const name = OWN_BODIES.exec(text)?.[1]
  return name === undefined ? undefined : divisions.named(name).find(({ level }) => level === 'county' || level === 'city')
}

/** 新城区, 郊区: words for parts of any town, too. */
const PLAIN = /^(?:新城|城中|城关|老城|开发)区$|^.{1,2}$/u

/** The county or city that a text names in full, thrice in all or at the head of a clause, and no other of its kind. */
export function placeOfOnly(lexicon: Lexicon, text: string): Division | undefined {
  const counts = countNames(lexicon, text).names
  const full = new Set<Division>()
  for (const name of counts.keys())
    for (const division of divisionsNamed(lexicon.divisions, name))
      if (/^(?:county|city)$/u.test(division.level) && isFullName(division, name) && !PLAIN.test(name)) full.add(division)
  const [only, other] = [...full].filter((division) => ![...full].some((part) => part.parent === division.code))
  if (only === undefined || other !== undefined || new RegExp(TURNS_TO + only.name, 'u').test(text)) return undefined
  const said = [only.name, ...only.short].reduce((sum, name) => sum + (counts.get(name) ?? 0), 0)
  return said >= LEAST_SAID || new RegExp(`(?:^|[。，；：！？日午])${only.name}`, 'u').test(text) ? only : undefined
}

/** 城口、丰都、武隆、开县等8个县: counties that stand in a list. */
const COUNTIES =
  /((?:[〇㐀-鿿]{2,8}、){2,}[〇㐀-鿿]{2,8}?)(?:等)?(?:[\d一二三四五六七八九十两]{1,3}个)?(?:贫困|试点|重点|民族)?(?:区县|县区|县市区|县（市、区）|县市|市县|区市县|县|区)/gu
const FEWEST_LISTED = 3

/** The city or province of which every county is that a text lists, where the text says 市 or 省 of its own bodies. */
export function placeOfListed({ divisions }: Lexicon, text: string, suffix: string | undefined): Division | undefined {
  if (suffix !== '市' && suffix !== '省' && suffix !== '州') return undefined
  const above = new Map<string, number>()
  let listed = 0
  for (const [, list = ''] of matchesOf(COUNTIES, text))
    for (const item of list.split('、')) {
      const parents = new Set(
        divisions.named(item).flatMap(({ level, code }) => (level === 'county' ? divisions.chain(code).slice(0, -1) : [])),
      )
      if (parents.size === 0) continue
      listed++
      for (const { adcode } of parents) if (adcode !== undefined) above.set(adcode, (above.get(adcode) ?? 0) + 1)
    }
  if (listed < FEWEST_LISTED) return undefined
  const shared = [...above].filter(([, count]) => count === listed).map(([code]) => divisions.byCode(code))
  return shared.find((division) => division?.name.endsWith(suffix) === true)
}

const HOSPITALS = /(?<=^|[\p{P}\s\d]|[在由和与及是为到日])([〇㐀-鿿]{2,10}?(?:人民医院|中心医院|中医医院|中医院|妇幼保健院))/gu

/** The county or city in which all hospitals stand that a text names with their place, where it names them again and again. */
export function placeOfHospitals(lexicon: Lexicon, text: string): Division | undefined {
  const found = new Map<Division, number>()
  for (const [, wording = ''] of matchesOf(HOSPITALS, text)) {
    const division = placeAtHead(lexicon, wording, text)
    if (division?.level === 'county' || division?.level === 'city') found.set(division, (found.get(division) ?? 0) + 1)
  }
  const [only, other] = found
  return only !== undefined && other === undefined && only[1] >= LEAST_HOSPITALS ? only[0] : undefined
}

const PAPER = /([〇㐀-鿿]{2,3})(?:日报|晚报|新闻网|网讯|广播电视台|电视台|卫视|在线(?=讯|编辑|记者|消息)|融媒体中心|发布(?=[”"》]))/gu
/** By its own words: the endings and levels that the place of a paper must have. */
const OWN: Readonly<Record<string, (division: Division) => boolean>> = {
  我省: ({ level }) => level === 'province',
  我市: ({ level, name }) => level !== 'township' && name.endsWith('市'),
  我县: ({ level, name }) => level === 'county' && name.endsWith('县'),
  我区: ({ level, name }) => level === 'county' && name.endsWith('区'),
}

/** 江南日报 at the head or the foot of a page that says 我省, 江州日报 on one that says 我市, and names none. */
export function placeOfPaper({ divisions }: Lexicon, text: string, own: string): Division | undefined {
  const isOwn = OWN[own]
  if (isOwn === undefined) return undefined
  const near = text.length <= FIRST_LOOK + LAST_LOOK ? text : `${text.slice(0, FIRST_LOOK)}\n${text.slice(-LAST_LOOK)}`
  for (const [, name = ''] of matchesOf(PAPER, near)) {
    const found = divisions.named(name).filter(isOwn)
    const short = found.length > 0 ? found : divisions.named(name.slice(-2)).filter(isOwn)
    // Of two places of one name the paper is the city's.
    const chosen = short.length === 1 ? short[0] : short.find(({ level }) => level === 'city')
    if (chosen !== undefined) return chosen
  }
  return undefined
}

const OF_REGION = /自治区(?:党委|政府|卫|医保|人民|级|副?主席)/u
const OF_DISTRICT = /(?<!治)区(?:委书记|政府|卫[健生]|人民医院|中医|领导)|副?区长/u

/** 我区 of a text of an autonomous region, which has no word of a district's own bodies. */
export function regionOfWords(lexicon: Lexicon, text: string): Division | undefined {
  return OF_REGION.test(text) && !OF_DISTRICT.test(text) ? provinceOfWords(lexicon, text) : undefined
}

/** The place that a text names most in full, where its government acts in the text. */
function placeGoverned(lexicon: Lexicon, text: string): Division | undefined {
  const place = placeByCount(lexicon, text)
  return place !== undefined && new RegExp(`${place.name}(?:人民政府|政府|委书记|委、|副?[市县区]长|领导)`, 'u').test(text)
    ? place
    : undefined
}

const OWN_COUNTY = /^我[县区旗]$/u

/** By 我县, which a text says or means, the one county of that ending that it names in full, where it tells of its officers. */
export function placeOfOwnOfficers(lexicon: Lexicon, text: string, own: string): Division | undefined {
  if (!OWN_COUNTY.test(own)) return undefined
  const named = new Set<Division>()
  for (const name of countNames(lexicon, text).names.keys()) {
    if (!name.endsWith(own.charAt(1))) continue
    for (const division of divisionsNamed(lexicon.divisions, name))
      if (division.level === 'county' && isFullName(division, name)) named.add(division)
  }
  const [only, other] = named
  if (only === undefined || other !== undefined || new RegExp(TURNS_TO + only.name, 'u').test(text)) return undefined
  return new RegExp(only.name + OFFICERS, 'u').test(text) ? only : undefined
}

const LEAST_PARTS = 4
/** 西安道70号, 南京路5号: what is called by the name of another place. */
const ROAD = /[〇㐀-鿿]{2,3}(?:大道|大街|[路道街])(?=\d)/gu
/** 四至：东至姚江路 */
const STANDS_FAR = /[：:，]/u
const LEAST_OF_CITY = 3
const MASKED = /[*＊X×某]{1,4}[省市县区]/u

/** By 我市, of a text without a mask, the city in which all places lie that it names, where it names the city and two parts of it. */
export function cityOfParts(lexicon: Lexicon, whole: string): Division | undefined {
  const { divisions } = lexicon
  const text = whole.replace(ROAD, '')
  if (MASKED.test(text)) return undefined
  const parts = new Map<string, Set<string>>()
  const sure = new Set<string>()
  for (const [name, count] of countNames(lexicon, text).names) {
    const [only, other] = divisions.named(name).filter(({ level }) => level === 'city' || level === 'county')
    if (only === undefined || other !== undefined) continue
    const city = `${only.code.slice(0, 4)}00`
    parts.set(city, (parts.get(city) ?? new Set()).add(only.code))
    // 东海, 滨海: a short name that is said once may be none.
    if (count > 1 || name.length > 2) sure.add(city)
  }
  const [first] = [...parts].sort((one, two) => two[1].size - one[1].size)
  const isOne = first !== undefined && [...sure].every((city) => city === first[0])
  const city = isOne && first[1].size >= LEAST_OF_CITY && first[1].has(first[0]) ? divisions.byCode(first[0]) : undefined
  return city?.level === 'city' ? city : undefined
}

/** The province in which all cities and counties lie that a text names, where it names several and no other province. */
export function provinceOfParts(lexicon: Lexicon, whole: string): Division | undefined {
  const { divisions } = lexicon
  const text = whole.replace(ROAD, '')
  const counts = countNames(lexicon, text).names
  const parts = new Map<string, string>()
  const provinces = new Set<string>()
  for (const [name, count] of counts) {
    const named = divisions.named(name).filter(({ level }) => level !== 'township')
    const province = named.find(({ level }) => level === 'province')
    if (province !== undefined) provinces.add(province.code)
    // A short name that several provinces have tells nothing.
    const above = new Set(named.map(({ code }) => code.slice(0, 2)))
    const [only] = named
    // 东至姚江路: a short name that is said once may be none.
    const isSure = count > 1 || name.length > 2 || !STANDS_FAR.test(text.charAt(text.indexOf(name) - 1))
    if (province === undefined && only !== undefined && above.size === 1 && isSure) parts.set(only.code, only.code.slice(0, 2))
  }
  const own = new Set(parts.values())
  const [only] = own
  // 天津 said again and again, and three of its districts.
  const isNamed = only !== undefined && (counts.get(divisions.byCode(`${only}0000`)?.name ?? '') ?? 0) >= LEAST_SAID
  const province =
    own.size !== 1 || parts.size < LEAST_PARTS - Number(isNamed) || only === undefined ? undefined : divisions.byCode(`${only}0000`)
  return province !== undefined && [...provinces].every((code) => code === province.code) ? province : undefined
}

/** A bureau's paper is its own, whatever partners its text names. */
const OF_BUREAU = /(?:局|委|委员会|政府|中心)(?:关于|20|[〇㐀-鿿]{0,4}年)|总结|计划|要点|报告|汇报|方案|规划|纲要|公报|年鉴|实施意见/u

/** 江南省妇幼保健院搬迁通知 above a text of another city that never says 江南: that city. */
export function placeUnderFarTitle(lexicon: Lexicon, title: string, text: string): Division | undefined {
  const titled = placeAtHead(lexicon, title, text)
  if (titled === undefined || OF_BUREAU.test(title)) return undefined
  const body = text.replaceAll(title, '')
  if (body.length < title.length * 3 || [titled.name, ...titled.short].some((name) => body.includes(name))) return undefined
  const own = placeInBody(lexicon, '', body)
  const governed = own === undefined ? placeGoverned(lexicon, body) : undefined
  if (governed !== undefined && !lies(lexicon.divisions, governed, titled.code) && !lies(lexicon.divisions, titled, governed.code))
    return governed
  const isFar = own !== undefined && !lies(lexicon.divisions, own, titled.code) && !lies(lexicon.divisions, titled, own.code)
  return isFar && body.split(own.name).length > 2 && !new RegExp(TURNS_TO + own.name, 'u').test(body) ? own : undefined
}
