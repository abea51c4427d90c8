/** What is selected: things in the order in which they were chosen, or one line. */
import { create } from 'zustand'

export interface Selection {
  readonly nodes: readonly string[]
  readonly edge: string | null
}

export const nothing: Selection = { nodes: [], edge: null }

export function selectNode(id: string): Selection {
  return { nodes: [id], edge: null }
}

export function selectNodes(ids: readonly string[]): Selection {
  return { nodes: ids, edge: null }
}

export function selectEdge(id: string): Selection {
  return { nodes: [], edge: id }
}

/** Adds a thing to the selection, or takes it out again. */
export function toggleNode(selection: Selection, id: string): Selection {
  const isIn = selection.nodes.includes(id)
  return { nodes: isIn ? selection.nodes.filter((other) => other !== id) : [...selection.nodes, id], edge: null }
}

export const useSelection = create<Selection>(() => nothing)
