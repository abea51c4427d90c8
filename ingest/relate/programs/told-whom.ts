/** Who takes part by what others say to them: a hospital that another guides, the home where one of its officials speaks on a hospital's page. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { BareSpan } from './bare-text.ts'

const GUIDES = /^(?:并|并且|以及|积极|全力|大力)?(?:指导|协助|帮助|支持|助力|助推)/u
/** 院领导付某要求，…: by whom a demand is made. */
const DEMANDS =
  /^(?:会上|最后|同时)?，?(?!会议|大会|全会|通知|方案|文件|院长|书记|局长|主任)(?<name>[\u4e00-\u9fff]{2,3})(?:要求|强调|指出|提出)，/u
/** 二要…, 还要…: what the sentence before asks goes on. */
export const ASKS_FURTHER = /^(?:[一二三四五六七八九十]+[是要]|[还也]?要(?!求|素))/u
const OFFICE =
  /(?:卫健委|卫健局|卫生健康委员?会?|卫生健康局|卫计[委局]|卫生局|人民政府|[市县区]委|副?[市县区]长)[^，。；、院]{0,6}(?:、[^，。；、院]{0,6})*$/u
/** Sentences that may stand between a person and the office. */
const MOST_BACK = 40

/** 提升甲医院能力，指导等级医院评审: the hospital named in the clauses before, which is guided and is not the speaker. */
export function guidedHospital(
  { reading, sentence: { text }, bodies }: { reading: Reading; sentence: Sentence; bodies: readonly SentenceMention[] },
  { from, clause }: { from: number; clause: BareSpan },
): string | undefined {
  if (clause.from === 0 || !GUIDES.test(text.slice(clause.from, from))) return undefined
  const last = bodies.findLast(({ label, to }) => label === 'Hospital' && to <= clause.from)
  return last === undefined || last.entity === reading.document.speaker ? undefined : last.entity
}

/** “治未病”工程由甲医院承担: who carries it out, told behind its name. */
export function carriedOutBy(
  text: string,
  bodies: readonly SentenceMention[],
  { to, clause }: { to: number; clause: BareSpan },
): string | undefined {
  const by = BY.exec(text.slice(to, clause.to))
  if (by === null) return undefined
  const at = to + by[0].length
  const body = bodies.find(({ from }) => from === at)
  return body !== undefined && CARRIES.test(text.slice(body.to, clause.to)) ? body.entity : undefined
}

const BY = /^[”"]?(?:工作|项目|工程|活动|建设|服务)?(?:均|已|将|主要|具体|统一)*(?:由|交由|委托|依托)/u
const CARRIES = /^(?:具体|负责|统一|独立|全面|主要)*(?:承担|承办|承接|实施|牵头|组织|主办|负责|开展|落实|建设|打造|申报|运营)/u

/** 县委县政府大力推进某行动, on the page of a hospital: the division whose government does it. */
export function rulerOf({ document }: Reading, words: string): string | undefined {
  const level = document.speaker === null ? undefined : RULES.exec(words)?.[1]
  return level === undefined ? undefined : document.home.findLast(({ name }) => name.endsWith(level))?.id
}

const RULES =
  /^(?:近年来|今年以?来|目前|去年)?，?([省市县区旗州])(?:委、?\1(?:人民)?政府|(?:人民)?政府|委(?=[大持高正把将启推]))(?:高度重视|(?:正|已|将|大力|积极|全力|持续|全面|深入|统筹)*(?:推进|实施|启动|开展|推行|部署|打造|把))/u

/** Whether an official, told as one before, lays what a sentence says upon all: 县卫健局局长某某要求，…。要…. */
export function isAskedByOffice(reading: Reading, { text, index, paragraph }: Sentence): boolean {
  let said = text
  for (let at = index - 1; at >= 0 && ASKS_FURTHER.test(said) && reading.sentences[at]?.paragraph === paragraph; at--)
    said = reading.sentences[at]?.text ?? ''
  const name = DEMANDS.exec(said)?.groups?.['name']
  if (name === undefined) return false
  for (let at = index; at >= Math.max(0, index - MOST_BACK); at--) {
    const earlier = reading.sentences[at]?.text ?? ''
    const place = earlier.indexOf(name)
    if (place > 0 && OFFICE.test(earlier.slice(Math.max(0, place - 24), place))) return true
  }
  return false
}

/** A program with the clause that it stands in. */
interface Ordered extends BareSpan {
  readonly clause: BareSpan
}

/** 甲、乙分别通过三级医院评审、二甲复审: first with first. */
export function inOrder<T extends Ordered>(
  text: string,
  { program, programs, leads }: { program: T; programs: readonly T[]; leads: readonly string[] },
): readonly string[] {
  if (leads.length < 2 || !EACH.test(text.slice(program.clause.from, program.from))) return leads
  const beside = programs.filter(({ clause }) => clause.from === program.clause.from)
  return beside.length === leads.length ? leads.slice(beside.indexOf(program)).slice(0, 1) : leads
}

const EACH = /分别|依次/u
