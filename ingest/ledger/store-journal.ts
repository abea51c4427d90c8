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
  /** What the store said of itself when all before was done. */
  z.object({ seal: z.string() }),
])
type Line = z.infer<typeof lineSchema>

export class StoreJournal {
  /** Stamp of the record that the store holds, by document. */
  readonly stamps = new Map<string, string>()
  /** Documents whose change was begun and not completed, with what may have to go; null: more than can be told. */
  readonly unfinished = new Map<string, Leaving | null>()
  /** By it a store that others reach is known again: as long as it says the same of itself, it holds what this journal tells. */
  seal: string | undefined
  private readonly path: string

  private constructor(path: string) {
    this.path = path
  }

  /** Reads the journal and rewrites it without what is over; a torn last line is dropped, for it tells of nothing done. */
  static async open(path: string): Promise<StoreJournal> {
    const journal = new StoreJournal(path)
    const lines = (await readIfThere(path)).split('\n')
    for (const text of lines) {
      const line = readLine(text)
      if (line !== undefined) journal.apply(line)
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

  /**
   * To be called when the store holds the documents, each with the stamp of its record, or (stamp null) no longer holds them.
   * Losing these lines costs one more write.
   */
  async done(documents: readonly (readonly [id: string, stamp: string | null])[]): Promise<void> {
    const lines = documents.map(([done, stamp]): Line => ({ done, stamp }))
    await appendFile(this.path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    for (const line of lines) this.apply(line)
  }

  /** To be called when nothing is under way, with what the store says of itself. */
  async sealAs(seal: string): Promise<void> {
    const line: Line = { seal }
    await appendFile(this.path, `${JSON.stringify(line)}\n`)
    this.apply(line)
  }

  /** The store has been compared with the ledger: it holds these documents and nothing else. */
  async restart(stamps: Iterable<readonly [id: string, stamp: string]>): Promise<void> {
    this.stamps.clear()
    this.unfinished.clear()
    this.seal = undefined
    for (const [id, stamp] of stamps) this.stamps.set(id, stamp)
    await this.compact()
  }

  /** Forgets everything: the store is empty. */
  async reset(): Promise<void> {
    await this.restart([])
  }

  private apply(line: Line): void {
    if ('begin' in line) {
      for (const document of line.begin) this.unfinished.set(document, mergeLeaving(this.unfinished.get(document), line.leaving))
      return
    }
    if ('seal' in line) {
      this.seal = line.seal
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
      ...(this.seal === undefined ? [] : [{ seal: this.seal }]),
    ]
    await writeDurably(this.path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  }
}

/** Most lines say that a document is done; there are as many of them as documents, so they are read by hand. */
function readLine(text: string): Line | undefined {
  const value = parseJson(text)
  if (typeof value === 'object' && value !== null && 'done' in value && 'stamp' in value) {
    const { done, stamp } = value
    if (typeof done === 'string' && (stamp === null || typeof stamp === 'string')) return { done, stamp }
  }
  return lineSchema.safeParse(value).data
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
