import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Ledger } from '../../../ingest/ledger/index.ts'
import { cooperation, hospital, recordOf, sameAs } from '../resolve/records.ts'
import { ROOT, runCli } from './run-cli.ts'

const LOCAL = hospital('hospital/330213/人民医院', '宁波市奉化区人民医院', { surface: '区人民医院' })
const PARTNER = hospital('hospital/310000/瑞金医院', '上海交通大学医学院附属瑞金医院', { surface: '瑞金医院' })
const OTHER = hospital('hospital/310000/广慈医院', '广慈医院')
const relation = `COOPERATES_WITH(${PARTNER.entity})(${LOCAL.entity})`
const record = recordOf({
  text: '区人民医院与瑞金医院（广慈医院）签约。',
  mentions: [LOCAL, PARTNER, OTHER],
  claims: [cooperation(LOCAL.entity, OTHER.entity, { form: '签约' }), sameAs(PARTNER.entity, OTHER.entity)],
  path: '/reports/a.txt',
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yilian-commands-'))
  const ledger = await Ledger.open(folder)
  await ledger.put(record)
  ledger.close()
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

test('explain 说出关系的句子、规则与归一', async () => {
  const { code, out } = await runCli('explain', ['--data', folder, relation])
  expect(code).toBe(0)
  for (const part of ['“区人民医院与瑞金医院（广慈医院）签约。”', '/reports/a.txt 0–', 'test/rule', `并入 ${OTHER.entity}`])
    expect(out).toContain(part)
})

test('explain 认论断，也认名称的一部分；没有的说没有', async () => {
  const claim = await runCli('explain', ['--data', folder, `claim/${record.document.id.slice(0, 12)}/0`])
  expect(claim).toMatchObject({ code: 0, out: expect.stringContaining(`归入：${relation}`) })
  const found = await runCli('explain', ['--data', folder, '瑞金'])
  expect(found.out).toContain(PARTNER.entity)
  expect(await runCli('explain', ['--data', folder, '协和'])).toMatchObject({ code: 1, out: '', err: '没有 协和\n' })
})

test('不是数据目录、目录正被使用：一句话，不是一串堆栈', async () => {
  const nowhere = await runCli('explain', ['--data', join(folder, 'nowhere'), 'x'])
  expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('不是数据目录') })
  const ledger = await Ledger.open(folder)
  const busy = await runCli('rebuild', ['--data', folder])
  ledger.close()
  expect(busy).toMatchObject({ code: 1, err: expect.stringContaining(`正被进程 ${process.pid} 使用`) })
  expect(nowhere.err + busy.err).not.toMatch(/\n\s+at /)
})

test('eval 对给定的标注打分，不管底线；只给一半的参数说用法', async () => {
  const gold = join(folder, 'gold')
  await mkdir(gold)
  await copyFile(join(ROOT, 'tests/gold/fenghua-2023-feature.json'), join(gold, 'fenghua-2023-feature.json'))
  const { code, out } = await runCli('eval', ['--gold', gold, '--docs', join(ROOT, 'seeds/reports')])
  expect(code).toBe(0)
  expect(out).toMatch(/core relations F1 [01]\.\d{3}/)
  expect(await runCli('eval', ['--gold', gold])).toMatchObject({ code: 2, err: expect.stringContaining('用法') })
})

// These tests segment with @node-rs/jieba, `.ci/run` with the segmenter that is chosen where both load.
test('eval 不给目录时数字不低于底线，换一种分词也一样', async () => {
  const { code, err } = await runCli('eval', [])
  expect({ code, err: err.replaceAll(/^原文件.*\n?/gm, '') }).toEqual({ code: 0, err: '' })
})
