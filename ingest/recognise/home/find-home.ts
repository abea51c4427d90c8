/** Finds the place that a document speaks from, by its publisher, its title, its medium and its own words. */
import type { Place } from '../../../cypher/model/index.ts'
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { lies } from '../naming/place-index.ts'
import { FIRST_LOOK, type Clues } from './clues.ts'
import { countNames, placeAtHead, placeByCount, placeInBody, placeOfAll, placeOfTitle, placesIn, withoutNames } from './home-place.ts'
import {
  hospitalAtHead,
  placeOfAbbreviation,
  placeOfDateline,
  placeOfHospital,
  placeOfLead,
  placeOfPeople,
  provinceOfWords,
  speakerBeside,
} from './last-clues.ts'
import { MEDIUM, placeOfKnownMedium } from './media.ts'
import { ownByWeight } from './own-by-weight.ts'
import { hospitalAt } from '../naming/speaker.ts'
import { placeOfFew, zoneOfLead } from './few-words.ts'
import { maskedHome, maskUnderPlace } from './masked-home.ts'
import {
  cityOfParts,
  placeOfHospitals,
  placeOfListed,
  placeOfOwnOfficers,
  placeOfOnly,
  placeOfPaper,
  placeUnderFarTitle,
  provinceOfParts,
  regionOfWords,
} from './only-place.ts'
import { bareSuffix, homeSuffix, OFFICERS, saysOwnCounty } from './home-words.ts'
import { countyOfCity, countyOfTowns, onlyCounty } from './own-parts.ts'
import { placeOfFirstSubject, placeOfOwnSubject } from './subject-hospital.ts'
import { placeOfHost, placeOfTitleInFull, placeToldInFull } from './told-in-full.ts'
import { placeOfTrail } from './trail.ts'
import { zoneAtHead, zoneByCount } from './zones.ts'

/** The chain of the home, widest first, its last place by the name that the text calls it. */
export function findHome(clues: Clues, sure: readonly string[], paired: readonly string[]): Place[] {
  const own = sure.length === 0 ? placeOfOwnByWeight(clues) : undefined
  const home = placesOfHome(clues, { sure, paired, own })
  const isUntold = home.length === 0 || (sure.length === 0 && paired.length === 0) || BESIDE_COUNTY.test(clues.title ?? '')
  const isOwn = own !== undefined && own.code === home.at(-1)?.adcode
  return asCalled(clues, isUntold && !isOwn ? ofOwnCounty(clues, home) : home)
}

/** 江州人民医院与县人民医院签约: the hospital of a city beside that of a county, which the title does not name. */
const BESIDE_COUNTY = /[与和同向对到赴][县区旗](?:人民|中医|中心|妇幼|医院|第)/u

/** The home of a text without a publisher, as its page's trail tells it, or down to the county that its offices and its names tell. */
function ofOwnCounty({ lexicon, raw, title, text }: Clues, home: Place[]): Place[] {
  const last = home.at(-1)
  const county =
    last === undefined
      ? (placeOfTrail(lexicon, raw.text, text) ?? countyOfTowns(lexicon, text) ?? onlyCounty(lexicon, text))
      : last.level === 'city' && last.adcode !== undefined
        ? (countyOfCity(lexicon, last.adcode, text) ?? countyCity(lexicon, { city: last.adcode, title, text }))
        : undefined
  return county === undefined ? home : [...lexicon.divisions.chain(county.code)]
}

/** 青岚市人民医院新院奠基 in the paper of its prefecture, and 市人民医院 below: the county-level city whose hospital the text tells first. */
function countyCity(lexicon: Lexicon, { city, title, text }: { city: string; title: string | null; text: string }): Division | undefined {
  const told = placeToldInFull(lexicon, title ?? '', text)
  const isWithin = told?.level === 'county' && told.name.endsWith('市') && told.code.startsWith(city.slice(0, 4))
  if (!isWithin || !text.includes('市长')) return undefined
  const first = FULL_NAME.exec(text)?.[0]
  return first !== undefined && first.startsWith(told.name) ? told : undefined
}

/** The first hospital of a place that a text tells in full. */
const FULL_NAME = /(?<=[^〇㐀-鿿]|[在于日]|的)[〇㐀-鿿]{1,5}市(?:第[一二三四]?人民|人民|中心|中)医?院/u

/** 江州市 in a text from before it became 江州区, which it never says: 市人民医院 is its own. */
function asCalled({ lexicon, text }: Clues, home: Place[]): Place[] {
  const own = home.at(-1)
  const division = own?.level !== 'county' || own.adcode === undefined ? undefined : lexicon.divisions.byCode(own.adcode)
  if (own === undefined || division === undefined || !/[市区]$/u.test(own.name) || text.includes(own.name)) return home
  const former = division.short.find((name) => name.length > 2 && /[县市]$/u.test(name) && !own.name.endsWith(name) && text.includes(name))
  return former === undefined ? home : [...home.slice(0, -1), { ...own, name: former }]
}

/** Wordings of the publisher, hospitals that need not be it, and where the hospital stands that is 我院 on a page without either. */
interface Told {
  readonly sure: readonly string[]
  readonly paired: readonly string[]
  readonly own: Division | undefined
}

function placesOfHome({ lexicon, raw, text, title, lines }: Clues, { sure, paired, own: ours }: Told): Place[] {
  const spoken = paired.length > 0 && title !== null ? spokenOf(lexicon, title, text) : undefined
  const turned = spoken ?? (title === null ? undefined : placeUnderFarTitle(lexicon, title, text))
  if (turned !== undefined) return [...lexicon.divisions.chain(turned.code)]
  const host =
    title === null
      ? undefined
      : (placeOfHost(lexicon, title, text) ?? (sure.length === 0 ? placeOfTitleInFull(lexicon, title, text) : undefined))
  if (host !== undefined) return [...lexicon.divisions.chain(host.code)]
  const under = maskUnderPlace(lexicon, { text, title: title ?? '' }, raw.id)
  if (under.length > 0) return under
  const { medium } = lines
  const wordings = [...sure, ...(medium === null ? [] : [medium]), ...paired]
  const titled =
    title === null
      ? undefined
      : (jointOfTitle(lexicon, title, text) ?? placeOfTitle(lexicon, headless(title), text) ?? placeBehindMotto(lexicon, title, text))
  const reporter = [lines.source, medium]
    .map((name) => (name === null ? undefined : placeOfKnownMedium(lexicon, name)))
    .find((found) => found)
  for (const wording of wordings) {
    const isMedium = wording === lines.source || wording === medium
    if (isMedium && !isOfCounty(lexicon, wording) && (reporter !== undefined || isOfElsewhere(lexicon, wording, text))) continue
    const zone = zoneAtHead(lexicon, wording, text)
    if (zone.length > 0) return zone
    const division =
      placeOfJoint(lexicon, wording, text) ?? placeAtHead(lexicon, wording, text) ?? placeAtHead(lexicon, wording.replace(SLOGAN, ''), text)
    if (wording === medium && division?.level !== 'county' && division?.level !== 'city') continue
    if (division === undefined || (division.level === 'province' && paired.includes(wording))) continue
    // 承德县医院加挂…, with the city's bureau in the text or the city's paper as its source.
    const isNearer = titled !== undefined && titled.level !== 'township' && titled.code !== division.code
    const isLoose = wording === lines.source || !(title ?? '').includes(wording)
    const nearer = isNearer && isLoose && lies(lexicon.divisions, titled, division.code) ? titled : division
    const isOfProvince =
      nearer.level === 'province' && (wording.endsWith('院') || MEDIUM.test(wording)) && title !== null && !/[我本]院/u.test(title)
    const seat = isOfProvince ? nearerInBody(lexicon, nearer, { title, text }) : nearer
    const chain = lexicon.divisions.chain(seat.code)
    // A health centre of a township speaks from its county.
    return /(?:中心|院)$/u.test(wording) ? chain.filter((place) => place.level !== 'township') : [...chain]
  }
  for (const wording of sure) {
    const known = lexicon.organisationByName.get(wording)
    if (known?.label === 'Hospital' && known.division !== undefined) return [...lexicon.divisions.chain(known.division)]
  }
  if (titled !== undefined && title !== null)
    return lexicon.divisions.chain(nearerInBody(lexicon, titled, { title, text }).code).filter((place) => place.level !== 'township')
  const masked = maskedHome(lexicon, { text, title: title ?? '' }, raw.id)
  if (masked.length > 0 && masked.at(-1)?.name.startsWith('我') !== true) return masked
  const inBody =
    ours ??
    (/我院[与和同]/u.test(title ?? '') ? placeBeside(lexicon, title, text) : placeBesideOpening(lexicon, text)) ??
    placeOfOwnSubject(lexicon, title ?? '', text) ??
    placeInBody(lexicon, title ?? '', text) ??
    placeOfOpening(lexicon, text) ??
    (masked.length === 0 || masked.at(-1)?.name === '我省' ? placeByCount(lexicon, text) : undefined) ??
    placeOfFew(lexicon, text)
  const found =
    inBody ??
    placeToldInFull(lexicon, title ?? '', text) ??
    townshipAtHead(lexicon, title ?? '') ??
    (masked.length === 0 && /我院|本院/u.test(text) ? placeOfFirstHospital(lexicon, text) : undefined)
  if (found === undefined && masked.length === 0) {
    const zone = zoneByCount(lexicon, text)
    if (zone.length > 0) return zone
    const governed = zoneOfLead(lexicon, text)
    if (governed.length > 0) return governed
    const lead = placeOfLead(lexicon, text)
    const all = /我[院校]/u.test(text) ? placeBeside(lexicon, title, text) : (lead ?? placeOfAll(lexicon, text))
    const last =
      all ??
      placeOfPeople(lexicon, text) ??
      reporter ??
      placeOfDateline(lexicon, text) ??
      provinceOfWords(lexicon, text) ??
      hospitalAtHead(lexicon, title ?? '') ??
      placeOfOnly(lexicon, text) ??
      placeOfHospitals(lexicon, text) ??
      placeOfListed(lexicon, text, bareSuffix(withoutNames(lexicon, text))) ??
      placeOfFirstSubject(lexicon, title ?? '', text) ??
      provinceOfParts(lexicon, text) ??
      placeOfAbbreviation(lexicon, text)
    if (last !== undefined && isOfPartner(last, title ?? '')) return []
    return last === undefined ? corpsHome(lexicon, text) : [...lexicon.divisions.chain(last.code)]
  }
  const own = masked.at(-1)?.name ?? ''
  const home =
    found ??
    (own === '我区'
      ? regionOfWords(lexicon, text)
      : own === '我省'
        ? provinceOfParts(lexicon, text)
        : own === '我市'
          ? cityOfParts(lexicon, text)
          : undefined) ??
    placeOfPaper(lexicon, raw.text, own) ??
    placeOfOwnOfficers(lexicon, text, own)
  return home === undefined ? masked : [...lexicon.divisions.chain(home.code)]
}

/** Where the hospital stands that is 我院 by all that the text tells of it. */
function placeOfOwnByWeight({ lexicon, segment, raw, text }: Pick<Clues, 'lexicon' | 'segment' | 'raw' | 'text'>): Division | undefined {
  const base = { lexicon, segment, document: raw.id, home: [], says: (wording: string) => text.includes(wording) }
  const own = ownByWeight(raw.text, (said, to) => hospitalAt(base, said, to))
  const division = own === undefined ? undefined : placeOfHospital(lexicon, own.wording, text)
  return division?.level === 'township' ? undefined : division
}

/** 我集团与江南省人民医院签约: the place of the partner is not the speaker's. */
function isOfPartner({ name, short }: Division, title: string): boolean {
  return [name, ...short].some((place) => new RegExp(`[我本](?:集团|院|校|中心|公司)[与和同]${place}`, 'u').test(title))
}

/** 踔厉奋发开新局——2022年青岚县卫生健康工作会议: the place with which a title goes on behind its motto, told in full. */
function placeBehindMotto(lexicon: Lexicon, title: string, text: string): Division | undefined {
  const at = title.lastIndexOf('——')
  // 江州市帮扶青岚纪实: the helped place speaks as well.
  const place = at < 0 || /帮扶|支援|对口|援[藏疆青]/u.test(title) ? undefined : placeOfTitle(lexicon, headless(title.slice(at + 2)), text)
  return place !== undefined && title.includes(place.name, at) ? place : undefined
}

/** A title without what may stand before its place: 关于印发《…; 江州专家走进…, who come from elsewhere. */
const headless = (title: string): string =>
  title.replace(
    /^关于(?:印发|下发|报送|转发|公布|调整|做好)?《?|^《|^20\d{2}年|^(?:走进|走近|探访|探秘)(?=[〇㐀-鿿]{2,12}(?:医院|保健院|卫生院|医共体|医疗集团))|^[〇㐀-鿿]{2,3}市?(?:专家|名医|教授|大夫|医疗队|医生)(?=[“”]?(?:团|团队|们)?[“”]?(?:走进|来|到|飞|下沉|下乡|进|赴|落户|坐诊|送|驻|组团))/gu,
    '',
  )

/** 来源：北京周报网 of a text that never says 北京, and another province again and again. */
function isOfElsewhere(lexicon: Lexicon, source: string, text: string): boolean {
  // 上海证券报 reports of everywhere, and no text of a municipality says 我省.
  if (OF_EVERYWHERE.test(source)) return true
  const own = MEDIUM.test(source) ? placeAtHead(lexicon, source, '') : undefined
  const province = own?.level === 'province' ? own.code : undefined
  if (province === undefined) return false
  if (own?.name.endsWith('市') === true && text.includes('我省')) return true
  let within = 0
  let elsewhere = 0
  for (const [name, count] of countNames(lexicon, text.replaceAll(source, '')).names) {
    const [division] = lexicon.divisions.named(name)
    if (division === undefined || division.level === 'township') continue
    if (lies(lexicon.divisions, division, province)) within += count
    else if (division.level !== 'county' || division.name === name) elsewhere += count
  }
  return within === 0 && elsewhere >= 3
}

/** 青岚区融媒体中心: told in full, a county's medium reports of its county, whatever other medium prints it. */
function isOfCounty(lexicon: Lexicon, wording: string): boolean {
  const division = /^[〇㐀-鿿]{2,7}[县区市旗]融媒/u.test(wording) ? placeAtHead(lexicon, wording, '') : undefined
  return division?.level === 'county' && wording.startsWith(division.name)
}

const OPENING_LENGTH = 80
const OF_EVERYWHERE = /证券|财经/u

/** 我院 of a hospital that the text names beside the same partner. */
function placeBeside(lexicon: Lexicon, title: string | null, text: string): Division | undefined {
  const wording = speakerBeside(title, text)
  return wording === undefined ? undefined : placeOfHospital(lexicon, wording, text)
}

/** 在青岚县中医院，举行了我院与青岚县中医院签约活动: the text begins with the partner of the one that speaks. */
function placeBesideOpening(lexicon: Lexicon, text: string): Division | undefined {
  const opening = text.slice(0, OPENING_LENGTH)
  return /我院[与和同]/u.test(opening) ? placeBeside(lexicon, opening, text) : undefined
}

/** Of the places in a title the one whose officers the text names. */
function placeOfOfficers(named: readonly Division[], text: string): Division | undefined {
  const ranked = named
    .map((division) => ({ division, count: text.match(new RegExp(division.name + OFFICERS, 'gu'))?.length ?? 0 }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = ranked
  return first !== undefined && first.count >= 2 && first.count >= 3 * (second?.count ?? 0) ? first.division : undefined
}

/** 甲区医院与乙县医院签约, and the text says 县医院, 副县长: of the two the one of whose kind it speaks. */
function spokenOf(lexicon: Lexicon, title: string, text: string): Division | undefined {
  const named = placesIn(lexicon, title).filter(({ name }) => /[区县旗市]$/u.test(name))
  const governed = placeOfOfficers(named, text)
  if (governed !== undefined || named.length < 2) return governed
  const suffix = homeSuffix(text) ?? bareSuffix(withoutNames(lexicon, text))
  const own = named.filter(({ name }) => suffix !== undefined && name.endsWith(suffix))
  return own.length === 1 ? own[0] : undefined
}

/** 青岚镇卫生院综合楼投入使用: the county of a township at the head of the title, where only one has the name. */
function townshipAtHead({ divisions }: Lexicon, title: string): Division | undefined {
  const name = /^[〇㐀-鿿]{2,4}?(?:街道|镇|乡)(?=卫生|中心卫生|社区卫生)/u.exec(title)?.[0]
  const [only, other] = name === undefined ? [] : divisions.named(name)
  return only?.parent === undefined || other !== undefined ? undefined : divisions.byCode(only.parent)
}

/** What a medium puts before the name of its place. */
const SLOGAN = /^(?:云上|智慧|掌上|最|大美|看|微|爱上|健康|新)/u

/**
 * 江南省立医院云溪医院揭牌, 江南省人民医院与云溪县人民医院签约: the province at the head of a hospital's name in a title
 * is not where the text speaks from where the text has a county of that province. A city at the head of the title
 * gives way to its county of which the text says 我区, 全县.
 */
function nearerInBody(lexicon: Lexicon, titled: Division, { title, text }: { title: string; text: string }): Division {
  const isOfCounty = (): boolean =>
    // 江州市“青岚区名医工作站”揭牌 names its county in the title.
    saysOwnCounty(text) || (/[区县旗]/u.test(homeSuffix(text) ?? '') && placesIn(lexicon, title).length === 1)
  if (titled.level === 'city' && isOfCounty()) {
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

/** 兵团卫生健康委, 兵团医院 without a division or a city: the corps itself. */
function corpsHome({ divisions }: Lexicon, text: string): Place[] {
  const said = text.match(/兵团(?:卫生健康委|卫健委|党委|医院|党政)/gu)?.length ?? 0
  const corps = said < 2 ? undefined : divisions.named('兵团').find(({ level }) => level === 'province')
  return corps === undefined ? [] : [...divisions.chain(corps.code)]
}

/** 江南省人民医院云溪医院 stands in 云溪, whatever place begins its name. */
function placeOfJoint(lexicon: Lexicon, wording: string, text: string): Division | undefined {
  const own = /医院(?:（[^）]*）)?([〇㐀-鿿]{2,10}?(?:医院|分院|院区))/u.exec(wording)?.[1]
  // 江州协和云溪医院
  const short = own ?? /(?<=[〇㐀-鿿]{4})[〇㐀-鿿]{2}医院$/u.exec(wording)?.[0]
  const division = short === undefined ? undefined : placeAtHead(lexicon, short, text)
  const head = own === undefined ? placeAtHead(lexicon, wording, text) : undefined
  const isOther = own !== undefined || (head !== undefined && division !== undefined && !lies(lexicon.divisions, division, head.code))
  return division?.level === 'township' || !isOther ? undefined : division
}

/** 江南省人民医院云溪医院揭牌: the plaque of a hospital at the head of a title tells where it hangs. */
function jointOfTitle(lexicon: Lexicon, title: string, text: string): Division | undefined {
  const plaque = /^[“"]?([〇㐀-鿿]{2,16}?医院[〇㐀-鿿]{2,6}?(?:医院|分院))[”"]?(?:正式)?(?:揭牌|挂牌)/u.exec(title)?.[1]
  return plaque === undefined ? undefined : placeOfJoint(lexicon, plaque, text)
}

/** 江州市妇幼保健院的工作…一是我院作为…: where the hospital stands with which a text begins that says 我院. */
function placeOfOpening(lexicon: Lexicon, text: string): Division | undefined {
  const wording = /我院|本院/u.test(text) ? OPENING.exec(text)?.[0] : introducedIn(text)
  const division = wording === undefined ? undefined : placeAtHead(lexicon, wording, text)
  return division?.level === 'township' ? undefined : division
}

/** The hospital that a text introduces with its first words: 江州市人民医院始建于1950年. */
export function introducedIn(text: string): string | undefined {
  return INTRODUCED.exec(text)?.[1]
}

const INTRODUCED =
  /^(?:医院(?:介绍|简介|概况)\s*)?([〇㐀-鿿]{4,24}?(?:医院|保健院))(?:（[^）]{2,30}）|(?:又名|又称|亦称)[〇㐀-鿿]{4,24})?，?(?:始建于|创建于|创办于|建立于|建于|成立于|创立于|是一[所家]|是集|系(?!列|统))/u
const OPENING =
  /(?<=^(?:医院(?:介绍|简介|概况)\s*)?)(?!医院[介简概])[〇㐀-鿿]{2,14}?(?:医院|保健院)(?=[的，是]|又[名称]|始建|创建|位于|坐落|坚持|作为|积极)/u

/** Where the first hospital stands that the text makes the subject of a sentence, in a text that says 我院. */
function placeOfFirstHospital(lexicon: Lexicon, text: string): Division | undefined {
  const subject =
    /(?<=^|[，。；、日月\d]|上午|下午|近日|日前|由|，我)([〇㐀-鿿]{2,16}?(?:人民医院|中心医院|中医医院|中医院|妇幼保健院|第[一二三四五]医院))(?=与|和|在|举行|召开|成功|党委)/gu
  for (const [, wording = ''] of text.slice(0, FIRST_LOOK).matchAll(subject)) {
    const division = placeAtHead(lexicon, wording.replace(/^日?(?:[上下]午|晚)?/u, ''), text)
    if (division !== undefined && division.level !== 'township') return division
  }
  return undefined
}
