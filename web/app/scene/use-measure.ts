/** The chosen analysis, run over the relations that the legend shows; asked anew when choice or legend change. */
import { useMemo } from 'react'
import type { Algorithm, AlgorithmAnswer } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useAnswer, type Answer } from '../components/use-answer.ts'
import { readMeasured, type Measured } from '../derive/measured.ts'
import { phaseOf } from '../derive/phase.ts'
import { isFiltering } from '../state/line-filter.ts'
import { useView, type ViewState } from '../state/view.ts'

/** Rows asked for; the panel says where there are more. */
const MOST_ROWS = 5000

export interface MeasureState {
  /** Algorithms whose answer the map can show. */
  readonly menu: readonly Algorithm[]
  /** Null while no analysis is chosen. */
  readonly answer: Answer<AlgorithmAnswer | null> | null
  readonly measured: Measured | null
}

/** Words of a parameter that are not hidden; none where all are shown, which asks for all. */
function shown(algorithm: Algorithm, parameter: string, isHidden: (word: string) => boolean): string[] {
  const words = Object.keys(algorithm.parameters.find(({ name }) => name === parameter)?.choices ?? {})
  const kept = words.filter((word) => !isHidden(word))
  return kept.length === words.length ? [] : kept
}

/** The part of the network that the legend shows; null where it shows no relation or kind at all. */
export function scopeOf(
  algorithm: Algorithm,
  { hiddenTypes, hiddenKinds, hiddenPhases, lines }: Pick<ViewState, 'hiddenTypes' | 'hiddenKinds' | 'hiddenPhases' | 'lines'>,
): Record<string, unknown> | null {
  const has = (set: ReadonlySet<string>) => (word: string) => set.has(word)
  const isHiddenStatus = (word: string): boolean => hiddenPhases.has(phaseOf(word === 'unstated' ? undefined : word))
  const scope = {
    types: shown(algorithm, 'types', has(hiddenTypes)),
    kinds: shown(algorithm, 'kinds', has(hiddenKinds)),
    statuses: shown(algorithm, 'statuses', isHiddenStatus),
    ...(isFiltering(lines) ? { ...lines, forms: [...lines.forms] } : {}),
  }
  const allHidden = (parameter: string, isHidden: (word: string) => boolean): boolean =>
    Object.keys(algorithm.parameters.find(({ name }) => name === parameter)?.choices ?? {}).every(isHidden)
  const isNothing = allHidden('types', has(hiddenTypes)) || allHidden('kinds', has(hiddenKinds)) || allHidden('statuses', isHiddenStatus)
  return isNothing ? null : scope
}

export function useMeasure(): MeasureState {
  const known = useAnswer('algorithms', (signal) => api.algorithms(signal))
  const menu = useMemo(() => (known.state === 'ready' ? known.value.algorithms.filter(({ shows }) => shows !== undefined) : []), [known])
  const { measure, hiddenTypes, hiddenKinds, hiddenPhases, lines } = useView()
  const algorithm = menu.find(({ name }) => name === measure)
  const scope = useMemo(
    () => (algorithm ? scopeOf(algorithm, { hiddenTypes, hiddenKinds, hiddenPhases, lines }) : null),
    [algorithm, hiddenTypes, hiddenKinds, hiddenPhases, lines],
  )
  const answer = useAnswer(`${measure ?? ''} ${algorithm ? JSON.stringify(scope) : ''}`, async (signal) =>
    algorithm && scope ? await api.algorithm(algorithm.name, { params: scope, limit: MOST_ROWS }, signal) : null,
  )
  const value = answer.state === 'ready' ? answer.value : null
  const measured = useMemo(() => (algorithm && value ? readMeasured(algorithm, value) : null), [algorithm, value])
  return { menu, answer: algorithm ? answer : null, measured }
}
