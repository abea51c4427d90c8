/** The canvas as a React element: starts it once, then only hands on what changed. */
import { useEffect, useRef } from 'react'
import type { Selection } from '../state/selection.ts'
import { useTheme } from '../theme/theme.ts'
import './canvas.css'
import { startCanvas, type Canvas, type CanvasOptions } from './start.ts'
import type { Picture } from './sync.ts'

interface GraphCanvasProps {
  readonly label: string
  readonly picture: Picture
  readonly selection: Selection
  readonly marked: ReadonlySet<string> | null
  readonly options: CanvasOptions
  /** Gets the canvas when it has started, and null when it is gone. Must stay the same function. */
  readonly onStart: (canvas: Canvas | null) => void
}

/** `options` are read when the canvas starts; their functions must find the present state themselves. */
export function GraphCanvas({ label, picture, selection, marked, options, onStart }: GraphCanvasProps) {
  const container = useRef<HTMLDivElement>(null)
  const handle = useRef<Canvas | null>(null)
  const theme = useTheme((state) => state.theme)
  const firstOptions = useRef(options)
  useEffect(() => {
    if (!container.current) return undefined
    const canvas = startCanvas(container.current, firstOptions.current)
    handle.current = canvas
    onStart(canvas)
    return () => {
      canvas.close()
      handle.current = null
      onStart(null)
    }
  }, [onStart])
  useEffect(() => handle.current?.show(picture), [picture])
  useEffect(() => {
    handle.current?.select(selection)
    handle.current?.mark(marked)
  }, [selection, marked, picture])
  useEffect(() => handle.current?.paint(), [theme])
  return <div ref={container} className="graph-canvas" role="img" aria-label={label} />
}
