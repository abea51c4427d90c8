/** Scores of small rows, and the same figures as the reference where it is at hand. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { entityLabels, claimedTypes, extractionSchema } from '../../../cypher/model/index.ts'
import { threeDecimals } from '../../../ingest/evaluate/format.ts'
import { formatScores, goldSchema, readGold, scoreExtraction } from '../../../ingest/evaluate/index.ts'
import { entityOf, relationOf, spoilGold } from './synthetic.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).default({})
const names = z.array(z.string()).default([])
const rowSchema = z.object({
  title: z.string(),
  gold: goldSchema.omit({ doc: true }),
  entities: z.array(
    z.object({ id: z.string(), label: z.enum(entityLabels), name: z.string(), aliases: names, attrs: values, mentions: names }),
  ),
  relations: z.array(z.object({ type: z.enum(claimedTypes), from: z.string(), to: z.string(), attrs: values, text: z.string() })),
  lines: z.array(z.string()),
})
const rows = z.array(rowSchema).parse(JSON.parse(readFileSync(join(ROOT, 'tests/cases/scoring.json'), 'utf8')))

describe('打分规则', () => {
  test.each(rows)('$title', ({ gold, entities, relations, lines }) => {
    const extraction = {
      documents: [],
      entities: entities.map((entity) => entityOf('reports/case.txt', entity)),
      relations: relations.map((relation) => relationOf('reports/case.txt', relation)),
    }
    const printed = formatScores(scoreExtraction([{ ...gold, doc: 'case' }], extraction), true).split('\n')
    expect(printed).toEqual(expect.arrayContaining(lines))
  })

  test('别的文档里的实体与本文档无关', () => {
    const gold = goldSchema.parse({ doc: 'here', entities: [], relations: [] })
    const entities = [entityOf('elsewhere.txt', { id: 'a', label: 'Hospital', name: '云溪县人民医院', mentions: ['云溪县人民医院'] })]
    const scores = scoreExtraction([gold], { documents: [], entities, relations: [] })
    expect(scores.entities.canonical.Hospital).toEqual({ right: 0, extra: 0, missing: 0 })
  })

  test('恰在中间的小数取偶，与参考一致', () => {
    expect([1 / 16, 3 / 16, 13 / 16, 15 / 16, 2 / 3, 1].map(threeDecimals)).toEqual(['0.062', '0.188', '0.812', '0.938', '0.667', '1.000'])
  })
})

describe('金标准', () => {
  const { golds } = readGold(join(ROOT, 'tests/gold'))

  test('原样交上去便是满分', () => {
    const whole = spoilGold([], 1)
    for (const gold of golds) {
      whole.entities.push(
        ...gold.entities.map((one) =>
          entityOf(gold.doc, { id: `${gold.doc}/${one.id}`, label: one.type, name: one.name, attrs: one.attrs, mentions: one.mentions }),
        ),
      )
      whole.relations.push(
        ...gold.relations.map((one) =>
          relationOf(gold.doc, {
            type: one.type,
            from: `${gold.doc}/${one.from}`,
            to: `${gold.doc}/${one.to}`,
            attrs: one.attrs,
            text: one.quotes[0] ?? one.type,
          }),
        ),
      )
    }
    expect(formatScores(scoreExtraction(golds, whole)).split('\n').at(-1)).toBe(
      'core relations F1 1.000 (P 1.000) | entities F1 1.000 | attributes 1.000 | programs F1 1.000',
    )
  })

  test('弄坏的提取结果仍合乎提取的格式', () => {
    expect(extractionSchema.safeParse(spoilGold(golds, 7)).success).toBe(true)
  })
})

const REFERENCE = join(ROOT, '../shared/gold/score.py')
const hasReference = existsSync(REFERENCE) && spawnSync('python3', ['--version']).status === 0
const runs = ['.', 'dev/gold'].flatMap((set) => [1, 2, 3].map((seed) => ({ set, seed })))

describe.skipIf(!hasReference)('与参考打分逐行一致', () => {
  test.each(runs)('第 $seed 组错误，$set', ({ set, seed }) => {
    const folder = join(ROOT, '../shared/gold', set)
    const { golds, merge } = readGold(folder)
    const extraction = spoilGold(golds, seed)
    const temporary = mkdtempSync(join(tmpdir(), 'score-'))
    try {
      const file = join(temporary, 'prediction.json')
      writeFileSync(file, JSON.stringify(extraction))
      const options = merge === undefined ? [] : ['--merge', join(folder, 'merge.json')]
      const reference = execFileSync('python3', [REFERENCE, folder, file, '--detail', ...options], {
        encoding: 'utf8',
        env: { ...process.env, PYTHONIOENCODING: 'utf8', PYTHONDONTWRITEBYTECODE: '1' },
      })
      const ours = formatScores(scoreExtraction(golds, extraction, merge === undefined ? {} : { merge }), true)
      expect(splitReport(ours)).toEqual(splitReport(reference))
    } finally {
      rmSync(temporary, { recursive: true })
    }
  })
})

/** The figures in their order; the errors without theirs (sets have none) and without the values, which print otherwise in Python. */
function splitReport(report: string): { figures: string[]; errors: string[] } {
  const lines = report.trimEnd().split('\n')
  const first = lines.indexOf('entities, canonical name')
  const errors = lines.slice(0, first).map((line) => line.replace(/((?:WRONG|MADE UP) +\w+): .*? on (?=[A-Z])/u, '$1 on '))
  return { figures: lines.slice(first), errors: errors.sort() }
}
