/** The few conversions that rows of the store need before they are answers. */
import type { GraphNode, GraphRelation, GraphValue } from '../../cypher/model/index.ts'
import { runQuery } from '../../cypher/queries/registry.ts'
import type { GraphStore } from '../../cypher/store/port.ts'

export type Row = Readonly<Record<string, GraphValue>>

/** More rows than any answer of the API shows; reached only by stores beyond the scale of one machine. */
const ROW_LIMIT = 200_000

/** All rows of a named query. Throws StoreError. */
export async function ask(store: GraphStore, name: string, params: Readonly<Record<string, unknown>> = {}): Promise<Row[]> {
  const { rows } = await runQuery<Row>(store, name, params, { limit: ROW_LIMIT })
  return rows
}

/** The text of a cell, or null where there is none. */
export function textOf(value: GraphValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

export function numberOf(value: GraphValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}

export function textsOf(value: GraphValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

export function numbersOf(value: GraphValue | undefined): number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : []
}

export function isNode(value: GraphValue | undefined): value is GraphNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'node'
}

export function isRelation(value: GraphValue | undefined): value is GraphRelation {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'relation'
}

/** JSON that the store keeps in a property. Throws SyntaxError for anything else: it was written by us. */
export function parseKept<T>(value: GraphValue | undefined, otherwise: T): T {
  return typeof value === 'string' && value !== '' ? (JSON.parse(value) as T) : otherwise
}
