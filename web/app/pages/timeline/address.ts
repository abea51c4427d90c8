/** The page's state in the address bar, so that a link opens the same view. */
import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { datedTypes, type Choice, type DatedType } from './years.ts'

export interface PageState extends Choice {
  /** Id of the line whose sentences are open. */
  readonly opened: string | null
}

export function readState(params: URLSearchParams): PageState {
  const hidden = new Set((params.get('hidden') ?? '').split(','))
  return {
    hidden: new Set(datedTypes.filter((type) => hidden.has(type))),
    district: params.get('district') ?? '',
    text: params.get('q') ?? '',
    opened: params.get('id'),
  }
}

export function writeState({ hidden, district, text, opened }: PageState): URLSearchParams {
  const entries: [string, string][] = [
    ['hidden', [...hidden].sort().join(',')],
    ['district', district],
    ['q', text],
    ['id', opened ?? ''],
  ]
  return new URLSearchParams(entries.filter(([, value]) => value !== ''))
}

export function withToggled(hidden: ReadonlySet<DatedType>, type: DatedType): ReadonlySet<DatedType> {
  return new Set(datedTypes.filter((one) => (one === type) !== hidden.has(one)))
}

/** State and a function that changes part of it; opening a line adds a step to the history, a filter does not. */
export function usePageState(): [PageState, (change: Partial<PageState>) => void] {
  const [params, setParams] = useSearchParams()
  const state = useMemo(() => readState(params), [params])
  const change = (part: Partial<PageState>): void => setParams(writeState({ ...state, ...part }), { replace: !('opened' in part) })
  return [state, change]
}
