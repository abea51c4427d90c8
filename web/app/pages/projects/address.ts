/** The page's state in the address bar, so that a link opens the same view. */
import { useMemo } from 'react'
import { useSearchParams } from 'wouter'

export interface PageState {
  readonly district: string
  readonly text: string
  /** Id of the works whose sentences are open. */
  readonly opened: string | null
}

export function readState(params: URLSearchParams): PageState {
  return { district: params.get('district') ?? '', text: params.get('q') ?? '', opened: params.get('id') }
}

export function writeState({ district, text, opened }: PageState): URLSearchParams {
  const entries: [string, string][] = [
    ['district', district],
    ['q', text],
    ['id', opened ?? ''],
  ]
  return new URLSearchParams(entries.filter(([, value]) => value !== ''))
}

/** State and a function that changes part of it; opening works adds a step to the history, a filter does not. */
export function usePageState(): [PageState, (change: Partial<PageState>) => void] {
  const [params, setParams] = useSearchParams()
  const state = useMemo(() => readState(params), [params])
  const change = (part: Partial<PageState>): void => setParams(writeState({ ...state, ...part }), { replace: !('opened' in part) })
  return [state, change]
}
