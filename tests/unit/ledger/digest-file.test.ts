import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Ledger } from '../../../ingest/ledger/index.ts'
import type { Digest } from '../../../ingest/resolve/digest.ts'
import { digestDocument } from '../../../ingest/resolve/digest.ts'
import { recordOf } from '../resolve/records.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yilian-digests-'))
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

const hospital = { entity: 'hospital/330213/人民医院', label: 'Hospital', name: '宁波市奉化区人民医院', surface: '奉化区人民医院' } as const
const partner = { entity: 'hospital/330200/第一医院', label: 'Hospital', name: '宁波市第一医院' } as const
const cooperation = {
  kind: 'relation',
  type: 'COOPERATES_WITH',
  subject: hospital.entity,
  object: partner.entity,
  basis: 'text',
  attrs: { form: '医联体', status: 'in_effect' },
} as const
const records = [1, 2, 3].map((number) =>
  recordOf({
    text: `奉化区人民医院与宁波市第一医院组建医联体，第${number}份。`,
    path: `/reports/${number}.txt`,
    mentions: [hospital, partner],
    claims: [cooperation, { kind: 'statement', subject: hospital.entity, key: 'beds', value: 100 + number }],
  }),
)

async function withLedger<T>(use: (ledger: Ledger) => Promise<T> | T): Promise<T> {
  const ledger = await Ledger.open(folder)
  try {
    return await use(ledger)
  } finally {
    ledger.close()
  }
}

async function putAll(): Promise<void> {
  await withLedger(async (ledger) => {
    for (const record of records) await ledger.put(record)
  })
}

/** A digest without regard to where its things lie. */
function plain(digest: Digest): unknown {
  const { document, entities, statements, relations, sameAs } = digest
  return { document, entities: [...entities], statements: [...statements], relations: [...relations], sameAs }
}

const list = (): string => join(folder, 'index', 'digests.jsonl')

/** Whether opening read any record. */
async function countRecordsRead(): Promise<number> {
  const parse = vi.spyOn(JSON, 'parse')
  await withLedger(() => undefined)
  const read = parse.mock.calls.filter(([text]) => text.startsWith('{"format":1,"document"')).length
  parse.mockRestore()
  return read
}

test('存到盘上的摘要与在内存里的一样', async () => {
  await putAll()
  await withLedger((ledger) => {
    expect(ledger.entries()).toHaveLength(3)
    for (const record of records) {
      const stored = ledger.index.digests.get(record.document.id)
      expect(stored === undefined ? undefined : plain(stored)).toEqual(plain(digestDocument(record)))
    }
    expect(ledger.index.naming([hospital.entity])).toHaveLength(3)
    expect(ledger.index.namingBoth([hospital.entity], [partner.entity])).toHaveLength(3)
    expect(ledger.index.naming(['hospital/330282/人民医院'])).toEqual([])
    expect(ledger.index.digests.get(records[0]?.document.id ?? '')?.entities.get('district/330282')).toBeUndefined()
  })
})

test('再打开时一份记录也不读', async () => {
  await putAll()
  expect(await countRecordsRead()).toBe(0)
})

test('目录没了、写坏了、少了一截，就从记录重做，什么也不少', async () => {
  const damages: (() => Promise<void>)[] = [
    async () => rm(join(folder, 'index'), { recursive: true }),
    async () => writeFile(list(), 'nonsense'),
    async () => appendFile(list(), '{"facts":{"id":'),
    async () => truncate(list(), Math.floor((await stat(list())).size / 2)),
    async () => truncate(join(folder, 'index', (await readdir(join(folder, 'index'))).find((name) => name.endsWith('.dat')) ?? ''), 10),
  ]
  await putAll()
  for (const damage of damages) {
    await damage()
    await withLedger((ledger) => {
      expect(ledger.problems).toEqual([])
      expect(ledger.index.naming([hospital.entity]).map(plain)).toHaveLength(3)
    })
    expect(await countRecordsRead()).toBe(0)
  }
})

test('记录在别处改过，就重读那一份', async () => {
  await putAll()
  const [record] = records
  if (record === undefined) throw new Error('no record')
  await utimes(join(folder, 'documents', `${record.document.id}.json`), 1, 1)
  expect(await countRecordsRead()).toBe(1)
  expect(await countRecordsRead()).toBe(0)
})

test('没有正常退出时，写坏的摘要不被采用', async () => {
  await putAll()
  const name = (await readdir(join(folder, 'index'))).find((one) => one.endsWith('.dat')) ?? ''
  const path = join(folder, 'index', name)
  const bytes = await readFile(path)
  await writeFile(path, bytes.fill(0, bytes.length - 40))
  await writeFile(join(folder, 'lock'), '999999999\n')
  await withLedger((ledger) => {
    for (const record of records) {
      const stored = ledger.index.digests.get(record.document.id)
      expect(stored === undefined ? undefined : plain(stored)).toEqual(plain(digestDocument(record)))
    }
  })
})

test('改了又改，旧的摘要会收走', async () => {
  await putAll()
  for (let round = 0; round < 3; round++)
    await withLedger(async (ledger) => {
      for (let time = 0; time < 400; time++) for (const record of records.slice(0, 1)) await ledger.put(record)
    })
  await withLedger(() => undefined)
  const lines = (await readFile(list(), 'utf8')).trim().split('\n')
  expect(lines.length).toBeLessThan(1100)
  await withLedger((ledger) => expect(ledger.index.naming([hospital.entity])).toHaveLength(3))
})

test('拿掉的不再有，旁观也看得见', async () => {
  await putAll()
  await withLedger(async (ledger) => ledger.remove(records[1]?.document.id ?? ''))
  await withLedger((ledger) => expect(ledger.index.naming([partner.entity])).toHaveLength(2))
  const beside = await Ledger.peek(folder)
  expect(beside.index.naming([partner.entity])).toHaveLength(2)
  beside.close()
})
