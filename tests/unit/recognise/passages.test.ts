/** Home and names of whole passages from many provinces, by rows of tests/cases/passages.json. */
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { extractDocument, type ExtractedRecord } from '../../../ingest/pipeline.ts'
import { createSegmenter } from '../../../ingest/recognise/index.ts'
import rows from '../../cases/passages.json' with { type: 'json' }

/** Names are told as H:医院, I:机构, C:医联体, D:区划; other right forms follow a |; in `may`, `C:*` allows any. */
interface Row {
  readonly id: string
  readonly text: string
  readonly home: readonly string[]
  readonly names: readonly string[]
  readonly may?: readonly string[]
  readonly publisher?: string
}

const lexicon = loadLexicon()
const segment = createSegmenter('@node-rs/jieba')
const LETTERS: Readonly<Record<string, string>> = { Hospital: 'H', Institution: 'I', Consortium: 'C', District: 'D' }
const bare = (name: string): string => name.normalize('NFKC').replace(/[\s“”"'‘’()（）、，,·]/gu, '')

/** Names that stand in the text, and the places that they lie in. */
function readNames(record: ExtractedRecord): { found: Set<string>; around: (name: string) => Set<string> } {
  const nameById = new Map(record.mentions.map(({ entity, label, name }) => [entity, `${LETTERS[label] ?? '?'}:${bare(name)}`]))
  const told = record.mentions.filter(({ label, start, end }) => end > start && label in LETTERS)
  const around = (name: string): Set<string> => {
    const ids = new Set([...nameById].filter(([, other]) => other === name).map(([id]) => id))
    for (const id of ids)
      for (const claim of record.claims)
        if (claim.kind === 'relation' && claim.subject === id && /^(?:LOCATED_IN|PART_OF|BRANCH_OF)$/.test(claim.type))
          ids.add(claim.object)
    return new Set([...ids].map((id) => nameById.get(id) ?? ''))
  }
  return { found: new Set(told.map(({ entity }) => nameById.get(entity) ?? '')), around }
}

const formsOf = (told: string): string[] =>
  told
    .slice(2)
    .split('|')
    .map((form) => told.slice(0, 2) + bare(form))

describe('整段文字', () => {
  for (const { id, text, home, names, may = [], publisher } of rows as Row[]) {
    test(id, () => {
      const record = extractDocument({ id: '0123456789abcdef', text, encoding: 'utf-8', problems: [], meta: {} }, { lexicon, segment })
      const { found, around } = readNames(record)
      const homes = home.join('>').split('|')
      expect(homes).toContain(record.document.home.map((place) => place.name).join('>'))
      if (publisher !== undefined) expect(record.document.publisher).toBe(publisher)
      expect(names.filter((told) => !formsOf(told).some((form) => found.has(form)))).toEqual([])
      const right = new Set(names.flatMap(formsOf).flatMap((form) => (found.has(form) ? [...around(form)] : [])))
      const allowed = new Set(may.flatMap((told) => (told.endsWith('*') ? [told] : formsOf(told))))
      expect([...found].filter((name) => !right.has(name) && !allowed.has(name) && !allowed.has(`${name.slice(0, 2)}*`))).toEqual([])
    })
  }
})
