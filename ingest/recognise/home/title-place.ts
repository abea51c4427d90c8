/** How a title is asked for the home: what is cut from its head, which of its two places is meant, and when it gives way to the body. */
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { lies } from '../naming/place-index.ts'
import { placeByCount, placeInBody, placeOfTitle, placesIn, withoutNames } from './home-place.ts'
import { bareSuffix, homeSuffix, OFFICERS, saysOwnCounty, tellsBodies } from './home-words.ts'

/** 我集团与江南省人民医院签约: the place of the partner is not the speaker's. */
export function isOfPartner({ name, short }: Division, title: string): boolean {
  return [name, ...short].some((place) => new RegExp(`[我本](?:集团|院|校|中心|公司)[与和同]${place}`, 'u').test(title))
}

/** 援藏, 援疆, 援青: how the codes of the provinces begin that are helped. */
const HELPED_PROVINCE: Readonly<Record<string, string>> = { 藏: '54', 疆: '65', 青: '63' }

/** 踔厉奋发开新局——2022年青岚县卫生健康工作会议: the place with which a title goes on behind its motto, told in full. */
export function placeBehindMotto(lexicon: Lexicon, title: string, text: string): Division | undefined {
  const at = title.lastIndexOf('——')
  const place = at < 0 ? undefined : placeOfTitle(lexicon, headless(title.slice(at + 2)), text)
  if (place === undefined || !title.includes(place.name, at)) return undefined
  // 江州市帮扶青岚纪实: the helped place speaks as well; 山南市医疗援藏见闻 is where help comes to.
  const helped = HELPED_PROVINCE[/援([藏疆青])/u.exec(title)?.[1] ?? '']
  if (helped !== undefined) return place.code.startsWith(helped) ? place : undefined
  return /帮扶|支援|对口/u.test(title) ? undefined : place
}

/** A title without what may stand before its place: 关于印发《…; 江州专家走进…, who come from elsewhere. */
export const headless = (title: string): string =>
  title.replace(
    /^关于(?:印发|下发|报送|转发|公布|调整|做好)?《?|^《|^20\d{2}年|^(?:走进|走近|探访|探秘)(?=[〇㐀-鿿]{2,12}(?:医院|保健院|卫生院|医共体|医疗集团))|^[〇㐀-鿿]{2,3}市?(?:专家|名医|教授|大夫|医疗队|医生)(?=[“”]?(?:团|团队|们)?[“”]?(?:走进|来|到|飞|下沉|下乡|进|赴|落户|坐诊|送|驻|组团))/gu,
    '',
  )

/** Of the places in a title the one whose officers the text names. */
function placeOfOfficers(named: readonly Division[], text: string): Division | undefined {
  const ranked = named
    .map((division) => ({ division, count: text.match(new RegExp(division.name + OFFICERS, 'gu'))?.length ?? 0 }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = ranked
  return first !== undefined && first.count >= 2 && first.count >= 3 * (second?.count ?? 0) ? first.division : undefined
}

/** 甲区医院与乙县医院签约, and the text says 县医院, 副县长: of the two the one of whose kind it speaks. */
export function spokenOf(lexicon: Lexicon, title: string, text: string): Division | undefined {
  const named = placesIn(lexicon, title).filter(({ name }) => /[区县旗市]$/u.test(name))
  const governed = placeOfOfficers(named, text)
  if (governed !== undefined || named.length < 2) return governed
  const suffix = homeSuffix(text) ?? bareSuffix(withoutNames(lexicon, text))
  const own = named.filter(({ name }) => suffix !== undefined && name.endsWith(suffix))
  return own.length === 1 ? own[0] : undefined
}

/** 青岚镇卫生院综合楼投入使用: the county of a township at the head of the title, where only one has the name. */
export function townshipAtHead({ divisions }: Lexicon, title: string): Division | undefined {
  const name = /^[〇㐀-鿿]{2,4}?(?:街道|镇|乡)(?=卫生|中心卫生|社区卫生)/u.exec(title)?.[0]
  const [only, other] = name === undefined ? [] : divisions.named(name)
  return only?.parent === undefined || other !== undefined ? undefined : divisions.byCode(only.parent)
}

/**
 * 江南省立医院云溪医院揭牌, 江南省人民医院与云溪县人民医院签约: the province at the head of a hospital's name in a title
 * is not where the text speaks from where the text has a county of that province. A city at the head of the title
 * gives way to its county of which the text says 我区, 全县.
 */
export function nearerInBody(lexicon: Lexicon, titled: Division, { title, text }: { title: string; text: string }): Division {
  const isOfCounty = (): boolean =>
    // 江州市“青岚区名医工作站”揭牌 names its county in the title.
    saysOwnCounty(text) || (/[区县旗]/u.test(homeSuffix(text) ?? '') && placesIn(lexicon, title).length === 1)
  if (titled.level === 'city' && !tellsBodies(titled.name, text) && isOfCounty()) {
    const own = placeInBody(lexicon, title, text)
    return own !== undefined && lies(lexicon.divisions, own, titled.code) ? own : titled
  }
  if (titled.level !== 'province') return titled
  const inTitle = /院/u.test(title) ? placesIn(lexicon, title).filter(({ code }) => code !== titled.code) : []
  const near = inTitle.length === 1 ? inTitle[0] : placeByCount(lexicon, text)
  // 海南省政府办公厅印发规划, which names 海口市 as a part.
  const isPart = !title.includes('院') && /全省|我省|省政府|省委/u.test(text) && !/市政府|市卫|市委|市长/u.test(text)
  if (isPart || isSubject(titled, title)) return titled
  return near !== undefined && lies(lexicon.divisions, near, titled.code) ? near : titled
}

/** 江南将再建3个国家区域医疗中心: the province is what a title tells of. */
function isSubject({ name, short }: Division, title: string): boolean {
  const said = [name, ...short].find((place) => title.startsWith(place)) ?? ''
  return (
    said !== '' &&
    !title.includes('医院') &&
    /^(?:今年|明年|年内)?(?:将|再|又|拟|已|新增|新建|出台|公布|印发|部署|启动|推出|首批)/u.test(title.slice(said.length))
  )
}

/** 南京市六合区对口帮扶贵德县工作纪实: who helps, and who is helped. */
const HELPS =
  /^(?<helper>[〇㐀-鿿]{2,16}?[市县区旗])(?:对口)?(?:帮扶|支援|协作|援建|结对)(?<helped>[〇㐀-鿿]{2,12}?[市县区旗州])(?![〇㐀-鿿]?医院)/u

/** The place that is helped, where the text has bodies of its own by its level word alone (县人民医院) and none of the helper's. */
export function placeHelped({ divisions }: Lexicon, title: string, text: string): Division | undefined {
  const { helper = '', helped = '' } = HELPS.exec(title)?.groups ?? {}
  const [level, other] = [helped.at(-1), helper.at(-1)]
  if (level === undefined || other === undefined || level === other) return undefined
  const hasOwn = (word: string): boolean =>
    new RegExp(`(?<![〇㐀-鿿])${word}(?:人民医院|中医|妇幼|疾控|卫健|卫生健康|医院)`, 'u').test(text)
  return hasOwn(level) && !hasOwn(other) ? divisions.named(helped).find((division) => division.level === 'county') : undefined
}
