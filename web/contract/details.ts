/** One thing or one line with everything that is said of it. */
import { z } from 'zod'
import { claimedTypes, conflictSchema, valuesSchema } from '../../cypher/model/index.ts'
import { sceneEdgeSchema, sceneNodeSchema } from './scene.ts'

/** One sentence that says something, with the document in which it stands. */
export const sourceSchema = z.object({
  claim: z.string(),
  quote: z.string(),
  document: z.object({
    id: z.string(),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    year: z.number().nullable(),
    published: z.string().nullable(),
    kind: z.string(),
  }),
  start: z.number().int(),
  end: z.number().int(),
  page: z.number().int().nullable(),
  rule: z.string(),
  confidence: z.number(),
  /** What this one sentence says. */
  said: valuesSchema,
})
export type Source = z.infer<typeof sourceSchema>

/** POST /api/sources {ids}: the sentences behind each of these relations, newest first; for tables that are taken away. */
export const sourcesRequestSchema = z.object({ ids: z.array(z.string()).min(1).max(2000) })
export const sourcesSchema = z.object({ sources: z.record(z.string(), z.array(sourceSchema)) })
export type Sources = z.infer<typeof sourcesSchema>

export const relatedSchema = z.object({
  edge: sceneEdgeSchema,
  other: sceneNodeSchema,
  direction: z.enum(['out', 'in', 'none']),
  basis: z.enum(['text', 'name', 'gazetteer']),
  conflicts: z.array(conflictSchema),
  /** Newest first. */
  sources: z.array(sourceSchema),
})
export type Related = z.infer<typeof relatedSchema>

/** GET /api/entity?id= */
export const entityDetailsSchema = z.object({
  node: sceneNodeSchema,
  /** Divisions from the widest down, with what the last step rests on. */
  place: z.array(z.object({ id: z.string(), name: z.string() })),
  firstYear: z.number().int().nullable(),
  lastYear: z.number().int().nullable(),
  facts: z.array(z.object({ key: z.string(), value: z.unknown(), sources: z.array(sourceSchema) })),
  conflicts: z.array(conflictSchema),
  /** `more`: relations of this type beyond those listed. */
  relations: z.array(z.object({ type: z.enum(claimedTypes), items: z.array(relatedSchema), more: z.number().int().optional() })),
})
export type EntityDetails = z.infer<typeof entityDetailsSchema>

/** GET /api/relation?id= */
export const relationDetailsSchema = z.object({
  edge: sceneEdgeSchema,
  from: sceneNodeSchema,
  to: sceneNodeSchema,
  basis: z.enum(['text', 'name', 'gazetteer']),
  conflicts: z.array(conflictSchema),
  sources: z.array(sourceSchema),
})
export type RelationDetails = z.infer<typeof relationDetailsSchema>
