/** The trie: longest match, nested terms, values that are replaced. */
import { expect, test } from 'vitest'
import { Trie } from '../../../ingest/grammar/trie.ts'

const trie = new Trie<number>()
for (const [index, term] of ['宁波', '宁波市', '波市', '市', '宁海'].entries()) trie.set(term, index)

test('同一处的各种长短都找到', () => {
  expect(trie.allAt('去宁波市', 1).map(({ to, value }) => [to, value])).toEqual([
    [3, 0],
    [4, 1],
  ])
  expect(trie.allAt('去宁波市', 1, 3)).toHaveLength(1)
})

test('左起最长，不重叠', () => {
  expect([...trie.find('宁波市与市宁海')].map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [4, 5],
    [5, 7],
  ])
})

test('可以不接受某些词', () => {
  expect([...trie.find('宁波市', ({ value }) => value !== 1)].map(({ value }) => value)).toEqual([0, 3])
})

test('没有的词', () => {
  expect(trie.get('宁')).toBeUndefined()
  expect([...trie.find('杭州')]).toEqual([])
})

test('后来的值替换先前的', () => {
  trie.set('宁海', 9)
  expect(trie.get('宁海')).toBe(9)
})
