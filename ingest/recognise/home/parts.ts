/** Parts of one text that speak from places of their own: chapters of a yearbook, items of a page, several reports in one file. */
import type { Place } from '../../../cypher/model/index.ts'
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { numberedDepth } from '../../read/headings.ts'
import type { Sentence } from '../../read/sentence.ts'
import { divisionTrie, resolvePlace } from '../naming/place-index.ts'

/** Sentences that share a home; without one they have that of the document. */
export interface Part {
  readonly from: number
  readonly to: number
  readonly home?: readonly Place[]
}

interface Start {
  readonly at: number
  readonly division: Division
  /** A report's own title tells alone; the bare name of a place only beside others like it. */
  readonly isReport: boolean
  /** Depth of the heading; undefined for the label of one paragraph. */
  readonly depth: number | undefined
  /** The mark before a heading; the next heading that has it too is beside it. */
  readonly mark: string | undefined
}

const LEAD = /^(?:第?[一二三四五六七八九十\d]{1,3}[章节篇、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[●■▲◆★※·▶◇□【\s])+/u
const MARK = /^[●■▲◆★※◇□]/u
const BODY =
  '(?:卫生健康(?:委员会|委|局|和体育局)|卫健(?:委|局)|卫生(?:局|和计划生育(?:局|委员会))|卫计(?:委|局)|社会发展(?:管理)?局|人民政府)'
const REPORT = new RegExp(
  `^${BODY}(?:关于)?(?:20\\d{2}年)?.{0,20}(?:工作总结|工作要点|工作计划|总结|工作情况|情况(?:的)?(?:报告|汇报)|工作思路|工作打算)$`,
  'u',
)
/** 苏州市立医院（北区）: a body that is named in full, in the list behind a label. */
const BODY_IN_FULL = /^(?:和|及)?(?![省市县区州旗]|人民|中医|中心|第|妇幼)[^，：（）]{4,24}(?:院|中心|所|站|部)(?:（[^（）]{2,24}）)?$/u
const LABEL = new RegExp(`^(?:${BODY})?[】：:](?=.{8})`, 'u')

/** Runs of sentences with the home of each; one part without a home where the document has but one. */
export function partsOf(home: readonly Place[], sentences: readonly Sentence[], lexicon: Lexicon): Part[] {
  const all: Start[] = []
  for (const [at, sentence] of sentences.entries()) {
    if (at === 0 || sentence.paragraph === sentences[at - 1]?.paragraph) continue
    const start = startAt(home, sentence, { at, lexicon })
    if (start !== undefined) all.push(start)
  }
  const bare = new Set(all.filter(({ isReport }) => !isReport).map(({ division }) => division.code))
  const starts = all.filter(({ isReport }) => isReport || bare.size > 1)
  const parts: Part[] = []
  let from = 0
  for (const [index, start] of starts.entries()) {
    if (start.at > from) parts.push({ from, to: start.at })
    const limit = starts[index + 1]?.at ?? sentences.length
    from = endOf(sentences, start, limit)
    parts.push({ from: start.at, to: from, home: lexicon.divisions.chain(start.division.code) })
  }
  if (from < sentences.length) parts.push({ from, to: sentences.length })
  return parts
}

/** A place of its own with which a heading or the label of a paragraph begins. */
function startAt(
  home: readonly Place[],
  { text, heading }: Sentence,
  { at, lexicon }: { at: number; lexicon: Lexicon },
): Start | undefined {
  const lead = LEAD.exec(text)?.[0].length ?? 0
  const hit = divisionTrie(lexicon).allAt(text, lead).at(-1)
  if (hit === undefined) return undefined
  const rest = text.slice(hit.to)
  const isReport = heading && REPORT.test(rest)
  const isWhole = heading && /^】?$/u.test(rest)
  const isLabel = LABEL.test(rest) && !isListOfNames(rest)
  if (!isReport && !isWhole && !isLabel) return undefined
  const division = resolvePlace(lexicon, home, text.slice(hit.from, hit.to))
  if (division === undefined || division.level === 'township' || home.some(({ adcode }) => adcode === division.code)) return undefined
  return {
    at,
    division,
    isReport,
    depth: heading ? (numberedDepth(text) ?? 0) : undefined,
    mark: heading ? MARK.exec(text)?.[0] : undefined,
  }
}

/** 江苏省|：苏州市立医院、无锡市第二人民医院；: a line that names bodies in full and tells nothing of its own. */
function isListOfNames(rest: string): boolean {
  const pieces = rest.replace(/^】?[：:]|[。；、]$/gu, '').split(/[、；。]/u)
  return pieces.length > 1 && pieces.every((piece) => BODY_IN_FULL.test(piece))
}

/** A chapter ends at the next heading of its depth or mark (▲云溪县：… ▲市直单位), the item of a label with its paragraph. */
function endOf(sentences: readonly Sentence[], { at, depth, isReport, mark }: Start, limit: number): number {
  const paragraph = sentences[at]?.paragraph
  for (let index = at + 1; index < limit; index++) {
    const sentence = sentences[index]
    if (sentence === undefined) break
    if (depth === undefined && sentence.paragraph !== paragraph) return index
    if (mark !== undefined && !isReport && sentence.heading && sentence.text.startsWith(mark)) return index
    const ownDepth = sentence.heading ? numberedDepth(sentence.text) : undefined
    if (depth !== undefined && depth > 0 && !isReport && ownDepth !== undefined && ownDepth <= depth) return index
  }
  return limit
}
