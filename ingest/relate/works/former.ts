/** 前者已投用，后者在建: of two works that a sentence names together, each told by its place. */
import type { Clause } from './stage-hits.ts'
import type { Told } from './tell.ts'

const FORMER = /^(?:其中，?)?前(?:者|一个|一项|项)/u
const LATTER = /^(?:其中，?)?后(?:者|一个|一项|项)/u

/** One of two works with all clauses that speak of it, and those that speak of it alone. */
export interface Apart {
  readonly one: Told
  readonly clauses: readonly Clause[]
  readonly alone: readonly Clause[]
}

/** Shares clauses out between two works where they open with 前者 and 后者; undefined where none does. */
export function formerAndLatter([former, latter, ...others]: readonly Told[], clauses: readonly Clause[], text: string): readonly Apart[] {
  if (former === undefined || latter === undefined || others.length > 0 || !/[前后](?:者|一|项)/u.test(text)) return []
  let now: Told | undefined
  const owned = clauses.map((clause) => {
    const said = text.slice(clause.from, clause.to)
    now = FORMER.test(said) ? former : LATTER.test(said) ? latter : now
    return { clause, of: now }
  })
  if (now === undefined) return []
  return [former, latter].map((one) => ({
    one,
    clauses: owned.filter(({ of }) => of === undefined || of === one).map(({ clause }) => clause),
    alone: owned.filter(({ of }) => of === one).map(({ clause }) => clause),
  }))
}

/** Whether a sentence opens with 前者 or 后者. */
export function opensApart(said: string): boolean {
  return FORMER.test(said) || LATTER.test(said)
}
