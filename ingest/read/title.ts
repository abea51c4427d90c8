/** Finds the title of a report among its first lines. */
import { hospitalOfSite, isFurniture, withoutOtherPages } from './furniture.ts'
import { numberedDepth } from './headings.ts'
import { LEFT_OUT } from './pinyin.ts'

/** Words that end the title of an official report or follow its year. */
const TITLE_WORD =
  /(?:总结|要点|计划|思路|打算|报告|方案|通知|意见|综述|一览表|情况表|公告|公报|规划|纪实|汇报|办法|措施|简报|通报|清单|部署|安排|回顾|回眸|掠影|巡礼|盘点|扫描)(?:[（(][^）)]*[）)])?$|总结[及和与]|工作(?:总结|要点|计划)/u
const NO_TITLE =
  /[。；！？，、：:;,]$|^\d[\d/.\-A-Z]*$|^《.*》$|[|｜].*[|｜]|记者[〇㐀-鿿]{2,4}(?:通讯员|$)|^[>＞»]|[>＞»›].*[>＞»›]|^第\d+版|资料图|^\P{Script=Han}*$|^(?:根据|按照|截至|近年来|到20)|^20\d{2}年\d{1,2}月\d{1,2}日(?:星期.)?$|^(?:时间|日期|来源|[〇㐀-鿿]{0,2}热线)[:：]|^[•·]|上一[篇条]|^打开.*(?:新闻|图片)|(?:仪式|会议)现场$|^欢迎(?:访问|您|来到|光临)|验证码/u

export interface TitleLine {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Lines of the text that was asked for last: one document asks for them several times. */
let latest: { readonly text: string; readonly lines: readonly TitleLine[] } | undefined

/** Lines with what stands in them, trimmed. */
export function linesOf(text: string): readonly TitleLine[] {
  if (latest?.text === text) return latest.lines
  const lines: TitleLine[] = []
  const hasLeftOut = text.includes(LEFT_OUT)
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const raw = text.slice(start, end)
    const lead = raw.length - raw.trimStart().length
    const line = raw.trim()
    lines.push({ text: hasLeftOut ? line.replaceAll(LEFT_OUT, '') : line, start: start + lead, end: start + lead + line.length })
    start = end + 1
  }
  latest = { text, lines }
  return lines
}

const LOOK_AT = 40
/** 医院新闻中心: the name of a column is shorter than a title. */
const SHORT_LINE = 9

/** 发布时间：2024-06-24 阅读次数：12, 江州日报 2024-06-24 08:12: what a page sets below its title, however long that is. */
const BESIDE_PAGE =
  /(?:发布|发表|更新)(?:时间|日期)[:：]|(?:来源|作者|浏览|点击|阅读)[〇㐀-鿿]{0,2}[:：]|20\d{2}\D\d{1,2}\D\d{1,2}日?\s*\d{1,2}[:：]\d{2}/u

function isBesidePage(line: string | undefined): boolean {
  return line !== undefined && line.length <= 80 && BESIDE_PAGE.test(line)
}

/** ——青岚市人民医院发展侧记: below a motto, and says whose page it is. */
const SUBTITLE = /^[—－–-]{1,2}[〇㐀-鿿]{2,20}(?:医院|中心|保健院|局|委|[市县区旗州]).*/u

function isDated(line: TitleLine): boolean {
  return /20\d{2}|关于/u.test(line.text)
}

/** How far down the line may stand that tells of the page, with its title right above. */
const ABOVE = 12

function withoutMarkup(line: string): string {
  return /[#\s]/u.test(line) ? line.replace(/^#+\s*/u, '').replace(/\s+/gu, '') : line
}

/** The title of the text that was asked for last: it is asked for with what describes a document, and with its sentences. */
let latestTitle: { readonly text: string; readonly title: TitleLine | undefined } | undefined

/** The line that is the title: one in the genre's words; else a short first line. Undefined where the text begins in the middle. */
export function findTitle(text: string, unread: readonly { start: number; end: number }[] = []): TitleLine | undefined {
  const lines = linesOf(text)
  if (unread.length > 0) return titleAmong(lines.filter((line) => !unread.some((span) => line.start < span.end && span.start < line.end)))
  if (latestTitle?.text !== text) latestTitle = { text, title: titleAmong(lines) }
  return latestTitle.title
}

function titleAmong(all: readonly TitleLine[]): TitleLine | undefined {
  const lines = all.filter((line) => line.text !== '')
  const first = lines.slice(0, LOOK_AT).map(({ text: written, start, end }) => ({ text: withoutMarkup(written), start, end }))
  const isCandidate = (line: TitleLine): boolean =>
    line.text.length >= 6 &&
    line.text.length <= 60 &&
    !NO_TITLE.test(line.text) &&
    numberedDepth(line.text) === undefined &&
    hospitalOfSite(line.text) === undefined &&
    withoutOtherPages(line.text) === line.text &&
    !isFurniture(line.text)
  const candidates = first.filter(isCandidate)
  const isTitleLong = (line: TitleLine | undefined): line is TitleLine =>
    line !== undefined && line.text.length > SHORT_LINE && !/。|[A-Za-z]{6}/u.test(line.text) && isCandidate(line)
  // A caption below the first sentence is no title.
  const body = first.find((line) => line.text.includes('。'))?.start ?? Infinity
  const beside = first.slice(0, ABOVE).findIndex((line, index) => index > 0 && isBesidePage(line.text))
  // A title with its subtitle below.
  const isTwofold = isTitleLong(first[beside - 1]) && isTitleLong(first[beside - 2])
  const above = beside < 0 ? undefined : first[beside - (isTwofold ? 2 : 1)]
  const worded = candidates.filter((line) => TITLE_WORD.test(line.text))
  const isSubtitle = ({ text: written, start }: TitleLine): boolean => SUBTITLE.test(written) && start < body
  return (
    worded.find((line) => isDated(line) && line.start < body) ??
    candidates.slice(0, 2).find(isSubtitle) ??
    worded.find(isDated) ??
    worded[0] ??
    (isTitleLong(above) ? above : undefined) ??
    (first[0] !== undefined && first[0].text.length <= (isBesidePage(first[1]?.text) ? 60 : 40)
      ? candidates.find((line) => (line.text.length <= 40 || line === first[0]) && line.start <= body)
      : undefined)
  )
}
