/** Lists of partners that a page writes with commas: 分别与甲，乙，丙和丁签订协议. */
import type { Token } from '../grammar/pattern.ts'
import type { SentenceMention } from '../reading.ts'

type Tokens = readonly Token<SentenceMention>[]

/** Names that make a list with commas: 与甲，乙 may be two clauses. */
const LIST = 3
const ITEM = ['and', 'item']
/** Characters from the last name to the verb. */
const REACH = 16
/** Tokens between 与 and the first name. */
const BEFORE = 2

/** The tokens with every comma of such a list as a mark of it; the same ones where there is none. */
export function withListCommas(tokens: Tokens): Tokens {
  let listed: Token<SentenceMention>[] | undefined
  for (let index = 0; index < tokens.length; index++) {
    if (!isOf(tokens[index], 'with')) continue
    const first = tokens.slice(index + 1, index + 1 + BEFORE).findIndex(isBodies)
    if (first < 0) continue
    const { commas, last } = listFrom(tokens, index + 1 + first)
    if (commas.length === 0 || !isAgreed(tokens, last)) continue
    listed ??= [...tokens]
    for (const comma of commas) {
      const token = tokens[comma]
      if (token !== undefined) listed[comma] = { ...token, kind: 'word', classes: ITEM }
    }
    index = last
  }
  // The comma of 丙，以及丁 goes with what joins.
  return listed?.filter((token, index) => token.classes !== ITEM || listed?.[index + 1]?.classes.includes('and') !== true) ?? tokens
}

/** The commas of the list that begins with a name, and the last name of it; no commas where it is too short, or a pair follows. */
function listFrom(tokens: Tokens, first: number): { commas: readonly number[]; last: number } {
  const commas: number[] = []
  let last = first
  let count = 1
  for (;;) {
    const mark = tokens[last + 1]
    const isComma = mark?.kind === 'stop' && isOf(mark, 'comma') && !isOf(mark, 'colon')
    // 丙，以及丁
    const next = last + (isComma && isOf(tokens[last + 2], 'and') ? 3 : 2)
    if (!(isComma || isOf(mark, 'item') || isOf(mark, 'he')) || !isBodies(tokens[next])) break
    if (isComma) commas.push(last + 1)
    count++
    last = next
  }
  const isPaired = ['with', 'he', 'by', 'toward'].some((name) => isOf(tokens[last + 1], name))
  return { commas: count < LIST || isPaired ? [] : commas, last }
}

/** Whether the clause of the last name goes on to what was agreed. */
function isAgreed(tokens: Tokens, last: number): boolean {
  const from = tokens[last]?.to ?? 0
  for (const token of tokens.slice(last + 1)) {
    if (token.kind === 'stop' || token.kind === 'things' || token.from - from > REACH) return false
    if (isOf(token, 'form')) return true
  }
  return false
}

function isBodies(token: Token<SentenceMention> | undefined): boolean {
  return token?.kind === 'things' && token.things.every(({ label }) => label !== 'District')
}

function isOf(token: Token<SentenceMention> | undefined, name: string): boolean {
  return token?.classes.includes(name) === true
}
