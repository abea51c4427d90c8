/**
 * Digests of all documents in one file beside the records, and a short line for each of them, so that a ledger of any size opens
 * without reading its records. Both follow from the records and may be lost: what is missing, torn or out of date is read again.
 */
import { closeSync, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { documentSchema } from '../../cypher/model/index.ts'
import type { Digest } from '../resolve/digest.ts'
import { encodeDigest, StoredDigest } from './digest-block.ts'
import { parseJson } from './decision-log.ts'
import { writeDurably } from './durable-file.ts'
import { systemCode } from './ledger-error.ts'
import { keysOfDigest, type DigestKeys } from './ledger-index.ts'
import { hashKey } from './postings.ts'
import { engineSchema, type Engine } from './record.ts'

/** Another version's files are made anew. */
const FORMAT = 1

const headSchema = z.object({ format: z.literal(FORMAT), data: z.string().regex(/^digests-\d+\.dat$/) })
const lineSchema = z.object({
  facts: documentSchema.pick({ id: true, year: true, kind: true, publisher: true, published: true }),
  paths: z.array(z.string()).min(1),
  engine: engineSchema,
  stamp: z.string(),
  /** Size and time of change of the record, by which a line is known to be of that record. */
  size: z.number(),
  changed: z.number(),
  /** Place, length and number of rows of the digest. */
  at: z.number(),
  length: z.number(),
  rows: z.number(),
  /** Hash over the digest. */
  sum: z.number(),
  /** Hashes of the ids that the digest names and links, 32 bits each, in base64. */
  named: z.string(),
  linked: z.string(),
})
export type IndexLine = z.infer<typeof lineSchema>
const changeSchema = z.union([lineSchema, z.object({ gone: z.string() })])

/** A line without its hashes, which the index of the ledger keeps. */
export type KeptLine = Omit<IndexLine, 'named' | 'linked'>
/** What of a line only the record tells. */
export type RecordFacts = Pick<IndexLine, 'paths' | 'engine' | 'stamp' | 'size' | 'changed'>

export class DigestFile {
  private readonly folder: string
  private readonly canWrite: boolean
  private readonly lineById = new Map<string, KeptLine>()
  /** Hashes of the lines that were read, until the index takes them. */
  private readonly keysById = new Map<string, Pick<IndexLine, 'named' | 'linked'>>()
  private data: { readonly name: string; readonly file: number; end: number } | undefined
  private list: number | undefined
  private lines = 0
  /** The last line was not written to its end; another behind it would be torn too. */
  private isTorn = false
  private readonly engines = new Map<string, Engine>()

  private constructor(folder: string, canWrite: boolean) {
    this.folder = folder
    this.canWrite = canWrite
  }

  /**
   * Opens the files of a folder, which is there. `isSure` false: a crash came before, and every digest is looked through once.
   * Without `canWrite` nothing is changed on the disk.
   */
  static async open(folder: string, { canWrite, isSure }: { canWrite: boolean; isSure: boolean }): Promise<DigestFile> {
    const opened = new DigestFile(folder, canWrite)
    opened.readList()
    if (!isSure) for (const [id, line] of opened.lineById) if (!opened.isWhole(line)) opened.lineById.delete(id)
    if (canWrite) await opened.makeReady()
    return opened
  }

  /** Documents with a digest in the file. */
  ids(): Iterable<string> {
    return this.lineById.keys()
  }

  line(id: string): KeptLine | undefined {
    return this.lineById.get(id)
  }

  /** Hashes of a document as its line gave them; once only, for the index keeps them. */
  takeKeys(id: string): DigestKeys | undefined {
    const keys = this.keysById.get(id)
    this.keysById.delete(id)
    return keys === undefined ? undefined : { named: unpack(keys.named), linked: unpack(keys.linked) }
  }

  /** The digest behind a line; its things are read when asked for. */
  digest({ facts, at, length, rows }: KeptLine): Digest {
    return new StoredDigest(facts, rows, (from, count) => this.readData(at + from, Math.min(count, length - from)))
  }

  /** Adds a digest or puts it in the place of an older one, and gives it as it is kept. Without `canWrite` it stays in memory. */
  add(digest: Digest, facts: RecordFacts): Digest {
    const { data, list } = this
    if (data === undefined || list === undefined) return digest
    const { bytes, rows } = encodeDigest(digest)
    writeSync(data.file, bytes, 0, bytes.length, data.end)
    const line: KeptLine = { facts: digest.document, ...facts, at: data.end, length: bytes.length, rows, sum: sumOf(bytes) }
    data.end += bytes.length
    this.addLine({ ...line, ...packKeys(keysOfDigest(digest)) })
    this.lineById.set(digest.document.id, line)
    return this.digest(line)
  }

  /** Forgets a document. */
  remove(id: string): void {
    if (!this.lineById.delete(id)) return
    this.addLine({ gone: id })
  }

  close(): void {
    if (this.data !== undefined) closeSync(this.data.file)
    if (this.list !== undefined) closeSync(this.list)
    this.data = undefined
    this.list = undefined
  }

  private get listPath(): string {
    return join(this.folder, 'digests.jsonl')
  }

  private addLine(change: z.infer<typeof changeSchema>): void {
    if (this.list === undefined) return
    writeSync(this.list, `${JSON.stringify(change)}\n`)
    this.lines += 1
  }

  /** What cannot be understood is as if it were not there: its record is read again. */
  private readList(): void {
    const lines = readIfThere(this.listPath).split('\n')
    const head = headSchema.safeParse(parseJson(lines[0] ?? ''))
    if (!head.success) return
    const file = openIfThere(join(this.folder, head.data.data), this.canWrite ? 'r+' : 'r')
    if (file === undefined) return
    this.data = { name: head.data.data, file, end: fstatSync(file).size }
    this.lines = lines.length
    this.isTorn = lines.at(-1) !== ''
    for (const text of lines.slice(1)) {
      const change = changeSchema.safeParse(parseJson(text))
      if (!change.success) continue
      if ('gone' in change.data) this.lineById.delete(change.data.gone)
      else this.keep(change.data, this.data.end)
    }
  }

  private keep({ named, linked, ...line }: IndexLine, end: number): void {
    const { id } = line.facts
    this.keysById.set(id, { named, linked })
    if (line.at + line.length <= end) this.lineById.set(id, { ...line, engine: this.oneOf(line.engine) })
    else this.lineById.delete(id)
  }

  /** One copy of each engine: a ledger has few. */
  private oneOf(engine: Engine): Engine {
    const text = JSON.stringify(engine)
    const known = this.engines.get(text)
    if (known !== undefined) return known
    this.engines.set(text, engine)
    return engine
  }

  private isWhole({ at, length, sum }: KeptLine): boolean {
    return sumOf(this.readData(at, length)) === sum
  }

  private readData(at: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length)
    if (this.data === undefined || readSync(this.data.file, bytes, 0, length, at) < length) throw new Error('a digest ends before its end')
    return bytes
  }

  /** Makes both files anew where there are none, or where more than half of them is out of date. */
  private async makeReady(): Promise<void> {
    const used = [...this.lineById.values()].reduce((sum, { length }) => sum + length, 0)
    const isWasteful = this.data !== undefined && (this.data.end > 2 * used + 1_000_000 || this.lines > 2 * this.lineById.size + 1000)
    if (this.data === undefined || isWasteful || this.isTorn) await this.rewrite()
    this.list ??= openSync(this.listPath, 'a')
    await this.removeStrays()
  }

  private async rewrite(): Promise<void> {
    const old = this.data
    const name = `digests-${Number(/\d+/.exec(old?.name ?? '')?.[0] ?? 0) + 1}.dat`
    const file = openSync(join(this.folder, name), 'w+')
    const lines: string[] = [JSON.stringify({ format: FORMAT, data: name })]
    let end = 0
    for (const [id, line] of this.lineById) {
      const bytes = this.readData(line.at, line.length)
      writeSync(file, bytes, 0, bytes.length, end)
      const moved = { ...line, at: end }
      this.lineById.set(id, moved)
      lines.push(JSON.stringify({ ...moved, ...this.keysById.get(id) }))
      end += bytes.length
    }
    await writeDurably(this.listPath, `${lines.join('\n')}\n`)
    if (old !== undefined) closeSync(old.file)
    this.data = { name, file, end }
    this.lines = lines.length
  }

  private async removeStrays(): Promise<void> {
    for (const name of await readdir(this.folder))
      if (/^digests-\d+\.dat$/.test(name) && name !== this.data?.name) await rm(join(this.folder, name), { force: true })
  }
}

function packKeys({ named, linked }: DigestKeys): Pick<IndexLine, 'named' | 'linked'> {
  const pack = (hashes: Iterable<number>): string => Buffer.from(new Uint32Array(hashes).buffer).toString('base64')
  return { named: pack(named), linked: pack(linked) }
}

function unpack(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64')
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

function sumOf(bytes: Buffer): number {
  return hashKey(bytes.toString('latin1'))
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    throw error
  }
}

function openIfThere(path: string, flags: string): number | undefined {
  try {
    return openSync(path, flags)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
