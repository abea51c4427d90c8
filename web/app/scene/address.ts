/** The view as the address bar holds it: what is selected and what the legend hides. Pure reading and writing. */
import { claimedTypes, entityLabels, type ClaimedType, type EntityLabel } from '../../../cypher/model/index.ts'
import { firstView, phases, type Phase, type ViewState } from '../state/view.ts'

export interface Address {
  readonly id: string | null
  readonly hiddenKinds: ReadonlySet<EntityLabel>
  readonly hiddenTypes: ReadonlySet<ClaimedType>
  readonly hiddenPhases: ReadonlySet<Phase>
  readonly measure: string | null
}

/** A parameter that is missing means the default; words that the model does not hold are passed over. */
function readSet<T extends string>(
  params: URLSearchParams,
  name: string,
  usual: { all: readonly T[]; first: ReadonlySet<T> },
): ReadonlySet<T> {
  const value = params.get(name)
  if (value === null) return usual.first
  const words = new Set(value.split(','))
  return new Set(usual.all.filter((word) => words.has(word)))
}

export function readAddress(search: string): Address {
  const params = new URLSearchParams(search)
  return {
    id: params.get('id'),
    hiddenKinds: readSet(params, 'kinds', { all: entityLabels, first: firstView.hiddenKinds }),
    hiddenTypes: readSet(params, 'types', { all: claimedTypes, first: firstView.hiddenTypes }),
    hiddenPhases: readSet(params, 'status', { all: phases, first: firstView.hiddenPhases }),
    measure: params.get('measure'),
  }
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item))
}

/** Gives the query with its question mark, or nothing where all is at its default. */
export function writeAddress(id: string | null, view: Pick<ViewState, 'hiddenKinds' | 'hiddenTypes' | 'hiddenPhases' | 'measure'>): string {
  const params = new URLSearchParams()
  if (id !== null) params.set('id', id)
  if (!sameSet(view.hiddenKinds, firstView.hiddenKinds)) params.set('kinds', [...view.hiddenKinds].sort().join(','))
  if (!sameSet(view.hiddenTypes, firstView.hiddenTypes)) params.set('types', [...view.hiddenTypes].sort().join(','))
  if (!sameSet(view.hiddenPhases, firstView.hiddenPhases)) params.set('status', [...view.hiddenPhases].sort().join(','))
  if (view.measure !== null) params.set('measure', view.measure)
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
