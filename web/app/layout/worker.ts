/** Layouts off the main thread: one request, one answer with the same turn. */
import { layoutAround } from './around.ts'
import { layoutGrouped } from './grouped.ts'
import type { LayoutAnswer, LayoutRequest } from './types.ts'

self.addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  const { turn, kind, input } = event.data
  const positions = kind === 'grouped' ? layoutGrouped(input) : layoutAround(input)
  const answer: LayoutAnswer = { turn, positions: [...positions] }
  self.postMessage(answer)
})
