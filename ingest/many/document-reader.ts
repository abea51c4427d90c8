/** Reads many files on all cores: long-lived processes of their own, for the segmenter must not be ended in the middle of a call. */
import { availableParallelism, totalmem } from 'node:os'
import { engineOf } from '../engine.ts'
import type { Tools } from '../extract-document.ts'
import { isSameEngine } from '../ledger/record.ts'
import { readDocument, unreadFor, type Outcome } from './read-document.ts'
import { ProcessEnded, ReadingProcess } from './reading-process.ts'

/** Fewer files are read here: starting a process takes as long as reading some of them. */
const FEWEST = 16
/** Memory that one process may come to need: the segmenter's dictionary (255 MB) and a large document. */
const MEMORY = 1e9

export interface DocumentReader {
  /** How many files may be under way at once. */
  readonly width: number
  read(path: string): Promise<Outcome>
  /** To be called when nothing is under way. */
  close(): void
}

/** How many processes are worth starting for some files; 1: read here. */
export function jobsFor(files: number, asked?: number): number {
  const most = asked ?? Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / MEMORY)))
  return files < FEWEST && asked === undefined ? 1 : Math.max(1, Math.min(most, files))
}

type Start = typeof ReadingProcess.start

const startProcess: Start = async (segmenter) => ReadingProcess.start(segmenter)

/**
 * A reader with so many processes; they are started when first needed. The result is the same for any number.
 * A file over which a process dies is told and not tried again. `start` is another way to start one, for tests.
 */
export function openReader(tools: Tools, jobs: number, start: Start = startProcess): DocumentReader {
  return jobs <= 1
    ? { width: 1, read: async (path) => readDocument(path, tools), close: () => undefined }
    : new ManyProcesses(tools, jobs, start)
}

class ManyProcesses implements DocumentReader {
  readonly width: number
  private readonly tools: Tools
  private readonly jobs: number
  private readonly startOne: Start
  private readonly resting: ReadingProcess[] = []
  private readonly waiting: ((process: ReadingProcess | undefined) => void)[] = []
  private running = 0
  /** No process can be had that reads as we do: everything is read here. */
  private isAlone = false

  constructor(tools: Tools, jobs: number, start: Start) {
    this.tools = tools
    this.jobs = jobs
    this.startOne = start
    // One file beyond each that is read, so that no process waits for the parent.
    this.width = 2 * jobs
  }

  async read(path: string): Promise<Outcome> {
    const process = await this.take()
    if (process === undefined) return readDocument(path, this.tools)
    try {
      const outcome = await process.read(path)
      this.giveBack(process)
      return outcome
    } catch (error) {
      if (!(error instanceof ProcessEnded)) throw error
      this.running -= 1
      this.waiting.shift()?.(await this.start())
      return unreadFor('read.process-ended', `读取这个文件时进程意外退出（${error.message}），未读：${path}`)
    }
  }

  close(): void {
    for (const process of this.resting.splice(0)) process.close()
  }

  private async take(): Promise<ReadingProcess | undefined> {
    const rested = this.resting.pop()
    if (rested !== undefined) return rested
    if (this.isAlone || this.running < this.jobs) return this.start()
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  private giveBack(process: ReadingProcess): void {
    const next = this.waiting.shift()
    if (next === undefined) this.resting.push(process)
    else next(process)
  }

  /** Undefined where none can be had: everybody who waits then reads here too. */
  private async start(): Promise<ReadingProcess | undefined> {
    if (this.isAlone) return undefined
    this.running += 1
    const own = engineOf(this.tools.lexicon, this.tools.segment)
    try {
      const { process, engine } = await this.startOne(own.segmenter)
      if (isSameEngine(engine, own)) return process
      process.close()
    } catch (error) {
      if (!(error instanceof ProcessEnded)) throw error
    }
    this.running -= 1
    this.isAlone = true
    for (const resolve of this.waiting.splice(0)) resolve(undefined)
    return undefined
  }
}
