/** The contract suite over the embedded store, and what only it has: one file, one process, a child that may die. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EmbeddedStore } from '../../cypher/store/embedded/store.ts'
import { hasGraph, openStore } from '../../cypher/store/index.ts'
import { fixtureWrites } from './fixture.ts'
import { describeAlgorithms } from './algorithms.ts'
import { describeQueries } from './queries.ts'
import { codeOf, describeStore, type StoreUnderTest } from './suite.ts'

async function openEmbedded(): Promise<StoreUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-store-'))
  const store = await openStore({ kind: 'embedded', folder, memoryLimit: 700 * 1024 * 1024 })
  return {
    store,
    dispose: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

describeStore('内嵌图库', openEmbedded)
describeQueries('内嵌图库', openEmbedded)
describeAlgorithms('内嵌图库', openEmbedded)

describe('内嵌图库的文件', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'atlas-file-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const open = () => openStore({ kind: 'embedded', folder })

  test('关了再开，东西都在', async () => {
    expect(hasGraph(folder)).toBe(false)
    const first = await open()
    for (const write of fixtureWrites) await first.writeDocument(write)
    const before = await first.stats()
    await first.close()
    expect(hasGraph(folder)).toBe(true)
    const second = await open()
    expect(await second.stats()).toEqual(before)
    expect(second.recovered).toBeUndefined()
    await second.close()
  })
  test('第二个进程被拒绝，说明原因', async () => {
    const first = await open()
    expect(await codeOf(open())).toBe('store.locked')
    await first.close()
  })
  test('损坏的文件另存，图库从空的开始', async () => {
    writeFileSync(join(folder, 'graph.grafeo'), '这不是图库')
    const store = await open()
    expect(store.recovered).toContain('damaged-1')
    expect(readdirSync(folder)).toContain('graph.grafeo.damaged-1')
    for (const write of fixtureWrites) await store.writeDocument(write)
    expect((await store.stats()).nodes.Document).toBe(3)
    await store.close()
  })
  test('进程被杀，正在写的接着写完，已写的一份不少', async () => {
    const store = await open()
    if (!(store instanceof EmbeddedStore)) throw new Error('not the embedded store')
    for (const write of fixtureWrites) await store.writeDocument(write)
    const first = fixtureWrites[0]!
    const writes = Array.from({ length: 30 }, (_, at) => ({
      ...first,
      document: { ...first.document, id: at.toString(16).padStart(64, '0') },
      claims: first.claims.map((claim) => ({ ...claim, id: `claim/${at.toString(16).padStart(12, '0')}/${claim.id.at(-1)}` })),
    }))
    const written = Promise.all(writes.map((write) => store.writeDocument(write)))
    for (const wait of [20, 120]) {
      await new Promise((resolve) => setTimeout(resolve, wait))
      if (store.pid !== undefined) process.kill(store.pid, 'SIGKILL')
    }
    await written
    expect((await store.stats()).nodes).toMatchObject({ Document: 33, Claim: 9 + 30 * 5, Hospital: 7 })
    await store.close()
  })
  test('装载再大也不因内存上限中断，查询则中止', async () => {
    const store = await openStore({ kind: 'embedded', folder, memoryLimit: 1, queryRoom: 0 })
    if (!(store instanceof EmbeddedStore)) throw new Error('not the embedded store')
    const { pid } = store
    const [first] = fixtureWrites
    if (first === undefined) throw new Error('no fixture')
    const text = '甲医院与乙医院签约。'.repeat(200)
    for (let batch = 0; batch < 12; batch++) {
      const writes = Array.from({ length: 50 }, (_, at) => ({
        ...first,
        document: { ...first.document, id: (batch * 50 + at).toString(16).padStart(64, '0') },
        claims: first.claims.map((claim) => ({ ...claim, id: `claim/${batch}-${at}/${claim.id}`, quote: text })),
      }))
      await store.prepareDocuments(writes)()
    }
    expect(store.pid).toBe(pid)
    expect((await store.stats()).nodes.Document).toBe(600)
    const costly = 'MATCH (a:Claim), (b:Claim) RETURN a.quote + b.quote AS both ORDER BY both'
    expect(await codeOf(store.read(costly))).toBe('store.memory')
    expect((await store.stats()).nodes.Document).toBe(600)
    await store.close()
  })
  test('关掉以后不再回答', async () => {
    const store = await open()
    await store.close()
    await store.close()
    expect(await codeOf(store.read('RETURN 1'))).toBe('store.closed')
  })
})
