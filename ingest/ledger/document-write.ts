/** A record of the ledger as a store is given it, and the stamp by which a later run can tell that it has not changed. */
import { createHash } from 'node:crypto'
import { isAbsolute, relative, sep } from 'node:path'
import type { DocumentWrite, Fold } from '../../cypher/store/port.ts'
import { storeClaims } from '../resolve/stored-claims.ts'
import type { Identity } from '../resolve/unite.ts'
import type { DocumentRecord, Ledger } from './index.ts'

/** Raised when a store is to be given something else of a record than before. */
const WRITE_FORMAT = 1

export function documentWrite(
  ledger: Ledger,
  record: DocumentRecord,
  { fold, identity }: { readonly fold: Fold; readonly identity: Identity },
): DocumentWrite {
  const { document, claims } = record
  const problems = [...document.problems, ...record.problems]
  const stamp = writeStamp(ledger, document.id, identity)
  return {
    ...fold,
    document: { ...document, problems, path: shownPath(record.paths[0] ?? document.id) },
    claims: storeClaims(document, claims, identity),
    ...(stamp === undefined ? {} : { stamp }),
  }
}

/** Changes with the record, and with what its claims are about once things are united; undefined where the ledger has no such document. */
export function writeStamp(ledger: Ledger, id: string, identity: Identity): string | undefined {
  const entry = ledger.entry(id)
  if (entry === undefined) return undefined
  const named = [...(ledger.index.digests.get(id)?.entities.keys() ?? [])].sort()
  const united = named.flatMap((local) => (identity.canonical(local) === local ? [] : [`${local} ${identity.canonical(local)}`]))
  const text = [WRITE_FORMAT, entry.stamp, ...united].join('\n')
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** A path as people know it: below the working folder where it lies there. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path)
  return (short === '' || short.startsWith('..') || isAbsolute(short) ? path : short).split(sep).join('/')
}
