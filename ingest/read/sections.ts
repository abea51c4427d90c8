/** Whether a part of a document looks back on a year or plans one, from its headings and its title. */
import type { Section } from './sentence.ts'

const YEAR = /(20\d{2})\s*(?:年|—|-|－|~|至)/u
/** 三、2023年重点工作 · 下一步打算 · 2024年工作思路 — but not 2023年重点工作进展, 计划生育工作, 规划床位300张. */
const PLAN =
  /(?:工作)?(?:计划(?!生育|总?投资)|思路|打算|要点|安排|谋划|设想|规划(?!\s*\d|总?床位)|部署|展望)|下一?步|下阶段|接下来|明年|来年|新的一年|下半年|怎么干|今后|未来|努力方向|主要任务|目标任务|重点(?:工作|任务)|工作重点|年度?重点$/u
const REVIEW =
  /总结|回顾|(?:完成|工作|开展|落实|推进|实施|执行|运行|建设|任务|项目)情况|上半年(?!.*(?:计划|安排|打算|要点|思路|谋划))|进展|成效|(?:发展|主要|工作|取得的?|建设|改革|显著|历史性)成就|成绩|做法|亮点|综述|述职|情况(?:的)?(?:报告|汇报|通报)|主要工作|过去|年报$|大事记|纪事$/u
/** “卫健50计划”全面动工: what is quoted is a name and tells no time. */
const QUOTED = /[“「《][^”」》]*[”」》]/gu
/** What a plan begins with: where things stand. */
const STANDING = /现状|(?:发展|工作|规划|现实|建设)(?:基础|背景)$|基本情况$/u
const PROBLEM = /问题|不足|短板|困难|形势|挑战|机遇/u
/** 加快补齐硬件短板, 补齐公共卫生短板: what is done about it, and no account of what is amiss. */
const MENDS = /补齐|补强|补足|补短|补上|破解|解决|化解|克服|聚焦|攻克|抢抓|抓住|突破|直面|应对|夯实/u

/** 三、对策建议, （三）几点意见和建议: what a survey, a council or a member of one advises. */
const ADVICE = /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[、.）)．])?[〇㐀-鿿]{0,6}(?:建议|对策)(?:意见)?[：:]?$/u

/** 六、2024，向新而行 in a review of 2023. */
const YEAR_AT_HEAD = /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[、.）)．])?\s*(20\d{2})年?(?:[，,：:、 ]|$)/u

function yearIn(text: string): number | undefined {
  const year = Number(YEAR.exec(text)?.[1])
  return year >= 1990 ? year : undefined
}

const withYear = (kind: Section['kind'], year: number | undefined): Section => (year === undefined ? { kind } : { kind, year })

/** What a title ends with that is a plan: 工作计划, 工作要点（征求意见稿）, 重点任务分解表, 关于印发《…规划》的通知. */
const PLAN_END =
  /(?:计划|要点|思路|打算|安排|谋划|设想|规划|纲要|方案|部署|展望|任务|重点工作|工作重点|任务分解(?:方案|表)?|任务清单|努力方向)(?:(?:\d+[-—至]\d+年?|[（(][^）)]*[）)]))?(?:》?的?(?:通知|公告|函))?$/u
/** 提前完成年度投资计划, 出台实施方案, 具体怎么规划: news of a plan is none. */
const TOLD =
  /完成|超额|提前|出台|发布|解读|审议|通过|公布|启动|部署(?!安排|$)|会议|召开|举行|怎么|如何|纳入|列入|获批|正式|聚焦|将于|成为|荣获|顺利/u

/** Whether a title is that of a plan, and not of news that speaks of one. */
export function isPlanTitle(title: string): boolean {
  return PLAN.test(title) || /方案|纲要|任务/u.test(title) ? PLAN_END.test(title) && !TOLD.test(title) : false
}

/** 3.推动甲与乙签约，上半年见成效: a task of a plan, and what it aims at. */
const TASK = /^(?:\d|[（(]\d)/u
const TARGET = /上半年|成效|成绩|进展|做法|亮点/gu

/** 某医院大事记（2018—2021年）: days and deeds, year by year. */
const CHRONICLE = /大事记|大事年表|纪事$/u
/** 2019年, 【2019年】, ■2019年度 in it. */
const YEAR_ALONE = /^[【（(〔[■◆●▲★○◎\s]*(20\d{2})\s*年度?[】）)〕\]：:\s]*$/u
/** 三月, 11月份: a part of the year above it. */
const MONTH_ALONE = /^[【（(〔[■◆●▲★○◎\s]*(?:\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月份?[】）)〕\]：:\s]*$/u

/** Depth of a line of a chronicle that is no more than a year, or a month below it; undefined for all others. */
export function depthInChronicle(line: string, title: Section): number | undefined {
  if (title.isChronicle !== true) return undefined
  return YEAR_ALONE.test(line) ? 0 : MONTH_ALONE.test(line) ? 0.5 : undefined
}

/** 【概况】 2019年，某市有…, 【基本建设】 …: entries of a yearbook, and the year that it records. */
const ENTRY = /(?:^|[。\n])\s{0,8}【[^【】\n]{2,14}】/gu
const RECORDS = /【(?:[^【】\n]{0,6}(?:概况|概述|综述|简况))】\s{0,8}(20\d{2})年(?!\d{0,2}月?[^，。\n]{0,8}(?:成立|组建|建成))/u
const FEWEST_ENTRIES = 3

/** The year of which the entries of a yearbook tell; undefined where a text is none. */
export function yearOfYearbook(text: string): number | undefined {
  const year = text.includes('【') ? RECORDS.exec(text)?.[1] : undefined
  return year === undefined || (text.match(ENTRY)?.length ?? 0) < FEWEST_ENTRIES ? undefined : Number(year)
}

/** What the title says of the whole document; `year` is the year that the document is about. */
export function sectionOfTitle(title: string | undefined, year: number | null): Section {
  const own = (title === undefined ? undefined : yearIn(title)) ?? year ?? undefined
  if (title === undefined) return withYear('other', own)
  if (CHRONICLE.test(title)) return { ...withYear('review', own), isChronicle: true }
  if (REVIEW.test(title)) return withYear('review', own)
  if (isPlanTitle(title)) return withYear('plan', own)
  return withYear('other', own)
}

/** （2024年1月12日职工代表大会印发）, 2024年1月12日: when a text was given out, and not what it is about. */
const DATELINE =
  /^[（(](?=[^（）()]*[）)]$)[^（）()]*20\d{2}年(?:\d{1,2}月|[^（）()]*(?:会议|大会|印发|通过|审议|讨论))|^20\d{2}年\d{1,2}月(?:\d{1,2}日)?$/u

/** 过去五年, “十三五”时期: years of which none is told. */
const SPAN = /过去[三五]年|[三五]年(?:来|以来|工作|回顾)|十[二三四五]五/u

/** The section below a heading, given the section in which the heading stands, and whether a part before it looked back. */
export function sectionOfHeading(written: string, above: Section, title: Section, reviewed = false): Section {
  if (DATELINE.test(written)) return above
  const ofYear = title.isChronicle === true ? YEAR_ALONE.exec(written)?.[1] : undefined
  if (ofYear !== undefined) return withYear('review', Number(ofYear))
  const heading = written.replaceAll(QUOTED, '')
  const told = title.kind === 'plan' && TASK.test(heading) ? heading.replaceAll(TARGET, '') : heading
  const year = yearIn(heading)
  if ((REVIEW.test(told) || STANDING.test(heading)) && !/下一?步|打算|思路/u.test(heading))
    return { ...withYear('review', year ?? title.year), ...(year === undefined && SPAN.test(written) ? { isSpan: true } : {}) }
  if (ADVICE.test(heading)) return { kind: 'other', isAdvice: true }
  const plans = PLAN.test(heading)
  if (plans && title.kind === 'plan') return withYear('plan', year ?? title.year)
  const ahead = Number(YEAR_AT_HEAD.exec(heading)?.[1])
  if (title.kind === 'review' && title.year !== undefined && ahead > title.year) return withYear('plan', ahead)
  if (
    plans &&
    (year === undefined || title.year === undefined || year > title.year || title.kind === 'review' || above.kind === 'plan' || reviewed)
  ) {
    // 重点工作 alone is also what a review calls its parts; 主要任务 of the same year in a review is one.
    const isVague = /^[^年]*(?:重点(?:工作|任务)|工作重点)|主要任务/u.test(heading) && year === undefined && !/下|明年|今后/u.test(heading)
    if (isVague && above.kind === 'review') return above
    if (year !== undefined && title.kind === 'review' && year === title.year && !/下|打算|思路|计划|安排/u.test(heading))
      return withYear('review', year)
    const next = LATER_THIS_YEAR.test(heading) ? title.year : nextYear(title)
    return withYear('plan', year ?? (above.kind === 'plan' ? above.year : next))
  }
  if (PROBLEM.test(heading) && !MENDS.test(heading)) return withYear('other', title.year)
  return year === undefined ? above : withYear(above.kind, year)
}

/** 下半年工作计划 under a title of 2024 plans for 2024. */
const LATER_THIS_YEAR = /下半年|[三四]季度|下(?:一|个)季度/u

function nextYear(title: Section): number | undefined {
  return title.kind === 'review' && title.year !== undefined ? title.year + 1 : undefined
}

/** 下一步，我局将继续…: from such a sentence to the end of its paragraph a review plans. */
export function turnsToPlan(sentence: string, above: Section, title: Section): Section | undefined {
  if (above.kind === 'plan') return undefined
  const stated = /^(?:[（(]?[一二三四五六七八九十\d]+[、.）)])?(20\d{2})年，?(?:[^。，]{0,12}，)?[^。，]{0,10}(?:将|要|计划|拟)/u.exec(
    sentence,
  )?.[1]
  if (stated !== undefined && title.year !== undefined && Number(stated) > title.year) return { kind: 'plan', year: Number(stated) }
  if (!/^(?:下一?步|下一?阶段|接下来|明年|来年|新的?一年|今后|未来[一二两三四五六几\d]+年)/u.test(sentence)) return undefined
  // 下一步 names no year; 明年 does.
  return withYear('plan', /^(?:[明来]年|新的?一年)/u.test(sentence) ? nextYear(title) : undefined)
}

/** 下步打算： as a paragraph of its own: the items below it are planned. */
export function isPlanLeadIn(paragraph: string, title: Section): boolean {
  if (paragraph.length > LONGEST_LEAD_IN || !/[：:]$/u.test(paragraph)) return false
  const isLater = title.year !== undefined && (yearIn(paragraph) ?? 0) > title.year
  return PLAN_LEAD_IN.test(paragraph) || (isLater && (PLAN.test(paragraph) || /[将要拟]|计划/u.test(paragraph)))
}

const LONGEST_LEAD_IN = 24
const PLAN_LEAD_IN = /(?:下一?步|下一?阶段|接下来|今后|明年|来年|打算)(?:(?!已|落实|完成|实现)[^。；，])*[：:]$/u
