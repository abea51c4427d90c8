/** The only file that lines the stages up: bytes, names, claims, ledger, store. Prints nothing. */
import { createHash } from 'node:crypto'
import { readFile as readBytes } from 'node:fs/promises'
import type { Claim, Problem } from '../cypher/model/index.ts'
import { relationDefinitions } from '../cypher/model/index.ts'
import type { GraphStore } from '../cypher/store/port.ts'
import { engineOf } from './engine.ts'
import { isSameEngine, RECORD_FORMAT, type DocumentRecord, type Ledger } from './ledger/index.ts'
import { StoreView, type DocumentChange } from './ledger/store-view.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { listFiles, type FoundFile } from './list-files.ts'
import { readableExtensions, readFile, type RawDocument } from './read/index.ts'
import type { Reading, Relater } from './reading.ts'
import { prepareReading } from './recognise/index.ts'
import type { Segmenter } from './recognise/segment.ts'
import { relateHierarchy } from './recognise/hierarchy.ts'
import { leaveOutBystanders } from './relate/bystanders.ts'
import { relateConsortia } from './relate/consortium.ts'
import { relateCooperation } from './relate/cooperation.ts'
import { relateGrades } from './relate/grades.ts'
import { relatePrograms } from './relate/programs.ts'
import { relateWorks } from './relate/works.ts'

/** In order: a later relater may name things, never change what an earlier one found. */
const relaters: readonly Relater[] = [relateHierarchy, relateCooperation, relateConsortia, relateWorks, relatePrograms, relateGrades]

/** What texts are read with. */
export interface Tools {
  readonly lexicon: Lexicon
  readonly segment: Segmenter
}

/** Everything that reading found in one document, before anything is compared with other documents. */
export type ExtractedRecord = Pick<DocumentRecord, 'document' | 'mentions' | 'claims' | 'problems'>

/** Reads one text. Pure: the same text, words and engine give the same record. */
export function extractDocument(raw: RawDocument, { lexicon, segment }: Tools): ExtractedRecord {
  const reading = prepareReading(raw, lexicon, segment)
  const found = relaters.map((relate) => relate(reading))
  const mentions = [...namesIn(reading), ...found.flatMap((part) => part.mentions)]
  const labelById = new Map(mentions.map(({ entity, label }) => [entity, label]))
  for (const { id } of reading.document.home) if (!labelById.has(id)) labelById.set(id, 'District')
  const problems: Problem[] = []
  const claims = found
    .flatMap((part) => part.claims)
    .filter((claim) => {
      const fault = faultOf(claim, labelById, reading.document.text.length)
      if (fault !== undefined)
        problems.push({ code: 'relate.bad-claim', message: `${claim.rule}：${fault}`, start: claim.start, end: claim.end })
      return fault === undefined
    })
  return { document: reading.document, ...leaveOutBystanders(mentions, claims), problems }
}

function namesIn(reading: Reading): DocumentRecord['mentions'] {
  return reading.mentions.flat().map(({ from: _from, to: _to, ...mention }) => mention)
}

/** A claim about what no mention names, or between labels that its type does not join, is a bug of its relater. */
function faultOf(claim: Claim, labelById: ReadonlyMap<string, string>, length: number): string | undefined {
  if (claim.start > claim.end || claim.end > length) return `${claim.start}–${claim.end} 不在正文里`
  const ends = claim.kind === 'statement' ? [claim.subject] : [claim.subject, claim.object]
  const unnamed = ends.find((id) => !labelById.has(id))
  if (unnamed !== undefined) return `${unnamed} 没有出处`
  if (claim.kind !== 'relation') return undefined
  const { from, to, needsSentence } = relationDefinitions[claim.type]
  if (needsSentence && claim.start === claim.end) return `${claim.type} 没有句子`
  const fits = (labels: readonly string[], id: string): boolean => labels.includes(labelById.get(id) ?? '')
  return fits(from, claim.subject) && fits(to, claim.object) ? undefined : `${claim.type} 不能连接 ${claim.subject} 与 ${claim.object}`
}

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
}

/** Documents whose things are folded together; hubs such as a province are then folded once for all of them. */
const BATCH = 64
/** Milliseconds after which a smaller batch is written, so that people see the graph grow. */
const BATCH_TIME = 4000

/** Reads files and folders into the ledger and the store. What has not changed is not read again. Throws only for bugs and lost stores. */
export async function readPaths(paths: readonly string[], options: ReadOptions): Promise<Summary> {
  const { files, problems } = await listFiles(paths, readableExtensions)
  return new Run(options, problems).readFiles(files)
}

class Run {
  private readonly options: ReadOptions
  private readonly summary: Summary
  private batch: DocumentChange[] = []
  private batchSince = 0

  constructor(options: ReadOptions, problems: FileProblems[]) {
    this.options = options
    this.summary = { read: 0, unchanged: 0, replaced: 0, unreadable: 0, problems: [...problems], cancelled: false }
  }

  async readFiles(files: readonly FoundFile[]): Promise<Summary> {
    const view = await StoreView.open(this.options.ledger, this.options.store)
    await view.sync()
    this.batchSince = performance.now()
    for (const [index, file] of files.entries()) {
      if (this.options.signal?.aborted === true) {
        this.summary.cancelled = true
        break
      }
      this.tell(index, files.length, file.path)
      await this.readOne(file)
      if (this.batch.length >= BATCH || performance.now() - this.batchSince > BATCH_TIME) await this.flush(view)
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

  private async flush(view: StoreView): Promise<void> {
    const batch = this.batch
    this.batch = []
    await view.change(batch)
    this.batchSince = performance.now()
  }

  private async readOne({ path, absolute }: FoundFile): Promise<void> {
    const { ledger } = this.options
    const result = await readFile(path)
    if (!result.ok) {
      this.summary.unreadable += 1
      this.summary.problems.push({ path, problems: result.problems })
      return
    }
    const { raw } = result
    const present = this.pending(raw.id) ?? (await ledger.read(raw.id))
    const paths = [...new Set([...(present?.paths ?? []), absolute])]
    await this.leaveOldEdition(absolute, raw.id)
    if (present !== undefined && isSameEngine(present.engine, engineOf(this.options.lexicon, this.options.segment))) {
      this.summary.unchanged += 1
      if (paths.length > present.paths.length) this.queue({ record: { ...present, paths } })
      return
    }
    const bytes = await readBytes(path)
    if (createHash('sha256').update(bytes).digest('hex') !== raw.id) {
      this.summary.unreadable += 1
      this.summary.problems.push({ path, problems: [{ code: 'read.changed', message: `文件在读取时被改动，未读：${path}` }] })
      return
    }
    const record = recordOf(raw, paths, this.options)
    this.queue({ record, bytes })
    this.summary.read += 1
    const told = [...record.document.problems, ...record.problems]
    if (told.length > 0) this.summary.problems.push({ path, problems: told })
  }

  /** New bytes at a known path: the old edition loses the path, and goes when it has no other. */
  private async leaveOldEdition(path: string, id: string): Promise<void> {
    const old = this.options.ledger.entryAt(path)
    if (old === undefined || old.id === id) return
    const record = this.pending(old.id) ?? (await this.options.ledger.read(old.id))
    if (record === undefined) return
    const paths = record.paths.filter((other) => other !== path)
    this.queue(paths.length === 0 ? { remove: old.id } : { record: { ...record, paths } })
    this.summary.replaced += 1
  }

  private pending(id: string): DocumentRecord | undefined {
    for (const change of this.batch) if ('record' in change && change.record.document.id === id) return change.record
    return undefined
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

function recordOf(raw: RawDocument, paths: string[], tools: Tools): DocumentRecord {
  return { format: RECORD_FORMAT, ...extractDocument(raw, tools), paths, engine: engineOf(tools.lexicon, tools.segment) }
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
  const outdated = ledger.entries().filter(({ engine }) => !isSameEngine(engine, engineOf(lexicon, segment)))
  if (outdated.length === 0) return 0
  const view = await StoreView.open(ledger, store)
  await view.sync()
  const problems: FileProblems[] = []
  for (let from = 0; from < outdated.length && signal?.aborted !== true; from += BATCH) {
    const changes: DocumentChange[] = []
    for (const { id, paths } of outdated.slice(from, from + BATCH)) {
      onProgress?.({ done: from + changes.length, total: outdated.length, current: paths[0] ?? id, problems })
      const result = await readFile(ledger.bytesPath(id))
      if (result.ok) changes.push({ record: recordOf(result.raw, [...paths], options) })
      else problems.push({ path: paths[0] ?? id, problems: result.problems })
    }
    await view.change(changes)
  }
  return outdated.length
}

/** Writes the whole store anew from the ledger. `onProgress` is given documents done and in all. */
export async function rebuildStore({ ledger, store }: Room, onProgress?: (done: number, total: number) => void): Promise<void> {
  const view = await StoreView.open(ledger, store)
  await view.rebuild(onProgress)
}

/** Reads files for printing, without a ledger or a store. Files with the same bytes are one record with several paths. */
export async function* extractFiles(
  paths: readonly string[],
  tools: Tools,
): AsyncGenerator<{ record: DocumentRecord } | { unread: FileProblems & { id: string | null } }> {
  const { files, problems } = await listFiles(paths, readableExtensions)
  for (const { path, problems: told } of problems) yield { unread: { path, id: null, problems: told } }
  for (const { path } of files) {
    const result = await readFile(path)
    if (result.ok) yield { record: recordOf(result.raw, [path], tools) }
    else yield { unread: { path, id: result.id, problems: result.problems } }
  }
}
