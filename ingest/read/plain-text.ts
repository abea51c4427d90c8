/** Reads .txt and .md: the text is the decoded file as it is, so that spans hold in the user's own file. */
import type { Problem } from '../../cypher/model/index.ts'
import { decodeText, findBinary, type Decoded } from './decode.ts'
import { findFrontMatter } from './front-matter.ts'
import { findMojibake } from './mojibake.ts'
import { MOST_CHARACTERS, refuse, type FileBytes, type RawDocument, type ReadResult } from './read-result.ts'

export function readPlainText(file: FileBytes): ReadResult {
  return readDecoded(file, () => ({}))
}

export function readMarkdown(file: FileBytes): ReadResult {
  return readDecoded(file, (text) => findFrontMatter(text)?.meta ?? {})
}

function readDecoded({ path, id, bytes }: FileBytes, metaOf: (text: string) => RawDocument['meta']): ReadResult {
  const binary = findBinary(bytes)
  if (binary !== undefined) return refuse(id, 'read.binary', `不是文本文件（像是${binary}），未读：${path}`)
  const decoded = decodeText(bytes)
  const { text, encoding } = decoded
  if (text.length > MOST_CHARACTERS)
    return refuse(id, 'read.too-large', `${text.length} 字，超过一个文件 ${MOST_CHARACTERS} 字的上限，未读，请拆分：${path}`)
  if (text.trim() === '') return refuse(id, 'read.empty', `文件里没有文字：${path}`)
  return { ok: true, raw: { id, text, encoding, problems: problemsOf(path, decoded), meta: metaOf(text) } }
}

function problemsOf(path: string, { text, encoding, lost }: Decoded): Problem[] {
  const problems: Problem[] = []
  if (lost > 0) {
    const name = encoding === 'gb18030' ? 'GB18030' : encoding.toUpperCase()
    problems.push({ code: 'read.encoding', message: `按 ${name} 解码，有 ${lost} 处字节无法识别，以 � 代替：${path}` })
  }
  for (const { start, end } of findMojibake(text))
    problems.push({ code: 'read.mojibake', message: `第 ${start + 1} 至 ${end} 字是乱码（GBK 被当作西文），这一段未读：${path}`, start, end })
  return problems
}
