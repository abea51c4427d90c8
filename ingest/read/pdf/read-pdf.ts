/** Reads the text layer of a PDF, with the offset at which each page begins. A scan is told, not guessed at. */
import type { Problem } from '../../../cypher/model/index.ts'
import { MOST_PAGES, parsePdf, type IsolateLimits, type PdfPage } from '../isolate/isolate.ts'
import { MOST_CHARACTERS, refuse, type FileBytes, type ReadResult } from '../read-result.ts'
import { withoutRadicals } from '../radicals.ts'
import { titleOnPage } from '../title-on-page.ts'
import { dropFurniture, headOf } from './page-furniture.ts'
import { toRows } from './rows.ts'
import { toSegments } from './segments.ts'
import { toLines } from './table-columns.ts'
import { joinWraps } from './wraps.ts'

/** Characters on a page below which it has no text: a scan may carry a stamp or a number. */
const LEAST_TEXT = 5
/** Characters that a font without a table of its letters gives. */
const UNMAPPED = /[\uE000-\uF8FF\uFFFD]|(?![\t\n])\p{Cc}/gu

const SCAN_ADVICE = '请先做文字识别（OCR），或找电子版'

export async function readPdf({ path, id, bytes }: FileBytes, limits?: IsolateLimits): Promise<ReadResult> {
  const parsed = await parsePdf(bytes, limits)
  if ('fault' in parsed) return refuseFault({ path, id, bytes }, parsed.fault)
  if (parsed.count > MOST_PAGES)
    return refuse(id, 'read.too-many-pages', `${parsed.count} 页，超过一个文件 ${MOST_PAGES} 页的上限，未读，请拆分：${path}`)
  const { text, pages, empty } = textOf(parsed.pages)
  if (empty.length === parsed.pages.length) return refuse(id, 'read.pdf-scan', `PDF 没有文字层（是扫描件），未读，${SCAN_ADVICE}：${path}`)
  const unmapped = text.match(UNMAPPED)?.length ?? 0
  if (unmapped * 4 > text.length) return refuse(id, 'read.pdf-unmapped', `PDF 的字体没有文字对照表，取不出文字，${SCAN_ADVICE}：${path}`)
  if (text.length > MOST_CHARACTERS)
    return refuse(id, 'read.too-large', `${text.length} 字，超过一个文件 ${MOST_CHARACTERS} 字的上限，未读，请拆分：${path}`)
  const title = titleOnPage(withoutRadicals(parsed.title ?? ''), text)
  return {
    ok: true,
    raw: { id, text, encoding: 'pdf', problems: tellEmpty(path, empty), meta: title === undefined ? {} : { title }, pages },
  }
}

function refuseFault({ path, id }: FileBytes, fault: string): ReadResult {
  if (fault === 'PasswordException') return refuse(id, 'read.pdf-password', `PDF 加了密码，打不开，请去掉密码后另存：${path}`)
  if (fault === 'late' || fault === 'full') return refuse(id, 'read.too-slow', `PDF 太大或太复杂，没有读完，请拆分：${path}`)
  return refuse(id, 'read.damaged', `PDF 已损坏，打不开，请重新下载或另存：${path}`)
}

function textOf(parsed: readonly PdfPage[]): { text: string; pages: readonly number[]; empty: number[] } {
  const drawn = dropFurniture(parsed.map(({ height, items }) => ({ height, segments: toSegments(items) })))
  const lines = drawn.map((page) => toLines(toRows(page.segments, headOf(page))))
  const empty = lines.flatMap((page, index) => (page.reduce((sum, { text }) => sum + text.length, 0) < LEAST_TEXT ? [index + 1] : []))
  const { text, pages } = joinWraps(lines)
  return { text: text.replaceAll('\0', '\uFFFD'), pages, empty }
}

const MOST_NAMED = 20

function tellEmpty(path: string, empty: readonly number[]): Problem[] {
  if (empty.length === 0) return []
  const named = empty.slice(0, MOST_NAMED).join('、')
  const message = `第 ${named}${empty.length > MOST_NAMED ? ` 等 ${empty.length}` : ''} 页没有文字（空白页或扫描页），这些页未读：${path}`
  return [{ code: 'read.pdf-scan', message }]
}
