/** The definitions, and the thread on which the work is done: within its time, beside the server's loop, and alive after a failure. */
import { describe, expect, test } from 'vitest'
import { algorithmNames, algorithms, runAlgorithm, type AlgorithmDefinition } from '../../../cypher/algorithms/index.ts'
import { nameColumns } from '../../../cypher/algorithms/answer.ts'
import { foldEdges, type FoldedGraph } from '../../../cypher/algorithms/folded-graph.ts'
import { affordableSources } from '../../../cypher/algorithms/over-network.ts'
import { drawNumbers, randomFrom } from '../../../cypher/algorithms/random.ts'
import { work } from '../../../cypher/algorithms/work.ts'
import { queryByName } from '../../../cypher/queries/registry.ts'
import { codeOf } from '../../contract/suite.ts'
import type { GraphStore } from '../../../cypher/store/port.ts'
import { makeNetwork } from './make-network.ts'

const definitions: readonly (AlgorithmDefinition & { readonly name: string })[] = algorithmNames.map((name) => ({
  name,
  ...algorithms[name],
}))

function randomGraph(size: number, edges: number): FoldedGraph {
  const random = randomFrom(5)
  const ends = (): Int32Array => Int32Array.from({ length: edges }, () => Math.floor(random() * size))
  return foldEdges(size, { from: ends(), to: ends(), weights: new Float64Array(edges).fill(1) })
}

describe('定义', () => {
  test.each(definitions)('$name：参数、列与说明齐全', ({ title, purpose, parameters, columns, shows, limit }) => {
    for (const caption of [title, purpose, ...parameters.map((one) => one.caption), ...columns.map((one) => one.caption)]) {
      expect(caption.zh).toMatch(/\p{Script=Han}/u)
      expect(caption.en).toMatch(/^[A-Z][^\p{Script=Han}]*$/u)
    }
    for (const { usual, schema } of parameters) if (usual !== undefined) expect(schema.safeParse(usual).success).toBe(true)
    const names = columns.map((one) => one.name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names)
      if (name in nameColumns) expect([name, names.includes(nameColumns[name] ?? '') || name === 'name']).toEqual([name, true])
    if (shows !== undefined) expect(names).toEqual(expect.arrayContaining(['id', 'label', 'name', shows.column]))
    expect(limit).toBeGreaterThan(0)
  })
  test('说明各不相同', () => {
    expect(new Set(definitions.map(({ purpose }) => purpose.zh)).size).toBe(definitions.length)
  })
})

describe('抽样的起点', () => {
  test('小图全取，大图取得起的，再大也不少于两百', () => {
    const of = (size: number, edges: number): number => affordableSources({ size, neighbours: new Int32Array(edges * 2) })
    expect(of(2000, 10_000)).toBe(2000)
    expect(of(20_000, 100_000)).toBe(454)
    expect(of(100_000, 1_000_000)).toBe(200)
    expect(of(0, 0)).toBe(0)
  })
})

describe('另一条线程', () => {
  const graph = randomGraph(4000, 20_000)
  const sources = drawNumbers(4000, 4000, 1)
  const patient = { timeout: 120_000 }

  test('算的时候，这边的循环照转', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    await work({ task: 'betweenness', given: { graph, sources: sources.slice(0, 1000) } }, patient)
    clearInterval(timer)
    // Each turn is one in which the server would have answered someone.
    expect(turns).toBeGreaterThan(20)
  })
  test('超过时限就中止，下一个照算', async () => {
    expect(await codeOf(work({ task: 'betweenness', given: { graph, sources } }, { timeout: 30 }))).toBe('algorithm.timeout')
    const small = randomGraph(5, 6)
    expect((await work({ task: 'components', given: { graph: small } }, patient)).groups).toHaveLength(5)
  })
  test('取消也一样；排着队的也能取消，等的时间算在时限里', async () => {
    const controller = new AbortController()
    const running = work({ task: 'betweenness', given: { graph, sources } }, { ...patient, signal: controller.signal })
    const waiting = work({ task: 'components', given: { graph } }, { timeout: 1 })
    const wanted = work({ task: 'components', given: { graph } }, patient)
    setTimeout(() => controller.abort(), 50)
    expect(await codeOf(running)).toBe('store.cancelled')
    expect(await codeOf(waiting)).toBe('algorithm.timeout')
    expect((await wanted).sizes[0]).toBeGreaterThan(1000)
  })
  test('同时问的各得各的回答', async () => {
    const graphs = [3, 4, 5, 6].map((size) => randomGraph(size, size))
    const answers = await Promise.all(graphs.map((one) => work({ task: 'components', given: { graph: one } }, patient)))
    expect(answers.map(({ groups }) => groups.length)).toEqual([3, 4, 5, 6])
  })
})

describe('行的次序', () => {
  const made = makeNetwork({ districts: 20, hospitals: 60, consortia: 5, programs: 10, relations: 200, seed: 2 })
  /** A store that knows the two queries, and gives relations in whatever order. */
  function storeOf(order: 1 | -1): Pick<GraphStore, 'read'> {
    const columns = ['id', 'types', 'ends', 'forms', 'statuses', 'firstYears', 'lastYears', 'documents', 'confidences']
    const lines = made.relations
      .map((one) => [
        one.from,
        [one.type],
        [one.to],
        [one.attrs['forms'] ?? []],
        [one.attrs['status'] ?? ''],
        [one.firstYear ?? 0],
        [one.lastYear ?? 0],
        [one.documents],
        [one.confidence],
      ])
      .sort(() => order)
    return {
      read: (cypher) =>
        Promise.resolve({
          ...(cypher === queryByName('list-network-lines').cypher
            ? { columns, rows: order > 0 ? lines : [...lines].reverse() }
            : { columns: ['id', 'name'], rows: made.entities.map(({ id, name }) => [id, name]) }),
          limitHit: false,
          milliseconds: 0,
        }) as ReturnType<GraphStore['read']>,
    }
  }
  test.each(['degree', 'betweenness', 'communities', 'components', 'projection'])('%s：与读入的次序无关', async (name) => {
    const run = async (order: 1 | -1) => (await runAlgorithm(storeOf(order), { name, params: {} })).rows
    const rows = await run(1)
    expect(rows.length).toBeGreaterThan(5)
    expect(await run(-1)).toEqual(rows)
  })
})
