/** Names in single sentences, by rows of tests/cases/names.json. */
import { describe, expect, test } from 'vitest'
import type { Place } from '../../../cypher/model/index.ts'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { createSegmenter } from '../../../ingest/recognise/index.ts'
import { findNames } from '../../../ingest/recognise/names.ts'
import { namingContext } from '../../../ingest/recognise/naming/context.ts'
import rows from '../../cases/names.json' with { type: 'json' }

interface Row {
  readonly home: string
  readonly text: string
  readonly names: string[][]
  readonly note?: string
  readonly todo?: string
}

const lexicon = loadLexicon()
const segment = createSegmenter('@node-rs/jieba')

/** 330213, or mask:341200:XX市 for a masked home under a city. */
function homeOf(code: string): Place[] {
  if (!code.startsWith('mask:')) return [...lexicon.divisions.chain(code)]
  const [, above = '', name = ''] = code.split(':')
  return [
    ...(above === '' ? [] : lexicon.divisions.chain(above)),
    { id: `district/@0123456789ab.${name}`, name, level: 'county', masked: true },
  ]
}

function readNames({ home, text }: Row): string[][] {
  const says = (wording: string): boolean => text.includes(wording)
  const context = namingContext({ lexicon, segment, document: '0123456789abcdef', home: homeOf(home), says })
  return findNames(context, text).map(({ from, to, named }) => [text.slice(from, to), named.label, named.name])
}

describe('句子里的名称', () => {
  for (const row of rows as Row[]) {
    const title = `${row.home} ${row.text}`
    if (row.todo === undefined) test(title, () => expect(readNames(row)).toEqual(row.names))
    else test.fails(`${title}（${row.todo}）`, () => expect(readNames(row)).toEqual(row.names))
  }

  test('上级的地方不明时，市人民医院与省人民医院是两家', () => {
    const text = '县人民医院由市人民医院托管，省人民医院帮扶，市人民医院派出专家。'
    const says = (wording: string): boolean => text.includes(wording)
    const context = namingContext({ lexicon, segment, document: '0123456789abcdef', home: homeOf('mask::XX县'), says })
    const ids = findNames(context, text).map(({ named }) => named.entity)
    expect(ids).toHaveLength(4)
    expect(new Set(ids).size).toBe(3)
    expect(ids[1]).toBe(ids[3])
  })

  test('每十行至少一行什么都不应认出', () => {
    expect((rows as Row[]).filter((row) => row.names.length === 0).length * 10).toBeGreaterThanOrEqual(rows.length)
  })
})
