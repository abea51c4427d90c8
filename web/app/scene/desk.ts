/** What lies open on the page: menu, dialogs, list, paths. Nothing here is part of the scene, and nothing can be undone. */
import { create } from 'zustand'
import type { ClaimedType, EntityLabel } from '../../../cypher/model/index.ts'
import type { Target } from '../canvas/gestures.ts'
import type { Point } from '../state/view.ts'
import type { GraphWord } from './words.ts'

export interface TypeCount {
  readonly type: ClaimedType
  readonly label: EntityLabel
  readonly count: number
}

export interface FoundPaths {
  readonly a: string
  readonly b: string
  readonly paths: readonly (readonly string[])[]
  readonly limitHit: boolean
}

/** A short message in words of the page, read out by a screen reader too. */
export interface Notice {
  readonly word: GraphWord
  readonly values?: Record<string, string | number>
}

interface Desk {
  readonly menu: { readonly target: Target; readonly at: Point } | null
  readonly choosing: { readonly id: string; readonly counts: readonly TypeCount[] } | null
  readonly pathFrom: string | null
  readonly paths: FoundPaths | null
  readonly isListOpen: boolean
  readonly isLegendOpen: boolean
  readonly areKeysOpen: boolean
  readonly isMeasureOpen: boolean
  readonly notice: Notice | null
  readonly fault: unknown
  /** Ids that another page wants on the map when it opens next. */
  readonly wanted: readonly string[]
}

/** The narrowest window in which legend and canvas stand side by side. */
export const WIDE = 1024

export const useDesk = create<Desk>(() => ({
  menu: null,
  choosing: null,
  pathFrom: null,
  paths: null,
  isListOpen: false,
  isLegendOpen: window.innerWidth >= WIDE,
  areKeysOpen: false,
  isMeasureOpen: false,
  notice: null,
  fault: null,
  wanted: [],
}))

export function say(word: GraphWord, values?: Record<string, string | number>): void {
  useDesk.setState({ notice: values ? { word, values } : { word } })
}
