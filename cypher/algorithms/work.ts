/** Gives tasks to a thread of their own, one at a time, each within its time: a long one never holds the server's loop. */
import { Worker } from 'node:worker_threads'
import { StoreError } from '../store/port.ts'
import type { TaskName, TaskRequest, Tasks } from './task.ts'

export interface WorkOptions {
  /** Milliseconds from asking, waiting for the thread included. */
  readonly timeout: number
  readonly signal?: AbortSignal | undefined
}

/** Old-generation heap of the thread; the arrays of a graph of a million relations take a tenth of it. */
const MOST_MEBIBYTES = 2048
/** Milliseconds after which an idle thread is let go. */
const IDLE = 10_000

let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined
let turn: Promise<unknown> = Promise.resolve()

/** Works a task out. Throws StoreError `algorithm.timeout`, `algorithm.memory`, `store.cancelled`; a bug in a kernel as it is. */
export function work<K extends TaskName>(request: TaskRequest<K>, { timeout, signal }: WorkOptions): Promise<Tasks[K]['gives']> {
  const ends = Date.now() + timeout
  const mine = turn.then(() => workNow(request, { timeout: ends - Date.now(), signal }))
  turn = mine.catch(() => undefined)
  return mine
}

function startWorker(): Worker {
  return new Worker(new URL('./thread.mjs', import.meta.url), { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEBIBYTES } })
}

function late(): StoreError {
  return new StoreError('algorithm.timeout', '计算超过时限，已中止。请缩小范围（关系类型、地区、年份），或减少抽样的起点。')
}

function cancelled(): StoreError {
  return new StoreError('store.cancelled', '计算已取消。')
}

function workNow<K extends TaskName>(request: TaskRequest<K>, { timeout, signal }: WorkOptions): Promise<Tasks[K]['gives']> {
  if (signal?.aborted === true) return Promise.reject(cancelled())
  if (timeout <= 0) return Promise.reject(late())
  clearTimeout(idle)
  const asked = (worker ??= startWorker())
  asked.ref()
  return new Promise((resolve, reject) => {
    const settle = (end: () => void, isBroken: boolean): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      asked.off('message', onMessage).off('error', onError).off('exit', onExit)
      if (isBroken) letGo(asked)
      else rest(asked)
      end()
    }
    const onMessage = (answer: Tasks[K]['gives']): void => settle(() => resolve(answer), false)
    const onError = (error: Error): void => {
      const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      const told = isFull ? new StoreError('algorithm.memory', '计算占用内存过多，已中止。请缩小范围。', { cause: error }) : error
      settle(() => reject(told), true)
    }
    const onExit = (code: number): void => settle(() => reject(new Error(`the algorithms' thread ended: ${code}`)), true)
    const onAbort = (): void => settle(() => reject(cancelled()), true)
    const timer = setTimeout(() => settle(() => reject(late()), true), timeout)
    signal?.addEventListener('abort', onAbort, { once: true })
    asked.on('message', onMessage).on('error', onError).on('exit', onExit)
    asked.postMessage(request)
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
