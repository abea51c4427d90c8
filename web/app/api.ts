/** Every call of the HTTP API, checked by the contract. Failures are ApiError with words in both languages. */
import type { z } from 'zod'
import type { Caption } from '../../cypher/model/index.ts'
import {
  algorithmAnswerSchema,
  algorithmsSchema,
  apiErrorSchema,
  cellSchema,
  comparisonSchema,
  cypherResponseSchema,
  documentTextSchema,
  documentsSchema,
  entityDetailsSchema,
  explainResponseSchema,
  matrixSchema,
  namedQueriesSchema,
  neighbourCountsSchema,
  neighboursSchema,
  overviewSchema,
  pathsSchema,
  projectsSchema,
  relationDetailsSchema,
  sceneSchema,
  searchResponseSchema,
  sourcesSchema,
  statusSchema,
  timelineSchema,
} from '../contract/index.ts'
import { en } from './i18n/en.ts'
import { zh } from './i18n/zh.ts'

type Query = Readonly<Record<string, string | number | undefined>>

/** A request that failed: `code` is the server's stable word, or `app.offline`, `app.bad-answer`. */
export class ApiError extends Error {
  readonly code: string
  readonly words: Caption
  readonly hint: Caption | undefined
  readonly line: number | undefined
  readonly column: number | undefined
  constructor(fault: { code: string; words: Caption; hint?: Caption | undefined; line?: number | undefined; column?: number | undefined }) {
    super(`${fault.code}: ${fault.words.en}`)
    this.name = 'ApiError'
    this.code = fault.code
    this.words = fault.words
    this.hint = fault.hint
    this.line = fault.line
    this.column = fault.column
  }
}

const caption = (key: keyof typeof zh): Caption => ({ zh: zh[key], en: en[key] })

function badAnswer(): ApiError {
  return new ApiError({ code: 'app.bad-answer', words: caption('badAnswer'), hint: caption('badAnswerHint') })
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError({ code: 'app.offline', words: caption('offline'), hint: caption('offlineHint') })
  }
}

async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw badAnswer()
  }
}

async function request<T>(schema: z.ZodType<T>, path: string, init: RequestInit): Promise<T> {
  const response = await send(path, init)
  const body = await readBody(response)
  if (!response.ok) {
    const fault = apiErrorSchema.safeParse(body)
    if (!fault.success) throw badAnswer()
    throw new ApiError({ ...fault.data, words: fault.data.message })
  }
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw badAnswer()
  return parsed.data
}

function get<T>(schema: z.ZodType<T>, path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(key, String(value))
  const suffix = search.size > 0 ? `?${search}` : ''
  return request(schema, `/api/${path}${suffix}`, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) })
}

function post<T>(schema: z.ZodType<T>, path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  return request(schema, `/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body), ...(signal ? { signal } : {}) })
}

/** All throw ApiError; an aborted call throws the browser's AbortError. */
export const api = {
  status: (signal?: AbortSignal) => get(statusSchema, 'status', {}, signal),
  /** `within` opens one bubble of a map that is too large to show its members. */
  overview: (query: { within?: string } = {}, signal?: AbortSignal) => get(overviewSchema, 'overview', query, signal),
  search: (q: string, limit: number, signal?: AbortSignal) => get(searchResponseSchema, 'search', { q, limit }, signal),
  entity: (id: string, signal?: AbortSignal) => get(entityDetailsSchema, 'entity', { id }, signal),
  relation: (id: string, signal?: AbortSignal) => get(relationDetailsSchema, 'relation', { id }, signal),
  sources: (ids: readonly string[], signal?: AbortSignal) => post(sourcesSchema, 'sources', { ids }, signal),
  neighbours: (query: { id: string; types: string; limit?: number }, signal?: AbortSignal) =>
    get(neighboursSchema, 'neighbours', query, signal),
  neighbourCounts: (id: string, signal?: AbortSignal) => get(neighbourCountsSchema, 'neighbours/count', { id }, signal),
  nodes: (ids: readonly string[], signal?: AbortSignal) => post(sceneSchema, 'nodes', { ids }, signal),
  paths: (query: { a: string; b: string; hops?: number }, signal?: AbortSignal) => get(pathsSchema, 'paths', query, signal),
  documents: (signal?: AbortSignal) => get(documentsSchema, 'documents', {}, signal),
  document: (id: string, signal?: AbortSignal) => get(documentTextSchema, 'document', { id }, signal),
  matrix: (level?: string, signal?: AbortSignal) => get(matrixSchema, 'initiatives/matrix', { level }, signal),
  cell: (query: { district: string; family: string }, signal?: AbortSignal) => get(cellSchema, 'initiatives/cell', query, signal),
  compare: (query: { a: string; b: string }, signal?: AbortSignal) => get(comparisonSchema, 'initiatives/compare', query, signal),
  timeline: (signal?: AbortSignal) => get(timelineSchema, 'timeline', {}, signal),
  projects: (signal?: AbortSignal) => get(projectsSchema, 'projects', {}, signal),
  queries: (signal?: AbortSignal) => get(namedQueriesSchema, 'queries', {}, signal),
  cypher: (body: { query: string; params?: Record<string, unknown>; limit?: number }, signal?: AbortSignal) =>
    post(cypherResponseSchema, 'cypher', body, signal),
  algorithms: (signal?: AbortSignal) => get(algorithmsSchema, 'algorithms', {}, signal),
  algorithm: (name: string, body: { params: Record<string, unknown>; limit?: number }, signal?: AbortSignal) =>
    post(algorithmAnswerSchema, `algorithms/${encodeURIComponent(name)}`, body, signal),
  explain: (query: string, signal?: AbortSignal) => post(explainResponseSchema, 'cypher/explain', { query }, signal),
}
