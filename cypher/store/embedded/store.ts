/** GraphStore over the embedded engine: one child process owns the file, everything else is told in the words of the port. */
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { labels, relationTypes, type Label, type RelationType, type Rows } from '../../model/index.ts'
import { SCHEMA_VERSION, VERSION_LABEL, schemaStatements } from '../../schema/definition.ts'
import { findExcess } from '../cypher-text.ts'
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
import { removeStatements, writeStatements, type Statement } from '../rows.ts'
import { refusal } from '../refusal.ts'
import { searchGraph } from '../search.ts'
import { EmbeddedProcess } from './process.ts'
import type { ChildRows, ChildSchema, ChildTask, Inspection } from './protocol.ts'

export interface EmbeddedOptions {
  /** The data folder. */
  readonly folder: string
  /** Bytes that the child may take before a query is ended; default 1.5 GiB. */
  readonly memoryLimit?: number
  /** Bytes for queries above what the open graph takes at rest, where that alone comes near the limit; default 768 MiB. */
  readonly queryRoom?: number
  /** Milliseconds that one document may take to be written; default 120,000. */
  readonly writeTimeout?: number
}

/** Where the graph of a data folder is kept. */
export function graphFile(folder: string): string {
  return join(folder, 'graph.grafeo')
}

const DEFAULT_LIMIT = 5000
const DEFAULT_TIMEOUT = 15_000
const DEFAULT_MEMORY = 1.5 * 1024 ** 3
const DEFAULT_QUERY_ROOM = 768 * 1024 ** 2
const DEFAULT_WRITE_TIMEOUT = 120_000
const EXPLAIN_TIMEOUT = 5000
/** After an import the log is folded into the file (research: stores.md §5); within a long one, every so many documents. */
const CHECKPOINT_IDLE = 1500
const CHECKPOINT_EVERY = 1000

export class EmbeddedStore implements GraphStore {
  readonly kind = 'embedded'
  readonly #file: string
  readonly #writeTimeout: number
  readonly #process: EmbeddedProcess
  #queue: Promise<unknown> = Promise.resolve()
  #checkpoint: NodeJS.Timeout | undefined
  #unfolded = 0
  /** Says that a damaged file was set aside and the store is empty, to be filled again from the ledger. */
  recovered: string | undefined

  constructor(options: EmbeddedOptions) {
    this.#file = graphFile(options.folder)
    this.#writeTimeout = options.writeTimeout ?? DEFAULT_WRITE_TIMEOUT
    const { memoryLimit: limit = DEFAULT_MEMORY, queryRoom = DEFAULT_QUERY_ROOM } = options
    this.#process = new EmbeddedProcess(this.#file, { limit, queryRoom })
    mkdirSync(options.folder, { recursive: true })
  }

  /** Process id of the child, for those who watch it. */
  get pid(): number | undefined {
    return this.#process.pid
  }

  /** Milliseconds that the child took to start, or to come back after it was ended. */
  get startedIn(): number {
    return this.#process.startedIn
  }

  async open(): Promise<void> {
    try {
      await this.#process.start()
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'store.damaged') throw error
      this.recovered = setAside(this.#file)
      await this.#process.start()
    }
  }

  async migrate(): Promise<void> {
    const { rows } = await this.#read(`MATCH (v:${VERSION_LABEL}) RETURN v.version AS version`)
    const found = rows[0]?.[0]
    if (typeof found === 'number' && found > SCHEMA_VERSION) {
      throw new StoreError('store.newer', `图库由更新的版本写成（${found}，本程序为 ${SCHEMA_VERSION}）。请升级，或清空后重建。`)
    }
    if (found === SCHEMA_VERSION) return
    await this.#change({ kind: 'define', texts: schemaStatements() })
    const cypher = `MERGE (v:${VERSION_LABEL} {id: 'schema'}) SET v.version = $version`
    await this.#write([{ cypher, params: { version: SCHEMA_VERSION } }])
  }

  async writeDocument(write: DocumentWrite): Promise<void> {
    await this.prepareDocuments([write])()
  }

  prepareDocuments(writes: readonly DocumentWrite[]): () => Promise<void> {
    const statements = writeStatements(writes)
    return async () => {
      if (writes.length > 0) await this.#write(statements, writes.length)
    }
  }

  async removeDocument(id: string, fold: Fold): Promise<void> {
    await this.#write(removeStatements(id, fold))
  }

  async read(cypher: string, params: Readonly<Record<string, unknown>> = {}, options: ReadOptions = {}): Promise<Rows> {
    const excess = findExcess(cypher)
    if (excess !== undefined) throw new StoreError(excess.code, excess.message, { fault: excess })
    return this.#read(cypher, params, options)
  }

  search(text: string, among: readonly Label[], limit: number): Promise<SearchHit[]> {
    return searchGraph((cypher, params) => this.#read(cypher, params), text, { labels: among, limit })
  }

  async explain(cypher: string): Promise<Explanation> {
    const excess = findExcess(cypher)
    if (excess !== undefined) return { faults: [excess], readOnly: false }
    const options = { kind: 'read', timeout: EXPLAIN_TIMEOUT } as const
    try {
      const { plan, refused } = (await this.#process.request({ kind: 'explain', cypher }, options)) as Inspection
      if (refused !== undefined) return { faults: [refusal(refused, cypher)], readOnly: false, plan }
      return { faults: findDifferences(cypher), readOnly: true, plan }
    } catch (error) {
      if (error instanceof StoreError && error.fault !== undefined) return { faults: [error.fault], readOnly: false }
      throw error
    }
  }

  async schema(): Promise<{ labels: string[]; relations: string[]; properties: string[] }> {
    const found = await this.#schema()
    return {
      labels: found.labels
        .map(({ name }) => name)
        .filter((name) => name !== VERSION_LABEL)
        .sort(),
      relations: found.relations.map(({ name }) => name).sort(),
      properties: found.properties.filter((name) => name !== 'version').sort(),
    }
  }

  async stats(): Promise<StoreStats> {
    const found = await this.#schema()
    const countOf = (among: ChildSchema['labels'], name: string): number => among.find((one) => one.name === name)?.count ?? 0
    const count = <K extends string>(names: readonly K[], among: ChildSchema['labels']): Partial<Record<K, number>> =>
      Object.fromEntries(names.map((name) => [name, countOf(among, name)])) as Partial<Record<K, number>>
    return { nodes: count<Label>(labels, found.labels), relations: count<RelationType>(relationTypes, found.relations) }
  }

  async clear(): Promise<void> {
    await this.#change({ kind: 'clear' })
    await this.migrate()
  }

  async close(): Promise<void> {
    clearTimeout(this.#checkpoint)
    await this.#queue.catch(() => undefined)
    await this.#process.close()
  }

  async #read(cypher: string, params: Readonly<Record<string, unknown>> = {}, options: ReadOptions = {}): Promise<Rows> {
    const task = { kind: 'read', cypher, params, limit: options.limit ?? DEFAULT_LIMIT } as const
    const { timeout = DEFAULT_TIMEOUT, signal } = options
    return (await this.#process.request(task, { kind: 'read', timeout, signal })) as ChildRows
  }

  async #schema(): Promise<ChildSchema> {
    return (await this.#process.request({ kind: 'schema' }, { kind: 'read', timeout: DEFAULT_TIMEOUT })) as ChildSchema
  }

  async #write(statements: readonly Statement[], documents = 1): Promise<void> {
    await this.#change({ kind: 'write', statements })
    this.#unfolded += documents
    clearTimeout(this.#checkpoint)
    if (this.#unfolded >= CHECKPOINT_EVERY) {
      this.#unfolded = 0
      await this.#change({ kind: 'checkpoint' })
    } else {
      this.#checkpoint = setTimeout(() => void this.#foldLog(), CHECKPOINT_IDLE).unref()
    }
  }

  async #foldLog(): Promise<void> {
    this.#unfolded = 0
    // The log holds everything that the file does not: a checkpoint that fails costs only the time of the next opening.
    await this.#change({ kind: 'checkpoint' }).catch(() => undefined)
  }

  /** One change at a time, in the order of asking: the engine refuses the second of two writers. */
  #change(task: ChildTask): Promise<unknown> {
    const next = this.#queue.catch(() => undefined).then(() => this.#process.request(task, { kind: 'write', timeout: this.#writeTimeout }))
    this.#queue = next.catch(() => undefined)
    return next
  }
}

/** Renames the damaged file (and its log) so that a person can still look at it; says where it went. */
function setAside(file: string): string {
  let number = 1
  while (existsSync(`${file}.damaged-${number}`)) number += 1
  const aside = `${file}.damaged-${number}`
  renameSync(file, aside)
  if (existsSync(`${file}.wal`)) renameSync(`${file}.wal`, `${aside}.wal`)
  return `图库文件已损坏，已另存为 ${aside}；现在的图库是空的，需要从台账重建（npm run rebuild）。`
}
