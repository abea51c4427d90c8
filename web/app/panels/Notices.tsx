/** What just happened, what failed, or what is asked of the person; read out by a screen reader too. */
import { useEffect } from 'react'
import { ApiError } from '../api.ts'
import { useCaption, useText } from '../i18n/index.ts'
import { useDesk } from '../scene/desk.ts'
import { useGraphText } from '../scene/words.ts'
import { PathPrompt } from './PathsBox.tsx'

/** Long enough to read a short line twice. */
const STAYS = 4000

function Fault({ fault }: { fault: unknown }) {
  const shell = useText()
  const say = useCaption()
  const words = fault instanceof ApiError ? say(fault.words) : fault instanceof Error ? fault.message : String(fault)
  return (
    <div className="graph-notice fault" role="alert">
      <strong>{shell('failed')}</strong>
      <span>{words}</span>
      <button type="button" className="link" onClick={() => useDesk.setState({ fault: null })}>
        {shell('close')}
      </button>
    </div>
  )
}

export function Notices() {
  const t = useGraphText()
  const { notice, fault, pathFrom } = useDesk()
  useEffect(() => {
    if (!notice) return undefined
    const timer = window.setTimeout(() => useDesk.setState({ notice: null }), STAYS)
    return () => window.clearTimeout(timer)
  }, [notice])
  if (fault !== null) return <Fault fault={fault} />
  return (
    <div className="graph-notice" role="status">
      {pathFrom !== null ? <PathPrompt /> : notice ? <span>{t(notice.word, notice.values)}</span> : null}
    </div>
  )
}
