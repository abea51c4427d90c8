/** What is kept added up of a much-named thing folds as a look at all documents does, whatever comes and goes. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LedgerIndex } from '../../../ingest/ledger/ledger-index.ts'
import { digestDocument } from '../../../ingest/resolve/digest.ts'
import { foldEntity, foldTallies, type FoldContext } from '../../../ingest/resolve/fold-entity.ts'
import { uniteIds } from '../../../ingest/resolve/unite.ts'
import type { DocumentRecord } from '../../../ingest/ledger/record.ts'
import { hospital, recordOf, statement } from '../resolve/records.ts'

const IDS = ['hospital/330282/甲医院', 'hospital/330282/乙医院', 'hospital/330282/丙医院']

interface Sketch {
  readonly document: number
  readonly edition: number
  readonly year: number | null
  readonly named: readonly { readonly thing: number; readonly form: string; readonly kind: string | null }[]
  readonly grades: readonly (readonly [number, string])[]
}

function record({ document, edition, year, named, grades }: Sketch): DocumentRecord {
  const mentions = named.map(({ thing, form, kind }) =>
    hospital(IDS[thing]!, form, { surface: form, aliases: form.length > 3 ? [`${form}本部`] : [], attrs: kind === null ? {} : { kind } }),
  )
  const claims = grades.map(([thing, grade]) => statement(IDS[thing]!, 'grade', grade))
  const text = `${'。'.repeat(edition)}${named.map(({ form }) => form).join('、')}`
  const made = recordOf({ text, ...(year === null ? {} : { year }), publisher: `局${document}`, mentions, claims })
  return { ...made, document: { ...made.document, id: `${document}`.repeat(64) } }
}

const sketch = fc.record({
  document: fc.nat(5),
  edition: fc.integer({ min: 1, max: 4 }),
  year: fc.option(fc.integer({ min: 2019, max: 2023 })),
  named: fc.array(
    fc.record({
      thing: fc.nat(2),
      form: fc.constantFrom('甲医院', '乙医院', '县人民医院', '奉化人民医院'),
      kind: fc.option(fc.constantFrom('general', 'tcm')),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  grades: fc.array(fc.tuple(fc.nat(2), fc.constantFrom('三级甲等', '二级甲等')), { maxLength: 2 }),
})
const step = fc.oneof({ weight: 4, arbitrary: sketch }, { weight: 1, arbitrary: fc.nat(5) })

test('随来随加、随走随减，与逐份读一样', () => {
  const context: FoldContext = { identity: uniteIds([], []), corrections: new Map() }
  let tallied = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      const index = new LedgerIndex({ hubFrom: 2 })
      for (const one of steps) {
        if (typeof one === 'number') index.remove(String(one).repeat(64))
        else index.add(digestDocument(record(one)))
        for (const id of IDS) {
          const thing = index.tallied(id)
          if (thing === undefined) continue
          tallied += 1
          expect(foldTallies(id, thing, context)).toEqual(foldEntity(id, index.naming([id]), context))
        }
      }
    }),
    { numRuns: 150, seed: 5 },
  )
  expect(tallied).toBeGreaterThan(500)
})
