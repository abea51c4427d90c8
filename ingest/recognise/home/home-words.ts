/** How a text speaks of its own place: 我区, 全县; and masks in place of a name: XX市. */
import { matchesOf } from '../../grammar/matches.ts'

export type HomeSuffix = '省' | '自治区' | '市' | '区' | '县' | '旗' | '州' | '盟'

const OWN = /(?:我|本)(?<!各.)(自治区|省|市|区|县|旗|州|盟)(?!域|内|级)/gu
/** 全州县 is a name. */
const WHOLE = /全(自治区|省|市|区|县|旗|州(?!县(?![级域市乡]))|盟)(?!域|面)/gu
/** A level word that begins a name of a body: 区卫生健康局, 县人民医院, 旗中蒙医院. */
const BODY =
  /(省|市|区|县|旗|州|盟)(?<=(?:^|[，。；：、“”（）\s与和由及将对在为以，]|[^一-龥]).)(?=卫生健康|卫健|委|政府|医院|人民医院|中医|中心医院|妇幼|妇保|疾控|第[一二三四五六七八九十]|[一二三四五六七八九十]院|蒙医|中蒙|民族医院)/gu
const MASK = /(?<![\d*.＊])(?:[XxＸ×]{1,4}|[*＊]{1,3}|某某?)(省|市|县|区|州|旗)(?![*\d])/gu
const MASK_UNIT = /[XxＸ×*＊某]/
const WIDTH: readonly HomeSuffix[] = ['区', '县', '旗', '市', '州', '盟', '自治区', '省']

function tally(text: string, pattern: RegExp, weight: number, counts: Map<HomeSuffix, number>): void {
  for (const match of matchesOf(pattern, text)) {
    const suffix = match[1] as HomeSuffix
    counts.set(suffix, (counts.get(suffix) ?? 0) + weight)
  }
}

/** The last word of the home's name, as the text's own words tell it; 我区 tells more than 全市. */
export function homeSuffix(text: string): HomeSuffix | undefined {
  const own = new Map<HomeSuffix, number>()
  tally(text, OWN, 3, own)
  tally(text, BODY, 1, own)
  tally(text, WHOLE, 1, own)
  // 全市 in a report of a 区 speaks of the city above: the narrowest word that is said often enough is the home's.
  return WIDTH.find((suffix) => (own.get(suffix) ?? 0) >= 2 && [...own.values()].every((count) => count <= 12 * (own.get(suffix) ?? 0)))
}

/**
 * Whether a text under the title of a city speaks of a county as its own: 我县, 全县, and not of the city more often. 县人民医院
 * alone is of any county that such a text has just named.
 */
export function saysOwnCounty(text: string): boolean {
  const own = new Map<HomeSuffix, number>()
  tally(text, OWN, 3, own)
  tally(text, WHOLE, 1, own)
  const [county, city] = [
    ['区', '县', '旗'],
    ['市', '州', '盟'],
  ].map((words) => words.reduce((sum, word) => sum + (own.get(word as HomeSuffix) ?? 0), 0))
  return (county ?? 0) >= 2 && (county ?? 0) > (city ?? 0)
}

/** 县医院, 副县长, 区政府: a level word before a body or an office; asked of a text without the names of places. */
const BARE = /(?<![城地社校院辖园景片各几两山郊新厂])(区|县|旗|市)(?=医院|人民医院|中医|妇幼|委书记|委常委|委副|政府|[长政]|卫|领导)/gu

/** The level word that a text sets before its own bodies, if it sets one alone or far more often than others. */
export function bareSuffix(text: string): HomeSuffix | undefined {
  const counts = new Map<HomeSuffix, number>()
  tally(text, BARE, 1, counts)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first !== undefined && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined
}

/** A mask at the head of a title, before a body of its own: XX区卫生健康局2022年工作总结. */
const TITLED = new RegExp(
  `^(?:关于)?${MASK.source}(?=卫|人民|政府|医|中医|妇|疾|第[一二三四五六七八九十]|[一二三四五六七八九]院|中心医院|20)`,
  'u',
)
/** 县卫健委2023年度工作总结, 2023年县卫健委工作总结 */
const OWN_TITLED = /^(?:20\d{2}年度?)?(省|市|区|县|旗|州|盟)(?=卫生健康|卫健|卫计|卫生局|人民医院|中医|妇幼|疾控|第[一二三四五六七八九十])/u

/** The level word with which the title of a text without names begins. */
export function titledSuffix(title: string): HomeSuffix | undefined {
  return OWN_TITLED.exec(title)?.[1] as HomeSuffix | undefined
}

/** The mask with which a title, or what a title says behind the place above, begins. */
export function maskAtHead(title: string): { name: string; suffix: HomeSuffix } | undefined {
  const titled = TITLED.exec(title)
  return titled === null ? undefined : { name: titled[0].replace(/^关于/u, ''), suffix: titled[1] as HomeSuffix }
}

/** The mask that stands for the home, if one does: that of the title, else the most frequent. */
export function findMask(text: string, title: string): { name: string; suffix: HomeSuffix; count: number } | undefined {
  const titled = maskAtHead(title)
  if (titled !== undefined) return { ...titled, count: 1 }
  if (!MASK_UNIT.test(text)) return undefined
  const counts = new Map<string, { suffix: HomeSuffix; count: number }>()
  for (const match of matchesOf(MASK, text)) {
    const entry = counts.get(match[0]) ?? { suffix: match[1] as HomeSuffix, count: 0 }
    counts.set(match[0], { ...entry, count: entry.count + 1 })
  }
  const [best] = [...counts].sort((a, b) => b[1].count - a[1].count)
  return best === undefined || best[1].count < 2 ? undefined : { name: best[0], ...best[1] }
}

/** 青岚市政府, 青岚市卫健委, 青岚市副市长: whose officers a text names; source of an expression. */
export const OFFICERS = '(?:委书记|委副书记|委常委|委、|人民政府|政府|卫健|卫生|卫计|人大|政协|副?[市县区旗]长|领导)'

const FEWEST_BODIES = 3

/** Whether a text tells the bodies of a city by its full name, again and again: 山南市卫健委, 山南市人民医院. */
export function tellsBodies(city: string, text: string): boolean {
  const bodies = new RegExp(`${city}(?:卫健|卫生健康|人民医院|中心医院|中医|妇幼|第[一二三四五六七八九十])`, 'gu')
  return matchesOf(bodies, text).length >= FEWEST_BODIES
}
