/** District × initiative family. */
import { z } from 'zod'
import { families, participationStatuses } from '../../cypher/model/index.ts'
import { sourceSchema } from './details.ts'

export const familySchema = z.enum(Object.keys(families) as [keyof typeof families, ...(keyof typeof families)[]])
export const participationStatusSchema = z.enum(
  Object.keys(participationStatuses) as [keyof typeof participationStatuses, ...(keyof typeof participationStatuses)[]],
)

/** GET /api/initiatives/matrix?level=: a cell that is missing is 0 for a district that has been read. */
export const matrixSchema = z.object({
  districts: z.array(z.object({ id: z.string(), name: z.string(), documents: z.number().int(), years: z.array(z.number().int()) })),
  families: z.array(z.object({ family: familySchema, districts: z.number().int(), programs: z.number().int() })),
  cells: z.array(
    z.object({
      district: z.string(),
      family: familySchema,
      programs: z.number().int(),
      statuses: z.array(participationStatusSchema),
      firstYear: z.number().int().nullable(),
    }),
  ),
})
export type Matrix = z.infer<typeof matrixSchema>

/** GET /api/initiatives/cell?district=&family= */
export const cellSchema = z.object({
  programs: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Who takes part: the district itself, or one of its hospitals or bodies. */
      party: z.object({ id: z.string(), name: z.string() }),
      status: participationStatusSchema.nullable(),
      role: z.string().nullable(),
      firstYear: z.number().int().nullable(),
      lastYear: z.number().int().nullable(),
      relation: z.string(),
      sources: z.array(sourceSchema),
    }),
  ),
})
export type Cell = z.infer<typeof cellSchema>

/** GET /api/initiatives/compare?a=&b=: one row a program; a null status means that its district's texts do not name it. */
export const comparisonSchema = z.object({
  rows: z.array(
    z.object({
      family: familySchema,
      program: z.object({ id: z.string(), name: z.string() }),
      a: z.object({ status: participationStatusSchema.nullable(), year: z.number().int().nullable() }).nullable(),
      b: z.object({ status: participationStatusSchema.nullable(), year: z.number().int().nullable() }).nullable(),
    }),
  ),
})
export type Comparison = z.infer<typeof comparisonSchema>
