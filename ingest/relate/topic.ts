/** Who is spoken of where a clause leaves its subject out: the subject before it, the speaker, or the home. */
import type { Token } from '../grammar/pattern.ts'
import type { Reading, SentenceMention } from '../reading.ts'

type Tokens = readonly Token<SentenceMention>[]

const LEAD_IN = 10

/** The hospitals that stand as subject at the head of a clause. */
function subjectBefore(tokens: Tokens, before: number): readonly SentenceMention[] | undefined {
  for (let index = before - 1; index >= 0; index--) {
    const token = tokens[index]
    if (token?.kind !== 'things' || !headsClause(tokens, index)) continue
    const hospitals = token.things.filter((thing) => thing.label === 'Hospital')
    if (hospitals.length > 0) return hospitals
  }
  return undefined
}

function headsClause(tokens: Tokens, index: number): boolean {
  const token = tokens[index]
  if (token === undefined) return false
  let head = index
  while (head > 0 && tokens[head - 1]?.kind !== 'stop') head--
  const from = tokens[head]?.from ?? 0
  if (token.from - from > LEAD_IN) return false
  return !tokens
    .slice(head, index)
    .some((before) => before.kind === 'things' || ['with', 'by', 'at', 'rely', 'join'].some((name) => before.classes.includes(name)))
}

/**
 * Entity ids of the topic of a clause: the last subject before it in its sentence, then in the sentences before it in
 * the paragraph, then the hospital that speaks, then the home. Empty where the document has no home.
 */
export function topicOf(
  reading: Reading,
  tokensOf: (index: number) => Tokens,
  at: { sentence: number; before: number },
): readonly string[] {
  const here = subjectBefore(tokensOf(at.sentence), at.before)
  if (here !== undefined) return here.map((thing) => thing.entity)
  const paragraph = reading.sentences[at.sentence]?.paragraph
  for (let index = at.sentence - 1; index >= 0 && reading.sentences[index]?.paragraph === paragraph; index--) {
    const earlier = subjectBefore(tokensOf(index), tokensOf(index).length)
    if (earlier !== undefined) return earlier.map((thing) => thing.entity)
  }
  if (reading.document.speaker !== null) return [reading.document.speaker]
  const home = reading.document.home.at(-1)
  return home === undefined ? [] : [home.id]
}
