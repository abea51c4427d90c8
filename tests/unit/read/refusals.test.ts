/** Formats that are not read: each by its name, with what a person can do; a wrong extension hides nothing. */
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { makeCompound } from './make-doc.ts'
import { readBytes } from './read-bytes.ts'

async function told(name: string, bytes: Uint8Array | string): Promise<{ code: string; message: string }> {
  const result = await readBytes(name, bytes)
  if (result.ok) throw new Error(`${name} was read`)
  expect(result.problems).toHaveLength(1)
  return result.problems[0] as { code: string; message: string }
}

const BY_EXTENSION: readonly (readonly [string, RegExp])[] = [
  ['报告.wps', /WPS 文字.*另存为 \.docx 或 PDF/],
  ['公文.ofd', /OFD.*PDF/],
  ['台账.xlsx', /电子表格.*另存为网页/],
  ['台账.XLS', /电子表格/],
  ['台账.et', /电子表格/],
  ['汇报.ppt', /演示文稿.*PDF/],
  ['汇报.pptx', /演示文稿/],
  ['报告.rtf', /RTF.*\.docx/],
  ['照片.jpg', /图片.*OCR/],
  ['照片.png', /图片/],
  ['扫描.tif', /图片/],
  ['网页.mht', /单个文件网页.*\.html/],
  ['附件.zip', /压缩包.*解压/],
  ['附件.rar', /压缩包/],
  ['表.csv', /制表符/],
]

test.each(BY_EXTENSION)('%s', async (name, message) => {
  const problem = await told(name, 'x')
  expect(problem.code).toBe('read.unsupported')
  expect(problem.message).toMatch(message)
  expect(problem.message.split('\n')).toHaveLength(1)
})

test('没有听说过的扩展名：列出能读的', async () => {
  expect((await told('a.xyz', 'x')).message).toMatch(/不支持 \.xyz，能读的格式：\.txt .*\.html .*\.pdf \.docx \.doc/)
  expect((await told('README', 'x')).message).toContain('没有扩展名')
})

const empty = new Uint8Array(1)
const BY_CONTENT: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['a.docx', zipSync({ 'xl/workbook.xml': empty }), /\.docx，内容却是电子表格/],
  ['a.docx', zipSync({ 'ppt/presentation.xml': empty }), /演示文稿/],
  ['a.pdf', zipSync({ 'OFD.xml': empty }), /\.pdf，内容却是OFD/],
  ['a.docx', zipSync({ 'content.xml': empty, 'META-INF/manifest.xml': empty }), /OpenDocument/],
  ['a.txt', zipSync({ 'b.txt': empty }), /压缩包/],
  ['a.docx', makeCompound({ EncryptedPackage: Buffer.alloc(4096) }), /密码/],
  ['a.doc', makeCompound({ 'PowerPoint Document': Buffer.alloc(4096) }), /演示文稿/],
  ['a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /图片/],
  ['a.html', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), /图片/],
  ['a.md', Buffer.from('{\\rtf1'), /RTF/],
  ['a.doc', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="a"\n\n'), /单个文件网页/],
]

test.each(BY_CONTENT)('%s 的内容是别的：%#', async (name, bytes, message) => {
  const problem = await told(name, bytes)
  expect(problem.code).toBe('read.binary')
  expect(problem.message).toMatch(message)
})

test('名为 .txt 的网页按网页读；文字里提到标签的不是网页', async () => {
  const page = await readBytes('a.txt', '<!DOCTYPE html><html><body><p>县医院</p></body></html>')
  expect(page.ok ? [page.raw.text, page.raw.problems[0]?.code] : page).toEqual(['县医院', 'read.other-format'])
  const text = await readBytes('a.txt', '网站改版：<html> 标签检查\n县医院')
  expect(text.ok ? [text.raw.text, text.raw.problems] : text).toEqual(['网站改版：<html> 标签检查\n县医院', []])
})
