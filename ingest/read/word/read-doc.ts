/** Reads .doc, the binary format of Word 97–2003: the body, a table row a line. */
import { parseWord, type IsolateLimits } from '../isolate/isolate.ts'
import { MOST_CHARACTERS, refuse, type FileBytes, type ReadResult } from '../read-result.ts'

export async function readDoc({ path, id, bytes }: FileBytes, limits?: IsolateLimits): Promise<ReadResult> {
  const parsed = await parseWord('doc', bytes, limits)
  if ('fault' in parsed) {
    const isLimit = parsed.fault === 'late' || parsed.fault === 'full'
    return isLimit
      ? refuse(id, 'read.too-slow', `旧版 Word 文档没有读完（可能已损坏），请另存为 .docx：${path}`)
      : refuse(id, 'read.damaged', `旧版 Word 文档已损坏或加了密码，打不开，请用 Word 或 WPS 另存为 .docx：${path}`)
  }
  const text = tidy(parsed.text)
  if (text === '') return refuse(id, 'read.empty', `Word 文档里没有文字（可能全是图片）：${path}`)
  if (text.length > MOST_CHARACTERS)
    return refuse(id, 'read.too-large', `${text.length} 字，超过一个文件 ${MOST_CHARACTERS} 字的上限，未读，请拆分：${path}`)
  return { ok: true, raw: { id, text, encoding: 'doc', problems: [], meta: {} } }
}

/** One line a paragraph; without the marks of objects and fields that stay behind. */
function tidy(body: string): string {
  return body
    .replace(/\r\n?|[\v\f\u2028\u2029]/gu, '\n')
    .replace(/(?![\t\n])[\p{Cc}\uFFFC\uFFFE\uFFFF]/gu, '')
    .split('\n')
    .map((line) => (line.includes('\t') ? line.replace(/\t+$/u, '').trimEnd() : line.trim()))
    .filter((line) => line.trim() !== '')
    .join('\n')
}
