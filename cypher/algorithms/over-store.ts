/** The algorithms for which Cypher is the tool: named queries of the store, their rows made plain. */
import type { GraphNode, GraphRelation, GraphValue } from '../model/index.ts'
import { runQuery, type QueryRows } from '../queries/registry.ts'
import type { GraphStore, ReadOptions } from '../store/port.ts'
import type { Found } from './answer.ts'

export interface Asked {
  readonly store: Pick<GraphStore, 'read'>
  readonly params: Readonly<Record<string, unknown>>
  readonly limit: number
  readonly options: ReadOptions
}

type Row = Readonly<Record<string, GraphValue>>

function isKind<K extends 'node' | 'relation' | 'path'>(value: GraphValue | undefined, kind: K): value is Extract<GraphValue, { kind: K }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind
}

function textOf({ properties }: GraphNode | GraphRelation, key: string): string {
  const value = properties[key]
  return typeof value === 'string' ? value : ''
}

function ask({ store, limit, options }: Asked, name: string, params: Readonly<Record<string, unknown>>): Promise<QueryRows<Row>> {
  return runQuery<Row>(store, name, params, { ...options, limit })
}

export async function findShortestPaths(asked: Asked): Promise<Found> {
  const { a, b, hops, places } = asked.params
  const { rows, limitHit } = await ask(asked, places === true ? 'find-paths-with-places' : 'find-paths', { a, b, hops })
  return {
    rows: rows.flatMap(({ path }) =>
      isKind(path, 'path')
        ? [
            {
              hops: path.relations.length,
              names: path.nodes.map((node) => textOf(node, 'name')),
              types: path.relations.map(({ type }) => type),
              ids: path.nodes.map((node) => textOf(node, 'id')),
            },
          ]
        : [],
    ),
    isCut: limitHit,
  }
}

export async function findCommonPartners(asked: Asked): Promise<Found> {
  const { ids, least } = asked.params
  const { rows, limitHit } = await ask(asked, 'list-common-partners', { ids, least })
  return {
    rows: rows.flatMap(({ partner, joined, relations }) => {
      if (!isKind(partner, 'node') || !Array.isArray(joined) || !Array.isArray(relations)) return []
      const types = relations.flatMap((relation) => (isKind(relation, 'relation') ? relation.type : []))
      return [
        {
          id: textOf(partner, 'id'),
          label: partner.labels[0] ?? '',
          name: textOf(partner, 'name'),
          count: joined.length,
          joined: joined.filter((one) => typeof one === 'string').sort(),
          types: [...new Set(types)].sort(),
        },
      ]
    }),
    isCut: limitHit,
  }
}
