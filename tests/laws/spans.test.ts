/** Law: what a mention or a claim points at is what stands in the document, in every report of seeds/. */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../../ingest/lexicon/load.ts'
import { readFile } from '../../ingest/read/index.ts'
import { createSegmenter, relateHierarchy } from '../../ingest/recognise/index.ts'
import { oneReading } from '../unit/one-reading.ts'

const lexicon = loadLexicon()
const segment = createSegmenter('@node-rs/jieba')
const folder = new URL('../../seeds/reports/', import.meta.url)

describe.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s', (name) => {
  test('每处名称的原文就是读法里的名称', async () => {
    const result = await readFile(new URL(name, folder).pathname)
    if (!result.ok) throw new Error(result.problems[0]?.message)
    const reading = oneReading(result.raw, lexicon, segment)
    const { text } = reading.document
    for (const sentence of reading.sentences) {
      const mentions = reading.mentions[sentence.index] ?? []
      let last = 0
      for (const mention of mentions) {
        expect(mention.from).toBeGreaterThanOrEqual(last)
        last = mention.to
        const surface = text.slice(mention.start, mention.end).replace(/\s/gu, '')
        expect(surface.normalize('NFKC')).toBe(sentence.text.slice(mention.from, mention.to).normalize('NFKC'))
      }
      expect(text.slice(sentence.start, sentence.end).trim()).toBe(text.slice(sentence.start, sentence.end))
    }
  })

  test('由名称推出的各处都在文中，两次读得一样', async () => {
    const result = await readFile(new URL(name, folder).pathname)
    if (!result.ok) throw new Error(result.problems[0]?.message)
    const reading = oneReading(result.raw, lexicon, segment)
    const found = relateHierarchy(reading)
    for (const { start, end } of [...found.mentions, ...found.claims]) {
      expect(start).toBeLessThanOrEqual(end)
      expect(end).toBeLessThanOrEqual(reading.document.text.length)
    }
    expect(relateHierarchy(oneReading(result.raw, lexicon, segment))).toEqual(found)
  })
})
