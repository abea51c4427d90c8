/** Gold annotations: their schema, and reading them from a folder (one JSON a document, merge.json for the set). */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { claimedTypes, entityLabels } from '../../cypher/model/index.ts'

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
const values = z.record(z.string(), value)
/** Other right values of an attribute; null: it may be absent. */
const alternatives = z.record(z.string(), z.array(value.nullable()))
/** Absent means true: demanded. False is neither demanded nor punished. */
const core = z.boolean().default(true)

const goldEntitySchema = z.object({
  id: z.string(),
  type: z.enum(entityLabels),
  name: z.string(),
  accept: z.array(z.string()).default([]),
  mentions: z.array(z.string()).default([]),
  attrs: values.default({}),
  attrs_alt: alternatives.default({}),
  core,
})

const goldRelationSchema = z.object({
  type: z.enum(claimedTypes),
  from: z.string(),
  to: z.string(),
  attrs: values.default({}),
  attrs_alt: alternatives.default({}),
  /** Other pairs of ends that state the same fact as well. */
  alt: z.array(z.tuple([z.string(), z.string()])).default([]),
  quotes: z.array(z.string()).default([]),
  core,
})

/** What must not be output; with a status: not with that status. */
const forbiddenSchema = z.object({
  type: z.enum(claimedTypes),
  from: z.string(),
  to: z.string(),
  status: z.string().optional(),
  why: z.string().optional(),
})

export const goldSchema = z.object({
  doc: z.string(),
  publisher: z.string().nullable().default(null),
  year: z.number().nullable().default(null),
  home: z.array(z.string()).default([]),
  entities: z.array(goldEntitySchema),
  relations: z.array(goldRelationSchema),
  forbidden: z.array(forbiddenSchema).default([]),
  forbidden_types: z.array(z.string()).default([]),
})
export type Gold = z.infer<typeof goldSchema>
export type GoldEntity = z.infer<typeof goldEntitySchema>
export type GoldRelation = z.infer<typeof goldRelationSchema>
export type GoldValue = z.infer<typeof value>

/** Document and gold id. */
const reference = z.tuple([z.string(), z.string()])
export const mergeSchema = z.object({
  same: z.array(z.object({ members: z.array(reference) })).default([]),
  different: z.array(z.object({ pair: z.tuple([reference, reference]) })).default([]),
})
export type Merge = z.infer<typeof mergeSchema>
export type GoldReference = z.infer<typeof reference>

/** The file a gold or a citation speaks of, without folders and without what follows the last dot. */
export function documentStem(path: string): string {
  const name = basename(path)
  const dot = name.lastIndexOf('.')
  return dot === -1 ? name : name.slice(0, dot)
}

function parseFile<T>(path: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (result.success) return result.data
  throw new Error(`${path}: ${z.prettifyError(result.error)}`)
}

/**
 * Every gold file of a folder in order of name, and its merge.json if there is one.
 * Throws with the file's path where one is not valid.
 */
export function readGold(folder: string): { golds: Gold[]; merge?: Merge } {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
  const golds = files.filter((file) => file !== 'merge.json').map((file) => parseFile(join(folder, file), goldSchema))
  if (!files.includes('merge.json')) return { golds }
  return { golds, merge: parseFile(join(folder, 'merge.json'), mergeSchema) }
}
