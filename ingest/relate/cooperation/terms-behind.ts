/** How long an agreement runs, where a sentence behind the one that tells of its signing says so: 甲与乙签约。…合作期限为5年. */
import type { Claim, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import { numberOf } from '../sentence/dates.ts'

/** Sentences and paragraphs behind the signing in which its term may stand. */
const SENTENCES = 5
const PARAGRAPHS = 3
/** The same where 根据协议 or the like says what it is the term of. */
const SENTENCES_OF_PAPER = 12
const PARAGRAPHS_OF_PAPER = 5

/** 合作期限为5年, 协议有效期三年, 为期五年的合作期. 为期一年的驻点工作 is no term of an agreement. */
const TERM =
  /(?:(?:合作|协议|托管|帮扶|支援|合同|共建|协作)(?:的?(?:期限|有效期|周期|期))(?:为|是|共|暂定为?|：)?|有效期限?(?:为|是)?)(?<n>\d{1,2}|[一二两三四五六七八九十]{1,3})年|为期(?<m>\d{1,2}|[一二两三四五六七八九十]{1,3})年的(?:合作|托管|帮扶|共建|协作)(?:期|协议)/u

/** The claims, those of a signing with the year in which it runs out as the sentences behind tell it. */
export function withTermsBehind(reading: Reading, claims: readonly Claim[]): Claim[] {
  const ends = new Map<Claim, number>()
  for (const sentence of reading.sentences) {
    if (!sentence.text.includes('年')) continue
    const groups = TERM.exec(sentence.text)?.groups
    const years = numberOf(groups?.['n'] ?? groups?.['m'])
    if (years === undefined) continue
    for (const claim of signedBefore(reading, claims, sentence.index))
      if (typeof claim.attrs['year'] === 'number') ends.set(claim, claim.attrs['year'] + years)
  }
  if (ends.size === 0) return [...claims]
  return claims.map((claim) => {
    const endYear = ends.get(claim)
    return endYear === undefined || claim.kind !== 'relation' ? claim : { ...claim, attrs: { ...claim.attrs, endYear } }
  })
}

/** The signings of the last sentence that tells of one: all where they are one pair, else those of which a party is named with the term. */
function signedBefore(reading: Reading, claims: readonly Claim[], index: number): readonly RelationClaim[] {
  const here = reading.sentences[index]
  const isOfPaper = here?.text.includes('协议') === true
  const reach = isOfPaper ? SENTENCES_OF_PAPER : SENTENCES
  for (let at = index - 1; here !== undefined && at >= Math.max(0, index - reach); at--) {
    const before = reading.sentences[at]
    if (before === undefined || here.paragraph - before.paragraph > (isOfPaper ? PARAGRAPHS_OF_PAPER : PARAGRAPHS)) return []
    const signed = claims.filter(
      (claim): claim is RelationClaim =>
        claim.kind === 'relation' &&
        claim.type === 'COOPERATES_WITH' &&
        claim.start >= before.start &&
        claim.end <= before.end &&
        isOpen(claim),
    )
    if (signed.length === 0) continue
    const pairs = new Set(signed.map(({ subject, object }) => [subject, object].toSorted().join(' ')))
    const named = new Set((reading.mentions[index] ?? []).map(({ entity }) => entity))
    const told = signed.filter(({ subject, object }) => named.has(subject) || named.has(object))
    return pairs.size === 1 && (told.length > 0 || named.size === 0) ? signed : told
  }
  return []
}

/** Whether something was signed of which no end is told yet. */
function isOpen({ attrs }: RelationClaim): boolean {
  return attrs['status'] === 'in_effect' && attrs['year'] !== undefined && attrs['date'] !== undefined && attrs['endYear'] === undefined
}
