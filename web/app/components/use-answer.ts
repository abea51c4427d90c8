/** One question to the server, asked anew when its key changes; the former call is aborted. */
import { useCallback, useEffect, useState } from 'react'

export type Answer<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly state: 'ready'; readonly value: T }

interface Kept<T> {
  readonly key: string
  readonly result: { readonly value: T } | { readonly error: unknown }
}

/** Asks `load` once for each `key`; what it closes over must be told by the key. */
export function useAnswer<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [kept, setKept] = useState<Kept<T> | null>(null)
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => {
    setKept(null)
    setAttempt((before) => before + 1)
  }, [])
  useEffect(() => {
    const controller = new AbortController()
    load(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setKept({ key, result: { value } })
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setKept({ key, result: { error } })
      },
    )
    return () => controller.abort()
    // `load` is a new function on every render; the key says when it asks for something else.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, attempt])
  if (!kept || kept.key !== key) return { state: 'loading' }
  if ('value' in kept.result) return { state: 'ready', value: kept.result.value }
  return { state: 'failed', error: kept.result.error, retry }
}
