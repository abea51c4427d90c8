/** Hospitals that things are built upon, and who acts there: 依托甲组建诊疗中心，加强与乙合作. */
import type { Reading } from '../../reading.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { isLocal } from '../sentence/place.ts'
import { clauseAround } from '../sentence/tokens.ts'

export const RELIES = 'cooperation/rely-on-b'

/** What is built upon a hospital, and is no party to anything: 国家区域医疗中心依托甲建设. */
const BUILT = /(?:中心|基地|平台|联盟|项目|机构|病房|专科|体系|网络|实验室|院区)(?:主要|已|将|拟|正|均|分别|等)*$/u

/** The hospital of the home upon which a clause before builds, where it works with somebody from elsewhere: 依托甲组建…，加强与乙合作. */
export function reliedOn(reading: Reading, { tokens, match }: RuleMatch): readonly string[] | undefined {
  if (reading.document.speaker !== null) return undefined
  const at = tokens.findLastIndex(({ classes }, index) => index < match.first && classes.includes('rely'))
  const [only, ...more] = tokens[at + 1]?.things ?? []
  if (at < 0 || only?.label !== 'Hospital' || more.length > 0 || !isLocal(only.entity, reading)) return undefined
  const isFirst = tokens.slice(0, at).every(({ kind }) => kind !== 'things')
  const isLast = tokens.slice(at + 2, match.first).every(({ things }) => things.every(({ label }) => label !== 'Hospital'))
  const partners = match.slots.get('B') ?? []
  return isFirst && isLast && partners.length > 0 && partners.every(({ entity }) => !isLocal(entity, reading)) ? [only.entity] : undefined
}

/** What makes a house of one that is told by its kind: 建设市公共卫生临床中心. */
const BUILDS = /^(?:建设|筹建|新建|改建|扩建|改造|打造|创建|推进|加快)/u

/** 依托甲建设公共卫生临床中心: works for a centre of the place, and no tie of it with 甲, of which it will be a part. */
export function isWorkUpon(reading: Reading, { rule, match, sentence, tokens }: RuleMatch): boolean {
  const [built, base] = [match.slots.get('A')?.[0], match.slots.get('B')?.[0]]
  if (rule.id !== RELIES || built === undefined || base === undefined || built.from < base.to) return false
  if (![built, base].every(({ entity }) => isLocal(entity, reading)) || !/中心$/u.test(built.name)) return false
  return match.words.some((word) => {
    const verb = tokens[word]
    return verb !== undefined && verb.from >= base.to && BUILDS.test(sentence.text.slice(verb.from, verb.to))
  })
}

/** Whether a match without a subject says upon which hospital something is built, and not who relies on it. */
export function isBuiltUpon({ rule, tokens, match, sentence }: RuleMatch): boolean {
  if (rule.id !== RELIES || match.slots.has('A')) return false
  const { first } = clauseAround(tokens, match.first, match.last)
  // 丙医院卒中中心依托乙建设: it is 丙's.
  if (tokens.slice(first, match.first).some(({ things }) => things.some(({ label }) => label === 'Hospital'))) return false
  return BUILT.test(sentence.text.slice(tokens[first]?.from ?? 0, tokens[match.first]?.from))
}

/** 依托乙组建诊疗中心 behind a sentence on 甲: of two hospitals of one home the one that was told of before need not be who does it. */
export function isOfOneHome(reading: Reading, { rule, match, tokens }: RuleMatch, subject: readonly string[]): boolean {
  return (
    rule.id === RELIES &&
    !match.slots.has('A') &&
    !tokens.some(({ things }) => things.some(({ entity }) => subject.includes(entity))) &&
    subject.every((party) => party.startsWith('hospital/') && party !== reading.document.speaker) &&
    [...subject, ...(match.slots.get('B') ?? []).map(({ entity }) => entity)].every((party) => isLocal(party, reading))
  )
}
