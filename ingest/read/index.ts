/** The door of the reading room: one file in, a raw document or clear problems out. */
import { createHash } from 'node:crypto'
import { readFile as readBytes, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { findBinary } from './decode.ts'
import { kindOfBytes, type FileKind } from './file-kind.ts'
import { readHtml } from './html/read-html.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { readMarkdown, readPlainText } from './plain-text.ts'
import { MOST_BYTES, refuse, type FileBytes, type Reader, type ReadResult } from './read-result.ts'
import { refusalOfExtension, refusalOfKind } from './refusals.ts'
import { readDoc } from './word/read-doc.ts'
import { readDocx } from './word/read-docx.ts'

export { withoutPinyin } from './pinyin.ts'
export { splitSentences } from './split.ts'
export { unreadSpans, type RawDocument, type ReadResult } from './read-result.ts'

/** One reader a format, by extension. */
const readers: Readonly<Record<string, Reader>> = {
  '.txt': readPlainText,
  '.text': readPlainText,
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.html': readHtml,
  '.htm': readHtml,
  '.xhtml': readHtml,
  '.shtml': readHtml,
  '.pdf': readPdf,
  '.docx': readDocx,
  '.doc': readDoc,
}

/** What a file really is decides before its extension. */
const readersByKind: Partial<Readonly<Record<FileKind, { reader: Reader; name: string }>>> = {
  pdf: { reader: readPdf, name: 'PDF' },
  docx: { reader: readDocx, name: 'Word 文档（.docx）' },
  doc: { reader: readDoc, name: '旧版 Word 文档（.doc）' },
  html: { reader: readHtml, name: '网页' },
}

/** Extensions that can be read, with the dot. */
export const readableExtensions: readonly string[] = Object.keys(readers)

/**
 * Reads one file. Never throws for a bad file: every refusal is one Chinese line with the path and a stable code
 * (`read.empty`, `read.binary`, `read.too-large`, `read.vanished`, `read.folder`, `read.unsupported`, `read.denied`, `read.failed`,
 * `read.damaged`, `read.too-slow`, `read.too-many-pages`, `read.too-deep`, `read.pdf-scan`, `read.pdf-password`, `read.pdf-unmapped`, `read.zip-bomb`, `read.xml-entity`).
 */
export async function readFile(path: string): Promise<ReadResult> {
  try {
    const { size, isFolder } = await measure(path)
    if (isFolder) return refuse(null, 'read.folder', `这是文件夹，不是文件：${path}`)
    const extension = extname(path).toLowerCase()
    if (!(extension in readers)) return refuseExtension(path, extension)
    if (size > MOST_BYTES)
      return refuse(null, 'read.too-large', `${Math.ceil(size / 1024 / 1024)} MB，超过一个文件 50 MB 的上限，未读，请拆分：${path}`)
    const bytes = await readBytes(path)
    const id = createHash('sha256').update(bytes).digest('hex')
    if (bytes.length === 0) return refuse(id, 'read.empty', `空文件：${path}`)
    return await readKind({ path, id, bytes }, extension)
  } catch (error) {
    return refuseSystemError(path, error)
  }
}

function refuseExtension(path: string, extension: string): ReadResult {
  const refused = refusalOfExtension(extension)
  const name = extension === '' ? '没有扩展名的文件' : `${extension}${refused === undefined ? '' : `（${refused.name}）`}`
  return refuse(null, 'read.unsupported', `不支持 ${name}，${refused?.advice ?? `能读的格式：${readableExtensions.join(' ')}`}：${path}`)
}

/** Reads a file as what it is; where its extension says something else, that is told. */
async function readKind(file: FileBytes, extension: string): Promise<ReadResult> {
  const { path, id, bytes } = file
  const kind = kindOfBytes(bytes)
  const refused = kind === undefined ? undefined : refusalOfKind(kind)
  if (refused !== undefined)
    return refuse(id, 'read.binary', `扩展名是 ${extension}，内容却是${refused.name}，未读，${refused.advice}：${path}`)
  const own = readers[extension] ?? readPlainText
  // Text under the name of a Word document is common: old systems export so.
  const isText = own === readDoc && kind === undefined && findBinary(bytes) === undefined
  const found = isText ? { reader: readPlainText, name: '纯文本' } : kind === undefined ? undefined : readersByKind[kind]
  if (found === undefined || found.reader === own) return own(file)
  const result = await found.reader(file)
  const told = { code: 'read.other-format', message: `扩展名是 ${extension}，内容是${found.name}，已按内容读取：${path}` }
  return result.ok ? { ok: true, raw: { ...result.raw, problems: [told, ...result.raw.problems] } } : result
}

async function measure(path: string): Promise<{ size: number; isFolder: boolean }> {
  const found = await stat(path)
  return { size: found.size, isFolder: found.isDirectory() }
}

/** Errors of the file system are the input's fault; anything else is a bug and goes on. */
function refuseSystemError(path: string, error: unknown): ReadResult {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse(null, 'read.vanished', `文件不存在（可能已被移走）：${path}`)
  if (code === 'EACCES' || code === 'EPERM') return refuse(null, 'read.denied', `没有权限读取：${path}`)
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return refuse(null, 'read.failed', `读取失败（${code}）：${path}`)
  throw error
}
