/** Clauses that stand between a subject and its verb and tell under what it acts: 甲与乙，根据《方案》的规定，签署协议. */
import type { Token } from '../../grammar/pattern.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { SentenceMention } from '../../reading.ts'

type Tokens = readonly Token<SentenceMention>[]

/** By what, under what, when, in whose sight or in what spirit; what says who acts is none. */
const ASIDE =
  /，(?:(?:共同)?(?:根据|按照|依据|遵照|参照|本着|遵循|秉承|秉持|坚持|围绕|结合|响应|贯彻|落实)[^，。；：]{2,40}|在[^，。；：]{2,40}(?:下|上|中|期间|之际|基础上|前提下|会议室)|经(?:过)?[^，。；：]{2,30}(?:同意|批准|批复|协商|洽谈|磋商|研究|论证|考察|沟通|努力|协调|推荐|牵线|搭桥|选拔|遴选)|(?:为|为了|为进一步|旨在)[^，。；：]{4,40}|通过[^，。；：]{2,30}(?:方式|形式|途径|模式|平台|机制)|于[^，。；：]{2,16}[年月日午]|(?:这|一)[家所座个][^，。；：]{4,40}|作为[^，。；：]{4,40})(?=，)/gu
/** 甲——一家老院——与乙, 与国内知名的专科医院——乙, 甲作为牵头单位与乙, 甲于上午在会议室与乙, 甲与乙以视频连线的方式: what stands beside a name without commas. */
const BESIDE =
  /——[^，。；：—]{4,40}——|(?<=[与和同跟])[^，。；：、—]{3,24}——|作为[^，。；：]{4,40}?(?:单位|医院|中心|基地|机构|高校|院校)(?=[与和同跟对为])|(?<=[院学])(?:于|在)[^，。；：与和同跟]{2,30}(?:会议室|会议中心|会议厅|报告厅|学术厅|礼堂|宾馆|酒店|大楼|楼|上午|下午)(?=[与和同跟])|(?<=[院学心])(?:以|用|采[取用]|通过)[^，。；：与和同跟]{2,30}(?:方式|形式|途径|模式)(?=，)/gu
const MAY_TELL =
  /，(?:共同)?(?:根据|按照|依据|遵照|参照|本着|遵循|秉承|秉持|坚持|围绕|结合|响应|贯彻|落实|在|经|为|旨在|通过|于|这|一|作为)|——|作为|[院学][于在]|[院学心](?:以|用|采[取用]|通过)/u

/** Places of the tokens that are left where the clauses that name no body are taken out with the comma before them; undefined where there is none. */
export function withoutAsides(tokens: Tokens, text: string): readonly number[] | undefined {
  if (!MAY_TELL.test(text)) return undefined
  const spans = [ASIDE, BESIDE].flatMap((kind) =>
    matchesOf(kind, text).map(({ index, 0: words }) => ({ from: index, to: index + words.length })),
  )
  const papers = matchesOf(PAPER, text).map(({ index, 0: words }) => ({ from: index, to: index + words.length }))
  const isInPaper = ({ from }: { from: number }): boolean => papers.some((paper) => paper.from < from && from < paper.to)
  const bodies = tokens.filter((token) => namesBody(token) && !isInPaper(token) && !isWitness(token, text))
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

/** 在甲大学党委书记王某的见证下: whose officer looks on. */
function isWitness({ to }: Token<SentenceMention>, text: string): boolean {
  return WITNESS.test(text.slice(to, to + 40))
}

const WITNESS =
  /^(?:党委|党组)?[^，。；：与和]{0,8}?(?:书记|院长|校长|主任|局长|所长|领导|负责人|院士|教授)[^，。；：]{0,30}(?:见证|陪同|主持)下/u

/** Papers are named after bodies: 《青岚县人民医院医联体章程》. */
const PAPER = /《[^》]{2,60}》/gu

/** Whether a token names somebody who may be a party; an authority in whose sight it is done is none, nor a title of the state's. */
function namesBody({ things }: Token<SentenceMention>): boolean {
  return things.some(
    ({ label, name }) =>
      label === 'Hospital' ||
      label === 'Consortium' ||
      (label === 'Institution' && !/(?:[委局厅]|委员会|政府|管委会)$|^国家[〇㐀-鿿]+中心$/u.test(name)),
  )
}
