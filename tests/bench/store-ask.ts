/** The same questions to the bare engine, here and in another process, to the embedded store and to Neo4j, in turns; median milliseconds of each. */
import { fork, type ChildProcess } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { queryByName } from '../../cypher/queries/registry.ts'
import { graphFile } from '../../cypher/store/embedded/store.ts'
import { openStore } from '../../cypher/store/index.ts'
import { findHindrance, startOwn } from '../neo4j/server.ts'
import { countyCode } from '../contract/generated-graph.ts'
import { fillStore } from './fill-store.ts'

const [counties = '200', cooperations = '22'] = process.argv.slice(2)
const DEADLINE = 120_000
const folder = mkdtempSync(join(tmpdir(), 'yilian-ask-'))
const size = { counties: Number(counties), cooperations: Number(cooperations), characters: 400 }
const engine = createRequire(import.meta.url)('@grafeo-db/js') as typeof import('@grafeo-db/js')

const hospitalOf = (county: number): string => `hospital/${countyCode(county)}/人民医院`
const near = { a: hospitalOf(0), b: `hospital/${countyCode(6)}/中医医院` }
const far = { a: hospitalOf(0), b: hospitalOf(size.counties - 1) }
const KINDS = 'COOPERATES_WITH|MEMBER_OF|CONSTRUCTS|PARTICIPATES_IN|BRANCH_OF|AFFILIATED_WITH'
const PATH = `MATCH (a:Hospital {id: $a}), (b:Hospital {id: $b}) MATCH p = shortestPath((a)-[:${KINDS}*..6]-(b)) RETURN length(p) AS steps`
const named = (name: string, params: Record<string, unknown>): [string, Record<string, unknown>] => [queryByName(name).cypher, params]
const questions: Record<string, [cypher: string, params: Record<string, unknown>]> = {
  oneHop: ['MATCH (n:Hospital {id: $a})-[r]-(m) RETURN n, r, m', near],
  threeHops: ['MATCH (n:Hospital {id: $a})-[:COOPERATES_WITH*1..3]-(m) RETURN count(DISTINCT m.id) AS reached', near],
  shortPath: [PATH, near],
  longPath: [PATH, far],
  matrix: named('count-initiatives', { level: 'county', families: [], from: null, to: null }),
  districtPairs: named('project-districts', { least: 1, most: 2001 }),
  hospitalPairs: named('project-hospitals', { least: 2, most: 2001 }),
}

type Ask = (cypher: string, params: Record<string, unknown>) => Promise<number>
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Quick answers are told from more rounds: what disturbs a machine lasts longer than one of them. Milliseconds. */
const roundsFor = (slowest: number): number => (slowest > 3000 ? 1 : slowest > 200 ? 7 : 60)

/** Each asks in turn, so that all have the same machine; answers must agree in their number of rows. Who does not answer is left out, and told. */
async function compare(asks: Readonly<Record<string, Ask>>): Promise<Record<string, number>> {
  const figures: Record<string, number> = {}
  for (const [question, [cypher, params]] of Object.entries(questions)) {
    const times: Record<string, number[]> = {}
    const able = new Map(Object.entries(asks))
    let rows: number | undefined
    let rounds = 1
    // The first round is for plans and compilers; the second says how many are needed.
    for (let round = 0; round <= rounds; round++) {
      let slowest = 0
      for (const [who, ask] of able) {
        const since = performance.now()
        const found = await ask(cypher, params).catch(
          (error: unknown) => void process.stderr.write(`${question}，${who}：${String(error)}\n`),
        )
        if (found === undefined) able.delete(who)
        else if (rows !== undefined && rows !== found) throw new Error(`${question}: ${found} rows from ${who}, ${rows} before`)
        else rows = found
        const took = performance.now() - since
        slowest = Math.max(slowest, took)
        if (round > 0 && found !== undefined) times[who] = [...(times[who] ?? []), took]
      }
      if (round === 1) rounds = roundsFor(slowest)
    }
    for (const [who, all] of Object.entries(times)) if (able.has(who)) figures[`${question} ${who}`] = median(all)
    figures[`${question} rows`] = rows ?? 0
  }
  return figures
}

type Reply = { readonly rows: readonly unknown[] } | { readonly failure: string }

/** One question at a time. */
function askChild(child: ChildProcess): Ask {
  return async (cypher, params) => {
    const reply = await new Promise<Reply>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Reply))
      child.send({ cypher, params }, (error) => error !== null && reject(error))
    })
    if ('failure' in reply) throw new Error(reply.failure)
    return reply.rows.length
  }
}

const hasServer = findHindrance() === undefined
const server = hasServer ? await startOwn({ isTeams: true }) : undefined
try {
  const filled = await openStore({ kind: 'embedded', folder })
  await fillStore(filled, size)
  await filled.close()
  copyFileSync(graphFile(folder), join(folder, 'bare.grafeo'))
  copyFileSync(graphFile(folder), join(folder, 'apart.grafeo'))
  const database = engine.GrafeoDB.create(join(folder, 'bare.grafeo'))
  const child = fork(fileURLToPath(new URL('bare-child.mjs', import.meta.url)), [join(folder, 'apart.grafeo')], {
    serialization: 'advanced',
    execArgv: [],
  })
  const embedded = await openStore({ kind: 'embedded', folder })
  const asks: Record<string, Ask> = {
    bare: async (cypher, params) => (await database.executeCypher(cypher, params)).rows().length,
    apart: askChild(child),
    product: async (cypher, params) => (await embedded.read(cypher, params, { limit: 100_000, timeout: DEADLINE })).rows.length,
  }
  const shared = server === undefined ? undefined : await openStore({ kind: 'neo4j', uri: server.uri })
  if (shared !== undefined) {
    await fillStore(shared, size)
    asks['server'] = async (cypher, params) => (await shared.read(cypher, params, { limit: 100_000, timeout: DEADLINE })).rows.length
  }
  const figures = await compare(asks)
  await shared?.close()
  await embedded.close()
  child.disconnect()
  database.close()
  process.stdout.write(`${JSON.stringify(figures)}\n`)
} finally {
  await server?.dispose()
  rmSync(folder, { recursive: true, force: true })
}
