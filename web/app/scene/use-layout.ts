/** Gives every drawn thing a place: the whole map when nothing has one, else newcomers around what they belong to. */
import { useCallback, useEffect, useRef } from 'react'
import type { Drawn, DrawnNode } from '../derive/elements.ts'
import { startLayoutClient, type LayoutClient } from '../layout/client.ts'
import type { LayoutInput } from '../layout/types.ts'
import { place, useView } from '../state/view.ts'
import { useDesk } from './desk.ts'
import { change } from './actions.ts'

/** Pixels of one character of a 12 px name; Latin letters take half. */
function labelWidth(text: string): number {
  return Array.from(text, (character) => (character > '\u2e7f' ? 12 : 7)).reduce((sum, width) => sum + width, 0)
}

function toInput(drawn: Drawn, fixedIds: (node: DrawnNode) => boolean, aspect: number): LayoutInput {
  const { positions } = useView.getState()
  return {
    nodes: drawn.nodes.map((node) => ({
      id: node.id,
      size: node.room,
      labelWidth: node.satellite || node.label === 'Program' ? 0 : labelWidth(node.short),
      // A bubble is laid out like the ground that it becomes when it is opened.
      ground: node.bubble ? node.id : node.ground,
      importance: node.importance,
      satellite: node.satellite || node.label === 'Program',
    })),
    edges: drawn.edges.map(({ from, to }) => ({ from, to })),
    fixed: drawn.nodes.flatMap((node) => {
      const at = positions.get(node.id)
      return at && fixedIds(node) ? [[node.id, at] as const] : []
    }),
    aspect,
  }
}

interface LayoutControls {
  /** Lays the whole map out again; pinned things stay. One step that can be undone. */
  readonly relayout: () => void
}

export function useLayout(drawn: Drawn, aspect: () => number, onPlaced: (isWhole: boolean) => void): LayoutControls {
  const client = useRef<LayoutClient | null>(null)
  const turn = useRef(0)
  useEffect(() => {
    const started = startLayoutClient()
    client.current = started
    return () => {
      started.close()
      client.current = null
    }
  }, [])
  useEffect(() => {
    const { positions } = useView.getState()
    const missing = drawn.nodes.filter((node) => !positions.has(node.id))
    if (missing.length === 0 || !client.current) return
    const known = new Set(drawn.nodes.filter((node) => positions.has(node.id)).map((node) => node.ground))
    // A ground that opens needs room of its own; anything else finds a place among what stays where it is.
    const isWhole = missing.length === drawn.nodes.length || missing.some((node) => node.ground !== null && !known.has(node.ground))
    turn.current += 1
    const mine = turn.current
    const input = toInput(drawn, (node) => (isWhole ? node.pinned : positions.has(node.id)), aspect())
    client.current.run(isWhole ? 'grouped' : 'around', input).then(
      (placed) => {
        if (mine !== turn.current) return
        useView.setState((view) => place(view, placed))
        onPlaced(isWhole)
      },
      (fault: unknown) => useDesk.setState({ fault }),
    )
    // The callbacks read the page as it is when the layout comes back; only the drawn things ask for a new one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [drawn])
  const relayout = useCallback(() => {
    turn.current += 1
    client.current
      ?.run(
        'grouped',
        toInput(drawn, (node) => node.pinned, aspect()),
      )
      .then(
        (placed) => {
          change('layout', (view) => place(view, placed))
          onPlaced(true)
        },
        (fault: unknown) => useDesk.setState({ fault }),
      )
    // oxlint-disable-next-line react/exhaustive-deps
  }, [drawn])
  return { relayout }
}
