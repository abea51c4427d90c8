/** The bar above the editor: questions, notice, row limit, run and cancel. */
import { Lock, PanelLeft, Play, Square } from 'lucide-react'
import { useWords } from './words.ts'

const LIMITS = [100, 500, 1000, 5000]

interface ConsoleBarProps {
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly limit: number
  readonly onLimit: (limit: number) => void
  readonly isRunning: boolean
  readonly onRun: () => void
  readonly onCancel: () => void
}

export function ConsoleBar({ isOpen, onToggle, limit, onLimit, isRunning, onRun, onCancel }: ConsoleBarProps) {
  const t = useWords()
  return (
    <div className="console-bar">
      <button
        type="button"
        className="button icon"
        aria-pressed={isOpen}
        aria-label={t('showQuestions')}
        title={isOpen ? t('hideQuestions') : t('showQuestions')}
        onClick={onToggle}
      >
        <PanelLeft size={15} aria-hidden />
      </button>
      <h1>{t('title')}</h1>
      <span className="caption console-notice">
        <Lock size={12} aria-hidden /> {t('readOnly')}
      </span>
      <label className="console-limit">
        <span className="caption">{t('limit')}</span>
        <select className="field" value={limit} onChange={(event) => onLimit(Number(event.target.value))}>
          {LIMITS.map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </label>
      {isRunning ? (
        <button type="button" className="button" onClick={onCancel}>
          <Square size={14} aria-hidden /> {t('cancel')}
        </button>
      ) : (
        <button type="button" className="button primary" title={t('runHint')} onClick={onRun}>
          <Play size={14} aria-hidden /> {t('run')}
        </button>
      )}
    </div>
  )
}
