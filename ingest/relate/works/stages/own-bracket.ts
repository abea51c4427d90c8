/** 甲楼（已封顶）、乙楼（总投资2亿元，正在装修）: what is told of each of several works in a bracket of its own. */
import type { Apart } from '../former.ts'
import type { Ground } from '../ground.ts'
import type { Clause, StageHit } from './stage-hits.ts'
import type { Told } from '../tell.ts'

function ownBracket({ object: { to } }: Told, { text }: Ground): Clause | undefined {
  if (text.charAt(to) !== '（') return undefined
  const close = text.indexOf('）', to)
  return close < 0 ? undefined : { from: to + 1, to: close }
}

/** Each of several works with its bracket, and what the sentence says behind them all; none where a bracket is missing or tells nothing. */
export function byBracket(told: readonly Told[], clauses: readonly Clause[], ground: Ground): readonly Apart[] {
  if (told.length < 2) return []
  const spans = told.flatMap((one) => ownBracket(one, ground) ?? [])
  if (spans.length < told.length || !spans.some((span) => ground.hitsIn(span).length > 0 || ground.figuresIn(span).length > 0)) return []
  const behind = clauses.filter(({ from }) => from > (spans.at(-1)?.to ?? 0))
  return told.flatMap((one, index) => {
    const span = spans[index]
    return span === undefined ? [] : [{ one, clauses: [span, ...behind], alone: [span] }]
  })
}

/** Stage words that stand in no bracket, and so are said of all. */
export function ofAll(hits: readonly StageHit[], apart: readonly Apart[]): readonly StageHit[] {
  return hits.filter(({ from }) => !apart.some(({ alone }) => alone.some((span) => span.from <= from && from < span.to)))
}
