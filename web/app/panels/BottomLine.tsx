/** Always says what is shown of how much, and why the rest is not; undo, redo and zoom at its right. */
import { Image, List, Maximize, Minus, Plus, RefreshCw, Redo2, Undo2, Keyboard } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Drawn } from '../derive/elements.ts'
import { useDesk } from '../scene/desk.ts'
import { redoStep, undoStep } from '../scene/actions.ts'
import { useGraphText, type GraphWord } from '../scene/words.ts'
import { useGraph } from '../state/graph.ts'
import { useHistory } from '../state/history.ts'

interface IconButtonProps {
  readonly name: string
  readonly children: ReactNode
  readonly isDisabled?: boolean
  readonly isPressed?: boolean
  readonly onPress: () => void
}

function IconButton({ name, children, isDisabled = false, isPressed, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      className="button plain icon"
      aria-label={name}
      title={name}
      disabled={isDisabled}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

function Counts({ drawn }: { drawn: Drawn }) {
  const t = useGraphText()
  const mode = useGraph((graph) => graph.mode)
  const { nodes, edges, hidden, grouped, filtered } = drawn.sums
  const notLoaded = nodes.total - nodes.inScene
  const parts = [
    t('counts', { nodes: nodes.shown, allNodes: nodes.total, edges: edges.shown, allEdges: edges.total }),
    ...(hidden > 0 ? [t('countsHidden', { count: hidden })] : []),
    ...(filtered > 0 ? [t('whyFiltered', { count: filtered })] : []),
    ...(grouped > 0 ? [t('whyGrouped', { count: grouped })] : []),
    ...(notLoaded > 0 ? [t('whyNotLoaded', { count: notLoaded })] : []),
    ...(mode === 'districts' ? [t('bubbles')] : []),
  ]
  return <p className="bottom-counts">{parts.join(' · ')}</p>
}

interface BottomLineProps {
  readonly drawn: Drawn
  readonly zoom: number
  readonly onFit: () => void
  readonly onZoom: (factor: number) => void
  readonly onRelayout: () => void
  readonly onTakeImage: () => void
}

export function BottomLine({ drawn, zoom, onFit, onZoom, onRelayout, onTakeImage }: BottomLineProps) {
  const t = useGraphText()
  const { past, future } = useHistory()
  const isListOpen = useDesk((desk) => desk.isListOpen)
  const stepName = (name: string | undefined): string => t(`step_${name ?? 'move'}` as GraphWord)
  const last = past.at(-1)
  const next = future.at(-1)
  return (
    <footer className="bottom-line">
      <Counts drawn={drawn} />
      <div className="toolbar" role="toolbar" aria-label={t('tools')}>
        <IconButton name={last ? t('undoStep', { step: stepName(last.name) }) : t('undo')} isDisabled={!last} onPress={undoStep}>
          <Undo2 size={16} aria-hidden />
        </IconButton>
        <IconButton name={next ? t('redoStep', { step: stepName(next.name) }) : t('redo')} isDisabled={!next} onPress={redoStep}>
          <Redo2 size={16} aria-hidden />
        </IconButton>
        <IconButton name={t('relayout')} onPress={onRelayout}>
          <RefreshCw size={16} aria-hidden />
        </IconButton>
        <span className="toolbar-gap" />
        <IconButton name={t('zoomOut')} onPress={() => onZoom(1 / 1.25)}>
          <Minus size={16} aria-hidden />
        </IconButton>
        <span className="zoom-level">{Math.round(zoom * 100)}%</span>
        <IconButton name={t('zoomIn')} onPress={() => onZoom(1.25)}>
          <Plus size={16} aria-hidden />
        </IconButton>
        <IconButton name={`${t('fit')} (F)`} onPress={onFit}>
          <Maximize size={16} aria-hidden />
        </IconButton>
        <span className="toolbar-gap" />
        <IconButton name={`${t('list')} (L)`} isPressed={isListOpen} onPress={() => useDesk.setState({ isListOpen: !isListOpen })}>
          <List size={16} aria-hidden />
        </IconButton>
        <IconButton name={t('takeImage')} onPress={onTakeImage}>
          <Image size={16} aria-hidden />
        </IconButton>
        <IconButton name={`${t('keys')} (?)`} onPress={() => useDesk.setState({ areKeysOpen: true })}>
          <Keyboard size={16} aria-hidden />
        </IconButton>
      </div>
    </footer>
  )
}
