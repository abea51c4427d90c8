/** What has been fetched: things and lines by id, and how much there is in all. Nothing here says what is drawn. */
import { create } from 'zustand'
import type { Overview, Scene, SceneEdge, SceneNode } from '../../contract/index.ts'

export interface GraphData {
  readonly nodes: ReadonlyMap<string, SceneNode>
  readonly edges: ReadonlyMap<string, SceneEdge>
  readonly mode: Overview['mode']
  readonly totals: Overview['totals']
  readonly districts: Overview['districts']
}

export const emptyGraph: GraphData = {
  nodes: new Map(),
  edges: new Map(),
  mode: 'members',
  totals: { nodes: {}, relations: {} },
  districts: [],
}

/** Adds what a scene brings; a thing that is known already is replaced by what came last. */
export function mergeScene(graph: GraphData, scene: Scene): GraphData {
  if (scene.nodes.length === 0 && scene.edges.length === 0) return graph
  const nodes = new Map(graph.nodes)
  const edges = new Map(graph.edges)
  for (const node of scene.nodes) nodes.set(node.id, node)
  for (const edge of scene.edges) edges.set(edge.id, edge)
  return { ...graph, nodes, edges }
}

/** The graph as the overview gives it; what was fetched before is dropped, since the store may have changed. */
export function openOverview(overview: Overview): GraphData {
  const { mode, totals, districts } = overview
  return mergeScene({ ...emptyGraph, mode, totals, districts }, overview)
}

export const useGraph = create<GraphData>(() => emptyGraph)
