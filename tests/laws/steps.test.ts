import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { relaters } from '../../ingest/extract-document.ts'
import { createSegmenter, loadLexicon } from '../../ingest/index.ts'
import { readFile, type RawDocument } from '../../ingest/read/index.ts'
import type { Reading } from '../../ingest/reading.ts'
import { oneReading } from '../unit/one-reading.ts'

const REPORTS = fileURLToPath(new URL('../../seeds/reports/', import.meta.url))
const lexicon = loadLexicon()
const segment = createSegmenter()

function readingOf(text: string): Reading {
  const raw: RawDocument = { id: createHash('sha256').update(text).digest('hex'), text, encoding: 'utf-8', meta: {}, problems: [] }
  return oneReading(raw, lexicon, segment)
}

/** Steps of all relaters together, and of each. */
function stepsOf(reading: Reading): number[] {
  return relaters.map((relate) => {
    const before = reading.steps.count
    relate(reading)
    return reading.steps.count - before
  })
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

describe('文章长一倍，步数至多长一倍多一点', () => {
  test.each(readdirSync(REPORTS).filter((name) => name.endsWith('.txt')))('%s', async (name) => {
    const result = await readFile(join(REPORTS, name))
    if (!result.ok) throw new Error(name)
    const { text } = result.raw
    const once = sum(stepsOf(readingOf(text)))
    expect(once).toBeGreaterThan(text.length / 10)
    expect(sum(stepsOf(readingOf(`${text}\n${text}`)))).toBeLessThanOrEqual(2.2 * once)
  })
})

/** Pieces that, repeated without an end, make sentences that invite a matcher to try everything with everything. */
const PIECES = {
  一句接一句没有句号: '奉化区人民医院与宁波市第一医院合作共建医联体，',
  一长串医院: '奉化区人民医院、宁波市第一医院、',
  没有标点的动词: '奉化区人民医院与宁波市第一医院签约',
  只有连接词: '与和由与',
  一串金额: '投资1200万元，建筑面积3.5万平方米，',
  一串项目: '新建门诊楼、扩建住院综合楼、',
  一串引号: '“健康快车”“健康工程”',
  括号接着括号: '三（一）（二）健康专项行动',
  没有一个名称: '持续推进各项工作稳步开展',
} as const

describe('两万字的一句话，没有一个环节的步数超过字数之比', () => {
  test.each(Object.entries(PIECES))('%s', (_, piece) => {
    const sentence = (length: number): string => `宁波市奉化区卫生健康局2022年工作总结\n${piece.repeat(Math.ceil(length / piece.length))}`
    const short = stepsOf(readingOf(sentence(10_000)))
    const long = stepsOf(readingOf(sentence(20_000)))
    for (const [index, count] of long.entries()) expect(count).toBeLessThanOrEqual(2.2 * (short[index] ?? 0) + 100)
  })
})
