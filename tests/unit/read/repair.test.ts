/** GBK read as cp1252 comes back as Chinese; what is not mojibake stays as it is. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createSegmenter, extractDocument, loadLexicon } from '../../../ingest/index.ts'
import { findMojibake, repairText } from '../../../ingest/read/mojibake.ts'
import { encodeGbk, toMojibake } from './make-gbk.ts'
import { readWell } from './read-bytes.ts'

const REPORTS = fileURLToPath(new URL('../../../seeds/reports/', import.meta.url))
const SPOILT = 'fenghua-2022-summary.txt'
const flat = (text: string): string => text.replace(/\s+/gu, '')

/** Length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  let above = new Int32Array(b.length + 1)
  for (const unit of a) {
    const row = new Int32Array(b.length + 1)
    for (let at = 1; at <= b.length; at++) row[at] = unit === b[at - 1] ? above[at - 1]! + 1 : Math.max(above[at]!, row[at - 1]!)
    above = row
  }
  return above[b.length] ?? 0
}

describe('样例里的乱码尾巴', () => {
  const raw = readFileSync(join(REPORTS, SPOILT), 'utf8')

  test('还原后与上文逐字相同，问题里写明原文件的位置', async () => {
    const { text, problems } = await readWell(SPOILT, raw)
    expect(problems.map(({ code }) => code)).toEqual(['read.mojibake-repaired'])
    const { start = 0, end = 0, message = '' } = problems[0] ?? {}
    expect(text.slice(0, start)).toBe(raw.slice(0, start))
    expect(message).toContain(`原文件第 ${start + 1} 至`)
    const [good, tail] = [flat(text.slice(0, start)), flat(text.slice(start, end))]
    expect(tail.length).toBeGreaterThan(1200)
    expect(commonLength(good, tail) / tail.length).toBeGreaterThanOrEqual(0.999)
    const grams = Array.from({ length: tail.length - 3 }, (_, at) => tail.slice(at, at + 4))
    expect(grams.filter((gram) => good.includes(gram)).length / grams.length).toBeGreaterThanOrEqual(0.99)
  })

  test('尾巴重复上文：没有多出来的关系，位置都在正文里', async () => {
    const tools = { lexicon: loadLexicon(), segment: createSegmenter() }
    const whole = extractDocument(await readWell(SPOILT, raw), tools)
    const head = extractDocument(await readWell(SPOILT, raw.slice(0, findMojibake(raw)[0]?.start)), tools)
    const relations = (record: typeof whole): string[] =>
      [
        ...new Set(record.claims.map((claim) => JSON.stringify([claim.kind, claim.subject, 'object' in claim ? claim.object : claim.key]))),
      ].sort()
    expect(relations(whole)).toEqual(relations(head))
    const placed = [...whole.mentions, ...whole.claims].filter(({ start, end }) => start < end)
    for (const { start, end } of placed) expect(whole.document.text.slice(start, end).trim()).not.toBe('')
  }, 120_000)
})

describe('另外四份样例转成乱码再还原', () => {
  for (const name of readdirSync(REPORTS).filter((file) => file.endsWith('.txt') && file !== SPOILT)) {
    for (const drops of [false, true]) {
      test(`${name}${drops ? '，软连字符丢失' : ''}`, () => {
        const source = new TextDecoder('gb18030').decode(encodeGbk(readFileSync(join(REPORTS, name), 'utf8')))
        const { text, problems } = repairText(toMojibake(source, drops), name)
        expect(problems.map(({ code }) => code)).toEqual(['read.mojibake-repaired'])
        expect(text).toBe(source)
      })
    }
  }
})

test('UTF-8 被当作西文也能还原', () => {
  const source = '青岚县人民医院与江州大学附属医院签订合作协议，成立青岚分院。'
  const wrong = new TextDecoder('windows-1252').decode(new TextEncoder().encode(source))
  expect(repairText(`${wrong}\n`, 'a.txt').text).toBe(`${source}\n`)
})

test('每一处的位置都在还原后的正文里', () => {
  const [one, two] = ['青岚县人民医院住院大楼已经封顶，预计明年投入使用。', '县中医院扩建项目完成投资三千万元，进展顺利。']
  const { text, problems } = repairText(`开头\n${toMojibake(one, true)}\n中间一行\n${toMojibake(two, false)}\n结尾`, 'a.txt')
  expect(text).toBe(`开头\n${one}\n中间一行\n${two}\n结尾`)
  expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual([one, two])
})

const UNTOUCHED = [
  'Médecins Sans Frontières, São Paulo, Zürich, Ångström, naïve café, à côté de l’hôpital Saint-Étienne',
  '中法合作：与 Hôpital Européen Georges-Pompidou 签约，Université Paris Cité 参加',
  '面积36.04万平方米，温度±0.5℃，比例1×2，“十四五”——规划·纲要…',
  'ÄÖÜäöüßÉÈÊ',
  '½ + ¼ = ¾，© 2023，® ™ € £ ¥ §',
  'Ça va? Être à l’aise où ça brûle; l’œuvre, le cœur, naïveté, Noël, déjà-vu; français, garçon, été, élève, forêt, île',
]

test.each(UNTOUCHED)('不动：%s', (text) => {
  expect(repairText(text, 'a.txt')).toEqual({ text, problems: [] })
})

test('乱得不成中文的一段不硬译，标为未读', () => {
  // Lead bytes of rare characters at random: no text.
  const bytes = Uint8Array.from({ length: 240 }, (_, at) => (at % 2 === 0 ? 0xd8 + ((at * 7) % 31) : 0xa1 + ((at * 13) % 94)))
  const text = new TextDecoder('windows-1252').decode(bytes)
  const repaired = repairText(text, 'a.txt')
  expect(repaired.text).toBe(text)
  expect(repaired.problems.every(({ code }) => code === 'read.mojibake')).toBe(true)
})
