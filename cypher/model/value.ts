/** Values that a store gives back, in one shape whatever the engine. */
export type GraphValue =
  | null
  | boolean
  | number
  | string
  | GraphValue[]
  | { readonly kind: 'map'; readonly entries: Record<string, GraphValue> }
  | GraphNode
  | GraphRelation
  | { readonly kind: 'path'; readonly nodes: GraphNode[]; readonly relations: GraphRelation[] }

export interface GraphNode {
  readonly kind: 'node'
  /** The engine's own id; does not survive a rebuild. */
  readonly elementId: string
  readonly labels: string[]
  readonly properties: Record<string, GraphValue>
}

export interface GraphRelation {
  readonly kind: 'relation'
  readonly elementId: string
  readonly type: string
  readonly start: string
  readonly end: string
  readonly properties: Record<string, GraphValue>
}

/** Rows of one read. Integers beyond 2^53 come as decimal strings; temporal values as ISO strings. */
export interface Rows {
  readonly columns: string[]
  readonly rows: GraphValue[][]
  /** Whether the row limit cut the result. */
  readonly limitHit: boolean
  readonly milliseconds: number
}
