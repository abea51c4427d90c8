/** What the lines around a text say of it: source, publisher, date, address, signature. */
import { hospitalOfSite } from '../../read/furniture.ts'
import type { RawDocument } from '../../read/index.ts'
import { linesOf } from '../../read/title.ts'
import { digitDates } from '../../read/written-years.ts'

export interface PageLines {
  readonly source: string | null
  /** 发布机构, or the source where it is a body and no medium. */
  readonly issuer: string | null
  /** The place in the name of the medium that reports: 青岚 in 云上青岚报道, 青岚日报讯. */
  readonly medium: string | null
  readonly published: string | null
  readonly url: string | null
  /** The hospital or school whose page it is: Copyright 江州市人民医院, 版权所有：江州市人民医院. */
  readonly owner: string | null
  /** The hospital whose site the page is of, as its head says: 江州市肿瘤医院 医院动态. */
  readonly site: string | null
  /** Short lines that stand alone near the head or the end, each perhaps a signature. */
  readonly signatures: readonly string[]
}

const DATE = /(20\d{2})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?/u
const LABELLED_DATE =
  /(?:(?:发布|印发|成文|发文|发稿|更新|生成|发表|公开|添加|录入)(?:时间|日期|于)\s*[:：]?|(?<![〇㐀-鿿])(?:日期|时间)\s*[:：])\s*/u
/** The value ends where the next label begins: 来源：县卫健局发布时间：2024-01-02浏览：12. */
const SOURCE =
  /(?:(?:信息|稿件|文章)?来源|^[（(]?源)\s*[:：]\s*([^\s|｜】\]]{2,40}?)(?=\s|$|[|｜】\]]|发布|作者|编辑|浏览|点击|字号|时间|日期|责任|阅读)/u
const ISSUER =
  /(?:发布|发文|公开|回复|答复|复文)(?:机构|单位|机关)[\s:：|｜]*([〇㐀-鿿（）()]{3,40}?)(?=\s|$|[|｜]|发布|日期|时间|成文|主题)/u
/** 欢迎进入江州市第二医院官网 */
const WELCOME =
  /欢迎(?:您|你)?(?:进入|访问|光临|来到|登录|登陆|浏览|关注)[:：\s]*([〇㐀-鿿]{3,24}?(?:医院|保健院|卫生院|医疗中心|大学|学院))(?:官方|门户)?(?:的)?(?:官网|网站|主页|网|门户)/u
const HOSPITAL_ALONE = /^([〇㐀-鿿]{3,24}?(?:医院|保健院|卫生院|医疗中心))(?:（[〇㐀-鿿]{3,24}）)?$/u
const WAY = /位置\s*[:：]|^\s*首页\s*[>＞»|｜]/u
const WAY_LINES = 2

/** The hospital whose site a page is of: the first line has it with a column, or alone above 当前位置：首页 > 新闻动态. */
function siteOf([first = '', ...below]: readonly string[]): string | undefined {
  const alone = below.slice(0, WAY_LINES).some((line) => WAY.test(line)) ? HOSPITAL_ALONE.exec(first)?.[1] : undefined
  return hospitalOfSite(first) ?? alone
}

const OWNED = /Copyright|版权所有|©|主办|ICP备|地址[:：]/iu
const PAGE_OWNER = [
  /(?:Copyright|版权所有|©|主办(?:单位)?[:：])[^〇㐀-鿿]*(?:版权所有[^〇㐀-鿿]*)?([〇㐀-鿿]{3,24}?(?:医院|保健院|卫生院|医疗中心|大学|学院))(?![〇㐀-鿿]{3})/iu,
  /(?<![〇㐀-鿿])([〇㐀-鿿]{3,24}?(?:医院|保健院|卫生院|医疗中心|大学|学院))\s*版权所有/u,
  // 青岚县中医医院 江ICP备12345678号, 青岚县中医医院 地址：
  /^([〇㐀-鿿]{3,24}?(?:医院|保健院|卫生院|医疗中心))\s*(?:[〇㐀-鿿]?ICP备|(?:医院)?地址[:：]|(?:联系)?电话[:：])/u,
]
/** 发布者：江州市第二医院: a person's name is none. */
const ISSUED_BY = /(?:发布者|供稿|供稿单位|信息提供)[\s:：]+([〇㐀-鿿]{3,30}?(?:医院|中医院|保健院|卫生院|局|委员会))(?![〇㐀-鿿])/u
const MEDIUM = /融媒体|日报|晚报|早报|时报|电视台|广播|新闻网|在线|网$|客户端|公众号|微信|报社|通讯社|记者|原创|本站|转载|互联网|网络/u
/** A body that publishes, not the name of a member of its staff. */
const BODY_LIKE = /[〇㐀-鿿]{3}(?<![科部室处组股办])$/u
const SIGNATURE = /^[〇㐀-鿿（）()、*＊X×]{3,30}$/u

/** A signature alone on its line, or before its date. */
const MAY_SIGN = /^[〇㐀-鿿（）()、*＊X×\s]+(?:$|20\d{2})/u

/** Year, month and day as YYYY-MM-DD, if they are a day that exists. */
export function dateIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? dayFirst(text)
  const [m, d] = [Number(month), Number(day)]
  if (year === '' || m < 1 || m > 12 || d < 1 || d > 31) return undefined
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

/** A date with its hour, or beside the source: of the page and not of the text. */
const STAMP = /^\d{1,2}\.\d{1,2}\.20\d{2}\s+\d{1,2}[:：]\d{2}$|20\d{2}\D\d{1,2}\D\d{1,2}日?\s*\d{1,2}[:：]\d{2}|来源\s*[:：]/u

/** 27.10.2017, as pages made elsewhere write it. */
function dayFirst(text: string): readonly string[] {
  const [whole = '', day = '', month = '', year = ''] = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(20\d{2})(?!\d)/u.exec(text) ?? []
  return [whole, year, month, day]
}

const MEDIA = '(?:日报|晚报|早报|新闻网|新闻|融媒体?(?:中心)?|客户端|网|发布|在线|广播电视台|电视台|手机报)'
const REPORTS: readonly RegExp[] = [
  new RegExp(
    `^[【（(]?(?:云上|智慧|掌上|最|大美|看|微|爱上|新)?([〇㐀-鿿]{2,5}?)${MEDIA}[〇㐀-鿿]{0,4}(?:\\d{1,2}月\\d{1,2}日)?[】]?讯`,
    'u',
  ),
  /^(?:云上|智慧|掌上|最|大美|看|微|爱上)([〇㐀-鿿]{2,5}?)(?:新闻)?报道[:：]/u,
  new RegExp(`位置\\s*[:：]\\s*([〇㐀-鿿]{2,5}?)${MEDIA}\\s*>`, 'u'),
  // 江州报 2020年10月13日 第3版
  /^([〇㐀-鿿]{2,4}?)(?:日报|晚报|早报|报)[\s/／]+20\d{2}[年-]/u,
  // 青岚县零距离  2019-12-25: what a page of a public account stands under
  /^([〇㐀-鿿]{2,6}?)(?:零距离|发布|融媒|在线|播报|头条|资讯|之声|视窗|日报|晚报|新闻)[\s|｜·]+20\d{2}[年\-/.]/u,
  // 青岚原创第一公众号
  /(?<![〇㐀-鿿])([〇㐀-鿿]{2,5}?)(?:原创|本土|本地)?(?:第一|官方|权威|最大|生活|资讯)+(?:微信)?公众号/u,
  new RegExp(`[（(]([〇㐀-鿿]{2,5}?)${MEDIA}(?:社)?(?:全媒体)?记者`, 'u'),
  new RegExp(`(?<=[\\s?？\\d:：|])([〇㐀-鿿]{2,5}?)${MEDIA}讯\\s*[（(](?:记者|通讯员)`, 'u'),
]

function placeOfMedium(line: string): string | undefined {
  for (const pattern of REPORTS) {
    const place = pattern.exec(line)?.[1]
    if (place !== undefined) return place
  }
  return undefined
}

const NEAR = 30

/** What may stand on a line with the date of a page: little, or who signs: 青岚县卫生健康局 2021-11-05. */
function isBesideDate(rest: string): boolean {
  return (
    rest.length <= 3 || /^[〇㐀-鿿]{2,16}(?:局|委|委员会|院|中心|政府|办公室|日报|晚报|新闻网|电视台)(?:记者[〇㐀-鿿]{2,4})?$/u.test(rest)
  )
}

/** The value beside 来源, unless it is the next label, a date, or a word for the page itself. */
function sourceOf(value: string | undefined): string | undefined {
  const plain = value?.replace(/^[（(“]|[）)”，。：:]+$|(?:全媒体)?记者.*$/gu, '') ?? ''
  const isNone =
    !/[〇㐀-鿿]{2}/u.test(plain) ||
    /^(?:作者|编辑|发布|点击|浏览|阅读|访问|字号|字体|时间|日期)|^(?:本[站网院]|原创|网络(?:整理)?|互联网|转载|(?:口腔|儿童|中医|妇幼保健|肿瘤|附属)?医?院)[:：]?$/u.test(
      plain,
    )
  return isNone ? undefined : plain
}

/** How far behind a heading its paragraph may begin, beside the captions of pictures. */
const PARAGRAPH_NEAR = 2
const BODY_LINE = 30

/** Names alone on a line, under which a paragraph introduces what they name: headings, and no signatures. */
function headingsIn(lines: readonly string[]): ReadonlySet<string> {
  return new Set(
    lines.filter(
      (line, index) =>
        index > 2 &&
        line.endsWith('院') &&
        lines.slice(index + 1, index + 1 + PARAGRAPH_NEAR).some((next) => next.length > BODY_LINE && next.startsWith(line)),
    ),
  )
}

export function readPageLines(raw: RawDocument): PageLines {
  const lines = linesOf(raw.text)
    .map((line) => digitDates(line.text))
    .filter((line) => line !== '')
  const headings = headingsIn(lines)
  const head = lines.slice(0, NEAR)
  const edge = [...head, ...lines.slice(NEAR).slice(-12)]
  const dated = edge.filter((line) => LABELLED_DATE.test(line) && dateIn(line) !== undefined)
  const labelled = dated.find((line) => /发布(?:时间|日期)/u.test(line)) ?? dated[0]
  const alone = edge.filter(
    (line) =>
      line.length <= 32 &&
      dateIn(line) !== undefined &&
      isBesideDate(
        line.replace(DATE, '').replace(/(?:点击|浏览|阅读|访问)(?:次数|量)?|[\s（）()[\]【】印发星期一二三四五六日:：\d]/gu, ''),
      ),
  )
  // 青岚日报 2020-04-14 08:37 · 来源：青岚日报 2020-04-14
  const timed = head.find((line) => line.length <= 90 && !line.includes('。') && dateIn(line) !== undefined && STAMP.test(line))
  const published =
    raw.meta.published ??
    (labelled === undefined ? undefined : dateIn(labelled.slice(labelled.search(LABELLED_DATE)))) ??
    (timed === undefined ? undefined : dateIn(timed)) ??
    (alone[0] === undefined ? undefined : dateIn(alone[0]))
  const source =
    raw.meta.source ??
    edge.map((line) => (line.includes('源') ? sourceOf(SOURCE.exec(line)?.[1]) : undefined)).find((found) => found !== undefined) ??
    null
  const issuer = edge.map((line) => (ISSUER.exec(line) ?? ISSUED_BY.exec(line))?.[1]).find((found) => found !== undefined) ?? null
  const url = raw.meta.url ?? edge.map((line) => /https?:\/\/[^\s"<>（）]+/u.exec(line)?.[0]).find((found) => found !== undefined) ?? null
  return {
    source,
    site: siteOf(head) ?? null,
    issuer: issuer ?? (source !== null && BODY_LIKE.test(source) && !MEDIUM.test(source) ? source : null),
    owner:
      head.map((line) => WELCOME.exec(line)?.[1]).find((found) => found !== undefined) ??
      lines
        .slice(-NEAR)
        .filter((line) => OWNED.test(line))
        .map((line) => PAGE_OWNER.map((pattern) => pattern.exec(line)?.[1]).find((found) => found !== undefined))
        .find((found) => found !== undefined) ??
      null,
    medium:
      head
        .slice(0, 12)
        .map(placeOfMedium)
        .find((found) => found !== undefined) ?? null,
    published: published ?? null,
    url,
    signatures: edge
      .filter((line) => !headings.has(line))
      .filter((line) => MAY_SIGN.test(line) || line.includes('办公室'))
      .map((line) => line.replace(/\s+/gu, '').replace(/办公室.*$|20\d{2}[年\-/.].*$/u, ''))
      .filter((line) => SIGNATURE.test(line)),
  }
}
