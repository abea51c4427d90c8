/** What a page says of itself: title, date, source and address, from its meta tags and its visible lines. */
import type { RawMeta } from '../read-result.ts'
import { childrenOf, isElement, walk, type PageElement, type PageNode } from './page-tree.ts'
import { collapse } from './white-space.ts'

const TITLE = ['articletitle', 'og:title', 'title', 'dc.title']
const PUBLISHED = [
  'pubdate',
  'publishdate',
  'article:published_time',
  'publishtime',
  'publish_time',
  'firstpublishtime',
  'og:release_date',
  'dc.date',
  'date',
  'maketime',
]
/** Never the name of the site: a page on a portal is its publisher's all the same. */
const SOURCE = ['contentsource', 'source', 'article:author', 'mediaid']
const URL_NAMES = ['og:url', 'url', 'pageurl']

const DATE = /(20\d{2})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})/u
const LABELLED_DATE = new RegExp(`(?:发布|发稿|更新|印发|成文|发文)?(?:时间|日期)\\s*[:：]?\\s*(?=${DATE.source})`, 'u')
/** The value ends where the next label begins: 来源：县卫健局发布时间：2024-01-02浏览：12. */
const LABELLED_SOURCE =
  /(?:信息|稿件|文章)?来源\s*[:：]\s*([^\s|｜]{2,40}?)(?=\s|$|[|｜]|发布|作者|编辑|浏览|点击|字号|时间|日期|责任|阅读|【|\[)/u
/** 青岚县人民政府门户网站, 新闻中心 after the title proper. */
const SITE_PART = /(?:网|网站|门户|政府|委员会|局|频道|中心|首页)$/u

/** -医院动态: the column of the site in which the page stands. */
const COLUMN = /-\p{Script=Han}{0,6}(?:动态|新闻|要闻|资讯|快讯|公告|专栏|风采|头条)$/u

interface Found {
  readonly metas: ReadonlyMap<string, string>
  readonly title: string
  readonly headings: readonly string[]
  readonly canonical: string
  readonly savedFrom: string
}

/** Everything the page tells; `lines` are the lines around its text, where labels such as 来源 stand. */
export function readPageMeta(root: PageNode, lines: readonly string[]): RawMeta {
  const found = collect(root)
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => found.metas.get(name)).find((value) => value !== undefined && value !== '')
  const short = lines.filter((line) => line.length <= 200)
  const published = dayIn(first(PUBLISHED) ?? '') ?? short.map((line) => dayIn(afterLabel(line))).find((day) => day !== undefined)
  const source = first(SOURCE) ?? short.map((line) => LABELLED_SOURCE.exec(line)?.[1]).find((value) => value !== undefined)
  const url = [found.savedFrom, first(URL_NAMES), found.canonical].find((value) => value !== undefined && /^https?:\/\//iu.test(value))
  const title = titleOf(found, first(TITLE))
  return {
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(source === undefined || source.length > 60 ? {} : { source }),
    ...(url === undefined ? {} : { url }),
  }
}

function afterLabel(line: string): string {
  const at = LABELLED_DATE.exec(line)
  return at === null ? '' : line.slice(at.index + at[0].length)
}

/** Year, month and day as YYYY-MM-DD, if they are a day that exists. */
function dayIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? []
  const [m, d] = [Number(month), Number(day)]
  return year === '' || m < 1 || m > 12 || d < 1 || d > 31 ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function collect(root: PageNode): Found {
  const metas = new Map<string, string>()
  const headings: string[] = []
  const found = { title: '', canonical: '', savedFrom: '' }
  walk(root, (node) => {
    if (node.type === 'comment') found.savedFrom ||= /saved from url=\(\d+\)(\S+)/u.exec(node.data)?.[1] ?? ''
    if (!isElement(node)) return node.type === 'root'
    const { name, attribs } = node
    const key = (attribs['name'] ?? attribs['property'] ?? '').toLowerCase()
    if (name === 'meta' && key !== '' && !metas.has(key)) metas.set(key, collapse(attribs['content'] ?? '').trim())
    else if (name === 'link' && attribs['rel'] === 'canonical') found.canonical ||= attribs['href'] ?? ''
    else if (name === 'title') found.title ||= textOf(node)
    else if (name === 'h1' || (name === 'h2' && headings.length === 0) || isTitled(node)) headings.push(textOf(node))
    return name !== 'script' && name !== 'style'
  })
  return { metas, headings, ...found }
}

function isTitled(node: PageElement): boolean {
  return (
    /(?:^|[\s_-])(?:title|bt|biaoti)(?:$|[\s_-])/iu.test(`${node.attribs['class'] ?? ''} ${node.attribs['id'] ?? ''}`) &&
    childrenOf(node).length <= 5
  )
}

function textOf(element: PageElement): string {
  const parts: string[] = []
  walk(element, (node) => {
    if (node.type === 'text') parts.push(node.data)
    return true
  })
  return collapse(parts.join('')).trim()
}

const isTitle = (text: string | undefined): text is string => text !== undefined && text.length >= 4 && text.length <= 120
const bare = (text: string): string => text.replace(/\s+/gu, '')

/** The meta tag; else the heading that the window's title repeats; else the window's title without the site; else the only heading. */
function titleOf({ title, headings }: Found, meta: string | undefined): string | undefined {
  const repeated = headings.find((heading) => isTitle(heading) && bare(title).includes(bare(heading)) && !SITE_PART.test(heading))
  return [
    meta === undefined ? undefined : withoutSite(meta),
    repeated,
    withoutSite(title),
    headings.length === 1 ? headings[0] : undefined,
  ].find(isTitle)
}

function withoutSite(title: string): string {
  const parts = title
    .split(/\s*[_|｜]\s*|\s+[-–—]+\s+|-+(?=[^-]*$)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const own = parts.filter((part) => !SITE_PART.test(part))
  const longest = own.length === 0 ? title : own.reduce((best, part) => (part.length > best.length ? part : best))
  return longest.replace(COLUMN, '')
}
