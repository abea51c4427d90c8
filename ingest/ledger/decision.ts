/** What people decided: events that outlive re-reading the documents. The last word on a thing holds. */
import { z } from 'zod'
import { valuesSchema } from '../../cypher/model/index.ts'

const common = z.object({
  /** ISO time at which it was decided. */
  at: z.string(),
  note: z.string().optional(),
})

export const decisionSchema = z.discriminatedUnion('kind', [
  common.extend({ kind: z.literal('same'), a: z.string(), b: z.string() }),
  common.extend({ kind: z.literal('different'), a: z.string(), b: z.string() }),
  /** Corrected attributes of an entity or a relation. */
  common.extend({ kind: z.literal('correct'), target: z.string(), attrs: valuesSchema }),
])
export type Decision = z.infer<typeof decisionSchema>
