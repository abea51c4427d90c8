/** Who the partners of a match are: all of the list that they stand in, without names that somebody only bears. */
import type { SentenceMention } from '../reading.ts'
import type { RuleMatch } from './passage.ts'
import type { SeriesItem } from './series.ts'

/** Rules after whose list of titles a hospital's name may stand: 成为甲大学教学医院、乙大学附属医院. */
export const BECOMES: ReadonlySet<string> = new Set(['cooperation/a-becomes-b', 'cooperation/a-is-b'])

const NAME_OF_SCHOOL = /(?:大学|学院).*附属.*医院$/u

/** 成为甲大学附属医院、乙大学教学医院: the names before the last partner of such a list are borne by who becomes it. */
export function withoutNames(matched: RuleMatch): { found: RuleMatch; borne: readonly SentenceMention[] } {
  const found = withoutTitlesBefore(matched)
  const partners = found.match.slots.get('B') ?? []
  const isListOfSchools = BECOMES.has(found.rule.id) && partners.at(-1)?.attrs['kind'] === 'university'
  const borne = isListOfSchools
    ? partners.filter(({ label, name, aliases }) => label === 'Hospital' && aliases.length === 0 && NAME_OF_SCHOOL.test(name))
    : []
  if (borne.length === 0) return { found, borne }
  const others = partners.filter((partner) => !borne.includes(partner))
  return { found: { ...found, match: { ...found.match, slots: slotsOf(found, { B: others }) } }, borne }
}

/** 是甲、乙对口支援医院，也是丙大学教学医院: 甲 and 乙 are partners of the title before, and not who is of 丙. */
function withoutTitlesBefore(found: RuleMatch): RuleMatch {
  const { tokens, match } = found
  const body = match.slots.get('A')?.[0]
  const verb = match.words.find((word) => tokens[word]?.classes.includes('is'))
  if (!BECOMES.has(found.rule.id) || body === undefined || verb === undefined) return found
  const at = tokens.findIndex(({ things }) => things.includes(body))
  const isTitle = ['is', 'belong'].some((name) => tokens[at - 1]?.classes.includes(name))
  if (!isTitle || at > verb) return found
  return { ...found, match: { ...match, first: verb, slots: new Map([...match.slots].filter(([name]) => name !== 'A')) } }
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

/** 与甲医院签订协议，成为乙大学教学医院: 甲 is whom somebody signed with, and not who becomes it. */
export function isPartnerOf({ tokens, match }: RuleMatch): boolean {
  const [body] = match.slots.get('A') ?? []
  const at = tokens.findIndex((token, index) => index >= match.first && body !== undefined && token.things.includes(body))
  return tokens[at - 1]?.classes.includes('with') === true && tokens.slice(at, match.last).some(({ classes }) => classes.includes('comma'))
}
