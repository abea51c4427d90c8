/** Several reports, chapters or items in one text, each with a home of its own. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { createSegmenter, prepareReadings } from '../../../ingest/recognise/index.ts'

interface Case {
  readonly text: string
  /** The narrowest place of the home of each part, in order; empty where nothing tells. */
  readonly homes: readonly string[]
  readonly note?: string
}

const lexicon = loadLexicon()
const segment = createSegmenter()
const cases = JSON.parse(readFileSync(new URL('../../cases/parts.json', import.meta.url), 'utf8')) as Case[]

const read = (text: string): ReturnType<typeof prepareReadings> =>
  prepareReadings({ id: 'a'.repeat(64), text, encoding: 'utf-8', problems: [], meta: {} }, lexicon, segment)

describe('一份文件里的几处发文', () => {
  it.each(cases)('$text', ({ text, homes }) => {
    expect(read(text).readings.map(({ document }) => document.home.at(-1)?.name ?? '')).toEqual(homes)
  })
})

describe('繁体字', () => {
  const text =
    '慈溪市人民醫院與上海市第十人民醫院簽約\n近日，慈溪市人民醫院與上海市第十人民醫院簽訂協議，縣域醫療衛生開展協作，為群眾服務，區內關注。'

  it('按简体读名称，原文与位置不变，并说明', () => {
    const { document, readings } = read(text)
    expect(document.text).toBe(text)
    expect(document.problems.map(({ code }) => code)).toEqual(['read.traditional'])
    const names = readings.flatMap(({ mentions }) => mentions.flat()).map(({ start, end, name }) => [text.slice(start, end), name])
    expect(names).toContainEqual(['上海市第十人民醫院', '上海市第十人民医院'])
  })

  it('简体文里引的几个繁体字不算', () => {
    const quoted = '慈溪市人民医院与上海的医院签约，协议写明“醫院國際會診為縣區服務”，医院将派出专家，开展卫生协作。'
    expect(read(quoted).document.problems).toEqual([])
  })
})

describe('字后括号里的拼音', () => {
  it('读取时略去，原文与位置不变，说明一次', () => {
    const text =
      '當(dāng)前位置：首頁\n慈溪市人民醫(yī)院與上海市第十人民醫(yī)院簽約\n近日，慈溪市人民醫(yī)院與上海市第十人民醫（yī）院簽訂協(xié)議，為群眾服務(wù)，我們(men)縣區關(guān)注衛(wèi)生。'
    const { document, readings } = read(text)
    expect(document.text).toBe(text)
    expect(document.problems.map(({ code }) => code)).toEqual(['read.pinyin', 'read.traditional'])
    expect(document.title).toBe('慈溪市人民医院与上海市第十人民医院签约')
    const names = readings.flatMap(({ mentions }) => mentions.flat()).map(({ start, end, name }) => [text.slice(start, end), name])
    expect(names).toContainEqual(['上海市第十人民醫(yī)院', '上海市第十人民医院'])
    expect(names).toContainEqual(['上海市第十人民醫（yī）院', '上海市第十人民医院'])
    expect(readings[0]?.sentences.at(-1)?.text).toContain('我们县区关注卫生')
  })

  it('别的括号都留着', () => {
    const text =
      '慈溪市人民医院工作总结\n健康（health）、CT（computed tomography）、小程序(app)、样本(n=3)、甲(a)、乙(b)、咖啡（café）、他们(men)。'
    const { document, readings } = read(text)
    expect(document.problems).toEqual([])
    expect(readings[0]?.sentences.at(-1)?.text).toBe(
      '健康（health）、CT（computed tomography）、小程序（app）、样本（n=3）、甲（a）、乙（b）、咖啡（café）、他们（men）。',
    )
  })
})

describe('学校的页面', () => {
  const text =
    '江州理工大学与市中心医院共建\n来源：江州理工大学\n2022年3月1日，我校与大连市中心医院签署协议。江工与市中心医院开展合作，附属第一医院与复旦大学附属华山医院签约，附属医院院长致辞。'

  it('我校、校名的简称和附属医院都归学校', () => {
    const { readings } = read(text)
    const names = readings.flatMap(({ mentions }) => mentions.flat()).map(({ start, end, name }) => [text.slice(start, end), name])
    expect(names).toContainEqual(['我校', '江州理工大学'])
    expect(names).toContainEqual(['江工', '江州理工大学'])
    expect(names).toContainEqual(['附属第一医院', '江州理工大学附属第一医院'])
    expect(names.map(([surface]) => surface)).not.toContain('附属医院')
  })
})

describe('文中约定与改短的名称', () => {
  const namesIn = (text: string): [string, string][] =>
    read(text)
      .readings.flatMap(({ mentions }) => mentions.flat())
      .map(({ start, end, name }) => [text.slice(start, end), name])

  it('括号里约定的简称就是括号前的医院，此后也是，前面的动词不并入', () => {
    const names = namesIn('3月28日，江州大学附属第一医院惠亚医院（以下简称“惠亚医院”）二期启用。各方赋能惠亚医院发展。')
    expect(names.filter(([surface]) => surface.endsWith('惠亚医院')).map(([, name]) => name)).toEqual(
      Array(3).fill('江州大学附属第一医院惠亚医院'),
    )
  })

  it('全称去掉地名，此后仍是那家医院；通用的叫法不算', () => {
    const names = namesIn('专家走进昭通市滇东北中心医院，也到昭通市妇女儿童中心医院。滇东北中心医院接诊七十四人。')
    expect(names).toContainEqual(['滇东北中心医院', '昭通市滇东北中心医院'])
    expect(names).toContainEqual(['昭通市妇女儿童中心医院', '昭通市妇女儿童中心医院'])
  })

  it('别处写全的院区，单写时归同一家医院', () => {
    const names = namesIn('近日，宁波市第一医院揭牌，云溪院区开诊。宁波市第一医院云溪院区设床位千张。')
    expect(names).toContainEqual(['云溪院区', '宁波市第一医院云溪院区'])
  })
})
