/** The same graph into both stores, through the product and by a bare script over the same driver, engine and rows; seconds of each. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j, { type Driver } from 'neo4j-driver'
import { schemaStatements } from '../../cypher/schema/definition.ts'
import { openStore, type DocumentWrite, type GraphStore } from '../../cypher/store/index.ts'
import { toParameters } from '../../cypher/store/neo4j/values.ts'
import { BatchWriter } from '../../ingest/ledger/batch-writer.ts'
import { generateWrites } from '../contract/generated-graph.ts'
import { findHindrance, startOwn } from '../neo4j/server.ts'
import { slices, tablesOf, type Table } from './bare-rows.ts'
import { loadCsv, writeCsv } from './load-csv.ts'

const [counties = '200', cooperations = '22'] = process.argv.slice(2)
const WARM_COUNTIES = 100
const ROWS = 5000
const size = { counties: Number(counties), cooperations: Number(cooperations), characters: 2000 }
const engine = createRequire(import.meta.url)('@grafeo-db/js') as typeof import('@grafeo-db/js')

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now()
  await work()
  return (performance.now() - since) / 1000
}

async function throughProduct(store: GraphStore, writes: readonly DocumentWrite[]): Promise<void> {
  const writer = new BatchWriter(store, async () => undefined)
  for (const write of writes) await writer.add({ ...write, isNew: true })
  await writer.flush()
}

async function bareIntoServer(driver: Driver, tables: readonly Table[]): Promise<void> {
  const session = driver.session()
  for (const { cypher, rows } of tables) {
    for (const some of slices(rows, ROWS)) {
      const params = toParameters({ rows: some })
      await session.executeWrite((transaction) => transaction.run(`UNWIND $rows AS row ${cypher}`, params))
    }
  }
  await session.close()
}

async function bareIntoEngine(tables: readonly Table[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yilian-bare-'))
  const database = engine.GrafeoDB.create(join(folder, 'graph.grafeo'))
  for (const text of schemaStatements()) await database.executeCypher(text)
  for (const { cypher, rows } of tables)
    for (const some of slices(rows, ROWS)) await database.executeCypher(`UNWIND $rows AS row ${cypher}`, { rows: some })
  database.walCheckpoint()
  database.close()
  rmSync(folder, { recursive: true, force: true })
}

async function productIntoEngine(writes: readonly DocumentWrite[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yilian-product-'))
  const store = await openStore({ kind: 'embedded', folder })
  await throughProduct(store, writes)
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Each in turn and back again, so that a machine that gets slower or a server that gets warmer favours none; the better of two. */
async function inTurns(works: Readonly<Record<string, () => Promise<number>>>): Promise<Record<string, number>> {
  const best: Record<string, number> = {}
  for (const [name, work] of [...Object.entries(works), ...Object.entries(works).toReversed()])
    best[name] = Math.min(best[name] ?? Infinity, await work())
  return best
}

async function loadServer(writes: readonly DocumentWrite[]): Promise<Record<string, number>> {
  const server = await startOwn({ isTeams: true, readsFiles: true })
  const driver = neo4j.driver(server.uri)
  const store = await openStore({ kind: 'neo4j', uri: server.uri, writeTimeout: 600_000 })
  const wiped = async (work: () => Promise<unknown>): Promise<number> => {
    await driver.session().run('MATCH (n) WHERE NOT n:SchemaVersion CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS')
    return timed(work)
  }
  try {
    const warm = [...generateWrites({ counties: WARM_COUNTIES, cooperations: 22 })]
    await throughProduct(store, warm)
    await bareIntoServer(driver, tablesOf(warm))
    const tables = tablesOf(writes)
    const files = writeCsv(server.importFolder ?? '', tables)
    return await inTurns({
      serverBare: () => wiped(() => bareIntoServer(driver, tables)),
      serverProduct: () => wiped(() => throughProduct(store, writes)),
      serverCsv: () => wiped(() => loadCsv(driver, files)),
    })
  } finally {
    await store.close()
    await driver.close()
    await server.dispose()
  }
}

const writes = [...generateWrites(size)]
const tables = tablesOf(writes)
const count = (test: (name: string) => boolean): number =>
  tables.filter(({ name }) => test(name)).reduce((sum, { rows }) => sum + rows.length, 0)
const amounts = {
  nodes: writes.reduce((sum, { entities }) => sum + entities.length, 0),
  relations: writes.reduce((sum, { relations }) => sum + relations.length, 0),
  claims: count((name) => name === 'Claim'),
  documents: writes.length,
}
const own = await inTurns({
  engineBare: () => timed(() => bareIntoEngine(tables)),
  engineProduct: () => timed(() => productIntoEngine(writes)),
})
const shared = findHindrance() === undefined ? await loadServer(writes) : {}
process.stdout.write(`${JSON.stringify({ ...amounts, ...own, ...shared })}\n`)
