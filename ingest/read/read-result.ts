/** What reading a file gives: a raw document, or problems that a person can act on. */
import type { Problem, Span } from '../../cypher/model/index.ts'

export interface RawMeta {
  readonly title?: string
  readonly url?: string
  readonly source?: string
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly published?: string
}

export interface RawDocument {
  /** SHA-256 of the bytes, hex. */
  readonly id: string
  readonly text: string
  readonly encoding: string
  readonly problems: readonly Problem[]
  readonly meta: RawMeta
  /** For a paged format: where each page begins. */
  readonly pages?: readonly number[]
}

export type ReadResult =
  | { readonly ok: true; readonly raw: RawDocument }
  | { readonly ok: false; readonly id: string | null; readonly problems: readonly Problem[] }

/** A file's bytes on their way through a reader. */
export interface FileBytes {
  readonly path: string
  readonly id: string
  readonly bytes: Uint8Array
}

/** Reads one format. Never throws for bad input: see `problems`. */
export type Reader = (file: FileBytes) => ReadResult | Promise<ReadResult>

export const MOST_BYTES = 50 * 1024 * 1024
export const MOST_CHARACTERS = 5_000_000

export function refuse(id: string | null, code: string, message: string): ReadResult {
  return { ok: false, id, problems: [{ code, message }] }
}

/** Spans of the text that reading could not make sense of; what was repaired is read like the rest. */
export function unreadSpans(problems: readonly Problem[]): Span[] {
  return problems.flatMap(({ code, start, end }) =>
    code === 'read.mojibake-repaired' || start === undefined || end === undefined ? [] : [{ start, end }],
  )
}
