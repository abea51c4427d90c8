/**
 * Parses files of other programs in a process of its own, within a time and a memory, so that no file can stop the reading of
 * others. A thread would not do: an array too long for the engine ends the whole process, not the thread.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

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
/** Milliseconds after which an idle parser is let go. */
const IDLE = 5000

let parser: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined
/** One file at a time: two at once would share a deadline. */
let turn: Promise<unknown> = Promise.resolve()

/** The pages of a PDF with their pieces of text. */
export async function parsePdf(bytes: Uint8Array, limits: IsolateLimits = LIMITS): Promise<PdfPages | IsolateFault> {
  return ask<PdfPages>({ kind: 'pdf', bytes, mostPages: MOST_PAGES }, limits)
}

/** A Word document: HTML for .docx, plain text for .doc. */
export async function parseWord(
  kind: 'docx' | 'doc',
  bytes: Uint8Array,
  limits: IsolateLimits = LIMITS,
): Promise<{ text: string } | IsolateFault> {
  const found = await ask<string>({ kind, bytes, mostPages: 0 }, limits)
  return typeof found === 'string' ? { text: found } : found
}

async function ask<T>(request: IsolateRequest, limits: IsolateLimits): Promise<T | IsolateFault> {
  const mine = turn.then(() => askNow<T>(request, limits))
  turn = mine.catch(() => undefined)
  return mine
}

function startParser(): ChildProcess {
  // What parsers print is theirs; a process that is started for one file must not load what the program was started with.
  return fork(fileURLToPath(new URL('./parser.mjs', import.meta.url)), [], {
    execArgv: [`--max-old-space-size=${MOST_MEBIBYTES}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

function askNow<T>(request: IsolateRequest, { deadline }: IsolateLimits): Promise<T | IsolateFault> {
  clearTimeout(idle)
  const asked = (parser ??= startParser())
  asked.ref()
  asked.channel?.ref()
  return new Promise((resolve) => {
    const settle = (answer: T | IsolateFault, isBroken: boolean): void => {
      clearTimeout(timer)
      asked.off('message', onMessage).off('error', onError).off('exit', onExit)
      if (isBroken) letGo(asked)
      else rest(asked)
      resolve(answer)
    }
    const onMessage = (message: unknown): void => {
      const answer = message as Answer
      if ('value' in answer) settle(answer.value as T, false)
      else settle({ fault: answer.fault.name, message: answer.fault.message }, false)
    }
    const onError = (error: Error): void => settle({ fault: error.name, message: error.message }, true)
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void =>
      settle({ fault: isOutOfMemory(code, signal) ? 'full' : 'exit', message: `exit ${signal ?? code}` }, true)
    const timer = setTimeout(() => settle({ fault: 'late', message: `${deadline} ms` }, true), deadline)
    asked.on('message', onMessage).on('error', onError).on('exit', onExit)
    asked.send(request)
  })
}

/** How the engine ends a process that it can give no more memory, by signal or, where a shell or Windows tells it, by code. */
const isOutOfMemory = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 133 || code === 134

function rest(asked: ChildProcess): void {
  asked.unref()
  asked.channel?.unref()
  idle = setTimeout(() => letGo(asked), IDLE).unref()
}

function letGo(asked: ChildProcess): void {
  if (parser === asked) parser = undefined
  // Errors of a process that is being ended concern nobody any more.
  asked.on('error', () => undefined)
  asked.kill('SIGKILL')
}
