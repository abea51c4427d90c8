/** Both engines: words join to the text, and the tags that are looked up later are those of the same words. */
import { describe, expect, test } from 'vitest'
import { createSegmenter, loadEngine } from '../../../ingest/recognise/segment.ts'

const TEXTS = [
  '江州市人民医院与青岚县中医医院签订对口支援协议，派驻专家12名。',
  'PCR实验室、ICU改造，总投资1.2亿元（含设备）；2024年3月开工。',
  '聚精堂雁栖医院',
  '  “三免三惠”\t健康行动 ',
  '𠮷林市𠮷',
  '前\uD800后',
]

describe.each(['nodejieba', '@node-rs/jieba'] as const)('%s', (name) => {
  const segmenter = createSegmenter(name)
  const engine = loadEngine(name)

  test.each(TEXTS)('%j', (text) => {
    const words = segmenter.cut(text)
    expect(words.map(({ word }) => word).join('')).toBe(text)
    const tagged = engine.tag(text.replace('\uD800', '\uFFFD'))
    expect(words.map(({ word, tag }) => [word.replace('\uD800', '\uFFFD'), tag])).toEqual(tagged.map(({ word, tag }) => [word, tag.trim()]))
    for (const { word, from, to } of words) expect(text.slice(from, to)).toBe(word)
  })
  test('从中间开始的文字，位置按全文算', () => {
    const whole = '我院，江州市人民医院签约'
    for (const { word, from, to } of segmenter.cut(whole.slice(3), 3)) expect(whole.slice(from, to)).toBe(word)
  })
  test('没有文字就没有词', () => expect(segmenter.cut('')).toEqual([]))
})

test('没有这种引擎', () => {
  const before = process.env['YILIAN_SEGMENTER']
  process.env['YILIAN_SEGMENTER'] = '别的'
  try {
    expect(() => createSegmenter().cut('医院')).toThrow('没有名为 别的 的分词引擎')
  } finally {
    if (before === undefined) delete process.env['YILIAN_SEGMENTER']
    else process.env['YILIAN_SEGMENTER'] = before
  }
})
