/** Marks and words between names whose meaning the clause around them tells: 2015年托管甲、2016年与乙组建医联体; 甲与乙均由丙托管. */
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

/** 甲与乙|均由丙托管, 甲与乙|都是丙的分院: what is said of both tells nothing that they have with each other. */
const OF_BOTH = /^(?:均|都|皆|双双|同时|全部)(?:已|先后|分别)?(?:由|是|为|被|归|属|加入|纳入|成为)/u

/** The tokens with 与 as the word for a list, where what follows is said of both; the same ones where it is not. */
export function withBothAlike(tokens: Tokens, text: string): Tokens {
  if (!/[均都皆]|双双|同时|全部/u.test(text)) return tokens
  return tokens.map((token, index) => {
    const [one, other] = [tokens[index - 1], tokens[index + 1]]
    const isBetween = token.classes.includes('with') && one?.kind === 'things' && other?.kind === 'things'
    if (!isBetween || !/^[与同]$/u.test(text.slice(token.from, token.to)) || !OF_BOTH.test(text.slice(other.to, other.to + 8))) return token
    return { ...token, classes: ['and', 'he'] }
  })
}
