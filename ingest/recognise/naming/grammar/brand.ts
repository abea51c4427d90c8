/** The words of a proper name that no table knows: 何贤, 丹桂康乐, 八五八农场. */
import type { Word } from '../../segment.ts'
import { isHan, type Line } from '../context.ts'
import { glueBefore } from './glue.ts'
import { brandWords, generics, plainWords, stopWords } from '../words.ts'
import type { Left } from './left.ts'

const HAN = /^[〇㐀-鿿]+$/u

/** Words of a proper name before `at`; at most six characters. Undefined where a verb, a count or a class stands there. */
export function brandBefore(line: Line, at: number, floor: number): Left<string> | undefined {
  const brand = ownBrandBefore(line, at, floor)
  return brand === undefined ? undefined : withLostHead(line, brand, floor)
}

/** 、青|固集镇: nothing but a name begins behind 、 where a township that the table lacks ends it. */
export function withLostHead(line: Line, { from, found }: Left<string>, floor: number): Left<string> {
  if (OF_PEOPLE.test(found)) return withPeople(line, { from, found }, floor)
  const isCut = from > floor && TOWN.test(found) && LOST_HEAD.test(line.text.slice(Math.max(0, from - 2), from))
  return isCut ? { from: from - 1, found: line.text.slice(from - 1, from) + found } : { from, found }
}

function ownBrandBefore(line: Line, at: number, floor: number): Left<string> | undefined {
  const numbered = ENDS_NUMBERED.test(line.text.charAt(at - 1)) ? NUMBERED.exec(line.text.slice(floor, at))?.[0] : undefined
  if (numbered !== undefined) return { from: at - numbered.length, found: numbered }
  const office = line.text.startsWith('局', at - 1) ? OFFICE.exec(line.text.slice(floor, at))?.[0] : undefined
  if (office !== undefined && !generics.has(office)) return { from: at - office.length, found: office }
  // 与宝山区人民医院: of one of several districts of a name.
  const county = COUNTY.exec(line.text.slice(Math.max(floor, at - 5), at))?.[0]
  if (county !== undefined && !generics.has(county)) return { from: at - county.length, found: county }
  // 高新人民医院, 经开医院: of a zone that is told short.
  const zoned = ZONE_SHORT.exec(line.text.slice(Math.max(floor, at - 2), at))?.[0]
  if (zoned !== undefined) return { from: at - 2, found: zoned }
  // 经开区|第一人民医院: of the zone that every city has one of.
  const own = line.text.startsWith('区', at - 1) ? OWN_ZONE.exec(line.text.slice(Math.max(floor, at - 4), at))?.[0] : undefined
  if (own !== undefined && OF_ZONE.test(line.text.slice(at, at + 8))) return { from: at - own.length, found: own }
  const harmony = line.text.startsWith('和', at - 1) ? harmonyBefore(line, at, floor) : undefined
  if (harmony !== undefined) return harmony
  if (at - floor < 2 || !isHan(line.text, at - 1) || isClassBefore(line.text, at, floor)) return undefined
  const pieces = piecesBefore(line, at, floor)
  if (pieces !== undefined) return pieces
  const zone = line.wordBefore(at)
  const zoneName = zone !== undefined && zone.to === at && ZONE.test(zone.word) ? line.wordBefore(zone.from) : undefined
  // 前湾|新区医院, 大雁|矿区医院: a zone takes its name along.
  if (zoneName !== undefined && zoneName.word.length > 1 && zoneName.from >= floor && mayBelongToBrand(zoneName.word, zoneName, 0))
    return { from: zoneName.from, found: line.text.slice(zoneName.from, at) }
  const beyond = zone !== undefined && zone.to === at && WIDE_ZONE.test(zone.word) ? zoneNameFrom(line, zone.from, floor) : at
  if (zone !== undefined && beyond < zone.from) return { from: beyond, found: line.text.slice(beyond, at) }
  let from = at
  for (let taken = 0; taken < 3 && from > floor; taken++) {
    const word = line.wordBefore(from)
    if (word === undefined || word.from < floor) break
    const piece = line.text.slice(word.from, from)
    if (at - word.from > 6 || !mayBelongToBrand(piece, word, taken)) break
    // One word of two characters is a brand; single characters are pieces of one that the dictionary lacks.
    const isWhole = piece.length >= 2
    if (taken > 0 && isWhole && line.text.slice(from, at).length >= 2) break
    const isCut = TOWN_ENDS.test(line.text.charAt(word.from - 1)) || SCHOOL_SHORT.test(line.text.slice(from, at))
    if (taken > 0 && !isWhole && line.text.slice(from, at).length >= 2 && !LOOSE_TAG.test(word.tag) && !isCut) break
    from = word.from
  }
  // 东榆|镇南|磷: a township that the table lacks was cut through.
  if (/^[镇乡]/u.test(line.text.slice(from, at)) && line.wordBefore(from)?.word.length === 2) from = Math.max(floor, from - 2)
  // 青岚|区林旺|卫生院: the word for the county before it, which the segmenter took for the name of a person.
  if (AFTER_LEVEL.test(line.text.slice(from, at)) && isHan(line.text, from - 1)) from++
  // 英才|北路|院区: a road is told with its name.
  if (ROAD.test(line.text.slice(from, at))) from = roadFrom(line, from, floor)
  // 甲医院|与惠仁|医院: a conjunction cut together with the unknown name behind it.
  if (JOINED.test(line.text.slice(from, at)) && (isHan(line.text, from - 1) || /^[即与]/u.test(line.text.charAt(from)))) from++
  from += glueBefore(line.text, from, at)
  // 除|省卫生学校, 如|市康复医院
  if (
    EXCEPT.test(line.text.slice(from, at)) &&
    (from === 0 || isHan(line.text, from - 1) || /[，、；：。（]/u.test(line.text.charAt(from - 1)))
  )
    from++
  // 县医院|带青岚镇卫生院, 县医院|将宁江精神病医院: the verb or the word for an end between two names.
  if (line.text.charAt(from - 1) === '院' && BETWEEN_NAMES.test(line.text.slice(from, at))) from++
  // 以县医院为龙头，辖|青岚镇卫生院
  if (HOLDS.test(line.text.slice(from, at)) && !isHan(line.text, from - 1)) from++
  // 基层行|暨|骨科医院: what the word joins is no part of a name.
  const joint = line.text.lastIndexOf('暨', at - 1)
  if (joint >= from && !line.text.startsWith('暨南', joint)) from = joint + 1
  if (isCutVerb(line, from) && at - from > 2) from++
  // 、下|野地医院: nothing but a name begins behind 、 and goes on so.
  if (from > floor && /、[上下]$/u.test(line.text.slice(Math.max(0, from - 2), from))) from--
  from = withNation(line, from, floor)
  const brand = line.text.slice(from, at)
  const isClass =
    generics.has(brand) ||
    POINTER.test(brand) ||
    // 唯一的惠民|医院: of which there is one is a class.
    /(?:唯一|指定|真正意义上)的$/u.test(line.text.slice(Math.max(0, from - 6), from)) ||
    /(?:[性型类等期]|(?<![燕石炼吉])化|(?<!超)级|以上|以下|建|阶段)$/u.test(brand) ||
    NOT_DONE.test(brand) ||
    // 王某摄该|医院: what points is no name.
    brand.includes('该') ||
    /[无非]$/u.test(line.text.slice(0, from)) ||
    // 李某为医院揭牌
    (/^[〇㐀-鿿]{2,3}为$/u.test(brand) && /^医院(?:揭|授|题|捐)/u.test(line.text.slice(at))) ||
    // 2家镇卫生院: a count, cut together with what is counted.
    (/^[家所个处]/u.test(brand) && /[\d一二两三四五六七八九十]/u.test(line.text.charAt(from - 1)))
  return brand.length >= 2 && !isClass ? { from, found: brand } : undefined
}

const NO_HARMONY = /[省市县区旗州乡镇村院校厂科部局所家房我你他方医护患病人者级类等民药]/u

/** 嘉|和|医院: a single character that the word for joining follows joins nothing, but is one half of a name. */
function harmonyBefore(line: Line, at: number, floor: number): Left<string> | undefined {
  const from = at - 2
  if (from < floor || !isHan(line.text, from) || NO_HARMONY.test(line.text.charAt(from))) return undefined
  const [joint, first] = [line.wordBefore(at), line.wordBefore(at - 1)]
  return joint?.word === '和' && first?.word.length === 1 && !/^[vpcu]/u.test(first.tag)
    ? { from, found: line.text.slice(from, at) }
    : undefined
}

/** 吸|纳贡江|镇卫生院: a verb through which the segmenter cut, for it does not know the name behind it. */
function isCutVerb(line: Line, from: number): boolean {
  if (from < 1 || !stopWords.has(line.text.slice(from - 1, from + 1))) return false
  const before = line.wordBefore(from)
  return before !== undefined && before.to === from && before.word.length === 1
}

/** A county or a district right behind a mark or a joining word. */
const COUNTY = /(?<=[与和、，；：])(?![我本全该各贵邻外每某两三几])[〇㐀-鿿]{2}[区县]$/u
/** What stands before the first of several, or of all but one. */
const EXCEPT = /^[除如像][省市区县州旗]/u
const TOWN = /^[〇㐀-鿿]{1,3}(?:镇|乡|街道|苏木)$/u
const LOST_HEAD = /、(?![和与及等即其各某该本我仅原现含如共])[〇㐀-鿿]$/u

/** 中|铁十八局, 中国|电建西北院: the word for the country begins the name of a state company. */
function withNation(line: Line, from: number, floor: number): number {
  const { text } = line
  if (from - floor >= 1 && text.charAt(from - 1) === '中' && line.isBoundary(from - 1) && /^[铁交建冶核煤石]/u.test(text.slice(from)))
    return from - 1
  return from - floor >= 2 && text.startsWith('中国', from - 2) && /^[〇㐀-鿿]{2,6}[局院厂建冶铝核]/u.test(text.slice(from))
    ? from - 2
    : from
}

/** 二酉|苗族乡: a people is no township's name, but what stands before it in the list or behind the joint. */
function withPeople({ text }: Line, { from, found }: Left<string>, floor: number): Left<string> {
  const own = BEFORE_PEOPLE.exec(text.slice(Math.max(floor, from - 5), from))?.[0]
  return own === undefined ? { from, found } : { from: from - own.length, found: own + found }
}

const OF_PEOPLE = /^(?:[〇㐀-旎旐-鿿]{1,3}族)+乡$/u
const BEFORE_PEOPLE = /(?<=^|[和与及由、，；：。到赴向在])(?![和与及由、，；：。到赴向在])[〇㐀-鿿]{2,4}$/u

/** 和睦家, 和平: names that begin with the conjunction. */
const JOINED = /^(?:[与及即]|和(?![平睦谐顺美信祐政田林布静硕龙合济康润仁众家县]))[〇㐀-鿿]{2}/u

const HOLDS = /^[辖含](?!区|内|县|市)(?=[〇㐀-鿿]{2})/u
const BETWEEN_NAMES = /^[带携辖领扶帮托管将到赴向同为受对跟由把被给至](?=[〇㐀-鿿]{2})/u

/** Whether a word of the genre ends at `at` (推进公立|医院, 推进|综合医院), as the segmenter would say as well. */
function isClassBefore(text: string, at: number, floor: number): boolean {
  for (let length = Math.min(LONGEST_CLASS, at - floor); length >= 2; length--) {
    const word = text.slice(at - length, at)
    if (generics.has(word) || stopWords.has(word)) return !ZONE.test(word) && !PART_OF_WORD.test(word)
  }
  return false
}

/** 前|海蛇|口|自贸区: where a zone's name begins that the segmenter cut up, behind a mark or a word of the genre; else the zone. */
function zoneNameFrom(line: Line, at: number, floor: number): number {
  let from = at
  for (let word = line.wordBefore(at); word !== undefined && word.to === from && word.from >= floor; word = line.wordBefore(from)) {
    if (at - word.from > LONGEST_PAIR) return at
    if (
      !HAN.test(word.word) ||
      LINKS.test(word.word) ||
      /^[vpdc]/u.test(word.tag) ||
      (word.word.length > 1 && (stopWords.has(word.word) || generics.has(word.word)))
    )
      break
    from = word.from
  }
  return at - from > 1 ? from : at
}

const WIDE_ZONE = /^(?:自贸区|自由贸易区|保税区|开发区|经开区|高新区|度假区|合作区|试验区|示范区|新片区)$/u
const AFTER_LEVEL = /^[区县旗][〇㐀-鿿]{2}/u
const LONGEST_CLASS = 4
/** 技术协作|医院, which is one word and may be a name. */
const PART_OF_WORD = /作$/u

/** 聚|精|堂, 雁|栖: an unknown word cut into single characters, alone between a mark and the head. */
function piecesBefore(line: Line, at: number, floor: number): Left<string> | undefined {
  let from = at
  for (let word = line.wordBefore(at); word !== undefined && word.from >= floor && word.to === from; word = line.wordBefore(from)) {
    // 南环社区和|水月寺|社区卫生服务中心: what joins it to another of its kind begins the name.
    if (from < at - 1 && /^[和与及]$/u.test(word.word) && /[区镇乡道院心站]$/u.test(line.text.slice(0, word.from)))
      return { from, found: line.text.slice(from, at) }
    // 和祐医院 at the head of a clause, where 和 joins nothing.
    const isFirst = word.word === '和' && word.from === floor && at - word.from === 2
    if (word.word.length > 1 || !HAN.test(word.word) || generics.has(word.word) || (LINKS.test(word.word) && !isFirst)) return undefined
    from = word.from
    if (at - from > 4) return undefined
  }
  const isBounded = from === floor && (floor === 0 || /[、，；：。（“]/u.test(line.text.charAt(floor - 1)))
  return isBounded && at - from >= 2 ? { from, found: line.text.slice(from, at) } : undefined
}

const ROAD = /^(?:[东西南北中]|环城?[东西南北]?)?(?:路|大?街|大道)$/u

/** Where the name of a road begins that goes on at `at`: the word of two or three characters before it, whatever it means. */
function roadFrom(line: Line, at: number, floor: number): number {
  const word = line.wordBefore(at)
  if (word === undefined || word.to !== at || word.from < floor || word.to - word.from < 2 || word.to - word.from > 3) return at
  const name = line.text.slice(word.from, at)
  return HAN.test(name) && !stopWords.has(name) && !generics.has(name) ? word.from : at
}

const LINKS = /[与和及在由的是等各其该到去来对向将把被为以按并就也又都还已曾均如至]/u

/** A single character before a whole word belongs to it only if it is no word of its own: 红|四门医院, but 院|龙山医院 not. */
const LOOSE_TAG = /^(?:x|nr|nz|a|ag|b|j|zg)$/u
/** 青岚镇|鱼|窝头: right behind a township all is one name. */
const TOWN_ENDS = /[镇乡]/u
/** 南|科大, 西|工大: a university that is told short begins with its place. */
const SCHOOL_SHORT = /^(?:[科工师农医理财林]大|理工|中医大)$/u
const OWN_ZONE = /(?<![各全县市省国家级\d、])(?:经开区|高新区|开发区|经济开发区)$/u
const OF_ZONE = /^(?:第[一二三四五]?人民医院|人民医院|中心医院|中医医?院|妇幼保健院|社区卫生服务中心)/u
const ZONE_SHORT = /^(?:高新|经开)$/u
const ZONE = /^(?:新区|自贸区|开发区|经开区|高新区|管理区|片区|街区|林区|矿区|垦区|园区|新城|农场|林场|牧场|茶场|团场)$/u
/** 八五八农场, 十团, 第十二师, 九〇三医院: farms, regiments, divisions of the corps and hospitals of the army are told by number. */
const NUMBERED =
  /(?<![第农〇零一二三四五六七八九十百\d])(?:(?:(?:第|农)?[一二三四五六七八九十]{1,3}师)?[〇零一二三四五六七八九十百\d]{1,5}(?:农场|林场|牧场|团场|团)|(?:第|农)?[一二三四五六七八九十]{1,3}师|[一二三四五六七八九][〇零一二三四五六七八九]{2}|[两三四五]省边际)$/u
/** 监狱管理局|中心医院, 农垦红兴隆管理局|医院: an authority that has a hospital of its own. */
const OFFICE =
  /(?:监狱|戒毒|农垦|林业|森工|森林工业|铁路|矿务|煤炭|煤田|煤矿|油田|石油|天然气|勘探|地质|地质矿产|冶金|有色金属|电力|电业|邮电|民航|水利|水利电力|水电|公路|交通|航运|航道|港务|盐务|盐业|黄河|长江|建筑工程|建工|公安)(?:[〇㐀-鿿]{2,3})?(?:管理|勘探|工程)?(?:总局|分局|局)$/u
const ENDS_NUMBERED = /[场团师际〇零一二三四五六七八九]/u
/** 不进|医院, 少跑|医院: what nobody does is no name; 不老屯 is one. */
const NOT_DONE = /^(?:[不未没别勿莫免]|没有|不用|少|再也不)[进去到住跑出上来看找用往离愿想敢必需在挤排等回]过?$/u
/** 五所, 三家, 上述: counts and pointers are no names. */
const POINTER =
  /^(?:[现兹特拟今]将|驻[〇㐀-鿿]$|(?:新一?|本|上一?|下一?|历)届|进一步|[一二三四五六]期$|[一二三四五六七八九十][是问看访探]|首先|其次|[各每全](?!新)|第?[一二两三四五六七八九十几多数\d]+(?:家|所|个|间|座|大|类|级|甲|名|位|批)|上述|前述|上列|这[些所家个]|那[些所家个]|有[的个]|另外|其余|余下)/u

const BRAND_TAG = /^(?:n|nr|nrt|nrfg|ns|nt|nz|ng|x|j|b|zg|g|i|l|s|k|h|a|ag|an|t|f)$/u

/** 充分发挥, 高度重视: phrases, which no name begins with. */
function isPhrase(piece: string, word: Word): boolean {
  return piece.length === 4 && (/^[il]$/u.test(word.tag) || (stopWords.has(piece.slice(0, 2)) && stopWords.has(piece.slice(2))))
}

/** The tag is asked for last: it is what costs. */
function mayBelongToBrand(piece: string, word: Word, taken: number): boolean {
  if (!HAN.test(piece) || stopWords.has(piece) || generics.has(piece) || isPhrase(piece, word)) return false
  if (brandWords.has(piece) || BRAND_TAG.test(word.tag)) return true
  // 合/v 盛/v: single characters that are verbs elsewhere may be halves of an unknown name.
  return taken > 0 && piece.length === 1 && /^(?:v|vg|nr|ad|d)$/u.test(word.tag)
}

const STRONG_TAG = /^(?:x|nr|nrt|nrfg|nz|nt|ns)$/u
const SIDE = /^[东西南北中]部$/u
const LONGEST_PAIR = 6

/**
 * Where a name begins whose first word stands before `at`: 丹桂|康乐医院, 恒大|大方医院. A word that is no common noun
 * may be one anywhere, a noun only at the head of its clause or after a verb. `at` where there is none.
 */
export function firstWordBefore(line: Line, at: number, { to, floor }: { to: number; floor: number }): number {
  const word = line.wordBefore(at)
  if (word === undefined || word.to !== at || word.from < floor || word.word.length < 2 || to - word.from > LONGEST_PAIR) return at
  if (!mayBelongToBrand(word.word, word, 0) || plainWords.has(word.word) || POINTER.test(word.word) || /[着了过]$/u.test(word.word))
    return at
  if (/^(?:全|各|我|本|该|省|市|区|县|旗|州)|[省市区县旗州镇乡级性型类个家所名]$/u.test(word.word)) return at
  // 江州|北部|宽仁医院: a part of a town tells its hospital apart.
  if (STRONG_TAG.test(word.tag) || (SIDE.test(word.word) && line.wordBefore(word.from)?.tag === 'ns')) return word.from
  const before = word.from > floor ? line.wordBefore(word.from) : undefined
  return before === undefined || stopWords.has(before.word) || /^[vpc]/u.test(before.tag) ? word.from : at
}
