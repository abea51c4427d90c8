/** Clauses that stand between a subject and its verb and tell under what it acts: 甲与乙，根据《方案》的规定，签署协议. */
import type { Token } from '../grammar/pattern.ts'
import { matchesOf } from '../grammar/matches.ts'
import type { SentenceMention } from '../reading.ts'

type Tokens = readonly Token<SentenceMention>[]

/** By what, under what, in whose sight or in what spirit; what says who acts is none. */
const ASIDE =
  /，(?:(?:共同)?(?:根据|按照|依据|遵照|参照|本着|遵循|秉承|秉持|坚持|围绕|结合|响应|贯彻|落实)[^，。；：]{2,40}|在[^，。；：]{2,40}(?:下|上|中|期间|之际|基础上|前提下|会议室)|经(?:过)?[^，。；：]{2,30}(?:同意|批准|批复|协商|洽谈|磋商|研究|论证|考察|沟通|努力|协调|推荐|牵线|搭桥|选拔|遴选)|(?:为|为了|为进一步|旨在)[^，。；：]{4,40}|通过[^，。；：]{2,30}(?:方式|形式|途径|模式|平台|机制))(?=，)/gu
const MAY_TELL = /，(?:共同)?(?:根据|按照|依据|遵照|参照|本着|遵循|秉承|秉持|坚持|围绕|结合|响应|贯彻|落实|在|经|为|旨在|通过)/u

/** Places of the tokens that are left where the clauses that name no body are taken out with the comma before them; undefined where there is none. */
export function withoutAsides(tokens: Tokens, text: string): readonly number[] | undefined {
  if (!MAY_TELL.test(text)) return undefined
  const spans = matchesOf(ASIDE, text).map(({ index, 0: words }) => ({ from: index, to: index + words.length }))
  const papers = matchesOf(PAPER, text).map(({ index, 0: words }) => ({ from: index, to: index + words.length }))
  const isInPaper = ({ from }: { from: number }): boolean => papers.some((paper) => paper.from < from && from < paper.to)
  const bodies = tokens.filter((token) => namesBody(token) && !isInPaper(token))
  const free = spans.filter(({ from, to }) => !bodies.some((token) => token.from < to && from < token.to))
  if (free.length === 0) return undefined
  const left: number[] = []
  for (const [at, token] of tokens.entries()) {
    // The comma behind it parts a subject from its verb, or two clauses of which the second names its own.
    const isBehind = token.classes.includes('comma') && free.some(({ to }) => token.from === to) && tokens[at + 1]?.things.length === 0
    if (!isBehind && !free.some(({ from, to }) => token.from >= from && token.to <= to)) left.push(at)
  }
  return left.length === tokens.length ? undefined : left
}

/** Papers are named after bodies: 《青岚县人民医院医联体章程》. */
const PAPER = /《[^》]{2,60}》/gu

/** Whether a token names somebody who may be a party; an authority in whose sight it is done is none. */
function namesBody({ things }: Token<SentenceMention>): boolean {
  return things.some(
    ({ label, name }) =>
      label === 'Hospital' || label === 'Consortium' || (label === 'Institution' && !/(?:[委局厅]|委员会|政府|管委会)$/u.test(name)),
  )
}
