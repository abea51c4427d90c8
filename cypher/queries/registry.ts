/** The named queries: loaded from their files once, checked against their headers, run with checked parameters. */
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { GraphValue, Rows } from '../model/index.ts'
import { StoreError, type GraphStore, type ReadOptions } from '../store/port.ts'
import { parameterTypes, parseQueryFile, type QueryHeader, type QueryParameter } from './header.ts'

export interface NamedQuery extends QueryHeader {
  readonly name: string
  readonly cypher: string
}

const FOLDER = new URL('./', import.meta.url)

let loaded: ReadonlyMap<string, NamedQuery> | undefined

/** All named queries by name, in order of their names. Throws an Error that names the file and what is wrong in its header. */
export function loadQueries(): ReadonlyMap<string, NamedQuery> {
  loaded ??= new Map(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.cypher'))
      .sort()
      .map((file) => {
        const name = file.slice(0, -'.cypher'.length)
        return [name, readQuery(file, name)]
      }),
  )
  return loaded
}

function readQuery(file: string, name: string): NamedQuery {
  try {
    return { name, ...parseQueryFile(readFileSync(new URL(file, FOLDER), 'utf8')) }
  } catch (cause) {
    throw new Error(`cypher/queries/${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** One named query. Throws StoreError `query.unknown`. */
export function queryByName(name: string): NamedQuery {
  const query = loadQueries().get(name)
  if (query === undefined) throw new StoreError('query.unknown', `没有名为 ${name} 的查询。`)
  return query
}

/** The parameters of a query with its defaults. Throws StoreError `query.bad-parameter`, which says which one and why. */
export function checkParameters(query: NamedQuery, params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const unknown = Object.keys(params).find((key) => !query.params.some(({ name }) => name === key))
  if (unknown !== undefined) throw new StoreError('query.bad-parameter', `查询 ${query.name} 没有参数 ${unknown}。`)
  return Object.fromEntries(
    query.params.map((parameter) => [parameter.name, checkParameter(query.name, parameter, params[parameter.name])]),
  )
}

function checkParameter(query: string, parameter: QueryParameter, given: unknown): unknown {
  const { name, required, caption } = parameter
  if (given === undefined || given === null) {
    if (required) throw new StoreError('query.bad-parameter', `查询 ${query} 缺少参数 ${name}（${caption.zh}）。`)
    return parameter.default
  }
  const checked = parameterTypes[parameter.type].safeParse(given)
  if (checked.success) return checked.data
  const reason = z.prettifyError(checked.error)
  throw new StoreError('query.bad-parameter', `查询 ${query} 的参数 ${name}（${caption.zh}）应为 ${parameter.type}：${reason}`)
}

/** Rows of a named query as objects by column. */
export interface QueryRows<Row> extends Pick<Rows, 'limitHit' | 'milliseconds'> {
  readonly rows: Row[]
}

/**
 * Runs a named query; its own row limit holds unless another is asked for.
 * The type of a row is the caller's word for the columns that the header declares.
 */
export async function runQuery<Row extends object = Record<string, GraphValue>>(
  store: Pick<GraphStore, 'read'>,
  name: string,
  params: Readonly<Record<string, unknown>> = {},
  options: ReadOptions = {},
): Promise<QueryRows<Row>> {
  const query = queryByName(name)
  const result = await store.read(query.cypher, checkParameters(query, params), { limit: query.limit, ...options })
  const rows = result.rows.map((row) => Object.fromEntries(result.columns.map((column, at) => [column, row[at] ?? null])) as Row)
  return { rows, limitHit: result.limitHit, milliseconds: result.milliseconds }
}
