/** Sentences behind facts, newest first. */
import { valuesSchema, type AttributeValues } from '../../cypher/model/index.ts'
import type { Source } from '../contract/index.ts'
import { ask, isNode, numberOf, textOf, type Row } from './ask.ts'
import type { Context } from './context.ts'

/** What one sentence says, as far as it is plain values. */
export function readSaid(text: string | null): AttributeValues {
  if (text === null || text === '') return {}
  const parsed = valuesSchema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : {}
}

function sourceOf(row: Row): Source | undefined {
  const claim = row['claim']
  if (!isNode(claim)) return undefined
  const { id, quote, start, end, page, rule, confidence, said } = claim.properties
  return {
    claim: textOf(id) ?? '',
    quote: textOf(quote) ?? '',
    document: {
      id: textOf(row['document']) ?? '',
      title: textOf(row['title']),
      publisher: textOf(row['publisher']),
      year: numberOf(row['documentYear']),
      published: textOf(row['published']),
      kind: textOf(row['kind']) ?? 'other',
    },
    start: numberOf(start) ?? 0,
    end: numberOf(end) ?? 0,
    page: numberOf(page),
    rule: textOf(rule) ?? '',
    confidence: numberOf(confidence) ?? 0,
    said: readSaid(textOf(said)),
  }
}

function newestFirst(a: Source, b: Source): number {
  const [x, y] = [a, b].map(({ document }) => document.published ?? String(document.year ?? ''))
  return (y ?? '').localeCompare(x ?? '') || (a.document.id < b.document.id ? -1 : a.document.id > b.document.id ? 1 : a.start - b.start)
}

/** Sentences by the id of the relation or entity that they speak of. */
export async function readSources(context: Context, ids: readonly string[]): Promise<Map<string, Source[]>> {
  const sources = new Map<string, Source[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return sources
  for (const row of await ask(context.store, 'list-claims-of', { ids: [...new Set(ids)] })) {
    const claim = row['claim']
    const target = isNode(claim) ? textOf(claim.properties['relation']) : null
    const source = sourceOf(row)
    if (target !== null && source) sources.get(target)?.push(source)
  }
  for (const list of sources.values()) list.sort(newestFirst)
  return sources
}
