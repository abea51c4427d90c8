/** Maps the model to statements that both stores run alike: MERGE by id from batches of rows, sorted by id. */
import {
  entityLabels,
  families,
  relationDefinitions,
  type Entity,
  type EntityLabel,
  type FamilyName,
  type Relation,
  type RelationType,
} from '../model/index.ts'
import { joinWrites, type DocumentPart } from './join-writes.ts'
import { StoreError, type DocumentWrite, type Fold } from './port.ts'
import { searchText } from './search-text.ts'

/** One Cypher text with its parameters; integers are JS numbers, an adapter turns them into its own kind. */
export interface Statement {
  readonly cypher: string
  readonly params: Readonly<Record<string, unknown>>
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** Rows of one UNWIND: warmth matters more than size between 1,000 and 5,000 (research: neo4j.md §4). */
const BATCH = 5000

/** Statements that replace documents and apply their folds; to be run in one transaction, in this order. */
export function writeStatements(writes: readonly DocumentWrite[]): Statement[] {
  const { documents, ...fold } = joinWrites(writes)
  const held = documents.filter(({ isNew }) => isNew !== true).map(({ document }) => document.id)
  return [...dropClaims(held), ...foldStatements(fold), ...mergeDocuments(documents), ...speakFor(documents), ...mergeClaims(documents)]
}

/** Statements that remove a document and apply the fold that is left without it. */
export function removeStatements(id: string, fold: Fold): Statement[] {
  return [...dropClaims([id]), { cypher: 'MATCH (d:Document {id: $id}) DETACH DELETE d', params: { id } }, ...foldStatements(fold)]
}

function foldStatements({ entities, relations, gone }: Fold): Statement[] {
  return [
    ...dropRelations(gone.relations),
    ...dropEntities(gone.entities),
    ...mergeEntities(entities),
    ...joinFamilies(entities),
    ...mergeRelations(relations),
  ]
}

/** Label of an entity by the first part of its id (`hospital/…`). Throws `store.bad-id` for any other text. */
export function labelOfId(id: string): EntityLabel {
  const head = id.slice(0, id.indexOf('/'))
  const label = entityLabels.find((candidate) => candidate.toLowerCase() === head)
  if (label === undefined) throw new StoreError('store.bad-id', `不是图谱中的编号：${id}`)
  return label
}

/** Type and ends of a relation by its id, `TYPE(from)(to)`. Throws `store.bad-id` for any other text. */
export function endsOfId(id: string): { type: RelationType; from: string; to: string } {
  const open = id.indexOf('(')
  const type = id.slice(0, open)
  // An id may hold brackets of its own: only the joint before a known label divides.
  for (let joint = id.indexOf(')(', open); joint >= 0; joint = id.indexOf(')(', joint + 1)) {
    const [from, to] = [id.slice(open + 1, joint), id.slice(joint + 2, -1)]
    if (type in relationDefinitions && id.endsWith(')') && isEntityId(from) && isEntityId(to)) {
      return { type: type as RelationType, from, to }
    }
  }
  throw new StoreError('store.bad-id', `不是图谱中关系的编号：${id}`)
}

function isEntityId(id: string): boolean {
  const head = id.slice(0, id.indexOf('/'))
  return entityLabels.some((label) => label.toLowerCase() === head)
}

function dropClaims(documents: readonly string[]): Statement[] {
  const rows = documents.map((id) => ({ id }))
  return batched('MATCH (d:Document {id: row.id})<-[:STATED_IN]-(c:Claim) DETACH DELETE c', rows)
}

function dropRelations(ids: readonly string[]): Statement[] {
  const rows = ids.map((id) => ({ id, ...endsOfId(id) }))
  return grouped(rows, ({ type, from }) => `${type} ${labelOfId(from)}`).flatMap(([key, group]) => {
    const [type, label] = key.split(' ')
    return batched(`MATCH (a:${label} {id: row.from})-[r:${type} {id: row.id}]-() DELETE r`, group)
  })
}

function dropEntities(ids: readonly string[]): Statement[] {
  const rows = ids.map((id) => ({ id }))
  return grouped(rows, ({ id }) => labelOfId(id)).flatMap(([label, group]) =>
    batched(`MATCH (n:${label} {id: row.id}) DETACH DELETE n`, group),
  )
}

function mergeEntities(entities: readonly Entity[]): Statement[] {
  return grouped(entities, ({ label }) => label).flatMap(([label, group]) =>
    batched(
      `MERGE (n:${label} {id: row.id}) SET n = row.properties`,
      group.map((entity) => ({ id: entity.id, properties: entityProperties(entity) })),
    ),
  )
}

/** The properties that the store keeps of an entity. */
export function entityProperties(entity: Entity): Record<string, unknown> {
  const { id, name, aliases, attrs, documents, firstYear, lastYear, conflicts, united } = entity
  return present({
    ...attrs,
    id,
    name,
    aliases,
    documents,
    firstYear,
    lastYear,
    conflict: jsonUnlessEmpty(conflicts),
    united: jsonUnlessEmpty(united),
    search: searchText(name, aliases),
  })
}

function joinFamilies(entities: readonly Entity[]): Statement[] {
  const rows = entities.flatMap(({ id, label, attrs }) => {
    const family = attrs['family']
    if (label !== 'Program' || typeof family !== 'string' || !(family in families)) return []
    return [{ id, family: `family/${family}`, caption: families[family as FamilyName].zh }]
  })
  return [
    ...batched('MATCH (p:Program {id: row.id})-[r:IN_FAMILY]->() DELETE r', rows),
    ...batched(
      'MATCH (p:Program {id: row.id}) MERGE (f:ProgramFamily {id: row.family}) SET f.caption = row.caption, f.name = row.caption MERGE (p)-[:IN_FAMILY]->(f)',
      rows,
    ),
  ]
}

function mergeRelations(relations: readonly Relation[]): Statement[] {
  return grouped(relations, ({ type, from, to }) => `${type} ${labelOfId(from)} ${labelOfId(to)}`).flatMap(([key, group]) => {
    const [type, from, to] = key.split(' ')
    return batched(
      `MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to}) MERGE (a)-[r:${type} {id: row.id}]->(b) SET r = row.properties`,
      group.map((relation) => ({ id: relation.id, from: relation.from, to: relation.to, properties: relationProperties(relation) })),
    )
  })
}

/** The properties that the store keeps of a relation. */
export function relationProperties(relation: Relation): Record<string, unknown> {
  const { id, attrs, documents, confidence, firstYear, lastYear, basis, conflicts } = relation
  return present({ ...attrs, id, documents, confidence, firstYear, lastYear, basis, conflict: jsonUnlessEmpty(conflicts) })
}

function mergeDocuments(documents: readonly DocumentPart[]): Statement[] {
  const rows = documents.map((part) => ({ id: part.document.id, properties: documentProperties(part) }))
  return batched('MERGE (d:Document {id: row.id}) SET d = row.properties', rows)
}

function documentProperties({ document, stamp }: DocumentPart): Record<string, unknown> {
  const { home, problems, ...rest } = document
  return present({
    ...rest,
    characters: document.text.length,
    home: home.map(({ name }) => name),
    problems: JSON.stringify(problems),
    stamp,
  })
}

function speakFor(documents: readonly DocumentPart[]): Statement[] {
  const held = documents.flatMap(({ document: { id }, isNew }) => (isNew === true ? [] : [{ id }]))
  const homes = documents.flatMap(({ document: { id, home } }) => {
    const lowest = home.at(-1)
    return lowest === undefined ? [] : [{ id, district: lowest.id }]
  })
  return [
    ...batched('MATCH (d:Document {id: row.id})-[r:SPEAKS_FOR]->() DELETE r', held),
    ...batched('MATCH (d:Document {id: row.id}) MATCH (p:District {id: row.district}) MERGE (d)-[:SPEAKS_FOR]->(p)', homes),
  ]
}

function mergeClaims(documents: readonly DocumentPart[]): Statement[] {
  const rows = documents.flatMap(({ document, claims }) =>
    claims.map((claim) => ({ id: claim.id, document: document.id, properties: present({ ...claim }) })),
  )
  return batched(
    'MATCH (d:Document {id: row.document}) MERGE (c:Claim {id: row.id}) SET c = row.properties MERGE (c)-[:STATED_IN]->(d)',
    rows,
  )
}

function batched(action: string, rows: readonly Row[]): Statement[] {
  const ordered = [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const statements: Statement[] = []
  for (let from = 0; from < ordered.length; from += BATCH) {
    statements.push({ cypher: `UNWIND $rows AS row ${action}`, params: { rows: ordered.slice(from, from + BATCH) } })
  }
  return statements
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** A property that is not there is absent, on both stores; null and undefined must not be sent. */
function present(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null))
}

function jsonUnlessEmpty(values: readonly unknown[] | undefined): string | undefined {
  return values === undefined || values.length === 0 ? undefined : JSON.stringify(values)
}
