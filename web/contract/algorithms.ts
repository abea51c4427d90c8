/** The network algorithms: what there are, and their answers. */
import { z } from 'zod'

const captionSchema = z.object({ zh: z.string(), en: z.string() })

export const algorithmParameterSchema = z.object({
  name: z.string(),
  kind: z.enum(['id', 'ids', 'number', 'boolean', 'choice', 'choices']),
  caption: captionSchema,
  required: z.boolean(),
  default: z.unknown(),
  choices: z.record(z.string(), captionSchema).optional(),
  least: z.number().optional(),
  most: z.number().optional(),
})

export const algorithmColumnSchema = z.object({
  name: z.string(),
  type: z.enum(['id', 'ids', 'label', 'text', 'texts', 'number', 'share']),
  caption: captionSchema,
})

export const algorithmSchema = z.object({
  name: z.string(),
  title: captionSchema,
  purpose: captionSchema,
  parameters: z.array(algorithmParameterSchema),
  columns: z.array(algorithmColumnSchema),
  limit: z.number().int(),
  /** What of a row can be shown on the map: a size of the thing named by `id`, or the number of its group. */
  shows: z.object({ as: z.enum(['size', 'group']), column: z.string() }).optional(),
})
export type Algorithm = z.infer<typeof algorithmSchema>

/** GET /api/algorithms */
export const algorithmsSchema = z.object({ algorithms: z.array(algorithmSchema) })
export type Algorithms = z.infer<typeof algorithmsSchema>

/** POST /api/algorithms/:name; the parameters are checked by the definition of the algorithm, which names the one that is wrong. */
export const algorithmRequestSchema = z.object({
  params: z.record(z.string(), z.unknown()).default({}),
  limit: z.number().int().min(1).max(20_000).optional(),
})

export const algorithmAnswerSchema = z.object({
  algorithm: z.string(),
  /** As it ran, with the usual values. */
  parameters: z.record(z.string(), z.unknown()),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())]))),
  limit: z.number().int(),
  limitHit: z.boolean(),
  /** Rows in all, where that is known. */
  total: z.number().int().nullable(),
  /** What was read: `edges` after folding, `leftOut` relations that the chosen part leaves out. */
  read: z.object({ nodes: z.number().int(), relations: z.number().int(), edges: z.number().int(), leftOut: z.number().int() }).nullable(),
  /** What must be known with the rows: that they are estimated, how many groups there are. */
  notes: z.array(captionSchema.extend({ code: z.string() })),
  milliseconds: z.number(),
})
export type AlgorithmAnswer = z.infer<typeof algorithmAnswerSchema>
