/** The parts of `npm run bench` about the two stores: each in processes of its own, told as ratios within one run. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findHindrance } from '../neo4j/server.ts'

export type Figures = Readonly<Record<string, number>>
export type Measure = (part: string, ...args: readonly string[]) => Promise<Figures>

export interface StoreBench {
  readonly measure: Measure
  readonly say: (line: string) => void
  readonly quick: boolean
}

const ratio = (a: number | undefined, b: number | undefined): string => ((a ?? 0) / (b ?? 1)).toFixed(2)
const round = (value: number | undefined): string => (value ?? 0).toFixed(1)
/** Counties of the generated graph: about 20,000 nodes and 100,000 relations, or a tenth of it. */
const sizeOf = (quick: boolean): [counties: string, cooperations: string] => (quick ? ['200', '22'] : ['2140', '22'])

/** Loading the same rows through the product, by a bare script and by `LOAD CSV`. Speed of the product ÷ speed of the other. */
export async function benchLoad({ measure, say, quick }: StoreBench): Promise<void> {
  const figures = await measure('store-load.ts', ...sizeOf(quick))
  const { nodes, relations, claims, documents } = figures
  say(`图：${nodes} 个节点、${relations} 条关系、${claims} 条出处、${documents} 份文档`)
  const { engineBare, engineProduct, serverBare, serverProduct, serverCsv } = figures
  say(`内嵌载入：${round(engineProduct)} s，直接调用引擎 ${round(engineBare)} s，速度比 ${ratio(engineBare, engineProduct)}`)
  if (serverProduct === undefined) return say(`Neo4j 载入：没有测（${findHindrance()}）`)
  say(`Neo4j 载入：${round(serverProduct)} s，同一驱动的 UNWIND 脚本 ${round(serverBare)} s，速度比 ${ratio(serverBare, serverProduct)}`)
  say(
    `  LOAD CSV ${round(serverCsv)} s，速度比 ${ratio(serverCsv, serverProduct)}；Neo4j/内嵌 ${ratio(serverProduct, engineProduct)} 倍时间`,
  )
}

const QUESTIONS: readonly (readonly [key: string, caption: string])[] = [
  ['oneHop', '一步邻居'],
  ['threeHops', '三步以内'],
  ['shortPath', '最短路，近处的医院'],
  ['longPath', '最短路，远处的医院'],
  ['matrix', '地区 × 举措类别'],
  ['districtPairs', '有共同举措的地区对'],
  ['hospitalPairs', '有共同伙伴的医院对'],
]

/** The same questions to the bare engine, the embedded store and Neo4j. */
export async function benchAsk({ measure, say, quick }: StoreBench): Promise<void> {
  const figures = await measure('store-ask.ts', ...sizeOf(quick))
  for (const [key, caption] of QUESTIONS) {
    const [bare, apart, product, server] = ['bare', 'apart', 'product', 'server'].map((who) => figures[`${key} ${who}`])
    const within =
      bare === undefined
        ? '引擎没有在时限内答完'
        : `引擎 ${round(bare)} ms，速度比 ${ratio(bare, product)}；引擎在另一进程里 ${round(apart)} ms，速度比 ${ratio(apart, product)}`
    const beside = server === undefined ? '' : `；Neo4j ${round(server)} ms，是内嵌的 ${ratio(server, product)} 倍时间`
    const own = product === undefined ? '内嵌没有在时限内答完' : `内嵌 ${round(product)} ms`
    say(`${caption}（${figures[`${key} rows`]} 行）：${own}，${within}${product === undefined ? '' : beside}`)
  }
}

/** One changed report, with few and with many documents in the stores. */
export async function benchChange({ measure, say, quick }: StoreBench): Promise<void> {
  if (findHindrance() !== undefined) return say(`改一份文档：没有测（${findHindrance()}）`)
  const sizes = quick ? [200, 2000] : [1000, 10_000]
  const [few, many] = [await measure('store-change.ts', String(sizes[0])), await measure('store-change.ts', String(sizes[1]))]
  for (const { documents, reading, pushing, comparing } of [few, many]) {
    say(
      `${documents} 份在库，改一份：重读并写入内嵌 ${round(reading)} ms，推送到 Neo4j ${round(pushing)} ms（逐个核对要 ${round(comparing)} ms）`,
    )
  }
  say(
    `  份数 ${ratio(sizes[1], sizes[0])} 倍：重读 ${ratio(many['reading'], few['reading'])} 倍，推送 ${ratio(many['pushing'], few['pushing'])} 倍`,
  )
}

/** Fifty clients for a minute. */
export async function benchClients({ measure, say, quick }: StoreBench): Promise<void> {
  const kinds = findHindrance() === undefined ? ['embedded', 'neo4j'] : ['embedded']
  for (const kind of kinds) {
    const { asked, perSecond, p50, p99, most, errors } = await measure('store-clients.ts', kind, quick ? '100' : '500', quick ? '15' : '60')
    say(
      `五十人同时问（${kind}）：${asked} 次，每秒 ${round(perSecond)} 次，p50 ${round(p50)} ms，p99 ${round(p99)} ms，最久 ${round(most)} ms，出错 ${errors}`,
    )
  }
}

/** A folder of reports through the whole line into each store. */
export async function benchWhole({ measure, say }: StoreBench, folder: string): Promise<void> {
  const kinds = findHindrance() === undefined ? ['embedded', 'neo4j'] : ['embedded']
  for (const kind of kinds) {
    const data = join(folder, '..', `whole-${kind}`)
    const { read, seconds, peak, nodes, relations } = await measure('store-whole.ts', folder, data, kind)
    say(`${read} 份报告全程读入（${kind}）：${round(seconds)} s，最高内存 ${round(peak)} MB；得 ${nodes} 个节点、${relations} 条关系`)
    await rm(data, { recursive: true, force: true })
  }
}
