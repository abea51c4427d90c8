/** The county of a text that never names it as its own: told by its townships, by its offices beside one name, or by its only name. */
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { divisionTrie } from '../naming/place-index.ts'

/** 区委、区政府, 县卫健委, 我区: who speaks is of a county. */
const OF_COUNTY =
  /(?<![市地校社辖园景片][〇㐀-鿿]{0,6}|院[〇㐀-鿿]?)(?<office>[区县旗])(?:委(?!员|派|托|会)|政府|卫健|卫生健康|直有关|直各|直单位)|[我全](?<level>[区县旗])(?![域级别间划分])/gu
/** 我市, 全市, 市委: the city itself speaks. */
const OF_CITY = /[我全]市|市委(?!员|派|托)|市政府|市[直级]/u
/** Papers that a government gives its own offices. */
const OF_OFFICES = /责任单位|牵头单位|配合单位|完成时限|各乡镇|县直|区直|旗直/u
const TURNS_TO = /(?:[与和同赴到向对]|支援|帮扶|来自|前往)$/u
const FEWEST_TOWNS = 2
/** 柳市、虹桥、大荆三家: towns told short in a list. */
const SHORT_TOWNS = /(?:[〇㐀-鿿]{2,3}、){2,12}[〇㐀-鿿]{2}(?=等|[一二三四五六七八九十\d]+[个家所镇乡])/gu
/** 市人民医院 */
const OWN_HOSPITAL = /(?<![〇㐀-鿿])市(?:人民|中医|第)/u

/** The level word of the county whose offices a text names, where it names those of one kind alone. */
function ownLevel(text: string): string | undefined {
  let level: string | undefined
  for (const { groups } of text.matchAll(OF_COUNTY)) {
    const said = groups?.['office'] ?? groups?.['level']
    if (level !== undefined && said !== level) return undefined
    level = said
  }
  return level
}

/** 泰州市甲医院…高新区…交区委、区政府: of a city the one county that the text names, where it speaks as such a county and never as the city. */
export function countyOfCity({ divisions }: Lexicon, city: string, text: string): Division | undefined {
  const level = OF_CITY.test(text) ? undefined : ownLevel(text)
  if (level === undefined) return undefined
  const [only, other] = divisions
    .parts(city)
    .filter((part) => part.level === 'county' && part.name.endsWith(level) && (isNamed(text, part) || hasPaper(text, part)))
  return other === undefined ? only : undefined
}

/** 青岚土家族自治县, or short 青岚县. */
function isNamed(text: string, { name, short }: Division): boolean {
  return text.includes(name) || short.some((one) => one.length > 2 && one.endsWith(name.charAt(name.length - 1)) && text.includes(one))
}

/** 《今日青岚》, 青岚网, 青岚发布: papers of a county that is told short. */
function hasPaper(text: string, { short }: Division): boolean {
  return short.some(
    (name) =>
      name.length > 1 &&
      text.includes(name) &&
      new RegExp(`《今日${name}》|${name}(?:新闻)?网(?!络|格|上|点)|${name}(?:发布|融媒|新闻|电视台|报社|广播)`, 'u').test(text),
  )
}

/** 各乡镇 in a paper for offices that names one county in full and no other. */
export function onlyCounty(lexicon: Lexicon, text: string): Division | undefined {
  if (!OF_OFFICES.test(text)) return undefined
  let only: Division | undefined
  for (const { from, to } of divisionTrie(lexicon).find(text)) {
    const name = text.slice(from, to)
    if (name.length < 3 || !/[县市区旗]$/u.test(name) || TURNS_TO.test(text.slice(Math.max(0, from - 2), from))) continue
    const named = lexicon.divisions.named(name).filter((one) => one.level === 'county' && one.name === name)
    if (named.length === 0) continue
    if (named.length > 1 || (only !== undefined && only.code !== named[0]?.code)) return undefined
    only = named[0]
  }
  return only
}

/** 蓉城镇、杨田镇、杜村乡 of a 县卫健委: the one county that has all townships which a text names. */
export function countyOfTowns(lexicon: Lexicon, text: string): Division | undefined {
  const level = ownLevel(text) ?? (OF_CITY.test(text) || OWN_HOSPITAL.test(text) ? '市' : undefined)
  if (level === undefined) return undefined
  const { divisions } = lexicon
  const towns = new Set<string>()
  for (const { from, to } of divisionTrie(lexicon).find(text)) {
    const name = text.slice(from, to)
    if (/[镇乡]$/u.test(name) && name.length > 2) towns.add(name)
  }
  for (const [list] of text.matchAll(SHORT_TOWNS))
    for (const name of list.split('、')) if (divisions.named(name).some(({ level: own }) => own === 'township')) towns.add(name)
  const has = new Map<string, number>()
  for (const name of towns)
    for (const code of new Set(divisions.named(name).map(({ code }) => code.slice(0, 6)))) has.set(code, (has.get(code) ?? 0) + 1)
  const all = [...has].filter(([, count]) => count === towns.size)
  const [only] = all
  // Of several cities with towns of such names none is sure of fewer than three.
  const county =
    towns.size < FEWEST_TOWNS + Number(level === '市') || all.length !== 1 || only === undefined ? undefined : divisions.byCode(only[0])
  return county?.level === 'county' && county.name.endsWith(level) ? county : undefined
}
