/** What single sentences say: mentions of things, and claims about them. */
import { z } from 'zod'
import { spanSchema } from './document.ts'
import { entityLabels } from './labels.ts'
import { claimedTypes } from './relations.ts'

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
export const valuesSchema = z.record(z.string(), value)

/** A span that names something. `entity` is the id that the mention alone gives; `name` the fullest form that is certain. */
export const mentionSchema = spanSchema.extend({
  entity: z.string(),
  label: z.enum(entityLabels),
  name: z.string(),
  /** Other names under which the lexicon knows it. */
  aliases: z.array(z.string()),
  /** What the name itself says: kind, level, family. */
  attrs: valuesSchema,
})
export type Mention = z.infer<typeof mentionSchema>

const common = spanSchema.extend({
  /** Stable id of the rule, `family/short-reason`. */
  rule: z.string(),
})

export const relationClaimSchema = common.extend({
  kind: z.literal('relation'),
  type: z.enum(claimedTypes),
  subject: z.string(),
  object: z.string(),
  attrs: valuesSchema,
  basis: z.enum(['text', 'name', 'gazetteer']),
  /** Of a cooperation: which end is the local party. */
  local: z.enum(['subject', 'object']).optional(),
  /** A fact that a careful reader would hold for weak; lowers the confidence. */
  weak: z.boolean().optional(),
})
export type RelationClaim = z.infer<typeof relationClaimSchema>

export const statementSchema = common.extend({
  kind: z.literal('statement'),
  subject: z.string(),
  key: z.string(),
  value,
  approx: z.boolean().optional(),
  /** The upper end, where the text gives a range. */
  upper: z.number().optional(),
  /** The year that the sentence speaks of, for folding. */
  year: z.number().int().optional(),
})
export type Statement = z.infer<typeof statementSchema>

export const sameAsSchema = common.extend({ kind: z.literal('same-as'), subject: z.string(), object: z.string() })
export type SameAs = z.infer<typeof sameAsSchema>

/** Spans cover the whole sentence that says it. A claim never changes; it is replaced with its document. */
export const claimSchema = z.discriminatedUnion('kind', [relationClaimSchema, statementSchema, sameAsSchema])
export type Claim = z.infer<typeof claimSchema>
