/** Reading into a real store: any order, twice, or one by one gives the same graph; what is taken out leaves nothing behind. */
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type GraphStore } from '../../cypher/store/index.ts'
import {
  createSegmenter,
  Ledger,
  loadLexicon,
  readPaths,
  rebuildStore,
  removeDocument,
  StoreView,
  type Summary,
} from '../../ingest/index.ts'

const REPORTS = fileURLToPath(new URL('../../seeds/reports/', import.meta.url))
const tools = { lexicon: loadLexicon(), segment: createSegmenter() }

let base: string
let files: string[]

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'yilian-order-'))
  const names = (await readdir(REPORTS)).filter((name) => name.endsWith('.txt')).sort()
  files = names.map((name) => join(REPORTS, name))
})
afterAll(async () => rm(base, { recursive: true, force: true }))

let rooms = 0
async function inRoom<T>(
  use: (room: { ledger: Ledger; store: GraphStore; read: (paths: readonly string[]) => Promise<Summary> }) => Promise<T>,
): Promise<T> {
  const folder = join(base, `room-${(rooms += 1)}`)
  const ledger = await Ledger.open(folder)
  const store = await openStore({ kind: 'embedded', folder })
  try {
    return await use({ ledger, store, read: (paths) => readPaths(paths, { ledger, store, ...tools }) })
  } finally {
    await store.close()
    ledger.close()
  }
}

/** Everything in the store, without the engine's own ids. */
async function dump(store: GraphStore): Promise<unknown[]> {
  const limits = { limit: 100_000, timeout: 60_000 }
  const nodes = await store.read('MATCH (n) RETURN n.id, labels(n), properties(n)', {}, limits)
  const relations = await store.read('MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r)', {}, limits)
  return [...nodes.rows, ...relations.rows].map((row) => JSON.stringify(row)).sort()
}

/** Families are a closed list: the node of one may stay when its last program has gone. */
function withoutFamilies(lines: readonly unknown[]): unknown[] {
  return lines.filter((line) => !String(line).startsWith('["family/'))
}

test('三种顺序、读两遍、一个一个读、重建：同一张图', async () => {
  const straight = await inRoom(async ({ store, ledger, read }) => {
    expect(await read(files)).toMatchObject({ read: 5, unchanged: 0, unreadable: 0, cancelled: false })
    const once = await dump(store)
    expect(await read(files)).toMatchObject({ read: 0, unchanged: 5 })
    expect(await dump(store)).toEqual(once)
    await rebuildStore({ ledger, store })
    expect(await dump(store)).toEqual(once)
    const view = await StoreView.open(ledger, store)
    expect(await view.sync()).toBe('in-step')
    return once
  })
  expect(straight.length).toBeGreaterThan(100)
  await inRoom(async ({ store, read }) => {
    await read([...files].reverse())
    expect(await dump(store)).toEqual(straight)
  })
  await inRoom(async ({ store, read }) => {
    for (const index of [2, 0, 4, 1, 3]) await read(files.slice(index, index + 1))
    expect(await dump(store)).toEqual(straight)
  })
}, 120_000)

test('拿掉一份，就像从来没有读过它', async () => {
  const [first, ...others] = files
  const without = await inRoom(async ({ store, read }) => {
    await read(others)
    return withoutFamilies(await dump(store))
  })
  await inRoom(async ({ store, ledger, read }) => {
    await read(files)
    expect(await removeDocument(ledger.entryAt(first!)!.id, { ledger, store })).toBe(true)
    expect(withoutFamilies(await dump(store))).toEqual(without)
    expect(await removeDocument('no such document', { ledger, store })).toBe(false)
  })
}, 120_000)

test('新的内容替换旧版；同样内容的两个文件是一份文档；坏文件各说一句', async () => {
  const folder = join(base, 'reports')
  await mkdir(join(folder, '.hidden'), { recursive: true })
  await copyFile(files[0]!, join(folder, 'a.txt'))
  await copyFile(files[0]!, join(folder, 'b.txt'))
  await copyFile(files[1]!, join(folder, '.hidden', 'c.txt'))
  await writeFile(join(folder, 'empty.txt'), '')
  await writeFile(join(folder, 'picture.bin'), Buffer.from([0, 1, 2, 3]))
  await inRoom(async ({ ledger, read }) => {
    const missing = join(folder, 'missing.txt')
    const summary = await read([folder, missing])
    expect(summary).toMatchObject({ read: 1, unchanged: 1, unreadable: 2 })
    expect(ledger.entries().map(({ paths }) => paths)).toEqual([[join(folder, 'a.txt'), join(folder, 'b.txt')]])
    expect(
      summary.problems
        .flatMap(({ problems }) => problems.map(({ code }) => code))
        .filter((code) => code.startsWith('read.'))
        .sort(),
    ).toEqual(expect.arrayContaining(['read.empty', 'read.passed-over', 'read.vanished']))
    await copyFile(files[1]!, join(folder, 'a.txt'))
    expect(await read([folder])).toMatchObject({ read: 1, replaced: 1 })
    expect(ledger.entries()).toHaveLength(2)
    await copyFile(files[1]!, join(folder, 'b.txt'))
    await read([folder])
    expect(ledger.entries().map(({ paths }) => paths)).toEqual([[join(folder, 'a.txt'), join(folder, 'b.txt')]])
  })
}, 120_000)
