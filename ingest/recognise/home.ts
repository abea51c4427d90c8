/** Describes a document: whose text it is, from which place it speaks, what kind it is and of which year. */
import type { Document, Place } from '../../cypher/model/index.ts'
import { Trie } from '../grammar/trie.ts'
import type { Division, Lexicon } from '../lexicon/lexicon.ts'
import { unreadSpans, type RawDocument } from '../read/index.ts'
import { findTitle } from '../read/title.ts'
import { kindOf, yearOf } from './home/document-kind.ts'
import { maskedHome, placeAtHead, placeByCount, placeInBody, wordingInFull, zoneAtHead } from './home/home-place.ts'
import { readPageLines, type PageLines } from './home/page-lines.ts'
import { fullStem } from './naming/core.ts'
import { lies, officialPrefix } from './naming/place-index.ts'
import { hospitalEndingAt, namedHospital } from './naming/speaker.ts'
import type { Segmenter } from './segment.ts'

/** A publisher's wording: a body of health, at the head of a title or alone on a line. */
const BODY =
  '(?:卫生健康(?:委员会|委|局|和体育局|体育局)|卫健(?:委|局)|卫生和计划生育(?:局|委员会)|卫生计生(?:局|委)|卫计(?:局|委)|卫生[局厅]|社会发展(?:管理)?局|社会事务局|公共服务局|社会事业局|健康事业发展中心|医疗保障局|医保局|疾病预防控制中心|疾控中心|人民政府|医院|中医院|保健院|卫生院|社区卫生服务中心|医共体|医疗集团|健康集团|总医院)'
const IN_TITLE = new RegExp(
  `^(?:关于)?([\\p{Script=Han}*＊X×x]{0,22}?${BODY})(?=[^\\p{Script=Han}]|的|关于|对外|召开|开展|举办|举行|与|和|党委|办公室|工作|年度|$)`,
  'u',
)
const ALONE = new RegExp(`^([\\p{Script=Han}*＊X×（）()]{0,22}${BODY})$`, 'u')
const IN_BODY = new RegExp(
  `(?<![\\p{Script=Han}])([\\p{Script=Han}]{2,18}(?:卫生健康(?:委员会|委|局)|卫健(?:委|局)))(?=坚持|以|在|认真|深入|全面|紧紧|系统|高度|始终|按照|围绕|聚焦|党委|[，。（])`,
  'u',
)

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
  const clues: Clues = { lexicon, segment, raw, text: readable.replace(/\s+/gu, ''), title, lines }
  const wordings = publisherWordings(clues)
  const home = findHome(clues, wordings)
  const { publisher, speaker } = findPublisher(clues, wordings, home)
  return {
    id: raw.id,
    title,
    publisher,
    year: yearOf(title, clues.text, lines.published),
    kind: kindOf(title, clues.text),
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

/** Wordings that may be the publisher, the surest first. */
function publisherWordings({ lexicon, title, text, lines }: Clues): string[] {
  const found = title === null ? null : IN_TITLE.exec(title)
  // 甲医院与乙县人民医院签约: the hospital at the head of a title need not be the one that tells.
  const isPair = found !== null && title !== null && found[1]?.endsWith('院') === true && /^[与和、]/u.test(title.slice(found[0].length))
  const titled = isPair || found?.[1] === undefined ? undefined : wordingInFull(lexicon, found[1], text)
  const paired = isPair ? found[1] : undefined
  const signed = lines.signatures.map((line) => ALONE.exec(line)?.[1]).filter((line) => line !== undefined)
  const issued = lines.issuer === null ? [] : [lines.issuer.replace(/[（(].*$/u, '')]
  const bodied = IN_BODY.exec(text.slice(0, 1500).replace(/20\d{2}年(?:以?来)?，?/gu, '，'))?.[1]
  return [
    ...(titled === undefined ? [] : [titled]),
    ...issued,
    ...signed,
    ...(bodied === undefined ? [] : [bodied]),
    // 来源：腾冲市融媒体中心: a local medium speaks from its place.
    ...(lines.source === null ? [] : [lines.source]),
    ...(paired === undefined ? [] : [paired]),
  ]
}

function findHome({ lexicon, raw, text, title, lines }: Clues, wordings: readonly string[]): Place[] {
  const titled = title === null ? undefined : placeAtHead(lexicon, title.replace(/^关于/u, ''), text)
  for (const wording of wordings) {
    const zone = zoneAtHead(lexicon, wording, text)
    if (zone.length > 0) return zone
    const division = placeAtHead(lexicon, wording, text)
    if (division === undefined) continue
    // 承德县医院加挂…, with the city's bureau in the text or the city's paper as its source.
    const isNearer = titled !== undefined && titled.level === 'county' && titled.code !== division.code
    const isLoose = wording === lines.source || !(title ?? '').includes(wording)
    const nearer = isNearer && isLoose && lies(lexicon.divisions, titled, division.code) ? titled : division
    const chain = lexicon.divisions.chain(nearer.code)
    // A health centre of a township speaks from its county.
    return /(?:中心|院)$/u.test(wording) ? chain.filter((place) => place.level !== 'township') : [...chain]
  }
  for (const wording of wordings) {
    const known = lexicon.organisationByName.get(wording)
    if (known?.label === 'Hospital' && known.division !== undefined) return [...lexicon.divisions.chain(known.division)]
  }
  if (titled !== undefined) return lexicon.divisions.chain(titled.code).filter((place) => place.level !== 'township')
  const masked = maskedHome(lexicon, text, raw.id)
  if (masked.length > 0 && masked.at(-1)?.name.startsWith('我') !== true) return masked
  const spoken = placeInBody(lexicon, title ?? '', text) ?? (masked.length === 0 ? placeByCount(lexicon, text) : undefined)
  const found = spoken ?? (masked.length === 0 && /我院|本院/u.test(text) ? placeOfFirstHospital(lexicon, text) : undefined)
  return found === undefined ? masked : [...lexicon.divisions.chain(found.code)]
}

/** Where the first hospital stands that the text makes the subject of a sentence, in a text that says 我院. */
function placeOfFirstHospital(lexicon: Lexicon, text: string): Division | undefined {
  const subject =
    /(?<=^|[，。；、日月\d])(\p{Script=Han}{2,16}?(?:人民医院|中心医院|中医医院|中医院|妇幼保健院|第[一二三四五]医院))(?=与|和|在|举行|召开|成功|党委)/gu
  for (const [, wording = ''] of text.slice(0, FIRST_LOOK).matchAll(subject)) {
    const division = placeAtHead(lexicon, wording, text)
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
  if (own === undefined || (own.masked === true && lead === '')) return lead + stem
  const isOwn =
    lead === '' ||
    /^(?:省|市|区|县|旗|州|盟)$/u.test(lead) ||
    lead.endsWith(own.name) ||
    own.name.startsWith(lead) ||
    placeAtHead(lexicon, lead, '')?.code === own.adcode
  return isOwn ? officialPrefix(lexicon, home, own) + stem : lead + stem
}
