/** Parameters on their way to the server and values on their way back. */
import neo4j, {
  type Date as DriverDate,
  type DateTime,
  type Duration,
  type LocalDateTime,
  type LocalTime,
  type Node,
  type Path,
  type Relationship,
  type Time,
} from 'neo4j-driver'
import type { GraphNode, GraphRelation, GraphValue } from '../../model/index.ts'
import { StoreError } from '../port.ts'

/**
 * Parameters in the driver's kinds. A JS number would go as a float (`beds: 800` would be stored as 800.0), so whole numbers go as
 * bigint, deep in rows too. Throws StoreError `store.bad-value` for functions, symbols and the like.
 */
export function toParameters(params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, toParameter(value)]))
}

function toParameter(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return Number.isSafeInteger(value) ? BigInt(value) : value
    case 'string':
    case 'boolean':
    case 'bigint':
      return value
    case 'undefined':
      return null
    case 'object':
      if (value === null) return null
      if (Array.isArray(value)) return value.map(toParameter)
      // The driver would make an empty map of it.
      if (value instanceof Date) return value.toISOString()
      return toParameters(value as Record<string, unknown>)
    default:
      throw new StoreError('store.bad-value', '参数里有不能存入图库的值（函数、符号一类）。')
  }
}

/**
 * One value in the shape of the port. Integers that a double cannot hold come as decimal strings, and so do Infinity and NaN;
 * temporal values as ISO strings, points as maps.
 */
export function toGraphValue(value: unknown): GraphValue {
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

function fromObject(value: object): GraphValue {
  if (Array.isArray(value)) return value.map(toGraphValue)
  if (neo4j.isNode(value)) return toNode(value)
  if (neo4j.isRelationship(value)) return toRelation(value)
  if (neo4j.isPath(value)) return toPath(value)
  if (neo4j.isDuration(value)) return sayDuration(value)
  if (isTemporal(value)) return value.toString()
  if (ArrayBuffer.isView(value)) return Array.from(value as Int8Array)
  return { kind: 'map', entries: toEntries(value) }
}

function isTemporal(value: object): value is DriverDate | DateTime | LocalDateTime | LocalTime | Time {
  const tests = [neo4j.isDate, neo4j.isDateTime, neo4j.isLocalDateTime, neo4j.isTime, neo4j.isLocalTime]
  return tests.some((test) => test(value))
}

/** ISO 8601, months, days and seconds apart as the server keeps them: `P14M3DT1.5S`. The driver's own text ends in a bare T. */
function sayDuration({ months, days, seconds, nanoseconds }: Duration): string {
  const total = BigInt(String(seconds)) * NANO + BigInt(String(nanoseconds))
  const [sign, size] = total < 0n ? ['-', -total] : ['', total]
  const fraction = String(size % NANO)
    .padStart(9, '0')
    .replace(/0+$/, '')
  return `P${String(months)}M${String(days)}DT${sign}${size / NANO}${fraction === '' ? '' : `.${fraction}`}S`
}
const NANO = 1_000_000_000n

/** Labels in order of name: the server gives them in the order of their first use. */
function toNode({ elementId, labels, properties }: Node): GraphNode {
  return { kind: 'node', elementId, labels: [...labels].sort(), properties: toEntries(properties) }
}

function toRelation(value: Relationship): GraphRelation {
  const { elementId, type, startNodeElementId: start, endNodeElementId: end, properties } = value
  return { kind: 'relation', elementId, type, start, end, properties: toEntries(properties) }
}

function toPath({ start, segments }: Path): GraphValue {
  return {
    kind: 'path',
    nodes: [start, ...segments.map((segment) => segment.end)].map((node) => toNode(node)),
    relations: segments.map(({ relationship }) => toRelation(relationship)),
  }
}

function toEntries(fields: object): Record<string, GraphValue> {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present.map(([key, value]) => [key, toGraphValue(value)]))
}
