/** The folded graph: entities and relations with their evidence. `extract` prints exactly this shape. */
import { z } from 'zod'
import { valuesSchema } from './claim.ts'
import { problemSchema } from './document.ts'
import { documentKinds, entityLabels, labelAttributes } from './labels.ts'
import { claimedTypes, relationAttributes } from './relations.ts'

/** A place in a document: the path (or id) of the document, a half-open span, and the text that stands there. */
export const citationSchema = z.object({ document: z.string(), start: z.number().int(), end: z.number().int(), text: z.string() })
export type Citation = z.infer<typeof citationSchema>

export const evidenceSchema = citationSchema.extend({
  rule: z.string(),
  attrs: valuesSchema,
  local: z.enum(['subject', 'object']).optional(),
  confidence: z.number(),
})
export type Evidence = z.infer<typeof evidenceSchema>

export const statedSchema = citationSchema.extend({
  key: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  rule: z.string(),
  approx: z.boolean().optional(),
})
export type Stated = z.infer<typeof statedSchema>

/** Values of one attribute that documents of one year disagree on. */
export const conflictSchema = z.object({
  key: z.string(),
  values: z.array(z.object({ value: z.unknown(), documents: z.array(z.string()) })),
})
export type Conflict = z.infer<typeof conflictSchema>

export const entitySchema = z.object({
  id: z.string(),
  label: z.enum(entityLabels),
  name: z.string(),
  aliases: z.array(z.string()),
  attrs: valuesSchema,
  statements: z.array(statedSchema),
  mentions: z.array(citationSchema),
  /** Number of documents that name it. */
  documents: z.number().int(),
  firstYear: z.number().int().optional(),
  lastYear: z.number().int().optional(),
  conflicts: z.array(conflictSchema).optional(),
  /** Ids that were united into this one, with why; empty for most. */
  united: z.array(z.object({ id: z.string(), reason: z.string() })).optional(),
})
export type Entity = z.infer<typeof entitySchema>

export const relationSchema = z.object({
  id: z.string(),
  type: z.enum(claimedTypes),
  from: z.string(),
  to: z.string(),
  basis: z.enum(['text', 'name', 'gazetteer']),
  attrs: valuesSchema,
  /** Number of independent documents that state it. */
  documents: z.number().int(),
  confidence: z.number(),
  firstYear: z.number().int().optional(),
  lastYear: z.number().int().optional(),
  conflicts: z.array(conflictSchema).optional(),
  evidence: z.array(evidenceSchema),
})
export type Relation = z.infer<typeof relationSchema>

export const extractedDocumentSchema = z.object({
  id: z.string(),
  path: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  year: z.number().nullable(),
  kind: z.enum(Object.keys(documentKinds) as [keyof typeof documentKinds, ...(keyof typeof documentKinds)[]]),
  published: z.string().nullable(),
  url: z.string().nullable(),
  home: z.array(z.string()),
  characters: z.number().int(),
  problems: z.array(problemSchema),
})
export type ExtractedDocument = z.infer<typeof extractedDocumentSchema>

/** What `npm run extract` prints. */
export const extractionSchema = z.object({
  documents: z.array(extractedDocumentSchema),
  entities: z.array(entitySchema),
  relations: z.array(relationSchema),
})
export type Extraction = z.infer<typeof extractionSchema>

/** Checks the attributes of an entity against the model; gives what is wrong, in words, or nothing. */
export function entityFaults(entity: Pick<Entity, 'label' | 'attrs'>): string[] {
  const result = labelAttributes[entity.label].safeParse(entity.attrs)
  return result.success ? [] : result.error.issues.map((issue) => `${entity.label}.${issue.path.join('.')}: ${issue.message}`)
}

/** Checks the attributes of a relation against the model; gives what is wrong, in words, or nothing. */
export function relationFaults(relation: Pick<Relation, 'type' | 'attrs'>): string[] {
  const result = relationAttributes[relation.type].safeParse(relation.attrs)
  return result.success ? [] : result.error.issues.map((issue) => `${relation.type}.${issue.path.join('.')}: ${issue.message}`)
}
