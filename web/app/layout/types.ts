/** What a layout is asked and answers; passed to and from the worker. Units are the canvas's own, 1 = one pixel at 100 %. */
import type { Point } from '../state/view.ts'

export interface LayoutNode {
  readonly id: string
  readonly size: number
  /** Width that the label wants; 0 for things that are named only from near. */
  readonly labelWidth: number
  readonly ground: string | null
  readonly importance: number
  readonly satellite: boolean
}

export interface LayoutEdge {
  readonly from: string
  readonly to: string
}

export interface LayoutInput {
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
  /** Things that stay where they are: pinned ones, and, around a source, all that is there. */
  readonly fixed: readonly (readonly [string, Point])[]
  /** Width over height of the free part of the window. */
  readonly aspect: number
}

export type LayoutKind = 'grouped' | 'around'

export interface LayoutRequest {
  readonly turn: number
  readonly kind: LayoutKind
  readonly input: LayoutInput
}

export interface LayoutAnswer {
  readonly turn: number
  readonly positions: readonly (readonly [string, Point])[]
}
