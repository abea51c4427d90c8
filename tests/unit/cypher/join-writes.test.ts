/** Several writes as one: what they leave one after the other is what the joined one leaves. */
import { describe, expect, test } from 'vitest'
import { joinWrites, shareOf } from '../../../cypher/store/join-writes.ts'
import type { DocumentWrite } from '../../../cypher/store/port.ts'
import { documents, entity, fixtureWrite, ids, relation } from '../../contract/fixture.ts'

const bare = { entities: [], relations: [], gone: { entities: [], relations: [] } }
const write = (id: string, more: Partial<DocumentWrite>): DocumentWrite => ({ ...fixtureWrite(id), ...bare, ...more })
const named = (name: string) => entity(ids.cixi, 'District', name)
const membership = relation('MEMBER_OF', [ids.fenghuaTcm, ids.consortium])

describe('几份文档一次写', () => {
  test('同一个东西以后说的为准', () => {
    const joined = joinWrites([
      write(documents.cixi2022, { entities: [named('甲')] }),
      write(documents.fenghua2022, { entities: [named('乙')] }),
    ])
    expect(joined.documents.map(({ document }) => document.id)).toEqual([documents.cixi2022, documents.fenghua2022])
    expect(joined.entities.map(({ name }) => name)).toEqual(['乙'])
  })
  test('先写后去的不写；先去后写的，去掉再写', () => {
    const gone = { entities: [ids.cixi], relations: [membership.id] }
    const first = write(documents.cixi2022, { entities: [named('甲')], relations: [membership] })
    const second = write(documents.fenghua2022, { gone })
    expect(joinWrites([first, second])).toMatchObject({ entities: [], relations: [], gone })
    expect(joinWrites([second, first])).toMatchObject({ entities: [named('甲')], relations: [membership], gone })
  })
  test('同一份文档写两次，后一次的算', () => {
    const joined = joinWrites([write(documents.cixi2022, { stamp: 'a' }), write(documents.cixi2022, { stamp: 'b', claims: [] })])
    expect(joined.documents).toMatchObject([{ stamp: 'b', claims: [] }])
  })
  test('一份文档占一次写入的多少，看行数，也看字数', () => {
    const small = write(documents.cixi2022, { claims: [] })
    expect(shareOf(small)).toBeLessThan(0.001)
    const long = { ...small, document: { ...small.document, text: 'x'.repeat(4_000_000) } }
    expect(shareOf(long)).toBe(1)
  })
})
