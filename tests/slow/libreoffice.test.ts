/** What LibreOffice writes: the same report as .doc, .docx and .pdf reads alike. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { readWell, rowsOf } from '../unit/read/read-bytes.ts'

const program = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
const LINES = [
  '青岚县卫生健康局2023年工作总结',
  '一、深化医疗协作',
  '县人民医院与江州大学附属第一医院签订合作协议，在心血管内科开展技术协作。',
  '青岚县卫生健康局',
  '2024年1月5日',
]
const ROWS = [
  ['序号', '项目名称', '责任单位'],
  ['1', '县人民医院迁建工程', '县卫健局'],
  ['2', '县中医院扩建', '县中医院'],
]
const HTML = `<html><head><meta charset="utf-8"></head><body><h1>${LINES[0]}</h1><p>${LINES[1]}</p><p>${LINES[2]}</p>
<table border="1" width="100%">${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table><p>${LINES[3]}</p><p>${LINES[4]}</p></body></html>`
/** The PDF comes from the .docx, as in an office: LibreOffice's own layout of a web page may leave a heading out. */
const STEPS = [
  { kind: 'doc', filter: 'doc:MS Word 97', from: 'report.html' },
  { kind: 'docx', filter: 'docx:MS Word 2007 XML', from: 'report.html' },
  { kind: 'pdf', filter: 'pdf:writer_pdf_Export', from: 'report.docx' },
]

test.runIf(process.env['CI'] !== undefined)('CI 里必须有 LibreOffice', () => {
  expect(program).toBeDefined()
})

describe.skipIf(program === undefined)('LibreOffice 写的文件（没有 soffice 时跳过）', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yilian-office-'))
    await writeFile(join(folder, 'report.html'), HTML)
  })
  afterAll(async () => rm(folder, { recursive: true, force: true }))

  for (const { kind, filter, from } of STEPS) {
    it(`.${kind}：文字逐字不差，表格成行`, async () => {
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      execFileSync(program ?? '', [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, from)], {
        timeout: 180_000,
      })
      const { text } = await readWell(`report.${kind}`, await readFile(join(folder, `report.${kind}`)))
      expect(rowsOf(text).map(({ cells }) => cells)).toEqual(ROWS)
      expect(
        text
          .split('\n')
          .filter((line) => !line.includes('\t'))
          .join(''),
      ).toBe(LINES.join(''))
    }, 240_000)
  }
})
