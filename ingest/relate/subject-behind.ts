/** The hospital that a clause without a subject is said of, where the sentence names it behind: 与乙合作多年的甲，今年…; 接入乙平台，甲同步开通. */
import type { Reading } from '../reading.ts'
import type { RuleMatch } from './passage.ts'
import { isLocal } from './place.ts'

/** 我县与乙合作，甲…: the county has been named. */
const NAMES_HOME = /(?:我|本|全|该)[省市县区州旗]|(?:政府|卫健[委局]|卫生健康[委局])/u
/** Characters between the clause and the name in 多年的甲. */
const LONGEST_ATTRIBUTE = 8

/** The hospitals of the home at the head of what follows a match that begins its sentence; empty where none stands there. */
export function subjectBehind(reading: Reading, { tokens, match, sentence }: RuleMatch): readonly string[] {
  if (tokens.slice(0, match.first).some(({ things }) => things.length > 0)) return []
  if (NAMES_HOME.test(sentence.text.slice(0, tokens[match.last - 1]?.to ?? 0))) return []
  const at = tokens.findIndex(({ things }, index) => index >= match.last && things.length > 0)
  const token = tokens[at]
  if (token === undefined || !token.things.every(({ label, entity }) => label === 'Hospital' && isLocal(entity, reading))) return []
  // 持续与乙区协作，甲与丙续签: two deeds of two.
  const isOfPlace = [...match.slots.values()].flat().some(({ label }) => label === 'District')
  if (isOfPlace || tokens.slice(at + 1).some(({ things }) => things.length > 0)) return []
  const before = tokens[at - 1]
  const isHead = before?.classes.includes('comma') === true
  const between = sentence.text.slice(tokens[match.last - 1]?.to ?? 0, token.from)
  const isAttribute = between.length <= LONGEST_ATTRIBUTE && /^\p{Script=Han}*的$/u.test(between)
  const ended = tokens.slice(match.last, at).some(({ classes }) => classes.includes('semicolon') || classes.includes('end'))
  return !ended && (isHead || isAttribute) ? token.things.map(({ entity }) => entity) : []
}
