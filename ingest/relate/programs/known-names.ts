/** Programs by the name rules of seeds/rules/programs.json and by the table of known programs. */
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading } from '../../reading.ts'
import type { BareText } from './bare-text.ts'
import type { Candidate } from './candidate.ts'
import { coreOf } from './core.ts'
import { withoutMarks, type ProgramRule, type Template } from './rules.ts'
import type { Signs } from './signs.ts'

/** Words after 健康 that name no place. */
const NO_PLACE =
  /^(?:惠民|促进|家庭|细胞|口腔|村镇|乡镇|教育|素养|科普|管理|服务|老龄|城市|县城|单位|企业|学校|社区|机关|生活|知识|体检|档案|场所|融入|扶贫|帮扶|产业|事业|监测|影响|大脑|优先|的|中国行)/u
const MASK = /^[X*×某]{1,4}[省市县区]?$/u
const NONE: readonly never[] = []

/** All names that the rules and the table give in a text with these signs; they may overlap. */
export function findKnownNames(reading: Reading, { text }: BareText, { rules, known }: Signs): readonly Candidate[] {
  if (rules.length === 0 && known.length === 0) return NONE
  const found: Candidate[] = []
  for (const rule of rules)
    for (const match of matchesOf(rule.pattern, text)) {
      const candidate = readMatch(reading, rule, match)
      if (candidate !== undefined) found.push(candidate)
    }
  for (const { from, to, program } of known) {
    // “村医通+”改革: a brand of its own.
    if (text.charAt(to) === '+') continue
    found.push({
      from,
      to,
      name: text.slice(from, to),
      core: withoutMarks(program.name),
      rule: 'programs/known-name',
      family: program.family,
      place: undefined,
      exact: false,
      brand: false,
    })
  }
  return found
}

function readMatch(reading: Reading, rule: ProgramRule, match: RegExpExecArray): Candidate | undefined {
  const place = match.groups?.['place']
  if (rule.place === 'needed' && (place === undefined || !isPlace(reading, place))) return undefined
  const cut = ofProvince(reading, match)
  const whole = match[0].slice(cut)
  const template = rule.name ?? (rule.place === undefined ? rule.core : undefined)
  const name = template === undefined ? whole : fill(template, match)
  return {
    from: match.index + cut,
    to: match.index + match[0].length,
    name,
    core: rule.core === undefined ? coreOf(name) : fill(rule.core, match),
    rule: rule.id,
    exact: rule.core !== undefined && (rule.core.includes('kind') || rule.core.includes('level')),
    family: rule.family,
    place: rule.place === 'needed' && place !== '中国' ? place : undefined,
    brand: false,
    within: rule.within,
  }
}

/** 云南省中医药传承创新工程 begins with the name of a province, and not with a level: how much of the match is no part of it. */
function ofProvince({ lexicon }: Reading, { 0: whole, index, input }: RegExpExecArray): number {
  if (!whole.startsWith('省') || whole.startsWith('省级')) return 0
  return [2, 3].some((length) => index >= length && lexicon.divisions.named(`${input.slice(index - length, index)}省`).length > 0) ? 1 : 0
}

/** The text of a template with what its groups matched; 国家级 is 国家 in a name. */
function fill(template: Template, match: RegExpExecArray): string {
  let filled = ''
  for (const [index, part] of template.entries()) {
    const said = index % 2 === 0 ? part : part === 'whole' ? match[0] : (match.groups?.[part] ?? '')
    filled += index % 2 === 1 ? (said === '国家级' ? '国家' : said) : said
  }
  return filled
}

/** Whether 健康X is said of a place: a division, the home, or a mask. */
function isPlace(reading: Reading, word: string): boolean {
  if (word === '中国' || MASK.test(word)) return true
  if (NO_PLACE.test(word)) return false
  if (reading.document.home.some((home) => home.name.startsWith(word))) return true
  return reading.lexicon.divisions.named(word).length > 0
}
