/** The mark 、 where it parts deeds and no names: 2015年托管甲、2016年与乙组建医联体. */
import type { Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'

type Tokens = readonly Token<SentenceMention>[]

/** The time with which the next deed begins. */
const TIME = /^(?:(?:19|20)\d{2}年|[去今同次]年|\d{1,2}月)(?:\d{1,2}月)?(?:\d{1,2}日)?$/u

/** The tokens with a comma in the place of every such mark; the same ones where there is none. */
export function withClauseMarks(tokens: Tokens, text: string): Tokens {
  if (!/、(?:[去今同次]年|\d)/u.test(text)) return tokens
  return tokens.map((token, index) => {
    const [time, joint] = tokens.slice(index + 1, index + 3)
    const isMark = token.classes.includes('item') && tokens[index - 1]?.kind === 'things'
    const parts = isMark && time?.kind === 'gap' && TIME.test(text.slice(time.from, time.to)) && joint?.classes.includes('with') === true
    return parts ? { ...token, kind: 'stop', classes: ['comma'] } : token
  })
}
