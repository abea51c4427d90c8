/** The Cypher console. */
import { z } from 'zod'
import type { GraphValue } from '../../cypher/model/index.ts'
import { sceneSchema } from './scene.ts'

/** POST /api/cypher */
export const cypherRequestSchema = z.object({
  query: z.string().min(1).max(20_000),
  params: z.record(z.string(), z.unknown()).default({}),
  limit: z.number().int().min(1).max(5000).optional(),
})

/** Graph values are checked by the store; the contract carries them as they are. */
export const cypherResponseSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.custom<GraphValue>())),
  limitHit: z.boolean(),
  limit: z.number().int(),
  milliseconds: z.number(),
  /** Domain nodes and relations among the values, ready to be added to the scene. */
  scene: sceneSchema,
})
export type CypherResponse = z.infer<typeof cypherResponseSchema>

export const faultSchema = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
})

/** POST /api/cypher/explain {query} */
export const explainResponseSchema = z.object({ faults: z.array(faultSchema), readOnly: z.boolean(), plan: z.string().optional() })
export type ExplainResponse = z.infer<typeof explainResponseSchema>

/** GET /api/queries: the named questions. */
export const namedQuerySchema = z.object({
  name: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  cypher: z.string(),
  params: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      default: z.unknown(),
      caption: z.object({ zh: z.string(), en: z.string() }),
      required: z.boolean().optional(),
    }),
  ),
})
export const namedQueriesSchema = z.object({ queries: z.array(namedQuerySchema) })
export type NamedQuery = z.infer<typeof namedQuerySchema>
