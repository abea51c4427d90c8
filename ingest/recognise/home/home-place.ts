/** Finds the division that a document speaks from, among those that its publisher, title and body name. */
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { CLASS_NAME, divisionTrie, divisionsNamed, isCutFromOffice, isFullName, lies } from '../naming/place-index.ts'
import { SURNAME } from '../naming/words.ts'
import { homeSuffix, type HomeSuffix } from './home-words.ts'

interface Counts {
  readonly names: ReadonlyMap<string, number>
  /** How often 健康 stands before a name: 健康奉化 is the home's own slogan. */
  readonly healthy: ReadonlyMap<string, number>
}

/** Counts of the text looked at last: one description asks for them many times. */
let latest: { readonly text: string; readonly lexicon: Lexicon; readonly counts: Counts } | undefined

const AWAY = /[赴驰]$|前往|融入|来自|奔赴/u
/** What makes a short name a part of another: 南昌|大学, 中山|医学, 玉门|油田; a full name (青岚区) is never one. */
const OF_SCHOOL =
  /^(?:大学|医科|医学|医大|学院|师范|理工|工业大|科技大|财经|中医药大|职业技术|卫生职业|医专|高等专科|油田|石油|石化|钢铁|矿务|煤业|矿业|铝厂|铝业)/u
/** 副市长|葛益平, 院长|沙某: the title ends inside what looks like 长葛, 长沙; 孙|中山 is a person. */
const OFFICE_BEFORE = /[市县区旗州省院局处科部所站校镇乡组会]$/u

/** 王|安康|院长 */
const OFFICE_AFTER = /^(?:副?(?:院长|书记|主任|局长|县长|区长|市长|校长|主席|会长)|教授|博士|医生|医师|同志|先生|女士)/u

/** Whether a short name at a place is cut out of an office or the name of a person or a school. */
function isCutOut({ divisions }: Lexicon, text: string, { from, to }: { from: number; to: number }): boolean {
  if (isCutFromOffice(text, from, to)) return true
  if (/[省市区县旗州盟]$/u.test(text.slice(from, to))) return false
  if (text.charAt(from) === '长' && OFFICE_BEFORE.test(text.charAt(from - 1))) return true
  if (to - from === 2 && SURNAME.test(text.charAt(from - 1)) && OFFICE_AFTER.test(text.slice(to, to + 3))) return true
  // 江南|医科大学 stands at least in its province.
  const isSchool =
    OF_SCHOOL.test(text.slice(to, to + 4)) && !divisions.named(text.slice(from, to)).some(({ level }) => level === 'province')
  return isSchool || (text.charAt(from - 1) === '孙' && text.startsWith('中山', from))
}

/** Whether a text names the city of a district that is so called. */
function isCityNamed({ divisions }: Lexicon, name: string, text: string): boolean {
  return divisions.named(name).some(({ code }) => {
    const city = divisions.chain(code).at(-2)
    return city !== undefined && text.includes(city.name.replace(/[市州]$/u, ''))
  })
}

/** How often each division name stands in a text; longest match at every place. */
export function countNames(lexicon: Lexicon, text: string): Counts {
  if (latest?.text === text && latest.lexicon === lexicon) return latest.counts
  const names = new Map<string, number>()
  const healthy = new Map<string, number>()
  for (const { from, to } of divisionTrie(lexicon).find(text)) {
    const name = text.slice(from, to)
    // 雄安新区 is not of 安新.
    if (text.startsWith('区', to) && name.endsWith('新') && name.length < 3) continue
    // 东区分院, 中心城区: a part of a house or a town, unless the city of a district of that name is named as well.
    if (CLASS_NAME.test(name) && !isCityNamed(lexicon, name, text)) continue
    // 前往上海, 融入上海: where the home turns to.
    if (AWAY.test(text.slice(Math.max(0, from - 2), from)) || isCutOut(lexicon, text, { from, to })) continue
    names.set(name, (names.get(name) ?? 0) + 1)
    if (text.startsWith('健康', from - 2)) healthy.set(name, (healthy.get(name) ?? 0) + 1)
  }
  latest = { text, lexicon, counts: { names, healthy } }
  return latest.counts
}

/** Clues in the text for one of several divisions of a name: its wider divisions, its townships, other names of its county. */
function clues(lexicon: Lexicon, division: Division, counts: ReadonlyMap<string, number>): number {
  const { divisions } = lexicon
  const said = (named: Division | undefined): number =>
    named === undefined ? 0 : [named.name, ...named.short].reduce((sum, name) => sum + (counts.get(name) ?? 0), 0)
  let score = 0
  for (let wider = division.parent; wider !== undefined; wider = divisions.byCode(wider)?.parent) {
    const parent = divisions.byCode(wider)
    score += said(parent) * (parent?.level === 'city' ? 3 : 2)
  }
  for (const part of divisions.parts(division.code)) score += (counts.get(part.name) ?? 0) * 2
  return score
}

/** 乌兰在考察医院时强调, 永和带队调研: who leads is named as a place is. */
const LEADER =
  /^[〇㐀-鿿]{2,3}(?:在[〇㐀-鿿]{2,24}时(?:强调|指出|要求|表示)|主持召开|出席|会见|率队|带队|率团|看望|慰问|深入|[赴到][〇㐀-鿿]{2,24}(?:调研|考察|检查|督导|督查))/u

/** 鼓楼医院 of a city at the head of a title, in which 鼓楼 is no district. */
function beginsFarHospital({ divisions, organisationByName }: Lexicon, title: string, head: { division: Division; to: number }): boolean {
  for (let to = Math.min(16, title.length); to > head.to; to--) {
    const code = organisationByName.get(title.slice(0, to))?.division
    const seat = code === undefined ? undefined : divisions.byCode(code)
    if (seat !== undefined) return !lies(divisions, seat, head.division.code)
  }
  return false
}

/** The division at the head of a title, which may begin with a leader's name. */
export function placeOfTitle(lexicon: Lexicon, title: string, text: string): Division | undefined {
  const head = headOf(lexicon, title, text)
  if (head === undefined) return undefined
  const isShort = !isFullName(head.division, title.slice(0, head.to))
  return isShort && ((head.to <= 3 && LEADER.test(title)) || beginsFarHospital(lexicon, title, head)) ? undefined : head.division
}

/** The division at the head of a wording (宁波市奉化区卫生健康局), the lowest of a chain; by clues where the name is not one. */
export function placeAtHead(lexicon: Lexicon, wording: string, text: string): Division | undefined {
  return headOf(lexicon, wording, text)?.division
}

/** What stands after a place and makes it part of another name: 广州|医科大学, 温泉|街道. */
const NO_HEAD = /^(?:大学|医科大学|医学|学院|中医药大学|医药大学|街道|镇|乡|村|社区|路)/u

const LEVEL_END = /[省市]/u

/** The division at the head of a wording and where its name ends. */
export function headOf(lexicon: Lexicon, wording: string, text: string): { division: Division; to: number } | undefined {
  const trie = divisionTrie(lexicon)
  let from = 0
  let found: Division | undefined
  const told = (): { division: Division; to: number } | undefined => (found === undefined ? undefined : { division: found, to: from })
  for (;;) {
    const all = trie.allAt(wording, from).toReversed()
    const longest = all[0]
    // 牡丹江|医学院: a city in the name of a school, and no 牡丹 either.
    if (longest !== undefined && longest.to - from > 2 && OF_SCHOOL.test(wording.slice(longest.to))) return told()
    const next = all
      // 江州市|路桥区: the name of another place, and no part of a longer one.
      .filter(
        ({ to }) => !NO_HEAD.test(wording.slice(to)) || (LEVEL_END.test(wording.charAt(to - 1)) && trie.allAt(wording, to).length > 0),
      )
      .map(({ to }) => ({ to, division: chooseDivision(lexicon, wording.slice(from, to), { above: found, text }) }))
      .find(({ division }) => division !== undefined)
    if (next?.division === undefined) return told()
    found = next.division
    from = next.to
  }
}

/** 温泉街道社区卫生服务中心 of the title, as the text tells it in full: 福州市鼓楼区温泉街道社区卫生服务中心. */
export function wordingInFull(lexicon: Lexicon, wording: string, text: string): string {
  if (!/^[〇㐀-鿿]{2,6}(?:街道|镇|乡).*(?:中心|院)$/u.test(wording)) return wording
  const at = [...text.matchAll(/[区县市旗]/gu)].find((match) => text.startsWith(wording, match.index + 1))?.index
  const lead = at === undefined ? '' : (/[〇㐀-鿿]{2,14}$/u.exec(text.slice(Math.max(0, at - 13), at + 1))?.[0] ?? '')
  for (let from = 0; from < lead.length - 1; from++)
    if (placeAtHead(lexicon, lead.slice(from), text)?.level === 'county') return lead.slice(from) + wording
  return wording
}

function chooseDivision(
  lexicon: Lexicon,
  name: string,
  { above, text }: { above: Division | undefined; text: string },
): Division | undefined {
  const { divisions } = lexicon
  const all = divisionsNamed(divisions, name).filter(
    (division) => division.level !== 'township' || (above !== undefined && isFullName(division, name)),
  )
  const below =
    above === undefined
      ? all
      : all.filter(
          (division) => divisions.chain(division.code).some((place) => place.adcode === above.code) && division.code !== above.code,
        )
  if (below.length <= 1) return below[0]
  const full = below.filter((division) => isFullName(division, name))
  const among = full.length > 0 ? full : below
  if (among.length === 1) return among[0]
  const counts = countNames(lexicon, text).names
  // 江州 is the city of 江州县 where the text does not name that county.
  const own = among.filter(
    ({ code, parent, name: full }) => counts.has(full) || !among.some((wider) => wider.code === parent && wider.code !== code),
  )
  if (own.length === 1) return own[0]
  // 江州市 is said more often than 江州县: the short name is the city's.
  const city = own.find(({ level }) => level === 'city')
  if (
    city !== undefined &&
    (counts.get(city.name) ?? 0) > 0 &&
    own.every((part) => part === city || (part.parent === city.code && (counts.get(part.name) ?? 0) < (counts.get(city.name) ?? 0)))
  )
    return city
  const ranked = own.map((division) => ({ division, score: clues(lexicon, division, counts) })).sort((a, b) => b.score - a.score)
  const [first, second] = ranked
  return first !== undefined && first.score > (second?.score ?? 0) ? first.division : undefined
}

/** The county, else the city, whose full name the text says most, where no word of its own tells the home. */
export function placeByCount(lexicon: Lexicon, text: string): Division | undefined {
  const counts = countNames(lexicon, text).names
  for (const level of ['county', 'city'] as const) {
    const ranked = [...counts]
      .flatMap(([name, count]) => {
        const division = chooseDivision(lexicon, name, { above: undefined, text })
        return division?.level === level && (isFullName(division, name) || /^.{2,}[县旗州]$/u.test(name)) ? [{ division, count }] : []
      })
      .sort((a, b) => b.count - a.count)
    const [first, second] = ranked
    const city = first?.division.parent === undefined ? undefined : lexicon.divisions.byCode(first.division.parent)
    // A city that is named far more often than its county is what the text is of.
    const isOfCity = first !== undefined && city?.level === 'city' && (counts.get(city.name) ?? 0) >= 2 * first.count
    if (first !== undefined && !isOfCity && first.count >= 2 && first.count >= 1.5 * (second?.count ?? 0)) return first.division
  }
  return undefined
}

/** The city in which all lie that a text names in full, where it names two or more: 江州市第一人民医院 and 云溪区人民医院. */
export function placeOfAll(lexicon: Lexicon, text: string): Division | undefined {
  const named = new Map<string, Division>()
  for (const name of countNames(lexicon, text).names.keys()) {
    const division = chooseDivision(lexicon, name, { above: undefined, text })
    if (division !== undefined && (division.level === 'county' || division.level === 'city') && isFullName(division, name))
      named.set(division.code, division)
  }
  const cities = new Set([...named.values()].map(({ code, level, parent }) => (level === 'city' ? code : parent)))
  const [only] = cities
  const city = named.size < 2 || cities.size !== 1 || only === undefined ? undefined : lexicon.divisions.byCode(only)
  return city?.level === 'city' ? city : undefined
}

/** The counties that a line names in full, each once. */
export function placesIn(lexicon: Lexicon, line: string): Division[] {
  const found = new Map<string, Division>()
  for (const { from, to } of divisionTrie(lexicon).find(line)) {
    const name = line.slice(from, to)
    const division = chooseDivision(lexicon, name, { above: undefined, text: line })
    if (division?.level === 'county' && isFullName(division, name)) found.set(division.code, division)
  }
  return [...found.values()]
}

/** A text in which each place that it names in full is blanked. */
export function withoutNames(lexicon: Lexicon, text: string): string {
  let rest = ''
  let reached = 0
  for (const { from, to } of divisionTrie(lexicon).find(text)) {
    if (!/[省市区县旗州盟]/u.test(text.charAt(to - 1))) continue
    rest += `${text.slice(reached, from)} `
    reached = to
  }
  return rest + text.slice(reached)
}

export const ENDINGS: Readonly<Record<HomeSuffix, RegExp>> = {
  省: /省$/u,
  自治区: /自治区$/u,
  市: /市$/u,
  区: /区$/u,
  县: /县$/u,
  旗: /旗$/u,
  州: /州$/u,
  盟: /盟$/u,
}

/** 青岚县卫生事业发展规划 in a text of 我县 that names no other county. */
const OWN_CARE = /^(?:卫生|卫健|健康|“十|"十)/u

/** 江州 in a text of 江州市 that never says 江州县: the short name is the city's, whatever county shares it. */
function isOfNamesake(
  { divisions }: Lexicon,
  division: Division,
  { name, counts }: { name: string; counts: ReadonlyMap<string, number> },
): boolean {
  if (isFullName(division, name) || counts.has(division.name)) return false
  return divisions.named(name).some((other) => other.code !== division.code && other.level !== 'township' && counts.has(other.name))
}

/** 天津市…, 省卫健委…, 我市…: no text speaks from a municipality that has a province of its own. */
const OWN_PROVINCE = /(?:(?<![〇㐀-鿿])|(?<=[在与和及由是到赴经受向]))省(?:委|政府|卫健委|卫生健康委|卫计委|卫生厅)|[我全]省(?!医)/u

/** 上海市黄浦区、浦东新区与我市建立协作关系: whoever is on the other side. */
const WITH_OURS = /[^，。；：\n]{2,40}?[与同和]我[市县区旗州](?:建立|结|签|开展|深化|携手|合作)[^，。；]*/gu

/** The division of which the body of the text speaks most, among those with the ending that it uses of itself. */
export function placeInBody(lexicon: Lexicon, title: string, whole: string): Division | undefined {
  const text = whole.replaceAll(WITH_OURS, '')
  const suffix = homeSuffix(text)
  if (suffix === undefined) return undefined
  const { names: counts, healthy } = countNames(lexicon, text)
  const scores = new Map<string, number>()
  const isUnderProvince = suffix === '市' && OWN_PROVINCE.test(text)
  for (const [name, count] of counts) {
    for (const division of divisionsNamed(lexicon.divisions, name)) {
      if (isUnderProvince && division.level === 'province') continue
      if (division.level === 'township' || !ENDINGS[suffix].test(division.name) || isOfNamesake(lexicon, division, { name, counts }))
        continue
      const score = (isFullName(division, name) ? 2 * count : count) + 3 * (healthy.get(name) ?? 0) + (title.includes(name) ? 4 : 0)
      scores.set(division.code, (scores.get(division.code) ?? 0) + score)
    }
  }
  const ranked = [...scores]
    .map(([code, score]) => ({ division: lexicon.divisions.byCode(code) as Division, score }))
    .map(({ division, score }) => ({ division, score: score + Math.min(score, clues(lexicon, division, counts)) }))
    .sort((a, b) => b.score - a.score || (a.division.code < b.division.code ? -1 : 1))
  const [first, second] = ranked
  if (
    first !== undefined &&
    second === undefined &&
    OWN_CARE.test(text.slice(text.indexOf(first.division.name) + first.division.name.length))
  )
    return first.division
  return first !== undefined && first.score >= 4 && first.score > (second?.score ?? 0) * 1.4 ? first.division : undefined
}
