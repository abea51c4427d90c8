/** Nodes and lines as the canvas draws them. */
import { z } from 'zod'
import { claimedTypes, entityLabels, valuesSchema } from '../../cypher/model/index.ts'

export const sceneNodeSchema = z.object({
  id: z.string(),
  label: z.enum(entityLabels),
  name: z.string(),
  aliases: z.array(z.string()),
  attrs: valuesSchema,
  /** The district on whose ground it stands: the lowest county, city or province in which it is located. */
  district: z.string().nullable(),
  /** Name of that district, with its parent where the name alone is ambiguous. */
  districtName: z.string().nullable(),
  /** Local: it stands in a district for which some document speaks. Others are partners from outside. */
  local: z.boolean(),
  /** Relations in the whole store (without LOCATED_IN, PART_OF), so that "not yet drawn" can be told. */
  degree: z.number().int(),
  documents: z.number().int(),
})
export type SceneNode = z.infer<typeof sceneNodeSchema>

export const sceneEdgeSchema = z.object({
  id: z.string(),
  type: z.enum(claimedTypes),
  from: z.string(),
  to: z.string(),
  attrs: valuesSchema,
  documents: z.number().int(),
  confidence: z.number(),
  firstYear: z.number().int().optional(),
  lastYear: z.number().int().optional(),
})
export type SceneEdge = z.infer<typeof sceneEdgeSchema>

export const sceneSchema = z.object({ nodes: z.array(sceneNodeSchema), edges: z.array(sceneEdgeSchema) })
export type Scene = z.infer<typeof sceneSchema>

/** GET /api/overview: what is drawn first, and how much there is in all. */
export const overviewSchema = sceneSchema.extend({
  /** `members`: things grouped by district; `districts`: districts as bubbles with counted lines, where the members are too many. */
  mode: z.enum(['members', 'districts']),
  totals: z.object({ nodes: z.record(z.string(), z.number().int()), relations: z.record(z.string(), z.number().int()) }),
  /** Districts for which documents speak, with what has been read. */
  districts: z.array(
    z.object({ id: z.string(), name: z.string(), level: z.string(), parent: z.string().nullable(), documents: z.number().int() }),
  ),
})
export type Overview = z.infer<typeof overviewSchema>

/** GET /api/search?q=&limit=: grouped by kind, best first. */
export const searchResponseSchema = z.object({
  hits: z.array(sceneNodeSchema.extend({ matched: z.string().optional() })),
  /** Hits beyond the limit. */
  more: z.number().int(),
})
export type SearchResponse = z.infer<typeof searchResponseSchema>

/** GET /api/neighbours?id=&types=A,B&limit=: the neighbours by these relation types, with the lines to them. */
export const neighboursSchema = sceneSchema.extend({ more: z.number().int() })
export type Neighbours = z.infer<typeof neighboursSchema>

/** GET /api/neighbours/count?id= */
export const neighbourCountsSchema = z.object({
  counts: z.array(z.object({ type: z.enum(claimedTypes), label: z.enum(entityLabels), count: z.number().int() })),
})
export type NeighbourCounts = z.infer<typeof neighbourCountsSchema>

/** POST /api/nodes {ids}: nodes by id with every relation among them; for scenes, links and console results. */
export const nodesRequestSchema = z.object({ ids: z.array(z.string()).min(1).max(2000) })

/** GET /api/paths?a=&b=&hops=: all shortest paths as one scene, and each as the ids along it. */
export const pathsSchema = sceneSchema.extend({ paths: z.array(z.array(z.string())), limitHit: z.boolean() })
export type Paths = z.infer<typeof pathsSchema>
