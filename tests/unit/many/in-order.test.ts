import { expect, test } from 'vitest'
import { inOrder } from '../../../ingest/many/in-order.ts'

const later = async <T>(value: T, ms: number): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), ms))

async function collect<T>(from: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of from) all.push(one)
  return all
}

test('按原来的次序给出，同时不多于给定的件数', async () => {
  let [under, most] = [0, 0]
  const work = async (item: number): Promise<number> => {
    most = Math.max(most, (under += 1))
    const result = await later(item * 10, item % 3 === 0 ? 12 : 1)
    under -= 1
    return result
  }
  const items = Array.from({ length: 20 }, (_, index) => index)
  expect(await collect(inOrder(items, 4, work))).toEqual(items.map((item) => ({ item, result: item * 10 })))
  expect(most).toBe(4)
})

test('没有东西就没有结果', async () => {
  expect(await collect(inOrder([], 3, async () => 1))).toEqual([])
})

test('提前停下时，已经开始的等它做完', async () => {
  let finished = 0
  const work = async (item: number): Promise<number> => later(item, 5).then((value) => ((finished += 1), value))
  for await (const { item } of inOrder([1, 2, 3, 4, 5, 6], 3, work)) if (item === 1) break
  expect(finished).toBe(3)
})

test('失败轮到它时才说，后面的失败不成为无主的失败', async () => {
  const work = async (item: number): Promise<number> => {
    if (item >= 2) throw new Error(`第${item}件`)
    return item
  }
  await expect(collect(inOrder([1, 2, 3], 3, work))).rejects.toThrow('第2件')
})
