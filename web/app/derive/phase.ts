/** Any status word of the model to its phase on the map. */
import type { Phase } from '../state/view.ts'

const PHASES: Readonly<Record<string, Phase>> = {
  planned: 'plan',
  preliminary: 'plan',
  started: 'underway',
  under_construction: 'underway',
  topped_out: 'underway',
  in_effect: 'underway',
  completed: 'done',
  in_use: 'done',
  achieved: 'done',
  suspended: 'ended',
  ended: 'ended',
}

/** `unknown` for a missing status and for a word that the model does not hold. */
export function phaseOf(status: unknown): Phase {
  return (typeof status === 'string' ? PHASES[status] : undefined) ?? 'unknown'
}
