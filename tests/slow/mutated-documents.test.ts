/** Five thousand damaged documents: reading ends, nothing throws, and every span still points at what it says. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { extractDocument } from '../../ingest/extract-document.ts'
import { createSegmenter, loadLexicon } from '../../ingest/index.ts'
import type { RawDocument } from '../../ingest/read/index.ts'
import { prepareReadings } from '../../ingest/recognise/index.ts'

const REPORTS = fileURLToPath(new URL('../../seeds/reports/', import.meta.url))
const DOCUMENTS = 5000
const AT_ONCE = 500
const tools = { lexicon: loadLexicon(), segment: createSegmenter() }
const texts = readdirSync(REPORTS)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(REPORTS, name), 'utf8'))

type Random = (below: number) => number

function randomOf(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const MARKS = ['（', '）', '“', '”', '，', '。', '、', '\n', '\t', '|', '：', ' ', '*', 'X', '\u3000', '\u200B', '\uD83D', '𠮷', '1', '年']

/** One way to damage a text. */
type Damage = (text: string, random: Random) => string

const stretch = (text: string, random: Random, most: number): [number, number] => {
  const from = random(text.length + 1)
  return [from, Math.min(text.length, from + 1 + random(most))]
}

const damages: readonly Damage[] = [
  (text, random) => {
    const [from, to] = stretch(text, random, 30)
    return text.slice(0, from) + text.slice(to)
  },
  (text, random) => {
    const [from, to] = stretch(text, random, 40)
    const at = random(text.length + 1)
    return text.slice(0, at) + text.slice(from, to) + text.slice(at)
  },
  (text, random) => {
    const [from, to] = stretch(text, random, 12)
    const middle = (from + to) >> 1
    return text.slice(0, from) + text.slice(middle, to) + text.slice(from, middle) + text.slice(to)
  },
  (text, random) => {
    const at = random(text.length + 1)
    return text.slice(0, at) + (MARKS[random(MARKS.length)] ?? '').repeat(1 + random(random(8) === 0 ? 200 : 3)) + text.slice(at)
  },
  (text, random) => {
    const [from, to] = stretch(text, random, 30)
    const depth = 1 + random(6)
    return `${text.slice(0, from)}${'“（'.repeat(depth)}${text.slice(from, to)}${'）”'.repeat(depth)}${text.slice(to)}`
  },
  (text, random) => (random(10) === 0 ? text.replaceAll(/[。\n]/gu, '') : text.replace('。', '')),
  (text, random) => (random(10) === 0 ? text.replaceAll('\n', '\t') : text.replace('\n', '')),
]

function makeDocument(number: number): RawDocument {
  const random = randomOf(number)
  const whole = texts[number % texts.length] ?? ''
  const from = random(Math.max(1, whole.length - 200))
  let text = whole.slice(from, from + 100 + random(900))
  for (let times = random(25); times >= 0; times--) text = damages[random(damages.length)]?.(text, random) ?? text
  return { id: createHash('sha256').update(`${number}`).digest('hex'), text, encoding: 'utf-8', meta: {}, problems: [] }
}

/** What is wrong with how a document was read. No `expect` for each span: there are millions. */
function faultsOf(raw: RawDocument): string[] {
  const faults: string[] = []
  for (const reading of prepareReadings(raw, tools.lexicon, tools.segment).readings)
    for (const sentence of reading.sentences)
      for (const { start, end, from, to } of reading.mentions[sentence.index] ?? [])
        if (plain(raw.text.slice(start, end)) !== plain(sentence.text.slice(from, to))) faults.push(`${start}–${end} 不是读到的名称`)
  const { mentions, claims, problems } = extractDocument(raw, tools)
  for (const { message } of problems) faults.push(message)
  for (const { start, end } of [...mentions, ...claims]) {
    const isInside = start >= 0 && start <= end && end <= raw.text.length
    if (!isInside || (start < end && raw.text.slice(start, end).trim() === '')) faults.push(`${start}–${end} 不在正文里`)
  }
  return faults
}

/** Without what the reading form leaves out: white space, invisible characters, differences of width. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '')
}

test.each(Array.from({ length: DOCUMENTS / AT_ONCE }, (_, index) => index * AT_ONCE))('第 %i 份起的五百份', (first) => {
  for (let number = first; number < first + AT_ONCE; number++) {
    const raw = makeDocument(number)
    expect(faultsOf(raw), `第 ${number} 份：${JSON.stringify(raw.text)}`).toEqual([])
  }
})
