// @ts-check
/** Turns what the engine gives (nodes and relations as flat objects with `_` keys) into GraphValue. */

/** @typedef {import('../../model/index.ts').GraphValue} GraphValue */
/** @typedef {import('../../model/index.ts').GraphNode} GraphNode */
/** @typedef {import('../../model/index.ts').GraphRelation} GraphRelation */

/**
 * One value in the shape of the port. Integers that a double cannot hold come as decimal strings, and so do Infinity and NaN,
 * which JSON would make null; temporal values as ISO strings.
 * @param {unknown} value
 * @returns {GraphValue}
 */
export function toGraphValue(value) {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
    case 'object':
      return value === null ? null : fromObject(value)
    default:
      return null
  }
}

/**
 * @param {object} value
 * @returns {GraphValue}
 */
function fromObject(value) {
  if (Array.isArray(value)) return value.map(toGraphValue)
  // Local date-times come as Date at UTC: they have no zone, so the mark of one is dropped.
  if (value instanceof Date) return value.toISOString().replace(/(\.000)?Z$/, '')
  const fields = /** @type {Record<string, unknown>} */ (value)
  if (isNode(fields)) return toNode(fields)
  if (isRelation(fields)) return toRelation(fields)
  if (isPath(fields)) return { kind: 'path', nodes: fields.nodes.map(toNode), relations: fields.edges.map(toRelation) }
  return { kind: 'map', entries: convertEntries(fields, () => true) }
}

/**
 * @param {Record<string, unknown>} fields
 * @returns {GraphNode}
 */
function toNode(fields) {
  return {
    kind: 'node',
    elementId: `n:${String(fields['_id'])}`,
    labels: /** @type {string[]} */ (fields['_labels']),
    properties: convertEntries(fields, isProperty),
  }
}

/**
 * @param {Record<string, unknown>} fields
 * @returns {GraphRelation}
 */
function toRelation(fields) {
  return {
    kind: 'relation',
    elementId: `e:${String(fields['_id'])}`,
    type: String(fields['_type']),
    start: `n:${String(fields['_source'])}`,
    end: `n:${String(fields['_target'])}`,
    properties: convertEntries(fields, isProperty),
  }
}

/** @param {string} key */
const isProperty = (key) => !key.startsWith('_')

/**
 * @param {Record<string, unknown>} fields
 * @param {(key: string) => boolean} keep
 * @returns {Record<string, GraphValue>}
 */
function convertEntries(fields, keep) {
  /** @type {Record<string, GraphValue>} */
  const entries = {}
  for (const [key, value] of Object.entries(fields)) if (keep(key)) entries[key] = toGraphValue(value)
  return entries
}

/** @param {Record<string, unknown>} fields */
const isNode = (fields) => '_id' in fields && Array.isArray(fields['_labels'])

/** @param {Record<string, unknown>} fields */
const isRelation = (fields) => '_id' in fields && '_source' in fields && '_target' in fields && '_type' in fields

/**
 * @param {Record<string, unknown>} fields
 * @returns {fields is { nodes: Record<string, unknown>[]; edges: Record<string, unknown>[] }}
 */
function isPath(fields) {
  const { nodes, edges } = fields
  return Object.keys(fields).length === 2 && isListOf(nodes, isNode) && isListOf(edges, isRelation) && nodes.length === edges.length + 1
}

/**
 * @param {unknown} value
 * @param {(fields: Record<string, unknown>) => boolean} test
 * @returns {value is Record<string, unknown>[]}
 */
function isListOf(value, test) {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && test(item))
}
