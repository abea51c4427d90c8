/** What is worked out on the thread beside the server's, and its answers: plain numbers only. */
import { findBetweenness, type Betweenness } from './betweenness.ts'
import { findCommunities, findComponents, type CommunityOptions, type Groups } from './communities.ts'
import type { FoldedGraph } from './folded-graph.ts'
import { projectShared, type Projection, type ProjectionTask } from './projection.ts'
import { findReach, type Reached } from './reach.ts'

export interface Tasks {
  readonly betweenness: { readonly given: { readonly graph: FoldedGraph; readonly sources: Int32Array }; readonly gives: Betweenness }
  readonly communities: { readonly given: { readonly graph: FoldedGraph } & CommunityOptions; readonly gives: Groups }
  readonly components: { readonly given: { readonly graph: FoldedGraph }; readonly gives: Groups }
  readonly reach: {
    readonly given: { readonly graph: FoldedGraph; readonly source: number; readonly hops: number }
    readonly gives: Reached
  }
  readonly projection: { readonly given: ProjectionTask; readonly gives: Projection }
}
export type TaskName = keyof Tasks

export interface TaskRequest<K extends TaskName = TaskName> {
  readonly task: K
  readonly given: Tasks[K]['given']
}

const kernels: { readonly [K in TaskName]: (given: Tasks[K]['given']) => Tasks[K]['gives'] } = {
  betweenness: ({ graph, sources }) => findBetweenness(graph, sources),
  communities: ({ graph, ...options }) => findCommunities(graph, options),
  components: ({ graph }) => findComponents(graph),
  reach: ({ graph, source, hops }) => findReach(graph, source, hops),
  projection: projectShared,
}

/** Works a task out, on whatever thread it is called. */
export function workOut<K extends TaskName>({ task, given }: TaskRequest<K>): Tasks[K]['gives'] {
  return kernels[task](given)
}
