import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Ledger, LedgerError } from '../../../ingest/ledger/index.ts'
import { recordOf } from '../resolve/records.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yilian-ledger-'))
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

const record = recordOf({ text: '奉化区人民医院', path: '/reports/a.txt' })
const { id } = record.document
const bytes = new TextEncoder().encode('奉化区人民医院')
const decision = { kind: 'same', a: 'x', b: 'y', at: '2022-01-01T00:00:00Z' } as const

async function withLedger<T>(use: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await Ledger.open(folder)
  try {
    return await use(ledger)
  } finally {
    ledger.close()
  }
}

test('存进去的原样读出来，字节在旁边，没有临时文件', async () => {
  await withLedger(async (ledger) => ledger.put(record, bytes))
  await withLedger(async (ledger) => {
    expect(await ledger.read(id)).toEqual(record)
    expect(ledger.entryAt('/reports/a.txt')?.id).toBe(id)
    expect(await readFile(ledger.bytesPath(id), 'utf8')).toBe('奉化区人民医院')
    expect(ledger.problems).toEqual([])
  })
  expect((await readdir(join(folder, 'documents'))).sort()).toEqual([`${id}.json`, `${id}.raw.txt`].sort())
})

test('没有的就是没有', async () => {
  await withLedger(async (ledger) => {
    expect(await ledger.read(id)).toBeUndefined()
    expect(ledger.entryAt('/reports/a.txt')).toBeUndefined()
    await ledger.remove(id)
  })
})

test('拿掉之后什么也不剩', async () => {
  await withLedger(async (ledger) => {
    await ledger.put(record, bytes)
    await ledger.remove(id)
    expect(ledger.entries()).toEqual([])
  })
  expect(await readdir(join(folder, 'documents'))).toEqual([])
})

test('写坏的记录放到一边，说明白，别的照读', async () => {
  const other = recordOf({ text: '慈溪市人民医院' })
  await withLedger(async (ledger) => {
    await ledger.put(record, bytes)
    await ledger.put(other)
  })
  const path = join(folder, 'documents', `${id}.json`)
  await writeFile(path, (await readFile(path, 'utf8')).slice(0, 100))
  await withLedger(async (ledger) => {
    expect(ledger.problems.map(({ code }) => code)).toEqual(['ledger.torn-record'])
    expect(ledger.entries().map((entry) => entry.id)).toEqual([other.document.id])
  })
  expect(await readdir(join(folder, 'documents'))).toContain(`${id}.json.torn`)
  await withLedger(async (ledger) => expect(ledger.problems).toEqual([]))
})

test('决定只往后添；没写完的最后一行去掉，之前的都在', async () => {
  await withLedger(async (ledger) => ledger.decide(decision))
  await appendFile(join(folder, 'decisions.jsonl'), '{"kind":"different","a":"x"')
  await withLedger(async (ledger) => {
    expect(ledger.decisions).toEqual([decision])
    expect(ledger.problems.map(({ code }) => code)).toEqual(['ledger.torn-decision'])
    await ledger.decide({ ...decision, kind: 'different' })
  })
  await withLedger(async (ledger) => expect(ledger.decisions.map(({ kind }) => kind)).toEqual(['same', 'different']))
})

test('同一目录同时只许一个进程，死掉的进程让位', async () => {
  const ledger = await Ledger.open(folder)
  await expect(Ledger.open(folder)).rejects.toThrow(`正被进程 ${process.pid} 使用`)
  ledger.close()
  const dead = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => dead.on('close', resolve))
  await writeFile(join(folder, 'lock'), `${dead.pid}\n`)
  await withLedger(async (again) => expect(again.problems).toMatchObject([{ code: 'ledger.lock-taken-over' }]))
})

test('旁观不加锁、不动手', async () => {
  const ledger = await Ledger.open(folder)
  await ledger.put(record)
  const beside = await Ledger.peek(folder)
  expect((await beside.read(id))?.document.text).toBe('奉化区人民医院')
  beside.close()
  ledger.close()
  await expect(Ledger.peek(join(folder, 'nowhere'))).rejects.toThrow('不是数据目录')
})

test('别的版本的目录不碰', async () => {
  await withLedger(async () => undefined)
  await writeFile(join(folder, 'format'), '99\n')
  await expect(Ledger.open(folder)).rejects.toBeInstanceOf(LedgerError)
  expect(await readdir(folder)).not.toContain('lock')
})

test('不能写的地方说得明白', async () => {
  await writeFile(join(folder, 'file'), '')
  await expect(Ledger.open(join(folder, 'file', 'data'))).rejects.toThrow('--data')
})

test('改动一个接一个，前一个失败不挡后一个', async () => {
  await withLedger(async (ledger) => {
    const order: number[] = []
    const slow = ledger.inTurn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      order.push(1)
      throw new Error('failed')
    })
    const quick = ledger.inTurn(async () => order.push(2))
    await expect(slow).rejects.toThrow('failed')
    await quick
    expect(order).toEqual([1, 2])
  })
})
