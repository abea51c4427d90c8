/** A source text and what reading could not do with it. */
import { z } from 'zod'
import { documentKinds, districtLevels } from './labels.ts'

/** Half-open UTF-16 offsets into `Document.text`; `text.slice(start, end)` is the quote. */
export const spanSchema = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
export type Span = z.infer<typeof spanSchema>

/** Something that a person should know about a file; `code` is a stable word such as `read.mojibake`. */
export const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  start: z.number().int().nonnegative().optional(),
  end: z.number().int().nonnegative().optional(),
})
export type Problem = z.infer<typeof problemSchema>

/** One step of a chain of divisions. `id` is the District's entity id. */
export const placeSchema = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(Object.keys(districtLevels) as [keyof typeof districtLevels, ...(keyof typeof districtLevels)[]]),
  adcode: z.string().optional(),
  masked: z.boolean().optional(),
})
export type Place = z.infer<typeof placeSchema>

export const documentSchema = z.object({
  /** SHA-256 of the bytes, hex. */
  id: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  /** The year that the text is about. */
  year: z.number().int().nullable(),
  kind: z.enum(Object.keys(documentKinds) as [keyof typeof documentKinds, ...(keyof typeof documentKinds)[]]),
  published: z.string().nullable(),
  url: z.string().nullable(),
  source: z.string().nullable(),
  /** Widest division first; empty when the text gives none. */
  home: z.array(placeSchema),
  /** The hospital that speaks (我院), by entity id, where there is one. */
  speaker: z.string().nullable(),
  text: z.string(),
  /** For a paged format: `pages[i]` is the offset at which page i + 1 begins. */
  pages: z.array(z.number().int()).optional(),
  problems: z.array(problemSchema),
})
export type Document = z.infer<typeof documentSchema>
