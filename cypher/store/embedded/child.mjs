// @ts-check
/** The process that owns the database file. It is killed when a query runs away, so it holds nothing that is not on disk. */
import { createRequire } from 'node:module'
import { rmSync } from 'node:fs'
import { toGraphRows } from './graph-value.mjs'
import { findRefusedOperator, isSamePlanLimited } from './plan-guard.mjs'

/** @typedef {import('./protocol.ts').ChildRequest} ChildRequest */
/** @typedef {import('./protocol.ts').ChildTask} ChildTask */
/** @typedef {import('./protocol.ts').FailureStage} FailureStage */
/** @typedef {import('./protocol.ts').Inspection} Inspection */
/** @typedef {import('@grafeo-db/js').GrafeoDB} Database */

const WATCH_EVERY = 50
const INSPECTIONS_KEPT = 500

class StageError extends Error {
  /**
   * @param {FailureStage} stage
   * @param {unknown} cause
   */
  constructor(stage, cause) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.stage = stage
  }
}

/** @type {Database | undefined} */
let database
let path = ''
let memoryCap = Number.POSITIVE_INFINITY
/** Queries at work: the limit is for these; what a load or a checkpoint takes is the size of the graph, and not in their hands. */
let reading = 0
/** @type {Map<string, Inspection & { text: string }>} */
const inspections = new Map()

function openDatabase() {
  /** @type {typeof import('@grafeo-db/js')} */
  let engine
  try {
    engine = createRequire(import.meta.url)('@grafeo-db/js')
  } catch (error) {
    throw new StageError('load', error)
  }
  try {
    database = engine.GrafeoDB.create(path)
  } catch (error) {
    throw new StageError('open', error)
  }
  return database
}

function opened() {
  if (database === undefined) throw new StageError('open', 'database is not open')
  return database
}

/**
 * EXPLAIN of a text. Never executes it, whatever it is; throws for what cannot be explained, which includes all DDL.
 * @param {string} text
 * @param {Readonly<Record<string, unknown>>} [params]
 */
async function explain(text, params) {
  try {
    const result = await opened().executeCypher(`EXPLAIN\n${text}`, params)
    return /** @type {string} */ (result.get(0)['plan'])
  } catch (error) {
    throw new StageError('explain', error)
  }
}

/**
 * What a text would do, and the text to run: with a limit at its end where that changes nothing else in its plan.
 * @param {string} text
 * @param {Readonly<Record<string, unknown>>} params
 * @param {number} limit
 */
async function inspect(text, params, limit) {
  const key = `${limit} ${text}`
  const known = inspections.get(key)
  if (known !== undefined) return known
  const plan = await explain(text, params)
  const refused = findRefusedOperator(plan)
  const inspection = { plan, text, ...(refused === undefined ? {} : { refused }) }
  if (refused === undefined) {
    const limited = `${text.replace(/[\s;]+$/, '')}\nLIMIT ${limit}`
    const limitedPlan = await explain(limited, params).catch(() => '')
    if (isSamePlanLimited(plan, limitedPlan, limit)) inspection.text = limited
  }
  if (inspections.size >= INSPECTIONS_KEPT) inspections.clear()
  inspections.set(key, inspection)
  return inspection
}

/** @param {Extract<ChildTask, { kind: 'read' }>} task */
async function read({ cypher, params, limit }) {
  const started = performance.now()
  const { refused, text } = await inspect(cypher, params, limit + 1)
  if (refused !== undefined) throw new StageError('guard', refused)
  const transaction = opened().beginTransaction()
  reading += 1
  try {
    const result = await transaction.executeCypher(text, params)
    const found = result.length
    const rows = found <= limit + 1 ? result.rows() : Array.from({ length: limit }, (_, at) => Object.values(result.get(at)))
    return {
      columns: result.columns,
      rows: toGraphRows(rows.slice(0, limit)),
      limitHit: found > limit,
      milliseconds: performance.now() - started,
    }
  } catch (error) {
    throw new StageError('run', error)
  } finally {
    reading -= 1
    transaction.rollback()
  }
}

/** @param {Extract<ChildTask, { kind: 'write' }>} task */
async function write({ statements }) {
  const transaction = opened().beginTransaction()
  try {
    for (const { cypher, params } of statements) await transaction.executeCypher(cypher, params)
    transaction.commit()
  } catch (error) {
    if (transaction.isActive) transaction.rollback()
    throw new StageError('run', error)
  }
  settleMemory()
}

/** @param {readonly string[]} texts */
async function define(texts) {
  for (const text of texts) await opened().executeCypher(text)
  inspections.clear()
}

function readSchema() {
  const { labels, edge_types: relations, property_keys: properties } = opened().schema()
  return { labels, relations, properties }
}

function clear() {
  opened().close()
  for (const file of [path, `${path}.wal`]) rmSync(file, { recursive: true, force: true })
  inspections.clear()
  openDatabase()
}

function close() {
  if (database === undefined) return
  database.walCheckpoint()
  database.close()
  database = undefined
}

/** @param {ChildTask} task */
async function perform(task) {
  switch (task.kind) {
    case 'open':
      path = task.path
      openDatabase()
      watchMemory(task.memory)
      return undefined
    case 'read':
      return read(task)
    case 'explain': {
      const plan = await explain(task.cypher)
      const refused = findRefusedOperator(plan)
      return { plan, ...(refused === undefined ? {} : { refused }) }
    }
    case 'write':
      return write(task)
    case 'define':
      return define(task.texts)
    case 'schema':
      return readSchema()
    case 'clear':
      return clear()
    case 'checkpoint':
      opened().walCheckpoint()
      return settleMemory()
    case 'close':
      return close()
  }
}

/** @type {import('./protocol.ts').MemoryLimits} */
let memoryLimits = { limit: 0, queryRoom: 0 }
/** A graph that is large at rest would otherwise end the child again and again. */
function settleMemory() {
  const atRest = process.memoryUsage.rss()
  if (atRest > memoryLimits.limit / 2) memoryCap = Math.max(memoryCap, atRest + memoryLimits.queryRoom)
}

/** @param {import('./protocol.ts').MemoryLimits} limits */
function watchMemory(limits) {
  memoryLimits = limits
  memoryCap = limits.limit
  settleMemory()
  setInterval(() => {
    const memory = process.memoryUsage.rss()
    if (reading === 0 || memory <= memoryCap) return
    process.send?.({ memory }, undefined, undefined, () => process.kill(process.pid, 'SIGKILL'))
  }, WATCH_EVERY).unref()
}

/** @param {ChildRequest} request */
async function answer(request) {
  try {
    process.send?.({ id: request.id, value: await perform(request) })
  } catch (error) {
    const stage = error instanceof StageError ? error.stage : 'run'
    process.send?.({ id: request.id, failure: { stage, message: error instanceof Error ? error.message : String(error) } })
  }
}

process.on('message', (request) => void answer(/** @type {ChildRequest} */ (request)))
process.on('disconnect', () => {
  close()
  process.exit(0)
})
// Ctrl+C reaches the whole group of processes; the parent says when to close.
process.on('SIGINT', () => undefined)
