/**
 * What the network algorithms cost on 20,000 things and 100,000 relations in the embedded store: `node --import tsx tests/bench/network.ts`.
 * Prints time that passes and the longest that the asking thread was held; judges nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { algorithmNames, readNetwork, runAlgorithm, type AlgorithmName, type Network } from '../../cypher/algorithms/index.ts'
import { openStore, type GraphStore } from '../../cypher/store/index.ts'
import { documents, fixtureWrite } from '../contract/fixture.ts'
import { makeNetwork } from '../unit/algorithms/make-network.ts'

const SIZE = { districts: 1000, hospitals: 15_000, consortia: 1000, programs: 3000, relations: 100_000, seed: 1 } as const
/** Milliseconds between two looks at how long the thread was held. */
const WATCH = 5

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Time that passes, and the longest gap between two turns of the loop. */
async function measure<T>(act: () => Promise<T>): Promise<{ value: T; took: number; held: number }> {
  let [last, held] = [performance.now(), 0]
  const watch = (): void => {
    const now = performance.now()
    held = Math.max(held, now - last - WATCH)
    last = now
  }
  const timer = setInterval(watch, WATCH)
  const started = performance.now()
  const value = await act()
  const took = performance.now() - started
  watch()
  clearInterval(timer)
  return { value, took, held }
}

function paramsFor(name: AlgorithmName, { ids }: Network): Record<string, unknown> {
  const hospitals = ids.filter((id) => id.startsWith('hospital/'))
  const [a] = hospitals
  const b = hospitals[Math.floor(hospitals.length / 2)]
  if (name === 'neighbourhood') return { id: a }
  if (name === 'shortest-paths') return { a, b }
  if (name === 'common-partners') return { ids: [a, b] }
  return name === 'projection' ? { types: ['COOPERATES_WITH'], least: 3 } : {}
}

async function bench(store: GraphStore): Promise<void> {
  const { entities, relations } = makeNetwork(SIZE)
  await store.writeDocument({ ...fixtureWrite(documents.fenghua2023), entities, relations })
  const reading = await measure(() => readNetwork(store))
  const network = reading.value
  say(
    `读入 ${network.ids.length} 个节点、${network.lines.length} 条关系：${Math.round(reading.took)} ms，占住 ${Math.round(reading.held)} ms`,
  )
  for (const name of algorithmNames) {
    const params = paramsFor(name, network)
    const { value, took, held } = await measure(() =>
      runAlgorithm(store, { name, params }, { network: () => Promise.resolve(network), timeout: 600_000 }),
    )
    const notes = value.notes.map(({ zh }) => zh).join('；')
    say(`${name}：${Math.round(took)} ms，占住 ${Math.round(held)} ms，${value.total ?? value.rows.length} 行 ${notes}`)
  }
}

const folder = await mkdtemp(join(tmpdir(), 'yilian-network-'))
const store = await openStore({ kind: 'embedded', folder })
try {
  await bench(store)
} finally {
  await store.close()
  await rm(folder, { recursive: true, force: true })
}
