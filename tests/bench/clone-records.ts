/** Records of a few real readings, moved to other counties as often as asked: a ledger of any size without the time of reading it. */
import { createHash } from 'node:crypto'
import type { Lexicon } from '../../ingest/lexicon/lexicon.ts'
import type { DocumentRecord } from '../../ingest/index.ts'

/** The record number `number`; the same number gives the same record. */
export function* cloneRecords(
  originals: readonly DocumentRecord[],
  numbers: { readonly from: number; readonly to: number },
  lexicon: Lexicon,
): Generator<DocumentRecord> {
  const counties = [...lexicon.divisions.all()].filter(({ level, name }) => level === 'county' && /[区县市]$/u.test(name))
  for (let number = numbers.from; number < numbers.to; number++) {
    const original = originals[number % originals.length]
    const county = counties[(number * 37) % counties.length]
    if (original === undefined || county === undefined) return
    const home = original.document.home.at(-1)
    const from = home?.id.slice('district/'.length) ?? ''
    const id = createHash('sha256').update(`clone ${number}`).digest('hex')
    const moved = JSON.stringify(original)
      .replaceAll(/(?<=\/@)[0-9a-f]{12}(?=\/)/g, id.slice(0, 12))
      .replaceAll(`district/${from}"`, `district/${county.code}"`)
      .replaceAll(new RegExp(`(hospital|institution|consortium|project|program)/${from}/`, 'g'), `$1/${county.code}/`)
      .replaceAll(home?.name ?? '\0', county.name)
    const record = JSON.parse(moved) as DocumentRecord
    yield { ...record, document: { ...record.document, id }, paths: [`/clones/${number}.txt`] }
  }
}
