/** The kernels on graphs worked out by hand, and beside a reference that counts everything the slow way. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBetweenness } from '../../../cypher/algorithms/betweenness.ts'
import { findCommunities, findComponents } from '../../../cypher/algorithms/communities.ts'
import { degreeOf, edgeCount, foldEdges, neighboursOf, type FoldedGraph } from '../../../cypher/algorithms/folded-graph.ts'
import { projectShared } from '../../../cypher/algorithms/projection.ts'
import { drawNumbers, randomFrom } from '../../../cypher/algorithms/random.ts'
import { findReach } from '../../../cypher/algorithms/reach.ts'
import { betweennessOf, componentsOf, distancesFrom, sharedOf, type Edge } from './reference.ts'

function graphOf(size: number, edges: readonly Edge[], weight = 1): FoldedGraph {
  return foldEdges(size, {
    from: Int32Array.from(edges, ([a]) => a),
    to: Int32Array.from(edges, ([, b]) => b),
    weights: Float64Array.from(edges, () => weight),
  })
}

const all = (size: number): Int32Array => Int32Array.from({ length: size }, (_, node) => node)

/** 0—1—2—3—4 */
const PATH: readonly Edge[] = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
]
/** Two triangles 0-1-2 and 3-4-5, joined by 2—3. */
const BOW: readonly Edge[] = [
  [0, 1],
  [1, 2],
  [0, 2],
  [3, 4],
  [4, 5],
  [3, 5],
  [2, 3],
]

const someGraph = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 40 }),
  }),
)
const RUNS = { numRuns: 150, seed: 20240501 }

describe('折成简单图', () => {
  test('平行边合一，权重相加；自环略去；邻居升序', () => {
    const graph = graphOf(
      4,
      [
        [2, 1],
        [1, 2],
        [3, 1],
        [1, 0],
        [2, 2],
      ],
      2,
    )
    expect([...neighboursOf(graph, 1)]).toEqual([0, 2, 3])
    expect([...graph.weights.subarray(graph.offsets[1], graph.offsets[2])]).toEqual([2, 4, 2])
    expect([edgeCount(graph), degreeOf(graph, 2), degreeOf(graph, 0)]).toEqual([3, 1, 1])
  })
  test('没有边、没有节点', () => {
    expect(edgeCount(graphOf(3, []))).toBe(0)
    expect(edgeCount(graphOf(0, []))).toBe(0)
  })
  test('与边的次序和方向无关', () => {
    fc.assert(
      fc.property(someGraph, ({ size, edges }) => {
        const turned = [...edges].reverse().map(([a, b]): Edge => [b, a])
        expect(graphOf(size, turned)).toEqual(graphOf(size, edges))
      }),
      RUNS,
    )
  })
})

describe('中介中心性', () => {
  test('一条线：中间的在全部路径上', () => {
    const { scores, errors } = findBetweenness(graphOf(5, PATH), all(5))
    // Ordered pairs of others: 4 × 3 = 12. Node 1 lies between 0 and {2,3,4}: 6 of 12; node 2 between {0,1} and {3,4}: 8 of 12.
    expect([...scores].map((score) => score * 12)).toEqual([0, 6, 8, 6, 0])
    expect([...errors]).toEqual([0, 0, 0, 0, 0])
  })
  test('一颗星：中心是 1，其余是 0', () => {
    const star = graphOf(5, [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
    ])
    expect([...findBetweenness(star, all(5)).scores]).toEqual([1, 0, 0, 0, 0])
  })
  test('四边形：两条最短路径各记一半', () => {
    const square = graphOf(4, [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
    ])
    // Each node lies on one of the two paths between its neighbours, both ways: 2 × 1/2 of 3 × 2 pairs.
    for (const score of findBetweenness(square, all(4)).scores) expect(score).toBeCloseTo(1 / 6, 12)
  })
  test('太小的图没有之间可言', () => {
    expect([...findBetweenness(graphOf(2, [[0, 1]]), all(2)).scores]).toEqual([0, 0])
    expect([...findBetweenness(graphOf(0, []), all(0)).scores]).toEqual([])
  })
  test('与逐对数路径的结果相同', () => {
    fc.assert(
      fc.property(someGraph, ({ size, edges }) => {
        const { scores } = findBetweenness(graphOf(size, edges), all(size))
        betweennessOf(size, edges).forEach((expected, node) => expect(scores[node]).toBeCloseTo(expected, 9))
      }),
      RUNS,
    )
  })
  test('抽样：全抽就是精确；抽一部分时，前列的真值在两倍标准误之内', () => {
    const random = randomFrom(7)
    const edges = Array.from({ length: 900 }, (): Edge => [Math.floor(random() ** 2 * 300), Math.floor(random() * 300)])
    const graph = graphOf(300, edges)
    const exact = findBetweenness(graph, all(300))
    expect(findBetweenness(graph, drawNumbers(300, 300, 3))).toEqual(exact)
    const estimated = findBetweenness(graph, drawNumbers(300, 100, 3))
    // Of nodes that few paths need, few draws tell; the error holds for those that people look for.
    const leading = [...exact.scores.keys()].sort((a, b) => exact.scores[b]! - exact.scores[a]!).slice(0, 50)
    const isWithin = (node: number): boolean => Math.abs(estimated.scores[node]! - exact.scores[node]!) <= 2 * estimated.errors[node]!
    expect(leading.filter(isWithin).length).toBeGreaterThanOrEqual(45)
    const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(estimated.scores) / mean(exact.scores)).toBeCloseTo(1, 1)
  })
})

describe('社群与连通分支', () => {
  test('两个三角形是两个社群，按大小、按最小的节点编号', () => {
    const { groups, sizes, modularity } = findCommunities(graphOf(6, BOW), { resolution: 1, seed: 1 })
    expect([...groups]).toEqual([1, 1, 1, 2, 2, 2])
    expect([...sizes]).toEqual([3, 3])
    // Each triangle holds 3 of 7 edges and half of the degrees: 2 × (3/7 − 1/4).
    expect(modularity).toBeCloseTo(2 * (3 / 7 - 1 / 4), 12)
  })
  test('权重大的边把两端拉到一起', () => {
    const graph = foldEdges(4, {
      from: Int32Array.from([0, 1, 2]),
      to: Int32Array.from([1, 2, 3]),
      weights: Float64Array.from([1, 50, 1]),
    })
    const { groups } = findCommunities(graph, { resolution: 1, seed: 1 })
    expect(groups[1]).toBe(groups[2])
  })
  test('同一种子，结果相同；每个节点都有社群；一个社群不跨连通分支', () => {
    fc.assert(
      fc.property(someGraph, fc.nat(1000), ({ size, edges }, seed) => {
        const graph = graphOf(size, edges)
        const found = findCommunities(graph, { resolution: 1, seed })
        expect(findCommunities(graph, { resolution: 1, seed })).toEqual(found)
        expect(found.sizes.reduce((sum, count) => sum + count, 0)).toBe(size)
        const parts = componentsOf(size, edges)
        const partByGroup = new Map<number, number>()
        found.groups.forEach((group, node) => {
          expect(group).toBeGreaterThan(0)
          expect(partByGroup.get(group) ?? parts[node]).toBe(parts[node])
          partByGroup.set(group, parts[node]!)
        })
      }),
      { ...RUNS, numRuns: 60 },
    )
  })
  test('连通分支：与逐个合并的结果相同，从大到小编号', () => {
    fc.assert(
      fc.property(someGraph, ({ size, edges }) => {
        const { groups, sizes } = findComponents(graphOf(size, edges))
        const parts = componentsOf(size, edges)
        for (let a = 0; a < size; a += 1) for (let b = 0; b < size; b += 1) expect(groups[a] === groups[b]).toBe(parts[a] === parts[b])
        expect([...sizes]).toEqual([...sizes].sort((a, b) => b - a))
        groups.forEach((group) => expect(sizes[group - 1]).toBe(groups.filter((other) => other === group).length))
      }),
      RUNS,
    )
  })
})

describe('几步邻域', () => {
  test('一条线上走两步；同样远的由最小的节点经过', () => {
    const { nodes, steps, through } = findReach(graphOf(5, PATH), 2, 2)
    expect([[...nodes], [...steps], [...through]]).toEqual([
      [1, 3, 0, 4],
      [1, 1, 2, 2],
      [2, 2, 1, 3],
    ])
  })
  test('与逐步扩散的结果相同', () => {
    fc.assert(
      fc.property(someGraph, fc.integer({ min: 1, max: 6 }), fc.nat(13), ({ size, edges }, hops, at) => {
        const source = at % size
        const { nodes, steps, through } = findReach(graphOf(size, edges), source, hops)
        const distances = distancesFrom(size, edges, source)
        const expected = distances.flatMap((distance, node) => (distance > 0 && distance <= hops ? [[node, distance]] : []))
        const found = Array.from(nodes, (node, place) => [node, steps[place]!] as [number, number])
        expect([...found].sort(([a], [b]) => a - b)).toEqual(expected)
        found.forEach(([node, step], place) => {
          const before = through[place]!
          expect(distances[before]).toBe(step - 1)
          const ways = edges.flatMap(([a, b]) => (a === node ? [b] : b === node ? [a] : [])).filter((way) => distances[way] === step - 1)
          expect(before).toBe(Math.min(...ways))
        })
      }),
      RUNS,
    )
  })
})

describe('单模投影', () => {
  test('两家共有两个伙伴', () => {
    const having = [Int32Array.from([4, 5, 6]), Int32Array.from([5, 6]), Int32Array.from([4])]
    expect(projectShared({ having, size: 7, least: 1, mostPairs: 10 })).toEqual({
      pairs: [
        [0, 1],
        [0, 2],
      ],
      shared: [2, 1],
      counted: 2,
      bound: 1,
    })
    expect(projectShared({ having, size: 7, least: 2, mostPairs: 10 }).pairs).toEqual([[0, 1]])
    expect(projectShared({ having, size: 7, least: 1, mostPairs: 1 })).toEqual({ pairs: [[0, 1]], shared: [2], counted: 2, bound: 2 })
    expect(projectShared({ having: [], size: 0, least: 1, mostPairs: 1 }).pairs).toEqual([])
  })
  test('与两两求交集的结果相同', () => {
    const sets = fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 8 }), { maxLength: 10 })
    fc.assert(
      fc.property(sets, fc.integer({ min: 1, max: 4 }), (lists, least) => {
        const having = lists.map((list) => Int32Array.from(list).sort())
        const { pairs, shared } = projectShared({ having, size: 10, least, mostPairs: 1000 })
        expect(pairs.map(([a, b], at) => [a, b, shared[at]])).toEqual(sharedOf(lists, least))
      }),
      RUNS,
    )
  })
})

describe('单模投影：对太多', () => {
  test('留下的就是共有最多的那些，一对不少；一样多的要么都在，要么都不在', () => {
    const sets = fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 8 }), { minLength: 4, maxLength: 14 })
    fc.assert(
      fc.property(sets, fc.integer({ min: 1, max: 12 }), (lists, mostPairs) => {
        const having = lists.map((list) => Int32Array.from(list).sort())
        const { pairs, shared, counted, bound } = projectShared({ having, size: 10, least: 1, mostPairs })
        expect(pairs.length).toBeLessThanOrEqual(mostPairs)
        expect(counted).toBe(sharedOf(lists, 1).length)
        expect(pairs.map(([a, b], at) => [a, b, shared[at]])).toEqual(sharedOf(lists, bound))
      }),
      RUNS,
    )
  })
})

describe('抽取', () => {
  test('各不相同，升序，同一种子相同；不够抽就全要', () => {
    const drawn = drawNumbers(1000, 100, 5)
    expect(new Set(drawn).size).toBe(100)
    expect([...drawn]).toEqual([...drawn].sort((a, b) => a - b))
    expect(drawNumbers(1000, 100, 5)).toEqual(drawn)
    expect(drawNumbers(1000, 100, 6)).not.toEqual(drawn)
    expect([...drawNumbers(3, 9, 1)]).toEqual([0, 1, 2])
  })
})
