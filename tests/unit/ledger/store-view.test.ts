import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Entity, Relation, RelationClaim } from '../../../cypher/model/index.ts'
import { Ledger, type DocumentRecord } from '../../../ingest/ledger/index.ts'
import { StoreView } from '../../../ingest/ledger/store-view.ts'
import { resolve } from '../../../ingest/resolve/index.ts'
import { cooperation, hospital, recordOf, sameAs, statement, type ClaimSketch } from '../resolve/records.ts'
import { MemoryStore } from './memory-store.ts'

let folder: string
let ledger: Ledger
let store: MemoryStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yilian-view-'))
  ledger = await Ledger.open(folder)
  store = new MemoryStore()
})

afterEach(async () => {
  ledger.close()
  await rm(folder, { recursive: true, force: true })
})

const NAMES = ['甲医院', '乙医院', '丙医院', '丁医院', '戊医院']
const text = `${NAMES.join('与')}签约。`
const mentions = NAMES.map((name) => hospital(`hospital/330282/${name}`, name))
const idOf = (index: number): string => mentions[index]!.entity

/** A document by a few numbers: which hospitals cooperate, which are one, in what year. */
interface Recipe {
  readonly document: number
  readonly year: number
  readonly pairs: readonly (readonly [number, number])[]
  readonly same: readonly (readonly [number, number])[]
}

function recordFor({ document, year, pairs, same }: Recipe): DocumentRecord {
  const named = [...new Set([...pairs, ...same].flat())]
  const claims: ClaimSketch[] = [
    ...pairs.map(([a, b]) => cooperation(idOf(a), idOf(b), { status: 'in_effect', year })),
    ...pairs.map(([a]) => statement(idOf(a), 'grade', `三级${year}`)),
    ...same.map(([a, b]) => sameAs(idOf(a), idOf(b))),
  ]
  const record = recordOf({ text, year, publisher: `局${document}`, mentions: named.map((index) => mentions[index]!), claims })
  // A new edition keeps its number as id here, so that replacing is put to the test as well.
  return { ...record, document: { ...record.document, id: String(document).repeat(64) } }
}

function told(entities: Iterable<Entity>, relations: Iterable<Relation>): unknown {
  const bare = [...entities].map((entity) => ({ ...entity, mentions: [], statements: [] }))
  const lines = [...relations].map((relation) => ({ ...relation, evidence: [] }))
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
  return { entities: bare.sort(byId), relations: lines.sort(byId) }
}

async function expectInStep(): Promise<void> {
  const records = await Promise.all(ledger.entries().map(async ({ id }) => (await ledger.read(id))!))
  const whole = resolve(records, { decisions: ledger.decisions })
  expect(told(store.entities.values(), store.relations.values())).toEqual(told(whole.entities, whole.relations))
  const known = new Set([...store.entities.keys(), ...store.relations.keys()])
  const astray = [...store.claims.values()].flat().filter(({ relation }) => !known.has(relation))
  expect(astray).toEqual([])
}

const pair = fc.tuple(fc.nat(4), fc.nat(4)).filter(([a, b]) => a !== b)
const recipe = fc.record({
  document: fc.nat(3),
  year: fc.integer({ min: 2020, max: 2022 }),
  pairs: fc.array(pair, { maxLength: 3 }),
  same: fc.array(pair, { maxLength: 2 }),
})
const step = fc.oneof(
  { weight: 5, arbitrary: fc.array(recipe, { minLength: 1, maxLength: 2 }).map((recipes) => ({ kind: 'put', recipes }) as const) },
  { weight: 2, arbitrary: fc.nat(3).map((document) => ({ kind: 'remove', document }) as const) },
  { weight: 1, arbitrary: pair.map(([a, b]) => ({ kind: 'apart', a, b }) as const) },
)

test('改一步折一步，与从头折出来的图一样', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      ledger.close()
      await rm(folder, { recursive: true, force: true })
      ledger = await Ledger.open(folder)
      store = new MemoryStore()
      const view = await StoreView.open(ledger, store)
      for (const one of steps) {
        if (one.kind === 'put') {
          const byDocument = new Map(one.recipes.map((each) => [each.document, { record: recordFor(each) }]))
          await view.change([...byDocument.values()])
        } else if (one.kind === 'remove') {
          const id = String(one.document).repeat(64)
          if (ledger.entry(id) !== undefined) await view.change([{ remove: id }])
        } else await view.decide({ kind: 'different', a: idOf(one.a), b: idOf(one.b), at: '2022-01-01T00:00:00Z' })
        await expectInStep()
      }
    }),
    { numRuns: 40, seed: 7 },
  )
})

/** A new edition has another id, other places and mostly the same to say. */
interface Edition {
  readonly document: number
  readonly edition: number
  readonly deeds: readonly (readonly [number, number, RelationClaim['attrs']])[]
  readonly grades: readonly (readonly [number, string])[]
}

function recordOfEdition({ document, edition, deeds, grades }: Edition): DocumentRecord {
  const named = [...new Set([...deeds.flatMap(([a, b]) => [a, b]), ...grades.map(([a]) => a)])]
  const claims: ClaimSketch[] = [
    ...deeds.map(([a, b, attrs]) => cooperation(idOf(a), idOf(b), attrs)),
    ...grades.map(([a, grade]) => statement(idOf(a), 'grade', grade)),
  ]
  const sketch = { text: `${'。'.repeat(edition)}${text}`, year: 2022, mentions: named.map((index) => mentions[index]!), claims }
  const record = recordOf({ ...sketch, publisher: `局${document}` })
  return { ...record, document: { ...record.document, id: `${edition}${document}`.repeat(32) } }
}

const deed = fc
  .tuple(
    fc.nat(3),
    fc.nat(3),
    fc.record(
      {
        status: fc.constantFrom('planned', 'in_effect', 'ended'),
        year: fc.integer({ min: 2020, max: 2022 }),
        form: fc.constantFrom('签约', '托管', '没有见过的形式', '另一种'),
        specialties: fc.subarray(['骨科', '儿科', '眼科'], { minLength: 1 }),
      },
      { requiredKeys: ['status'] },
    ),
  )
  .filter(([a, b]) => a !== b)
const edition = fc.record({
  document: fc.nat(2),
  edition: fc.integer({ min: 1, max: 3 }),
  deeds: fc.array(deed, { maxLength: 3 }),
  grades: fc.array(fc.tuple(fc.nat(3), fc.constantFrom('三级甲等', '二级甲等')), { maxLength: 2 }),
})

test('换了版本的文档，只折不同的地方，图仍与从头折的一样', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edition, { minLength: 2, maxLength: 8 }), fc.boolean(), async (editions, keeps) => {
      ledger.close()
      await rm(folder, { recursive: true, force: true })
      ledger = await Ledger.open(folder)
      store = new MemoryStore()
      const view = await StoreView.open(ledger, store)
      const present = new Map<number, Edition>()
      for (const one of editions) {
        const before = present.get(one.document)
        const next = keeps && before !== undefined ? { ...before, edition: one.edition, grades: one.grades } : one
        const [old, record] = [before === undefined ? undefined : recordOfEdition(before).document.id, recordOfEdition(next)]
        const leaves = old !== undefined && old !== record.document.id ? [{ remove: old }] : []
        await view.change([...leaves, { record }])
        present.set(one.document, next)
        await expectInStep()
      }
    }),
    { numRuns: 60, seed: 11 },
  )
})

test('没有变的东西不再写', async () => {
  const view = await StoreView.open(ledger, store)
  const told: Edition = { document: 1, edition: 1, deeds: [[0, 1, { status: 'in_effect', year: 2022 }]], grades: [] }
  await view.change([{ record: recordOfEdition(told) }])
  const [entities, relations] = [new Map(store.entities), new Map(store.relations)]
  const next: Edition = { ...told, edition: 2, deeds: [...told.deeds, [0, 2, { status: 'planned' }]] }
  await view.change([{ remove: recordOfEdition(told).document.id }, { record: recordOfEdition(next) }])
  expect([...store.entities].filter(([id, entity]) => entities.get(id) !== entity).map(([, { name }]) => name)).toEqual(['丙医院'])
  expect([...store.relations].filter(([id, relation]) => relations.get(id) !== relation)).toHaveLength(1)
  await expectInStep()
})

const first: Recipe = { document: 1, year: 2021, pairs: [[0, 1]], same: [] }
const second: Recipe = { document: 2, year: 2022, pairs: [[1, 2]], same: [] }

test('记账之后、写库之前断了，下次补上', async () => {
  const view = await StoreView.open(ledger, store)
  await view.change([{ record: recordFor(first) }, { record: recordFor(second) }])
  store.failAfter = store.writes
  await expect(view.change([{ record: recordFor({ ...first, pairs: [[2, 3]] }) }])).rejects.toThrow('gone')
  ledger.close()

  ledger = await Ledger.open(folder)
  store.failAfter = Infinity
  const again = await StoreView.open(ledger, store)
  expect(await again.sync()).toBe('completed')
  await expectInStep()
  expect(store.relations.has(`COOPERATES_WITH(${idOf(1)})(${idOf(0)})`)).toBe(false)
  expect(await again.sync()).toBe('in-step')
})

test('合并过的东西断在半路，整个重建', async () => {
  const view = await StoreView.open(ledger, store)
  await view.change([{ record: recordFor(first) }])
  store.failAfter = store.writes
  await expect(view.change([{ record: recordFor({ ...second, same: [[0, 2]] }) }])).rejects.toThrow('gone')
  store.failAfter = Infinity
  expect(await view.sync()).toBe('rebuilt')
  await expectInStep()
})

test('库丢了就重建，库里多出来的也重建', async () => {
  const view = await StoreView.open(ledger, store)
  await view.change([{ record: recordFor(first) }])
  await store.clear()
  expect(await view.sync()).toBe('rebuilt')
  await expectInStep()
  store.claims.set('f'.repeat(64), [])
  expect(await view.sync()).toBe('rebuilt')
  await expectInStep()
})
