/** Agreements, memberships and works by year. */
import { z } from 'zod'
import { sceneSchema } from './scene.ts'

/** GET /api/timeline: lines that a text gives a year, latest first, with the things at their ends. */
export const timelineSchema = sceneSchema.extend({
  /** Lines of the same types without a year. */
  undated: z.number().int(),
  /** Whether the store holds more that are dated. */
  limitHit: z.boolean(),
})
export type Timeline = z.infer<typeof timelineSchema>
