/** What has been read, and one text with every fact in it. */
import { z } from 'zod'
import { entityLabels, problemSchema } from '../../cypher/model/index.ts'

export const documentSummarySchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  year: z.number().nullable(),
  kind: z.string(),
  published: z.string().nullable(),
  url: z.string().nullable(),
  path: z.string(),
  home: z.array(z.string()),
  characters: z.number().int(),
  claims: z.number().int(),
  problems: z.array(problemSchema),
})
export type DocumentSummary = z.infer<typeof documentSummarySchema>

/** GET /api/documents */
export const documentsSchema = z.object({ documents: z.array(documentSummarySchema) })

/** GET /api/document?id=: the text, and every span in it that names or says something. */
export const documentTextSchema = z.object({
  document: documentSummarySchema,
  text: z.string(),
  /** Spans of claims; `target` is the relation or entity that the claim is about, `label` gives the colour. */
  claims: z.array(
    z.object({
      claim: z.string(),
      start: z.number().int(),
      end: z.number().int(),
      target: z.string(),
      label: z.enum(entityLabels),
      caption: z.string(),
      rule: z.string(),
    }),
  ),
})
export type DocumentText = z.infer<typeof documentTextSchema>
