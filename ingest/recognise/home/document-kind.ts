/** What kind of document a title announces, and the year it is about. */
import type { DocumentKind } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import { isPlanTitle, yearOfYearbook } from '../../read/sections.ts'

const KINDS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/总结|工作回顾|述职|20\d{2}年?年报$/u, 'annual_summary'],
  [/(?:工作)?(?:要点|打算|思路|安排)|年(?:度)?(?:工作)?计划|工作计划|任务分解/u, 'work_plan'],
  [/规划|方案|行动计划|实施意见|实施细则|办法|三年行动|指导意见|若干(?:措施|意见)/u, 'plan'],
  [/通知|公告|公示|通报|公报|告知|函$/u, 'notice'],
  [/综述|纪实|侧记|巡礼|纵横|特写|观察|透视/u, 'feature'],
  [/报告|汇报|调研|情况表|一览表|(?<!最新|新)进展(?:情况|$)|答复|建议|提案/u, 'report'],
]
const NEWS = /^(?:本报讯|近日|日前|[〇㐀-鿿]{0,8}讯[（(]|\d{1,2}月\d{1,2}日)|记者|通讯员|签约仪式|揭牌仪式/u
/** Rules that are handed down, which are plans by kind though they plan no deed. */
const NO_NEWS = /(?:实施意见|实施细则|办法|指导意见|若干(?:措施|意见))(?:的(?:通知|函))?(?:[（(][^）)]*[）)])?$|^关于|解读$/u
const DATED = /\d{1,2}月\d{1,2}日|近日|日前/u

/** 明年怎么规划, 提前完成年度投资计划: words of a plan in the title of news. */
function mayBe(kind: DocumentKind, title: string): boolean {
  return (kind !== 'work_plan' && kind !== 'plan') || NO_NEWS.test(title) || isPlanTitle(title)
}

export function kindOf(title: string | null, text: string): DocumentKind {
  const found = title === null ? undefined : KINDS.find(([pattern, kind]) => pattern.test(title) && mayBe(kind, title))?.[1]
  if (found !== undefined) return found
  const body = text.slice(0, 1500)
  if (NEWS.test(body)) return text.length > 4000 ? 'feature' : 'news'
  if (text.length > 1500) return 'feature'
  return title === null && !DATED.test(text.slice(0, 200)) ? 'other' : 'news'
}

const MONTH = /(20\d{2})年\d{1,2}月(\d{1,2}日)?/gu
/** The end of a period: 2018年1月至2027年12月; but 截至 tells what is reached. */
const PERIOD_BEFORE = /(?:(?<!截|截止)[至到]|[—–－~～-])\s?$/u
/** A month yet to come: 预计2027年6月; an announced day (将于2023年2月18日) is near. */
const HOPED_BEFORE = /(?:预计|计划|拟|力争|确保|争取|有望|预期)(?:于|在|到)?$/u
const ANNOUNCED_BEFORE = /将(?:于|在)?$/u

/** 自2016年1月起, 始建于1950年3月, 2017年8月23日在江州成立: what began then, told of in passing. */
const BEGUN_BEFORE = /(?:自|从|早在|[建立办设]于|据了解，?于?)$/u
const BEGUN_AFTER = /^(?:起|以来|，?(?:在[〇㐀-鿿]{2,8})?(?:成立|创建|创办|始建|组建|建院))/u

/** 3月27日上午, 3月27日，: the day of which news tells, without its year. */
const DAY_ALONE = /(?<![年\d])\d{1,2}月\d{1,2}日/u
const OPENING = 120

/** News of a day whose year nothing tells: years further down are of other days. */
function isDayAlone(text: string): boolean {
  const opening = text.slice(0, OPENING)
  const at = opening.search(DAY_ALONE)
  return at >= 0 && !/20\d{2}年/u.test(text.slice(0, at)) && !/20\d{2}年\d{1,2}月\d{1,2}日/u.test(opening)
}

/** Years of the dated months of a text that are past or near. */
function datedYears(text: string): number[] {
  const years: number[] = []
  for (const { 0: whole, 1: year, 2: day, index } of matchesOf(MONTH, text)) {
    const before = text.slice(Math.max(0, index - 5), index)
    const isAhead = HOPED_BEFORE.test(before) || (day === undefined && ANNOUNCED_BEFORE.test(before))
    const isBegun = BEGUN_BEFORE.test(before) || BEGUN_AFTER.test(text.slice(index + whole.length, index + whole.length + 14))
    if (!isAhead && !isBegun && !PERIOD_BEFORE.test(before)) years.push(Number(year))
  }
  return years
}

/** Year of the title; else of the latest dated day or month in the text; else of publication. */
export function yearOf(
  title: string | null,
  text: string,
  { published, kind }: { published: string | null; kind: DocumentKind },
): number | null {
  const titled = /(20\d{2})\s*(?:年|—|-|至)/u.exec(title ?? '')?.[1]
  if (titled !== undefined) return Number(titled)
  const recorded = yearOfYearbook(text)
  if (recorded !== undefined) return recorded
  // News of one day tells of that day's year, whatever past months it recalls; in January it may still be the year before.
  if (published !== null && !/^20\d{2}-0[12]/u.test(published) && kind === 'news') return Number(published.slice(0, 4))
  if (published === null && kind === 'news' && isDayAlone(text)) return null
  const most = published === null ? Infinity : Number(published.slice(0, 4))
  const dated = datedYears(text).filter((year) => year <= most)
  if (dated.length > 0) return Math.max(...dated)
  return published === null ? null : most
}
