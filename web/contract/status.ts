/** What the server is doing, and how it says that something failed. */
import { z } from 'zod'
import { problemSchema } from '../../cypher/model/index.ts'

/** Every failed request answers with this. */
export const apiErrorSchema = z.object({
  code: z.string(),
  message: z.object({ zh: z.string(), en: z.string() }),
  hint: z.object({ zh: z.string(), en: z.string() }).optional(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
})
export type ApiErrorBody = z.infer<typeof apiErrorSchema>

export const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(['read']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number().int(),
  total: z.number().int(),
  current: z.string().nullable(),
  problems: z.array(z.object({ path: z.string(), problems: z.array(problemSchema) })),
})
export type Job = z.infer<typeof jobSchema>

/** GET /api/status; GET /api/events sends the same as server-sent events while a job runs. */
export const statusSchema = z.object({ store: z.enum(['embedded', 'neo4j']), documents: z.number().int(), job: jobSchema.nullable() })
export type Status = z.infer<typeof statusSchema>
