/** Names by their heads: read leftwards from 行动, 工程, 改革… to where the name begins. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { BareText } from './bare-text.ts'
import type { Candidate } from './candidate.ts'
import { coreOf } from './core.ts'
import { programWords, type ProgramWords } from './rules.ts'

/** No name of the seeds is longer (社区卫生服务站和村卫生室中医药适宜技术培训全覆盖项目 has 26). */
const MOST_NAME = 30
const PUNCTUATION = /[，。；：！？\t|《》…—｜]/u
const CLASSIFIED = /(?:\d[\d.]*|[两三四五六七八九十几数]|[*X]+)[万余多]*(?:家|个|所|名|支|张|例|次|人|处|场|辆|台|种|套|批|间|位|类|条|件)$/u
const DATED = /(?:\d{4}年(?:\d{1,2}月)?|\d{1,2}月|\d{1,2}日)$/u
const EMPTY_BODY = /^(?:专项|[一二两三四五]年|\d年|百日|提升|攻坚|推进)*$/u
const NOT_AFTER_HEAD = /^(?:组|办公|室|者|师|款|经费|资金|标准|指南|书|力度|力|生育|免疫|期间|中心|质量|管理|主体|投资|用地|库|储备|所|成果|评审|申报|立项|学科|外|内|审批|红线|报告|情况)/u
/** Ends of a body that make an everyday duty of 建设, 活动 and 项目. */
const DUTY = /(?:队伍|能力|制度|机制|机构|平台|系统|信息化|基地|中心|门诊|科室|学科|科|团队|网络|项目|设施|文化|体系|阵地|环境|服务|信息|人才|梯队|基础|规范|思想|作风|宣传|培训|讲座|慰问|主题|系列|宣传周|宣传日|竞赛|演讲|志愿服务|结对|教育|日|周|节|科研|课题|联盟|工作|医院|病房|楼|分院|医疗机构|工作室|等)$/u

interface Head {
  readonly from: number
  readonly to: number
  readonly strong: boolean
}

/** Where names can neither begin nor run through: names of bodies, and what was already read. */
export interface Fences {
  readonly mentions: readonly (Pick<SentenceMention, 'label'> & { readonly from: number; readonly to: number })[]
  readonly taken: readonly Candidate[]
}

/** Names with a head in a sentence that are proper names and not duties. */
export function findHeadedNames(reading: Reading, bare: BareText, fences: Fences): Candidate[] {
  const words = programWords(reading.lexicon)
  const found: Candidate[] = []
  for (const head of headsOf(bare, words)) {
    const from = beginning(bare, head, { words, fences })
    if (from === undefined) continue
    const start = from + leadingLength(bare.text.slice(from, head.from), words, reading)
    if (!isName(bare, { from: start, head }, { words, fences })) continue
    const name = bare.text.slice(start, head.to)
    found.push({ from: start, to: head.to, name, core: coreOf(name), rule: head.strong ? 'programs/headed-name' : 'programs/topic-and-head' })
  }
  return found
}

/** Heads left to right; heads side by side are one (行动提升计划, 项目试点). */
function headsOf(bare: BareText, words: ProgramWords): Head[] {
  const { lists } = words
  const heads: Head[] = []
  for (let at = 1; at < bare.text.length; at++) {
    const strong = lists.heads.startingAt(bare.text, at)
    const length = Math.max(strong, lists['weak-heads'].startingAt(bare.text, at))
    if (length === 0) continue
    const last = heads.at(-1)
    const next = { from: at, to: at + length, strong: strong === length }
    if (last !== undefined && last.to === at) heads[heads.length - 1] = { from: last.from, to: next.to, strong: last.strong || next.strong }
    else heads.push(next)
    at += length - 1
  }
  return heads.filter((head) => !NOT_AFTER_HEAD.test(bare.text.slice(head.to)))
}

/** Where the longest stretch that may be the name begins; undefined where a body of its own stands right before the head. */
function beginning(bare: BareText, head: Head, { words, fences }: { words: ProgramWords; fences: Fences }): number | undefined {
  const { text } = bare
  let at = head.from
  while (at > 0) {
    if (head.to - at > MOST_NAME) return undefined
    if (PUNCTUATION.test(text.charAt(at - 1))) return at
    const quote = bare.quotes.find((other) => other.to === at || other.from === at)
    if (quote !== undefined && quote.from === at && at < head.from) return at
    if (quote !== undefined && quote.to === at) {
      at = quote.from
      continue
    }
    if (fences.mentions.some((mention) => mention.to === at && mention.label !== 'District')) return at === head.from ? undefined : at
    const body = text.slice(at, head.from)
    if (CLASSIFIED.test(text.slice(Math.max(0, at - 10), at)) || DATED.test(text.slice(Math.max(0, at - 8), at))) return at
    if (!EMPTY_BODY.test(body) && words.lists.openers.endingAt(text, at) > 0) return at
    const joint = /(?:以及|和|与|及|暨|、)$/u.exec(text.slice(Math.max(0, at - 2), at))
    if (joint !== null && endsItem(bare, at - joint[0].length, { words, fences })) return at
    if (text.charAt(at - 1) === '）') {
      const open = text.lastIndexOf('（', at)
      if (open < 0 || at - open > 14) return at
      at = open
      continue
    }
    if (text.charAt(at - 1) === '（') return at
    at--
  }
  return at
}

/** Whether an item of a list ends here, so that the joining word after it does not join two halves of one name. */
function endsItem(bare: BareText, at: number, { words, fences }: { words: ProgramWords; fences: Fences }): boolean {
  const { lists } = words
  if (bare.quotes.some((quote) => quote.to === at) || fences.taken.some((other) => other.to === at)) return true
  return lists.heads.endingAt(bare.text, at) > 0 || lists['weak-heads'].endingAt(bare.text, at) > 0 || /(?:服务|工作|制度|机制|体系|能力)$/u.test(bare.text.slice(0, at))
}

/** Length of the words at the beginning that are no part of the name: adverbs, 全市, the home's own name. */
function leadingLength(body: string, words: ProgramWords, reading: Reading): number {
  const home = reading.document.home.map((place) => place.name)
  let at = 0
  for (;;) {
    const own = home.find((name) => body.startsWith(name, at))?.length ?? 0
    const step = Math.max(own, words.lists.leading.startingAt(body, at), words.lists['soft-openers'].startingAt(body, at))
    if (step === 0 || at + step >= body.length) return at
    at += step
  }
}

function isName(bare: BareText, name: { from: number; head: Head }, { words, fences }: { words: ProgramWords; fences: Fences }): boolean {
  const { lists } = words
  const { from, head } = name
  const body = bare.text.slice(from, head.from)
  const inside = (span: { from: number; to: number }): boolean => span.from < head.to && from < span.to
  if (body.length < 2 || isGeneric(body, words)) return false
  if (fences.mentions.some((mention) => mention.label !== 'District' && inside(mention))) return false
  if (lists.works.isIn(body)) return false
  if (head.strong) return body.length >= 3 && (body.match(/、/gu)?.length ?? 0) <= 3
  return lists.topics.isIn(body) && !DUTY.test(body)
}

/** Whether a body is made of nothing but words that name no program (重点民生, 信息化). */
function isGeneric(body: string, words: ProgramWords): boolean {
  const { generic, leading } = words.lists
  let at = 0
  while (at < body.length) {
    const step = Math.max(generic.startingAt(body, at), leading.startingAt(body, at), words.lists['soft-openers'].startingAt(body, at))
    if (step === 0) return false
    at += step
  }
  return true
}
