import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tools } from '../../../ingest/extract-document.ts'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { jobsFor, openReader } from '../../../ingest/many/document-reader.ts'
import type { Outcome } from '../../../ingest/many/read-document.ts'
import { ReadingProcess } from '../../../ingest/many/reading-process.ts'
import { extractFiles } from '../../../ingest/pipeline.ts'
import { createSegmenter } from '../../../ingest/recognise/segment.ts'

const tools: Tools = { lexicon: loadLexicon(), segment: createSegmenter('@node-rs/jieba') }
let folder: string
let files: string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yilian-many-'))
  files = []
  for (let index = 0; index < 6; index++) {
    const path = join(folder, `${index}.txt`)
    await writeFile(path, `宁波市奉化区卫生健康局2022年工作总结\n奉化区人民医院与宁波市第${index + 1}医院签订医联体协议。\n`)
    files.push(path)
  }
  await writeFile(join(folder, '3b.txt'), '')
  files.push(join(folder, '3b.txt'))
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

async function extractWith(jobs: number): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const one of extractFiles([folder], tools, { jobs })) all.push(one)
  return all
}

test('两个进程与一个进程读出来一样，次序也一样，读不了的也一样', async () => {
  const alone = await extractWith(1)
  expect(alone).toHaveLength(7)
  expect(alone.filter((one) => typeof one === 'object' && one !== null && 'unread' in one)).toHaveLength(1)
  expect(await extractWith(2)).toEqual(alone)
})

test('进程读到一半死了，说出是哪个文件，其余照读', async () => {
  let first = true
  const reader = openReader(tools, 2, async (segmenter) => {
    const started = await ReadingProcess.start(segmenter)
    if (!first) return started
    first = false
    const read = started.process.read.bind(started.process)
    started.process.read = async (path: string): Promise<Outcome> => {
      const outcome = read(path)
      if (started.process.pid !== undefined) process.kill(started.process.pid, 'SIGKILL')
      return outcome
    }
    return started
  })
  try {
    const outcomes = await Promise.all(files.map(async (path) => ({ path, outcome: await reader.read(path) })))
    const told = outcomes.flatMap(({ path, outcome }) => ('unread' in outcome && !path.endsWith('3b.txt') ? [{ path, outcome }] : []))
    expect(told).toHaveLength(1)
    expect(told[0]?.outcome).toMatchObject({ unread: { problems: [{ code: 'read.process-ended' }] } })
    expect(JSON.stringify(told[0]?.outcome)).toContain(told[0]?.path)
  } finally {
    reader.close()
  }
})

test('起不了进程、或进程读法不同，就在本进程里读', async () => {
  const failing = openReader(tools, 2, async () =>
    ReadingProcess.start('@node-rs/jieba').then(({ process }) => ({ process, engine: { segmenter: '?', lexicon: '?', code: '?' } })),
  )
  const outcomes = await Promise.all(files.map(async (path) => failing.read(path)))
  failing.close()
  expect(outcomes.filter((outcome) => 'record' in outcome)).toHaveLength(6)
})

test('文件少就不另起进程，问了几个就几个', () => {
  expect(jobsFor(5)).toBe(1)
  expect(jobsFor(5, 3)).toBe(3)
  expect(jobsFor(2, 8)).toBe(2)
  expect(jobsFor(0, 8)).toBe(1)
  expect(jobsFor(1000)).toBeGreaterThanOrEqual(1)
})
