/** Binary Word documents; what hangs or crashes the parser ends with a line, and the next file is read. */
import { describe, expect, test } from 'vitest'
import { readDoc } from '../../../ingest/read/word/read-doc.ts'
import { makeCompound, makeDoc } from './make-doc.ts'
import { readWell, refusalOf } from './read-bytes.ts'

const TEXT =
  '青岚县卫生健康局2023年工作总结\r一、深化医疗协作\r县人民医院与江州大学附属第一医院签订“双向转诊”合作协议——附名单。\r\r青岚县卫生健康局\r'

test('正文一段一行', async () => {
  const { text, problems, encoding } = await readWell('report.doc', makeDoc(TEXT))
  expect(text).toBe(
    '青岚县卫生健康局2023年工作总结\n一、深化医疗协作\n县人民医院与江州大学附属第一医院签订“双向转诊”合作协议——附名单。\n青岚县卫生健康局',
  )
  expect([problems, encoding]).toEqual([[], 'doc'])
})

test('域代码不在正文里，图片的占位符去掉', async () => {
  const { text } = await readWell('field.doc', makeDoc('见\x13 HYPERLINK "http://a.example" \x14江州医院网站\x15。\x01\r'))
  expect(text).toBe('见江州医院网站。')
})

test('没有文字、截断、别的程序的复合文件', async () => {
  expect(await refusalOf('blank.doc', makeDoc('\r\r'))).toEqual(['read.empty'])
  expect(await refusalOf('cut.doc', makeDoc(TEXT).subarray(0, 1200))).toEqual(['read.damaged'])
  expect(await refusalOf('bad.doc', makeDoc(TEXT).subarray(0, 2000))).not.toEqual(['read'])
  expect(await refusalOf('sheet.doc', makeCompound({ Workbook: Buffer.alloc(4096) }))).toEqual(['read.binary'])
})

test('名为 .doc 的网页、RTF、纯文本', async () => {
  const page = await readWell('page.doc', '<html><body><p>县人民医院与江州医院签约。</p></body></html>')
  expect([page.text, page.problems.map(({ code }) => code)]).toEqual(['县人民医院与江州医院签约。', ['read.other-format']])
  expect(await refusalOf('rtf.doc', '{\\rtf1\\ansi hello}')).toEqual(['read.binary'])
  const plain = await readWell('plain.doc', '县人民医院与江州医院签约。')
  expect([plain.text, plain.problems.map(({ code }) => code)]).toEqual(['县人民医院与江州医院签约。', ['read.other-format']])
})

describe('扇区链成环', () => {
  const ring = (): Buffer => {
    const bytes = Buffer.from(makeDoc(TEXT))
    // The chain of the text stream runs in a circle of two sectors.
    bytes.writeInt32LE(3, 512 + 2 * 4)
    bytes.writeInt32LE(2, 512 + 3 * 4)
    return bytes
  }

  test.each([
    ['到了时限', { deadline: 300 }],
    // An array too long for the engine, which ends the process that makes it.
    ['内存用尽', { deadline: 50_000 }],
  ])(
    '%s就放手，下一份照读',
    async (_, limits) => {
      const given = await readDoc({ path: 'ring.doc', id: 'x', bytes: ring() }, limits)
      expect(given.ok ? [] : given.problems.map(({ code }) => code)).toEqual(['read.too-slow'])
      expect((await readWell('report.doc', makeDoc(TEXT))).text).toContain('江州大学')
    },
    60_000,
  )
})
