/** A name of a program in a sentence, before it is given its id. */
import type { FamilyName } from '../../../cypher/model/index.ts'
import type { BareSpan } from './bare-text.ts'
import { coreOf } from './core.ts'

export interface Candidate extends BareSpan {
  readonly name: string
  /** What makes two names one program. */
  readonly core: string
  readonly rule: string
  readonly family: FamilyName | undefined
  /** A name of the place's own: the short name of the division that it holds. */
  readonly place: string | undefined
  /** Kinds and levels tell it apart (示范县 and 示范区), so that no alias of the lexicon renames it. */
  readonly exact: boolean
  /** A brand in quotation marks, which belongs to the home unless the lexicon knows it. */
  readonly brand: boolean
  /** The core of a program of which it is a name where the text has it too. */
  readonly within?: RegExp | undefined
}

/** 公立医院综合改革|第二批国家联系试点城市: which of those that join it a place is, and no name. */
const JOINED_AS =
  /(?<=.{4}(?:改革|建设|试点|行动|工程|计划|服务|项目))(?:第[一二三四五六七八九十\d]+批|首批)(?:国家级?|全国|省级?|联系|综合)*(?:试点|示范|先行|联系|创建|培育)+(?:城市|单位|地区|医院|省份|[县区市旗省])?$/u

/** A name without the batch in which it was joined. */
export function withoutBatch(candidate: Candidate): Candidate {
  const cut = candidate.brand ? undefined : JOINED_AS.exec(candidate.name)?.[0].length
  if (cut === undefined) return candidate
  const name = candidate.name.slice(0, -cut)
  return { ...candidate, name, core: coreOf(name), to: candidate.to - cut, exact: false }
}

/** Keeps the longest of those that overlap; of equals the one found first. Left to right. */
export function withoutOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.every((candidate, index) => index === 0 || (candidates[index - 1]?.to ?? 0) <= candidate.from)) return candidates
  const kept: Candidate[] = []
  for (const candidate of candidates.toSorted((a, b) => b.to - b.from - (a.to - a.from)))
    if (!kept.some((other) => candidate.from < other.to && other.from < candidate.to)) kept.push(candidate)
  return kept.sort((a, b) => a.from - b.from)
}
