/** One reading process as its parent sees it: asked one thing at a time, never ended while it works. */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Engine } from '../ledger/record.ts'
import type { Reply, Request } from './protocol.ts'
import type { Outcome } from './read-document.ts'

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url))

/** Reading makes many small objects that live for one document: with room for them (MB) most are gone before anybody looks for them. */
export const READING_FLAGS: readonly string[] = ['--max-semi-space-size=64']

/** The process ended before it answered. */
export class ProcessEnded extends Error {
  readonly code = 'many.process-ended'
  constructor(how: string) {
    super(how)
    this.name = 'ProcessEnded'
  }
}

export class ReadingProcess {
  private readonly child: ChildProcess
  private ended: string | undefined

  private constructor(child: ChildProcess) {
    this.child = child
    child.once('exit', (code, signal) => (this.ended = signal ?? `exit ${code}`))
    // Without a listener a process that cannot be started would throw; its exit says the same.
    child.on('error', (error) => (this.ended ??= error.message))
  }

  /** Starts a process and tells with what it reads. Rejects with ProcessEnded where it cannot start. */
  static async start(segmenter: Engine['segmenter']): Promise<{ process: ReadingProcess; engine: Engine }> {
    const started = new ReadingProcess(
      fork(CHILD, [], { serialization: 'advanced', execArgv: [...READING_FLAGS], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    )
    const reply = await started.ask({ segmenter })
    if (!('engine' in reply)) throw new ProcessEnded('no engine told')
    return { process: started, engine: reply.engine }
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  /** Reads one file. Rejects with ProcessEnded where the process dies over it. */
  async read(path: string): Promise<Outcome> {
    const reply = await this.ask({ path })
    if (!('outcome' in reply)) throw new ProcessEnded('no outcome told')
    return reply.outcome
  }

  /** Lets a process go that rests; it ends by itself. */
  close(): void {
    if (this.child.connected) this.child.disconnect()
  }

  private async ask(request: Request): Promise<Reply> {
    const { child } = this
    if (this.ended !== undefined) throw new ProcessEnded(this.ended)
    return new Promise<Reply>((resolve, reject) => {
      const settle = (): void => {
        child.off('message', onMessage).off('exit', onExit).off('error', onError)
      }
      const onMessage = (reply: unknown): void => {
        settle()
        resolve(reply as Reply)
      }
      const onExit = (code: number | null, signal: string | null): void => {
        settle()
        reject(new ProcessEnded(signal ?? `exit ${code}`))
      }
      const onError = (error: Error): void => {
        settle()
        reject(new ProcessEnded(error.message))
      }
      child.on('message', onMessage).on('exit', onExit).on('error', onError)
      child.send(request, (error) => {
        // Where the process is gone, its exit tells how.
        if (error !== null && this.ended !== undefined) onError(error)
      })
    })
  }
}
