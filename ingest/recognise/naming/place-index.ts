/** Looks up divisions by name in the light of a document's home, its neighbours and what stands before. */
import type { Place } from '../../../cypher/model/index.ts'
import { Trie } from '../../grammar/trie.ts'
import type { Division, Divisions, Lexicon } from '../../lexicon/lexicon.ts'
import { rememberLast } from './remember.ts'

/** The home of a document, widest place first, as far as it is known. */
export type Home = readonly Place[]

const tries = new WeakMap<Divisions, Trie<string>>()

/** All full and short names of divisions, each with itself; built once a table. */
export function divisionTrie({ divisions }: Lexicon): Trie<string> {
  let trie = tries.get(divisions)
  if (trie === undefined) {
    trie = new Trie()
    for (const division of divisions.all()) addNames(trie, division)
    tries.set(divisions, trie)
  }
  return trie
}

/** Adds a division's names, each with itself. */
export function addNames(trie: Trie<string>, division: Division): void {
  trie.set(division.name, division.name)
  for (const short of division.short) trie.set(short, short)
  // 番禺区大石街: how southern texts shorten 大石街道.
  const street = division.name.endsWith('街道') ? division.name.slice(0, -1) : undefined
  if (street !== undefined) trie.set(street, street)
}

/** Divisions that a name may mean; 大石街 means 大石街道. */
export function divisionsNamed(divisions: Divisions, name: string): readonly Division[] {
  const exact = divisions.named(name)
  if (!name.endsWith('街')) return exact
  const streets = divisions.named(`${name}道`)
  return exact.length === 0 ? streets : [...exact, ...streets]
}

export function isFullName(division: Division, name: string): boolean {
  return division.name === name || (division.level === 'township' && division.name === `${name}道`)
}

const codesByDivision = new WeakMap<Division, readonly string[]>()

/** Codes from the division up to its province. */
function codesUp(divisions: Divisions, division: Division): readonly string[] {
  const known = codesByDivision.get(division)
  if (known !== undefined) return known
  const codes: string[] = []
  codesByDivision.set(division, codes)
  for (let at: Division | undefined = division; at !== undefined; at = at.parent === undefined ? undefined : divisions.byCode(at.parent))
    codes.push(at.code)
  return codes
}

export function lies(divisions: Divisions, division: Division, within: string): boolean {
  return codesUp(divisions, division).includes(within)
}

export interface Neighbours {
  /** The place that stands right before, as in 凉山州布拖县. */
  readonly before?: Place
  /** Whether something after the name shows that a township is meant; asked where a township of the home has the name. */
  readonly showsTownship?: () => boolean
  /** Whether the document says a wording; asked where several divisions have the name and nothing nearer tells which. */
  readonly says?: (wording: string) => boolean
}

/**
 * The division that a name means in a document: in the place right before it, else in the home county, its city, its
 * province, else the widest. A short name of a township counts in the home alone and only where the text shows it;
 * a township anywhere else needs its county before it. Undefined where nothing is certain enough.
 */
export function resolvePlace(lexicon: Lexicon, home: Home, name: string, neighbours: Neighbours = {}): Division | undefined {
  if (neighbours.before !== undefined)
    return findPlace(lexicon, home, name, { before: neighbours.before, isShown: neighbours.showsTownship ?? never })
  const { plain, township } = meaningAlone(lexicon, home, name)
  const meant = plain !== township && neighbours.showsTownship?.() === true ? township : plain
  return meant ?? (neighbours.says === undefined ? undefined : toldOnce(lexicon, name, neighbours.says))
}

/** 南沙区 in a text that says 广州市南沙区 once: the one of several whose city the text names with it, or a street of it behind it. */
function toldOnce({ divisions }: Lexicon, name: string, says: (wording: string) => boolean): Division | undefined {
  const named = divisions.named(name)
  if (named.length < 2) return undefined
  const told = named.filter((division) => {
    const city = division.parent === undefined ? undefined : divisions.byCode(division.parent)
    if (division.level !== 'county' || division.name !== name || city === undefined) return false
    if ([city.name, ...city.short].some((wider) => says(wider + name))) return true
    return divisions.parts(division.code).some((part) => says(name + part.name.replace(/(?<=街)道$/u, '')))
  })
  return told.length === 1 ? told[0] : undefined
}

/** Whether a name without a neighbour can mean a division; most that a text holds by chance cannot. */
export function mayMean(lexicon: Lexicon, home: Home, name: string): boolean {
  const { plain, township } = meaningAlone(lexicon, home, name)
  return plain !== undefined || township !== undefined
}

function meaningAlone(lexicon: Lexicon, home: Home, name: string): Meaning {
  const known = meaningsUnder(home)
  let meaning = known.get(name)
  if (meaning === undefined) known.set(name, (meaning = meaningOf(lexicon, home, name)))
  return meaning
}

/** What a name without a neighbour means, and what it means where a township is shown. */
interface Meaning {
  readonly plain: Division | undefined
  readonly township: Division | undefined
}

const never = (): boolean => false

function meaningOf(lexicon: Lexicon, home: Home, name: string): Meaning {
  let isAsked = false
  const plain = findPlace(lexicon, home, name, { isShown: () => !(isAsked = true) })
  return { plain, township: isAsked ? findPlace(lexicon, home, name, { isShown: () => true }) : plain }
}

/** What names without a neighbour mean under a home; every document asks the same again and again. */
const meaningsUnder = rememberLast<Home, Map<string, Meaning>>(() => new Map())

/** 矿区, 郊区, 城区, 东区, 东城区 are names of districts and words for a kind of place. */
export const CLASS_NAME = /^(?:[矿郊城东西]|[东西南北老]城)区$/u

function findPlace(
  lexicon: Lexicon,
  home: Home,
  name: string,
  neighbours: { readonly before?: Place; readonly isShown: () => boolean },
): Division | undefined {
  const { divisions } = lexicon
  const named = divisionsNamed(divisions, name)
  const found = named.some(({ level }) => level !== 'township') ? named : [...named, ...renamedTownships(divisions, home, name)]
  if (found.length === 0) return undefined
  const before = neighbours.before?.adcode
  const isClass = CLASS_NAME.test(name)
  const usable = found.filter((division) => {
    if (before !== undefined && before !== division.code && lies(divisions, division, before)) return true
    if (isClass)
      return home.some((place) => place.adcode !== undefined && place.level !== 'province' && lies(divisions, division, place.adcode))
    if (division.level !== 'township') return true
    return (
      isTownshipOfHome(divisions, home, division, isFullName(division, name)) &&
      (isFullName(division, name) || TOWNSHIP.test(name) || neighbours.isShown())
    )
  })
  if (usable.length <= 1) return usable[0]
  const nearness = (division: Division): number => {
    const codes = codesUp(divisions, division)
    if (before !== undefined && before !== division.code && codes.includes(before)) return 10
    const shared = home.findLastIndex((place) => place.adcode !== undefined && codes.includes(place.adcode))
    // The home and its upper divisions themselves come before their parts of the same name.
    return shared + (home.some((place) => place.adcode === division.code) ? 0.5 : 0)
  }
  const ranked = usable.map((division) => ({ division, near: nearness(division) })).sort((a, b) => b.near - a.near)
  const [best, second] = ranked
  if (best === undefined) return undefined
  const isTie = second !== undefined && second.near === best.near && second.division.level === best.division.level
  return isTie && !(isFullName(best.division, name) && !isFullName(second.division, name)) ? undefined : best.division
}

/** 海|荣县|长, the head of a county behind a given name; in 荣县|长期 it is a county. */
const OFFICER_AFTER = /^长(?![期江远效征者安沙春城三时治乐海兴丰年足假])/u

/** Whether what looks like the full name of a place is cut out of an office, or of a verb: 颜海|荣县|长, 王|代县|长. */
export function isCutFromOffice(text: string, from: number, to: number): boolean {
  if (text.startsWith('代县长', from)) return true
  if (!/[省市区县旗州镇乡]/u.test(text.charAt(to - 1)) || !/[〇㐀-鿿]/u.test(text.charAt(from - 1))) return false
  return OFFICER_AFTER.test(text.slice(to, to + 2))
}

const TOWNSHIP = /(?:街道|镇|乡)$/u

/** What a township of this name may have been called, and may be called now: 镇, 乡 or 街道. */
export function renamings(name: string): readonly string[] {
  const base = name.replace(TOWNSHIP, '')
  return base === name ? [] : ['镇', '乡', '街道'].map((suffix) => base + suffix)
}

/** 古勒巴格镇 in a county whose table still has 古勒巴格乡. */
function renamedTownships(divisions: Divisions, home: Home, name: string): Division[] {
  const county = home.at(-1)
  if (county?.level !== 'county' || county.adcode === undefined || name.length < 3 || !TOWNSHIP.test(name)) return []
  const own = renamings(name).flatMap((other) =>
    divisions.named(other).filter(({ level, parent }) => level === 'township' && parent === county.adcode),
  )
  return own.some((township) => township.name === name) ? [] : own
}

/** A full name counts anywhere in the home's city, a short one in the home itself; under a mask no township gets a code. */
function isTownshipOfHome(divisions: Divisions, home: Home, township: Division, isFull: boolean): boolean {
  const last = home.at(-1)
  if (last === undefined || last.masked === true) return false
  const within = isFull
    ? (home.find((place) => place.level === 'city') ?? last)
    : home.findLast((place) => place.level === 'county' || place.level === 'city')
  if (within?.adcode === undefined || within.level === 'province') return false
  // A name of a township stands all over the country: the province tells most of them apart.
  return township.code.startsWith(within.adcode.slice(0, 2)) && lies(divisions, township, within.adcode)
}

const XINJIANG = '650000'

/** 自治区儿童医院 in a report of the production corps, which has a code of its own, is the region's. */
export function regionBesideCorps({ divisions }: Lexicon, home: Home, word: string): Place | undefined {
  return word === '自治区' && home[0]?.name.includes('兵团') === true ? divisions.chain(XINJIANG).at(-1) : undefined
}

/** The place of the home that a level word means (ontology.md, "Whose text is it"); undefined where the home has none. */
export function placeOfLevel(home: Home, word: string): Place | undefined {
  const last = home.at(-1)
  const ending = (suffix: string, level?: Place['level']): Place | undefined =>
    home.findLast((place) => place.name.endsWith(suffix) && (level === undefined || place.level === level))
  switch (word) {
    case '省':
      return (
        home.find((place) => place.level === 'province' && !place.name.endsWith('市')) ?? home.find((place) => place.level === 'province')
      )
    case '自治区':
      return home.find((place) => place.level === 'province')
    case '兵团':
      return home.find((place) => place.name.includes('兵团'))
    case '地区':
      return ending('地区', 'city')
    case '新区':
    case '示范区':
      return last?.name.endsWith(word) === true ? last : undefined
    case '师':
    case '师市':
      return home.find((place) => place.level === 'city')
    case '市':
      // 市X in a 县 or 区 is the parent city's; in a county-level 市 its own.
      return last !== undefined && last.level === 'county' && last.name.endsWith('市') ? last : ending('市')
    case '州':
      return ending('州', 'city')
    case '自治州':
      return ending('州', 'city')
    case '盟':
      return ending('盟', 'city')
    case '区':
      // 区人民医院 in a text of the whole 自治区
      if (home.length === 1 && last?.name.endsWith('自治区') === true) return last
      return last?.level === 'township' ? home.at(-2) : home.find((place) => place.level === 'county' && /区$|^我区$/u.test(place.name))
    case '县':
      return home.find((place) => place.level === 'county' && place.name.endsWith('县'))
    case '旗':
      return home.find((place) => place.level === 'county' && place.name.endsWith('旗'))
    default:
      return undefined
  }
}

const ZONE_WORD = /(?:新区|开发区|经开区|高新区|管理区|[试实]验区|示范区|先行区|度假区|合作区|新片区|园区|景区|保税区)$/u

/** 大通湖区: a zone that is called as a district of its city is, and whose name begins with its city as theirs do. */
export function isCalledAsDistrict(zone: string): boolean {
  return !ZONE_WORD.test(zone)
}

/** Names of a zone without a code: 宁波前湾新区, and without its city 前湾新区. */
export function zoneNames(zone: Place, parent: Place | undefined): string[] {
  const city = parent?.name.replace(/(?:市|省|县|区|地区|自治州)$/u, '') ?? ''
  const lead = parent !== undefined && zone.name.startsWith(parent.name) ? parent.name : city
  const rest = zone.name.startsWith(lead) ? zone.name.slice(lead.length) : zone.name
  return rest.length >= 4 && rest !== zone.name ? [zone.name, rest] : [zone.name]
}

/** The city of a zone that is not the home and is called as a district is. */
function cityOfZone(lexicon: Lexicon, { id, name }: Place): Place | undefined {
  const code = isCalledAsDistrict(name) ? /^district\/(\d{6})\./u.exec(id)?.[1] : undefined
  return code === undefined ? undefined : lexicon.divisions.chain(code).at(-1)
}

/** How an official name begins: 宁波市奉化区, but 慈溪市, 长兴县, 浙江省. */
export function officialPrefix(lexicon: Lexicon, home: Home, named: Place): string {
  // The home bears the name that its text calls it.
  const place = home.find(({ id }) => id === named.id) ?? named
  if (place.level !== 'county' || !place.name.endsWith('区')) return place.name
  const chain = place.adcode === undefined ? home : lexicon.divisions.chain(place.adcode)
  const at = chain.findIndex((step) => step.id === place.id)
  const parent = at < 0 ? cityOfZone(lexicon, place) : chain[at - 1]
  if (parent === undefined || parent.masked === true || place.masked === true) return place.name
  // 宁波前湾新区 carries its city's name already.
  if (place.adcode === undefined && place.name.startsWith(parent.name.replace(/市$/u, ''))) return place.name
  if (parent.level === 'city' || parent.name.endsWith('市')) return parent.name + place.name
  return place.name
}

/** Counties whose names are a joining word and 县 elsewhere, with the city that they are of: 疾控中心和|县卫生监督所, 已会同|县民政局. */
const JOINT_COUNTIES: readonly (readonly [name: string, city: string])[] = [
  ['和县', '3405'],
  ['会同县', '4312'],
]

/** Whether the name of such a county stands behind a character or a bracket, in a text that is not of its city: then it joins. */
export function isJointCounty(home: Home, text: string, from: number): boolean {
  const joint = JOINT_COUNTIES.find(([name]) => text.startsWith(name, from))
  return (
    joint !== undefined && /[〇㐀-鿿）]/u.test(text.charAt(from - 1)) && !home.some(({ adcode }) => adcode?.startsWith(joint[1]) === true)
  )
}
