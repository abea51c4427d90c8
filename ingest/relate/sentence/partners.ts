/** Who the partners of a match are: all of the list that they stand in, without names that somebody only bears. */
import type { SentenceMention } from '../../reading.ts'
import type { RuleMatch } from './passage.ts'
import type { SeriesItem } from './series.ts'

/** Rules after whose list of titles a hospital's name may stand: 成为甲大学教学医院、乙大学附属医院. */
export const BECOMES: ReadonlySet<string> = new Set(['cooperation/a-becomes-b', 'cooperation/a-is-b', 'cooperation/a-founds-outpost-of-b'])

const OF_SCHOOL = /(?:大学|学院).*附属/u
/** 是甲医院青岚分院、乙大学教学医院. */
const OF_BRANCH = /(?:分院|院区)$/u

/** 成为甲大学附属医院、乙大学教学医院: the names before the last partner of such a list are borne by who becomes it. */
export function withoutNames(matched: RuleMatch): { found: RuleMatch; borne: readonly SentenceMention[] } {
  const found = withoutTitlesBefore(matched)
  const partners = found.match.slots.get('B') ?? []
  const isListOfSchools = BECOMES.has(found.rule.id) && partners.at(-1)?.attrs['kind'] === 'university'
  const last = partners.at(-1)
  const listed = found.tokens.find(({ things }) => last !== undefined && things.includes(last))?.things ?? []
  const borne = [...new Set([...partners, ...listed])].filter((body) => {
    if (body.label !== 'Hospital' || body === last || !BECOMES.has(found.rule.id)) return false
    if (OF_BRANCH.test(body.name)) return true
    return (
      isListOfSchools && partners.includes(body) && body.aliases.length === 0 && OF_SCHOOL.test(body.name) && body.name.endsWith('医院')
    )
  })
  if (borne.length === 0) return { found, borne }
  const others = partners.filter((partner) => !borne.includes(partner))
  return { found: { ...found, match: { ...found.match, slots: slotsOf(found, { B: others }) } }, borne }
}

const VERBS = ['is', 'become']

/** 是甲、乙对口支援医院，也是丙大学教学医院，并被确定为丁实习基地: 甲 and 乙 are partners of the title before, and not who is of 丙. */
function withoutTitlesBefore(found: RuleMatch): RuleMatch {
  const { tokens, match } = found
  const body = match.slots.get('A')?.[0]
  const verb = match.words.find((word) => VERBS.some((name) => tokens[word]?.classes.includes(name)))
  if (!BECOMES.has(found.rule.id) || body === undefined || verb === undefined) return found
  const at = tokens.findIndex(({ things }) => things.includes(body))
  const isFurther = tokens.slice(at, verb).some(({ classes }) => classes.includes('comma'))
  if (tokens[verb]?.classes.includes('is') !== true && !isFurther) return found
  const isTitle = ['is', 'belong'].some((name) => tokens[at - 1]?.classes.includes(name))
  if ((!isTitle && !isTitled(tokens, at)) || at > verb) return found
  return { ...found, match: { ...match, first: verb, slots: new Map([...match.slots].filter(([name]) => name !== 'A')) } }
}

/** Classes of words that say what a hospital is to the body before them. */
const TITLES = ['titled', 'titled-member', 'in-kind']
/** Characters between a body and such a word. */
const TO_TITLE = 14

/** Whether a body only says whose title the word after it is: 甲对口支援医院. */
export function isTitled(tokens: RuleMatch['tokens'], body: number): boolean {
  const from = tokens[body]?.to ?? 0
  for (let index = body + 1; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined || token.kind === 'things' || token.kind === 'stop' || token.from - from > TO_TITLE) return false
    if (TITLES.some((name) => token.classes.includes(name))) {
      const next = tokens[index + 1]
      return next === undefined || next.kind === 'stop' || next.classes.includes('item') || next.classes.includes('he')
    }
  }
  return false
}

/** The slots of a match with others in the place of its partners. */
export function slotsOf({ match }: RuleMatch, others: Readonly<Record<string, readonly SentenceMention[]>>): RuleMatch['match']['slots'] {
  return new Map([...[...match.slots].filter(([name]) => name !== 'B'), ...Object.entries(others)])
}

/** A match with all partners of the list that its own stand in. */
export function withPartners(found: RuleMatch, series: readonly SeriesItem[]): RuleMatch {
  if (series.length === 0) return found
  const opening = found.tokens.findIndex(({ from }) => from === series[0]?.from)
  const first = opening < 0 || found.match.slots.has('A') ? found.match.first : Math.min(found.match.first, opening)
  return { ...found, match: { ...found.match, first, slots: slotsOf(found, { B: series.flatMap(({ things }) => things) }) } }
}

/** 甲帮扶单位、乙医联体单位: what the first is to somebody, and no aid that it gives the second. */
export function isTitleOfList({ rule, tokens, match }: RuleMatch): boolean {
  return (
    rule.id === 'cooperation/b-aids-a' &&
    match.words.some((word) => tokens[word]?.classes.includes('titled') === true && tokens[word + 1]?.classes.includes('item') === true)
  )
}

/** 与甲医院签订协议，成为乙大学教学医院; 加入甲医院联盟，成为…: 甲 is whom somebody signed with or joined, and not who becomes it. */
export function isPartnerOf({ tokens, match }: RuleMatch): boolean {
  const [body] = match.slots.get('A') ?? []
  const at = tokens.findIndex((token, index) => index >= match.first && body !== undefined && token.things.includes(body))
  const isSide = ['with', 'enter', 'join'].some((name) => tokens[at - 1]?.classes.includes(name))
  return isSide && tokens.slice(at, match.last).some(({ classes }) => classes.includes('comma'))
}

/** 王某与李某共同为甲医院揭牌，…签署协议: persons unveil something with one another, and nobody signs with 甲. */
export function isUnveiling({ tokens, match }: RuleMatch): boolean {
  const partner = match.slots.get('B')?.[0]
  if (partner === undefined || match.slots.has('A')) return false
  const at = tokens.findIndex((token, index) => index >= match.first && token.things.includes(partner))
  const before = tokens.slice(match.first, at)
  return before.at(-1)?.classes.includes('to') === true && before.some(({ classes }) => classes.includes('with'))
}

/** 成为国家中医药管理局重点专科协作组成员单位: a ministry gives the title, and works with nobody. */
export function isTitleOfState({ rule, match }: RuleMatch): boolean {
  return BECOMES.has(rule.id) && (match.slots.get('B') ?? []).some(({ name }) => OF_STATE.test(name))
}

const OF_STATE = /^国家[〇㐀-鿿]{2,10}(?:局|委|委员会|总局)$/u
