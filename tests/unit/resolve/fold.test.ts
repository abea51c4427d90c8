import { expect, test } from 'vitest'
import { entityFaults, relationFaults } from '../../../cypher/model/index.ts'
import { resolve } from '../../../ingest/resolve/index.ts'
import { cooperation, hospital, recordOf, statement, type Sketch } from './records.ts'

const LOCAL = hospital('hospital/330213/人民医院', '宁波市奉化区人民医院', { surface: '区人民医院' })
const PARTNER = hospital('hospital/310101/瑞金医院', '上海交通大学医学院附属瑞金医院', { surface: '瑞金医院', aliases: ['瑞金医院'] })
const SIGNED = '区人民医院与瑞金医院签约。'

function report(sketch: Partial<Sketch>): ReturnType<typeof recordOf> {
  return recordOf({ text: SIGNED, mentions: [LOCAL, PARTNER], ...sketch })
}

function relationOf(...sketches: Partial<Sketch>[]) {
  const { relations, entities, problems } = resolve(sketches.map(report))
  expect(problems).toEqual([])
  expect([...relations.flatMap(relationFaults), ...entities.flatMap(entityFaults)]).toEqual([])
  expect(relations).toHaveLength(1)
  return relations[0]!
}

test('合作没有方向：两头按标识排序，一对只有一条，本地一方跟着换边', () => {
  const [a, b] = [LOCAL.entity, PARTNER.entity]
  const relation = relationOf({ claims: [cooperation(a, b, { form: '签约' }, { local: 'subject' }), cooperation(b, a, { form: '托管' })] })
  expect([relation.from, relation.to]).toEqual([b, a])
  expect(relation.id).toBe(`COOPERATES_WITH(${b})(${a})`)
  expect(relation.attrs).toMatchObject({ form: '托管', forms: ['托管', '签约'] })
  expect(relation.evidence.map(({ local }) => local)).toEqual([undefined, 'object'])
  expect(relation.evidence[0]!.text).toBe(SIGNED)
})

test('合作的年份是最早的一次，状态听最后的文件', () => {
  const claims = (attrs: Record<string, string | number>) => [cooperation(LOCAL.entity, PARTNER.entity, attrs)]
  const relation = relationOf(
    { year: 2024, claims: claims({ status: 'ended', year: 2024 }) },
    { year: 2012, claims: claims({ status: 'in_effect', year: 2012, date: '2012-05' }) },
    { year: 2017, claims: claims({ status: 'in_effect', year: 2017, date: '2017-03-01' }) },
  )
  expect(relation.attrs).toEqual({ status: 'ended', year: 2012, date: '2012-05' })
  expect([relation.firstYear, relation.lastYear]).toEqual([2012, 2024])
})

test('计划不会盖过已经做到的', () => {
  const relation = relationOf(
    { year: 2022, claims: [cooperation(LOCAL.entity, PARTNER.entity, { status: 'in_effect' })] },
    { year: 2023, kind: 'work_plan', claims: [cooperation(LOCAL.entity, PARTNER.entity, { status: 'planned', year: 2023 })] },
  )
  expect(relation.attrs).toEqual({ status: 'in_effect' })
})

test('只有计划时是计划，年份是计划的年份', () => {
  const relation = relationOf({ year: 2022, claims: [cooperation(LOCAL.entity, PARTNER.entity, { status: 'planned', year: 2023 })] })
  expect(relation.attrs).toEqual({ status: 'planned', year: 2023 })
})

test('同一发布者与照抄的句子只算一家', () => {
  const claims = [cooperation(LOCAL.entity, PARTNER.entity)]
  const said = (text: string, publisher: string, year: number): Partial<Sketch> => ({ text, publisher, year, claims })
  const long = '2022年5月，区人民医院与瑞金医院签订全面合作协议，瑞金医院将选派专家团队定期坐诊带教'
  const own = '据悉，瑞金医院的外科团队自去年起每周来到区人民医院出诊手术，市民在家门口就能看上名医'
  const same = relationOf(said(long, '奉化区卫生健康局', 2022), said(own, '奉化区卫生健康局', 2023))
  expect([same.documents, same.confidence]).toEqual([1, 0.8])
  const copied = relationOf(said(`${long}。`, '奉化区卫生健康局', 2022), said(`${long}！`, '奉化日报', 2022))
  expect([copied.documents, copied.confidence]).toEqual([1, 0.8])
  const independent = relationOf(said(long, '奉化区卫生健康局', 2022), said(own, '奉化日报', 2022))
  expect([independent.documents, independent.confidence]).toEqual([2, 0.96])
})

test('同一文件说两遍：两条出处，一份文件；弱的说法信一半', () => {
  const text = `${SIGNED}今年，区人民医院与瑞金医院签约。`
  const claims = [SIGNED, '今年，区人民医院与瑞金医院签约。'].map((quote) =>
    cooperation(LOCAL.entity, PARTNER.entity, {}, { quote, weak: true }),
  )
  const relation = relationOf({ text, claims })
  expect(relation.evidence).toHaveLength(2)
  expect([relation.documents, relation.confidence]).toEqual([1, 0.4])
})

test('名称取最全的正式名称，其余是别名，泛称不算', () => {
  const { entities } = resolve([
    report({ text: '区人民医院（我院）与瑞金医院签约', mentions: [LOCAL, { ...LOCAL, surface: '我院' }, PARTNER] }),
    report({ text: '奉化人民医院', mentions: [{ ...LOCAL, name: '奉化区人民医院', surface: '奉化人民医院' }] }),
  ])
  const local = entities.find(({ id }) => id === LOCAL.entity)!
  expect(local).toMatchObject({ name: '宁波市奉化区人民医院', aliases: ['区人民医院', '奉化人民医院', '奉化区人民医院'], documents: 2 })
  expect(local.mentions.map(({ text }) => text).sort()).toEqual(['区人民医院', '奉化人民医院', '我院'].sort())
})

test('一年之内说法不一：总结先于计划，分歧留着', () => {
  const project = { entity: 'project/x/新院', label: 'Project', name: '奉化区人民医院新院项目', surface: '新院' } as const
  const told = (kind: 'work_plan' | 'annual_summary' | 'news', value: number, approx = false): Partial<Sketch> => ({
    text: `新院总投资${value}${kind}`,
    year: 2022,
    kind,
    mentions: [project],
    claims: [statement(project.entity, 'investment', value, approx ? { approx } : {})],
  })
  const fold = (...sketches: Partial<Sketch>[]) => resolve(sketches.map(report)).entities[0]!
  const disputed = fold(told('work_plan', 50000), told('annual_summary', 40000))
  expect(disputed.attrs).toEqual({ investment: 40000 })
  expect(disputed.conflicts).toMatchObject([{ key: 'investment', values: [{ value: 40000 }, { value: 50000 }] }])
  const agreed = fold(told('news', 40000, true), told('annual_summary', 39800))
  expect(agreed.attrs).toEqual({ investment: 39800 })
  expect(agreed.conflicts).toBeUndefined()
})

test('工程的状态取做到的最后一步，年份跟着状态', () => {
  const project = { entity: 'project/x/新院', label: 'Project', name: '新院项目', surface: '新院' } as const
  const text = '新院已开工。新院加快推进。新院计划投用。'
  const stage = (quote: string, status: string, year: number) => [
    statement(project.entity, 'status', status, { quote, year }),
    statement(project.entity, 'year', year, { quote, year }),
  ]
  const claims = [
    ...stage('新院已开工。', 'started', 2022),
    ...stage('新院加快推进。', 'under_construction', 2022),
    ...stage('新院计划投用。', 'planned', 2023),
  ]
  expect(resolve([recordOf({ text, year: 2022, mentions: [project], claims })]).entities[0]!.attrs).toEqual({
    status: 'under_construction',
    year: 2022,
  })
})

test('home 的地区没有提及也在图里', () => {
  const home = [{ id: 'district/330000', name: '浙江省', level: 'province', adcode: '330000' } as const]
  const { entities } = resolve([recordOf({ text: '无', home })])
  expect(entities).toMatchObject([{ id: 'district/330000', name: '浙江省', attrs: { level: 'province', adcode: '330000' }, mentions: [] }])
})

test('只要其中几个', () => {
  const records = [report({ claims: [cooperation(LOCAL.entity, PARTNER.entity)] })]
  const { entities, relations } = resolve(records, { only: new Set([LOCAL.entity]) })
  expect([entities.map(({ id }) => id), relations]).toEqual([[LOCAL.entity], []])
})

test('一个标识两种类别是程序的错', () => {
  const wrong = { ...LOCAL, label: 'Institution' } as const
  expect(() => resolve([report({}), report({ text: '区人民医院', mentions: [wrong] })])).toThrow(/both/)
  expect(() => resolve([report({ mentions: [LOCAL, wrong] })])).toThrow(/both/)
})

test('没有说法就没有关系', () => {
  expect(resolve([report({})]).relations).toEqual([])
})
