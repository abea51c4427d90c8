/** What the lines around a text say of it: source, publisher, date, address, signature. */
import type { RawDocument } from '../../read/index.ts'
import { linesOf } from '../../read/title.ts'

export interface PageLines {
  readonly source: string | null
  /** 发布机构, or the source where it is a body and no medium. */
  readonly issuer: string | null
  readonly published: string | null
  readonly url: string | null
  /** Short lines that stand alone near the head or the end, each perhaps a signature. */
  readonly signatures: readonly string[]
}

const DATE = /(20\d{2})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?/u
const LABELLED_DATE = /(?:发布|印发|成文|发文|发稿|更新|生成)(?:时间|日期)\s*[:：]?\s*/u
/** The value ends where the next label begins: 来源：县卫健局发布时间：2024-01-02浏览：12. */
const SOURCE = /(?:信息|稿件|文章)?来源\s*[:：]\s*([^\s|｜]{2,40}?)(?=\s|$|[|｜]|发布|作者|编辑|浏览|点击|字号|时间|日期|责任|阅读)/u
const ISSUER = /(?:发布|发文|公开)(?:机构|单位|机关)\s*[:：|｜]?\s*([\p{Script=Han}（）()]{3,40}?)(?=\s|$|[|｜]|发布|日期|时间|成文|主题)/u
const MEDIUM = /融媒体|日报|晚报|早报|时报|电视台|广播|新闻网|在线|网$|客户端|公众号|微信|报社|通讯社|记者|原创|本站|转载|互联网|网络/u
const SIGNATURE = /^[\p{Script=Han}（）()、*＊X×]{3,30}$/u

/** Year, month and day as YYYY-MM-DD, if they are a day that exists. */
export function dateIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? []
  const [m, d] = [Number(month), Number(day)]
  if (year === '' || m < 1 || m > 12 || d < 1 || d > 31) return undefined
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

const NEAR = 30

export function readPageLines(raw: RawDocument): PageLines {
  const lines = linesOf(raw.text)
    .map((line) => line.text)
    .filter((line) => line !== '')
  const head = lines.slice(0, NEAR)
  const edge = [...head, ...lines.slice(NEAR).slice(-12)]
  const labelled = edge.find((line) => LABELLED_DATE.test(line) && dateIn(line) !== undefined)
  const alone = edge.filter(
    (line) =>
      line.length <= 24 &&
      dateIn(line) !== undefined &&
      line.replace(DATE, '').replace(/[\s（）()印发星期一二三四五六日:：\d]/gu, '').length <= 3,
  )
  const published =
    raw.meta.published ??
    (labelled === undefined ? undefined : dateIn(labelled.slice(labelled.search(LABELLED_DATE)))) ??
    (alone[0] === undefined ? undefined : dateIn(alone[0]))
  const source = raw.meta.source ?? edge.map((line) => SOURCE.exec(line)?.[1]).find((found) => found !== undefined) ?? null
  const issuer = edge.map((line) => ISSUER.exec(line)?.[1]).find((found) => found !== undefined) ?? null
  const url = raw.meta.url ?? edge.map((line) => /https?:\/\/[^\s"<>（）]+/u.exec(line)?.[0]).find((found) => found !== undefined) ?? null
  return {
    source,
    issuer: issuer ?? (source !== null && !MEDIUM.test(source) ? source : null),
    published: published ?? null,
    url,
    signatures: edge.map((line) => line.replace(/\s+/gu, '').replace(/办公室.*$|20\d{2}年.*$/u, '')).filter((line) => SIGNATURE.test(line)),
  }
}
