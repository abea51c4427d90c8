/** What people could ask of a graph: for each named query sets of parameters made from what is in it. */
import { entityLabels, type GraphValue } from '../../cypher/model/index.ts'
import type { ParameterType } from '../../cypher/queries/header.ts'
import type { NamedQuery } from '../../cypher/queries/registry.ts'
import type { GraphStore } from '../../cypher/store/index.ts'

export interface Samples {
  /** The best connected things of each kind, and one that is not there. */
  readonly ids: readonly string[]
  readonly documents: readonly string[]
  readonly relations: readonly (readonly [id: string, from: string])[]
}

/** Things, documents and relations of a graph that stand for all others. */
export async function takeSamples(store: GraphStore): Promise<Samples> {
  const textsOf = (rows: GraphValue[][]): string[] => rows.flatMap(([id]) => (typeof id === 'string' ? [id] : []))
  const ids: string[] = []
  for (const label of entityLabels) {
    const { rows } = await store.read(`MATCH (n:${label}) RETURN n.id AS id, COUNT { (n)--() } AS lines ORDER BY lines DESC, id LIMIT 3`)
    ids.push(...textsOf(rows))
  }
  const documents = await store.read('MATCH (d:Document) RETURN d.id AS id ORDER BY id')
  const relations = await store.read(
    "MATCH (a)-[r]->() WHERE r.id IS NOT NULL AND type(r) <> 'LOCATED_IN' RETURN r.id AS id, a.id AS from ORDER BY id LIMIT 12",
  )
  return {
    ids: [...ids, 'hospital/none'],
    documents: textsOf(documents.rows),
    relations: relations.rows.map(([id, from]) => [id as string, from as string] as const),
  }
}

/** Values that stand for what people could ask, by the kind of parameter. */
function valuesFor(query: NamedQuery, { name, type }: { name: string; type: ParameterType }, samples: Samples): unknown[] {
  const { ids, documents, relations } = samples
  if (name === 'level') return ['county', 'city', 'province']
  if (name === 'direction') return ['in', 'out', 'both']
  if (name === 'family') return ['family_doctor', 'healthy_city_action', 'nosuch']
  if (name === 'families') return [['family_doctor', 'healthy_city_action']]
  if (name === 'statuses') return [['planned', 'in_effect', 'under_construction']]
  if (name === 'forms') return [['签约', '专科联盟']]
  if (name === 'types') return [['COOPERATES_WITH', 'LOCATED_IN']]
  if (name === 'labels') return [['Hospital']]
  if (query.name === 'list-claims-of') return [relations.map(([id]) => id), []]
  if (name === 'ids') return [ids, ids.slice(3, 9), []]
  if (name === 'district') return ids.filter((id) => id.startsWith('district/'))
  if (type === 'number')
    return name === 'share' ? [0, 0.9] : name === 'hops' ? [1, 4] : name === 'least' ? [1, 2] : name === 'most' ? [3, 2001] : [2022, 2023]
  if (query.name.includes('document')) return [...documents, 'x']
  if (query.name === 'list-claims') return [...relations.map(([id]) => id), ...ids]
  return [...ids]
}

/** Every value of every parameter once, the others at their defaults or first values; ends of paths in pairs. */
export function paramsFor(query: NamedQuery, samples: Samples): Record<string, unknown>[] {
  if (query.name === 'get-relation') return samples.relations.map(([id, from]) => ({ id, from }))
  const values = query.params.map((param) => [param.name, valuesFor(query, param, samples)] as const)
  const base = Object.fromEntries(
    query.params.map(({ name, required, default: preset }, at) => [name, required ? values[at]?.[1][0] : preset]),
  )
  const single = values.flatMap(([name, all]) => all.map((value) => ({ ...base, [name]: value })))
  const { ids } = samples
  const pairs = 'b' in base && typeof base['b'] === 'string' ? ids.map((a, at) => ({ ...base, a, b: ids[(at * 5 + 2) % ids.length] })) : []
  return [base, ...single, ...pairs]
}
