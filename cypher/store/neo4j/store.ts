/** GraphStore over a Neo4j server. Several programs may reach it, so it remembers whose graph it holds and touches no other's. */
import { randomUUID } from 'node:crypto'
import { labels, relationTypes, type Label, type RelationType, type Rows } from '../../model/index.ts'
import { fullTextStatement, SCHEMA_VERSION, schemaStatements, VERSION_LABEL } from '../../schema/definition.ts'
import { findExcess, maskStrings } from '../cypher-text.ts'
import { findDifferences } from '../hints.ts'
import {
  StoreError,
  type DocumentWrite,
  type Explanation,
  type Fold,
  type GraphStore,
  type ReadOptions,
  type SearchHit,
  type StoreStats,
} from '../port.ts'
import { refusal } from '../refusal.ts'
import { removeStatements, writeStatements, type Statement } from '../rows.ts'
import { searchGraph } from '../search.ts'
import { readAddress, type Neo4jOptions } from './address.ts'
import { Neo4jConnection, toSendable, type Deadline, type Sendable } from './connection.ts'
import { readFailure } from './failure.ts'
import { findByFullText } from './full-text.ts'
import { toNotices } from './notices.ts'
import { findRefused, formatPlan } from './plan-guard.ts'

const DEFAULT_LIMIT = 5000
const DEFAULT_TIMEOUT = 15_000
const DEFAULT_WRITE_TIMEOUT = 120_000
const EXPLAIN_TIMEOUT = 5000
/** An index over a large graph takes its time to be filled. */
const DEFINE_TIMEOUT = 600_000
const INSPECTIONS_KEPT = 500
/** Nodes in one transaction of `clear`; with all their relations they fit in a small heap. */
const CLEAR_BATCH = 2000
/** Stands before a text that is explained; the server counts its line. */
const EXPLAIN = 'EXPLAIN\n'

export class Neo4jStore implements GraphStore {
  readonly kind = 'neo4j'
  readonly #connection: Neo4jConnection
  readonly #writeTimeout: number
  readonly #inspections = new Map<string, Explanation>()
  #queue: Promise<unknown> = Promise.resolve()

  /** Throws StoreError `store.bad-address`. */
  constructor(options: Neo4jOptions) {
    this.#connection = new Neo4jConnection(readAddress(options, process.env))
    this.#writeTimeout = options.writeTimeout ?? DEFAULT_WRITE_TIMEOUT
  }

  async open(): Promise<void> {
    try {
      await this.#connection.verify()
    } catch (error) {
      await this.#connection.close()
      throw error
    }
  }

  /** Throws StoreError `store.foreign` where the database holds somebody else's graph, `store.newer` where a newer version wrote it. */
  async migrate(): Promise<void> {
    const { rows } = await this.#read(`MATCH (v:${VERSION_LABEL} {id: 'schema'}) RETURN v.version AS version, v.clearing AS clearing`)
    const [version, clearing] = rows[0] ?? []
    if (rows.length === 0) await this.#refuseForeign()
    if (typeof version === 'number' && version > SCHEMA_VERSION) {
      throw new StoreError('store.newer', `图库由更新的版本写成（${version}，本程序为 ${SCHEMA_VERSION}）。请升级，或另选一个数据库。`)
    }
    if (version !== SCHEMA_VERSION) {
      const deadline = { timeout: DEFINE_TIMEOUT }
      for (const text of [...schemaStatements(), fullTextStatement()]) await this.#connection.define(text, deadline)
      await this.#connection.define('CALL db.awaitIndexes(600)', deadline)
      await this.#mark('SET v.version = $version', { version: SCHEMA_VERSION })
    }
    // An emptying that was interrupted left a part of a graph, which nothing else would notice.
    if (clearing === true) await this.clear()
  }

  /**
   * Notes whose graph this is, unless it is somebody's already, and gives whose it is now.
   * `replace` takes it over from whoever it was.
   */
  async claim(owner: string, { replace = false }: { readonly replace?: boolean } = {}): Promise<string> {
    const value = replace ? '$owner' : 'coalesce(v.owner, $owner)'
    const rows = await this.#mark(`SET v.owner = ${value} RETURN v.owner AS owner`, { owner })
    return textsOf(rows)[0] ?? ''
  }

  /** Whose graph this is; undefined where nobody's yet. */
  async owner(): Promise<string | undefined> {
    const { rows } = await this.#read(`MATCH (v:${VERSION_LABEL} {id: 'schema'}) RETURN v.owner AS owner`)
    const [owner] = rows[0] ?? []
    return typeof owner === 'string' ? owner : undefined
  }

  async revision(): Promise<string | undefined> {
    const { rows } = await this.#read(`MATCH (v:${VERSION_LABEL} {id: 'schema'}) RETURN v.revision AS revision`)
    const [revision] = rows[0] ?? []
    return typeof revision === 'string' ? revision : undefined
  }

  async writeDocument(write: DocumentWrite): Promise<void> {
    await this.prepareDocuments([write])()
  }

  prepareDocuments(writes: readonly DocumentWrite[]): () => Promise<void> {
    const statements = [...writeStatements(writes), newRevision()].map(toSendable)
    return async () => {
      if (writes.length > 0) await this.#write(statements)
    }
  }

  async removeDocument(id: string, fold: Fold): Promise<void> {
    await this.#write([...removeStatements(id, fold), newRevision()].map(toSendable))
  }

  async read(cypher: string, params: Readonly<Record<string, unknown>> = {}, options: ReadOptions = {}): Promise<Rows> {
    const { timeout = DEFAULT_TIMEOUT, signal } = options
    const { faults, readOnly, plan } = await this.#inspect(cypher, { timeout, signal })
    const [fault] = faults
    if (!readOnly && fault !== undefined) throw new StoreError(fault.code, fault.message, { fault })
    const rows = await this.#read(cypher, params, options)
    // The server gives the plan of a text that only explains beside the rows, of which there are none.
    if (plan === undefined || !isExplain(cypher)) return rows
    return { columns: ['plan'], rows: [[plan]], limitHit: false, milliseconds: rows.milliseconds }
  }

  search(text: string, among: readonly Label[], limit: number): Promise<SearchHit[]> {
    const read = (cypher: string, params: Readonly<Record<string, unknown>>): Promise<Rows> => this.#read(cypher, params)
    return searchGraph(read, text, { labels: among, limit, findHolding: (query, asked) => findByFullText(read, query, asked) })
  }

  explain(cypher: string): Promise<Explanation> {
    return this.#inspect(cypher, { timeout: EXPLAIN_TIMEOUT })
  }

  async schema(): Promise<{ labels: string[]; relations: string[]; properties: string[] }> {
    const listOf = async (procedure: string, hidden: readonly string[]): Promise<string[]> => {
      const { rows } = await this.#read(`CALL ${procedure}`)
      return textsOf(rows)
        .filter((name) => !hidden.includes(name))
        .sort()
    }
    return {
      labels: await listOf('db.labels', [VERSION_LABEL]),
      relations: await listOf('db.relationshipTypes', []),
      properties: await listOf('db.propertyKeys', ['version', 'owner', 'clearing', 'revision']),
    }
  }

  /** Counts that the server keeps: no scan, however large the graph. */
  async stats(): Promise<StoreStats> {
    const count = async <K extends string>(names: readonly K[], pattern: (name: K) => string): Promise<Partial<Record<K, number>>> => {
      const parts = names.map((name) => `MATCH ${pattern(name)} WITH count(x) AS count RETURN '${name}' AS name, count`)
      const { rows } = await this.#read(parts.join(' UNION ALL '))
      return Object.fromEntries(textsOf(rows).map((name, at) => [name, Number(rows[at]?.[1])])) as Partial<Record<K, number>>
    }
    return {
      nodes: await count<Label>(labels, (label) => `(x:${label})`),
      relations: await count<RelationType>(relationTypes, (type) => `()-[x:${type}]->()`),
    }
  }

  /** Removes what this program keeps and nothing else, documents first; an interrupted run is completed by the next `migrate`. */
  async clear(): Promise<void> {
    await this.#mark('SET v.clearing = true')
    const documentsFirst: Label[] = ['Document', ...labels.filter((label) => label !== 'Document')]
    for (const label of documentsFirst) {
      const cypher = `MATCH (n:${label}) WITH n LIMIT ${CLEAR_BATCH} DETACH DELETE n RETURN count(*) AS gone`
      for (let gone = CLEAR_BATCH; gone === CLEAR_BATCH;) gone = Number((await this.#write([toSendable({ cypher, params: {} })]))[0]?.[0])
    }
    await this.#mark('SET v.revision = $revision REMOVE v.clearing', { revision: randomUUID() })
    this.#inspections.clear()
  }

  async close(): Promise<void> {
    await this.#queue.catch(() => undefined)
    await this.#connection.close()
  }

  async #refuseForeign(): Promise<void> {
    const { rows } = await this.#read('MATCH (n) RETURN count(n) AS count')
    const count = Number(rows[0]?.[0])
    if (count === 0) return
    const place = this.#connection.database === '' ? '这个 Neo4j 数据库' : `Neo4j 数据库 ${this.#connection.database}`
    const message = `${place}里已有 ${count} 个不属于医联图谱的节点，什么也没有改动。请用 --database 另选一个空的数据库。`
    throw new StoreError('store.foreign', message)
  }

  /** Changes the one node that remembers the version, the owner, and an emptying under way. */
  #mark(change: string, params: Readonly<Record<string, unknown>> = {}): Promise<Rows['rows']> {
    return this.#write([toSendable({ cypher: `MERGE (v:${VERSION_LABEL} {id: 'schema'}) ${change}`, params })])
  }

  /** What the server says of a text before it is run. Remembered: the app asks the same few texts again and again. */
  async #inspect(cypher: string, deadline: Deadline): Promise<Explanation> {
    const known = this.#inspections.get(cypher)
    if (known !== undefined) return known
    const excess = findExcess(cypher)
    if (excess !== undefined) return { faults: [excess], readOnly: false }
    const explanation = await this.#explain(cypher, deadline)
    if (this.#inspections.size >= INSPECTIONS_KEPT) this.#inspections.clear()
    if (explanation.readOnly) this.#inspections.set(cypher, explanation)
    return explanation
  }

  async #explain(cypher: string, deadline: Deadline): Promise<Explanation> {
    try {
      const summary = await this.#connection.explain(`${EXPLAIN}${withoutProfile(cypher)}`, deadline)
      const plan = summary.plan === false ? undefined : formatPlan(summary.plan)
      const seen = { queryType: summary.queryType, plan: summary.plan, database: summary.database.name ?? '' }
      const refused = findRefused({ ...seen, database: this.#connection.database || seen.database })
      const told = plan === undefined ? {} : { plan }
      if (refused !== undefined) return { faults: [refusal(refused, cypher)], readOnly: false, ...told }
      return { faults: [...toNotices(summary.notifications), ...findDifferences(cypher, this.kind)], readOnly: true, ...told }
    } catch (error) {
      const failure = readFailure(error, cypher, 1)
      if (failure instanceof StoreError && failure.fault !== undefined) return { faults: [failure.fault], readOnly: false }
      throw failure
    }
  }

  #read(cypher: string, params: Readonly<Record<string, unknown>> = {}, options: ReadOptions = {}): Promise<Rows> {
    const { limit = DEFAULT_LIMIT, timeout = DEFAULT_TIMEOUT, signal } = options
    return this.#connection.read({ cypher, params }, { limit, timeout, signal })
  }

  /** One change at a time, in the order of asking: a later fold must not be overtaken by an earlier one. */
  #write(statements: readonly Sendable[]): Promise<Rows['rows']> {
    const next = this.#queue.catch(() => undefined).then(() => this.#connection.write(statements, { timeout: this.#writeTimeout }))
    this.#queue = next.catch(() => undefined)
    return next
  }
}

/** By it a program can tell whether the graph is still as it left it. */
function newRevision(): Statement {
  const cypher = `MERGE (v:${VERSION_LABEL} {id: 'schema'}) SET v.revision = $revision`
  return { cypher, params: { revision: randomUUID() } }
}

/** The texts in the first column. */
function textsOf(rows: Rows['rows']): string[] {
  return rows.flatMap(([text]) => (typeof text === 'string' ? [text] : []))
}

/** The server explains no text that asks for a profile; the same without it does the same. Columns stay where they are. */
function withoutProfile(cypher: string): string {
  const found = /^(\s*)PROFILE\b/i.exec(maskStrings(cypher))
  if (found === null) return cypher
  const from = found[1]?.length ?? 0
  return cypher.slice(0, from) + ' '.repeat('PROFILE'.length) + cypher.slice(from + 'PROFILE'.length)
}

function isExplain(cypher: string): boolean {
  return /^\s*EXPLAIN\b/i.test(maskStrings(cypher))
}
