/** Reads several files for one folded output, telling their problems on the way. */
import type { DocumentRecord } from '../ledger/index.ts'
import { extractFiles, type Tools } from '../pipeline.ts'
import type { UnreadFile } from '../resolve/extraction.ts'
import { tellProblems } from './terminal.ts'

/** Reads files together; files with the same bytes are one record with several paths. */
export async function extractTogether(
  paths: readonly string[],
  tools: Tools,
  options: { readonly jobs?: number | undefined } = {},
): Promise<{ records: DocumentRecord[]; unread: UnreadFile[] }> {
  const recordById = new Map<string, DocumentRecord>()
  const unread: UnreadFile[] = []
  for await (const one of extractFiles(paths, tools, options)) {
    if ('unread' in one) {
      tellProblems(one.unread.path, one.unread.problems)
      unread.push(one.unread)
      continue
    }
    const { record } = one
    tellProblems(record.paths[0] ?? record.document.id, [...record.document.problems, ...record.problems])
    const present = recordById.get(record.document.id)
    recordById.set(record.document.id, present === undefined ? record : { ...present, paths: [...present.paths, ...record.paths] })
  }
  return { records: [...recordById.values()], unread }
}
