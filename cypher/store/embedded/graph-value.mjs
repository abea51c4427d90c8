// @ts-check
/** Turns what the engine gives (nodes and relations as flat objects with `_` keys) into GraphValue. */

/** @typedef {import('../../model/index.ts').GraphValue} GraphValue */
/** @typedef {import('../../model/index.ts').GraphNode} GraphNode */
/** @typedef {import('../../model/index.ts').GraphRelation} GraphRelation */

/**
 * The rows of one answer in the shape of the port. Integers that a double cannot hold come as decimal strings, and so do Infinity and
 * NaN, which JSON would make null; temporal values as ISO strings. A node or relation that stands in many rows is one object in all of
 * them, and so crosses to the other process once.
 * @param {readonly unknown[][]} rows
 * @returns {GraphValue[][]}
 */
export function toGraphRows(rows) {
  const answer = new Answer()
  return rows.map((row) => row.map((value) => answer.convert(value)))
}

class Answer {
  /** @type {Map<unknown, GraphNode>} */
  #nodes = new Map()
  /** @type {Map<unknown, GraphRelation>} */
  #relations = new Map()

  /**
   * @param {unknown} value
   * @returns {GraphValue}
   */
  convert(value) {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value
      case 'number':
        return Number.isFinite(value) ? value : String(value)
      case 'bigint':
        return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
      case 'object':
        return value === null ? null : this.#fromObject(value)
      default:
        return null
    }
  }

  /**
   * @param {object} value
   * @returns {GraphValue}
   */
  #fromObject(value) {
    if (Array.isArray(value)) return value.map((item) => this.convert(item))
    // Local date-times come as Date at UTC: they have no zone, so the mark of one is dropped.
    if (value instanceof Date) return value.toISOString().replace(/(\.000)?Z$/, '')
    const fields = /** @type {Record<string, unknown>} */ (value)
    if (isNode(fields)) return this.#toNode(fields)
    if (isRelation(fields)) return this.#toRelation(fields)
    if (isPath(fields)) {
      const nodes = fields.nodes.map((node) => this.#toNode(node))
      return { kind: 'path', nodes, relations: fields.edges.map((edge) => this.#toRelation(edge)) }
    }
    return { kind: 'map', entries: this.#convertEntries(fields, () => true) }
  }

  /**
   * @param {Record<string, unknown>} fields
   * @returns {GraphNode}
   */
  #toNode(fields) {
    const known = this.#nodes.get(fields['_id'])
    if (known !== undefined) return known
    /** @type {GraphNode} */
    const node = {
      kind: 'node',
      elementId: `n:${String(fields['_id'])}`,
      labels: /** @type {string[]} */ (fields['_labels']),
      properties: this.#convertEntries(fields, isProperty),
    }
    this.#nodes.set(fields['_id'], node)
    return node
  }

  /**
   * @param {Record<string, unknown>} fields
   * @returns {GraphRelation}
   */
  #toRelation(fields) {
    const known = this.#relations.get(fields['_id'])
    if (known !== undefined) return known
    /** @type {GraphRelation} */
    const relation = {
      kind: 'relation',
      elementId: `e:${String(fields['_id'])}`,
      type: String(fields['_type']),
      start: `n:${String(fields['_source'])}`,
      end: `n:${String(fields['_target'])}`,
      properties: this.#convertEntries(fields, isProperty),
    }
    this.#relations.set(fields['_id'], relation)
    return relation
  }

  /**
   * @param {Record<string, unknown>} fields
   * @param {(key: string) => boolean} keep
   * @returns {Record<string, GraphValue>}
   */
  #convertEntries(fields, keep) {
    /** @type {Record<string, GraphValue>} */
    const entries = {}
    for (const key in fields) if (keep(key)) entries[key] = this.convert(fields[key])
    return entries
  }
}

/** @param {string} key */
const isProperty = (key) => !key.startsWith('_')

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
