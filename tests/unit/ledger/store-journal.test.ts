import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StoreJournal } from '../../../ingest/ledger/store-journal.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yilian-journal-'))
  path = join(folder, 'embedded.jsonl')
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

const nothing = { entities: [], relations: [] }

test('开了头没收尾的记得住，收了尾的记得住印记', async () => {
  const journal = await StoreJournal.open(path)
  await journal.begin(['a', 'b'], { ...nothing, entities: ['hospital/1/x'] })
  await journal.done([['a', 'stamp']])
  const again = await StoreJournal.open(path)
  expect([...again.stamps]).toEqual([['a', 'stamp']])
  expect([...again.unfinished]).toEqual([['b', { ...nothing, entities: ['hospital/1/x'] }]])
})

test('说不清的一旦有了就一直说不清，直到收尾', async () => {
  const journal = await StoreJournal.open(path)
  await journal.begin(['a'], null)
  await journal.begin(['a'], nothing)
  expect(journal.unfinished.get('a')).toBeNull()
  await journal.done([['a', null]])
  expect([journal.unfinished.size, journal.stamps.size]).toEqual([0, 0])
})

test('断在半行的不算', async () => {
  const journal = await StoreJournal.open(path)
  await journal.done([['a', 'one']])
  await appendFile(path, '{"done":"a","st')
  expect((await StoreJournal.open(path)).stamps.get('a')).toBe('one')
})

test('长了就收拾，意思不变', async () => {
  const journal = await StoreJournal.open(path)
  for (let index = 0; index < 100; index += 1) await journal.done([['a', String(index)]])
  const again = await StoreJournal.open(path)
  expect([...again.stamps]).toEqual([['a', '99']])
  expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(1)
})
