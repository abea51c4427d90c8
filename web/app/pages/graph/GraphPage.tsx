/** The graph page: canvas, search, legend, bottom line, details. State lives in the stores; this file only joins them. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { forms, relationDefinitions, type FormName } from '../../../../cypher/model/index.ts'
import { GraphCanvas } from '../../canvas/GraphCanvas.tsx'
import type { Canvas, CanvasOptions } from '../../canvas/start.ts'
import type { Insets } from '../../canvas/viewport.ts'
import { Empty, Failed, Loading } from '../../components/States.tsx'
import { deriveDrawn, type Drawn, type DrawnEdge } from '../../derive/elements.ts'
import { useCaption } from '../../i18n/index.ts'
import { BottomLine } from '../../panels/BottomLine.tsx'
import { Details } from '../../panels/Details.tsx'
import { ChooseDialog, KeysDialog } from '../../panels/Dialogs.tsx'
import { Legend } from '../../panels/Legend.tsx'
import { MeasureBox, MeasureButton } from '../../panels/MeasureBox.tsx'
import { ListTwin } from '../../panels/ListTwin.tsx'
import { NodeMenu } from '../../panels/NodeMenu.tsx'
import { PathsBox } from '../../panels/PathsBox.tsx'
import { Notices } from '../../panels/Notices.tsx'
import { SearchBox } from '../../panels/SearchBox.tsx'
import { addToScene, attempt, goTo } from '../../scene/actions.ts'
import { canvasEvents } from '../../scene/canvas-events.ts'
import { useDesk, WIDE } from '../../scene/desk.ts'
import { takeImage } from '../../scene/take-away.ts'
import { useAddress } from '../../scene/use-address.ts'
import { useKeys } from '../../scene/use-keys.ts'
import { useLayout } from '../../scene/use-layout.ts'
import { useMeasure } from '../../scene/use-measure.ts'
import { useOpening } from '../../scene/use-opening.ts'
import { useGraphText } from '../../scene/words.ts'
import { useGraph } from '../../state/graph.ts'
import { useJob } from '../../state/job.ts'
import { useSelection } from '../../state/selection.ts'
import { firstView, useView } from '../../state/view.ts'
import './graph.css'

/** What legend, analysis, search and bottom line take of the canvas. */
function insets(): Insets {
  const { isLegendOpen, isMeasureOpen } = useDesk.getState()
  const isWide = window.innerWidth >= WIDE
  return { left: isLegendOpen && isWide ? 272 : 28, top: 84, right: isMeasureOpen && isWide ? 340 : 36, bottom: 72 }
}

function useEdgeCaption(): (edge: DrawnEdge) => string {
  const say = useCaption()
  const edges = useGraph((graph) => graph.edges)
  return useCallback(
    (edge) => {
      if (edge.count > 1) return String(edge.count)
      const form = edges.get(edge.id)?.attrs['form']
      return typeof form === 'string' && form in forms ? say(forms[form as FormName].caption) : say(relationDefinitions[edge.type].caption)
    },
    [say, edges],
  )
}

function Nothing({ drawn }: { drawn: Drawn }) {
  const t = useGraphText()
  const isReading = useJob(({ job }) => job?.state === 'running')
  if (drawn.nodes.length > 0) return null
  const reset = (): void => useView.setState(({ members }) => ({ ...firstView, members, positions: useView.getState().positions }))
  return (
    <div className="graph-nothing">
      {drawn.sums.nodes.total === 0 ? (
        <Empty title={t(isReading ? 'readingTitle' : 'emptyTitle')}>{t(isReading ? 'readingHint' : 'emptyHint')}</Empty>
      ) : (
        <Empty
          title={t('nothingShown')}
          action={
            <button type="button" className="button" onClick={reset}>
              {t('showAll')}
            </button>
          }
        />
      )}
    </div>
  )
}

function Scene() {
  const t = useGraphText()
  const graph = useGraph()
  const view = useView()
  const selection = useSelection()
  const { paths, isListOpen } = useDesk()
  const canvas = useRef<Canvas | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const keepCanvas = useCallback((started: Canvas | null) => {
    canvas.current = started
  }, [])
  const [zoom, setZoom] = useState(1)
  // Positions change while dragging and gliding; what is drawn does not depend on them.
  const { members, asked, hidden, hiddenKinds, hiddenTypes, hiddenPhases, lines, pinned, expansions } = view
  const { menu, measured, answer } = useMeasure()
  const drawn = useMemo(
    () => deriveDrawn(graph, useView.getState(), measured),
    // oxlint-disable-next-line react/exhaustive-deps
    [graph, members, asked, hidden, hiddenKinds, hiddenTypes, hiddenPhases, lines, pinned, expansions, measured],
  )
  const captionOf = useEdgeCaption()
  const picture = useMemo(
    () => ({ nodes: drawn.nodes, edges: drawn.edges, positions: view.positions, captionOf }),
    [drawn, view.positions, captionOf],
  )
  const aspect = useCallback(() => {
    const { left, right, top, bottom } = insets()
    return Math.min(2.2, Math.max(0.7, (window.innerWidth - 48 - left - right) / (window.innerHeight - top - bottom)))
  }, [])
  const wantsFit = useRef(false)
  const { relayout } = useLayout(drawn, aspect, (isWhole) => {
    wantsFit.current = isWhole
  })
  // Runs after the canvas has taken the new places: effects of children come first.
  useEffect(() => {
    if (!wantsFit.current || view.positions.size === 0) return
    wantsFit.current = false
    canvas.current?.fitPlaces(view.positions)
  }, [view.positions])
  const marked = useMemo(() => (paths ? markPaths(paths.paths, drawn) : null), [paths, drawn])
  const [options] = useState<CanvasOptions>(() => ({ events: canvasEvents, onZoom: setZoom, insets }))
  useKeys({ canvas, search })
  useEffect(() => search.current?.focus(), [])
  useEffect(() => {
    const [id] = selection.nodes.slice(-1)
    if (id !== undefined) canvas.current?.reveal(id)
  }, [selection])
  const choose = (id: string, isAdding: boolean): void => {
    attempt(isAdding ? addToScene([id]) : goTo(id))
    if (!isAdding) search.current?.blur()
  }
  return (
    <div className="graph-page">
      <div className="graph-stage">
        <GraphCanvas label={t('canvas')} picture={picture} selection={selection} marked={marked} options={options} onStart={keepCanvas} />
        <Nothing drawn={drawn} />
        {isListOpen ? <ListTwin drawn={drawn} measured={measured} /> : null}
        <div className="graph-top">
          <SearchBox input={search} onChoose={choose} />
          <MeasureButton menu={menu} />
          <div className="graph-side">
            <PathsBox />
            <MeasureBox menu={menu} answer={answer} measured={measured} />
          </div>
        </div>
        {isListOpen ? null : (
          <div className="graph-left">
            <Legend drawn={drawn} />
          </div>
        )}
        <Notices />
        <BottomLine
          drawn={drawn}
          zoom={zoom}
          onFit={() => canvas.current?.fit()}
          onZoom={(factor) => canvas.current?.zoomBy(factor)}
          onRelayout={relayout}
          onTakeImage={() =>
            attempt(
              takeImage(
                picture,
                drawn,
                t('counts', {
                  nodes: drawn.sums.nodes.shown,
                  allNodes: drawn.sums.nodes.total,
                  edges: drawn.sums.edges.shown,
                  allEdges: drawn.sums.edges.total,
                }),
              ),
            )
          }
        />
      </div>
      <Details />
      <NodeMenu onReveal={(id) => canvas.current?.reveal(id)} />
      <ChooseDialog />
      <KeysDialog />
    </div>
  )
}

function markPaths(paths: readonly (readonly string[])[], drawn: Drawn): ReadonlySet<string> {
  const steps = new Set(paths.flatMap((path) => path.slice(1).flatMap((id, index) => [`${path[index]}\n${id}`, `${id}\n${path[index]}`])))
  return new Set(drawn.edges.filter((edge) => steps.has(`${edge.from}\n${edge.to}`)).map((edge) => edge.id))
}

export default function GraphPage() {
  const opening = useOpening()
  useAddress(opening.state === 'ready')
  if (opening.state === 'failed') return <Failed error={opening.error} onRetry={opening.retry} />
  if (opening.state === 'loading') return <Loading />
  return <Scene />
}
