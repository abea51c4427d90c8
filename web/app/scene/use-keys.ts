/** Keys of the graph page; none of them acts while someone types in a field or a dialog is open. */
import { useEffect, type RefObject } from 'react'
import type { Canvas } from '../canvas/start.ts'
import { nothing, useSelection } from '../state/selection.ts'
import { hide } from '../state/view.ts'
import { attempt, change, redoStep, toggleExpansion, undoStep } from './actions.ts'
import { useDesk } from './desk.ts'

interface Keyed {
  readonly canvas: RefObject<Canvas | null>
  readonly search: RefObject<HTMLInputElement | null>
}

function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="menu"], [role="dialog"]') !== null
}

function isOnControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary, [role="tab"], [role="separator"]') !== null
}

function clear(): void {
  const { pathFrom, paths } = useDesk.getState()
  if (pathFrom !== null) useDesk.setState({ pathFrom: null })
  else if (paths) useDesk.setState({ paths: null })
  else useSelection.setState(nothing, true)
}

function openMenu(canvas: Canvas | null): void {
  const id = useSelection.getState().nodes.at(-1)
  if (id === undefined) return
  const at = canvas?.pointOf(id) ?? { x: window.innerWidth / 2, y: window.innerHeight / 3 }
  useDesk.setState({ menu: { target: { kind: 'node', id }, at } })
}

function expandSelected(): void {
  const id = useSelection.getState().nodes.at(-1)
  if (id !== undefined) attempt(toggleExpansion(id))
}

function hideSelected(): void {
  const { nodes } = useSelection.getState()
  if (nodes.length === 0) return
  change('hide', (view) => hide(view, nodes))
  useSelection.setState(nothing, true)
}

type Act = (keyed: Keyed) => void

const PLAIN: Readonly<Record<string, Act>> = {
  '/': ({ search }) => search.current?.focus(),
  f: ({ canvas }) => canvas.current?.fit(),
  F: ({ canvas }) => canvas.current?.fit(),
  '+': ({ canvas }) => canvas.current?.zoomBy(1.25),
  '=': ({ canvas }) => canvas.current?.zoomBy(1.25),
  '-': ({ canvas }) => canvas.current?.zoomBy(1 / 1.25),
  l: () => useDesk.setState(({ isListOpen }) => ({ isListOpen: !isListOpen })),
  L: () => useDesk.setState(({ isListOpen }) => ({ isListOpen: !isListOpen })),
  '?': () => useDesk.setState({ areKeysOpen: true }),
  Escape: clear,
  Delete: hideSelected,
  Backspace: hideSelected,
}

function actOf(event: KeyboardEvent): Act | undefined {
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() === 'z') return event.shiftKey ? redoStep : undoStep
    return event.key.toLowerCase() === 'y' ? redoStep : undefined
  }
  if (event.altKey) return undefined
  if ((event.key === 'F10' && event.shiftKey) || event.key === 'ContextMenu') return ({ canvas }) => openMenu(canvas.current)
  if (event.key === 'Enter') return isOnControl(event.target) ? undefined : expandSelected
  return PLAIN[event.key]
}

export function useKeys(keyed: Keyed): void {
  const { canvas, search } = keyed
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isElsewhere(event.target)) return
      const act = actOf(event)
      if (!act) return
      event.preventDefault()
      act({ canvas, search })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [canvas, search])
}
