/** What the ledger keeps of one document: everything that reading found, whole. */
import { z } from 'zod'
import { claimSchema, documentSchema, mentionSchema, problemSchema } from '../../cypher/model/index.ts'

/** Grows when a record of an older version cannot be understood any more; such records are read again from their bytes. */
export const RECORD_FORMAT = 1

/** What a document was read with; a document whose bytes and engine have not changed is not read again. */
export const engineSchema = z.object({
  segmenter: z.string(),
  /** SHA-256 over the seeds' words and rules. */
  lexicon: z.string(),
  /** Version of the reading code. */
  code: z.string(),
})
export type Engine = z.infer<typeof engineSchema>

export const documentRecordSchema = z.object({
  format: z.literal(RECORD_FORMAT),
  document: documentSchema,
  /** Every path at which these bytes were seen, oldest first. */
  paths: z.array(z.string()).min(1),
  mentions: z.array(mentionSchema),
  claims: z.array(claimSchema),
  /** What the stages after reading could not do. */
  problems: z.array(problemSchema),
  engine: engineSchema,
})
export type DocumentRecord = z.infer<typeof documentRecordSchema>

/** Whether two engines read alike. */
export function isSameEngine(a: Engine, b: Engine): boolean {
  return a.segmenter === b.segmenter && a.lexicon === b.lexicon && a.code === b.code
}
