/** Hospitals that a clause without a subject is told of, where they stand behind it: 与甲合作多年的乙; 与甲签约后，乙…. */
import type { Reading } from '../../reading.ts'
import type { RuleMatch, Tokens } from './passage.ts'
import { isLocal } from './place.ts'
import { clauseAround } from './tokens.ts'

/** How a clause begins that leads up to another one, whose subject is its own too. */
const LEADS_UP =
  /^(?:自从?|从|打从|随着|继(?![续而任承])|在|不仅|不但|不光|不只|除了?|借助|依托|得益于|凭借|有了|通过|经过?|经由|为了?|因为?|由于|缘于|托管|接管|对接|搭上|计划|拟|预计|原定|力争|争取)/u
/** How such a clause ends: 签约后, 托管三年来, 帮扶期间, 支持下, 签约刚满一年. */
const LED_UP =
  /(?:后|以来|年来|月来|来|之际|之初|期间|基础上|契机|之余|同时|的?支持下|帮[扶助带]下|指导下|牵头下|支援下|下|时|之前|以前|(?:满|逾|超过?|近)[一二三两四五六七八九十\d]{1,3}个?(?:年|月|多?年)|[年月]起|[年月]间|当[年月天日])$/u
/** Characters before the subject of the clause behind: 如今, 今年, 目前. */
const LEAD_IN = 6
/** Characters between a match and the hospital that it is an attribute of: 已有六个年头的. */
const TO_HEAD = 14
/** What stands before a name that is no subject. */
export const NO_SUBJECT_AFTER = [
  'with',
  'by',
  'at',
  'as',
  'to',
  'toward',
  'rely',
  'join',
  'hands',
  'receive',
  'help',
  'urge',
  'from',
  'has',
]

/** Those hospitals; empty where none stand behind, or the clause has a name before the match that may be its subject. */
export function subjectsBehind(reading: Reading, { sentence, tokens, match }: RuleMatch): readonly string[] {
  const clause = clauseAround(tokens, match.first, match.last)
  if (tokens.slice(clause.first, match.first).some(({ kind }) => kind === 'things')) return []
  const head = attributeOf(tokens, match.last, sentence.text)
  if (head !== undefined) return ownIn(reading, head)
  const opens = clause.first === 0 || !isWithinList(tokens[clause.first - 1])
  if (!opens || tokens[clause.last]?.classes.includes('comma') !== true) return []
  const said = sentence.text.slice(tokens[clause.first]?.from ?? 0, tokens[clause.last]?.from)
  if (!LEADS_UP.test(said) && !LED_UP.test(said)) return []
  const at = tokens.findIndex(({ kind }, index) => index > clause.last && kind === 'things')
  const subject = tokens[at]
  if (subject === undefined || subject.from - (tokens[clause.last]?.to ?? 0) > LEAD_IN) return []
  const between = tokens.slice(clause.last + 1, at)
  if (between.some(({ kind, classes }) => kind === 'stop' || NO_SUBJECT_AFTER.some((name) => classes.includes(name)))) return []
  const listed = [subject]
  for (let next = at + 1; tokens[next]?.classes.includes('and') === true && tokens[next + 1]?.kind === 'things'; next += 2)
    listed.push(...tokens.slice(next + 1, next + 2))
  return listed.flatMap((token) => ownIn(reading, token))
}

/** 与甲签约，与乙共建，丙…: a clause behind a comma is one of several, whose subject may stand before them all. */
function isWithinList(mark: Tokens[number] | undefined): boolean {
  return mark?.classes.includes('comma') === true
}

/** The hospital that what a match says is an attribute of: …的乙医院. */
function attributeOf(tokens: Tokens, last: number, text: string): Tokens[number] | undefined {
  const at = tokens.findIndex(({ kind }, index) => index >= last && kind !== 'gap' && kind !== 'word')
  const head = tokens[at]
  if (head?.kind !== 'things' || head.from - (tokens[last - 1]?.to ?? 0) > TO_HEAD) return undefined
  return text.charAt(head.from - 1) === '的' ? head : undefined
}

function ownIn(reading: Reading, { things }: Tokens[number]): string[] {
  return things.filter(({ label, entity }) => label === 'Hospital' && isLocal(entity, reading)).map(({ entity }) => entity)
}

/** 在甲开设专病门诊，由乙轮流坐诊: the one hospital of the home that the sentence names before, whatever part it has there. */
export function localBefore(reading: Reading, { tokens, match }: RuleMatch): string | undefined {
  const own = tokens
    .slice(0, match.first)
    .flatMap(({ things }) => things)
    .filter(({ label, entity }) => label === 'Hospital' && isLocal(entity, reading))
  const [only, more] = new Set(own.map(({ entity }) => entity))
  return more === undefined ? only : undefined
}

/** 我县与乙合作，甲…: the county has been named. */
const NAMES_HOME = /(?:我|本|全|该)[省市县区州旗]|(?:政府|卫健[委局]|卫生健康[委局])/u

/**
 * 加强与乙的合作，甲开展联合手术46台: the hospitals of the home with which the clause behind a match begins that nothing
 * is named before; empty where they do something with others.
 */
export function headOfNext(reading: Reading, { tokens, match, sentence }: RuleMatch): readonly string[] {
  if (tokens.slice(0, match.first).some(({ things }) => things.length > 0)) return []
  if (NAMES_HOME.test(sentence.text.slice(0, tokens[match.last - 1]?.to ?? 0))) return []
  const at = tokens.findIndex(({ things }, index) => index >= match.last && things.length > 0)
  const token = tokens[at]
  if (token === undefined || !token.things.every(({ label, entity }) => label === 'Hospital' && isLocal(entity, reading))) return []
  // 持续与乙区协作，甲与丙续签: two deeds of two.
  const isOfPlace = [...match.slots.values()].flat().some(({ label }) => label === 'District')
  if (isOfPlace || tokens.slice(at + 1).some(({ things }) => things.length > 0)) return []
  const ended = tokens.slice(match.last, at).some(({ classes }) => classes.includes('semicolon') || classes.includes('end'))
  return !ended && tokens[at - 1]?.classes.includes('comma') === true ? token.things.map(({ entity }) => entity) : []
}

/** 先后加入丙联盟、丁联盟，甲…: the one hospital of the home that a sentence names, where it begins a clause behind the match. */
export function subjectOfLast(reading: Reading, { tokens, match }: RuleMatch): readonly string[] {
  const places = tokens.flatMap((token, index) => (ownIn(reading, token).length > 0 ? [index] : []))
  const [at, more] = places
  if (at === undefined || more !== undefined || at < match.last || tokens[at - 1]?.classes.includes('comma') !== true) return []
  return ownIn(reading, tokens[at] as Tokens[number])
}

/** Sentences back to the hospital whose departments others take charge of. */
const BACK_TO_AIDED = 3

const AIDED = /(?:帮扶|支援|援助|援建)[^，。；]{0,6}$/u

/** 甲帮扶乙。…丙包心内科，丁包骨科: the one hospital of the home, or that is aided, that one of the sentences before names. */
export function aidedBefore(reading: Reading, found: RuleMatch): readonly string[] {
  const { sentence } = found
  const here = localBefore(reading, found)
  if (here !== undefined) return [here]
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - BACK_TO_AIDED); index--) {
    const text = reading.sentences[index]?.text ?? ''
    const hospitals = (reading.mentions[index] ?? []).filter(({ label }) => label === 'Hospital')
    const at = hospitals.findIndex(({ from }) => AIDED.test(text.slice(Math.max(0, from - 10), from)))
    const aided = at < 0 ? [] : hospitals.slice(at)
    const named = aided.length > 0 ? aided : hospitals.filter(({ entity }) => isLocal(entity, reading))
    const [only, more] = new Set(named.map(({ entity }) => entity))
    if (more !== undefined) return []
    if (only !== undefined) return [only]
  }
  return []
}
