/** The truth on disk: what was read of which file, and what people decided. A store is a view of it that can be rebuilt. */
import type { Stats } from 'node:fs'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Problem } from '../../cypher/model/index.ts'
import { digestDocument } from '../resolve/digest.ts'
import { appendDecision, parseJson, readDecisions } from './decision-log.ts'
import type { Decision } from './decision.ts'
import { syncFolder, writeDurably } from './durable-file.ts'
import { keepHeapLean } from './lean-heap.ts'
import { LedgerError, systemCode } from './ledger-error.ts'
import { DigestFile, type RecordFacts } from './digest-file.ts'
import { LedgerIndex } from './ledger-index.ts'
import { takeLock, type Lock } from './lock.ts'
import { documentRecordSchema, type DocumentRecord, type Engine } from './record.ts'
import { StoreJournal } from './store-journal.ts'

export { LedgerError } from './ledger-error.ts'
export { isSameEngine, type DocumentRecord, type Engine } from './record.ts'
export type { Decision } from './decision.ts'

/** Version of the folder's layout; another one is refused, never guessed at. */
const FOLDER_FORMAT = '1'

/** Questions to the file system that wait side by side. */
const STATS_AT_ONCE = 64

/** What the ledger keeps in memory of a document. */
export interface LedgerEntry {
  readonly id: string
  readonly paths: readonly string[]
  readonly engine: Engine
  /** Changes whenever the record does. */
  readonly stamp: string
}

export class Ledger {
  readonly folder: string
  readonly index = new LedgerIndex()
  /** What opening found wrong and how it went on. */
  readonly problems: Problem[] = []
  private readonly entryById = new Map<string, LedgerEntry>()
  private readonly idByPath = new Map<string, string>()
  private readonly decided: Decision[] = []
  private readonly journals = new Map<string, StoreJournal>()
  private readonly lock: Lock | undefined
  private digestFile: DigestFile | undefined
  private turn: Promise<unknown> = Promise.resolve()

  private constructor(folder: string, lock?: Lock) {
    this.folder = folder
    this.lock = lock
  }

  /** Opens or makes the data folder. Throws LedgerError: `ledger.in-use`, `ledger.format`, `ledger.not-writable`. */
  static async open(folder: string): Promise<Ledger> {
    keepHeapLean()
    await makeFolders(folder)
    const lock = await takeLock(join(folder, 'lock'))
    try {
      const ledger = new Ledger(folder, lock)
      if (lock.takenFrom !== undefined) {
        const message = `上次的进程${lock.takenFrom > 0 ? ` ${lock.takenFrom} ` : ''}没有正常退出，已接管数据目录`
        ledger.problems.push({ code: 'ledger.lock-taken-over', message })
      }
      await checkFormat(folder)
      const { decisions, problems } = await readDecisions(ledger.decisionsPath)
      ledger.decided.push(...decisions)
      ledger.problems.push(...problems)
      await ledger.load()
      return ledger
    } catch (error) {
      lock.release()
      throw error
    }
  }

  /** Opens for reading beside a process that may be writing: takes no lock and mends nothing. Throws LedgerError `ledger.missing`. */
  static async peek(folder: string): Promise<Ledger> {
    if ((await stat(join(folder, 'format')).catch(() => undefined)) === undefined)
      throw new LedgerError('ledger.missing', `${folder} 不是数据目录；先用 npm start 读入报告，或用 --data 指明`)
    await checkFormat(folder)
    const ledger = new Ledger(folder)
    ledger.decided.push(...(await readDecisions(ledger.decisionsPath, { mend: false })).decisions)
    await ledger.load()
    return ledger
  }

  get decisions(): readonly Decision[] {
    return this.decided
  }

  /** Documents in the ledger. */
  get size(): number {
    return this.entryById.size
  }

  /** In no order. */
  all(): Iterable<LedgerEntry> {
    return this.entryById.values()
  }

  /** In order of id. */
  entries(): LedgerEntry[] {
    return [...this.entryById.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  entry(id: string): LedgerEntry | undefined {
    return this.entryById.get(id)
  }

  entryAt(path: string): LedgerEntry | undefined {
    const id = this.idByPath.get(path)
    return id === undefined ? undefined : this.entryById.get(id)
  }

  /** The whole record of a document, from disk. Undefined where the ledger has none. */
  async read(id: string): Promise<DocumentRecord | undefined> {
    if (!this.entryById.has(id)) return undefined
    return documentRecordSchema.parse(JSON.parse(await readFile(this.recordPath(id), 'utf8')))
  }

  /** Where the bytes that were read are kept, under the extension that they had. Throws where the ledger has no such document. */
  bytesPath(id: string): string {
    const path = this.entryById.get(id)?.paths[0]
    if (path === undefined) throw new LedgerError('ledger.unknown-document', `数据目录里没有文档 ${id}`)
    return this.bytesPathOf(id, path)
  }

  /** Keeps a record and its bytes (where they are not kept yet). It is on the disk when this returns. */
  async put(record: DocumentRecord, bytes?: Uint8Array): Promise<LedgerEntry> {
    const { id } = record.document
    const text = JSON.stringify(documentRecordSchema.parse(record))
    if (bytes !== undefined) await writeDurably(this.bytesPathOf(id, record.paths[0] ?? ''), bytes)
    await writeDurably(this.recordPath(id), text)
    return this.remember(record, text)
  }

  /** Takes a document out, bytes and all. */
  async remove(id: string): Promise<void> {
    if (!this.entryById.has(id)) return
    const bytes = this.bytesPath(id)
    await rm(this.recordPath(id), { force: true })
    await rm(bytes, { force: true })
    await syncFolder(this.documentsFolder)
    this.forget(id)
  }

  /** Adds a decision; the caller folds anew what it touches. */
  async decide(decision: Decision): Promise<void> {
    await appendDecision(this.decisionsPath, decision)
    this.decided.push(decision)
  }

  /** What tells this folder from all others, made on the first asking: a store that others reach as well notes whose graph it holds. */
  async id(): Promise<string> {
    const path = join(this.folder, 'id')
    try {
      return (await readFile(path, 'utf8')).trim()
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error
      const id = randomUUID()
      await writeDurably(path, `${id}\n`)
      return id
    }
  }

  /** The journal of one store, by a name of letters, digits and dashes. */
  async journal(store: string): Promise<StoreJournal> {
    const present = this.journals.get(store)
    if (present !== undefined) return present
    const journal = await StoreJournal.open(join(this.folder, 'stores', `${store}.jsonl`))
    this.journals.set(store, journal)
    return journal
  }

  /** Runs one change after another; each sees the ledger as the one before left it. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work)
    this.turn = mine.catch(() => undefined)
    return mine
  }

  /** Lets another process have the folder; to be called when no change is under way. */
  close(): void {
    this.digestFile?.close()
    this.lock?.release()
  }

  private get documentsFolder(): string {
    return join(this.folder, 'documents')
  }

  private get indexFolder(): string {
    return join(this.folder, 'index')
  }

  private get decisionsPath(): string {
    return join(this.folder, 'decisions.jsonl')
  }

  private recordPath(id: string): string {
    return join(this.documentsFolder, `${id}.json`)
  }

  private bytesPathOf(id: string, path: string): string {
    return join(this.documentsFolder, `${id}.raw${extname(path).toLowerCase()}`)
  }

  /** Takes what the digest file knows, and reads the records that it does not know as they are now. */
  private async load(): Promise<void> {
    const canWrite = this.lock !== undefined
    const file = await DigestFile.open(this.indexFolder, { canWrite, isSure: this.lock?.takenFrom === undefined })
    this.digestFile = file
    const names = (await readdir(this.documentsFolder)).sort()
    if (canWrite)
      for (const name of names.filter((one) => one.endsWith('.tmp'))) await rm(join(this.documentsFolder, name), { force: true })
    const records = names.filter((name) => name.endsWith('.json'))
    const known = new Set(records.map((name) => basename(name, '.json')))
    for (const id of file.ids()) if (!known.has(id)) file.remove(id)
    for (let from = 0; from < records.length; from += STATS_AT_ONCE) {
      const some = records.slice(from, from + STATS_AT_ONCE)
      const stats = await Promise.all(some.map(async (name) => stat(join(this.documentsFolder, name))))
      for (const [index, name] of some.entries()) await this.loadOne(name, stats[index])
    }
  }

  private async loadOne(name: string, stats: Stats | undefined): Promise<void> {
    const id = basename(name, '.json')
    const line = this.digestFile?.line(id)
    if (line !== undefined && this.digestFile !== undefined && line.size === stats?.size && line.changed === stats.mtimeMs) {
      this.enter({ id, paths: line.paths, engine: line.engine, stamp: line.stamp })
      this.index.add(this.digestFile.digest(line), this.digestFile.takeKeys(id))
      return
    }
    const text = await readFile(join(this.documentsFolder, name), 'utf8')
    const parsed = documentRecordSchema.safeParse(parseJson(text))
    if (parsed.success && parsed.data.document.id === id) await this.remember(parsed.data, text)
    else await this.setAside(name)
  }

  private async setAside(name: string): Promise<void> {
    if (this.lock === undefined) return
    await rename(join(this.documentsFolder, name), join(this.documentsFolder, `${name}.torn`))
    const message = `documents/${name} 不完整，已改名为 ${name}.torn；下次读取该文件时会重新读`
    this.problems.push({ code: 'ledger.torn-record', message })
  }

  private async remember(record: DocumentRecord, text: string): Promise<LedgerEntry> {
    const { id } = record.document
    const { size, mtimeMs } = await stat(this.recordPath(id))
    const stamp = createHash('sha256').update(text).digest('hex').slice(0, 16)
    const { paths, engine } = record
    const facts: RecordFacts = { paths, engine, stamp, size, changed: mtimeMs }
    const digest = digestDocument(record)
    this.forget(id)
    this.index.add(this.digestFile?.add(digest, facts) ?? digest)
    return this.enter({ id, paths, engine, stamp })
  }

  private enter(entry: LedgerEntry): LedgerEntry {
    this.entryById.set(entry.id, entry)
    for (const path of entry.paths) this.idByPath.set(path, entry.id)
    return entry
  }

  private forget(id: string): void {
    for (const path of this.entryById.get(id)?.paths ?? []) if (this.idByPath.get(path) === id) this.idByPath.delete(path)
    this.entryById.delete(id)
    this.index.remove(id)
    this.digestFile?.remove(id)
  }
}

async function makeFolders(folder: string): Promise<void> {
  try {
    await mkdir(join(folder, 'documents'), { recursive: true })
    await mkdir(join(folder, 'stores'), { recursive: true })
    await mkdir(join(folder, 'index'), { recursive: true })
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    throw new LedgerError('ledger.not-writable', `不能在 ${folder} 建立数据目录（${code}），请用 --data 另选一个目录`, error)
  }
}

async function checkFormat(folder: string): Promise<void> {
  const path = join(folder, 'format')
  let format: string
  try {
    format = (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
    await writeDurably(path, `${FOLDER_FORMAT}\n`)
    return
  }
  if (format === FOLDER_FORMAT) return
  throw new LedgerError('ledger.format', `数据目录的格式是 ${format}，本程序只认 ${FOLDER_FORMAT}；请用 --data 另选一个目录`)
}
