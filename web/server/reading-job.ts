/** The one job of the server, reading files into the graph: its progress for whoever looks, and its end. */
import type { GraphStore } from '../../cypher/store/port.ts'
import { readPaths, rereadOutdated, type Ledger, type ReadProgress, type Tools } from '../../ingest/index.ts'
import type { Job } from '../contract/index.ts'
import type { JobBoard } from './context.ts'

export class ReadingJob implements JobBoard {
  #job: Job | null = null
  #abort = new AbortController()
  readonly #listeners = new Set<() => void>()

  current(): Job | null {
    return this.#job
  }

  onChange(listen: () => void): () => void {
    this.#listeners.add(listen)
    return () => this.#listeners.delete(listen)
  }

  cancel(): void {
    this.#abort.abort()
  }

  /** Reads anew what older words or rules read, then the paths. Gives the finished job; rejects for bugs and lost stores alone. */
  async run(paths: readonly string[], { ledger, store, tools }: { ledger: Ledger; store: GraphStore; tools: Tools }): Promise<Job> {
    const options = {
      ledger,
      store,
      ...tools,
      signal: this.#abort.signal,
      onProgress: (progress: ReadProgress) => this.#progress(progress),
    }
    this.#set({ id: 'read', kind: 'read', state: 'running', done: 0, total: 0, current: null, problems: [] })
    try {
      await rereadOutdated(options)
      const summary = await readPaths(paths, options)
      return this.#set({ state: summary.cancelled ? 'cancelled' : 'done', current: null, problems: plain(summary.problems) })
    } catch (error) {
      this.#set({ state: 'failed', current: null })
      throw error
    }
  }

  #progress({ done, total, current, problems }: ReadProgress): void {
    this.#set({ done, total, current, problems: plain(problems) })
  }

  #set(change: Partial<Job>): Job {
    const job = { ...this.#job, ...change } as Job
    this.#job = job
    for (const listen of this.#listeners) listen()
    return job
  }
}

function plain(problems: ReadProgress['problems']): Job['problems'] {
  return problems.map((file) => ({ path: file.path, problems: [...file.problems] }))
}
