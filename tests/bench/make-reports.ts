/** Makes any number of reports out of the demo reports: other places, other bodies, other numbers. The same number gives the same report. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Division, Lexicon } from '../../ingest/lexicon/lexicon.ts'

const REPORTS = fileURLToPath(new URL('../../seeds/reports/', import.meta.url))
/** Counties that the demo reports speak from, with the city and the province above them. */
const PLACES = [
  { county: '奉化区', short: '奉化', city: '宁波', province: '浙江' },
  { county: '慈溪市', short: '慈溪', city: '宁波', province: '浙江' },
]
const BRANDS =
  '安宁 博爱 长庚 德济 恩泽 福康 广慈 弘仁 惠民 济生 嘉禾 康复 龙山 明德 南山 普济 仁和 瑞安 圣心 同仁 万寿 协同 永康 正阳'.split(' ')

export interface Amount {
  readonly files: number
  readonly bytes: number
}

/** Numbers between 0 and 1, the same for the same seed. */
function randomOf(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Counties of the table that have a short name of their own. */
function listCounties({ divisions }: Lexicon): Division[] {
  return [...divisions.all()].filter(({ level, name, short }) => level === 'county' && /[区县市]$/u.test(name) && short.length > 0)
}

/** One report: the seed's words with another county for its own, another brand for its named hospitals, and other amounts. */
export function makeReport(
  seed: string,
  number: number,
  { lexicon, counties }: { lexicon: Lexicon; counties: readonly Division[] },
): string {
  const random = randomOf(`report ${number}`)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const county = pick(counties)
  const chain = lexicon.divisions.chain(county.code)
  const province = chain[0]?.name ?? county.name
  const city = chain.at(-2)?.name ?? province
  let text = seed
  for (const place of PLACES) {
    text = text
      .replaceAll(`${place.city}市`, city)
      .replaceAll(`${place.province}省`, province)
      .replaceAll(place.county, county.name)
      .replaceAll(place.short, county.short[0] ?? county.name)
      .replaceAll(place.city, city.replace(/[市州盟]$/u, ''))
  }
  text = text.replaceAll(/(?<=[（、和与及])(?!\d)\p{Script=Han}{2}(?=医院)/gu, (brand) => (random() < 0.5 ? brand : pick(BRANDS)))
  text = text.replaceAll(/(?<![\d.])\d{2,6}(?![\d.]*年|\d)/gu, (digits) =>
    String(Math.max(1, Math.round(Number(digits) * (0.5 + random())))),
  )
  return `${text}\n第${number}份\n`
}

/** Writes the reports with these numbers into a folder, which is made. */
export async function writeReports(
  folder: string,
  numbers: { readonly from: number; readonly to: number },
  lexicon: Lexicon,
): Promise<Amount> {
  await mkdir(folder, { recursive: true })
  const names = (await readdir(REPORTS)).filter((name) => name.endsWith('.txt')).sort()
  const seeds = await Promise.all(names.map(async (name) => readFile(join(REPORTS, name), 'utf8')))
  const counties = listCounties(lexicon)
  let bytes = 0
  for (let number = numbers.from; number < numbers.to; number++) {
    const report = makeReport(seeds[number % seeds.length] ?? '', number, { lexicon, counties })
    bytes += Buffer.byteLength(report)
    await writeFile(join(folder, `${String(number).padStart(6, '0')}.txt`), report)
  }
  return { files: numbers.to - numbers.from, bytes }
}
