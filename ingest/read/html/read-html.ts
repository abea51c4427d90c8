/** Reads a saved web page: its article as lines, without what stands around it on the site. */
import type { Problem } from '../../../cypher/model/index.ts'
import { findBinary } from '../decode.ts'
import { endsText } from '../furniture.ts'
import { repairText } from '../mojibake.ts'
import { tellLost } from '../plain-text.ts'
import { MOST_CHARACTERS, refuse, type FileBytes, type ReadResult } from '../read-result.ts'
import { blockLines } from './block-text.ts'
import { findLinkLists, findMainContent } from './main-content.ts'
import { decodePage } from './page-charset.ts'
import { nestingOf } from './nesting.ts'
import { readPageMeta } from './page-meta.ts'
import { measurePage, parsePage, type PageNode } from './page-tree.ts'

/** Tags in one page; the largest real ones (a list of a year's projects) have some 50,000. */
const MOST_TAGS = 400_000
/** Tags inside tags; a page with every <font> left open has some hundreds. */
const MOST_NESTED = 5000
/** Lines of the site in an article: 当前位置：首页>新闻 · 上一篇：… · 【打印】【关闭】 · 粤ICP备12345678号 */
const SITE_LINE =
  /^[\s【[（(]*(?:(?:您|你)?(?:现在|当前|所在)?的?位置\s*[:：]|首页\s*[>＞»]|上一[篇条页]|下一[篇条页]|打印(?:本页|本文|正文)?[\s】\]|]|打印$|关闭(?:窗口|本页)?[\s】\]]*$|分享(?:到|至)|扫一扫|返回(?:顶部|首页|列表)|网站(?:地图|标识码|声明)|版权所有|联系我们$|友情链接|主办(?:单位)?[:：]|承办(?:单位)?[:：]|技术支持[:：])|[ICＩＣ]{2}[PＰ]备|公网安备|^Copyright/iu
/** Text so far before a line such as 相关阅读 can end it. */
const LEAST_TEXT = 50

/** Reads .html and .htm. Scripts are never run, nothing is fetched. */
export function readHtml({ path, id, bytes }: FileBytes): ReadResult {
  const binary = findBinary(bytes)
  if (binary !== undefined) return refuse(id, 'read.binary', `不是网页（像是${binary}），未读：${path}`)
  const decoded = decodePage(bytes)
  if (decoded.text.split('<', MOST_TAGS + 2).length > MOST_TAGS + 1)
    return refuse(id, 'read.too-large', `网页的标签超过 ${MOST_TAGS} 个的上限，未读，请拆分：${path}`)
  if (nestingOf(decoded.text) > MOST_NESTED)
    return refuse(id, 'read.too-deep', `网页的标签嵌套超过 ${MOST_NESTED} 层，未读，请在浏览器里打开后打印为 PDF：${path}`)
  const root = parsePage(decoded.text)
  const { lines, meta } = articleOf(root)
  if (lines.join('').length === 0)
    return refuse(id, 'read.empty', `网页里没有正文（可能由脚本生成，请在浏览器里打开后另存为“网页，全部”或 PDF）：${path}`)
  const whole = lines.join('\n')
  if (whole.length > MOST_CHARACTERS)
    return refuse(id, 'read.too-large', `${whole.length} 字，超过一个文件 ${MOST_CHARACTERS} 字的上限，未读，请拆分：${path}`)
  const { text, problems } = repairText(whole, path)
  const told: Problem[] = [...tellLost(path, decoded), ...problems]
  return { ok: true, raw: { id, text, encoding: decoded.encoding, problems: told, meta } }
}

function articleOf(root: PageNode): { lines: string[]; meta: ReturnType<typeof readPageMeta> } {
  const measures = measurePage(root)
  const main = findMainContent(root, measures)
  const lists = findLinkLists(main, measures)
  const lines = cutSite(blockLines(main, { measures, isLeftOut: (node) => lists.has(node) }))
  const around = main === root ? lines : [...lines, ...blockLines(root, { measures })]
  const meta = readPageMeta(root, around)
  return { lines: withTitle(lines, meta.title), meta }
}

/** Without lines of the site, and without what follows the text. */
function cutSite(lines: readonly string[]): string[] {
  const kept: string[] = []
  let length = 0
  for (const line of lines) {
    if (length >= LEAST_TEXT && endsText(line)) break
    if (line.length <= 120 && SITE_LINE.test(line)) continue
    kept.push(line)
    length += line.length
  }
  return kept
}

/** The title stands outside the article on many sites; a text without it would lose its year and its home. */
function withTitle(lines: readonly string[], title: string | undefined): string[] {
  const bare = (text: string): string => text.replace(/\s+/gu, '')
  const isThere = title === undefined || bare(lines.slice(0, 10).join('')).includes(bare(title))
  return lines.length === 0 || isThere ? [...lines] : [title, ...lines]
}
