/** What of the graph is in the scene and how: members, what is hidden, pins, positions. Every change can be undone. */
import { create } from 'zustand'
import type { ClaimedType, EntityLabel, FormName } from '../../../cypher/model/index.ts'
import { allLines, type LineFilter } from './line-filter.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Phase of a status on the map; `unknown` where no sentence gives one. */
export type Phase = 'plan' | 'underway' | 'done' | 'ended' | 'unknown'
export const phases: readonly Phase[] = ['plan', 'underway', 'done', 'ended', 'unknown']

export interface ViewState {
  /** Ids of the things in the scene. */
  readonly members: ReadonlySet<string>
  /** Members that a person asked for by name; these are drawn even where the map would group them away. */
  readonly asked: ReadonlySet<string>
  /** Hidden one by one. */
  readonly hidden: ReadonlySet<string>
  readonly hiddenKinds: ReadonlySet<EntityLabel>
  readonly hiddenTypes: ReadonlySet<ClaimedType>
  readonly hiddenPhases: ReadonlySet<Phase>
  readonly lines: LineFilter
  readonly pinned: ReadonlySet<string>
  readonly positions: ReadonlyMap<string, Point>
  /** Which expansion brought which members, so that it can be taken back. */
  readonly expansions: ReadonlyMap<string, readonly string[]>
  /** Name of the algorithm whose answer sizes or groups what is drawn. */
  readonly measure: string | null
}

export const firstView: ViewState = {
  members: new Set(),
  asked: new Set(),
  hidden: new Set(),
  hiddenKinds: new Set(['Program']),
  hiddenTypes: new Set(['LOCATED_IN', 'PART_OF']),
  hiddenPhases: new Set(),
  lines: allLines,
  pinned: new Set(),
  positions: new Map(),
  expansions: new Map(),
  measure: null,
}

function plus<T>(set: ReadonlySet<T>, items: Iterable<T>): ReadonlySet<T> {
  return new Set([...set, ...items])
}

function minus<T>(set: ReadonlySet<T>, items: Iterable<T>): ReadonlySet<T> {
  const rest = new Set(set)
  for (const item of items) rest.delete(item)
  return rest
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return set.has(item) ? minus(set, [item]) : plus(set, [item])
}

/** Hides all but one; asked for again of the one that stands alone, shows all. */
function isolated<T>(set: ReadonlySet<T>, item: T, all: readonly T[]): ReadonlySet<T> {
  const others = all.filter((other) => other !== item)
  const isAlone = !set.has(item) && others.every((other) => set.has(other))
  return isAlone ? new Set() : new Set(others)
}

export function addMembers(view: ViewState, ids: readonly string[], asked = false): ViewState {
  return {
    ...view,
    members: plus(view.members, ids),
    asked: asked ? plus(view.asked, ids) : view.asked,
    hidden: asked ? minus(view.hidden, ids) : view.hidden,
  }
}

/** Adds what one thing's expansion brought; what was there before is not its own and stays on collapse. */
export function expand(view: ViewState, source: string, ids: readonly string[]): ViewState {
  const fresh = ids.filter((id) => !view.members.has(id))
  const brought = [...(view.expansions.get(source) ?? []), ...fresh]
  return { ...addMembers(view, ids, true), expansions: new Map([...view.expansions, [source, brought]]) }
}

/** Takes back what an expansion brought, with the expansions of what goes. Pinned things stay. */
export function collapse(view: ViewState, source: string): ViewState {
  const going = new Set<string>()
  const queue = [source]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const id of view.expansions.get(at) ?? []) {
      if (going.has(id) || view.pinned.has(id)) continue
      going.add(id)
      queue.push(id)
    }
  }
  const expansions = new Map([...view.expansions].filter(([id]) => id !== source && !going.has(id)))
  return { ...view, members: minus(view.members, going), asked: minus(view.asked, going), expansions }
}

export function hide(view: ViewState, ids: readonly string[]): ViewState {
  return { ...view, hidden: plus(view.hidden, ids) }
}

export function showHidden(view: ViewState, ids: readonly string[] = [...view.hidden]): ViewState {
  return { ...view, hidden: minus(view.hidden, ids) }
}

export function toggleKind(view: ViewState, kind: EntityLabel): ViewState {
  return { ...view, hiddenKinds: toggled(view.hiddenKinds, kind) }
}

export function isolateKind(view: ViewState, kind: EntityLabel, all: readonly EntityLabel[]): ViewState {
  return { ...view, hiddenKinds: isolated(view.hiddenKinds, kind, all) }
}

export function toggleType(view: ViewState, type: ClaimedType): ViewState {
  return { ...view, hiddenTypes: toggled(view.hiddenTypes, type) }
}

export function isolateType(view: ViewState, type: ClaimedType, all: readonly ClaimedType[]): ViewState {
  return { ...view, hiddenTypes: isolated(view.hiddenTypes, type, all) }
}

export function togglePhase(view: ViewState, phase: Phase): ViewState {
  return { ...view, hiddenPhases: toggled(view.hiddenPhases, phase) }
}

export function isolatePhase(view: ViewState, phase: Phase): ViewState {
  return { ...view, hiddenPhases: isolated(view.hiddenPhases, phase, phases) }
}

/** Shows only lines of a form as well, or no longer. */
export function toggleForm(view: ViewState, form: FormName): ViewState {
  return filterLines(view, { forms: toggled(view.lines.forms, form) })
}

export function filterLines(view: ViewState, change: Partial<LineFilter>): ViewState {
  return { ...view, lines: { ...view.lines, ...change } }
}

export function pin(view: ViewState, ids: readonly string[]): ViewState {
  return { ...view, pinned: plus(view.pinned, ids) }
}

export function unpin(view: ViewState, ids: readonly string[] = [...view.pinned]): ViewState {
  return { ...view, pinned: minus(view.pinned, ids) }
}

export function chooseMeasure(view: ViewState, measure: string | null): ViewState {
  return view.measure === measure ? view : { ...view, measure }
}

export function place(view: ViewState, positions: Iterable<readonly [string, Point]>): ViewState {
  return { ...view, positions: new Map([...view.positions, ...positions]) }
}

export const useView = create<ViewState>(() => firstView)
