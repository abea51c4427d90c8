/** Whose text it is, by rows of tests/cases/home.json. */
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import type { RawDocument } from '../../../ingest/read/index.ts'
import { createSegmenter, describeDocument } from '../../../ingest/recognise/index.ts'
import rows from '../../cases/home.json' with { type: 'json' }

interface Row {
  readonly text: string
  readonly home: string[]
  readonly publisher?: string
  readonly speaker?: string | null
  readonly published?: string
  readonly year?: number | null
  readonly kind?: string
  readonly todo?: string
}

const lexicon = loadLexicon()
const segment = createSegmenter('@node-rs/jieba')

function describeText(text: string) {
  const raw: RawDocument = { id: '0123456789abcdef', text, encoding: 'utf-8', problems: [], meta: {} }
  return describeDocument(raw, lexicon, segment)
}

describe('发文地', () => {
  for (const { text, home, todo, ...expected } of rows as Row[]) {
    const check = (): void => {
      const found = describeText(text)
      expect(found.home.map((place) => place.name)).toEqual(home)
      for (const key of ['publisher', 'speaker', 'published', 'year', 'kind'] as const) {
        if (expected[key] !== undefined) expect(found[key]).toBe(expected[key])
      }
    }
    const title = text.slice(0, 40).replaceAll('\n', ' / ')
    if (todo === undefined) test(title, check)
    else test.fails(`${title}（${todo}）`, check)
  }

  test('遮蔽的地方带文档自己的编号，上级照实', () => {
    const { home } = describeText((rows as Row[])[11]?.text ?? '')
    expect(home.at(-1)).toEqual({ id: 'district/@0123456789ab.XX市', name: 'XX市', level: 'county', masked: true })
    expect(home[1]?.id).toBe('district/341200')
  })

  test('来源、标题与网址照印', () => {
    const found = describeText('甲医院纪事\n来源：宁化县融媒体中心 发布时间：2023-05-16\nhttps://example.test/a/1.html\n宁化县推进改革。')
    expect(found).toMatchObject({ source: '宁化县融媒体中心', url: 'https://example.test/a/1.html', published: '2023-05-16' })
  })
})
