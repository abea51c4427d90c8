/** What the canvas's gestures mean for the stores. */
import type { CanvasEvents } from '../canvas/gestures.ts'
import { nothing, selectEdge, selectNode, selectNodes, toggleNode, useSelection } from '../state/selection.ts'
import { pin, place } from '../state/view.ts'
import { attempt, change, findPaths, toggleExpansion } from './actions.ts'
import { useDesk } from './desk.ts'

export const canvasEvents: CanvasEvents = {
  onSelect: (target, isAdding) => {
    const { pathFrom } = useDesk.getState()
    if (target.kind === 'node' && pathFrom !== null && pathFrom !== target.id) attempt(findPaths(pathFrom, target.id))
    else if (target.kind === 'node') useSelection.setState((now) => (isAdding ? toggleNode(now, target.id) : selectNode(target.id)), true)
    else if (target.kind === 'edge') useSelection.setState(selectEdge(target.id), true)
    else if (!isAdding) useSelection.setState(nothing, true)
  },
  onSelectMany: (ids) => useSelection.setState((now) => selectNodes([...new Set([...now.nodes, ...ids])]), true),
  onOpen: (id) => attempt(toggleExpansion(id)),
  onMenu: (target, at) => useDesk.setState({ menu: target.kind === 'ground' ? null : { target, at } }),
  onMove: (id, at) => change('move', (view) => pin(place(view, [[id, at]]), [id])),
  onHover: () => undefined,
}
