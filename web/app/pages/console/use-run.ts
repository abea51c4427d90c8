/** One run at a time: its state, and its cancelling. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CypherResponse } from '../../../contract/index.ts'
import { api } from '../../api.ts'

export type Run =
  | { readonly state: 'idle' }
  | { readonly state: 'running' }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'done'; readonly response: CypherResponse }

export interface RunRequest {
  readonly query: string
  readonly params: Record<string, unknown>
  readonly limit: number
}

export interface Runner {
  readonly run: Run
  readonly start: (request: RunRequest) => void
  readonly cancel: () => void
}

/** A new run cancels the one before; leaving the page cancels too. */
export function useRun(): Runner {
  const [run, setRun] = useState<Run>({ state: 'idle' })
  const controller = useRef<AbortController>(null)
  useEffect(() => () => controller.current?.abort(), [])
  const cancel = useCallback(() => {
    controller.current?.abort()
    setRun({ state: 'cancelled' })
  }, [])
  const start = useCallback((request: RunRequest) => {
    controller.current?.abort()
    const own = new AbortController()
    controller.current = own
    setRun({ state: 'running' })
    api.cypher(request, own.signal).then(
      (response) => {
        if (!own.signal.aborted) setRun({ state: 'done', response })
      },
      (error: unknown) => {
        if (!own.signal.aborted) setRun({ state: 'failed', error })
      },
    )
  }, [])
  return { run, start, cancel }
}
