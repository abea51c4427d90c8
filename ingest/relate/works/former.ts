/** 前者已投用，后者在建: of two works that a sentence names together, each told by its place. */
import { numberOf } from '../sentence/dates.ts'
import type { Ground } from './ground.ts'
import type { Clause } from './stages/stage-hits.ts'
import type { Told } from './tell.ts'

const FORMER = /^(?:其中，?)?前(?:者|一个|一项|项)/u
/** 一个已封顶，一个还在打桩. */
const ONE = /^(?:另)?一[个栋座幢处家项](?!月|季|年)/u
const LATTER = /^(?:其中，?)?后(?:者|一个|一项|项)/u

/** One of two works with all clauses that speak of it, and those that speak of it alone. */
export interface Apart {
  readonly one: Told
  readonly clauses: readonly Clause[]
  readonly alone: readonly Clause[]
}

/** Shares clauses out between two works where they open with 前者 and 后者; undefined where none does. */
export function formerAndLatter([former, latter, ...others]: readonly Told[], clauses: readonly Clause[], text: string): readonly Apart[] {
  if (former === undefined || latter === undefined || others.length > 0 || !/[前后](?:者|一|项)|，(?:另)?一[个栋座幢处家项]/u.test(text))
    return []
  const ones = clauses.filter((clause) => ONE.test(text.slice(clause.from, clause.to)))
  let now: Told | undefined
  const owned = clauses.map((clause) => {
    const said = text.slice(clause.from, clause.to)
    now =
      FORMER.test(said) || (ones.length === 2 && clause === ones[0])
        ? former
        : LATTER.test(said) || (ones.length === 2 && clause === ones[1])
          ? latter
          : now
    return { clause, of: now }
  })
  if (now === undefined) return []
  return [former, latter].map((one) => ({
    one,
    clauses: owned.filter(({ of }) => of === undefined || of === one).map(({ clause }) => clause),
    alone: owned.filter(({ of }) => of === one).map(({ clause }) => clause),
  }))
}

/** 甲楼、乙楼分别处于主体施工、竣工验收阶段: what is told of each, in their order. */
const IN_TURN = /(?:分别|依次)(?:已|正|正在|处于|处在|进入|完成|实现|达到|为)*/u

const JOINER = /[、和及与]/u

/** The stretches of a clause that tell of each of several works in their order; none where they are not as many. */
export function inTurn(told: readonly Told[], clauses: readonly Clause[], ground: Ground): readonly Apart[] {
  const { text } = ground
  if (told.length < 2 || !/分别|依次/u.test(text)) return []
  for (const clause of clauses) {
    const said = text.slice(clause.from, clause.to)
    const match = IN_TURN.exec(said)
    if (match === null) continue
    let from = clause.from + match.index + match[0].length
    const parts = said.slice(from - clause.from).split(JOINER)
    const places = told.map(({ object }) => text.slice(told[0]?.object.from, object.from).split(JOINER).length - 1)
    if (parts.length < told.length || parts.length <= (places.at(-1) ?? 0) || new Set(places).size < told.length) continue
    const spans = parts.map((part) => {
      const span = { from, to: from + part.length }
      from = span.to + 1
      return span
    })
    const turns = told.flatMap((one, index) => {
      const span = spans[parts.length === told.length ? index : (places[index] ?? 0)]
      return span === undefined || ground.hitsIn(span).length === 0 ? [] : [{ one, clauses: [span], alone: [span] }]
    })
    if (turns.length === told.length) return turns
  }
  return []
}

/** Whether a sentence opens with 前者 or 后者. */
export function opensApart(said: string): boolean {
  return FORMER.test(said) || LATTER.test(said)
}

/** 三个项目均已竣工 · 均已投用: said of all works that were told of last. */
const OF_ALL =
  /^(?:目前|现|现已|截至目前|以上|上述|这)*(?:(?<count>\d{1,2}|[一二两三四五六七八九十]{1,3})个(?:项目|工程|单位)?)?(?:目前|现)?(?:均|都|全部)(?:已|正|在|于|如期|顺利|按期|建成|竣工|完工|投用)/u

/** Whether a clause opens with all of so many works. */
export function opensOnAll(said: string, length: number): boolean {
  const match = length > 1 ? OF_ALL.exec(said) : null
  if (match === null) return false
  const count = numberOf(match.groups?.['count'])
  return count === undefined || count === length
}
