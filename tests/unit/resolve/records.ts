/** Builds small records by hand: a sentence is enough, spans are found in the text. */
import { createHash } from 'node:crypto'
import type { Claim, Document, Mention, RelationClaim, SameAs, Statement } from '../../../cypher/model/index.ts'
import type { DocumentRecord } from '../../../ingest/ledger/record.ts'

export interface Sketch {
  readonly text: string
  readonly year?: number
  readonly kind?: Document['kind']
  readonly publisher?: string
  readonly home?: Document['home']
  /** Surface → mention without its span. */
  readonly mentions?: readonly MentionSketch[]
  readonly claims?: readonly ClaimSketch[]
  readonly path?: string
}

export type MentionSketch = Pick<Mention, 'entity' | 'label' | 'name'> &
  Partial<Pick<Mention, 'aliases' | 'attrs'>> & { readonly surface?: string }
type Loose<T extends Claim> = Omit<T, 'start' | 'end' | 'rule'> & { readonly rule?: string; readonly quote?: string }
export type ClaimSketch = Loose<RelationClaim> | Loose<Statement> | Loose<SameAs>

export function recordOf(sketch: Sketch): DocumentRecord {
  const id = createHash('sha256')
    .update(JSON.stringify([sketch.text, sketch.year, sketch.kind, sketch.publisher]))
    .digest('hex')
  const { text } = sketch
  const span = (part: string | undefined): { start: number; end: number } => {
    const start = part === undefined ? 0 : text.indexOf(part)
    if (start < 0) throw new Error(`${part} is not in the text`)
    return { start, end: start + (part ?? text).length }
  }
  return {
    format: 1,
    document: {
      id,
      title: null,
      publisher: sketch.publisher ?? null,
      year: sketch.year ?? null,
      kind: sketch.kind ?? 'annual_summary',
      published: null,
      url: null,
      source: null,
      home: sketch.home ?? [],
      speaker: null,
      text,
      problems: [],
    },
    paths: [sketch.path ?? `/reports/${id.slice(0, 8)}.txt`],
    mentions: (sketch.mentions ?? []).map(({ surface, ...mention }) => ({
      aliases: [],
      attrs: {},
      ...mention,
      ...span(surface ?? mention.name),
    })),
    claims: (sketch.claims ?? []).map(({ quote, ...claim }): Claim => ({ rule: 'test/rule', ...claim, ...span(quote) }) as Claim),
    problems: [],
    engine: { segmenter: 'test', lexicon: 'test', code: 'test' },
  }
}

export function hospital(id: string, name: string, more: Partial<MentionSketch> = {}): MentionSketch {
  return { entity: id, label: 'Hospital', name, ...more }
}

export function cooperation(
  subject: string,
  object: string,
  attrs: RelationClaim['attrs'] = {},
  more: Partial<Loose<RelationClaim>> = {},
): ClaimSketch {
  return { kind: 'relation', type: 'COOPERATES_WITH', subject, object, attrs, basis: 'text', ...more }
}

export function statement(subject: string, key: string, value: Statement['value'], more: Partial<Loose<Statement>> = {}): ClaimSketch {
  return { kind: 'statement', subject, key, value, ...more }
}

export function sameAs(subject: string, object: string): ClaimSketch {
  return { kind: 'same-as', subject, object }
}
