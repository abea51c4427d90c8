/** Two lines, one below the other, that name the two parties under what each is to the other: 帮扶医院：甲 / 受援医院：乙; 甲方：甲 / 乙方：乙. */
import type { Claim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { tokensOf } from '../sentence/passage.ts'
import { partyOf } from '../sentence/place.ts'
import { pairClaims, type Told } from './paired-lines.ts'

const RULE = 'cooperation/label-lines'

/** 1., ★ */
const MARK = String.raw`^(?:[●★◆■▲•·※]\s*|[（(]?[\d一二三四五六七八九十]{1,2}[、.．）)])?`

interface LabelPair {
  readonly one: RegExp
  readonly other: RegExp
  readonly said: Told
}

const labelled = (words: string, heads: string): RegExp => new RegExp(`${MARK}(?:${words})(?:${heads})[：:]`, 'u')

const HEADS = '医院|单位|方|机构'
const PAIRS: readonly LabelPair[] = [
  {
    one: labelled('(?:对口|结对|定点|组团)?(?:帮扶|支援|援助|支持)|派出|选派|输出', HEADS),
    other: labelled('受援|受帮扶|被帮扶|受扶|受助|被支援|受支援|接收|派驻', HEADS),
    said: { form: '对口支援', status: 'in_effect' },
  },
  { one: labelled('托管|受托', HEADS), other: labelled('被托管|委托|受托管', HEADS), said: { form: '托管', status: 'in_effect' } },
]

/** What a contract calls its sides, which only say so below the word for one. */
const SIDES: LabelPair = { one: /^甲方[^：:]{0,6}[：:]/u, other: /^乙方[^：:]{0,6}[：:]/u, said: { form: '签约', status: 'in_effect' } }
const CONTRACT = /协议|合同|责任书|备忘录/u

/** The cooperations of such lines. */
export function claimLabelLines(reading: Reading): Claim[] {
  const claims: Claim[] = []
  for (const sentence of reading.sentences) {
    const next = reading.sentences[sentence.index + 1]
    if (next === undefined || sentence.row !== undefined || !/[：:]/u.test(sentence.text)) continue
    const said = saidBy(reading, sentence, next)
    const [ones, others] = [partiesOf(reading, sentence), partiesOf(reading, next)]
    if (said === undefined || (ones.length > 1 && others.length > 1)) continue
    claims.push(...pairClaims(reading, next, { ones, others, said, rule: RULE }))
  }
  return claims
}

/** What two lines say together by their labels. */
function saidBy(reading: Reading, sentence: Sentence, next: Sentence): Told | undefined {
  const isPair = ({ one, other }: LabelPair): boolean =>
    (one.test(sentence.text) && other.test(next.text)) || (other.test(sentence.text) && one.test(next.text))
  const pair = PAIRS.find(isPair)
  if (pair !== undefined || !isPair(SIDES)) return pair?.said
  return reading.sentences.slice(0, sentence.index).some(({ text }) => CONTRACT.test(text)) ? SIDES.said : undefined
}

/** The parties of a line that names nothing else. */
function partiesOf(reading: Reading, { index }: Sentence): string[] {
  const named = tokensOf(reading, index).flatMap(({ things }) => things)
  return named.some(({ label }) => label === 'Consortium') ? [] : [...new Set(named.map((mention) => partyOf(mention, reading)))]
}
