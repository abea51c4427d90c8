/** 加入甲联盟、乙牵头的丙联盟: who leads one of several alliances in a list parts it not, where the first has no lead told. */
import type { Token } from '../../grammar/pattern.ts'
import type { SentenceMention } from '../../reading.ts'

type Tokens = readonly Token<SentenceMention>[]

/** The tokens without the leads that stand within a list of consortia; the same ones where there are none. */
export function withoutLeadsWithin(tokens: Tokens): Tokens {
  let kept: Token<SentenceMention>[] | undefined
  /** The consortium up to which a list is one. */
  let last = -1
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) continue
    const isBehind =
      isOf(token, 'item', 'he') && isConsortium(tokens[index - 1]) && (last === index - 1 || !isOf(tokens[index - 2], 'lead'))
    const to = isBehind ? ledOne(tokens, index + 1) : undefined
    if (to === undefined) {
      kept?.push(token)
      continue
    }
    kept ??= tokens.slice(0, index)
    kept.push(token)
    last = to
    index = to - 1
  }
  return kept ?? tokens
}

/** Where the consortium stands that is told with its lead from `at` on: 由|乙|牵头的|丙联盟; undefined where none is. */
function ledOne(tokens: Tokens, at: number): number | undefined {
  const lead = isOf(tokens[at], 'by') ? at + 1 : at
  const [body, verb] = [tokens[lead], tokens[lead + 1]]
  if (body?.kind !== 'things' || body.things.length !== 1 || isConsortium(body) || !isOf(verb, 'lead')) return undefined
  return isConsortium(tokens[lead + 2]) ? lead + 2 : undefined
}

function isConsortium(token: Token<SentenceMention> | undefined): boolean {
  return token?.kind === 'things' && token.things.every(({ label }) => label === 'Consortium')
}

function isOf(token: Token<SentenceMention> | undefined, ...names: readonly string[]): boolean {
  return names.some((name) => token?.classes.includes(name) === true)
}
