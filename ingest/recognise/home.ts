/** Describes a document: whose text it is, from which place it speaks, what kind it is and of which year. */
import type { Document, Place } from '../../cypher/model/index.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { withoutOtherPages } from '../read/furniture.ts'
import { unreadSpans, type RawDocument } from '../read/index.ts'
import { findTitle } from '../read/title.ts'
import { digitYears } from '../read/written-years.ts'
import { FIRST_LOOK, inParagraphs, wide, type Clues } from './home/clues.ts'
import { findHome } from './home/find-home.ts'
import { kindOf, yearOf } from './home/document-kind.ts'
import { MEDIUM } from './home/media.ts'
import { headOf, wordingInFull } from './home/home-place.ts'
import { dealsWithOwn, ownBesidePartner, ownWords } from './home/own-hospital.ts'
import { ownByWeight } from './home/own-by-weight.ts'
import { readPageLines } from './home/page-lines.ts'
import { introducedIn } from './home/subject-hospital.ts'
import { fullStem } from './naming/core.ts'
import { officialPrefix } from './naming/place-index.ts'
import { hospitalAt, hospitalEndingAt, namedHospital } from './naming/speaker.ts'
import type { Segmenter } from './segment.ts'

/** A publisher's wording: a body of health, at the head of a title or alone on a line. */
const BODY =
  '(?:卫生健康(?:委员会|委|局|和体育局|体育局)|卫健(?:委|局)|卫生和计划生育(?:局|委员会)|卫生计生(?:局|委)|卫计(?:局|委)|卫生[局厅]|社会发展(?:管理)?局|社会事务局|公共服务局|社会事业局|健康事业发展中心|医疗保障局|医保局|疾病预防控制中心|疾控中心|人大常委会(?:[〇㐀-鿿]{2,8}(?:委员会|工委))?|政协[〇㐀-鿿]{0,8}委员会|发展和改革(?:委员会|局)|发改[委局]|(?:深化)?(?:医药卫生体制改革|医改)领导小组|人民政府|医院|中医院|保健院|卫生院|社区卫生服务中心|妇幼保健(?:计划生育)?服务中心|(?:妇女儿童|儿童|妇儿|妇幼|公共卫生)医疗中心|儿童医学中心|医共体|医疗集团|健康集团|总医院)'
const IN_TITLE = new RegExp(
  `^(?:关于)?(?:20\\d{2}年(?:度|上半年)?)?([〇㐀-鿿*＊X×x]{0,22}?${BODY})(?=[^〇㐀-鿿]|的|关于|对外|召开|开展|举办|举行|与|和|赴|到|在|成为|正式|顺利|成功|加入|成立(?=[〇㐀-鿿]{2})|签约|荣获|获批|新院|党委|办公室|工作|年度|大事记|大事年表|大事|院史|院志|纪事|发展历程|$)`,
  'u',
)
const ALONE = new RegExp(`^([〇㐀-鿿*＊X×（）()]{0,22}${BODY})$`, 'u')
const IN_BODY = new RegExp(
  `(?<![〇㐀-鿿、])((?:(?![与和同])[〇㐀-鿿]){2,18}(?:卫生健康(?:委员会|委|局)|卫健(?:委|局)))(?=坚持|以|在|认真|深入|全面|紧紧|系统|高度|始终|按照|围绕|聚焦|党委(?!副?书记|委员)|[，。（])`,
  'u',
)

/** 青岚将新增一家社区卫生服务中心 is no name of a publisher. */
const NO_PUBLISHER = /^[我本]院|^是|大会|仪式|会议|将|新增|再添|一[家所]|首[家个]|走进|探访|组建|访问|一行|托管/u

const BUREAU = /(?:卫生健康|卫健|卫生计生|卫计|卫生)(?:委员会|[委局厅])$|政府$/u

/** 青岚县中医院牵手江南省人民医院: a line of news, and no signature. */
const TELLS = /(?<=院).*(?:[与向]|牵手|携手|联手|签约|对接|结对|帮扶|支援|加入|成为|落户|挂牌|揭牌|走进|托管|联姻|结缘)/u

/** 我院, and 医院与江州市人民医院签约: a body that calls itself by no name. */
const SAYS_OWN = /[我本][院校]|^(?:医院|学校)(?!新闻)/u

/** ——在江州市中心医院第八届职工代表大会上的工作报告: who is spoken for, at the head of a speech. */
const SPEECH =
  /在([〇㐀-鿿]{2,24}?(?:医院|保健院|卫生院))[〇㐀-鿿\d（）]{0,36}(?:大会|职代会|工代会|会议|年会)上的[〇㐀-鿿]{0,6}(?:报告|讲话|发言|致辞|总结)/u
const HEAD_OF_SPEECH = 200

/** 江州市中心医院宣传科, 江州市中心医院党委办公室: who wrote it down for the hospital. */
const DEPARTMENT =
  /(?<=(?:医院|保健院|卫生院))(?:党委|党政|行政|综合|医务|宣传|新闻|文化|品牌|信息|对外|公共|统战|与|和|联络|合作|发展|工作)*(?:科|部|处|室|办|办公室|院办|党办|中心)$/u

/** 江州大学新闻网: what a school publishes itself. */
const OF_SCHOOL = /(?<=(?:大学|学院|专科学校))(?:新闻网|新闻中心|融媒体中心|党委宣传部|宣传部|官网|网站|新闻)$/u

/** Everything about a document but its sentences. Never throws: what the text does not tell is null or empty. */
export function describeDocument(raw: RawDocument, lexicon: Lexicon, segment: Segmenter): Document {
  const unread = unreadSpans(raw.problems)
  const readable = halfWidth(
    unread.reduceRight((text, span) => text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end), raw.text),
  )
  const printed =
    raw.meta.title ??
    findTitle(readable)
      ?.text.replace(/^(?:#+\s*|[—–-]+)/u, '')
      .replace(/\s+/gu, '') ??
    null
  const title = printed === null ? null : digitYears(printed)
  const lines = readPageLines({ ...raw, text: readable })
  const clues: Clues = {
    lexicon,
    segment,
    raw,
    text: wide(digitYears(withoutOtherPages(readable).replace(/\s+/gu, ''))),
    title,
    lines,
  }
  const { wordings, paired } = publisherWordings(clues)
  const kind = kindOf(title, clues.text)
  const home = findHome(clues, wordings, paired)
  const { publisher, speaker } = findPublisher(clues, wordings, home)
  return {
    id: raw.id,
    title: printed,
    publisher,
    year: yearOf(title, clues.text, { published: lines.published, kind }),
    kind,
    published: lines.published,
    url: lines.url,
    source: lines.source,
    home,
    speaker,
    text: raw.text,
    ...(raw.pages === undefined ? {} : { pages: [...raw.pages] }),
    problems: [...raw.problems],
  }
}

/** Digits and letters as ASCII has them, for pages that set them as wide as Chinese; length stays. */
function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0))
}

/** Wordings that may be the publisher, the surest first. */
function publisherWordings({ lexicon, raw, title, text, lines }: Clues): { wordings: string[]; paired: string[] } {
  const found = title === null ? null : IN_TITLE.exec(title)
  // 甲医院与乙县人民医院签约: the hospital at the head of a title need not be the one that tells.
  const isPair =
    found !== null &&
    title !== null &&
    (found[1]?.endsWith('院') === true || (lines.source !== null && MEDIUM.test(lines.source))) &&
    /^(?:[与和、赴到]|[（(]集团)/u.test(title.slice(found[0].length))
  // 职工医院移交我院: what is told of in a title does not speak.
  const isTold =
    found?.[1]?.endsWith('院') === true && /[我本]院|^(?:正式)?(?:改名|更名|改称|转设)/u.test(title?.slice(found[0].length) ?? '')
  // 江州市人民医院一行到青岚县医院参观 of a text that says 江州市人民医院一行到我院参观
  const told = ownWords(raw.text)
  const own = title === null ? undefined : ownBesidePartner(title, told)
  const isPartner = found?.[1] !== undefined && dealsWithOwn(found[1], told)
  const titled =
    isPair || isTold || isPartner || found?.[1] === undefined || NO_PUBLISHER.test(found[1])
      ? undefined
      : wordingInFull(lexicon, found[1], text)
  // 关于传闻的情况说明（青岚县中医院）
  const bracketed = ALONE.exec(/（([^（）]{4,24})）$/u.exec(wide(title ?? ''))?.[1] ?? '')?.[1]
  const signed = lines.signatures
    .filter((line) => line !== title)
    .map((line) => ALONE.exec(line.replace(DEPARTMENT, ''))?.[1])
    .filter((line) => line !== undefined)
    .filter((line) => !TELLS.test(line))
  const spoken = SPEECH.exec(text.slice(0, HEAD_OF_SPEECH))?.[1]
  const issued = lines.issuer === null ? [] : [lines.issuer.replace(/[（(].*$/u, '')]
  const bodied = IN_BODY.exec(text.slice(0, 1500).replace(/20\d{2}年(?:以?来)?，?/gu, '，'))?.[1]
  const source =
    lines.source
      ?.replace(/(?<=政府|委员会|[局委])办公室$/u, '')
      .replace(DEPARTMENT, '')
      .replace(OF_SCHOOL, '') ?? null
  const isOfBureau = issued.some((issuer) => BUREAU.test(issuer)) && titled?.endsWith('院') === true && !/[我本]院/u.test(text)
  const wordings = [
    // 江州医院在青岚设立基地, which the bureau of 青岚 tells.
    ...(isOfBureau ? issued : []),
    ...(spoken === undefined ? [] : [spoken]),
    ...(titled === undefined ? [] : [titled]),
    ...(bracketed === undefined ? [] : [bracketed]),
    ...(lines.site === null ? [] : [lines.site]),
    ...issued,
    ...signed,
    ...(own === undefined ? [] : [own]),
    ...(bodied === undefined ? [] : [bodied]),
    // 来源：腾冲市融媒体中心: a local medium speaks from its place.
    ...(source === null || /[科部室处组股]$/u.test(source) ? [] : channelsOf(source)),
    ...(lines.owner === null || !SAYS_OWN.test(text) ? [] : [lines.owner]),
  ]
  return { wordings, paired: (isPair || isTold) && !isPartner && found?.[1] !== undefined ? [found[1]] : [] }
}

/** 新江南客户端·青岚: the channel of a medium tells the place nearer than the medium does. */
const channelsOf = (source: string): readonly string[] =>
  /[·•.．][〇㐀-鿿]{2,6}$/u.test(source) ? [source.slice(source.search(/[·•.．][〇㐀-鿿]+$/u) + 1), source] : [source]

/** The publisher's full name, and the hospital that speaks where it is one. */
function findPublisher(
  { lexicon, segment, raw, text, title, lines }: Clues,
  wordings: readonly string[],
  home: readonly Place[],
): Pick<Document, 'publisher' | 'speaker'> {
  const base = { lexicon, segment, document: raw.id, home, says: (wording: string) => text.includes(wording) }
  const speaks =
    (text.match(/[我本来]院/gu)?.length ?? 0) >= 2 || /医院|保健院|卫生院|医疗中心|医学中心|(?:保健|计划生育)服务中心/u.test(title ?? '')
  for (const wording of wordings) {
    if (!/(?:院|(?:卫生|保健|计划生育)服务中心|医疗中心|医学中心)$/u.test(wording)) continue
    const hospital = namedHospital(base, wording)
    if (hospital === undefined || !(speaks || wording === lines.site || (wording === lines.source && OF_ITSELF.test(text)))) continue
    // 来源：江南日报, and nobody says 我院: the paper tells of the hospital in its title.
    const isToldOf = lines.source !== null && wording !== lines.source && !/[我本]院/u.test(text)
    if (isToldOf && BUREAU.test(lines.source)) continue
    const isReported = isToldOf && MEDIUM.test(lines.source)
    return { publisher: isReported ? lines.source : hospital.name, speaker: hospital.entity }
  }
  const isOffice = OF_OFFICE.test(title ?? '')
  const said = inParagraphs(raw.text)
  const weighed = isOffice ? undefined : ownByWeight(raw.text, (wording, to) => hospitalAt(base, wording, to))?.named
  const speaker = weighed ?? (!isOffice && ownWords(raw.text).length > 0 ? speakingHospital(base, said) : undefined)
  const introduced = speaker ?? introducedHospital(base, text, title)
  if (introduced !== undefined) return { publisher: introduced.name, speaker: introduced.entity }
  const named = wordings.filter((candidate) => !NO_SIGNATORY.test(candidate))
  const wording = named.find((candidate) => !candidate.endsWith('院')) ?? named[0]
  if (wording === undefined) return { publisher: null, speaker: null }
  const isSchool = /(?:大学|学院|专科学校)$/u.test(wording)
  const publisher = isSchool
    ? wording
    : wording.endsWith('院')
      ? namedHospital(base, wording)?.name
      : officialPublisher(lexicon, home, wording)
  return { publisher: publisher ?? null, speaker: null }
}

/** What a hospital says of itself where it is the source of a page: 我院邀请…, 目前，医院与…. */
const OF_ITSELF = /[我本]院|(?:^|[。；，\s院])医院(?:与|和|同|先后|已|还|现有?|是|始建|积极|不断|持续)/u

/** 青岚县卫生健康局2023年工作总结: who says 我院 in it was copied. */
const OF_OFFICE =
  /(?:卫生健康|卫健|卫计|卫生计生|卫生和计划生育)[^，。医院]{0,6}[局委][^，。院]{0,16}(?:总结|要点|计划|汇报|报告|规划|方案|安排)/u

/** 青岚市与省卫健委, 青岚医院将成为…医院, and 来源：李某: who wrote publishes nothing. */
const NO_SIGNATORY = /[与将]|隶属|医院[〇㐀-鿿]*[局委]|在(?!线)|成为|托管|^[〇㐀-鿿]{1,3}(?<![局委院报网台社])$/u

/** 江州市人民医院简介, 江州市人民医院医院概况 */
const PROFILE = /^([〇㐀-鿿]{3,24}?(?:医院|保健院|卫生院))(?:医院)?(?:简介|概况|介绍|概况介绍|基本情况|情况介绍|荣誉)$/u

/** 江州市人民医院始建于1950年: the page that introduces a hospital is its own. */
function introducedHospital(
  base: Parameters<typeof namedHospital>[0],
  text: string,
  title: string | null,
): ReturnType<typeof namedHospital> {
  const body = title !== null && text.startsWith(title) ? text.slice(title.length) : text
  const wording = PROFILE.exec(title ?? '')?.[1] ?? introducedIn(body)
  return wording === undefined ? undefined : namedHospital(base, wording)
}

/** 托管甲医院, 在甲医院: what is spoken of, and does not speak. */
const TAKEN = /(?:托管|支援|帮扶|在|赴|到)[〇㐀-鿿]{2,20}$/u

const PARTNER_OF_OWN = /我院[就已将也正]?(?:与|和|同|赴|到)[〇㐀-鿿]{2,24}$/u
/** 我院王副院长代表医院与甲医院院长李某、乙医院: whoever stands in the list behind 与. */
const LISTED_PARTNER = /[我本]院[^，。；：\d]{0,16}[与同](?:[〇㐀-鿿]{2,24}、){1,3}[〇㐀-鿿]{2,20}$/u

/**
 * The first hospital of the home that the text names, where it says 我院, nobody signed and `ownByWeight` is not sure: it needs
 * the home, which that one helps to find.
 */
function speakingHospital(base: Parameters<typeof namedHospital>[0], text: string): ReturnType<typeof namedHospital> {
  const own = base.home.at(-1)
  for (const match of text.slice(0, FIRST_LOOK).matchAll(/(?:医院|保健院|卫生院)/gu)) {
    const to = match.index + match[0].length
    const hospital = hospitalEndingAt(base, text, to)
    // 我院与本市甲医院签约: the partner does not speak, and who does stays untold.
    const before = text.slice(Math.max(0, to - 30), to)
    const isPartner = PARTNER_OF_OWN.test(before) || LISTED_PARTNER.test(text.slice(Math.max(0, to - 70), to))
    if (isPartner && own !== undefined && hospital?.place?.id === own.id) return undefined
    // 仪式在甲医院举行，甲医院成为以我院为龙头的…: the venue and the new member do not either.
    // 职工医院正式移交我院: what comes to the one that speaks.
    const isOther = /^(?:举行|召开|成为|加入|揭牌)|^[^，。；]{0,8}[我本]院/u.test(text.slice(to, to + 10))
    // 我院领导和甲医院职工座谈
    const isBeside = /[我本]院[^，。；：\d]{1,10}(?:领导|负责人|院长|一行)[^，。；：\d]{0,3}[与和同][〇㐀-鿿]{2,14}$/u.test(before)
    if (isOther || isBeside || TAKEN.test(before)) continue
    if (own !== undefined && hospital?.place?.id === own.id) return hospital
  }
  return undefined
}

/** 青岚 in 青岚卫健委, 青岚教体 in 青岚教体卫健局, but not 青岚第一人民 in 青岚第一人民医院. */
function isOwnLead(lexicon: Lexicon, lead: string, own: Place): boolean {
  const head = lead.startsWith(own.name) ? { to: own.name.length, division: { code: own.adcode } } : headOf(lexicon, lead, '')
  return head?.division.code === own.adcode && !/[医第人民]/u.test(lead.slice(head?.to))
}

/** 奉化区卫健局, 市卫健委 → 宁波市奉化区卫生健康局, XX市卫生健康委员会. */
function officialPublisher(lexicon: Lexicon, home: readonly Place[], wording: string): string {
  const [, lead = '', body = ''] = new RegExp(`^(.*?)(${BODY})$`, 'u').exec(wording) ?? []
  const own = home.at(-1)
  const stem = fullStem(body, () => false)
  if (body === '') return wording
  if (own === undefined || (own.masked === true && (lead === '' || own.name.startsWith('我')))) return lead + stem
  const isOwn =
    lead === '' ||
    /^(?:省|市|区|县|旗|州|盟)$/u.test(lead) ||
    lead.endsWith(own.name) ||
    own.name.startsWith(lead) ||
    isOwnLead(lexicon, lead, own)
  return isOwn ? officialPrefix(lexicon, home, own) + stem : lead + stem
}
