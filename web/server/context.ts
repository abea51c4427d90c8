/** What every resource of the API works with: the store, the tree of districts, and the job that is running. */
import type { GraphStore } from '../../cypher/store/port.ts'
import type { Job } from '../contract/index.ts'
import { readGround, type Ground } from './ground.ts'

/** Where the server's jobs can be looked at; `onChange` gives a function that stops the telling. */
export interface JobBoard {
  current(): Job | null
  onChange(listen: () => void): () => void
}

export interface Context {
  readonly store: GraphStore
  readonly jobs: JobBoard
  /** The tree of districts, read once for each state of the store. */
  ground(): Promise<Ground>
  /** A value that is dear to make, kept for as long as the store stays as it is. */
  keep<T>(name: string, make: () => Promise<T>): Promise<T>
}

/** Another process may write to a shared store: what is kept of it is looked at anew after this many milliseconds. */
const SHARED_AGE = 5000

export function createContext(store: GraphStore, jobs: JobBoard): Context {
  const kept = new Map<string, { readonly value: Promise<unknown>; readonly at: number }>()
  jobs.onChange(() => kept.clear())
  const keep = <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const found = kept.get(name)
    const isFresh = found !== undefined && (store.kind === 'embedded' || Date.now() - found.at < SHARED_AGE)
    if (isFresh) return found.value as Promise<T>
    const value = make()
    kept.set(name, { value, at: Date.now() })
    value.catch(() => kept.delete(name))
    return value
  }
  return { store, jobs, keep, ground: () => keep('ground', () => readGround(store)) }
}

export const NO_JOBS: JobBoard = { current: () => null, onChange: () => () => undefined }
