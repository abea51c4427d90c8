/** The same files in any order give the same graph (architecture.md, "Identity"). */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { entityFaults, relationFaults } from '../../cypher/model/index.ts'
import { createSegmenter, loadLexicon } from '../../ingest/index.ts'
import type { DocumentRecord } from '../../ingest/ledger/index.ts'
import { extractFiles } from '../../ingest/pipeline.ts'
import { foldExtraction } from '../../ingest/resolve/extraction.ts'
import { resolve } from '../../ingest/resolve/index.ts'

const REPORTS = fileURLToPath(new URL('../../seeds/reports/', import.meta.url))
const files = readdirSync(REPORTS)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => join(REPORTS, name))

let records: DocumentRecord[]

async function read(paths: readonly string[]): Promise<DocumentRecord[]> {
  const found: DocumentRecord[] = []
  for await (const one of extractFiles(paths, { lexicon: loadLexicon(), segment: createSegmenter() }))
    if ('record' in one) found.push(one.record)
  return found
}

beforeAll(async () => {
  records = await read(files)
})

test('读出来的东西说得通：没有坏论断，属性都合模型，引文就是原文', () => {
  expect(records.flatMap((record) => record.problems)).toEqual([])
  const { entities, relations, problems } = resolve(records)
  expect(problems.filter(({ code }) => code !== 'resolve.same-as-refused' && code !== 'resolve.one-end')).toEqual([])
  expect([...entities.flatMap(entityFaults), ...relations.flatMap(relationFaults)]).toEqual([])
  const textById = new Map(records.map(({ document }) => [document.id, document.text]))
  const citations = [
    ...entities.flatMap(({ mentions, statements }) => [...mentions, ...statements]),
    ...relations.flatMap(({ evidence }) => evidence),
  ]
  expect(citations.length).toBeGreaterThan(100)
  for (const { document, start, end, text } of citations) expect(textById.get(document)?.slice(start, end)).toBe(text)
  for (const { basis, evidence } of relations) if (basis === 'text') expect(evidence.length).toBeGreaterThan(0)
})

test('三种顺序，同一张图', () => {
  const straight = foldExtraction(records, [])
  const turned = foldExtraction([...records].reverse(), [])
  const mixed = foldExtraction(
    [2, 0, 4, 1, 3].flatMap((index) => records[index] ?? []),
    [],
  )
  expect(turned).toEqual(straight)
  expect(mixed).toEqual(straight)
})

test('再读一遍，同样的记录', async () => {
  expect(await read([...files].reverse())).toEqual([...records].reverse())
})
