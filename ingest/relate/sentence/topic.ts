/** Who is spoken of where a clause leaves its subject out: the subject before it, the speaker, or the home. */
import type { Token } from '../../grammar/pattern.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import { rememberLast } from '../../recognise/naming/remember.ts'
import { introducedHere } from './introduced.ts'
import { officerBefore } from './officers.ts'
import { isTitled } from './partners.ts'
import { isLocal } from './place.ts'

type Tokens = readonly Token<SentenceMention>[]

const LEAD_IN = 10
/** How many tokens, and sentences of a paragraph, a subject may stand before: no reader looks further back, and work stays linear. */
const LOOK_BACK = 240
const SENTENCES_BACK = 12
/** Characters of a heading beside the name: （十二）. */
const HEADING_MARKS = 5
/** What stands before a name that is no subject: 与甲签约, 由甲托管, 在甲举行, 依托甲, 对接甲, 托管甲, 成为甲协作医院, 加入甲牵头的联盟, 把甲与乙整合, 下设甲院区, 整合甲. */
const NO_SUBJECT_AFTER = [
  'with',
  'by',
  'at',
  'as',
  'rely',
  'join',
  'dock',
  'receive',
  'become',
  'enter',
  'invite',
  'form-托管',
  'form-对口支援',
  'member-note',
  'has',
  'take',
]

/** The hospitals that stand as subject at the head of each clause before a token, the nearest first. */
function* subjectsBefore(tokens: Tokens, before: number, urged: boolean): Generator<readonly SentenceMention[]> {
  for (let index = before - 1; index >= 0; index--) {
    const token = tokens[index]
    if (token?.kind !== 'things' || !headsClause(tokens, index, urged)) continue
    const hospitals = token.things.filter((thing) => thing.label === 'Hospital')
    if (hospitals.length > 0) yield hospitals
  }
}

/** Whether a name heads its clause; 推动甲与乙签约 has the bureau for its subject, which matters to the sentences after it. */
function headsClause(tokens: Tokens, index: number, urged: boolean): boolean {
  const token = tokens[index]
  if (token === undefined) return false
  let head = index
  while (head > 0 && tokens[head - 1]?.kind !== 'stop' && token.from - (tokens[head]?.from ?? 0) <= LEAD_IN) head--
  const from = tokens[head]?.from ?? 0
  if (token.from - from > LEAD_IN) return false
  // 开建甲医院, but not 新建的甲医院; 加挂“甲分院”牌子.
  if (['build', 'hang'].some((name) => tokens[index - 1]?.classes.includes(name))) return false
  // 是甲对口支援医院, but not 特别是甲.
  const isPredicate = ['is', 'belong'].some((name) => tokens[index - 1]?.classes.includes(name))
  if (isPredicate && (tokens[index - 2] === undefined || tokens[index - 2]?.kind === 'stop' || isTitled(tokens, index))) return false
  // 为甲牵头的联盟成员单位: who leads what another is in.
  if (tokens[index - 1]?.classes.includes('for') === true && tokens[index + 1]?.classes.includes('lead') === true) return false
  // 甲之外，它又加入…: no more than whom it is besides.
  if (tokens[index + 1]?.classes.includes('besides') === true) return false
  const bars = urged ? NO_SUBJECT_AFTER : [...NO_SUBJECT_AFTER, 'urge']
  return !tokens.slice(head, index).some((before) => before.kind === 'things' || bars.some((name) => before.classes.includes(name)))
}

/**
 * Entity ids of the topic of a clause: the last subject of the home before it in its sentence; else the one hospital of
 * the home that the sentences before it in the paragraph speak of; else the hospital that speaks, or the home. Where no
 * subject is of the home, the last one of the sentence. Empty where the document has no home.
 */
export function topicOf(
  reading: Reading,
  tokensOf: (index: number) => Tokens,
  at: { sentence: number; before: number },
): readonly string[] {
  const idsOf = (things: readonly SentenceMention[]): readonly string[] => things.map((thing) => thing.entity)
  const isOwn = (things: readonly SentenceMention[]): boolean => things.some((thing) => isLocal(thing.entity, reading))
  const { home, speaker } = reading.document
  const tokens = tokensOf(at.sentence)
  if (at.before > 0 && isListOfTitles(tokens)) return topicOf(reading, tokensOf, { sentence: at.sentence, before: 0 })
  const item = itemBefore(tokens, at.before)
  const from = Math.max(item ?? 0, at.before - LOOK_BACK)
  const isOfUrged = !isUrged(tokens, at.before) || isUrgedOn(tokens, at.before)
  const here = isAfterSeveral(tokens, at.before, reading)
    ? []
    : [...subjectsBefore(tokens.slice(from, at.before), at.before - from, isOfUrged)]
  // 甲对口支援持续深化；与乙签约, where a hospital speaks: another one is spoken of no longer than to the semicolon.
  const semicolon = speaker === null ? -1 : tokens.slice(0, at.before).findLastIndex(({ classes }) => classes.includes('semicolon'))
  const last = Math.max(from, semicolon + 1)
  const near = last === from ? here : [...subjectsBefore(tokens.slice(last, at.before), at.before - last, true)]
  const spoken =
    speaker === null || isTwinOf(tokens, semicolon, at.before)
      ? here
      : [...near, ...here.filter((things) => idsOf(things).includes(speaker))]
  const other = near[0] ?? (spoken === here ? here[0] : undefined)
  const subject = spoken.find(isOwn) ?? (isComeTo(tokens.slice(from, at.before), other, speaker) ? undefined : other)
  if (subject !== undefined && !(subject.length > 1 && isAnew(tokens.slice(from, at.before), speaker !== null))) return idsOf(subject)
  const led = officerBefore(reading, at.sentence, tokens[at.before]?.from ?? 0)
  if (led !== undefined) return [led]
  const carried = item !== undefined ? [] : subjectsOfParagraph(reading, tokensOf, at.sentence)
  const earlier = carried.filter((things) => home.length === 0 || isOwn(things))
  const [only] = earlier
  // 甲、乙为成员单位。托管丙: a list is not spoken of any longer where a hospital tells of itself, or a bureau of its policy.
  const isList =
    only !== undefined &&
    only.length > 1 &&
    (speaker !== null || POLICY.test(reading.sentences[at.sentence]?.text ?? '') || opensWithPlace(tokens.slice(0, at.before)))
  if (only !== undefined && !isList && earlier.every((things) => idsOf(things).join() === idsOf(only).join())) return idsOf(only)
  const introduced = introducedHere(reading, at.sentence)
  if (introduced !== undefined) return [introduced.entity]
  if (speaker !== null) return [speaker]
  const heading = headingHospital(reading, at.sentence)
  if (heading !== undefined && earlier.length === 0) return [heading]
  const titled = hasOfficial(reading, tokens.slice(from, at.before), at.sentence) ? undefined : titleHospital(reading)
  if (titled !== undefined) return [titled]
  const opening = tokens[at.before]
  const before =
    reading.sentences[at.sentence]?.text.slice(0, opening?.classes.includes('with') === true ? opening.to : opening?.from) ?? ''
  if (earlier.length > 0 && GOES_ON.test(before)) return []
  const place = home.at(-1)
  return place === undefined || isTooWide(reading) || isOfUnnamed(reading, at.sentence) ? [] : [place.id]
}

/** 甲支援丙，乙支援丁；|选派12名专家赴…: what opens a part behind several, each with its own clause, is told of whoever tells of them all. */
function isAfterSeveral(tokens: Tokens, before: number, reading: Reading): boolean {
  if (reading.document.speaker !== null || tokens[before - 1]?.classes.includes('semicolon') !== true) return false
  const from = tokens.slice(0, before - 1).findLastIndex(({ classes }) => classes.includes('semicolon')) + 1
  const part = tokens.slice(Math.max(from, before - LOOK_BACK), before - 1)
  const subjects = [...subjectsBefore(part, part.length, true)].filter((things) => things.every(({ entity }) => isLocal(entity, reading)))
  return new Set(subjects.map((things) => things.map(({ entity }) => entity).join())).size > 1
}

/** 甲工作站落户|医院，与乙签约: whether the one that speaks stands behind the subject of another, who comes to it. */
function isComeTo(before: Tokens, other: readonly SentenceMention[] | undefined, speaker: string | null): boolean {
  const at =
    other === undefined ? -1 : before.findLastIndex(({ things }) => things === other || things.some((thing) => other.includes(thing)))
  return speaker !== null && at >= 0 && before.slice(at + 1).some(({ things }) => things.some(({ entity }) => entity === speaker))
}

/** 省政府与甲大学签约，依托…: whether a government or its place is the first that a sentence names, which acts then. */
function opensWithPlace(tokens: Tokens): boolean {
  const first = tokens.find(({ kind }) => kind === 'things')?.things[0]
  return first !== undefined && (first.label === 'District' || first.attrs['kind'] === 'government')
}

/** 甲…；乙…。去年，还与丙签约: one of those before, and not the place. */
const GOES_ON = /[还又](?:先后|分别|陆续)?[与同和跟]?$/u

/** 甲与乙签约；与丙合作: whether the part behind the semicolon begins as the one before it goes on, so that both are of one subject. */
function isTwinOf(tokens: Tokens, semicolon: number, before: number): boolean {
  const isWith = (token: Tokens[number] | undefined): boolean => token?.classes.includes('with') === true
  if (semicolon < 0 || !isWith(tokens[semicolon + 1]) || before > semicolon + 2) return false
  const from = tokens.slice(0, semicolon).findLastIndex(({ classes }) => classes.includes('semicolon')) + 1
  const named = tokens.findIndex(({ things }, index) => index >= from && things.length > 0)
  return named < semicolon && headsClause(tokens, named, true) && isWith(tokens[named + 1])
}

/** 甲、乙加入；托管丙: whether a part of the sentence opens after the last subject, where a hospital `speaks` or members were told. */
function isAnew(before: Tokens, speaks: boolean): boolean {
  const opening = before.findLastIndex(({ classes }) => classes.includes('semicolon'))
  if (opening < 0 || before.slice(opening).some(({ things }) => things.length > 0)) return false
  return speaks || ['come-in', 'as-member', 'member-note'].some((name) => before[opening - 1]?.classes.includes(name))
}

const TITLES = ['titled', 'member-note']
const SAID = ['is', 'found', 'become', 'for', 'as', 'enter', 'as-being', 'with', 'belong']

/** 甲医联体成员单位；乙“名医工作站”；丙帮扶医院: a sentence of titles alone, none of whose names is its subject. */
function isListOfTitles(tokens: Tokens): boolean {
  const end = tokens.findIndex(({ kind }) => kind === 'stop')
  const isTitle = end > 0 && TITLES.some((name) => tokens[end - 1]?.classes.includes(name))
  return (
    isTitle &&
    tokens[0]?.kind === 'things' &&
    !tokens[0].things.some(({ label }) => label === 'District') &&
    !tokens.slice(0, end).some(({ classes }) => SAID.some((name) => classes.includes(name)))
  )
}

/** 巩固医共体建设成果，与甲建立医联体: what a bureau does for its district, whichever hospitals it listed before. */
const POLICY =
  /^(?:持续|继续|全面|扎实|稳步|积极|进一步|不断|深入|着力|大力)*(?:巩固|推进|推动|深化|落实|完善|健全|统筹|加快)[^，。；]*(?:建设|改革|成果|机制|体系|制度|政策|工作|发展)[^，。；]*，/u

/** News of which only the province is known speaks of somebody in it, not of the province: 此次与甲大学合作. */
function isTooWide({ document: { home, kind } }: Reading): boolean {
  return kind === 'news' && home.length === 1 && home[0]?.level === 'province'
}

/** What opens a paragraph about a body that it does not name. */
const UNNAMED = /^(?:[^，。；]{1,6}，)?(?:我院|本院|医院|该院|我校|学校|我中心|中心|我科)(?!工作|管理|建设|改革)/u

/** 医院创立于1976年…。与甲、乙结对: a hospital of which nobody knows the name is spoken of, and not the place. */
function isOfUnnamed({ sentences }: Reading, sentence: number): boolean {
  const paragraph = sentences[sentence]?.paragraph
  for (let index = sentence; index >= 0 && index > sentence - SENTENCES_BACK && sentences[index]?.paragraph === paragraph; index--)
    if (UNNAMED.test(sentences[index]?.text ?? '')) return true
  return false
}

/** Whether the clause of a token has an urging of its own: 支持甲…，探索与乙… is the bureau's with 乙. */
function isUrged(tokens: Tokens, before: number): boolean {
  let from = before
  while (from > Math.max(0, before - LOOK_BACK) && tokens[from - 1]?.kind !== 'stop') from--
  return tokens.slice(from, before + 1).some((token) => token.classes.includes('urge') || token.classes.includes('plan'))
}

/** 支持甲创建三级医院，|推动|与乙合作: what is urged behind the first goes on with 甲. */
function isUrgedOn(tokens: Tokens, before: number): boolean {
  const [stop, urging, joint] = tokens.slice(before - 2, before + 1)
  return stop?.kind === 'stop' && urging?.classes.includes('urge') === true && joint?.classes.includes('with') === true
}

/** （二）县中医院: a heading that is nothing but a hospital's name says who the paragraphs below speak of. */
function headingHospital(reading: Reading, sentence: number): string | undefined {
  const text = reading.sentences[sentence]?.headings.at(-1)
  if (text === undefined) return undefined
  const index = reading.sentences.findLastIndex((other) => other.index < sentence && other.heading && other.text === text)
  const [only, more] = reading.mentions[index] ?? []
  const isAlone = only !== undefined && more === undefined && text.length - (only.to - only.from) <= HEADING_MARKS
  return isAlone && only.label === 'Hospital' && isLocal(only.entity, reading) ? only.entity : undefined
}

/** Somebody of a government. */
export const OFFICIAL = /政府|[省市县区州旗]长|[省市县区州旗]委|局长|委主任|管委会/u

/** Whether somebody of a government is named in the clause before: 副市长李某与甲签约. */
function hasOfficial(reading: Reading, before: Tokens, sentence: number): boolean {
  const first = before.findLastIndex(({ kind }) => kind === 'stop') + 1
  const [from, to] = [before[first]?.from, before.at(-1)?.to]
  return from !== undefined && OFFICIAL.test(reading.sentences[sentence]?.text.slice(from, to) ?? '')
}

/** What a title and a line that repeats it may differ in. */
const NO_LETTERS = /[^\p{L}\p{N}]/gu

/** The one hospital of the home that the title of a news item names: who is spoken of below, where nobody else is. */
const titleHospital = rememberLast(({ document, sentences, mentions }: Reading): string | undefined => {
  if (document.title === null || (document.kind !== 'news' && document.kind !== 'feature')) return undefined
  const title = document.title.replaceAll(NO_LETTERS, '')
  const lines = sentences
    .slice(0, HEAD_LINES)
    .filter(({ text }) => text.length <= title.length + TITLE_MARKS && title.includes(text.replaceAll(NO_LETTERS, '')))
  // 甲医院（乙医院江州医院）启用: the name in brackets is a second one of the same.
  const all = lines.flatMap(({ index, text }) => (mentions[index] ?? []).filter(({ from }) => !/[（(]/u.test(text.charAt(from - 1))))
  // 市政府与甲共建乙: the government is spoken of.
  if (lines.some(({ text }) => OFFICIAL.test(text) || BUILT.test(text)) || all.some(({ attrs }) => attrs['kind'] === 'government'))
    return undefined
  const named = all.filter(({ label }) => label === 'Hospital')
  const [only, more] = new Set(named.filter(({ entity }) => isLocal(entity, { document })).map(({ entity }) => entity))
  return more === undefined ? only : undefined
})

/** A title about a hospital that is still to be. */
const BUILT = /共建|合建|新建|筹建|兴建|建设|开工|奠基/u

/** Sentences at the beginning of a page among which its title may be, below the names of its site and section. */
const HEAD_LINES = 12
/** Marks that a title may have as a sentence beside its letters. */
const TITLE_MARKS = 4

/** Where the item of a list begins in which a token stands: 一是…；二是…; each has a subject of its own. */
function itemBefore(tokens: Tokens, before: number): number | undefined {
  const from = Math.max(0, before - LOOK_BACK)
  const at = tokens.slice(from, before).findLastIndex((token) => token.classes.includes('enumerate'))
  return at < 0 ? undefined : from + at
}

/** Subjects of the sentences of a paragraph before one of them, the nearest first. */
function subjectsOfParagraph(
  reading: Reading,
  tokensOf: (index: number) => Tokens,
  sentence: number,
): readonly (readonly SentenceMention[])[] {
  const paragraph = reading.sentences[sentence]?.paragraph
  const found: (readonly SentenceMention[])[] = []
  const last = Math.max(0, sentence - SENTENCES_BACK)
  for (let index = sentence - 1; index >= last && reading.sentences[index]?.paragraph === paragraph; index--) {
    const tokens = tokensOf(index)
    found.push(...subjectsBefore(tokens.slice(-LOOK_BACK), Math.min(tokens.length, LOOK_BACK), false))
  }
  return found
}
