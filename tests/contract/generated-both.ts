/** Every named query on both stores over a generated graph of 300 districts, over nothing at all, and with ends that are one or unknown. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readNetwork } from '../../cypher/algorithms/index.ts'
import { loadQueries, type NamedQuery } from '../../cypher/queries/registry.ts'
import { openStore, type GraphStore } from '../../cypher/store/index.ts'
import { fillStore } from '../bench/fill-store.ts'
import { paramsFor, takeSamples, type Samples } from './query-samples.ts'
import { withoutElementIds } from './compare-values.ts'

const WIDE = { limit: 100_000, timeout: 60_000 }
/** 268 counties, 30 cities, 3 provinces. */
const SIZE = { counties: 268, cooperations: 4, characters: 60 }
/** Sets of parameters that each query is asked with at least. */
const ENOUGH = 3
const queries = [...loadQueries().values()]

/** Ids that nothing has: pairs of them have one end as often as two. */
const nobody: Samples = {
  ids: ['hospital/none', 'district/none', 'program/none'],
  documents: ['x'],
  relations: [['MEMBER_OF(hospital/none)(consortium/none)', 'hospital/none']],
}

/** To be called where a server will be there when the tests run; it must hold nobody's graph but the tests'. */
export function describeGeneratedGraph(server: { readonly uri: string }): void {
  describe('生成的图', () => {
    let folder: string
    let embedded: GraphStore
    let shared: GraphStore
    let samples: Samples

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'atlas-generated-'))
      embedded = await openStore({ kind: 'embedded', folder })
      shared = await openStore({ kind: 'neo4j', uri: server.uri })
      await shared.clear()
    }, 120_000)
    afterAll(async () => {
      await shared.close()
      await embedded.close()
      rmSync(folder, { recursive: true, force: true })
    })

    const isSame = async (query: NamedQuery, params: Record<string, unknown>): Promise<number> => {
      const told = async (store: GraphStore): Promise<{ params: unknown; columns: string[]; rows: unknown[] }> => {
        const { columns, rows } = await store.read(query.cypher, params, WIDE)
        return { params, columns, rows: rows.map(withoutElementIds) }
      }
      const [a, b] = [await told(embedded), await told(shared)]
      expect(b).toEqual(a)
      return a.rows.length
    }

    test('空图上，每个查询都没有行，也不出错', async () => {
      for (const query of queries) {
        for (const params of paramsFor(query, nobody).slice(0, ENOUGH))
          expect([query.name, await isSame(query, params)]).toEqual([query.name, 0])
      }
    }, 120_000)

    describe('三百个地区', () => {
      beforeAll(async () => {
        await fillStore(embedded, SIZE)
        await fillStore(shared, SIZE)
        samples = await takeSamples(embedded)
      }, 300_000)

      test('同一张图', async () => {
        const stats = await embedded.stats()
        expect(stats.nodes.District).toBe(301)
        expect(await shared.stats()).toEqual(stats)
        expect(await readNetwork(shared)).toEqual(await readNetwork(embedded))
      })
      test.each(queries)(
        '$name 给出相同的行',
        async (query) => {
          const sets = paramsFor(query, samples)
          let rows = 0
          // The first few, and on until there is something to compare.
          for (const [at, params] of sets.entries()) if (at < ENOUGH || rows === 0) rows += await isSame(query, params)
          expect(rows).toBeGreaterThan(0)
        },
        120_000,
      )
      test.each(queries.filter(({ params }) => params.some(({ type }) => type.startsWith('text'))))(
        '$name：两端相同、编号不存在',
        async (query) => {
          const unknown = paramsFor(query, nobody).filter((params) => /none|"x"/.test(JSON.stringify(params)))
          for (const params of unknown.slice(0, ENOUGH)) await isSame(query, params)
          const [id] = samples.ids
          const names = query.params.filter(({ type }) => type === 'text').map(({ name }) => name)
          if (!names.includes('a') || !names.includes('b')) return
          const [base] = paramsFor(query, samples)
          for (const b of [id, 'hospital/none']) await isSame(query, { ...base, a: id, b })
          await isSame(query, { ...base, a: 'hospital/none', b: id })
        },
        120_000,
      )
    })
  })
}
