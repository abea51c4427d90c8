/** Reads .txt and .md: the text is the decoded file as it is (mojibake repaired, bold marks blanked), so that spans hold in the user's own file. */
import type { Problem } from '../../cypher/model/index.ts'
import { blankBold } from './bold.ts'
import { decodeText, findBinary, type Decoded } from './decode.ts'
import { findFrontMatter } from './front-matter.ts'
import { repairText } from './mojibake.ts'
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
  const { encoding } = decoded
  if (decoded.text.length > MOST_CHARACTERS)
    return refuse(id, 'read.too-large', `${decoded.text.length} 字，超过一个文件 ${MOST_CHARACTERS} 字的上限，未读，请拆分：${path}`)
  if (decoded.text.trim() === '') return refuse(id, 'read.empty', `文件里没有文字：${path}`)
  const { text, problems } = repairText(decoded.text, path)
  return { ok: true, raw: { id, text: blankBold(text), encoding, problems: [...tellLost(path, decoded), ...problems], meta: metaOf(text) } }
}

/** Tells how many bytes decoding could not read. */
export function tellLost(path: string, { encoding, lost }: Decoded): Problem[] {
  if (lost === 0) return []
  const name = encoding === 'gb18030' ? 'GB18030' : encoding.toUpperCase()
  return [{ code: 'read.encoding', message: `按 ${name} 解码，有 ${lost} 处字节无法识别，以 � 代替：${path}` }]
}
