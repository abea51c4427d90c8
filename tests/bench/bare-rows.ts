/** The rows of a graph as a script without this program would load them: tables of nodes and of relations, nothing folded, nothing cleaned up. */
import { families, type FamilyName } from '../../cypher/model/index.ts'
import type { DocumentWrite } from '../../cypher/store/port.ts'
import { entityProperties, labelOfId, relationProperties, writeStatements } from '../../cypher/store/rows.ts'

export interface Table {
  /** The text that loads rows of this table, after `UNWIND $rows AS row`. */
  readonly cypher: string
  readonly name: string
  readonly rows: readonly Row[]
}
export type Row = Readonly<Record<string, unknown>> & { readonly properties?: Readonly<Record<string, unknown>> }

/** Tables in an order in which the ends of relations come first. */
export function tablesOf(writes: readonly DocumentWrite[]): Table[] {
  const nodes = new Map<string, Row[]>()
  const lines = new Map<string, Row[]>()
  const rowsOf = (tables: Map<string, Row[]>, name: string): Row[] => tables.get(name) ?? tables.set(name, []).get(name) ?? []
  for (const { entities, relations } of writes) {
    for (const entity of entities) rowsOf(nodes, entity.label).push({ id: entity.id, properties: entityProperties(entity) })
    for (const relation of relations) {
      const { id, from, to } = relation
      const name = `${relation.type} ${labelOfId(from)} ${labelOfId(to)}`
      rowsOf(lines, name).push({ id, from, to, properties: relationProperties(relation) })
    }
  }
  const nodeTables = [...nodes].map(([label, rows]) => ({
    name: label,
    rows,
    cypher: `MERGE (n:${label} {id: row.id}) SET n = row.properties`,
  }))
  const lineTables = [...lines].map(([name, rows]) => {
    const [type, from, to] = name.split(' ')
    const cypher = `MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to}) MERGE (a)-[r:${type} {id: row.id}]->(b) SET r = row.properties`
    return { name, rows, cypher }
  })
  return [...nodeTables, ...familyTables(writes), ...lineTables, ...documentTables(writes)]
}

function familyTables(writes: readonly DocumentWrite[]): Table[] {
  const programs = writes.flatMap(({ entities }) =>
    entities.filter(({ label, attrs }) => label === 'Program' && typeof attrs['family'] === 'string'),
  )
  const names = [...new Set(programs.map(({ attrs }) => attrs['family'] as FamilyName))]
  const captions = names.map((name) => ({
    id: `family/${name}`,
    properties: { id: `family/${name}`, name: families[name].zh, caption: families[name].zh },
  }))
  const lines = programs.map(({ id, attrs }) => ({ id, family: `family/${String(attrs['family'])}` }))
  return [
    { name: 'ProgramFamily', rows: captions, cypher: 'MERGE (n:ProgramFamily {id: row.id}) SET n = row.properties' },
    {
      name: 'IN_FAMILY',
      rows: lines,
      cypher: 'MATCH (p:Program {id: row.id}) MATCH (f:ProgramFamily {id: row.family}) MERGE (p)-[:IN_FAMILY]->(f)',
    },
  ]
}

/** Documents, their homes and their claims: the rows are the product's own, so that both load the same. */
function documentTables(writes: readonly DocumentWrite[]): Table[] {
  const bare = writes.map((write) => ({ ...write, entities: [], relations: [] }))
  const statements = writeStatements(bare).filter(({ cypher }) => !cypher.includes('DELETE'))
  const texts = [...new Set(statements.map(({ cypher }) => cypher))]
  return texts.map((text) => ({
    name: /\(c:Claim/.test(text) ? 'Claim' : /SPEAKS_FOR/.test(text) ? 'SPEAKS_FOR' : 'Document',
    cypher: text.replace('UNWIND $rows AS row ', ''),
    rows: statements.filter(({ cypher }) => cypher === text).flatMap(({ params }) => params['rows'] as Row[]),
  }))
}

/** The rows of a table, so many at a time. */
export function* slices(rows: readonly Row[], size: number): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size)
}
