/** A load whose processes are killed at random moments: what was acknowledged stays, the next run goes on, the end is the undisturbed graph. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, statSync, writeFileSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { graphFile } from '../../cypher/store/embedded/store.ts'
import { openStore, type GraphStore } from '../../cypher/store/index.ts'
import { Ledger, StoreView } from '../../ingest/index.ts'
import { ROOT } from '../unit/cli/run-cli.ts'
import { dump, listBatches } from './shared-records.ts'

const KILLS = 50
/** Kills of one load before it is let go on to its end. */
const KILLS_EACH = 10
/** Milliseconds after the load has begun within which it is killed. */
const WITHIN = 900

/** Numbers between 0 and 1; a failure can be played again. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Of a document: itself and its claims. */
async function tellDocument(store: GraphStore, id: string): Promise<unknown> {
  const cypher =
    'MATCH (d:Document {id: $id}) OPTIONAL MATCH (d)<-[:STATED_IN]-(c:Claim) RETURN d.text, d.stamp, c.id, c.relation, c.said ORDER BY c.id'
  return (await store.read(cypher, { id })).rows
}

/** Starts the load, kills it and the child that owns the file at once after so many milliseconds; gives what it had acknowledged. */
async function loadAndKill(folder: string, after: number): Promise<{ acknowledged: string[]; isDone: boolean }> {
  const argv = ['--import', 'tsx', 'tests/slow/load-records.ts', folder]
  // A process group of its own, so that one signal reaches both processes in the same moment.
  const child = spawn(process.execPath, argv, { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      said += String(data)
      if (said.includes('ready')) resolve()
    })
    child.once('exit', () => reject(new Error('the load ended before it began')))
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  await ready
  await Promise.race([wait(after), ended])
  if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await ended
  const lines = said.split('\n')
  return { acknowledged: lines.filter((line) => /^[0-9a-f]{64}$/.test(line)), isDone: lines.includes('done') }
}

describe('内嵌图库读入到一半', () => {
  let base: string
  let whole: string[]
  const documents = new Map<string, unknown>()
  const inFolder = async <T>(folder: string, use: (room: { ledger: Ledger; store: GraphStore }) => Promise<T>): Promise<T> => {
    const ledger = await Ledger.open(folder)
    const store = await openStore({ kind: 'embedded', folder })
    try {
      return await use({ ledger, store })
    } finally {
      await store.close()
      ledger.close()
    }
  }

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'atlas-embedded-kill-'))
    await inFolder(join(base, 'undisturbed'), async ({ ledger, store }) => {
      const view = await StoreView.open(ledger, store)
      for (const batch of listBatches()) await view.change(batch.map((record) => ({ record })))
      whole = await dump(store)
      for (const { id } of ledger.entries()) documents.set(id, await tellDocument(store, id))
    })
  })
  afterAll(() => rmSync(base, { recursive: true, force: true }))

  test(`杀 ${KILLS} 次：答应过的都在，下次接着做完，图与没有中断的一样`, async () => {
    const random = randomOf(20_240_501)
    for (let load = 0; load < KILLS / KILLS_EACH; load++) {
      const folder = join(base, `killed-${load}`)
      const acknowledged = new Set<string>()
      for (let kill = 0; kill < KILLS_EACH; kill++) {
        const after = Math.floor(random() * WITHIN)
        const where = `load ${load}, kill ${kill} after ${after} ms`
        for (const id of (await loadAndKill(folder, after)).acknowledged) acknowledged.add(id)
        await inFolder(folder, async ({ ledger, store }) => {
          for (const id of acknowledged) {
            expect([where, id, ledger.entry(id) !== undefined]).toEqual([where, id, true])
            expect([where, await tellDocument(store, id)]).toEqual([where, documents.get(id)])
          }
        })
      }
      expect(await loadAndKill(folder, 600_000)).toMatchObject({ isDone: true })
      await inFolder(folder, async ({ ledger, store }) => {
        expect(await dump(store)).toEqual(whole)
        expect(await (await StoreView.open(ledger, store)).sync()).toBe('in-step')
      })
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test.each([
    ['截短', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['头被改写', (file: string) => writeFileSync(file, Buffer.concat([Buffer.alloc(4096, 7), readFileSync(file).subarray(4096)]))],
    ['不是图库', (file: string) => writeFileSync(file, '这不是图库')],
    ['空文件', (file: string) => truncateSync(file, 0)],
  ] as const)('损坏的图库文件（%s）：另存，说一句，从台账重建', async (_, damage) => {
    const folder = mkdtempSync(join(base, 'damaged-'))
    await inFolder(folder, async ({ ledger, store }) => {
      const view = await StoreView.open(ledger, store)
      for (const batch of listBatches()) await view.change(batch.map((record) => ({ record })))
    })
    damage(graphFile(folder))
    const ledger = await Ledger.open(folder)
    const store = await openStore({ kind: 'embedded', folder })
    const view = await StoreView.open(ledger, store)
    if (store.recovered !== undefined) {
      expect(store.recovered).toMatch(/已损坏，已另存为 .*damaged-1/)
      expect(readdirSync(folder).some((name) => name.startsWith('graph.grafeo.damaged-1'))).toBe(true)
    }
    expect(await view.sync()).toBe('rebuilt')
    expect(await dump(store)).toEqual(whole)
    expect(existsSync(graphFile(folder))).toBe(true)
    await store.close()
    ledger.close()
  })
})
