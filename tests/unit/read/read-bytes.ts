/** Writes bytes under a name into a folder of its own and reads the file through the door. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFile, splitSentences, type RawDocument, type ReadResult } from '../../../ingest/read/index.ts'

export async function readBytes(name: string, bytes: Uint8Array | string): Promise<ReadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'yilian-read-'))
  try {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return await readFile(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The document; throws with the problems where there is none. */
export async function readWell(name: string, bytes: Uint8Array | string): Promise<RawDocument> {
  const result = await readBytes(name, bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.raw
}

/** Codes of a refusal; ['read'] where the file was read. */
export async function refusalOf(name: string, bytes: Uint8Array | string): Promise<string[]> {
  const result = await readBytes(name, bytes)
  return result.ok ? ['read'] : result.problems.map(({ code }) => code)
}

/** Cells of the table rows with their headers, as the later stages see them. */
export function rowsOf(text: string): { cells: string[]; header: readonly string[] }[] {
  return splitSentences(text, [], { year: null }).flatMap(({ row, text: line }) =>
    row === undefined ? [] : [{ cells: row.cells.map(({ from, to }) => line.slice(from, to)), header: row.header }],
  )
}
