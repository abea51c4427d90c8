/** Grades and beds of hospitals that a text states as reached: 是三级甲等综合医院, 通过二级甲等评审, 甲、乙两家二级甲等医院. */
import type { Statement } from '../../cypher/model/index.ts'
import { matchesOf } from '../grammar/matches.ts'
import type { Found, Reading, SentenceMention } from '../reading.ts'
import type { Sentence } from '../read/sentence.ts'

const GRADE = /(?<full>[一二三]级(?:甲|乙|丙)?等?)|(?<short>[二三][甲乙](?!级))/gu
/** After a grade: what kind of hospital, and for a review that it was passed. */
const KIND = /^[“”]?(?:（?[〇㐀-鿿]{0,9}(?:医院|保健院|机构|(?<!学)院)|等级|评审|复审|复评|验收|$|[，。；）])/u
const PASSED = /(?:评审|复审|复评|复核|验收|评定|评估|创建)/u
const REACH = 16
/** 与12家|二级医院: houses that are counted, and not the one before. */
const COUNTED = /(?:\d|[二两三四五六七八九十多数几各余])(?:余|多)?[家所个](?:国家)?$/u
const LISTED = /^(?:等)?(?:\d+|[一二两三四五六七八九十]+)(?:家|所|个)/u
/** 甲、乙、丙全部通过三级甲等医院复审 */
const OF_ALL = /^(?:全部|均|都|双双|分别|同时|先后|相继)/u
const BEDS =
  /(?:核定|编制|开放|实际开放)(?:住院)?(?:病床|床位|总床位)?(?:数)?(?:达|为|共)?(?<beds>\d{2,5})张|(?:病床|床位)(?<more>\d{2,5})张(?=，|。|；|（|$)/u
const OWN_BEDS = /核定|编制|开放/u

/** Statements `grade` (三级甲等 …) and `beds` of the hospitals of a document. */
export function relateGrades(reading: Reading): Found {
  const told = reading.lexicon.words('grade-told')
  const not = reading.lexicon.words('grade-not')
  const claims: Statement[] = []
  for (const sentence of reading.sentences) {
    const hospitals = (reading.mentions[sentence.index] ?? []).filter((mention) => mention.label === 'Hospital')
    if (sentence.section.kind === 'plan') continue
    const named = hospitals.length === 0 ? [] : withoutPart([...gradesIn(sentence, hospitals, { told, not })])
    claims.push(...(named.length > 0 ? named : gradeOfMeant(reading, sentence, not)), ...bedsIn(sentence, hospitals))
  }
  return { mentions: [], claims }
}

/** 通过三级医院评审，被确定为三级乙等: the grade in full, and not its level alone. */
function withoutPart(claims: readonly Statement[]): readonly Statement[] {
  const isPart = (one: Statement): boolean =>
    claims.some(({ subject, value }) => subject === one.subject && value !== one.value && String(value).startsWith(String(one.value)))
  return claims.filter((claim) => !isPart(claim))
}

interface Words {
  readonly told: readonly string[]
  readonly not: readonly string[]
}

function* gradesIn(sentence: Sentence, hospitals: readonly SentenceMention[], words: Words): Generator<Statement> {
  for (const match of matchesOf(GRADE, sentence.text)) {
    const from = match.index
    const to = from + match[0].length
    const value = fullGrade(match.groups ?? {})
    if (value === undefined || hospitals.some((mention) => mention.from < to && from < mention.to)) continue
    if (!KIND.test(sentence.text.slice(to, to + 12)) || isOfOthers(sentence.text, from, hospitals)) continue
    for (const mention of introducedBy(sentence, hospitals, { from, to, words }) ?? subjectsOf(sentence, hospitals, { from, to, words })) {
      yield { kind: 'statement', subject: mention.entity, key: 'grade', value, ...spanAndYear(sentence), rule: 'grade/told-as-reached' }
    }
  }
}

/** 与12家二级医院建立医联体, but not 甲、乙2家二级医院. */
function isOfOthers(text: string, from: number, hospitals: readonly SentenceMention[]): boolean {
  const counted = COUNTED.exec(text.slice(Math.max(0, from - 8), from))
  if (counted === null) return false
  const last = hospitals.findLast((mention) => mention.to <= from)
  return last === undefined || !LISTED.test(text.slice(last.to, from))
}

/** 三甲 → 三级甲等, 三级甲 → 三级甲等; a bare 三级 stays as it is. */
function fullGrade({ full, short }: Record<string, string | undefined>): string | undefined {
  if (short !== undefined) return `${short.charAt(0)}级${short.charAt(1)}等`
  if (full === undefined) return undefined
  return /[甲乙丙]$/u.test(full) ? `${full}等` : full
}

/** 医院始建于1952年，是全省唯一|三级甲等|专科医院; …主任介绍，该院作为|三级甲等|综合医院. */
const MEANT =
  /(?:^|[，。：])(?:(?<own>[我本]院|医院(?=(?:始建|创建|创办|建|成立)于|位于|坐落|现有|占地|是|为))|(?<that>该院))(?:(?<clauses>[^。；]{0,60})，)?(?<last>[^，。；]{0,50})$/u

/** The grade of the hospital that a sentence calls 我院, 该院 or 医院, which is the speaker or the only one of the sentence before. */
function* gradeOfMeant(reading: Reading, sentence: Sentence, not: readonly string[]): Generator<Statement> {
  const { text } = sentence
  if (!/[级甲乙]/u.test(text) || !/[我本该]院|(?:^|[，。：])医院/u.test(text)) return
  for (const match of matchesOf(GRADE, text)) {
    const to = match.index + match[0].length
    const value = fullGrade(match.groups ?? {})
    const { own, that, clauses, last = '' } = MEANT.exec(text.slice(0, match.index))?.groups ?? {}
    if (value === undefined || (own ?? that) === undefined || !KIND.test(text.slice(to, to + 12)) || COUNTED.test(last)) continue
    if (!COPULA.test(last) || OTHER_SUBJECT.test((clauses ?? '') + last)) continue
    if (not.some((word) => last.includes(word) || text.slice(match.index - 2, to + 8).includes(word))) continue
    const subject = that === undefined ? reading.document.speaker : onlyBefore(reading, sentence)
    if (subject !== null) yield { kind: 'statement', subject, key: 'grade', value, ...spanAndYear(sentence), rule: 'grade/of-meant' }
  }
}

/** The only hospital that the sentence before names, of the same paragraph, and this one none. */
function onlyBefore({ mentions, sentences }: Reading, { index, paragraph }: Sentence): string | null {
  const hospitals = (at: number): readonly string[] => [
    ...new Set((mentions[at] ?? []).filter(({ label }) => label === 'Hospital').map(({ entity }) => entity)),
  ]
  const [only, other] = sentences[index - 1]?.paragraph === paragraph && hospitals(index).length === 0 ? hospitals(index - 1) : []
  return only === undefined || other !== undefined ? null : only
}

/** The clause that says what a hospital is: 是一所集医疗、教学、科研于一体的大型综合性|三甲|医院. */
const COPULA = /^(?:目前|现在?|如今|也|又)?(?:已经?)?(?:发展)?(?:是|为|系|属|成为|作为)(?!按照|拟|参照)/u
const CLAUSE = /[，；。]/gu
/** Between a hospital and what it is nothing may make another the subject. */
const OTHER_SUBJECT = /目标|力争|争取|计划|拟|[与和同](?:多|数|\d|各)/u
const BEFORE_NAME = /^[“”]?(?:大型)?(?:综合|专科|公立|中医|西医|现代化)?性?(?:医院|保健院)(?:—{1,2}|[：“])?$/u
const LONGEST_INTRODUCTION = 120

/** The hospital with which a sentence begins, and of which a later clause says the grade, however much is told of it between. */
function introducedBy(
  { text }: Sentence,
  hospitals: readonly SentenceMention[],
  { from, to, words }: { from: number; to: number; words: Words },
): readonly SentenceMention[] | undefined {
  // 国内知名三级甲等医院——江州大学附属医院: the grade is of who is named behind it.
  const next = hospitals.find((mention) => mention.from >= to && BEFORE_NAME.test(text.slice(to, mention.from)))
  if (next !== undefined) return words.not.some((word) => word !== '专家' && text.slice(from - 4, from).includes(word)) ? [] : [next]
  const [first, ...others] = hospitals.filter((mention) => mention.to <= from)
  // 江州大学附属青岚医院（江州市第二人民医院、江州大学第五临床学院），是…: its other names.
  const bracket = first === undefined ? null : /^（[^（）]*）/u.exec(text.slice(first.to, from))
  const other = others.find((mention) => first !== undefined && mention.from >= first.to + (bracket?.[0].length ?? 0))
  if (first === undefined || from - first.to > LONGEST_INTRODUCTION) return undefined
  if (first.from > 0 && !/[，。；：]/u.test(text.charAt(first.from - 1))) return undefined
  const between = text.slice(first.to, from)
  const start = Math.max(0, ...[...between.matchAll(CLAUSE)].map(({ index }) => index + 1))
  const clause = between.slice(start)
  if (other !== undefined || !COPULA.test(clause) || OTHER_SUBJECT.test(between)) return undefined
  return words.not.some((word) => clause.includes(word) || text.slice(from - 2, to + 8).includes(word)) ? undefined : [first]
}

/** Whose grade it is: the list that 5家二级甲等医院 sums up, or the hospital before a verb that tells it as reached. */
function subjectsOf(
  sentence: Sentence,
  hospitals: readonly SentenceMention[],
  at: { from: number; to: number; words: Words },
): readonly SentenceMention[] {
  const { text } = sentence
  const before = hospitals.filter((mention) => mention.to <= at.from)
  const last = before.at(-1)
  if (last === undefined) return []
  const between = text.slice(last.to, at.from)
  if (LISTED.test(between) && between.length <= 6) return listEndingWith(text, before)
  const lead = clauseLead(between)
  if (at.words.not.some((word) => between.includes(word) || text.slice(at.from - 2, at.to + 8).includes(word))) return []
  const isPassed = PASSED.test(text.slice(at.to, at.to + 14))
  const isTold = at.words.told.some((word) => lead.includes(word) && (isPassed || !/^(?:通过|完成)$/u.test(word)))
  if (!isTold || between.length > REACH * 2) return []
  return OF_ALL.test(between) ? listEndingWith(text, before) : [last]
}

/** The words between the hospital and the grade, as near the grade as a verb may stand. */
function clauseLead(between: string): string {
  return between.slice(-REACH * 2)
}

function listEndingWith(text: string, before: readonly SentenceMention[]): SentenceMention[] {
  const list: SentenceMention[] = []
  for (const mention of before.toReversed()) {
    const next = list[0]
    if (next !== undefined && !/^(?:（[^）]*）)?[、和及与]$/u.test(text.slice(mention.to, next.from))) break
    list.unshift(mention)
  }
  return list
}

function* bedsIn(sentence: Sentence, hospitals: readonly SentenceMention[]): Generator<Statement> {
  const match = BEDS.exec(sentence.text)
  const value = Number(match?.groups?.['beds'] ?? match?.groups?.['more'])
  if (match === null || !OWN_BEDS.test(match[0]) || Number.isNaN(value)) return
  const owner = hospitals.findLast((mention) => mention.to <= match.index)
  if (owner === undefined || /[。；]/u.test(sentence.text.slice(owner.to, match.index)) || match.index - owner.to > 40) return
  yield { kind: 'statement', subject: owner.entity, key: 'beds', value, ...spanAndYear(sentence), rule: 'beds/told-as-open' }
}

function spanAndYear(sentence: Sentence): { start: number; end: number; year?: number } {
  const { year } = sentence.section
  return { start: sentence.start, end: sentence.end, ...(year === undefined ? {} : { year }) }
}
