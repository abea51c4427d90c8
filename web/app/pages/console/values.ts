/** Graph values in people's words: for cells, CSV and JSON. Pure. */
import {
  entityLabels,
  relationDefinitions,
  type EntityLabel,
  type GraphNode,
  type GraphRelation,
  type GraphValue,
  type RelationType,
} from '../../../../cypher/model/index.ts'
import { csvOf } from '../../derive/csv.ts'

type Locale = 'zh' | 'en'

/** The label of a thing that the graph page can show. */
export function entityLabelOf(node: GraphNode): EntityLabel | undefined {
  return node.labels.find((label): label is EntityLabel => entityLabels.some((one) => one === label))
}

export function textProperty(owner: GraphNode | GraphRelation, key: string): string | undefined {
  const value = owner.properties[key]
  return typeof value === 'string' ? value : undefined
}

/** Its name, else its title, quote or id. */
export function sayNode(node: GraphNode): string {
  for (const key of ['name', 'title', 'caption', 'quote', 'id']) {
    const text = textProperty(node, key)
    if (text !== undefined) return text
  }
  return node.labels.join(':') || node.elementId
}

export function sayRelation(relation: GraphRelation, locale: Locale): string {
  const definition = relation.type in relationDefinitions ? relationDefinitions[relation.type as RelationType] : undefined
  return definition?.caption[locale] ?? relation.type
}

/** One line of text. */
export function sayGraphValue(value: GraphValue, locale: Locale): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map((item) => sayGraphValue(item, locale)).join('、')
  if (value.kind === 'node') return sayNode(value)
  if (value.kind === 'relation') return sayRelation(value, locale)
  if (value.kind === 'map') return JSON.stringify(plainValue(value))
  return value.nodes.map((node, at) => `${sayNode(node)}${at < value.relations.length ? ' — ' : ''}`).join('')
}

/** Plain JSON: maps and properties without our wrapping. */
export function plainValue(value: GraphValue): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(plainValue)
  if (value.kind === 'map') return plainMap(value.entries)
  if (value.kind === 'node') return { labels: value.labels, properties: plainMap(value.properties) }
  if (value.kind === 'relation') return { type: value.type, properties: plainMap(value.properties) }
  return { nodes: value.nodes.map(plainValue), relations: value.relations.map(plainValue) }
}

function plainMap(entries: Readonly<Record<string, GraphValue>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, plainValue(value)]))
}

/** CSV with a byte order mark, as spreadsheets need it for Chinese. */
export function toCsv(columns: readonly string[], rows: readonly (readonly GraphValue[])[], locale: Locale): string {
  return csvOf([columns, ...rows.map((row) => row.map((value) => sayGraphValue(value, locale)))])
}
