/** Reads one file to the end: bytes, text, record. What goes wrong, in the file or in the program, is told with the file. */
import type { Problem } from '../../cypher/model/index.ts'
import { recordOf, type Tools } from '../extract-document.ts'
import type { DocumentRecord } from '../ledger/record.ts'
import { readFile } from '../read/index.ts'

/** What came of a file: its record, under the one path that was asked for, or why it was not read. */
export type Outcome =
  | { readonly record: DocumentRecord }
  | { readonly unread: { readonly id: string | null; readonly problems: readonly Problem[] } }

/** Never throws: a fault of the program in one document must not stop the reading of twenty thousand others. */
export async function readDocument(path: string, tools: Tools): Promise<Outcome> {
  try {
    const result = await readFile(path)
    return result.ok ? { record: recordOf(result.raw, [path], tools) } : { unread: { id: result.id, problems: result.problems } }
  } catch (error) {
    const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return unreadFor('read.program-fault', `读取时程序出错（${cause}），未读，请报告这个错误：${path}`)
  }
}

export function unreadFor(code: string, message: string): Outcome {
  return { unread: { id: null, problems: [{ code, message }] } }
}
