/** Reads .docx: the zip within limits first, then headings, paragraphs and tables as lines. */
import { zipSync } from 'fflate'
import { blockLines } from '../html/block-text.ts'
import { measurePage, parsePage } from '../html/page-tree.ts'
import { parseWord } from '../isolate/isolate.ts'
import { MOST_CHARACTERS, refuse, type FileBytes, type ReadResult } from '../read-result.ts'
import { titleOnPage } from '../title-on-page.ts'
import { isBomb, listZip, MOST_UNPACKED, unpack } from './zip-entries.ts'

/** Parts with text and what ties them together; pictures and fonts are not unpacked. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|word\/.*\.(?:xml|rels)|docProps\/core\.xml)$/u
/** A part of so many bytes is some three million characters of text with its markup. */
const LARGEST_PART = 60 * 1024 * 1024

/** The number of a note inside a sentence, and the arrow back behind the note. */
const NOTE_MARK = /<sup>\s*<a href="#(?:foot|end)note-\d+"[^>]*>\[\d+\]<\/a>\s*<\/sup>|<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/gu

export async function readDocx({ path, id, bytes }: FileBytes): Promise<ReadResult> {
  const damaged = (): ReadResult => refuse(id, 'read.damaged', `Word 文档已损坏，打不开，请用 Word 或 WPS 修复后另存：${path}`)
  const bomb = (): ReadResult =>
    refuse(id, 'read.zip-bomb', `文档解压后超过 ${MOST_UNPACKED / 1024 / 1024} MB 或压缩比异常（可能是压缩炸弹），未读：${path}`)
  const entries = listZip(bytes)
  if (entries === undefined) return damaged()
  if (isBomb(entries, bytes.length)) return bomb()
  const unpacked = unpack(
    bytes,
    entries.filter(({ name }) => WANTED.test(name)),
  )
  if ('fault' in unpacked) return unpacked.fault === 'bomb' ? bomb() : damaged()
  const { files } = unpacked
  const fault = findFault(files)
  if (fault === 'entity') return refuse(id, 'read.xml-entity', `文档里有 XML 实体声明（正常的 Word 文档没有），未读：${path}`)
  if (fault === 'large')
    return refuse(id, 'read.too-large', `文档的正文超过 ${LARGEST_PART / 1024 / 1024} MB 的上限，未读，请拆分：${path}`)
  const parsed = await parseWord('docx', zipSync(files, { level: 0 }))
  if ('fault' in parsed)
    return parsed.fault === 'late' || parsed.fault === 'full'
      ? refuse(id, 'read.too-slow', `文档太大或太复杂，没有读完，请拆分：${path}`)
      : damaged()
  return textOf({ path, id, bytes }, parsed.text, declaredTitle(files))
}

function textOf({ path, id }: FileBytes, html: string, title: string | undefined): ReadResult {
  const root = parsePage(html.replace(NOTE_MARK, ''))
  const text = blockLines(root, { measures: measurePage(root) }).join('\n')
  if (text === '') return refuse(id, 'read.empty', `Word 文档里没有文字（可能全是图片）：${path}`)
  if (text.length > MOST_CHARACTERS)
    return refuse(id, 'read.too-large', `${text.length} 字，超过一个文件 ${MOST_CHARACTERS} 字的上限，未读，请拆分：${path}`)
  const onPage = titleOnPage(title, text)
  return { ok: true, raw: { id, text, encoding: 'docx', problems: [], meta: onPage === undefined ? {} : { title: onPage } } }
}

function findFault(files: Readonly<Record<string, Uint8Array>>): 'entity' | 'large' | undefined {
  for (const part of Object.values(files)) {
    if (part.length > LARGEST_PART) return 'large'
    const buffer = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    if (['<!DOCTYPE', '<!ENTITY'].some((word) => buffer.includes(word) || buffer.includes(Buffer.from(word, 'utf16le')))) return 'entity'
  }
  return undefined
}

/** The day in the properties is when the file was made, often years before, from another file: it dates nothing. */
function declaredTitle(files: Readonly<Record<string, Uint8Array>>): string | undefined {
  const core = files['docProps/core.xml']
  if (core === undefined) return undefined
  const title = /<dc:title[^>]*>([^<]*)<\/dc:title>/u.exec(new TextDecoder().decode(core))?.[1]
  return title?.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').trim()
}
