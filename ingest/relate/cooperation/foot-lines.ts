/** News of other places at the foot of a text: 【各地动态】邻县医院与省人民医院签约. It is nothing that the text tells. */
import type { Claim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { isLocal } from '../sentence/place.ts'

/** Lines at the foot of a text that may be such news; sentences before it that make it one. */
const [FOOT, TEXT] = [6, 8]
/** What a headline does not end in. */
const FULL_STOP = /[。！？；：]$/u
/** 【外地经验】, 他山之石：, 延伸阅读： at the head of a line anywhere. */
const ELSEWHERE =
  /^[【[◇▲●■]?(?:各地|外地|外省|域外|县外|市外|省外|区外|兄弟(?:县市|县区|单位|医院|地区)|周边|邻县|他山之石|延伸阅读|相关(?:阅读|链接|新闻|报道)|推荐阅读|新闻链接|更多新闻)(?:动态|经验|传真|新闻|信息|快讯|资讯|简讯|集锦|借鉴|做法|采撷)?[】\]：]/u

/** The claims without cooperations of parties of other places, of which the text does not speak but in such a line. */
export function withoutElsewhere(reading: Reading, claims: readonly Claim[]): Claim[] {
  const { home } = reading.document
  if (home.length === 0) return [...claims]
  let foot: ReadonlySet<number> | undefined
  return claims.filter((claim) => {
    if (claim.kind !== 'relation' || claim.type !== 'COOPERATES_WITH') return true
    const parties = [claim.subject, claim.object]
    if (parties.some((party) => isLocal(party, reading) || home.some(({ id }) => id === party))) return true
    foot ??= elsewhereIn(reading)
    return !foot.has(claim.start) || parties.some((party) => isNamedBefore(reading, party, claim.start))
  })
}

/** Where the lines start that may tell of other places alone. */
function elsewhereIn(reading: Reading): ReadonlySet<number> {
  const { sentences } = reading
  const labelled = sentences.filter(({ text }) => ELSEWHERE.test(text)).map(({ start }) => start)
  const from = Math.max(TEXT, sentences.length - FOOT)
  const last = sentences.findLastIndex((sentence, index) => index < from || !isHeadline(sentence, sentences))
  return new Set([...labelled, ...sentences.slice(last + 1).map(({ start }) => start)])
}

/** Whether a sentence is a paragraph of its own and ends as a headline does. */
function isHeadline({ text, row, index, paragraph }: Sentence, sentences: readonly Sentence[]): boolean {
  return row === undefined && !FULL_STOP.test(text) && sentences[index - 1]?.paragraph !== paragraph
}

function isNamedBefore(reading: Reading, party: string, start: number): boolean {
  return reading.sentences.some(
    (sentence) => sentence.start < start && (reading.mentions[sentence.index] ?? []).some(({ entity }) => entity === party),
  )
}
