/** A push whose server, or whose own process, is killed in the middle: the next one completes it, with nothing doubled or lost. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type GraphStore } from '../../cypher/store/index.ts'
import { Ledger, reconcileStore } from '../../ingest/index.ts'
import { startOwn, type TestServer } from '../neo4j/server.ts'
import { describeWithOwnNeo4j } from '../neo4j/use-server.ts'
import { ROOT } from '../unit/cli/run-cli.ts'
import { cooperation, hospital, recordOf, statement } from '../unit/resolve/records.ts'

const DOCUMENTS = 120
const HOSPITALS = 80
/** What a document may take; after it the push gives up and says that the server is gone. */
const WRITE_TIMEOUT = 8000

/** Many documents over few hospitals, so that most things are shared and folded from several. */
function recordAt(number: number): ReturnType<typeof recordOf> {
  const chosen = Array.from({ length: 8 }, (_, at) => (number * 7 + at * 11) % HOSPITALS)
  const names = chosen.map((index) => `第${index}医院`)
  const entities = chosen.map((index) => `hospital/330282/第${index}医院`)
  const pairs = entities.slice(1).map((entity, at) => [entities[at]!, entity] as const)
  return recordOf({
    text: `${names.join('与')}签约。`,
    year: 2020 + (number % 4),
    publisher: `局${number}`,
    mentions: entities.map((entity, at) => hospital(entity, names[at]!)),
    claims: [
      ...pairs.map(([a, b]) => cooperation(a, b, { form: '签约', status: 'in_effect', year: 2020 + (number % 4) })),
      ...entities.map((entity) => statement(entity, 'beds', 100 + number)),
    ],
  })
}

/** Everything in the store but the engine's ids; doubled things show as doubled lines. */
async function dump(store: GraphStore): Promise<string[]> {
  const wide = { limit: 1_000_000, timeout: 60_000 }
  const nodes = await store.read("MATCH (n) WHERE n.id <> 'schema' RETURN n.id, properties(n) AS p", {}, wide)
  const relations = await store.read('MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r) AS p', {}, wide)
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value
  return [...nodes.rows, ...relations.rows].map((row) => JSON.stringify(row.map(sorted))).sort()
}

describeWithOwnNeo4j('推送到一半', () => {
  let folder: string
  let ledger: Ledger
  let server: TestServer
  let whole: string[]

  const withStore = async <T>(use: (store: GraphStore) => Promise<T>): Promise<T> => {
    const store = await openStore({ kind: 'neo4j', uri: server.uri, writeTimeout: WRITE_TIMEOUT })
    try {
      return await use(store)
    } finally {
      await store.close()
    }
  }
  const isWhole = (): Promise<void> =>
    withStore(async (store) => {
      const second = await reconcileStore({ ledger, store })
      expect(second.cancelled).toBe(false)
      expect(await dump(store)).toEqual(whole)
      expect(await reconcileStore({ ledger, store })).toMatchObject({ written: 0, removed: 0 })
    })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atlas-kill-'))
    ledger = await Ledger.open(folder)
    for (let number = 0; number < DOCUMENTS; number += 1) await ledger.put(recordAt(number))
    server = await startOwn()
    await withStore(async (store) => {
      expect(await reconcileStore({ ledger, store })).toMatchObject({ written: DOCUMENTS })
      whole = await dump(store)
    })
  }, 600_000)
  afterAll(async () => {
    ledger.close()
    await server.dispose()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each([1, 13, 47, 86, 118])('服务器在第 %i 份文档时被杀', async (at) => {
    await withStore((store) => store.clear())
    let killed: Promise<void> | undefined
    const onProgress = (done: number): void => {
      // Not awaited: the next document is on its way when the server goes.
      if (done === at) killed = wait(at % 7).then(() => server.kill())
    }
    const first = await withStore((store) => reconcileStore({ ledger, store }, { onProgress })).then(
      () => 'completed',
      (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
    )
    await killed
    expect(first).toMatch(/^(?:store\.(?:timeout|unavailable)|completed)$/)
    await server.restart()
    await isWhole()
  })

  test.each([2, 40, 100])('推送的进程在写了 %i 份文档时被杀', async (number) => {
    await withStore((store) => store.clear())
    ledger.close()
    const argv = ['--import', 'tsx', 'ingest/cli/push.ts', '--to', server.uri, '--data', folder]
    const child = spawn(process.execPath, argv, { cwd: ROOT, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await withStore(async (store) => {
      while (child.exitCode === null && ((await store.stats()).nodes.Document ?? 0) < number) await wait(10)
    })
    child.kill('SIGKILL')
    await ended
    ledger = await Ledger.open(folder)
    await isWhole()
  })
})
