/** The door of the reading room: one file in, a raw document or clear problems out. */
import { createHash } from 'node:crypto'
import { readFile as readBytes, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { readMarkdown, readPlainText } from './plain-text.ts'
import { MOST_BYTES, refuse, type Reader, type ReadResult } from './read-result.ts'

export { splitSentences } from './split.ts'
export { unreadSpans, type RawDocument, type RawMeta, type ReadResult } from './read-result.ts'

/** One reader a format, by extension. */
const readers: Readonly<Record<string, Reader>> = {
  '.txt': readPlainText,
  '.text': readPlainText,
  '.md': readMarkdown,
  '.markdown': readMarkdown,
}

const ADVICE: Readonly<Record<string, string>> = {
  '.doc': '请另存为 .docx 或 .txt',
  '.wps': '请另存为 .docx 或 .txt',
  '.rtf': '请另存为 .txt',
  '.xls': '请把表格另存为 .txt（制表符分隔）',
  '.xlsx': '请把表格另存为 .txt（制表符分隔）',
  '.jpg': '图片里的文字请先识别为文本',
  '.jpeg': '图片里的文字请先识别为文本',
  '.png': '图片里的文字请先识别为文本',
}

/** Extensions that can be read, with the dot. */
export const readableExtensions: readonly string[] = Object.keys(readers)

/**
 * Reads one file. Never throws for a bad file: every refusal is one Chinese line with the path and a stable code
 * (`read.empty`, `read.binary`, `read.encoding`, `read.too-large`, `read.vanished`, `read.folder`, `read.unsupported`, `read.denied`).
 */
export async function readFile(path: string): Promise<ReadResult> {
  try {
    const { size, isFolder } = await measure(path)
    if (isFolder) return refuse(null, 'read.folder', `这是文件夹，不是文件：${path}`)
    const extension = extname(path).toLowerCase()
    const reader = readers[extension]
    if (reader === undefined) {
      const advice = ADVICE[extension] ?? `能读的格式：${readableExtensions.join(' ')}`
      return refuse(null, 'read.unsupported', `不支持 ${extension === '' ? '没有扩展名的文件' : extension}，${advice}：${path}`)
    }
    if (size > MOST_BYTES)
      return refuse(null, 'read.too-large', `${Math.ceil(size / 1024 / 1024)} MB，超过一个文件 50 MB 的上限，未读，请拆分：${path}`)
    const bytes = await readBytes(path)
    const id = createHash('sha256').update(bytes).digest('hex')
    if (bytes.length === 0) return refuse(id, 'read.empty', `空文件：${path}`)
    return await reader({ path, id, bytes })
  } catch (error) {
    return refuseSystemError(path, error)
  }
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
