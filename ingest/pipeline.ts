/** The only file that lines the stages up: bytes, names, claims, ledger, store. Prints nothing. */
import { createHash } from 'node:crypto'
import { readFile as readBytes, stat } from 'node:fs/promises'
import type { Problem } from '../cypher/model/index.ts'
import type { GraphStore } from '../cypher/store/port.ts'
import { engineOf } from './engine.ts'
import type { Tools } from './extract-document.ts'
import { isSameEngine, type DocumentRecord, type Engine, type Ledger } from './ledger/index.ts'
import { systemCode } from './ledger/ledger-error.ts'
import { StoreView, type DocumentChange } from './ledger/store-view.ts'
import { listFiles, type FoundFile } from './list-files.ts'
import { jobsFor, openReader, type DocumentReader } from './many/document-reader.ts'
import { inOrder } from './many/in-order.ts'
import type { Outcome } from './many/read-document.ts'
import { readableExtensions } from './read/index.ts'
import { MOST_BYTES } from './read/read-result.ts'

export { extractDocument, type ExtractedRecord, type Tools } from './extract-document.ts'

export interface FileProblems {
  readonly path: string
  readonly problems: readonly Problem[]
}

export interface ReadProgress {
  readonly done: number
  readonly total: number
  readonly current: string | null
  /** All so far. */
  readonly problems: readonly FileProblems[]
}

/** What a run did, by number of documents. */
export interface Summary {
  read: number
  unchanged: number
  /** Old editions and documents that are no more at any path. */
  replaced: number
  unreadable: number
  problems: FileProblems[]
  cancelled: boolean
}

export interface Room {
  readonly ledger: Ledger
  readonly store: GraphStore
}

export interface ReadOptions extends Room, Tools {
  readonly onProgress?: (progress: ReadProgress) => void
  /** What is read when it fires is still written as a whole; the rest is left. */
  readonly signal?: AbortSignal
  /** Processes to read with; as many as there are cores for many files, none but this one for few. The result is the same. */
  readonly jobs?: number
}

/** Documents whose things are folded together; hubs such as a province are then folded once for all of them. */
const BATCH = 64
/** Milliseconds after which a smaller batch is written, so that people see the graph grow. */
const BATCH_TIME = 4000
/** Writing takes at most a part of the time: the more the graph holds, the longer a batch takes, and the more documents go into it. */
const READING_PER_WRITING = 4
const LARGEST_BATCH = 128

/** Reads files and folders into the ledger and the store. What has not changed is not read again. Throws only for bugs and lost stores. */
export async function readPaths(paths: readonly string[], options: ReadOptions): Promise<Summary> {
  const { files, problems } = await listFiles(paths, readableExtensions)
  return new Run(options, problems).readFiles(files)
}

/** What is known of a file before its turn: the ledger's document that it is, or what reading gave. */
type Ahead = { readonly known: string } | Outcome

class Run {
  private readonly options: ReadOptions
  private readonly engine: Engine
  private readonly summary: Summary
  private batch: DocumentChange[] = []
  private batchSince = 0
  /** Milliseconds that writing the batch before took. */
  private lastWrite = 0

  constructor(options: ReadOptions, problems: FileProblems[]) {
    this.options = options
    this.engine = engineOf(options.lexicon, options.segment)
    this.summary = { read: 0, unchanged: 0, replaced: 0, unreadable: 0, problems: [...problems], cancelled: false }
  }

  async readFiles(files: readonly FoundFile[]): Promise<Summary> {
    const view = await StoreView.open(this.options.ledger, this.options.store)
    await view.sync()
    this.batchSince = performance.now()
    const reader = openReader(this.options, jobsFor(files.length, this.options.jobs))
    try {
      let done = 0
      for await (const { item, result } of inOrder(this.untilAborted(files), reader.width, async (file) => this.lookAt(file, reader))) {
        this.tell(done, files.length, item.path)
        await this.take(item, result, reader)
        done += 1
        if (this.isDue()) await this.flush(view)
      }
    } finally {
      reader.close()
    }
    await this.flush(view)
    this.tell(
      this.summary.cancelled ? this.summary.read + this.summary.unchanged + this.summary.unreadable : files.length,
      files.length,
      null,
    )
    return this.summary
  }

  private tell(done: number, total: number, current: string | null): void {
    this.options.onProgress?.({ done, total, current, problems: this.summary.problems })
  }

  private isDue(): boolean {
    const reading = performance.now() - this.batchSince
    if (this.batch.length >= LARGEST_BATCH) return true
    return reading >= READING_PER_WRITING * this.lastWrite && (this.batch.length >= BATCH || reading > BATCH_TIME)
  }

  private async flush(view: StoreView): Promise<void> {
    const batch = this.batch
    const since = performance.now()
    this.batch = []
    await view.change(batch)
    this.batchSince = performance.now()
    this.lastWrite = this.batchSince - since
  }

  private *untilAborted(files: readonly FoundFile[]): Iterable<FoundFile> {
    for (const file of files) {
      if (this.options.signal?.aborted === true) {
        this.summary.cancelled = true
        return
      }
      yield file
    }
  }

  /** Reads a file ahead of its turn, unless the ledger knows its bytes. */
  private async lookAt({ path }: FoundFile, reader: DocumentReader): Promise<Ahead> {
    const id = await idOfFile(path)
    const entry = id === undefined ? undefined : this.options.ledger.entry(id)
    if (id !== undefined && entry !== undefined && isSameEngine(entry.engine, this.engine)) return { known: id }
    return reader.read(path)
  }

  /** Takes what was read of a file when its turn has come: the ledger may have changed since. */
  private async take(file: FoundFile, ahead: Ahead, reader: DocumentReader): Promise<void> {
    const { path, absolute } = file
    if ('unread' in ahead) {
      this.summary.unreadable += 1
      this.summary.problems.push({ path, problems: ahead.unread.problems })
      return
    }
    const id = 'known' in ahead ? ahead.known : ahead.record.document.id
    await this.leaveOldEdition(absolute, id)
    const present = await this.present(id)
    const paths = [...new Set([...(present?.paths ?? []), absolute])]
    if (present !== undefined && isSameEngine(present.engine, this.engine)) {
      this.summary.unchanged += 1
      if (paths.length > present.paths.length) this.queue({ record: { ...present, paths } })
      return
    }
    // The last path of these bytes was left meanwhile: they are new again.
    if ('known' in ahead) return this.take(file, await reader.read(path), reader)
    await this.keep(path, { ...ahead.record, paths })
  }

  private async keep(path: string, record: DocumentRecord): Promise<void> {
    const bytes = await readBytes(path)
    if (createHash('sha256').update(bytes).digest('hex') !== record.document.id) {
      this.summary.unreadable += 1
      this.summary.problems.push({ path, problems: [{ code: 'read.changed', message: `文件在读取时被改动，未读：${path}` }] })
      return
    }
    this.queue({ record, bytes })
    this.summary.read += 1
    const told = [...record.document.problems, ...record.problems]
    if (told.length > 0) this.summary.problems.push({ path, problems: told })
  }

  /** New bytes at a known path: the old edition loses the path, and goes when it has no other. */
  private async leaveOldEdition(path: string, id: string): Promise<void> {
    const old = this.options.ledger.entryAt(path)
    if (old === undefined || old.id === id) return
    const record = await this.present(old.id)
    if (record === undefined) return
    const paths = record.paths.filter((other) => other !== path)
    this.queue(paths.length === 0 ? { remove: old.id } : { record: { ...record, paths } })
    this.summary.replaced += 1
  }

  /** The record as it will be when the batch is written. */
  private async present(id: string): Promise<DocumentRecord | undefined> {
    const change = this.batch.find((other) => idOf(other) === id)
    if (change === undefined) return this.options.ledger.read(id)
    return 'record' in change ? change.record : undefined
  }

  /** A later change of a document in one batch takes the place of the earlier one. */
  private queue(change: DocumentChange): void {
    const id = idOf(change)
    const earlier = this.batch.find((other) => idOf(other) === id)
    this.batch = this.batch.filter((other) => other !== earlier)
    const bytes = earlier !== undefined && 'bytes' in earlier ? earlier.bytes : undefined
    this.batch.push('record' in change && bytes !== undefined ? { bytes, ...change } : change)
  }
}

function idOf(change: DocumentChange): string {
  return 'remove' in change ? change.remove : change.record.document.id
}

/** The document that a file is by its bytes; undefined where the reader has to say what is wrong with it. */
async function idOfFile(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return undefined
    return createHash('sha256')
      .update(await readBytes(path))
      .digest('hex')
  } catch (error) {
    if (systemCode(error) !== undefined) return undefined
    throw error
  }
}

/** Takes a document out of the ledger and the store. Gives whether there was one. */
export async function removeDocument(id: string, { ledger, store }: Room): Promise<boolean> {
  if (ledger.entry(id) === undefined) return false
  const view = await StoreView.open(ledger, store)
  await view.change([{ remove: id }])
  return true
}

/** Reads again, from the bytes that were kept, what was read with other words, rules or code. Gives how many there were. */
export async function rereadOutdated(options: ReadOptions): Promise<number> {
  const { ledger, store, lexicon, segment, onProgress, signal } = options
  const own = engineOf(lexicon, segment)
  const outdated = ledger.entries().filter(({ engine }) => !isSameEngine(engine, own))
  if (outdated.length === 0) return 0
  const view = await StoreView.open(ledger, store)
  await view.sync()
  const problems: FileProblems[] = []
  let changes: DocumentChange[] = []
  let done = 0
  const reader = openReader(options, jobsFor(outdated.length, options.jobs))
  try {
    for await (const { item, result } of inOrder(outdated, reader.width, async ({ id }) => reader.read(ledger.bytesPath(id)))) {
      const { id, paths } = item
      onProgress?.({ done, total: outdated.length, current: paths[0] ?? id, problems })
      if ('record' in result) changes.push({ record: { ...result.record, paths: [...paths] } })
      else problems.push({ path: paths[0] ?? id, problems: result.unread.problems })
      done += 1
      if (signal?.aborted === true) break
      if (changes.length < BATCH) continue
      await view.change(changes)
      changes = []
    }
  } finally {
    reader.close()
  }
  await view.change(changes)
  return outdated.length
}

/** Writes the whole store anew from the ledger. `onProgress` is given documents done and in all. */
export async function rebuildStore({ ledger, store }: Room, onProgress?: (done: number, total: number) => void): Promise<void> {
  const view = await StoreView.open(ledger, store)
  await view.rebuild(onProgress)
}

/** Reads files for printing, without a ledger or a store, in order of path. Files with the same bytes are one record with several paths. */
export async function* extractFiles(
  paths: readonly string[],
  tools: Tools,
  { jobs }: { readonly jobs?: number | undefined } = {},
): AsyncGenerator<{ record: DocumentRecord } | { unread: FileProblems & { id: string | null } }> {
  const { files, problems } = await listFiles(paths, readableExtensions)
  for (const { path, problems: told } of problems) yield { unread: { path, id: null, problems: told } }
  const reader = openReader(tools, jobsFor(files.length, jobs))
  try {
    for await (const { item, result } of inOrder(files, reader.width, async ({ path }) => reader.read(path)))
      yield 'record' in result ? result : { unread: { path: item.path, ...result.unread } }
  } finally {
    reader.close()
  }
}
