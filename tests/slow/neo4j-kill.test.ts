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
import { dump, recordAt } from './shared-records.ts'

/** More than one transaction holds, so that a push can be stopped between two. */
const DOCUMENTS = 900
/** What a document may take; after it the push gives up and says that the server is gone. */
const WRITE_TIMEOUT = 8000

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

  test.each([1, 256, 470, 600, 898])('服务器在第 %i 份文档时被杀', async (at) => {
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

  test.each([2, 300, 700])('推送的进程在写了 %i 份文档时被杀', async (number) => {
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
