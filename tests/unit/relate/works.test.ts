/** Works rules over hand-made readings: cases, the rule file's own examples, every stage word, spans and linear work. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { relateWorks } from '../../../ingest/relate/works.ts'
import { readMarked, type MarkedCase } from './works-reading.ts'
import { tellWorks, type ToldProject } from './works-told.ts'

interface Case extends MarkedCase {
  readonly note?: string
  readonly projects: readonly ToldProject[]
}

interface Rule {
  readonly id: string
  readonly example: string
  readonly nearMiss: string
  readonly header?: readonly string[]
  readonly status?: string
  readonly list?: string
}

const cases = JSON.parse(readFileSync(new URL('../../cases/works.json', import.meta.url), 'utf8')) as Case[]
const lexicon = loadLexicon()
const rules = lexicon.rules('works').map(({ record }) => record as Rule)
const review = { kind: 'review', year: 2023 } as const

function firedBy(text: string, header?: readonly string[]): ReadonlySet<string> {
  const found = relateWorks(readMarked({ text, section: review, ...(header === undefined ? {} : { header }) }))
  return new Set(found.claims.map((claim) => claim.rule))
}

describe('工程', () => {
  it.each(cases)('$note $text', (given) => {
    expect(tellWorks(readMarked(given))).toEqual(given.projects)
  })

  it('至少十分之一的用例什么也读不出', () => {
    expect(cases.filter((given) => given.projects.length === 0).length * 10).toBeGreaterThanOrEqual(cases.length)
  })

  it('每句引文等于原文，并罩住整句', () => {
    for (const given of cases) {
      const reading = readMarked(given)
      const { claims, mentions } = relateWorks(reading)
      for (const claim of claims)
        expect(reading.sentences.some((sentence) => sentence.start === claim.start && sentence.end === claim.end)).toBe(true)
      for (const mention of mentions) expect(reading.document.text.slice(mention.start, mention.end)).not.toBe('')
    }
  })
})

describe('工程规则自带的例句', () => {
  it.each(rules.filter((rule) => rule.status === undefined))('$id', (rule) => {
    expect(firedBy(rule.example, rule.header)).toContain(rule.id)
    expect(firedBy(rule.nearMiss, rule.header)).not.toContain(rule.id)
  })

  it.each(rules.filter((rule) => rule.status !== undefined))('$id', (rule) => {
    expect(tellWorks(readMarked({ text: rule.example, section: review })).map((told) => told['status'])).toEqual([rule.status])
    expect(tellWorks(readMarked({ text: rule.nearMiss, section: review })).map((told) => told['status'])).not.toContain(rule.status)
  })
})

describe('阶段词', () => {
  const words = rules.flatMap((rule) =>
    rule.list === undefined ? [] : lexicon.words(rule.list).map((word) => ({ word, status: rule.status })),
  )

  it.each(words)('$word 是 $status', ({ word, status }) => {
    const text = `〔县人民医院〕感染楼项目现${word.replace('~', '')}。`
    const told = tellWorks(readMarked({ text, section: review }))[0]
    expect(told?.['status']).toBe(status)
  })
})

describe('很长的文', () => {
  const clause = '〔县人民医院〕感染楼项目总投资2亿元，主体封顶，预计2026年投用'

  it.each([
    ['许多句', '。'],
    ['一句极长的话', '，'],
    ['一句极长的话，以分号相隔', '；'],
  ])('%s：读得完，也不漏', (_name, mark) => {
    const found = relateWorks(readMarked({ text: `${clause}${mark}`.repeat(1000), section: review }))
    expect(found.claims.length).toBeGreaterThan(0)
  })

  it('没有单位的长句什么也读不出', () => {
    expect(relateWorks(readMarked({ text: '建设中心项目楼，'.repeat(4000), section: review })).claims).toEqual([])
  })
})
