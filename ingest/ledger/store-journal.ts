/** What a store has been told: lets the next run complete what a crash between ledger and store left undone. */
import { appendFile, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { claimedTypes } from '../../cypher/model/index.ts'
import { parseJson } from './decision-log.ts'
import { appendDurably, writeDurably } from './durable-file.ts'
import { systemCode } from './ledger-error.ts'

const leavingSchema = z.object({
  entities: z.array(z.string()),
  relations: z.array(z.object({ id: z.string(), type: z.enum(claimedTypes), subject: z.string(), object: z.string() })),
})
/** Folded ids that a change may take out of the graph; of relations with the ends of their claims. */
export type Leaving = z.infer<typeof leavingSchema>

const lineSchema = z.union([
  z.object({ begin: z.array(z.string()), leaving: leavingSchema.nullable() }),
  /** `stamp` null: the document was removed. */
  z.object({ done: z.string(), stamp: z.string().nullable() }),
])
type Line = z.infer<typeof lineSchema>

export class StoreJournal {
  /** Stamp of the record that the store holds, by document. */
  readonly stamps = new Map<string, string>()
  /** Documents whose change was begun and not completed, with what may have to go; null: more than can be told. */
  readonly unfinished = new Map<string, Leaving | null>()
  private readonly path: string

  private constructor(path: string) {
    this.path = path
  }

  /** Reads the journal and rewrites it without what is over; a torn last line is dropped, for it tells of nothing done. */
  static async open(path: string): Promise<StoreJournal> {
    const journal = new StoreJournal(path)
    const lines = (await readIfThere(path)).split('\n')
    for (const text of lines) {
      const parsed = lineSchema.safeParse(parseJson(text))
      if (parsed.success) journal.apply(parsed.data)
    }
    if (lines.length > 2 * journal.stamps.size + 64) await journal.compact()
    return journal
  }

  /** To be called before the ledger changes; it is on the disk when this returns. */
  async begin(documents: readonly string[], leaving: Leaving | null): Promise<void> {
    const line: Line = { begin: [...documents], leaving }
    await appendDurably(this.path, `${JSON.stringify(line)}\n`)
    this.apply(line)
  }

  /** To be called when the store holds the document, or (stamp null) no longer holds it. Losing this line costs one more write. */
  async done(document: string, stamp: string | null): Promise<void> {
    const line: Line = { done: document, stamp }
    await appendFile(this.path, `${JSON.stringify(line)}\n`)
    this.apply(line)
  }

  /** Forgets everything: the store is empty. */
  async reset(): Promise<void> {
    this.stamps.clear()
    this.unfinished.clear()
    await this.compact()
  }

  private apply(line: Line): void {
    if ('begin' in line) {
      for (const document of line.begin) this.unfinished.set(document, mergeLeaving(this.unfinished.get(document), line.leaving))
      return
    }
    this.unfinished.delete(line.done)
    if (line.stamp === null) this.stamps.delete(line.done)
    else this.stamps.set(line.done, line.stamp)
  }

  private async compact(): Promise<void> {
    const lines: Line[] = [
      ...[...this.stamps].map(([done, stamp]) => ({ done, stamp })),
      ...[...this.unfinished].map(([document, leaving]) => ({ begin: [document], leaving })),
    ]
    await writeDurably(this.path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  }
}

/** Joins what several changes may take out; null, once there, stays. */
export function mergeLeaving(a: Leaving | null | undefined, b: Leaving | null): Leaving | null {
  if (a === undefined) return b
  if (a === null || b === null) return null
  const relations = new Map([...a.relations, ...b.relations].map((relation) => [JSON.stringify(relation), relation]))
  return { entities: [...new Set([...a.entities, ...b.entities])], relations: [...relations.values()] }
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    throw error
  }
}
