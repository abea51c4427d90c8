/** What the reading processes and their parent say to one another. */
import type { Engine } from '../ledger/record.ts'
import type { Outcome } from './read-document.ts'

/** `segmenter` comes first and once; then one path after another. */
export type Request = { readonly segmenter: Engine['segmenter'] } | { readonly path: string }

/** `engine` answers the first request, before anything is read: a process that would read otherwise is not used. */
export type Reply = { readonly engine: Engine } | { readonly outcome: Outcome }
