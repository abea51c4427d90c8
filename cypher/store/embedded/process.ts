/** Keeps the child alive: requests with deadlines, kill and respawn, and what is tried again afterwards. */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { StoreError } from '../port.ts'
import { openFailure, runFailure } from './failure.ts'
import type { ChildReply, ChildTask, MemoryLimits } from './protocol.ts'

const CHILD = fileURLToPath(new URL('./child.mjs', import.meta.url))
/** A read that was only in the way of another is tried once more; a write is never the cause and can be repeated (MERGE). */
const ATTEMPTS = { read: 2, write: 5 }
/** An abandoned read that ends by itself within this time need not cost the child its life (search while typing). */
const CANCEL_GRACE = 300
const OPEN_TIMEOUT = 120_000
/** Requests that the child works at together; the engine gains nothing from more, and a deadline is not to run out in a queue. */
const MOST_AT_ONCE = 4
/** A child that is killed from outside while it opens the file is started again so many times. */
const START_ATTEMPTS = 3

export interface RequestOptions {
  readonly kind: 'read' | 'write'
  /** Milliseconds. */
  readonly timeout: number
  readonly signal?: AbortSignal | undefined
}

interface Pending {
  readonly task: ChildTask
  readonly options: RequestOptions
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
  attempts: number
  started: number
  timer: NodeJS.Timeout | undefined
  onAbort: (() => void) | undefined
  /** The caller has its answer (cancelled); only the child still works on it. */
  settled: boolean
}

export class EmbeddedProcess {
  readonly #file: string
  readonly #memory: MemoryLimits
  readonly #pending = new Map<number, Pending>()
  /** Those that wait for their turn, in the order of coming. */
  readonly #waiting: number[] = []
  #child: ChildProcess | undefined
  #ready: Promise<void> | undefined
  #nextId = 1
  #closed = false
  #isOpen = false
  #memoryHit = false
  #broken: StoreError | undefined
  /** Milliseconds that the last start took, from fork to an open database. */
  startedIn = 0

  constructor(file: string, memory: MemoryLimits) {
    this.#file = file
    this.#memory = memory
  }

  /** Process id of the child; undefined while there is none. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Starts the child and opens the file. Throws `store.no-binary`, `store.locked`, `store.damaged`, `store.unavailable`. */
  async start(): Promise<void> {
    this.#closed = false
    this.#broken = undefined
    this.#ready ??= this.#spawn()
    try {
      await this.#ready
    } catch (error) {
      await this.#end()
      throw error
    }
  }

  /** Runs one task; throws `store.timeout`, `store.cancelled`, `store.memory`, `store.interrupted`, or what the engine says. */
  async request(task: ChildTask, options: RequestOptions): Promise<unknown> {
    if (this.#broken !== undefined) throw this.#broken
    if (this.#closed || this.#ready === undefined) throw new StoreError('store.closed', '图库没有打开。')
    if (options.signal?.aborted === true) throw cancelled()
    return new Promise((resolve, reject) => {
      const pending: Pending = {
        task,
        options,
        resolve,
        reject,
        attempts: 0,
        started: 0,
        timer: undefined,
        onAbort: undefined,
        settled: false,
      }
      const id = this.#nextId++
      this.#pending.set(id, pending)
      this.#listenForAbort(id, pending)
      void this.#dispatch(id)
    })
  }

  /** Checkpoints and ends the child. */
  async close(): Promise<void> {
    if (this.#closed || this.#child === undefined) return
    // A child that cannot even close is ended all the same: what was acknowledged is in its log.
    await this.request({ kind: 'close' }, { kind: 'write', timeout: OPEN_TIMEOUT }).catch(() => undefined)
    await this.#end()
  }

  async #end(): Promise<void> {
    const child = this.#child
    this.#closed = true
    this.#isOpen = false
    this.#ready = undefined
    this.#child = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const exited = new Promise((resolve) => child.once('exit', resolve))
    child.ref()
    child.kill('SIGKILL')
    await exited
  }

  async #spawn(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#spawnOnce()
      } catch (error) {
        const died = error instanceof StoreError && error.code === 'store.interrupted'
        if (!died || this.#closed || attempt === START_ATTEMPTS) throw error
      }
    }
  }

  async #spawnOnce(): Promise<void> {
    const started = performance.now()
    const child = fork(CHILD, [], { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    this.#child = child
    this.#memoryHit = false
    child.on('message', (reply) => this.#receive(reply as ChildReply))
    child.once('exit', () => this.#afterExit(child))
    await new Promise<void>((resolve, reject) => {
      const id = this.#nextId++
      this.#pending.set(id, {
        task: { kind: 'open', path: this.#file, memory: this.#memory },
        options: { kind: 'read', timeout: OPEN_TIMEOUT },
        resolve: () => resolve(),
        reject,
        attempts: ATTEMPTS.read,
        started,
        timer: setTimeout(() => this.#kill(id, new StoreError('store.unavailable', '图库迟迟打不开。')), OPEN_TIMEOUT),
        onAbort: undefined,
        settled: false,
      })
      this.#send(id)
    })
    this.#isOpen = true
    this.startedIn = performance.now() - started
    this.#startNext()
  }

  async #dispatch(id: number): Promise<void> {
    try {
      await this.#ready
    } catch (error) {
      this.#settle(id, error instanceof Error ? error : new Error(String(error)))
      return
    }
    this.#waiting.push(id)
    this.#startNext()
  }

  #startNext(): void {
    if (!this.#isOpen) return
    let working = [...this.#pending.values()].filter(({ started }) => started > 0).length
    while (working < MOST_AT_ONCE) {
      const id = this.#waiting.shift()
      if (id === undefined) return
      const pending = this.#pending.get(id)
      if (pending === undefined) continue
      working += 1
      pending.attempts += 1
      pending.started = performance.now()
      const { timeout } = pending.options
      pending.timer = setTimeout(() => this.#kill(id, timedOut(timeout)), timeout)
      this.#send(id)
    }
  }

  #send(id: number): void {
    const pending = this.#pending.get(id)
    if (pending === undefined) return
    // An idle child must not keep a command alive that forgot to close; one that works must.
    this.#child?.channel?.ref()
    this.#child?.ref()
    try {
      this.#child?.send({ ...pending.task, id })
    } catch (cause) {
      this.#settle(id, new StoreError('store.bad-value', '参数里有不能存入图库的值（函数、符号一类）。', { cause }))
    }
  }

  #receive(reply: ChildReply): void {
    if ('memory' in reply) {
      this.#memoryHit = true
      this.#isOpen = false
      return
    }
    const pending = this.#pending.get(reply.id)
    if (pending === undefined) return
    if ('value' in reply) this.#settle(reply.id, undefined, reply.value)
    else this.#settle(reply.id, pending.task.kind === 'open' ? openFailure(reply.failure) : runFailure(reply.failure, pending.task))
    if (this.#pending.size === 0) {
      this.#child?.channel?.unref()
      this.#child?.unref()
    }
  }

  #settle(id: number, error: Error | undefined, value?: unknown): void {
    const pending = this.#pending.get(id)
    if (pending === undefined) return
    this.#pending.delete(id)
    clearTimeout(pending.timer)
    if (pending.onAbort !== undefined) pending.options.signal?.removeEventListener('abort', pending.onAbort)
    if (!pending.settled) {
      if (error === undefined) pending.resolve(value)
      else pending.reject(error)
    }
    this.#startNext()
  }

  #listenForAbort(id: number, pending: Pending): void {
    const { signal } = pending.options
    if (signal === undefined) return
    pending.onAbort = () => {
      if (pending.started === 0) return this.#settle(id, cancelled())
      pending.settled = true
      pending.reject(cancelled())
      clearTimeout(pending.timer)
      pending.timer = setTimeout(() => this.#kill(id, cancelled()), CANCEL_GRACE)
    }
    signal.addEventListener('abort', pending.onAbort, { once: true })
  }

  /** The engine has no cancel: the only way to stop a query is to end its process. */
  #kill(id: number, error: Error): void {
    if (!this.#pending.has(id)) return
    this.#isOpen = false
    this.#settle(id, error)
    this.#child?.kill('SIGKILL')
  }

  #afterExit(child: ChildProcess): void {
    if (this.#child !== child) return
    this.#child = undefined
    this.#isOpen = false
    const reason = new StoreError('store.interrupted', '图库进程意外中断，这一步没有完成。')
    const opening = [...this.#pending].find(([, { task }]) => task.kind === 'open')
    if (opening !== undefined) return this.#settle(opening[0], reason)
    if (this.#memoryHit) this.#blameMemory()
    const repeated = [...this.#pending].filter(([, pending]) => pending.started > 0 && this.#mayRepeat(pending))
    for (const [id, { started }] of this.#pending) if (started > 0 && !repeated.some(([again]) => again === id)) this.#settle(id, reason)
    if (this.#closed) return
    this.#ready = this.#spawn()
    this.#ready.catch((error: unknown) => {
      const broken = error instanceof StoreError ? error : new StoreError('store.unavailable', '图库进程无法重新启动。', { cause: error })
      this.#broken = broken
      for (const id of this.#pending.keys()) this.#settle(id, broken)
    })
    for (const [id, pending] of repeated) {
      clearTimeout(pending.timer)
      pending.started = 0
      void this.#dispatch(id)
    }
  }

  #mayRepeat({ settled, task, attempts, options }: Pending): boolean {
    return !this.#closed && !settled && task.kind !== 'close' && attempts < ATTEMPTS[options.kind]
  }

  /** The read that has run longest takes the blame; without a read, the write. */
  #blameMemory(): void {
    const running = [...this.#pending].filter(([, pending]) => pending.started > 0)
    const reads = running.filter(([, pending]) => pending.options.kind === 'read')
    const [culprit] = (reads.length > 0 ? reads : running).sort(([, a], [, b]) => a.started - b.started)
    if (culprit === undefined) return
    const cap = Math.round(this.#memory.limit / 1024 / 1024)
    this.#settle(culprit[0], new StoreError('store.memory', `查询占用的内存超过上限（${cap} MiB），已中止。请缩小范围或加 LIMIT。`))
  }
}

function timedOut(timeout: number): StoreError {
  return new StoreError('store.timeout', `查询超过 ${timeout / 1000} 秒没有结束，已中止。请缩小范围、减少跳数或加 LIMIT。`)
}

function cancelled(): StoreError {
  return new StoreError('store.cancelled', '查询已取消。')
}
