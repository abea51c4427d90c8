/** What a person can do to the scene: each action asks the server where it must, notes the step, and changes the view. */
import type { ClaimedType } from '../../../cypher/model/index.ts'
import { api } from '../api.ts'
import type { Scene } from '../../contract/index.ts'
import { countMembers } from '../derive/elements.ts'
import { mergeScene, openOverview, useGraph } from '../state/graph.ts'
import { noHistory, record, redo, undo, useHistory, type StepName } from '../state/history.ts'
import { selectNode, useSelection } from '../state/selection.ts'
import { addMembers, collapse, expand, firstView, useView, type ViewState } from '../state/view.ts'
import { say, useDesk, type TypeCount } from './desk.ts'

/** More neighbours than this are not added at once: the person chooses by type. */
export const MANY_NEIGHBOURS = 60
/** Neighbours fetched by one expansion; the rest is told. */
const NEIGHBOUR_LIMIT = 500
/** Things of one request for the lines among them; the server's own limit. */
const NODES_LIMIT = 2000

/** Changes the view as one step that can be undone; a producer that changes nothing leaves no step. */
export function change(name: StepName, produce: (view: ViewState) => ViewState): void {
  const before = useView.getState()
  const after = produce(before)
  if (after === before) return
  useHistory.setState((history) => record(history, name, before))
  useView.setState(after)
}

export function undoStep(): void {
  const result = undo(useHistory.getState(), useView.getState())
  if (!result) return
  useHistory.setState(result.history)
  useView.setState(result.view)
}

export function redoStep(): void {
  const result = redo(useHistory.getState(), useView.getState())
  if (!result) return
  useHistory.setState(result.history)
  useView.setState(result.view)
}

/** Fetches the overview and starts the scene with it. Throws ApiError. */
export async function openScene(signal: AbortSignal): Promise<void> {
  const overview = await api.overview({}, signal)
  useGraph.setState(openOverview(overview), true)
  useView.setState(
    addMembers(
      firstView,
      overview.nodes.map((node) => node.id),
    ),
    true,
  )
  useHistory.setState(noHistory, true)
}

/** Runs an action of the pointer or keyboard; what fails is shown on the page in the server's words. */
export function attempt(action: Promise<unknown>): void {
  useDesk.setState({ fault: null })
  action.catch((fault: unknown) => useDesk.setState({ fault }))
}

/** Takes a scene into the graph, with the lines between the newcomers and what is there already. */
async function takeIn(scene: Scene): Promise<void> {
  useGraph.setState((graph) => mergeScene(graph, scene))
  const ids = [...new Set([...useView.getState().members, ...scene.nodes.map((node) => node.id)])]
  if (ids.length > NODES_LIMIT || scene.nodes.length === 0) return
  const among = await api.nodes(ids)
  useGraph.setState((graph) => mergeScene(graph, { nodes: [], edges: among.edges }))
}

/** Relations of a thing, by type and kind of the other end, of which the other end is not in the scene. */
export async function countUndrawn(id: string, signal?: AbortSignal): Promise<TypeCount[]> {
  const { counts } = await api.neighbourCounts(id, signal)
  const { nodes, edges } = useGraph.getState()
  const { members } = useView.getState()
  const drawn = new Map<string, Set<string>>()
  for (const edge of edges.values()) {
    if (edge.from !== id && edge.to !== id) continue
    const other = nodes.get(edge.from === id ? edge.to : edge.from)
    if (!other || !members.has(other.id)) continue
    const key = `${edge.type} ${other.label}`
    drawn.set(key, (drawn.get(key) ?? new Set()).add(edge.id))
  }
  return counts
    .map((row) => ({ ...row, count: row.count - (drawn.get(`${row.type} ${row.label}`)?.size ?? 0) }))
    .filter((row) => row.count > 0 && row.type !== 'PART_OF')
}

/** Expands by the given relation types and kinds; says how many came and how many were left. */
export async function expandBy(id: string, rows: readonly TypeCount[]): Promise<void> {
  if (rows.length === 0) {
    say('addedNone')
    return
  }
  const types = [...new Set(rows.map((row) => row.type))].join(',')
  const wanted = new Set(rows.map((row) => row.label))
  const answer = await api.neighbours({ id, types, limit: NEIGHBOUR_LIMIT })
  const nodes = answer.nodes.filter((node) => node.id === id || wanted.has(node.label))
  const kept = new Set(nodes.map((node) => node.id))
  await takeIn({ nodes, edges: answer.edges.filter((edge) => kept.has(edge.from) && kept.has(edge.to)) })
  const before = useView.getState().members
  const fresh = nodes.filter((node) => !before.has(node.id))
  const shownKinds = new Set(fresh.map((node) => node.label))
  change('expand', (view) => ({
    ...expand(
      view,
      id,
      fresh.map((node) => node.id),
    ),
    // What someone expands must be seen, although its kind was off.
    hiddenKinds: new Set([...view.hiddenKinds].filter((kind) => !shownKinds.has(kind))),
  }))
  if (answer.more > 0) say('left', { count: answer.more })
  else say('added', { count: fresh.length })
}

function isBubble(id: string): boolean {
  const { mode, nodes } = useGraph.getState()
  return mode === 'districts' && nodes.get(id)?.label === 'District'
}

/** Double-click: expands what is not drawn yet, or collapses what an expansion brought; many neighbours are asked about first. */
export async function toggleExpansion(id: string): Promise<void> {
  if (useView.getState().expansions.has(id)) {
    change('collapse', (view) => collapse(view, id))
    return
  }
  if (isBubble(id)) {
    await openBubble(id)
    return
  }
  const rows = (await countUndrawn(id)).filter((row) => row.type !== 'LOCATED_IN')
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  if (total > MANY_NEIGHBOURS) useDesk.setState({ choosing: { id, counts: rows } })
  else await expandBy(id, rows)
}

/** What stands in a district itself, and the districts below it in which something stands, with their counted lines. */
async function fetchInside(id: string): Promise<Scene & { more: number }> {
  const [located, below] = await Promise.all([
    api.neighbours({ id, types: 'LOCATED_IN' satisfies ClaimedType, limit: NEIGHBOUR_LIMIT }),
    api.overview({ within: id }),
  ])
  const inhabited = below.nodes.filter((node) => node.id !== id && countMembers(node) > 0)
  return { nodes: [...located.nodes.filter((node) => node.id !== id), ...inhabited], edges: below.edges, more: located.more }
}

/** A district of the country-wide map gives its place to its members. */
async function openBubble(id: string): Promise<void> {
  const { more, ...inside } = await fetchInside(id)
  if (inside.nodes.length === 0) {
    say('addedNone')
    return
  }
  await takeIn(inside)
  const ids = inside.nodes.map((node) => node.id)
  change('expand', (view) => expand(view, id, ids))
  say(more > 0 ? 'left' : 'added', { count: more > 0 ? more : ids.length })
}

/** Puts things into the scene by id, fetching those that are not known. Gives whether all were found. */
export async function addToScene(ids: readonly string[]): Promise<boolean> {
  const { nodes } = useGraph.getState()
  const { members, hidden, hiddenKinds } = useView.getState()
  if (ids.some((id) => !nodes.has(id) || !members.has(id))) await takeIn(await api.nodes(ids))
  const found = ids.filter((id) => useGraph.getState().nodes.has(id))
  const kinds = new Set(found.map((id) => useGraph.getState().nodes.get(id)?.label))
  const isNews = found.some((id) => !members.has(id) || hidden.has(id)) || [...hiddenKinds].some((kind) => kinds.has(kind))
  if (isNews)
    change('add', (view) => ({
      ...addMembers(view, found, true),
      hiddenKinds: new Set([...view.hiddenKinds].filter((kind) => !kinds.has(kind))),
    }))
  else if (found.length > 0) useView.setState((view) => addMembers(view, found, true))
  return found.length === ids.length
}

/** Search hit or link: puts the thing into the scene and selects it. */
export async function goTo(id: string): Promise<void> {
  const isFound = await addToScene([id])
  if (isFound) useSelection.setState(selectNode(id), true)
  else say('notInStore')
}

/** All shortest paths between two things, added to the scene and marked. */
export async function findPaths(a: string, b: string): Promise<void> {
  useDesk.setState({ pathFrom: null })
  const { paths, limitHit, ...scene } = await api.paths({ a, b, hops: 6 })
  await takeIn(scene)
  if (scene.nodes.length > 0) await addToScene(scene.nodes.map((node) => node.id))
  useDesk.setState({ paths: { a, b, paths, limitHit } })
}

/** Initiatives are not part of the overview: the first time they are asked for, those of the districts that have been read come in. */
export async function fetchPrograms(): Promise<void> {
  say('loadPrograms')
  const { districts } = useGraph.getState()
  let more = 0
  const before = useView.getState().members
  const fresh = new Set<string>()
  for (const district of districts) {
    const answer = await api.neighbours({ id: district.id, types: 'PARTICIPATES_IN' satisfies ClaimedType, limit: NEIGHBOUR_LIMIT })
    useGraph.setState((graph) => mergeScene(graph, answer))
    for (const node of answer.nodes) if (!before.has(node.id)) fresh.add(node.id)
    more += answer.more
  }
  await takeIn({ nodes: [...fresh].flatMap((id) => useGraph.getState().nodes.get(id) ?? []), edges: [] })
  change('filter', (view) => ({
    ...addMembers(view, [...fresh]),
    hiddenKinds: new Set([...view.hiddenKinds].filter((kind) => kind !== 'Program')),
  }))
  say(more > 0 ? 'left' : 'added', { count: more > 0 ? more : fresh.size })
}
