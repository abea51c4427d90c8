/** Districts in a sentence: full and short names, masks, and the home's own words (全市, 我区). */
import type { Place } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Division, Divisions } from '../../lexicon/lexicon.ts'
import { districtId } from '../identity.ts'
import type { Hit, Line, NamingContext } from './context.ts'
import { isVerbAndLevel } from './county-called.ts'
import { namedDistrict, uncodedDistrict } from './identify.ts'
import { modifiers } from './words.ts'
import { knownZoneBefore } from './grammar/known-zone.ts'
import { zoneBefore } from './grammar/left.ts'
import { beginsWord } from './grammar/word-start.ts'
import { namesAlone } from './names-alone.ts'
import {
  CLASS_NAME,
  divisionTrie,
  isCutFromOffice,
  isFullName,
  isJointCounty,
  lies,
  mayMean,
  placeOfLevel,
  resolvePlace,
} from './place-index.ts'

/** 自治区、江州市与…签署: the region before one of its cities. */
const ABOVE_LISTED = /(?<=^|[，。；：、]|由|经)(?:自治区|省)(?=[、和与][〇㐀-鿿]{1,6}[市县区州盟](?:人民政府|政府)?[、和与同])/gu
/** 全州县 is a name. */
const HOME_WORD = /(?:全|我|本)(自治区|省|市|区|县|旗|州(?!县(?![级域市乡]))|盟)(?!政府|长|委|[域级直属内外])/gu
const MASK = /(?:[XxＸ×]{1,4}|(?<![\d*.])[*＊]{1,3}|某某?)(省|市|县|区|州|旗|镇|乡|街道)(?![*\d])/gu
/** One of these stands in every mask. */
const MASK_SIGN = /[XxＸ×*＊某]/u
/** Bodies above the county without a code: 前湾新区, 高新区管委会. */
const UNCODED = /(?:新区|经开区|经济技术开发区|高新区|高新技术产业开发区|开发区|管理区|示范区)$/u
/** 江州市云溪城乡一体化示范区 */
const LONGEST_ZONE = 16
const ZONE_END = /新区|合作区|新片区|一体化示范区|区/gu
const TOWNSHIP_AFTER = /^(?:等?(?:[\d一二三四五六七八九十几两]+个)?(?:镇|乡|街道|苏木|卫生院|中心卫生院|社区卫生|分院|医院))/u

/** 江州商会, 江州市同乡会: the place within the name of a society is no party. */
const CLUB_AFTER = /^(?:总?商会|同乡会|联谊会|校友会|会馆)/u

/** 江州|县级公立医院, 江州|县区: what begins with the last word of a county's name, where that county was abolished or is not meant. */
const isCutFromLevel = (text: string, { from, to }: Span): boolean =>
  to - from > 2 && text.charAt(to - 1) === '县' && /[级区]/u.test(text.charAt(to))

interface Span {
  readonly from: number
  readonly to: number
}

/** All districts of a sentence, left to right, none overlapping. `taken` are the spans of other names, ordered and apart. */
export function findDistricts(context: NamingContext, line: Line, taken: readonly Span[]): Hit[] {
  const hits: Hit[] = []
  addHomeWords(context, line, hits)
  addMasks(context, line, hits)
  addZones(context, line, hits)
  addNames(context, line, { taken, hits })
  if (hits.length === 0) return hits
  const free = hits.filter((hit) => !taken.some((span) => hit.from < span.to && span.from < hit.to))
  free.sort((a, b) => a.from - b.from || b.to - a.to)
  let reached = 0
  return free.filter(({ from, to }) => {
    const isFree = from >= reached
    reached = Math.max(reached, to)
    return isFree
  })
}

function addHomeWords(context: NamingContext, { text }: Line, hits: Hit[]): void {
  if (text.includes('自治区') || text.includes('省'))
    for (const match of matchesOf(ABOVE_LISTED, text)) {
      const place = placeOfLevel(context.home, match[0])
      if (place !== undefined) hits.push({ from: match.index, to: match.index + match[0].length, named: namedDistrict(place) })
    }
  if (!text.includes('全') && !text.includes('我') && !text.includes('本')) return
  for (const match of matchesOf(HOME_WORD, text)) {
    const place = placeOfLevel(context.home, match[1] ?? '')
    if (place !== undefined) hits.push({ from: match.index, to: match.index + match[0].length, named: namedDistrict(place) })
  }
}

function addMasks(context: NamingContext, { text }: Line, hits: Hit[]): void {
  const last = context.home.at(-1)
  if (last?.masked !== true || !MASK_SIGN.test(text)) return
  for (const match of matchesOf(MASK, text)) {
    const suffix = match[1] ?? ''
    if (!last.name.endsWith(suffix)) continue
    const isHome = last.name === match[0] || /^[*＊XxＸ×某]+[省市县区州旗]$/u.test(last.name)
    const place: Place = isHome
      ? last
      : { id: districtId({ name: match[0], document: context.document }), name: match[0], level: last.level, masked: true }
    hits.push({ from: match.index, to: match.index + match[0].length, named: namedDistrict(place) })
  }
}

/** Zones known by name, and the home where it is one. */
function addZones(context: NamingContext, line: Line, hits: Hit[]): void {
  if (!line.text.includes('区')) return
  let reached = 0
  for (const match of matchesOf(ZONE_END, line.text)) {
    const to = match.index + match[0].length
    const floor = Math.max(0, to - LONGEST_ZONE)
    const zone = match[0] === '区' ? knownZoneBefore(context, line.text.slice(floor, to), to) : zoneBefore(context, line, to, floor)
    if (zone?.found.kind !== 'place' || reached > zone.from) continue
    hits.push({ from: zone.from, to, named: namedDistrict(zone.found.place) })
    reached = to
  }
}

function addNames(context: NamingContext, line: Line, { taken, hits }: { taken: readonly Span[]; hits: Hit[] }): void {
  const { text } = line
  const all = divisionTrie(context.lexicon)
  const alone = namesAlone(context.home, context.lexicon)
  let before: Hit | undefined
  let next = 0
  // Right behind a place any name may stand: 凉山州布拖县特木里镇.
  const step = (from: number): number => (before?.to === from && all.opens(text, from) ? from : alone.next(text, from))
  for (let from = step(0); from < text.length;) {
    const span = taken[next]
    if (span !== undefined && from >= span.from) {
      next++
      if (from < span.to) from = step(span.to)
      continue
    }
    const named = before?.to === from ? all.allAt(text, from) : alone.allAt(text, from)
    const found = districtAt(context, line, { named, from, before })
    if (found !== undefined) {
      hits.push(found)
      before = found
    }
    from = step(found?.to ?? from + 1)
  }
}

interface Start {
  /** Names that begin here, the shortest first. */
  readonly named: ReturnType<ReturnType<typeof divisionTrie>['allAt']>
  readonly from: number
  readonly before: Hit | undefined
}

function districtAt(context: NamingContext, line: Line, { named, from, before }: Start): Hit | undefined {
  const { text } = line
  const joined = before?.to === from ? before.named.place : undefined
  for (let index = named.length - 1; index >= 0; index--) {
    const hit = named[index]
    if (hit === undefined) break
    const surface = hit.value
    if (joined === undefined && isVerbAndLevel(context, surface)) continue
    const sibling = siblingOf(context, line, { from, to: hit.to })
    if (sibling === undefined && joined === undefined && !mayMean(context.lexicon, context.home, surface)) continue
    const division =
      sibling ??
      resolvePlace(context.lexicon, context.home, surface, {
        showsTownship: () => TOWNSHIP_AFTER.test(text.slice(hit.to, hit.to + 12)) || isTownshipList(context, text, from),
        says: (wording) => context.says(wording),
        ...(joined === undefined ? {} : { before: joined }),
      })
    if (division === undefined) continue
    const isFull = isFullName(division, surface)
    // 第三人民医院 is not of 人民街道.
    if (!isFull && modifiers.has(surface)) continue
    const isBelow =
      joined?.adcode !== undefined && joined.adcode !== division.code && lies(context.lexicon.divisions, division, joined.adcode)
    if (!isBelow && !standsAlone(context, line, { from, to: hit.to, isFull, code: division.code })) continue
    if (CLUB_AFTER.test(text.slice(hit.to, hit.to + 4)) || isCutFromLevel(text, hit)) continue
    const place = context.lexicon.divisions.chain(division.code).at(-1)
    if (place === undefined || isJointCounty(context.home, text, from)) continue
    const uncoded = isFull ? undefined : uncodedAfter(text.slice(hit.to, hit.to + 12))
    if (uncoded !== undefined)
      return { from, to: hit.to + uncoded.length, named: namedDistrict(uncodedDistrict(surface + uncoded, place, context.document)) }
    return { from, to: hit.to, named: namedDistrict(place) }
  }
  return undefined
}

/** 丰台、朝阳、海淀: beside a county in a list a name means the county of the same city, where several have it. */
function siblingOf({ lexicon: { divisions } }: NamingContext, line: Line, span: Span): Division | undefined {
  const surface = line.text.slice(span.from, span.to)
  if (!isListed(line.text, span)) return undefined
  const named = divisions.named(surface).filter(({ level }) => level !== 'township')
  if (named.length < 2 || CLASS_NAME.test(surface)) return undefined
  return named.find((one) => one.level === 'county' && isBesideSibling(divisions, line, span, one.code))
}

const isListed = (text: string, { from, to }: Span): boolean => text.charAt(from - 1) === '、' || text.charAt(to) === '、'

/** Whether a county of the same city stands before or behind a name in a list. */
function isBesideSibling(divisions: Divisions, { text }: Line, { from, to }: Span, code: string): boolean {
  const isSibling = (word: string): boolean =>
    divisions.named(word).some((other) => other.level === 'county' && other.code !== code && other.code.startsWith(code.slice(0, 4)))
  const lengths = [2, 3, 4]
  return (
    (text.charAt(from - 1) === '、' && lengths.some((length) => isSibling(text.slice(Math.max(0, from - 1 - length), from - 1)))) ||
    (text.charAt(to) === '、' && lengths.some((length) => isSibling(text.slice(to + 1, to + 1 + length))))
  )
}

/** 江口、萧王庙和裘村等3个镇街道: between two 、 stand at most two names, looked at ahead, as 和 may as well be a character of a name. */
const TOWNSHIP_LIST =
  /(?:(?:(?=[〇㐀-鿿]{2,4}(?:[和及][〇㐀-鿿]{2,4})?、)[〇㐀-鿿]{2,9}、)+(?:[〇㐀-鿿]{2,4}[和及])?|[〇㐀-鿿]{2,4}[和及])[〇㐀-鿿]{2,4}?等?(?:[\d一二三四五六七八九十几两]+个)?(?:乡镇|镇街|镇|乡|街道|卫生院|中心卫生院|分院)/u

/** 江口、萧王庙、裘村等3个镇街道: two or more short names in a row, and then the word for townships. */
function isTownshipList(context: NamingContext, text: string, from: number): boolean {
  const clause = text.slice(Math.max(0, from - 20), from + 40)
  if (!/[、和及]/u.test(clause)) return false
  const list = TOWNSHIP_LIST.exec(clause)
  return context.home.length > 0 && list !== null && list.index <= Math.min(20, from) + 1 && clause.length > 0
}

function uncodedAfter(after: string): string | undefined {
  const match = /^[〇㐀-鿿]{0,2}?(?:新区|经开区|经济技术开发区|高新区|高新技术产业开发区|开发区)/u.exec(after)
  return match !== null && UNCODED.test(match[0]) ? match[0] : undefined
}

/** Short names of provinces and cities, and of counties in the home's city, are heard often enough to count alone. */
function isNear(context: NamingContext, code: string): boolean {
  if (code.endsWith('00')) return true
  const city = context.home.find((place) => place.level === 'city')?.adcode ?? context.home.at(-1)?.adcode
  return code.length === 9 || (city !== undefined && code.startsWith(city.slice(0, 4)))
}

/** 江州医改, 江州晚报; 云溪幼儿园, 江州东路: what is called by the name of a place. */
const NO_PLACE_AFTER =
  /^(?:医改|经验|模式|路径|精神|草原|山脉|日报|晚报|网|卫视|幼儿园|小学|中学|[东西南北中]?(?:路(?!径|线|网|上)|大街|大道|巷|[道街](?=[\d一二三四五六七八九十]))|[东西南北]延|[一二三]期|大厦|大桥|宾馆|饭店|酒店)/u

const AID_BEFORE = /(?:支援|驰援|增援|援助|帮扶|对口|赴|前往|奔赴|来自|与|和|、|援)$/u
const PLACE_AFTER = /^(?:、|等[地县区市]|[，。；]|两地|三地|多地|的|当地|方面|疫情|人民)/u

/** 资源, 惠民, 凤凰 are counties too: a far one counts where its full name stands in the text, or where aid goes to it. */
function isShown(context: NamingContext, line: Line, hit: { from: number; to: number; code: string }): boolean {
  const full = context.lexicon.divisions.byCode(hit.code)?.name
  if (full !== undefined && context.says(full)) return true
  const before = line.text.slice(Math.max(0, hit.from - 2), hit.from)
  if (!AID_BEFORE.test(before) || !PLACE_AFTER.test(line.text.slice(hit.to, hit.to + 3))) return false
  if (!/[与和、]$/u.test(before)) return true
  const tag = line.wordBefore(hit.to)?.tag
  return tag === 'ns' || tag === 'x'
}

/** 书记张|安康, 院长王|友谊, 记者 李|和平: the given name of a person. */
const PERSON_BEFORE =
  /(?:书记|[长员师官兵]|主任|教授|记者|医生|护士|主席|院士|博士|同志|编辑|审核|审校|校对|责编|作者|摄影|通讯员|(?:^|[：:、，；。（“/\s]))[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤]$/u

/** Whether a name is a word of its own: 康县 within 健康县区 is none. What asks for the words of the sentence comes last. */
function standsAlone(context: NamingContext, line: Line, hit: Span & { isFull: boolean; code: string }): boolean {
  if (isCutFromOffice(line.text, hit.from, hit.to)) return false
  const isHome = context.home.some((place) => place.adcode === hit.code)
  if (isHome && hit.to - hit.from >= 3) return true
  // 陵水县: what stands for a long official name is told in full as well.
  if (hit.isFull || (hit.to - hit.from >= 3 && /[县旗]/u.test(line.text.charAt(hit.to - 1)))) return beginsWord(line, hit.from)
  if (NO_PLACE_AFTER.test(line.text.slice(hit.to, hit.to + 4))) return false
  if (!isNear(context, hit.code) && !isShown(context, line, hit)) return false
  if (hit.to - hit.from === 2 && PERSON_BEFORE.test(line.text.slice(Math.max(0, hit.from - 4), hit.from))) return false
  if (!beginsWord(line, hit.from)) return false
  // A short name must also end as a word: 长兴|县人民, but not 平安|医院 or 和平时期.
  if (!line.isBoundary(hit.to) && !isHome) return false
  // 遵义, 大连; 分宜、上高: the dictionary holds some places for verbs or adjectives.
  if (isHome || hit.code.endsWith('00') || /^(?:n[srtz]?|nrt|nrfg|x|j)$/u.test(line.wordBefore(hit.to)?.tag ?? '')) return true
  return isListed(line.text, hit) && isBesideSibling(context.lexicon.divisions, line, hit, hit.code)
}
