/** Empty, loading, failed: each has words and one next step. */
import type { ReactNode } from 'react'
import { ApiError } from '../api.ts'
import { useCaption, useText } from '../i18n/index.ts'

export function Loading({ label, rows = 3 }: { label?: string; rows?: number }) {
  const t = useText()
  return (
    <div className="state loading" role="status">
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="skeleton" />
      ))}
      <span className="caption">{label ?? t('loading')}</span>
    </div>
  )
}

export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="state">
      <strong>{title}</strong>
      {children ? <div>{children}</div> : null}
      {action}
    </div>
  )
}

/** Says what failed in the server's own words; anything else than an ApiError is a fault of the app and shows its message. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText()
  const say = useCaption()
  const isApi = error instanceof ApiError
  const words = isApi ? say(error.words) : error instanceof Error ? error.message : String(error)
  return (
    <div className="state" role="alert">
      <strong>{t('failed')}</strong>
      <span>{words}</span>
      {isApi && error.hint ? <span className="caption">{say(error.hint)}</span> : null}
      {onRetry ? (
        <button type="button" className="button" onClick={onRetry}>
          {t('retry')}
        </button>
      ) : null}
    </div>
  )
}
