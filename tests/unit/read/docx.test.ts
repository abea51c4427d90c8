/** Word documents made by a real writer, and zip files that mean harm. */
import { Document, Footer, Header, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, type ISectionOptions } from 'docx'
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { expect, test } from 'vitest'
import { readBytes, readWell, refusalOf, rowsOf } from './read-bytes.ts'

const TITLE = '青岚县卫生健康局2023年工作总结'

const cell = (text: string, options: { rowSpan?: number; columnSpan?: number } = {}): TableCell =>
  new TableCell({ children: text.split('|').map((line) => new Paragraph(line)), ...options })
const row = (...children: TableCell[]): TableRow => new TableRow({ children })

async function makeDocx(children: ISectionOptions['children'], title = TITLE): Promise<Uint8Array> {
  const headers = { default: new Header({ children: [new Paragraph('页眉不是正文')] }) }
  const footers = { default: new Footer({ children: [new Paragraph('页脚不是正文')] }) }
  return new Uint8Array(await Packer.toBuffer(new Document({ title, sections: [{ headers, footers, children }] })))
}

const report = async (): Promise<Uint8Array> =>
  makeDocx([
    new Paragraph({ text: TITLE, heading: HeadingLevel.TITLE }),
    new Paragraph({ text: '一、深化医疗协作', heading: HeadingLevel.HEADING_1 }),
    new Paragraph({
      children: [
        new TextRun('　　县人民医院与'),
        new TextRun({ text: '江州大学附属第一医院', bold: true }),
        new TextRun('签订合作协议。'),
        new TextRun({ text: '换行之后。', break: 1 }),
      ],
    }),
    new Table({
      rows: [
        row(cell('重点项目（单位：万元）', { columnSpan: 3 })),
        row(cell('序号'), cell('项目名称'), cell('责任单位')),
        row(cell('1'), cell('县人民医院|迁建工程'), cell('县卫健局', { rowSpan: 2 })),
        row(cell(''), cell('县中医院扩建')),
      ],
    }),
    new Paragraph('青岚县卫生健康局'),
    new Paragraph('2024年1月5日'),
  ])

test('标题、段落、表格、落款成行；页眉页脚不在正文里', async () => {
  const { text, meta, problems } = await readWell('report.docx', await report())
  expect(text.split('\n').filter((line) => !line.includes('\t'))).toEqual([
    TITLE,
    '一、深化医疗协作',
    '县人民医院与江州大学附属第一医院签订合作协议。',
    '换行之后。',
    '重点项目（单位：万元）',
    '青岚县卫生健康局',
    '2024年1月5日',
  ])
  expect(rowsOf(text)).toEqual([
    { cells: ['序号', '项目名称', '责任单位'], header: ['', '', ''] },
    { cells: ['1', '县人民医院迁建工程', '县卫健局'], header: ['序号', '项目名称', '责任单位'] },
    { cells: ['', '县中医院扩建', '县卫健局'], header: ['序号', '项目名称', '责任单位'] },
  ])
  expect([meta, problems]).toEqual([{ title: TITLE }, []])
})

test('属性里别的文件的标题不算；文件建立的日子不是发布日期', async () => {
  const { meta } = await readWell('a.docx', await makeDocx([new Paragraph('县人民医院与江州医院签约。')], '2015年会议通知模板'))
  expect(meta).toEqual({})
})

test('名为 .doc 和 .txt 的 .docx 按内容读并说明；没有文字的说没有文字', async () => {
  const bytes = await report()
  for (const name of ['a.doc', 'a.txt']) {
    const { problems, text } = await readWell(name, bytes)
    expect(problems.map(({ code }) => code)).toEqual(['read.other-format'])
    expect(text).toContain(TITLE)
  }
  expect(await refusalOf('blank.docx', await makeDocx([new Paragraph('')]))).toEqual(['read.empty'])
})

/** A real document with one part put in the place of another. */
async function withPart(name: string, part: Uint8Array, level: 0 | 1 = 1): Promise<Uint8Array> {
  const files: Zippable = { ...unzipSync(await report()), [name]: [part, { level }] }
  return zipSync(files)
}

/** Whatever declares so many bytes, in the local and the central directory, declares others. */
function declare(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const changed = Buffer.from(bytes)
  const [old, size] = [Buffer.alloc(4), Buffer.alloc(4)]
  old.writeUInt32LE(from)
  size.writeUInt32LE(to)
  for (let at = changed.indexOf(old); at >= 0; at = changed.indexOf(old, at + 4)) size.copy(changed, at)
  return changed
}

const MEBIBYTE = 1024 * 1024

test('压缩炸弹：按声明的大小、按压缩比、按真的解出来的，都拒绝', async () => {
  const small = await withPart('word/media/a.bin', new Uint8Array(77_777))
  expect(await refusalOf('a.docx', declare(small, 77_777, 201 * MEBIBYTE))).toEqual(['read.zip-bomb'])
  const large = await withPart('word/b.xml', new Uint8Array(12 * MEBIBYTE))
  expect(await refusalOf('b.docx', large)).toEqual(['read.zip-bomb'])
  expect(await refusalOf('c.docx', declare(large, 12 * MEBIBYTE, 1000))).toEqual(['read.zip-bomb'])
}, 60_000)

test('XML 实体：拒绝，不展开', async () => {
  const xml =
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "坏坏坏"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
  const result = await readBytes('a.docx', await withPart('word/document.xml', strToU8(xml)))
  expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['read.xml-entity'])
})

test('损坏的：截断、不是 XML、空的压缩包', async () => {
  const bytes = await report()
  expect(await refusalOf('a.docx', bytes.subarray(0, bytes.length / 2))).toEqual(['read.binary'])
  expect(await refusalOf('b.docx', await withPart('word/document.xml', strToU8('<w:document>')))).toEqual(['read.damaged'])
  const broken = Buffer.from(bytes)
  broken.fill(0xff, 60, 400)
  expect(await refusalOf('c.docx', broken)).toEqual(['read.damaged'])
})

test('嵌得极深的 XML 不拖垮程序，下一份照读', async () => {
  const deep = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:sdt><w:sdtContent>'.repeat(40_000)}${'</w:sdtContent></w:sdt>'.repeat(40_000)}</w:body></w:document>`
  expect(await refusalOf('a.docx', await withPart('word/document.xml', strToU8(deep), 0))).toHaveLength(1)
  expect((await readWell('b.docx', await report())).text).toContain(TITLE)
}, 60_000)
