/** What is named between parties and is no program: the consortium that two of them build, a label that stands before the name of a house. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { BareSpan } from './bare-text.ts'

const NONE: readonly never[] = []
/** 推动甲医院与乙医院的医联体建设: what the two do together. */
const BUILT_BY_TWO = 'programs/consortium-building'
const QUOTED = 'programs/quoted-name'
const BETWEEN = /^(?:的|共建)?[“"]?$/u
const JOINS = /^(?:、|之间)?[与和同跟]$/u

/** Whether a name tells of no more than the two bodies right before it, or of the one right behind. */
export function isOfParties(
  { mentions }: Reading,
  { index, text }: Sentence,
  { marked: { from, to }, rule }: { marked: BareSpan; rule: string },
): boolean {
  if (rule !== BUILT_BY_TWO && rule !== QUOTED) return false
  const bodies = (mentions[index] ?? NONE).filter(({ label }) => label !== 'District')
  // “京冀共建示范项目”某医院: what kind of house it is.
  if (rule === QUOTED)
    return /项目[”"]$/u.test(text.slice(from, to)) && bodies.some((body) => body.label === 'Hospital' && body.from === to)
  const last = bodies.findLastIndex((body) => body.to <= from)
  const [first, second] = [bodies[last - 1], bodies[last]] as [SentenceMention | undefined, SentenceMention | undefined]
  return (
    first !== undefined &&
    second !== undefined &&
    BETWEEN.test(text.slice(second.to, from)) &&
    JOINS.test(text.slice(first.to, second.from))
  )
}
