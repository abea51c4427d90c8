/** A line above the page while documents are being read; it stays with a way to reload when that changed the graph. */
import { useEffect, useState } from 'react'
import { statusSchema, type Job } from '../../contract/index.ts'
import { useText } from '../i18n/index.ts'

/** The running or last job as the server tells it; null before the first event. */
function useJob(): { job: Job | null; sawRunning: boolean } {
  const [job, setJob] = useState<Job | null>(null)
  const [sawRunning, setSawRunning] = useState(false)
  useEffect(() => {
    const events = new EventSource('/api/events')
    const take = (event: MessageEvent<string>): void => {
      const status = statusSchema.safeParse(JSON.parse(event.data))
      if (!status.success) return
      setJob(status.data.job)
      if (status.data.job?.state === 'running') setSawRunning(true)
    }
    events.addEventListener('message', take)
    events.addEventListener('status', take)
    return () => events.close()
  }, [])
  return { job, sawRunning }
}

export function ReadingStrip() {
  const t = useText()
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
