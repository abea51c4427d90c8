/** The five seed reports on both stores: the same graph, the same rows of every named query, and pushes that write only what changed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadQueries } from '../../cypher/queries/registry.ts'
import { openStore, type GraphStore } from '../../cypher/store/index.ts'
import { readAddress } from '../../cypher/store/neo4j/address.ts'
import { createSegmenter, Ledger, loadLexicon, readPaths, reconcileStore, removeDocument, StoreView } from '../../ingest/index.ts'
import { ROOT, runCli } from '../unit/cli/run-cli.ts'
import { statusSchema } from '../../web/contract/index.ts'
import { withoutElementIds } from './compare-values.ts'
import { paramsFor, takeSamples, type Samples } from './query-samples.ts'
import { codeOf } from './suite.ts'

const REPORTS = fileURLToPath(new URL('../../seeds/reports/', import.meta.url))
const WIDE = { limit: 100_000, timeout: 60_000 }

/** Everything in a store, without the engines' own ids; the families of programs that are gone may stay. */
async function dump(store: GraphStore): Promise<string[]> {
  const nodes = await store.read("MATCH (n) WHERE NOT n.id STARTS WITH 'family/' RETURN n.id, labels(n), properties(n)", {}, WIDE)
  const relations = await store.read('MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r)', {}, WIDE)
  return [...nodes.rows, ...relations.rows]
    .filter(([id]) => id !== 'schema')
    .map((row) => JSON.stringify(withoutElementIds(row)))
    .sort()
}

/** To be called where a server will be there when the tests run; it must hold nobody's graph but the tests'. */
export function describeBothStores(server: { readonly uri: string }): void {
  describe('两种图库', () => bothStores(server))
}

function bothStores(server: { readonly uri: string }): void {
  const tools = { lexicon: loadLexicon(), segment: createSegmenter() }
  let folder: string
  let ledger: Ledger
  let embedded: GraphStore
  let shared: GraphStore
  let samples: Samples

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atlas-both-'))
    ledger = await Ledger.open(folder)
    embedded = await openStore({ kind: 'embedded', folder })
    shared = await openStore({ kind: 'neo4j', uri: server.uri })
    await readPaths([REPORTS], { ledger, store: embedded, ...tools })
    await reconcileStore({ ledger, store: shared }, { replace: true })
    samples = await takeSamples(embedded)
  }, 300_000)
  afterAll(async () => {
    await shared.close()
    await embedded.close()
    ledger.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('同一张图', async () => {
    const held = await dump(embedded)
    expect(held.length).toBeGreaterThan(100)
    expect(await dump(shared)).toEqual(held)
    expect(await shared.stats()).toEqual(await embedded.stats())
  })
  test.each([...loadQueries().values()])(
    '$name 给出相同的行',
    async (query) => {
      for (const params of paramsFor(query, samples)) {
        const told = async (store: GraphStore): Promise<unknown> => {
          const { columns, rows } = await store.read(query.cypher, params, WIDE)
          return { params, columns, rows: withoutElementIds(rows) }
        }
        expect(await told(shared)).toEqual(await told(embedded))
      }
    },
    120_000,
  )
  test('同样的搜索', async () => {
    const texts = ['人民医院', '宁波', 'fh', 'rmyy', 'yiyuan', '奉化医院', '医共体', '一', '慈溪市', 'zhongyi', '卫生院', '不存在的']
    for (const text of texts) expect([text, await shared.search(text, [], 20)]).toEqual([text, await embedded.search(text, [], 20)])
    const [first] = texts
    expect(await shared.search(first!, ['Hospital'], 3)).toEqual(await embedded.search(first!, ['Hospital'], 3))
  })

  describe('再推送', () => {
    test('没有变化就什么也不写', async () => {
      expect(await reconcileStore({ ledger, store: shared })).toEqual({ written: 0, removed: 0, unchanged: 5, cancelled: false })
      expect(await (await StoreView.open(ledger, shared)).sync()).toBe('in-step')
    })
    test('拿掉一份，推送以后就像从来没有读过', async () => {
      const name = readdirSync(REPORTS).find((file) => file.endsWith('.txt')) ?? ''
      const entry = ledger.entryAt(join(REPORTS, name))
      expect(await removeDocument(entry!.id, { ledger, store: embedded })).toBe(true)
      const outcome = await reconcileStore({ ledger, store: shared })
      expect(outcome).toMatchObject({ removed: 1 })
      expect(outcome.written).toBeLessThan(5)
      expect(await dump(shared)).toEqual(await dump(embedded))
    })
    test('读回来，另作一个决定，推送以后又是同一张图', async () => {
      await readPaths([REPORTS], { ledger, store: embedded, ...tools })
      const [a, b] = samples.ids.filter((id) => id.startsWith('hospital/'))
      const view = await StoreView.open(ledger, embedded)
      await view.decide({ kind: 'same', a: a!, b: b!, at: '2024-01-01T00:00:00Z' })
      const outcome = await reconcileStore({ ledger, store: shared })
      expect(outcome.written).toBeGreaterThan(0)
      expect(await dump(shared)).toEqual(await dump(embedded))
    })
    test('服务器里被人改了、删了的，推送以后复原', async () => {
      const before = await dump(shared)
      const [damaged] = samples.ids.filter((id) => id.startsWith('district/'))
      await shared.removeDocument('', { entities: [], relations: [], gone: { entities: [damaged!], relations: [] } })
      await shared.removeDocument(ledger.entries()[0]!.id, { entities: [], relations: [], gone: { entities: [], relations: [] } })
      expect(await dump(shared)).not.toEqual(before)
      await reconcileStore({ ledger, store: shared })
      expect(await dump(shared)).toEqual(before)
    })
    test('绕过本程序删的，数目对不上，推送以后复原；改的属性，逐个核对才看得出', async () => {
      const before = await dump(shared)
      const { uri, auth, database } = readAddress({ uri: server.uri }, process.env)
      const driver = neo4j.driver(uri, auth)
      const byHand = (cypher: string): Promise<unknown> => driver.executeQuery(cypher, {}, database === undefined ? {} : { database })
      try {
        await byHand('MATCH (h:Hospital) WITH h ORDER BY h.id LIMIT 1 DETACH DELETE h')
        expect((await reconcileStore({ ledger, store: shared })).written).toBeGreaterThan(0)
        expect(await dump(shared)).toEqual(before)
        await byHand("MATCH (h:Hospital) WITH h ORDER BY h.id LIMIT 1 SET h.name = '改过的'")
        expect(await reconcileStore({ ledger, store: shared })).toMatchObject({ written: 0 })
        expect((await reconcileStore({ ledger, store: shared }, { compare: true })).written).toBeGreaterThan(0)
        expect(await dump(shared)).toEqual(before)
      } finally {
        await driver.close()
      }
    })
    test('直接读进 Neo4j，与读进内嵌的一样', async () => {
      const other = mkdtempSync(join(tmpdir(), 'atlas-direct-'))
      const fresh = await Ledger.open(other)
      expect(await codeOf(readPaths([REPORTS], { ledger: fresh, store: shared, ...tools }))).toBe('store.other-folder')
      await reconcileStore({ ledger: fresh, store: shared }, { replace: true })
      expect((await shared.stats()).nodes).toMatchObject({ Document: 0, Hospital: 0, Claim: 0 })
      await readPaths([REPORTS], { ledger: fresh, store: shared, ...tools })
      const direct = await dump(shared)
      expect(await reconcileStore({ ledger: fresh, store: shared })).toMatchObject({ written: 0, removed: 0, unchanged: 5 })
      expect(await dump(shared)).toEqual(direct)
      fresh.close()
      rmSync(other, { recursive: true, force: true })
    })
    test('中断的推送停在整份文档上，再来一次就完成', async () => {
      const controller = new AbortController()
      const onProgress = (done: number): void => (done === 2 ? controller.abort() : undefined)
      const stopped = await reconcileStore({ ledger, store: shared }, { replace: true, signal: controller.signal, onProgress })
      expect(stopped).toMatchObject({ cancelled: true })
      await reconcileStore({ ledger, store: shared })
      expect(await dump(shared)).toEqual(await dump(embedded))
    })
  })

  describe('命令', () => {
    let own: string
    beforeAll(async () => {
      own = mkdtempSync(join(tmpdir(), 'atlas-push-'))
      const fresh = await Ledger.open(own)
      const store = await openStore({ kind: 'embedded', folder: own })
      await readPaths([REPORTS], { ledger: fresh, store, ...tools })
      await store.close()
      fresh.close()
    })
    afterAll(() => rmSync(own, { recursive: true, force: true }))

    test('push：别人的不动，说换才换，第二次什么也不写', async () => {
      const args = ['--to', server.uri, '--data', own]
      const refused = await runCli('push', args)
      expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('[store.other-folder]') })
      expect(await runCli('push', [...args, '--replace'])).toMatchObject({ code: 0, err: expect.stringMatching(/份文档，移除 0 份/) })
      expect((await runCli('push', args)).err).toBe('推送了 0 份文档，移除 0 份，5 份没有变化。\n')
    }, 120_000)
    test('push：没有地址、连不上，各说一句，不是一串堆栈', async () => {
      expect(await runCli('push', [])).toMatchObject({ code: 2, err: expect.stringContaining('--to') })
      const nowhere = await runCli('push', ['--to', 'bolt://127.0.0.1:9', '--data', own])
      expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('[store.unavailable]') })
      expect(nowhere.err).not.toMatch(/\n\s+at /)
    }, 120_000)
    test('start --neo4j：自己的接着用；别人的只供查看，不读入', async () => {
      expect(await statusOf(['--neo4j', server.uri, '--data', own])).toBe(5)
      const empty = mkdtempSync(join(tmpdir(), 'atlas-empty-'))
      expect(await statusOf(['--neo4j', server.uri, '--data', empty])).toBe(5)
      expect(await shared.owner?.()).not.toBeUndefined()
      const ledgerOfOther = await Ledger.open(empty)
      expect(ledgerOfOther.entries()).toEqual([])
      ledgerOfOther.close()
      rmSync(empty, { recursive: true, force: true })
    }, 120_000)
  })
}

/** Starts the app, asks it how many documents it has, and ends it. */
async function statusOf(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'web/server/start.ts', '--port', '0', ...args], { cwd: ROOT })
  let [out, err] = ['', '']
  child.stderr.on('data', (data: Buffer) => (err += String(data)))
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      out += String(data)
      const found = /http:\S+/.exec(out)?.[0]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(err)))
  })
  const ended = once(child, 'exit')
  try {
    const response = await fetch(new URL('api/status', address))
    return statusSchema.parse(await response.json()).documents
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
