/** The divisions table: chains, levels, short names. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { townshipName } from '../../../ingest/lexicon/build-divisions.ts'
import { unpackDivisions } from '../../../ingest/lexicon/divisions.ts'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { SeedError } from '../../../ingest/lexicon/seed-error.ts'
import { shortNames } from '../../../ingest/lexicon/short-names.ts'

const { divisions } = loadLexicon()
const rowSchema = z.object({ name: z.string(), level: z.enum(['province', 'city', 'county', 'township']), short: z.array(z.string()) })
const rows = z.array(rowSchema).parse(JSON.parse(readFileSync(new URL('../../cases/short-names.json', import.meta.url), 'utf8')))

describe('简称', () => {
  test.each(rows)('$name → $short', ({ name, level, short }) => expect(shortNames(name, level)).toEqual(short))

  test('没有一个简称只有一个字', () => {
    for (const { name, short } of divisions.all()) for (const word of short) expect(word.length, `${name} ${word}`).toBeGreaterThan(1)
  })

  test('省有的简称不归下级', () => {
    expect(divisions.named('吉林').map(({ code }) => code)).toEqual(['220000'])
    expect(divisions.named('海南').map(({ code }) => code)).toEqual(['460000'])
  })

  test('日常用语不当地名', () => {
    for (const word of ['平安', '通道', '安宁', '友谊']) expect(divisions.named(word), word).toEqual([])
    expect(divisions.named('平安区').map(({ code }) => code)).toEqual(['630203'])
  })

  test('大的排在前面', () => {
    expect(
      divisions
        .named('朝阳')
        .map(({ level }) => level)
        .slice(0, 3),
    ).toEqual(['city', 'county', 'county'])
  })
})

const chains: readonly [code: string, names: string][] = [
  ['330213001', '浙江省 宁波市 奉化区 锦屏街道'],
  ['330282', '浙江省 宁波市 慈溪市'],
  ['110105001', '北京市 朝阳区 建外街道'],
  ['500229', '重庆市 城口县'],
  ['429004', '湖北省 仙桃市'],
  ['441900003', '广东省 东莞市 东城街道'],
  ['150826', '内蒙古自治区 巴彦淖尔市 杭锦后旗'],
  ['659002', '新疆生产建设兵团 阿拉尔市'],
  ['653228', '新疆维吾尔自治区 和田地区 和康县'],
  ['810000', '香港特别行政区'],
]

describe('区划链', () => {
  test.each(chains)('%s = %s', (code, names) => {
    expect(
      divisions
        .chain(code)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(names)
  })

  test('每一级带编号与代码', () => {
    expect(divisions.chain('330213')[2]).toEqual({ id: 'district/330213', name: '奉化区', level: 'county', adcode: '330213' })
  })

  test('没有的代码给空链', () => expect(divisions.chain('999999')).toEqual([]))

  test('师与所组建的市是一个地方', () => {
    expect(divisions.named('第一师')).toEqual(divisions.named('阿拉尔市'))
    expect(divisions.byCode('659002')?.level).toBe('city')
  })

  test('宁波的区县齐全', () => expect(divisions.parts('330200')).toHaveLength(10))

  test('上级都在表里，开发区一类不在', () => {
    for (const { code, parent, level } of divisions.all()) {
      if (level !== 'province') expect(parent && divisions.byCode(parent), code).toBeTruthy()
      expect(/^\d{4}7[1-9]$/.test(code), code).toBe(false)
    }
  })
})

describe('由统计用区划取乡级名称', () => {
  const units: readonly [code: string, name: string, township: string | undefined][] = [
    ['330213001', '锦屏街道', '锦屏街道'],
    ['321084401', '城南经济新区（车逻镇）', '车逻镇'],
    ['410171560', '郑州经济技术开发区明湖街道', '明湖街道'],
    ['110105021', '南磨房地区', '南磨房地区'],
    ['150424001', '林西街道办事处', '林西街道'],
    ['230110400', '哈尔滨综合保税区地区', undefined],
    ['220284070', '磐石经济开发区特殊街道', undefined],
    ['420112400', '国营农场', undefined],
  ]
  test.each(units)('%s %s → %s', (code, name, township) => expect(townshipName(code, name)).toBe(township))
})

test('坏了的压缩表说明是哪个文件', () => {
  expect(() => unpackDivisions(new Uint8Array([1, 2, 3]), 'seeds/x.br', { added: new Map(), stopped: new Set() })).toThrow(SeedError)
})
