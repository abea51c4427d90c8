/** What is kept added up of a much-named thing or relation folds as a look at all documents does, whatever comes and goes. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AttributeValues } from '../../../cypher/model/index.ts'
import { LedgerIndex } from '../../../ingest/ledger/ledger-index.ts'
import { digestDocument } from '../../../ingest/resolve/digest.ts'
import { foldEntity, foldTallies, type FoldContext } from '../../../ingest/resolve/fold-entity.ts'
import { foldRelation } from '../../../ingest/resolve/fold-relation.ts'
import { uniteIds } from '../../../ingest/resolve/unite.ts'
import type { DocumentRecord } from '../../../ingest/ledger/record.ts'
import { cooperation, hospital, recordOf, statement } from '../resolve/records.ts'

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

test('一个事物随来随加、随走随减，与逐份读一样', () => {
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

interface Said {
  readonly document: number
  readonly year: number | null
  readonly isPlan: boolean
  readonly publisher: string | null
  readonly claims: readonly {
    readonly sentence: number
    readonly attrs: AttributeValues
    readonly rule: string
  }[]
}

const SENTENCES = ['两家医院签订了合作协议，共建专科。', '双方就远程医疗达成一致，今年启动运行。', '医院继续派出专家驻点帮扶，每周两天。']

function recordSaying({ document, year, isPlan, publisher, claims }: Said): DocumentRecord {
  const made = recordOf({
    text: `甲医院、乙医院。${SENTENCES.join('')}`,
    ...(year === null ? {} : { year }),
    ...(publisher === null ? {} : { publisher }),
    kind: isPlan ? 'work_plan' : 'annual_summary',
    mentions: [hospital(IDS[0]!, '甲医院'), hospital(IDS[1]!, '乙医院')],
    claims: claims.map(({ sentence, attrs, rule }) => cooperation(IDS[0]!, IDS[1]!, attrs, { rule, quote: SENTENCES[sentence]! })),
  })
  return { ...made, document: { ...made.document, id: `${document}`.repeat(64) } }
}

const attrs = fc.record(
  {
    form: fc.constantFrom('签约', '托管', '远程医疗'),
    status: fc.constantFrom('planned', 'in_effect', 'ended'),
    year: fc.integer({ min: 2019, max: 2023 }),
    date: fc.constantFrom('2021', '2021-03', '2022-05-06'),
    // Which of several specialties comes first depends on where they are told: such a relation is not added up.
    specialties: fc.constantFrom<string[]>(['眼科'], ['骨科']),
  },
  { requiredKeys: [] },
)
const said = fc.record({
  document: fc.nat(5),
  year: fc.option(fc.integer({ min: 2019, max: 2023 })),
  isPlan: fc.boolean(),
  publisher: fc.option(fc.constantFrom('甲局', '乙局')),
  claims: fc.array(
    fc.record({
      sentence: fc.nat(2),
      attrs: fc.oneof(
        { weight: 1, arbitrary: attrs },
        { weight: 12, arbitrary: attrs.map(({ specialties: _specialties, ...rest }) => rest) },
      ),
      rule: fc.constantFrom('test/a', 'cooperation/a-with-b-sign'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})
const turn = fc.oneof({ weight: 4, arbitrary: said }, { weight: 1, arbitrary: fc.nat(5) })

test('一条关系随来随加、随走随减，与逐份读一样；看出处先后的不加', () => {
  const context: FoldContext = { identity: uniteIds([], []), corrections: new Map() }
  const key = { type: 'COOPERATES_WITH', subject: IDS[0]!, object: IDS[1]! } as const
  const seen = { tallied: 0, refused: 0 }
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 14 }), (turns) => {
      const index = new LedgerIndex({ hubFrom: 2 })
      for (const one of turns) {
        if (typeof one === 'number') index.remove(String(one).repeat(64))
        else index.add(digestDocument(recordSaying(one)))
        const digests = index.naming([key.subject])
        const all = digests.flatMap(({ document, relations }) =>
          [...relations.values()].flat().map((digested) => ({ ...digested, document })),
        )
        const tally = index.talliedRelation(key)
        if (tally === undefined) {
          seen.refused += digests.length >= 2 ? 1 : 0
          continue
        }
        seen.tallied += 1
        expect(foldRelation(tally.claims, context, tally.weight)).toEqual(foldRelation(all, context))
      }
    }),
    { numRuns: 250, seed: 7 },
  )
  expect(seen.tallied).toBeGreaterThan(400)
  expect(seen.refused).toBeGreaterThan(100)
})
