/** A digest as bytes in which each thing can be read alone: a table of hashes and places, then the things as JSON. */
import type { SameAs, Statement } from '../../cypher/model/index.ts'
import type { Digest, DigestedClaim, DocumentFacts, LocalEntity, Lookup } from '../resolve/digest.ts'
import { hashKey } from './postings.ts'
import { firstNotBefore } from '../grammar/halving.ts'

/** Hash, place and length of one thing, each 32 bits. */
const ROW = 12

/** Reads bytes of a block, counted from its beginning. */
export type ReadBytes = (from: number, length: number) => Buffer

interface Contents {
  readonly entities: readonly string[]
  readonly statements: readonly string[]
  readonly relations: readonly string[]
  readonly sameAs: readonly SameAs[]
}

type Sort = 'entity' | 'statements' | 'relation'

const keyOf = (sort: Sort | 'contents', id: string): string => `${sort} ${id}`

/** The bytes of a digest, and how many rows its table has. */
export function encodeDigest({ entities, statements, relations, sameAs }: Digest): { bytes: Buffer; rows: number } {
  const contents: Contents = {
    entities: [...entities.keys()],
    statements: [...statements.keys()],
    relations: [...relations.keys()],
    sameAs,
  }
  const things: [string, unknown][] = [
    [keyOf('contents', ''), contents],
    ...[...entities].map(([id, entity]): [string, unknown] => [keyOf('entity', id), entity]),
    ...[...statements].map(([id, list]): [string, unknown] => [keyOf('statements', id), list]),
    ...[...relations].map(([key, claims]): [string, unknown] => [keyOf('relation', key), claims]),
  ]
  const parts = things
    .map(([key, value]) => ({ hash: hashKey(key), bytes: Buffer.from(JSON.stringify([key, value])) }))
    .sort((a, b) => a.hash - b.hash)
  const table = Buffer.alloc(parts.length * ROW)
  let at = table.length
  for (const [row, { hash, bytes }] of parts.entries()) {
    table.writeUInt32LE(hash, row * ROW)
    table.writeUInt32LE(at, row * ROW + 4)
    table.writeUInt32LE(bytes.length, row * ROW + 8)
    at += bytes.length
  }
  return { bytes: Buffer.concat([table, ...parts.map(({ bytes }) => bytes)]), rows: parts.length }
}

/** A digest whose things are read when they are asked for and kept by nobody. */
export class StoredDigest implements Digest {
  readonly document: DocumentFacts
  private readonly read: ReadBytes
  private readonly rows: number

  constructor(document: DocumentFacts, rows: number, read: ReadBytes) {
    this.document = document
    this.rows = rows
    this.read = read
  }

  get entities(): Lookup<LocalEntity> {
    return new StoredThings(
      () => this.contents().entities,
      (id) => this.find<LocalEntity>(keyOf('entity', id)),
    )
  }

  get statements(): Lookup<readonly Statement[]> {
    return new StoredThings(
      () => this.contents().statements,
      (id) => this.find<readonly Statement[]>(keyOf('statements', id)),
    )
  }

  get relations(): Lookup<readonly DigestedClaim[]> {
    return new StoredThings(
      () => this.contents().relations,
      (key) => this.find<readonly DigestedClaim[]>(keyOf('relation', key)),
    )
  }

  get sameAs(): readonly SameAs[] {
    return this.contents().sameAs
  }

  private contents(): Contents {
    const contents = this.find<Contents>(keyOf('contents', ''))
    if (contents === undefined) throw new Error(`digest of ${this.document.id} has no contents`)
    return contents
  }

  private find<T>(key: string): T | undefined {
    const table = this.read(0, this.rows * ROW)
    const hash = hashKey(key)
    for (let row = firstRow(table, this.rows, hash); row < this.rows && table.readUInt32LE(row * ROW) === hash; row++) {
      const bytes = this.read(table.readUInt32LE(row * ROW + 4), table.readUInt32LE(row * ROW + 8))
      const [own, value] = JSON.parse(bytes.toString('utf8')) as [string, T]
      if (own === key) return value
    }
    return undefined
  }
}

function firstRow(table: Buffer, rows: number, hash: number): number {
  return firstNotBefore(rows, (row) => table.readUInt32LE(row * ROW) < hash)
}

class StoredThings<Value> implements Lookup<Value> {
  private readonly ids: () => readonly string[]
  private readonly find: (id: string) => Value | undefined

  constructor(ids: () => readonly string[], find: (id: string) => Value | undefined) {
    this.ids = ids
    this.find = find
  }

  get(id: string): Value | undefined {
    return this.find(id)
  }

  keys(): Iterable<string> {
    return this.ids()
  }

  *values(): Generator<Value> {
    for (const [, value] of this) yield value
  }

  *[Symbol.iterator](): Generator<[string, Value]> {
    for (const id of this.ids()) {
      const value = this.find(id)
      if (value !== undefined) yield [id, value]
    }
  }
}
