/** Works of the whole store, each with who builds it. */
import { z } from 'zod'
import { sceneNodeSchema } from './scene.ts'

/** GET /api/projects: in order of id. */
export const projectsSchema = z.object({
  projects: z.array(
    z.object({
      node: sceneNodeSchema,
      owners: z.array(z.object({ id: z.string(), name: z.string(), label: sceneNodeSchema.shape.label })),
      /** Documents differ about an attribute. */
      isDisputed: z.boolean(),
    }),
  ),
  /** Whether the store holds more. */
  limitHit: z.boolean(),
})
export type Projects = z.infer<typeof projectsSchema>
