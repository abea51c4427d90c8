/** Sentences in reading form, by rows of tests/cases/sentences.json; headings and sections. */
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../../ingest/read/index.ts'
import { spanOf } from '../../../ingest/read/sentence.ts'
import rows from '../../cases/sentences.json' with { type: 'json' }

const split = (text: string, year: number | null = null) => splitSentences(text, [], { year })

describe('断句与读法', () => {
  for (const { text, sentences } of rows) {
    test(JSON.stringify(text), () => expect(split(text).map((sentence) => sentence.text)).toEqual(sentences))
  }

  test('每个字都能回到原文', () => {
    for (const { text } of rows) {
      for (const sentence of split(text)) {
        expect(sentence.offsets).toHaveLength(sentence.text.length + 1)
        for (let at = 0; at < sentence.text.length; at++) {
          const { start, end } = spanOf(sentence, at, at + 1)
          expect(end).toBe(start + 1)
          expect(sentence.offsets[at + 1]).toBeGreaterThanOrEqual(end)
        }
      }
    }
  })

  test.each([
    ['没有标点', '字'.repeat(10_000), [3000, 3000, 3000, 1000]],
    ['断在顿号后', '甲医院、'.repeat(1000), [3000, 1000]],
    ['标点太早，不断在那里', `甲，${'字'.repeat(4000)}`, [3000, 1002]],
    ['各句分开算', `${'字'.repeat(2999)}。${'字'.repeat(3000)}。`, [3000, 3000, 1]],
    ['寻常的长句不断', `${'甲镇卫生院、'.repeat(60)}加入。`, [363]],
  ])('没有句号的长文按标点断开，一字不少：%s', (_, text, lengths) => {
    const sentences = split(text)
    expect(sentences.map((sentence) => sentence.text.length)).toEqual(lengths)
    expect(sentences.map((sentence) => sentence.text).join('')).toBe(text)
  })

  test('一行里装着长文的表，逐格按句读', () => {
    const text = `序号\t项目\t单位\n1\t新建楼\t甲医院\n2\t${'甲医院。'.repeat(1000)}\t乙医院\n3\t改造楼\t乙医院`
    const sentences = split(text)
    expect(sentences.filter(({ row }) => row !== undefined).map((sentence) => sentence.text)).toEqual([
      '序号\t项目\t单位',
      '1\t新建楼\t甲医院',
      '3\t改造楼\t乙医院',
    ])
    expect(sentences.filter((sentence) => sentence.text === '甲医院。')).toHaveLength(1000)
  })

  test('不读的区间不出句子', () => {
    const text = '前面一句。\n乱码乱码。\n后面一句。'
    expect(splitSentences(text, [{ start: 6, end: 11 }], { year: null }).map((sentence) => sentence.text)).toEqual([
      '前面一句。',
      '后面一句。',
    ])
  })
})

describe('回顾与计划', () => {
  const sections = (text: string, year: number | null) => split(text, year).map(({ text, section }) => [text, section.kind, section.year])

  test('总结里的下年计划', () => {
    const text = '甲县卫健局2022年工作总结及2023年思路\n一、2022年工作回顾\n投用。\n二、2023年重点工作\n开工。'
    expect(sections(text, 2022).slice(2)).toEqual([
      ['投用。', 'review', 2022],
      ['二、2023年重点工作', 'plan', 2023],
      ['开工。', 'plan', 2023],
    ])
  })

  test('工作要点全文是当年的计划', () => {
    expect(sections('2022年全市卫生健康工作要点\n一、抓医改\n推进改革。', 2022).at(-1)).toEqual(['推进改革。', 'plan', 2022])
    // 补短板是要做的事，问题与不足不是。
    expect(sections('2022年全市卫生健康工作要点\n一、补齐基层短板。\n完成搬迁。', 2022).at(-1)).toEqual(['完成搬迁。', 'plan', 2022])
    expect(sections('2022年全市卫生健康工作总结\n二、存在的短板\n床位偏少。', 2022).at(-1)?.[1]).toBe('other')
  })

  test('只有本身是计划的标题才使全文成为计划', () => {
    const kindOf = (title: string) => sections(`${title}\n已经投用。`, null).at(-1)?.[1]
    for (const title of [
      '甲县2023年工作计划（讨论稿）',
      '关于印发《甲县2024年工作要点》的通知',
      '甲县医疗卫生服务体系规划（2021—2025年）',
      '甲县重点任务分解表',
    ])
      expect([title, kindOf(title)]).toEqual([title, 'plan'])
    for (const title of ['甲县提前完成2022年度投资计划', '甲县某卫生院将于明年底投用', '甲县新院具体怎么规划', '甲县出台发展规划'])
      expect([title, kindOf(title)]).toEqual([title, 'other'])
  })

  test('规划里的现状与回顾', () => {
    const text = '甲县卫生健康“十四五”规划\n一、发展基础\n新院投用。\n二、主要任务\n建设新院。\n（一）“十三五”时期回顾\n门诊楼投用。'
    expect(
      sections(text, null)
        .filter((_, index) => index % 2 === 0)
        .map(([, kind]) => kind),
    ).toEqual(['plan', 'review', 'plan', 'review'])
  })

  test('章节在一、之上，章里的成就是回顾', () => {
    const text =
      '甲县卫生健康“十四五”规划\n第一章 规划背景\n第一节 “十三五”时期主要成就\n新院投用。\n一、医改\n门诊楼投用。\n第二章 主要任务\n第一节 重点工程\n建设新院。'
    expect(split(text).map(({ section: { kind, isSpan } }) => [kind, isSpan])).toEqual([
      ['plan', undefined],
      ['review', undefined],
      ['review', true],
      ['review', true],
      ['review', true],
      ['review', true],
      ['plan', undefined],
      ['plan', undefined],
      ['plan', undefined],
    ])
  })

  test('回顾之后的当年重点工作是计划', () => {
    expect(sections('甲市人民政府工作报告（2023年）\n一、过去五年\n新院投用。\n二、2023年重点工作\n建成新院。', 2023).at(-1)).toEqual([
      '建成新院。',
      'plan',
      2023,
    ])
    expect(sections('甲市卫生健康工作（2023年）\n一、2023年重点工作\n建成新院。', 2023).at(-1)?.[1]).toBe('other')
  })

  test('以竖线或单个空格分列的表，行行分开', () => {
    const rowsOf = (text: string) => split(text).flatMap(({ row, text: line }) => (row === undefined ? [] : [line.split('\t').length]))
    const long = '每月派专家坐诊并开展带教查房手术示教工作以及学科共建工作'
    expect(rowsOf(`甲县医联体一览表\n1|县人民医院|省人民医院|${long}\n2|县中医院|省中医院|${long}\n3|县妇保院|省妇保院|无`)).toEqual([
      4, 4, 4,
    ])
    expect(rowsOf('甲县医联体一览表\n序号 成员单位 上级医院\n1 县人民医院 省人民医院\n2 县中医院 省中医院')).toEqual([3, 3, 3])
    expect(rowsOf('甲县工作总结\n1 家单位 签约。\n2 个项目 投用，其中 县人民医院 一个。')).toEqual([])
  })

  test('下一步从句首到段末', () => {
    const text = '甲县卫健局2023年工作总结\n完成投用。下一步，将签约。继续推进。\n已建成。'
    expect(
      sections(text, 2023)
        .slice(1)
        .map(([, kind, year]) => [kind, year]),
    ).toEqual([
      ['review', 2023],
      ['plan', undefined],
      ['plan', undefined],
      ['review', 2023],
    ])
  })

  test('总结里写明来年的工作重点是计划，没有年份的不是', () => {
    const text = '甲县卫健局2024年工作总结\n一、工作重点\n投用。\n六、2025年工作重点\n推进合作。'
    expect(
      sections(text, 2024)
        .filter(([text]) => /。/u.test(String(text)))
        .map(([, kind, year]) => [kind, year]),
    ).toEqual([
      ['review', 2024],
      ['plan', 2025],
    ])
  })

  test('计划生育不是计划', () => {
    expect(sections('甲县卫健局2023年工作总结\n三、计划生育工作\n发放补助。', 2023).at(-1)).toEqual(['发放补助。', 'review', 2023])
    const halves = '甲县卫健局2023年上半年工作总结及下半年工作安排\n一、上半年重点工作推进情况\n医院投用。\n二、下半年重点工作\n新院开工。'
    expect(sections(halves, 2023).filter(([text]) => String(text).endsWith('。'))).toEqual([
      ['医院投用。', 'review', 2023],
      ['新院开工。', 'plan', 2023],
    ])
  })

  test.each([
    ['（2024年1月12日职工代表大会印发）', 'review', 2023],
    ['（在2024年全县卫生健康工作会议上的报告）', 'review', 2023],
    ['2024年1月12日', 'review', 2023],
    ['（2024年工作计划）', 'plan', 2024],
  ])('%s 之下：何时印发不是说哪一年的事', (line, kind, year) => {
    expect(sections(`甲县卫健局2023年工作总结\n${line}\n\n一、医疗服务\n门诊量增长。`, 2023).at(-1)).toEqual(['门诊量增长。', kind, year])
  })

  test('行内标题归入后文的标题栈', () => {
    const found = split('一、工作回顾\n（一）抓医改，强管理。组建医共体。\n签约三家。')
    expect(found.at(-1)?.headings).toEqual(['一、工作回顾', '（一）抓医改，强管理'])
  })

  test('一格一行的表格还原成行，缺的备注不算', () => {
    const text = '进展表\n序号\n项目名称\n进展情况\n备注\n1\n甲院迁建\n封顶\n2\n乙院改造\n竣工\n各单位要加快。'
    const found = split(text).filter(({ row }) => row !== undefined)
    expect(found.map(({ text }) => text.split('\t'))).toEqual([
      ['1', '甲院迁建', '封顶'],
      ['2', '乙院改造', '竣工'],
    ])
    expect(found[0]?.row?.header).toEqual(['序号', '项目名称', '进展情况'])
    expect(split(text).at(-1)?.text).toBe('各单位要加快。')
  })

  const yearsOf = (text: string) => split(text).map(({ section: { kind, year } }) => [kind, year])

  test('大事记：年份一行管到下一年，月份一行不断开', () => {
    const text = '青岚县医院大事记（2018—2019年）\n2018年\n3月\n住院楼封顶。\n2019年\n5月\n住院楼启用。'
    expect(yearsOf(text).at(3)).toEqual(['review', 2018])
    expect(yearsOf(text).at(-1)).toEqual(['review', 2019])
    expect(yearsOf('青岚县医院简介\n2018年\n3月\n住院楼封顶。').at(-1)?.[0]).toBe('other')
  })

  test('年鉴：条目记的是概况里的那一年', () => {
    const text = '卫生\n【概况】 2019年，青岚县有医院5家。\n【基本建设】 县医院迁建工程封顶，2016年12月开工。\n【献血】 献血三千人次。'
    expect(yearsOf(text).at(2)).toEqual(['review', 2019])
    expect(yearsOf('卫生\n【概况】 2019年，青岚县有医院5家。').at(-1)).toEqual(['other', undefined])
  })

  test('序号后面没有成行的数字，不是表格', () => {
    const found = split('序号\n说明\n一、总则\n二、附则')
    expect(found.every(({ row }) => row === undefined)).toBe(true)
  })

  test('表格的行知道表头与单元格', () => {
    const row = split('医院\t床位\n县医院\t300').at(-1)
    expect(row?.row?.header).toEqual(['医院', '床位'])
    expect(row?.row?.cells.map(({ from, to }) => row.text.slice(from, to))).toEqual(['县医院', '300'])
  })
})
