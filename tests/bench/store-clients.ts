/** Fifty clients that ask named queries one after the other for a while: answers a second, waiting times, errors. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadQueries, runQuery } from '../../cypher/queries/registry.ts'
import { openStore, StoreError, type GraphStore } from '../../cypher/store/index.ts'
import { paramsFor, takeSamples } from '../contract/query-samples.ts'
import { startOwn } from '../neo4j/server.ts'
import { fillStore } from './fill-store.ts'

const [kind = 'embedded', counties = '100', seconds = '10'] = process.argv.slice(2)
const CLIENTS = 50
/** Whole-graph projections: asked for now and then, not by fifty people at once. */
const RARE = /^project-|^list-map-members$|^count-district-links$/
const RARE_SHARE = 0.01

interface Answer {
  readonly name: string
  readonly milliseconds: number
  readonly error?: string
}

async function askFor(store: GraphStore): Promise<{ answers: Answer[]; lasted: number }> {
  const samples = await takeSamples(store)
  const all = [...loadQueries().values()].map((query) => ({ name: query.name, params: paramsFor(query, samples) }))
  // Once each beforehand: a server plans a text on its first asking, and that is not what is measured.
  for (const { name, params } of all) await runQuery(store, name, params[0], { timeout: 60_000 })
  const [rare, usual] = [all.filter(({ name }) => RARE.test(name)), all.filter(({ name }) => !RARE.test(name))]
  const answers: Answer[] = []
  const begun = performance.now()
  const until = begun + Number(seconds) * 1000
  let turn = 0
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      turn += 1
      const isRare = turn % Math.round(1 / RARE_SHARE) === 0
      const among = isRare ? rare : usual
      const { name, params } = among[(turn * 7) % among.length] as (typeof among)[number]
      const since = performance.now()
      const error = await runQuery(store, name, params[turn % params.length]).then(
        () => undefined,
        (reason: unknown) => (reason instanceof StoreError ? reason.code : String(reason)),
      )
      answers.push({ name, milliseconds: performance.now() - since, ...(error === undefined ? {} : { error }) })
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return { answers, lasted: (performance.now() - begun) / 1000 }
}

const folder = mkdtempSync(join(tmpdir(), 'yilian-clients-'))
const server = kind === 'neo4j' ? await startOwn({ isTeams: true }) : undefined
try {
  const store = await openStore(server === undefined ? { kind: 'embedded', folder } : { kind: 'neo4j', uri: server.uri })
  await fillStore(store, { counties: Number(counties), cooperations: 22 })
  const { answers, lasted } = await askFor(store)
  await store.close()
  const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  const errors = answers.filter(({ error }) => error !== undefined)
  for (const { name, error } of errors.slice(0, 20)) process.stderr.write(`${name}: ${error}\n`)
  const figures = {
    asked: answers.length,
    perSecond: answers.length / lasted,
    p50: at(0.5),
    p99: at(0.99),
    most: at(1),
    errors: errors.length,
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
} finally {
  await server?.dispose()
  rmSync(folder, { recursive: true, force: true })
}
