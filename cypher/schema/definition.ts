/** Constraints and indexes, generated from the model; the constraint comes first (Neo4j refuses the other order). */
import { entityLabels, labels, type Label } from '../model/index.ts'

/** Raised when a store made by an older version has to be migrated. */
export const SCHEMA_VERSION = 1

/** Label of the one node that remembers the version; no part of the model and never shown. */
export const VERSION_LABEL = 'SchemaVersion'

/** Properties beside `id` by which nodes are looked up. */
const lookups: readonly { readonly label: Label; readonly property: string }[] = [
  { label: 'Claim', property: 'relation' },
  ...entityLabels.map((label) => ({ label, property: 'name' })),
]

/**
 * Every statement, safe to repeat. A uniqueness constraint brings no index on the embedded engine (G15), so one is created on the
 * same key; Neo4j accepts it as already there.
 */
export function schemaStatements(): string[] {
  return [
    ...labels.flatMap((label) => [
      `CREATE CONSTRAINT ${label}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
      `CREATE INDEX ${label}_id_index IF NOT EXISTS FOR (n:${label}) ON (n.id)`,
    ]),
    ...lookups.map(({ label, property }) => `CREATE INDEX ${label}_${property} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`),
  ]
}

/** Name of the full-text index over the names of all things; Neo4j only. */
export const NAME_INDEX = 'names'

/**
 * The full-text index, safe to repeat. Neo4j only: the embedded engine knows no such statement and scans instead.
 * `cjk` cuts Chinese into pairs of characters, so that a phrase of them is a substring.
 */
export function fullTextStatement(): string {
  return `CREATE FULLTEXT INDEX ${NAME_INDEX} IF NOT EXISTS FOR (n:${entityLabels.join('|')}) ON EACH [n.name, n.search] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`
}
