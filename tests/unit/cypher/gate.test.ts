/** Who waits at the gate, and what happens to those who give up. */
import { expect, test } from 'vitest'
import { Gate } from '../../../cypher/store/neo4j/gate.ts'

function makeWorks(gate: Gate) {
  const [inside, ends]: [number[], (() => void)[]] = [[], []]
  const start = (name: number, signal?: AbortSignal): Promise<number> =>
    gate.pass(async () => {
      inside.push(name)
      await new Promise<void>((resolve) => (ends[name] = resolve))
      return name
    }, signal)
  return { inside, start, end: (name: number): void => ends[name]?.() }
}
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('一次进这么多，别的按先后等', async () => {
  const { inside, start, end } = makeWorks(new Gate(2))
  const all = [0, 1, 2, 3].map((name) => start(name))
  await settle()
  expect(inside).toEqual([0, 1])
  end(1)
  await settle()
  expect(inside).toEqual([0, 1, 2])
  for (const name of [0, 2]) end(name)
  await settle()
  end(3)
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3])
})
test('出错的也让出位子', async () => {
  const gate = new Gate(1)
  await expect(gate.pass(() => Promise.reject(new Error('x')))).rejects.toThrow('x')
  expect(await gate.pass(async () => 7)).toBe(7)
})
test('等的时候放弃了，马上进去说一声，不占后面的位子', async () => {
  const { inside, start, end } = makeWorks(new Gate(1))
  const controller = new AbortController()
  const all = [start(0), start(1, controller.signal), start(2)]
  await settle()
  controller.abort()
  await settle()
  expect(inside).toEqual([0, 1])
  end(1)
  await settle()
  end(0)
  await settle()
  end(2)
  expect(await Promise.all(all)).toEqual([0, 1, 2])
})
