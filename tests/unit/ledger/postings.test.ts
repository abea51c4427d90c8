import { expect, test } from 'vitest'
import { hashKey, Postings } from '../../../ingest/ledger/postings.ts'

/** Numbers below `below`, the same in every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test('与集合的映射一样，加了又减也一样', () => {
  const random = randomOf(7)
  const postings = new Postings()
  const expected = new Map<number, Set<number>>()
  for (let step = 0; step < 20_000; step++) {
    const hash = hashKey(`district/${random(3000)}`)
    const document = random(40)
    const documents = expected.get(hash) ?? new Set<number>()
    expected.set(hash, documents)
    if (documents.has(document)) {
      documents.delete(document)
      postings.remove(hash, document)
    } else {
      documents.add(document)
      postings.add(hash, document)
    }
  }
  for (const [hash, documents] of expected) {
    expect([...postings.of(hash)].sort((a, b) => a - b)).toEqual([...documents].sort((a, b) => a - b))
    expect(postings.count(hash)).toBe(documents.size)
  }
})

test('没有的没有，减没有的什么也不做', () => {
  const postings = new Postings()
  postings.remove(5, 1)
  expect([...postings.of(5)]).toEqual([])
  postings.add(5, 1)
  postings.remove(5, 2)
  expect([...postings.of(5)]).toEqual([1])
})
