/** Programs and who takes part in them, run over one-sentence documents with the real lexicon. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../../../ingest/reading.ts'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { createSegmenter } from '../../../ingest/recognise/segment.ts'
import { bareText, withMarks } from '../../../ingest/relate/programs/bare-text.ts'
import { coreOf } from '../../../ingest/relate/programs/core.ts'
import { programWords } from '../../../ingest/relate/programs/rules.ts'
import { wordingRules } from '../../../ingest/relate/programs/wording-rules.ts'
import { relatePrograms } from '../../../ingest/relate/programs.ts'
import { oneReading } from '../one-reading.ts'

interface Case {
  readonly title: string
  readonly text: string
  /** `name family[ 本地]：[who] role status year`, one a program. */
  readonly expect: readonly string[]
  readonly note?: string
  /** Why it is not yet read right; a case that starts to pass must lose it. */
  readonly todo?: string
}

const lexicon = loadLexicon()
const segment = createSegmenter()
const cases = JSON.parse(readFileSync(new URL('../../cases/programs.json', import.meta.url), 'utf8')) as Case[]

function read(title: string, text: string): Reading {
  const raw = { id: 'a'.repeat(64), text: `${title}\n\n${text}\n`, encoding: 'utf-8', problems: [], meta: {} }
  return oneReading(raw, lexicon, segment)
}

/** One line a program; the home is left out, 本地 marks a program that belongs to it. */
function relate(title: string, text: string): string[] {
  const reading = read(title, text)
  const found = relatePrograms(reading)
  const home = reading.document.home.at(-1)?.id
  const names = new Map(reading.mentions.flat().map((mention) => [mention.entity, mention.name]))
  const byEntity = new Map(found.mentions.map((mention) => [mention.entity, mention]))
  return [...byEntity.values()].map((mention) => {
    const parts = found.claims.flatMap((claim) => {
      if (claim.kind !== 'relation' || claim.object !== mention.entity) return []
      const { role, status, year } = claim.attrs
      const who = claim.subject === home ? undefined : (names.get(claim.subject) ?? claim.subject)
      return [[who, role, status, year].filter((part) => part !== undefined).join(' ')]
    })
    const local = mention.entity.split('/').length > 2 ? ' 本地' : ''
    return `${mention.name} ${String(mention.attrs['family'])}${local}：${parts.join('，')}`
  })
}

describe('举措', () => {
  it.each(cases.filter((row) => row.todo === undefined))('$text', ({ title, text, expect: expected }) => {
    expect(relate(title, text).sort()).toEqual([...expected].sort())
  })

  it.each(cases.filter((row) => row.todo !== undefined))('尚未读对：$text', ({ title, text, expect: expected }) => {
    expect(relate(title, text).sort()).not.toEqual([...expected].sort())
  })

  it('十行里至少一行什么也读不出', () => {
    expect(cases.filter((row) => row.expect.length === 0).length * 10).toBeGreaterThanOrEqual(cases.length)
  })

  it('每一处提及的原文都含在它的句子里，出处就是原句', () => {
    for (const { title, text } of cases) {
      const reading = read(title, text)
      const found = relatePrograms(reading)
      for (const mention of found.mentions) {
        const sentence = reading.sentences.find(({ start, end }) => start <= mention.start && mention.end <= end)
        expect(sentence, mention.name).toBeDefined()
        expect(mention.end).toBeGreaterThan(mention.start)
      }
    }
  })

  const { rules } = programWords(lexicon)
  it('规则编号各不相同', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
  })

  it.each(rules)('$id 读得出自己的例句，读不出近似句', (rule) => {
    const fires = (text: string): boolean =>
      relatePrograms(read('宁波市奉化区卫生健康局2022年工作总结', text)).claims.some((claim) => claim.rule === rule.id)
    expect([fires(rule.example), fires(rule.nearMiss)]).toEqual([true, false])
  })
})

describe('只认出了市的一个区的文字', () => {
  const who = (text: string): unknown[] =>
    relatePrograms(read('保山市2023年工作安排', text)).claims.flatMap((claim) => (claim.kind === 'relation' ? [claim.subject] : []))

  it('说区委、区政府的话，又只提到一个区：是那个区的', () => {
    expect(who('完成隆阳区人民医院搬迁。\n推进健康素养提升工程，办好区委、区政府交办的事项。')).toEqual(['district/530502'])
  })

  it('说我市的话，或提到的区不是所说的级别：仍是市的', () => {
    const city = ['district/530500']
    expect(who('完成隆阳区人民医院搬迁。\n推进健康素养提升工程，我市指标居前，办好区委、区政府交办的事项。')).toEqual(city)
    expect(who('完成隆阳区人民医院搬迁。\n推进健康素养提升工程，办好县委、县政府交办的事项。')).toEqual(city)
  })
})

describe('不成举措的说法', () => {
  const rules = (['program-told', 'program-nameless'] as const).flatMap((file) => [...wordingRules(lexicon, file)])

  it('规则编号各不相同', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
  })

  it.each(rules)('$id 例句里读不出举措，近似句里读得出', ({ example, nearMiss }) => {
    const title = '宁波市奉化区卫生健康局2022年工作总结'
    expect([relate(title, example), relate(title, nearMiss).length > 0]).toEqual([[], true])
  })
})

describe('去掉引号', () => {
  it('成对的引号记下位置，落单的丢掉', () => {
    const bare = bareText({ text: '推进“三免三惠”健康行动和“一件' })
    expect(bare.text).toBe('推进三免三惠健康行动和一件')
    expect(bare.quotes).toEqual([{ from: 2, to: 6 }])
  })

  it('名称从引号里开始时，跨度含这个引号', () => {
    const sentence = { text: '推进“三免三惠”健康行动' }
    const span = withMarks(bareText(sentence), sentence, { from: 2, to: 10 })
    expect(sentence.text.slice(span.from, span.to)).toBe('“三免三惠”健康行动')
  })
})

describe('举措的核心名', () => {
  it.each([
    ['公立医院综合改革工作', '公立医院综合改革'],
    ['健康长兴28个专项行动', '健康长兴专项行动'],
    ['“清廉医院”建设', '清廉医院'],
    ['筛查项目', '筛查项目'],
  ])('%s → %s', (name, core) => {
    expect(coreOf(name)).toBe(core)
  })
})
