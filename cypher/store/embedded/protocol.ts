/** What the parent and the child that owns the database file say to each other. Structured clones, not JSON. */
import type { GraphValue } from '../../model/index.ts'
import type { Statement } from '../rows.ts'

/** What queries may take of the child's memory; bytes. Loads and checkpoints take what the size of the graph asks. */
export interface MemoryLimits {
  readonly limit: number
  /** Above what the open graph takes at rest, where that alone comes near the limit. */
  readonly queryRoom: number
}

export type ChildTask =
  | { readonly kind: 'open'; readonly path: string; readonly memory: MemoryLimits }
  | { readonly kind: 'read'; readonly cypher: string; readonly params: Readonly<Record<string, unknown>>; readonly limit: number }
  | { readonly kind: 'explain'; readonly cypher: string }
  | { readonly kind: 'write'; readonly statements: readonly Statement[] }
  | { readonly kind: 'define'; readonly texts: readonly string[] }
  | { readonly kind: 'schema' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'checkpoint' }
  | { readonly kind: 'close' }

export type ChildRequest = ChildTask & { readonly id: number }

/** Where it failed: `open`, `explain` (the text itself), `guard` (it would write), `run`. */
export type FailureStage = 'load' | 'open' | 'explain' | 'guard' | 'run'

export interface ChildFailure {
  readonly stage: FailureStage
  /** The engine's own words. */
  readonly message: string
}

export type ChildReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: ChildFailure }
  /** The watchdog's last words before the child ends itself. */
  | { readonly memory: number }

export interface ChildRows {
  readonly columns: string[]
  readonly rows: GraphValue[][]
  readonly limitHit: boolean
  readonly milliseconds: number
}

/** What EXPLAIN says about a text. */
export interface Inspection {
  readonly plan: string
  /** The operator or procedure that is not allowed, where there is one. */
  readonly refused?: string
}

export interface ChildSchema {
  readonly labels: readonly { readonly name: string; readonly count: number }[]
  readonly relations: readonly { readonly name: string; readonly count: number }[]
  readonly properties: readonly string[]
}
