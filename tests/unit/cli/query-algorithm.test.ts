/** `npm run query -- --algorithm`: a table on standard output, what must be known with it on standard error. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { algorithmNames } from '../../../cypher/algorithms/index.ts'
import { openStore } from '../../../cypher/store/index.ts'
import { fixtureWrites, ids } from '../../contract/fixture.ts'
import { runCli } from './run-cli.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yilian-algorithm-'))
  const store = await openStore({ kind: 'embedded', folder })
  for (const write of fixtureWrites) await store.writeDocument(write)
  await store.close()
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

const query = (...args: string[]) => runCli('query', ['--data', folder, ...args])

test('表格：列名、行，另说读了多少、是否还有', async () => {
  const { code, out, err } = await query('--algorithm', 'degree', '--params', '{"types":["COOPERATES_WITH"]}', '--limit', '2')
  expect(code).toBe(0)
  const lines = out.trim().split('\n')
  expect(lines[0]).toMatch(/^id +label +name +neighbours +relations +documents$/)
  expect(lines).toHaveLength(4)
  expect(err).toContain('在 5 个节点、4 条关系（合为 4 条边）上计算；范围之外的关系 10 条')
  expect(err).toContain('只显示了前 2 行，共 5 行')
})

test('JSON：整个回答', async () => {
  const { out } = await query('--algorithm', 'neighbourhood', '--json', '--params', JSON.stringify({ id: ids.cancer, hops: 1 }))
  const answer = JSON.parse(out) as { algorithm: string; rows: { id: string }[]; total: number }
  expect([answer.algorithm, answer.total, answer.rows.map(({ id }) => id)]).toEqual([
    'neighbourhood',
    2,
    [ids.fenghuaHospital, ids.cixiHospital],
  ])
})

test('清单里有每个算法，用法里也有', async () => {
  const { out } = await query('--list')
  for (const name of algorithmNames) expect(out).toMatch(new RegExp(`^${name}  `, 'm'))
  expect(out).toContain('范围：')
  const { err } = await query('--help')
  for (const name of algorithmNames) expect(err).toContain(name)
})

test('参数不对、没有这个算法、与语句一起给：各说一句', async () => {
  expect(await query('--algorithm', 'degree', '--params', '{"types":["X"]}')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('[algorithm.bad-parameter]'),
  })
  expect(await query('--algorithm', 'nosuch')).toMatchObject({ code: 1, err: expect.stringContaining('betweenness') })
  expect(await query('--algorithm', 'degree', 'RETURN 1')).toMatchObject({ code: 2, err: expect.stringContaining('用法') })
  expect(await query('--algorithm', 'degree', '--limit', '20001')).toMatchObject({ code: 2, err: expect.stringContaining('20000') })
})
