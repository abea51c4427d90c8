/** The algorithms over the seed reports: both stores give the same rows. What they read of 300 districts is compared with the generated graph. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { algorithmNames, algorithms, readNetwork, runAlgorithm, type AlgorithmName } from '../../cypher/algorithms/index.ts'
import { openStore, type GraphStore } from '../../cypher/store/index.ts'
import { createSegmenter, Ledger, loadLexicon, readPaths, reconcileStore } from '../../ingest/index.ts'
import { runCli } from '../unit/cli/run-cli.ts'

const REPORTS = fileURLToPath(new URL('../../seeds/reports/', import.meta.url))

/** The best connected things, by which the questions are asked. */
async function sampleIds(store: GraphStore): Promise<{ hospitals: string[]; district: string }> {
  const { rows } = await runAlgorithm(store, { name: 'degree', params: {} })
  const idsOf = (label: string): string[] =>
    rows.flatMap((row) => (row['label'] === label && typeof row['id'] === 'string' ? [row['id']] : []))
  return { hospitals: idsOf('Hospital').slice(0, 4), district: idsOf('District')[0] ?? '' }
}

/** Questions for every algorithm: whole, and over a part. */
function questionsFor(name: AlgorithmName, { hospitals, district }: { hospitals: string[]; district: string }): Record<string, unknown>[] {
  const [a, b] = hospitals
  const own: Partial<Record<AlgorithmName, Record<string, unknown>[]>> = {
    neighbourhood: [{ id: a }, { id: a, hops: 3, types: ['COOPERATES_WITH'] }],
    projection: [
      { of: 'Hospital', types: ['COOPERATES_WITH'], least: 1 },
      { of: 'District', types: ['PARTICIPATES_IN'], least: 1 },
    ],
    'shortest-paths': hospitals.slice(1).flatMap((other) => [
      { a, b: other, hops: 4 },
      { a, b: other, hops: 3, places: true },
    ]),
    'common-partners': [{ ids: [a, b], least: 1 }, { ids: hospitals }],
  }
  if (own[name] !== undefined) return own[name]
  return [
    {},
    { types: ['COOPERATES_WITH', 'MEMBER_OF'] },
    { statuses: ['in_effect', 'unstated'], from: 2020 },
    { districts: [district], forms: ['签约'] },
  ]
}

/** To be called where a server will be there when the tests run; it must hold nobody's graph but the tests'. */
export function describeAlgorithmsOnBoth(server: { readonly uri: string }): void {
  describe('网络算法在两种图库上', () => {
    let folder: string
    let embedded: GraphStore
    let shared: GraphStore
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'atlas-algorithms-'))
      embedded = await openStore({ kind: 'embedded', folder })
      shared = await openStore({ kind: 'neo4j', uri: server.uri })
    })
    afterAll(async () => {
      await shared.close()
      await embedded.close()
      rmSync(folder, { recursive: true, force: true })
    })

    async function expectSame(): Promise<void> {
      const samples = await sampleIds(embedded)
      expect(samples.hospitals).toHaveLength(4)
      expect(await readNetwork(shared)).toEqual(await readNetwork(embedded))
      for (const name of algorithmNames) {
        for (const params of questionsFor(name, samples)) {
          const told = async (store: GraphStore): Promise<unknown> => {
            const answer = await runAlgorithm(store, { name, params })
            return { ...answer, milliseconds: 0 }
          }
          expect(await told(shared)).toEqual(await told(embedded))
        }
      }
    }

    test('五篇示例报告', async () => {
      const ledger = await Ledger.open(folder)
      await readPaths([REPORTS], { ledger, store: embedded, lexicon: loadLexicon(), segment: createSegmenter() })
      await reconcileStore({ ledger, store: shared }, { replace: true })
      ledger.close()
      await expectSame()
      const args = ['--algorithm', 'betweenness', '--json', '--neo4j', server.uri, '--params', '{"types":["COOPERATES_WITH"]}']
      const { code, out } = await runCli('query', args)
      const { rows } = await runAlgorithm(embedded, { name: 'betweenness', params: { types: ['COOPERATES_WITH'] } })
      expect([code, (JSON.parse(out) as { rows: unknown }).rows]).toEqual([0, rows])
    }, 300_000)

    test('没有关系的图谱：每个算法都有回答', async () => {
      for (const store of [embedded, shared]) {
        await store.clear()
        for (const name of algorithmNames) {
          if (algorithms[name].parameters.some(({ kind, usual }) => kind.startsWith('id') && usual === undefined)) continue
          expect(await runAlgorithm(store, { name, params: {} })).toMatchObject({ rows: [], total: 0, limitHit: false })
        }
      }
    }, 120_000)
  })
}
