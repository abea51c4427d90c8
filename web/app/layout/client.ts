/** Asks the layout worker; answers that a later question has overtaken are dropped by their turn. */
import type { LayoutAnswer, LayoutInput, LayoutKind, LayoutRequest } from './types.ts'

type Positions = LayoutAnswer['positions']

export interface LayoutClient {
  /** Resolves with the places; rejects when the worker fails. */
  readonly run: (kind: LayoutKind, input: LayoutInput) => Promise<Positions>
  readonly close: () => void
}

interface Waiting {
  readonly resolve: (positions: Positions) => void
  readonly reject: (error: Error) => void
}

export function startLayoutClient(): LayoutClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let turn = 0
  worker.addEventListener('message', (event: MessageEvent<LayoutAnswer>) => {
    waiting.get(event.data.turn)?.resolve(event.data.positions)
    waiting.delete(event.data.turn)
  })
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(`layout worker: ${event.message}`))
    waiting.clear()
  })
  return {
    run: (kind, input) =>
      new Promise((resolve, reject) => {
        turn += 1
        waiting.set(turn, { resolve, reject })
        const request: LayoutRequest = { turn, kind, input }
        worker.postMessage(request)
      }),
    close: () => worker.terminate(),
  }
}
