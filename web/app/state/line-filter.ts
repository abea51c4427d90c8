/** Which lines of the scene are drawn, by form, years, and how well they are told. Pure. */
import { formNames, type FormName } from '../../../cypher/model/index.ts'
import type { SceneEdge } from '../../contract/index.ts'

export interface LineFilter {
  /** Empty: all lines. Else only cooperations of one of these forms. */
  readonly forms: ReadonlySet<FormName>
  readonly from: number | null
  readonly to: number | null
  /** Independent documents at least. */
  readonly documents: number
  /** 0 to 1. */
  readonly confidence: number
}

export const allLines: LineFilter = { forms: new Set(), from: null, to: null, documents: 1, confidence: 0 }

/** Thresholds that people choose from. */
export const documentSteps = [1, 2, 3, 5] as const
export const confidenceSteps = [0, 0.6, 0.7, 0.8, 0.9] as const

/** Forms of a cooperation; none for another line. */
export function formsOf({ type, attrs }: Pick<SceneEdge, 'type' | 'attrs'>): readonly FormName[] {
  if (type !== 'COOPERATES_WITH') return []
  const told = Array.isArray(attrs['forms']) ? attrs['forms'] : [attrs['form']]
  return formNames.filter((form) => told.includes(form))
}

/** Years of the documents that tell of these lines, ascending, without a gap. */
export function yearsOf(edges: Iterable<Pick<SceneEdge, 'firstYear' | 'lastYear'>>): readonly number[] {
  let [first, last] = [Infinity, -Infinity]
  for (const { firstYear, lastYear } of edges) {
    first = Math.min(first, firstYear ?? Infinity)
    last = Math.max(last, lastYear ?? -Infinity)
  }
  return first > last ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

export function isFiltering({ forms, from, to, documents, confidence }: LineFilter): boolean {
  return forms.size > 0 || from !== null || to !== null || documents > 1 || confidence > 0
}

/** The same question as the selection of the algorithms asks, so that an analysis runs over what is drawn. */
export function passes(edge: SceneEdge, { forms, from, to, documents, confidence }: LineFilter): boolean {
  if (edge.documents < documents || edge.confidence < confidence) return false
  if (forms.size > 0 && !formsOf(edge).some((form) => forms.has(form))) return false
  if (from === null && to === null) return true
  const { firstYear, lastYear } = edge
  return (from === null || (lastYear ?? -Infinity) >= from) && (to === null || (firstYear ?? Infinity) <= to)
}
