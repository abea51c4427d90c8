/** Documents in portions: what is written together, what is told when, and what happens after a failure. */
import { expect, test } from 'vitest'
import { BatchWriter } from '../../../ingest/ledger/batch-writer.ts'
import type { DocumentWrite } from '../../../cypher/store/port.ts'
import { fixtureWrite, documents } from '../../contract/fixture.ts'
import { MemoryStore } from './memory-store.ts'

const writeAt = (number: number): DocumentWrite => {
  const { document, ...rest } = fixtureWrite(documents.cixi2022)
  return { ...rest, claims: [], document: { ...document, id: String(number).padStart(64, '0') } }
}

class CountingStore extends MemoryStore {
  readonly sizes: number[] = []
  override prepareDocuments(writes: readonly DocumentWrite[]): () => Promise<void> {
    const write = super.prepareDocuments(writes)
    return () => {
      if (writes.length > 0) this.sizes.push(writes.length)
      return write()
    }
  }
}

test('一批一批写，写完才说，先后不变', async () => {
  const store = new CountingStore()
  const told: string[] = []
  const writer = new BatchWriter(store, async (ids) => void told.push(...ids))
  for (let number = 0; number < 600; number++) await writer.add(writeAt(number))
  await writer.flush()
  expect(store.sizes).toEqual([256, 256, 88])
  expect(told).toEqual(Array.from({ length: 600 }, (_, number) => String(number).padStart(64, '0')))
})
test('要移除的，等前面的写完', async () => {
  const store = new CountingStore()
  const writer = new BatchWriter(store, async () => undefined)
  await writer.add(writeAt(1))
  await writer.remove(writeAt(1).document.id, { entities: [], relations: [], gone: { entities: [], relations: [] } })
  expect(store.claims.size).toBe(0)
})
test('写不进去就说出来，后面的不再写，也不说写好了', async () => {
  const store = new CountingStore()
  store.failAfter = 300
  const told: string[] = []
  const writer = new BatchWriter(store, async (ids) => void told.push(...ids))
  const all = async (): Promise<void> => {
    for (let number = 0; number < 900; number++) await writer.add(writeAt(number))
    await writer.flush()
  }
  await expect(all()).rejects.toThrow('gone')
  expect(told).toHaveLength(256)
  expect(store.sizes).toEqual([256, 256])
})
