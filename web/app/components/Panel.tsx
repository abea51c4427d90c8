/** The right panel: resizable by pointer and keyboard, a drawer over the canvas on narrow screens. */
import { X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import './panel.css'

const KEY = 'yilian.panel-width'
const NARROWEST = 300
const WIDEST = 640
const USUAL = 380
const STEP = 16

function clampWidth(width: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)))
}

function readWidth(): number {
  const stored = Number(localStorage.getItem(KEY))
  return stored > 0 ? clampWidth(stored) : USUAL
}

interface PanelProps {
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Panel({ label, onClose, children }: PanelProps) {
  const t = useText()
  const [width, setWidth] = useState(readWidth)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => localStorage.setItem(KEY, String(width)), [width])

  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const right = panel.current?.getBoundingClientRect().right ?? 0
    setWidth(clampWidth(right - event.clientX))
  }
  const step = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    setWidth((before) => clampWidth(before + (event.key === 'ArrowLeft' ? STEP : -STEP)))
  }
  return (
    <aside className="panel" ref={panel} aria-label={label} style={{ width }}>
      <div
        className="panel-grip"
        role="separator"
        aria-orientation="vertical"
        aria-label={t('resize')}
        aria-valuenow={width}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={step}
      />
      <button type="button" className="button plain icon panel-close" aria-label={t('close')} title={t('close')} onClick={onClose}>
        <X size={16} aria-hidden />
      </button>
      <div className="panel-body">{children}</div>
    </aside>
  )
}
