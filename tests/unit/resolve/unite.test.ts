import { expect, test } from 'vitest'
import { resolve } from '../../../ingest/resolve/index.ts'
import { cooperation, hospital, recordOf, sameAs } from './records.ts'

const A = hospital('hospital/330282/妇幼保健院', '慈溪市妇幼保健院')
const B = hospital('hospital/330282/妇女儿童医院', '慈溪市妇女儿童医院')
const C = hospital('hospital/330282/妇儿医院', '慈溪妇儿医院')
const text = '慈溪市妇幼保健院（慈溪市妇女儿童医院）又叫慈溪妇儿医院。'
const ab = recordOf({ text, mentions: [A, B, C], claims: [sameAs(A.entity, B.entity)], year: 2021 })
const bc = recordOf({ text, mentions: [A, B, C], claims: [sameAs(B.entity, C.entity)], year: 2022 })
const at = '2022-01-01T00:00:00Z'

test('同一句话说是一家的合成一个，名称取主名，理由留着', () => {
  const { entities } = resolve([bc, ab])
  expect(entities).toHaveLength(1)
  expect(entities[0]).toMatchObject({
    id: A.entity,
    name: '慈溪市妇幼保健院',
    aliases: ['慈溪妇儿医院', '慈溪市妇女儿童医院'],
    united: [
      { id: C.entity, reason: 'test/rule' },
      { id: B.entity, reason: 'test/rule' },
    ],
  })
})

test('"不是同一个"的判定胜过句子，也胜过绕道的合并', () => {
  const apart = resolve([ab, bc], { decisions: [{ kind: 'different', a: A.entity, b: C.entity, at }] })
  expect(apart.entities.map(({ id }) => id)).toEqual([B.entity, A.entity])
  expect(apart.problems.map(({ code }) => code)).toEqual(['resolve.same-as-refused'])
})

test('后一个判定算数', () => {
  const decisions = [
    { kind: 'different', a: A.entity, b: B.entity, at },
    { kind: 'same', a: B.entity, b: A.entity, at },
  ] as const
  expect(resolve([ab], { decisions }).entities).toHaveLength(2)
})

test('合成一个之后自己与自己的关系不成立，说明白', () => {
  const record = recordOf({ text, mentions: [A, B], claims: [sameAs(A.entity, B.entity), cooperation(A.entity, B.entity)] })
  const { relations, problems } = resolve([record])
  expect(relations).toEqual([])
  expect(problems).toMatchObject([{ code: 'resolve.one-end', document: record.document.id }])
})

test('隐去地名的不与别处合并', () => {
  const masked = hospital('hospital/@0123456789ab.XX市/人民医院', 'XX市人民医院', { surface: '慈溪市妇幼保健院' })
  const { entities, problems } = resolve([recordOf({ text, mentions: [masked, B], claims: [sameAs(masked.entity, B.entity)] })])
  expect(entities).toHaveLength(2)
  expect(problems.map(({ code }) => code)).toEqual(['resolve.same-as-refused'])
})

test('类别不同的不合并', () => {
  const school = { entity: 'institution/330282/卫校', label: 'Institution', name: '慈溪妇儿医院' } as const
  const { entities } = resolve([recordOf({ text, mentions: [A, school], claims: [sameAs(A.entity, school.entity)] })])
  expect(entities).toHaveLength(2)
})

test('人的更正胜过文件，跟着合并走', () => {
  const decisions = [{ kind: 'correct', target: B.entity, attrs: { grade: '三级甲等' }, at }] as const
  expect(resolve([ab], { decisions }).entities.find(({ id }) => id === A.entity)).toMatchObject({ attrs: { grade: '三级甲等' } })
})
