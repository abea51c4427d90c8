/** Describes a document: whose text it is, from which place it speaks, what kind it is and of which year. */
import type { Document, Place } from '../../cypher/model/index.ts'
import { Trie } from '../grammar/trie.ts'
import type { Division, Lexicon } from '../lexicon/lexicon.ts'
import { unreadSpans, type RawDocument } from '../read/index.ts'
import { findTitle } from '../read/title.ts'
import { kindOf, yearOf } from './home/document-kind.ts'
import { maskedHome, placeAtHead, placeByCount, placeInBody, placesIn, wordingInFull, zoneAtHead } from './home/home-place.ts'
import { homeSuffix } from './home/home-words.ts'
import { readPageLines, type PageLines } from './home/page-lines.ts'
import { fullStem } from './naming/core.ts'
import { lies, officialPrefix } from './naming/place-index.ts'
import { hospitalEndingAt, namedHospital } from './naming/speaker.ts'
import type { Segmenter } from './segment.ts'

/** A publisher's wording: a body of health, at the head of a title or alone on a line. */
const BODY =
  '(?:卫生健康(?:委员会|委|局|和体育局|体育局)|卫健(?:委|局)|卫生和计划生育(?:局|委员会)|卫生计生(?:局|委)|卫计(?:局|委)|卫生[局厅]|社会发展(?:管理)?局|社会事务局|公共服务局|社会事业局|健康事业发展中心|医疗保障局|医保局|疾病预防控制中心|疾控中心|人民政府|医院|中医院|保健院|卫生院|社区卫生服务中心|医共体|医疗集团|健康集团|总医院)'
const IN_TITLE = new RegExp(
  `^(?:关于)?([\\p{Script=Han}*＊X×x]{0,22}?${BODY})(?=[^\\p{Script=Han}]|的|关于|对外|召开|开展|举办|举行|与|和|赴|到|在|成为|正式|顺利|成功|加入|挂牌|揭牌|签约|荣获|获批|新院|党委|办公室|工作|年度|$)`,
  'u',
)
const ALONE = new RegExp(`^([\\p{Script=Han}*＊X×（）()]{0,22}${BODY})$`, 'u')
const IN_BODY = new RegExp(
  `(?<![\\p{Script=Han}])([\\p{Script=Han}]{2,18}(?:卫生健康(?:委员会|委|局)|卫健(?:委|局)))(?=坚持|以|在|认真|深入|全面|紧紧|系统|高度|始终|按照|围绕|聚焦|党委(?!副?书记|委员)|[，。（])`,
  'u',
)

/** 青岚将新增一家社区卫生服务中心 is no name of a publisher. */
const NO_PUBLISHER = /^[我本]院|大会|仪式|会议|将|新增|再添|一[家所]|首[家个]|走进|探访/u

interface Clues {
  readonly lexicon: Lexicon
  readonly segment: Segmenter
  readonly raw: RawDocument
  /** The readable text, without line breaks and blanks. */
  readonly text: string
  readonly title: string | null
  readonly lines: PageLines
}

/** Everything about a document but its sentences. Never throws: what the text does not tell is null or empty. */
export function describeDocument(raw: RawDocument, lexicon: Lexicon, segment: Segmenter): Document {
  const unread = unreadSpans(raw.problems)
  const readable = unread.reduceRight(
    (text, span) => text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end),
    raw.text,
  )
  const title =
    raw.meta.title ??
    findTitle(readable)
      ?.text.replace(/^(?:#+\s*|[—–-]+)/u, '')
      .replace(/\s+/gu, '') ??
    null
  const lines = readPageLines({ ...raw, text: readable })
  const clues: Clues = { lexicon, segment, raw, text: wide(readable.replace(/\s+/gu, '')), title, lines }
  const { wordings, paired } = publisherWordings(clues)
  const kind = kindOf(title, clues.text)
  const home = findHome(clues, wordings, paired)
  const { publisher, speaker } = findPublisher(clues, wordings, home)
  return {
    id: raw.id,
    title,
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

/** Chinese punctuation for what some pages set in ASCII; length stays. */
function wide(text: string): string {
  return text.replace(/[,;()!?]/gu, (mark) => WIDE[mark] ?? mark)
}

const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', '(': '（', ')': '）', '!': '！', '?': '？' }

/** Wordings that may be the publisher, the surest first. */
function publisherWordings({ lexicon, title, text, lines }: Clues): { wordings: string[]; paired: string[] } {
  const found = title === null ? null : IN_TITLE.exec(title)
  // 甲医院与乙县人民医院签约: the hospital at the head of a title need not be the one that tells.
  const isPair =
    found !== null &&
    title !== null &&
    found[1]?.endsWith('院') === true &&
    /^(?:[与和、赴到]|[（(]集团)/u.test(title.slice(found[0].length))
  const titled = isPair || found?.[1] === undefined || NO_PUBLISHER.test(found[1]) ? undefined : wordingInFull(lexicon, found[1], text)
  const signed = lines.signatures.map((line) => ALONE.exec(line)?.[1]).filter((line) => line !== undefined)
  const issued = lines.issuer === null ? [] : [lines.issuer.replace(/[（(].*$/u, '')]
  const bodied = IN_BODY.exec(text.slice(0, 1500).replace(/20\d{2}年(?:以?来)?，?/gu, '，'))?.[1]
  const wordings = [
    ...(titled === undefined ? [] : [titled]),
    ...issued,
    ...signed,
    ...(bodied === undefined ? [] : [bodied]),
    // 来源：腾冲市融媒体中心: a local medium speaks from its place.
    ...(lines.source === null || /[科部室处组股]$/u.test(lines.source) ? [] : [lines.source]),
  ]
  return { wordings, paired: isPair && found[1] !== undefined ? [found[1]] : [] }
}

function findHome({ lexicon, raw, text, title, lines }: Clues, sure: readonly string[], paired: readonly string[]): Place[] {
  const spoken = paired.length > 0 && title !== null ? spokenOf(lexicon, title, text) : undefined
  if (spoken !== undefined) return [...lexicon.divisions.chain(spoken.code)]
  const { medium } = lines
  const wordings = [...sure, ...(medium === null ? [] : [medium]), ...paired]
  const titled =
    title === null
      ? undefined
      : placeAtHead(lexicon, title.replace(/^关于(?:印发|下发|报送|转发|公布|调整|做好)?《?|^《|^20\d{2}年/gu, ''), text)
  for (const wording of wordings) {
    const zone = zoneAtHead(lexicon, wording, text)
    if (zone.length > 0) return zone
    const division = placeAtHead(lexicon, wording, text) ?? placeAtHead(lexicon, wording.replace(SLOGAN, ''), text)
    if (wording === medium && division?.level !== 'county' && division?.level !== 'city') continue
    if (division === undefined || (division.level === 'province' && paired.includes(wording))) continue
    // 承德县医院加挂…, with the city's bureau in the text or the city's paper as its source.
    const isNearer = titled !== undefined && titled.level !== 'township' && titled.code !== division.code
    const isLoose = wording === lines.source || !(title ?? '').includes(wording)
    const nearer = isNearer && isLoose && lies(lexicon.divisions, titled, division.code) ? titled : division
    const chain = lexicon.divisions.chain(nearer.code)
    // A health centre of a township speaks from its county.
    return /(?:中心|院)$/u.test(wording) ? chain.filter((place) => place.level !== 'township') : [...chain]
  }
  for (const wording of sure) {
    const known = lexicon.organisationByName.get(wording)
    if (known?.label === 'Hospital' && known.division !== undefined) return [...lexicon.divisions.chain(known.division)]
  }
  if (titled !== undefined)
    return lexicon.divisions.chain(nearerInBody(lexicon, titled, text).code).filter((place) => place.level !== 'township')
  const masked = maskedHome(lexicon, { text, title: title ?? '' }, raw.id)
  if (masked.length > 0 && masked.at(-1)?.name.startsWith('我') !== true) return masked
  const inBody = placeInBody(lexicon, title ?? '', text) ?? (masked.length === 0 ? placeByCount(lexicon, text) : undefined)
  const found = inBody ?? (masked.length === 0 && /我院|本院/u.test(text) ? placeOfFirstHospital(lexicon, text) : undefined)
  if (found === undefined && masked.length === 0) return corpsHome(lexicon, text)
  return found === undefined ? masked : [...lexicon.divisions.chain(found.code)]
}

/** 甲区医院与乙县医院签约, and the text says 县医院, 全县: of the two the one of whose kind it speaks. */
function spokenOf(lexicon: Lexicon, title: string, text: string): Division | undefined {
  const suffix = homeSuffix(text)
  const named = suffix === undefined ? [] : placesIn(lexicon, title).filter(({ name }) => /[区县旗市]$/u.test(name))
  const own = named.filter(({ name }) => suffix !== undefined && name.endsWith(suffix))
  return named.length > 1 && own.length === 1 && own.length < named.length ? own[0] : undefined
}

/** What a medium puts before the name of its place. */
const SLOGAN = /^(?:云上|智慧|掌上|最|大美|看|微|爱上|健康|新)/u

/** 江南省立医院云溪医院揭牌: the province at the head of a hospital's name in a title is not where the text speaks from. */
function nearerInBody(lexicon: Lexicon, titled: Division, text: string): Division {
  const near = titled.level === 'province' ? placeByCount(lexicon, text) : undefined
  return near !== undefined && lies(lexicon.divisions, near, titled.code) ? near : titled
}

/** 兵团卫生健康委, 兵团医院 without a division or a city: the corps itself. */
function corpsHome({ divisions }: Lexicon, text: string): Place[] {
  const said = text.match(/兵团(?:卫生健康委|卫健委|党委|医院|党政)/gu)?.length ?? 0
  const corps = said < 2 ? undefined : divisions.named('兵团').find(({ level }) => level === 'province')
  return corps === undefined ? [] : [...divisions.chain(corps.code)]
}

/** Where the first hospital stands that the text makes the subject of a sentence, in a text that says 我院. */
function placeOfFirstHospital(lexicon: Lexicon, text: string): Division | undefined {
  const subject =
    /(?<=^|[，。；、日月\d]|上午|下午|近日|日前|由|，我)(\p{Script=Han}{2,16}?(?:人民医院|中心医院|中医医院|中医院|妇幼保健院|第[一二三四五]医院))(?=与|和|在|举行|召开|成功|党委)/gu
  for (const [, wording = ''] of text.slice(0, FIRST_LOOK).matchAll(subject)) {
    const division = placeAtHead(lexicon, wording.replace(/^日?(?:[上下]午|晚)?/u, ''), text)
    if (division !== undefined && division.level !== 'township') return division
  }
  return undefined
}

/** The publisher's full name, and the hospital that speaks where it is one. */
function findPublisher(
  { lexicon, segment, raw, text, title }: Clues,
  wordings: readonly string[],
  home: readonly Place[],
): Pick<Document, 'publisher' | 'speaker'> {
  const base = { lexicon, segment, document: raw.id, home, aliases: new Trie<never>(), says: (wording: string) => text.includes(wording) }
  const speaks = (text.match(/我院|本院/gu)?.length ?? 0) >= 2 || /医院|保健院|卫生院/u.test(title ?? '')
  for (const wording of wordings) {
    if (!/(?:院|卫生服务中心)$/u.test(wording)) continue
    const hospital = namedHospital(base, wording)
    if (hospital !== undefined && speaks) return { publisher: hospital.name, speaker: hospital.entity }
  }
  const speaker = /我院|本院/u.test(text) ? speakingHospital(base, text) : undefined
  if (speaker !== undefined) return { publisher: speaker.name, speaker: speaker.entity }
  const wording = wordings.find((candidate) => !candidate.endsWith('院')) ?? wordings[0]
  if (wording === undefined) return { publisher: null, speaker: null }
  return { publisher: officialPublisher(lexicon, home, wording), speaker: null }
}

const FIRST_LOOK = 600

/** The first hospital of the home that the text names, where it says 我院 and nobody signed. */
function speakingHospital(base: Parameters<typeof namedHospital>[0], text: string): ReturnType<typeof namedHospital> {
  const own = base.home.at(-1)
  for (const match of text.slice(0, FIRST_LOOK).matchAll(/(?:医院|保健院|卫生院)/gu)) {
    const to = match.index + match[0].length
    const hospital = hospitalEndingAt(base, text, to)
    // 我院与本市甲医院签约: the partner does not speak, and who does stays untold.
    const isPartner = /我院(?:与|和|同|赴|到)\p{Script=Han}{2,24}$/u.test(text.slice(Math.max(0, to - 30), to))
    if (isPartner && own !== undefined && hospital?.place?.id === own.id) return undefined
    if (own !== undefined && hospital?.place?.id === own.id) return hospital
  }
  return undefined
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
    placeAtHead(lexicon, lead, '')?.code === own.adcode
  return isOwn ? officialPrefix(lexicon, home, own) + stem : lead + stem
}
