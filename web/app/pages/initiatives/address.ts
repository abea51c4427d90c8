/** The page's state in the address bar, so that a link opens the same view. */
import { useMemo } from 'react'
import { useSearchParams } from 'wouter'

export const LEVELS = ['home', 'county', 'city', 'province'] as const
export type Level = (typeof LEVELS)[number]

export interface PageState {
  readonly level: Level
  readonly order: 'shared' | 'list'
  readonly atLeast: number
  readonly filter: string
  /** Districts as rows; undefined lets the page choose by their number. */
  readonly turned: boolean | undefined
  readonly cell: { readonly district: string; readonly family: string } | null
  /** Districts ticked for comparison, at most two. */
  readonly picked: readonly string[]
  readonly comparing: boolean
}

export function readState(params: URLSearchParams): PageState {
  const level = LEVELS.find((one) => one === params.get('level')) ?? 'home'
  const [district, family] = [params.get('district'), params.get('family')]
  const turned = params.get('rows')
  return {
    level,
    order: params.get('order') === 'list' ? 'list' : 'shared',
    atLeast: Math.max(1, Number.parseInt(params.get('min') ?? '1', 10) || 1),
    filter: params.get('filter') ?? '',
    turned: turned === null ? undefined : turned === 'district',
    cell: district !== null && family !== null ? { district, family } : null,
    picked: ['a', 'b'].flatMap((key) => params.get(key) ?? []),
    comparing: params.get('view') === 'compare',
  }
}

export function writeState(state: PageState): URLSearchParams {
  const entries: [string, string | undefined][] = [
    ['level', state.level === 'home' ? undefined : state.level],
    ['order', state.order === 'list' ? 'list' : undefined],
    ['min', state.atLeast > 1 ? String(state.atLeast) : undefined],
    ['filter', state.filter === '' ? undefined : state.filter],
    ['rows', state.turned === undefined ? undefined : state.turned ? 'district' : 'family'],
    ['district', state.cell?.district],
    ['family', state.cell?.family],
    ['a', state.picked[0]],
    ['b', state.picked[1]],
    ['view', state.comparing && state.picked.length === 2 ? 'compare' : undefined],
  ]
  return new URLSearchParams(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
}

/** State and a function that changes part of it; opening something adds a step to the history, a filter does not. */
export function usePageState(): [PageState, (change: Partial<PageState>) => void] {
  const [params, setParams] = useSearchParams()
  const state = useMemo(() => readState(params), [params])
  const change = (part: Partial<PageState>): void => {
    const isStep = 'cell' in part || 'comparing' in part || 'level' in part
    setParams(writeState({ ...state, ...part }), { replace: !isStep })
  }
  return [state, change]
}
