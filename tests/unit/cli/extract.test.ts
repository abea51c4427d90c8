import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { extractionSchema } from '../../../cypher/model/index.ts'
import { ROOT, runCli } from './run-cli.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yilian-cli-'))
  await writeFile(join(folder, 'empty.txt'), '')
  await writeFile(join(folder, 'binary.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0]))
  await mkdir(join(folder, 'nothing'))
  await writeFile(join(folder, 'nothing', 'photo.jpg'), 'x')
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

const seed = 'seeds/reports/fenghua-2023-feature.txt'

test('标准输出只有合乎约定的 JSON，路径照给的写，引文就是原文', async () => {
  const { code, out, err } = await runCli('extract', [seed, join(folder, 'empty.txt')])
  const extraction = extractionSchema.parse(JSON.parse(out))
  expect(code).toBe(0)
  expect(err).toContain('空文件')
  expect(extraction.documents.map(({ path }) => path)).toContain(seed)
  const failed = extraction.documents.find(({ path }) => path.endsWith('empty.txt'))
  expect(failed?.problems.map((problem) => problem.code)).toEqual(['read.empty'])
  expect(extraction.entities.length).toBeGreaterThan(5)
  for (const { mentions } of extraction.entities) for (const { document } of mentions) expect(document).toBe(seed)
})

test('没有一个能读：每个一句话，退出码 1', async () => {
  const { code, out, err } = await runCli(
    'extract',
    ['empty.txt', 'binary.txt', 'nothing', 'gone.txt'].map((name) => join(folder, name)),
  )
  expect(code).toBe(1)
  const { documents, entities } = extractionSchema.parse(JSON.parse(out))
  expect([documents.length, entities.length]).toEqual([4, 0])
  for (const word of ['空文件', '图片', '没有能读的文件', '不存在', '没有一个文件能读']) expect(err).toContain(word)
  expect(err).not.toMatch(/\n\s+at /)
})

test('--jsonl 一行一份文档，不折叠', async () => {
  const { code, out } = await runCli('extract', ['--jsonl', join(ROOT, seed)])
  expect(code).toBe(0)
  const lines = out.trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(Object.keys(JSON.parse(lines[0]!))).toEqual(['document', 'mentions', 'claims'])
})

test('不给文件、给错选项：说用法，退出码 2', async () => {
  expect(await runCli('extract', [])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('用法') })
  expect(await runCli('extract', ['--nonsense'])).toMatchObject({ code: 2, out: '' })
})
