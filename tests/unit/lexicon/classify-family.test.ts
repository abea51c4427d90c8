/** Families of programs by name: the overlaps that the ontology rules, and the gold. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readGold } from '../../../ingest/evaluate/index.ts'
import { classifyFamily } from '../../../ingest/lexicon/classify-family.ts'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'

const lexicon = loadLexicon()
const rowSchema = z.object({ name: z.string(), context: z.string().optional(), family: z.string() })
const rows = z.array(rowSchema).parse(JSON.parse(readFileSync(new URL('../../cases/program-families.json', import.meta.url), 'utf8')))

describe('举措归类', () => {
  test.each(rows)('$name → $family', ({ name, context, family }) => expect(classifyFamily(name, lexicon, context)).toBe(family))

  test('权重大的词胜过长的词，同重取靠后的', () => {
    const words = [
      { word: '人才队伍', family: 'talent', weight: 4 },
      { word: '中医药', family: 'tcm', weight: 9 },
      { word: '互联网', family: 'digital_health', weight: 9 },
    ] as const
    const small = { ...lexicon, programByName: new Map(), familyWords: words }
    expect(classifyFamily('中医药人才队伍', small)).toBe('tcm')
    expect(classifyFamily('互联网中医药服务', small)).toBe('tcm')
  })

  test('金标准的核心举措至少九成三归对', () => {
    const { golds } = readGold(fileURLToPath(new URL('../../gold', import.meta.url)))
    const programs = golds.flatMap((gold) => gold.entities).filter((entity) => entity.type === 'Program' && entity.core)
    const right = programs.filter(({ name, attrs, attrs_alt }) => {
      const allowed = [attrs['family'], attrs['familyAlso'], ...(attrs_alt['family'] ?? [])].flat()
      return allowed.includes(classifyFamily(name, lexicon))
    })
    expect(right.length / programs.length).toBeGreaterThanOrEqual(0.93)
  })
})
