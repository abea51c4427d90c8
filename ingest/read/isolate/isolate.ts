/** Parses files of other programs in a thread of its own, within a time and a memory, so that no file can stop the reading of others. */
import { Worker } from 'node:worker_threads'

/** A piece of a page's text, in points from the upper left corner; `y` is its base line. */
export interface PdfItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface PdfPage {
  readonly height: number
  /** In the order in which the file draws them. */
  readonly items: readonly PdfItem[]
}

export interface PdfPages {
  readonly count: number
  readonly title: string | null
  readonly pages: readonly PdfPage[]
}

export interface IsolateRequest {
  readonly kind: 'pdf' | 'docx' | 'doc'
  readonly bytes: Uint8Array
  readonly mostPages: number
}

/** Why nothing came out: `late` and `full` are the limits; else the name of the parser's error. */
export interface IsolateFault {
  readonly fault: string
  readonly message: string
}

type Answer = { readonly value: unknown } | { readonly fault: { readonly name: string; readonly message: string } }

export interface IsolateLimits {
  /** Milliseconds for one file. */
  readonly deadline: number
}

export const MOST_PAGES = 2000
const LIMITS: IsolateLimits = { deadline: 120_000 }
const MOST_MEBIBYTES = 1536
/** Milliseconds after which an idle thread is let go. */
const IDLE = 5000

let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined
/** One file at a time: two at once would share a deadline. */
let turn: Promise<unknown> = Promise.resolve()

/** The pages of a PDF with their pieces of text. */
export async function parsePdf(bytes: Uint8Array, limits: IsolateLimits = LIMITS): Promise<PdfPages | IsolateFault> {
  return ask<PdfPages>({ kind: 'pdf', bytes: copyOf(bytes), mostPages: MOST_PAGES }, limits)
}

/** A Word document: HTML for .docx, plain text for .doc. */
export async function parseWord(
  kind: 'docx' | 'doc',
  bytes: Uint8Array,
  limits: IsolateLimits = LIMITS,
): Promise<{ text: string } | IsolateFault> {
  const found = await ask<string>({ kind, bytes: copyOf(bytes), mostPages: 0 }, limits)
  return typeof found === 'string' ? { text: found } : found
}

/** A buffer of its own: only that much is sent, and the caller's stays whole. */
const copyOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes)

async function ask<T>(request: IsolateRequest, limits: IsolateLimits): Promise<T | IsolateFault> {
  const mine = turn.then(() => askNow<T>(request, limits))
  turn = mine.catch(() => undefined)
  return mine
}

function startWorker(): Worker {
  // What parsers print is theirs; a thread that is started for one file must not load what the program was started with.
  const started = new Worker(new URL('./isolate-worker.mjs', import.meta.url), {
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEBIBYTES },
  })
  started.stdout.resume()
  started.stderr.resume()
  return started
}

function askNow<T>(request: IsolateRequest, { deadline }: IsolateLimits): Promise<T | IsolateFault> {
  clearTimeout(idle)
  const asked = (worker ??= startWorker())
  asked.ref()
  return new Promise((resolve) => {
    const settle = (answer: T | IsolateFault, isBroken: boolean): void => {
      clearTimeout(timer)
      asked.off('message', onMessage).off('error', onError).off('exit', onExit)
      if (isBroken) letGo(asked)
      else rest(asked)
      resolve(answer)
    }
    const onMessage = (answer: Answer): void => {
      if ('value' in answer) settle(answer.value as T, false)
      else settle({ fault: answer.fault.name, message: answer.fault.message }, false)
    }
    const onError = (error: Error): void => {
      const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      settle({ fault: isFull ? 'full' : error.name, message: error.message }, true)
    }
    const onExit = (code: number): void => settle({ fault: 'exit', message: `exit ${code}` }, true)
    const timer = setTimeout(() => settle({ fault: 'late', message: `${deadline} ms` }, true), deadline)
    asked.on('message', onMessage).on('error', onError).on('exit', onExit)
    asked.postMessage(request, [request.bytes.buffer as ArrayBuffer])
  })
}

function rest(asked: Worker): void {
  asked.unref()
  idle = setTimeout(() => letGo(asked), IDLE).unref()
}

function letGo(asked: Worker): void {
  if (worker === asked) worker = undefined
  // Errors of a thread that is being ended concern nobody any more.
  asked.on('error', () => undefined)
  void asked.terminate()
}
