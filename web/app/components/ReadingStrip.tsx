/** A line above the page while documents are being read; it stays with a way to reload when that changed the graph. */
import { useEffect, useState } from 'react'
import { statusSchema } from '../../contract/index.ts'
import { useText } from '../i18n/index.ts'
import { useJob } from '../state/job.ts'

/** Listens to the server for as long as the page is open. */
function useEvents(): void {
  useEffect(() => {
    const events = new EventSource('/api/events')
    const take = (event: MessageEvent<string>): void => {
      const status = statusSchema.safeParse(JSON.parse(event.data))
      if (!status.success) return
      const { job } = status.data
      useJob.setState((before) => ({ job, sawRunning: before.sawRunning || job?.state === 'running' }))
    }
    events.addEventListener('status', take)
    return () => events.close()
  }, [])
}

export function ReadingStrip() {
  const t = useText()
  useEvents()
  const { job, sawRunning } = useJob()
  const [isClosed, setIsClosed] = useState(false)
  if (!job || isClosed || (!sawRunning && job.state !== 'running')) return null
  const count = { done: job.done, total: job.total }
  const words =
    job.state === 'running'
      ? job.current
        ? t('readingCurrent', { ...count, current: job.current })
        : t('reading', count)
      : job.state === 'done'
        ? t('readingDoneShow', count)
        : t('readingFailed', count)
  return (
    <div className="reading-strip" role="status">
      {job.state === 'running' ? <progress max={Math.max(job.total, 1)} value={job.done} aria-label={t('reading', count)} /> : null}
      <span className="current">{words}</span>
      {job.problems.length > 0 ? <span>· {t('readingProblems', { count: job.problems.length })}</span> : null}
      {job.state === 'running' ? null : (
        <>
          <button type="button" className="button plain" onClick={() => window.location.reload()}>
            {t('refresh')}
          </button>
          <button type="button" className="button plain" onClick={() => setIsClosed(true)}>
            {t('close')}
          </button>
        </>
      )}
    </div>
  )
}
