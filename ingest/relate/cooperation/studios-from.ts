/** Studios that are only counted, and told by where their experts are from: 前两个分别来自甲和乙; 继甲、乙之后引进的第三个专家工作站. */
import type { Reading } from '../../reading.ts'
import { meantIn, type RuleMatch, type Tokens } from '../sentence/passage.ts'
import { ruleInCode, type RelationRule } from '../sentence/rules.ts'

const FROM: RelationRule = ruleInCode({
  id: 'cooperation/studios-from-b',
  says: 'cooperation',
  form: '名医工作室',
  standing: true,
  across: true,
  bearer: true,
  example: '区人民医院引进第三个专家工作站。前两个分别来自浙江省肿瘤医院和浙江省中医院。',
  nearMiss: '区人民医院引进第三名博士。前两名分别来自浙江省肿瘤医院和浙江省中医院。',
})

const COUNTED = '(?:[一二两三四五六七八九十]|\\d{1,2})'
/** 前两个分别|来自, 其中一个|来自, 另外3个团队均|来自. */
const SOME_FROM = new RegExp(
  `(?:前|其[余他中]|另外?|还有|此前的?|先前的?)${COUNTED}?(?:个|家|支)(?:工作[站室])?的?(?:专家|团队)?(?:分别|均|都)?来自$`,
  'u',
)
/** 继|甲、乙|之后，医院引进的|第三个 */
const NEXT_AFTER = new RegExp(`^(?:之?后|以后)(?:，|的)?[^，。；]{0,16}第${COUNTED}个`, 'u')
/** Characters of the words before a list. */
const REACH = 24

/** The matches of a sentence that tells so of studios, of which it or the one before speaks. */
export function studiosFrom(reading: Reading, at: number): readonly RuleMatch[] {
  const sentence = reading.sentences[at]
  if (sentence === undefined || !/来自|继/u.test(sentence.text)) return []
  const tokens = meantIn(reading, at)
  return tokens.flatMap((token, index): RuleMatch[] => {
    if (index === 0 || token.things.length === 0 || token.things.some(({ label }) => label !== 'Hospital')) return []
    const before = sentence.text.slice(Math.max(0, token.from - REACH), token.from)
    const after = sentence.text.slice(token.to)
    const isFrom = SOME_FROM.test(before) && (isOfStudios(tokens.slice(0, index)) || isOfStudios(lastOf(reading, at)))
    const isNext = before.endsWith('继') && NEXT_AFTER.test(after) && isOfStudios(tokens.slice(index))
    if (!isFrom && !isNext) return []
    const match = { first: index - 1, last: index + 1, slots: new Map([['B', listFrom(tokens, index)]]), words: [index - 1] }
    return [{ rule: FROM, sentence, tokens, match }]
  })
}

/** The things of a list that 和 goes on with: 甲（2017年）和乙. */
function listFrom(tokens: Tokens, index: number): RuleMatch['tokens'][number]['things'][number][] {
  const list = [...(tokens[index]?.things ?? [])]
  for (let at = index + 1; at + 1 < tokens.length && tokens[at]?.classes.includes('and') === true; at += 2) {
    const { things } = tokens[at + 1] ?? { things: [] }
    if (things.length === 0 || things.some(({ label }) => label !== 'Hospital')) break
    list.push(...things)
  }
  return list
}

/** The sentence before, where it belongs to the same paragraph. */
function lastOf(reading: Reading, at: number): Tokens {
  const [before, here] = [reading.sentences[at - 1], reading.sentences[at]]
  return before === undefined || here === undefined || before.paragraph !== here.paragraph ? [] : meantIn(reading, at - 1)
}

/** Whether studios are the last that tokens tell of, and not the people of somebody. */
function isOfStudios(tokens: Tokens): boolean {
  return tokens.some(({ classes }) => classes.includes('form-名医工作室'))
}
