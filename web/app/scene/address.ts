/** The view as the address bar holds it: what is selected, what the legend hides and what the filter lets through. Pure reading and writing. */
import { claimedTypes, entityLabels, formNames, type ClaimedType, type EntityLabel } from '../../../cypher/model/index.ts'
import { allLines, type LineFilter } from '../state/line-filter.ts'
import { firstView, phases, type Phase, type ViewState } from '../state/view.ts'

export interface Address {
  readonly id: string | null
  readonly hiddenKinds: ReadonlySet<EntityLabel>
  readonly hiddenTypes: ReadonlySet<ClaimedType>
  readonly hiddenPhases: ReadonlySet<Phase>
  readonly lines: LineFilter
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

/** A number within bounds, or the default. */
function readNumber(value: string | undefined, [least, most]: readonly [number, number], usual: number | null): number | null {
  const number = value === undefined || value === '' ? NaN : Number(value)
  return number >= least && number <= most ? number : usual
}

const YEARS = [1900, 2200] as const

function readLines(params: URLSearchParams): LineFilter {
  const [from, to] = (params.get('years') ?? '').split('-')
  return {
    forms: readSet(params, 'forms', { all: formNames, first: allLines.forms }),
    from: readNumber(from, YEARS, null),
    to: readNumber(to, YEARS, null),
    documents: readNumber(params.get('documents') ?? undefined, [1, 1000], 1) ?? 1,
    confidence: readNumber(params.get('confidence') ?? undefined, [0, 1], 0) ?? 0,
  }
}

function writeLines(params: URLSearchParams, { forms, from, to, documents, confidence }: LineFilter): void {
  if (forms.size > 0) params.set('forms', [...forms].sort().join(','))
  if (from !== null || to !== null) params.set('years', `${from ?? ''}-${to ?? ''}`)
  if (documents > 1) params.set('documents', String(documents))
  if (confidence > 0) params.set('confidence', String(confidence))
}

export function readAddress(search: string): Address {
  const params = new URLSearchParams(search)
  return {
    id: params.get('id'),
    hiddenKinds: readSet(params, 'kinds', { all: entityLabels, first: firstView.hiddenKinds }),
    hiddenTypes: readSet(params, 'types', { all: claimedTypes, first: firstView.hiddenTypes }),
    hiddenPhases: readSet(params, 'status', { all: phases, first: firstView.hiddenPhases }),
    lines: readLines(params),
    measure: params.get('measure'),
  }
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item))
}

/** Gives the query with its question mark, or nothing where all is at its default. */
export function writeAddress(
  id: string | null,
  view: Pick<ViewState, 'hiddenKinds' | 'hiddenTypes' | 'hiddenPhases' | 'lines' | 'measure'>,
): string {
  const params = new URLSearchParams()
  if (id !== null) params.set('id', id)
  if (!sameSet(view.hiddenKinds, firstView.hiddenKinds)) params.set('kinds', [...view.hiddenKinds].sort().join(','))
  if (!sameSet(view.hiddenTypes, firstView.hiddenTypes)) params.set('types', [...view.hiddenTypes].sort().join(','))
  if (!sameSet(view.hiddenPhases, firstView.hiddenPhases)) params.set('status', [...view.hiddenPhases].sort().join(','))
  writeLines(params, view.lines)
  if (view.measure !== null) params.set('measure', view.measure)
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
