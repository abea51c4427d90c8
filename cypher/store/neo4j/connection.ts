/** Sessions on a Neo4j server: reads outside managed transactions with a deadline and a cancel, writes that are tried again. */
import neo4j, { Neo4jError, type Driver, type QueryResult, type Session } from 'neo4j-driver'
import type { GraphValue, Rows } from '../../model/index.ts'
import { StoreError } from '../port.ts'
import type { Statement } from '../rows.ts'
import type { Neo4jAddress } from './address.ts'
import { cancelled, connectFailure, readFailure, serverFailure, timedOut, writeFailure } from './failure.ts'
import { Gate } from './gate.ts'
import { toGraphValue, toParameters } from './values.ts'

const CONNECT_TIMEOUT = 10_000
/** A connection that was idle for so long is asked whether it still lives (a server may have been started again since). */
const LIVENESS_AFTER = 10_000
/** A server that comes back within this time costs a long push nothing; the driver's own default is 30 s. */
const RETRY_FOR = 60_000
/** Our own deadline comes first; the server's is for the case that we are gone. */
const SERVER_GRACE = 2000
const FETCH = 1000
/** Reads at work at once; the deadline of one that waits begins when it is let in. */
const READS_AT_ONCE = 8
const OLDEST_SERVER = 5

export interface Deadline {
  /** Milliseconds. */
  readonly timeout: number
  readonly signal?: AbortSignal | undefined
}

/** A statement whose parameters are in the driver's kinds. */
export interface Sendable {
  readonly cypher: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** Throws StoreError `store.bad-value`. */
export function toSendable({ cypher, params }: Statement): Sendable {
  return { cypher, parameters: toParameters(params) }
}

/** `read` is for texts of people: one try, and nothing may be written. */
type Mode = 'read' | 'write'

export class Neo4jConnection {
  readonly #address: Neo4jAddress
  readonly #driver: Driver
  /** Reads see the writes of this process, whichever server of a cluster answers. */
  readonly #bookmarks = neo4j.bookmarkManager()
  readonly #reads = new Gate(READS_AT_ONCE)
  #closed = false
  /** Name of the database that the sessions are on. */
  database = ''

  /** Opens nothing yet. Throws StoreError `store.bad-address`. */
  constructor(address: Neo4jAddress) {
    this.#address = address
    try {
      this.#driver = neo4j.driver(address.uri, address.auth, {
        useBigInt: true,
        connectionTimeout: CONNECT_TIMEOUT,
        connectionAcquisitionTimeout: CONNECT_TIMEOUT * 2,
        connectionLivenessCheckTimeout: LIVENESS_AFTER,
        maxTransactionRetryTime: RETRY_FOR,
        fetchSize: FETCH,
        userAgent: 'yilian-atlas',
      })
    } catch (cause) {
      throw new StoreError('store.bad-address', `Neo4j 的地址写法不对：${address.uri}`, { cause })
    }
  }

  /** Asks the server who it is. Throws `store.unavailable`, `store.untrusted`, `store.unauthorised`, `store.no-database`, `store.old-server`. */
  async verify(): Promise<void> {
    try {
      const { summary } = await this.#ask('RETURN 1', { timeout: CONNECT_TIMEOUT * 2 })
      this.database = summary.database.name ?? ''
      const agent = summary.server.agent ?? ''
      const major = Number(/^Neo4j\/(\d+)/.exec(agent)?.[1] ?? OLDEST_SERVER)
      if (major < OLDEST_SERVER)
        throw new StoreError('store.old-server', `需要 Neo4j ${OLDEST_SERVER} 或更新的版本，这个服务器是 ${agent}。`)
    } catch (error) {
      const known = serverFailure(error)
      if (known === undefined || known.code === 'store.unavailable' || known.code === 'store.timeout')
        throw connectFailure(error, this.#address.uri)
      throw known
    }
  }

  /** EXPLAIN of a text: its plan and what the server remarks. */
  async explain(text: string, deadline: Deadline): Promise<QueryResult['summary']> {
    return (await this.#ask(text, deadline)).summary
  }

  async #ask(cypher: string, deadline: Deadline): Promise<QueryResult> {
    const ask = (): Promise<QueryResult> =>
      this.#within('read', deadline, async (session) => session.run(cypher, {}, transactionOf(deadline)))
    return this.#reads.pass(ask, deadline.signal)
  }

  /** Rows of a read, at most `limit`; what is beyond is not fetched. */
  async read({ cypher, params }: Statement, { limit, ...deadline }: Deadline & { readonly limit: number }): Promise<Rows> {
    const started = performance.now()
    const parameters = toParameters(params)
    const attempt = (): Promise<Rows> =>
      this.#within('read', deadline, async (session) => {
        const result = session.run(cypher, parameters, transactionOf(deadline))
        const rows: GraphValue[][] = []
        let limitHit = false
        for await (const record of result) {
          limitHit = rows.length === limit
          if (limitHit) break
          rows.push(Array.from(record.values() as IterableIterator<unknown>, toGraphValue))
        }
        return { columns: await result.keys(), rows, limitHit, milliseconds: performance.now() - started }
      })
    const ask = (): Promise<Rows> =>
      attempt().catch((error: unknown) => {
        // A connection that died unseen: nothing of the text has been answered, and a read may be asked twice.
        if (error instanceof Neo4jError && /^(?:ServiceUnavailable|SessionExpired)$/.test(error.code)) return attempt()
        throw error
      })
    try {
      return await this.#reads.pass(ask, deadline.signal)
    } catch (error) {
      throw readFailure(error, cypher)
    }
  }

  /** Runs statements in one transaction, in this order, sent one behind the other; tried again on transient errors. */
  async write(statements: readonly Sendable[], deadline: Deadline): Promise<GraphValue[][]> {
    try {
      return await this.#within('write', deadline, (session) =>
        session.executeWrite(async (transaction) => {
          const results = await Promise.all(statements.map(({ cypher, parameters }) => transaction.run(cypher, parameters)))
          const last = results.at(-1)?.records ?? []
          return last.map((record) => Array.from(record.values() as IterableIterator<unknown>, toGraphValue))
        }, transactionOf(deadline)),
      )
    } catch (error) {
      throw writeFailure(error)
    }
  }

  /** Runs a text that wants a transaction of its own (constraints, indexes). */
  async define(cypher: string, deadline: Deadline): Promise<void> {
    try {
      await this.#within('write', deadline, async (session) => session.run(cypher, {}, transactionOf(deadline)))
    } catch (error) {
      throw writeFailure(error)
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#driver.close()
  }

  /** Closing the session ends the query on the server too, within milliseconds; a query that hangs there is not waited for. */
  async #within<T>(mode: Mode, { timeout, signal }: Deadline, work: (session: Session) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreError('store.closed', '图库没有打开。')
    if (signal?.aborted === true) throw cancelled()
    const session = this.#driver.session({
      defaultAccessMode: mode === 'read' ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarks,
      ...(this.#address.database === undefined ? {} : { database: this.#address.database }),
    })
    const close = (): Promise<void> => session.close().catch(() => undefined)
    let timer: NodeJS.Timeout | undefined
    let onAbort = (): void => undefined
    const ended = new Promise<never>((_, reject) => {
      const end = (error: StoreError): void => {
        reject(error)
        void close()
      }
      timer = setTimeout(() => end(timedOut(timeout)), timeout)
      onAbort = () => end(cancelled())
      signal?.addEventListener('abort', onAbort, { once: true })
    })
    try {
      const value = await Promise.race([work(session), ended])
      await close()
      return value
    } catch (error) {
      void close()
      throw error
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
  }
}

function transactionOf({ timeout }: Deadline): { timeout: bigint } {
  return { timeout: BigInt(Math.ceil(timeout) + SERVER_GRACE) }
}
