/** Undo and redo of view actions: whole former views, since a view is small and shares what did not change. */
import { create } from 'zustand'
import type { ViewState } from './view.ts'

/** Words of what was done, as a key of the graph page's texts. */
export type StepName = 'expand' | 'collapse' | 'hide' | 'show' | 'pin' | 'unpin' | 'move' | 'filter' | 'layout' | 'add' | 'measure'

export interface Step {
  readonly name: StepName
  readonly view: ViewState
}

export interface History {
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

/** Steps kept; a step of a scene of 2,000 nodes holds about 100 kB where positions changed. */
export const MAX_STEPS = 200

export const noHistory: History = { past: [], future: [] }

/** Notes that `name` is about to change `before`; what had been undone can no longer be redone. */
export function record(history: History, name: StepName, before: ViewState): History {
  return { past: [...history.past, { name, view: before }].slice(-MAX_STEPS), future: [] }
}

/** The view before the last step, or null where there is none. */
export function undo(history: History, now: ViewState): { history: History; view: ViewState } | null {
  const step = history.past.at(-1)
  if (!step) return null
  return { view: step.view, history: { past: history.past.slice(0, -1), future: [...history.future, { name: step.name, view: now }] } }
}

/** The view that the last undo left, or null where there is none. */
export function redo(history: History, now: ViewState): { history: History; view: ViewState } | null {
  const step = history.future.at(-1)
  if (!step) return null
  return { view: step.view, history: { past: [...history.past, { name: step.name, view: now }], future: history.future.slice(0, -1) } }
}

export const useHistory = create<History>(() => noHistory)
