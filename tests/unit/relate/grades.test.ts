/** Grades and beds of hospitals, only where a text tells them as reached. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { createSegmenter } from '../../../ingest/recognise/segment.ts'
import { relateGrades } from '../../../ingest/relate/grades.ts'
import { oneReading } from '../one-reading.ts'

const cases = JSON.parse(readFileSync(new URL('../../cases/grades.json', import.meta.url), 'utf8')) as {
  title: string
  text: string
  expect: string[]
}[]

describe('医院等级与床位', () => {
  it.each(cases)('$text', ({ title, text, expect: expected }) => {
    const raw = { id: 'c'.repeat(64), text: `${title}\n\n${text}\n`, encoding: 'utf-8', problems: [], meta: {} }
    const reading = oneReading(raw, loadLexicon(), createSegmenter())
    const names = new Map(reading.mentions.flat().map((mention) => [mention.entity, mention.name]))
    const lines = relateGrades(reading).claims.flatMap((claim) =>
      claim.kind === 'statement' ? [`${names.get(claim.subject)} ${claim.key} ${String(claim.value)}`] : [],
    )
    expect(lines.sort()).toEqual(expected)
  })
})
