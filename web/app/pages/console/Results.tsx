/** What a run gave: table, things for the graph, JSON, and the store's plan. */
import { useMemo, useState } from 'react'
import type { CypherResponse } from '../../../contract/index.ts'
import { api, ApiError } from '../../api.ts'
import { downloadCsv } from '../../components/download.ts'
import { Empty, Failed, Loading } from '../../components/States.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { useCaption, useLocale } from '../../i18n/index.ts'
import { ResultGraph } from './ResultGraph.tsx'
import { ResultTable } from './ResultTable.tsx'
import type { Run } from './use-run.ts'
import { plainValue, toCsv } from './values.ts'
import { useWords, type ConsoleWord } from './words.ts'

const TABS = ['table', 'graph', 'json', 'plan'] as const satisfies readonly ConsoleWord[]
type Tab = (typeof TABS)[number]

function Fault({ error }: { error: unknown }) {
  const say = useCaption()
  const t = useWords()
  if (!(error instanceof ApiError)) return <Failed error={error} />
  return (
    <div className="console-fault" role="alert">
      <strong>{say(error.words)}</strong>
      {error.line === undefined ? null : <span>{t('place', { line: error.line, column: error.column ?? 1 })}</span>}
      {error.hint ? <p>{say(error.hint)}</p> : null}
    </div>
  )
}

function Plan({ query }: { query: string }) {
  const t = useWords()
  const answer = useAnswer(query, (signal) => api.explain(query, signal))
  if (answer.state === 'loading') return <Loading />
  if (answer.state === 'failed') return <Failed error={answer.error} onRetry={answer.retry} />
  return answer.value.plan === undefined ? <Empty title={t('noPlan')} /> : <pre className="console-text">{answer.value.plan}</pre>
}

function plainRows({ columns, rows }: CypherResponse): Record<string, unknown>[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, plainValue(row[at] ?? null)])))
}

function Exports({ response }: { response: CypherResponse }) {
  const t = useWords()
  const locale = useLocale((state) => state.locale)
  const [copied, setCopied] = useState<'csv' | 'json' | null>(null)
  const csv = (): string => toCsv(response.columns, response.rows, locale)
  const copy = (kind: 'csv' | 'json'): void => {
    const text = kind === 'csv' ? csv().slice(1) : JSON.stringify(plainRows(response), null, 2)
    void navigator.clipboard.writeText(text).then(() => setCopied(kind))
  }
  return (
    <span className="result-exports">
      <button type="button" className="button plain" onClick={() => copy('csv')}>
        {copied === 'csv' ? t('copied') : t('copyCsv')}
      </button>
      <button type="button" className="button plain" onClick={() => copy('json')}>
        {copied === 'json' ? t('copied') : t('copyJson')}
      </button>
      <button type="button" className="button plain" onClick={() => downloadCsv('yilian.csv', csv())}>
        {t('downloadCsv')}
      </button>
    </span>
  )
}

function Shown({ tab, response, query }: { tab: Tab; response: CypherResponse; query: string }) {
  const t = useWords()
  const json = useMemo(() => (tab === 'json' ? JSON.stringify(plainRows(response), null, 2) : ''), [tab, response])
  if (tab === 'plan') return <Plan query={query} />
  if (response.rows.length === 0) return <Empty title={t('noRows')}>{t('noRowsHint')}</Empty>
  if (tab === 'graph') return <ResultGraph scene={response.scene} />
  if (tab === 'json') return <pre className="console-text">{json}</pre>
  return <ResultTable response={response} />
}

/** `query` is the text that was run, not what the editor holds now. */
export function Results({ run, query }: { run: Run; query: string }) {
  const t = useWords()
  const [tab, setTab] = useState<Tab>('table')
  if (run.state === 'idle') return <Empty title={t('idle')} />
  if (run.state === 'running') return <Loading label={t('running')} rows={5} />
  if (run.state === 'cancelled') return <Empty title={t('cancelled')} />
  if (run.state === 'failed') return <Fault error={run.error} />
  const { response } = run
  const milliseconds = Math.round(response.milliseconds)
  return (
    <div className="results">
      <div className="results-bar">
        <div role="tablist" className="tabs">
          {TABS.map((one) => (
            <button key={one} type="button" role="tab" aria-selected={tab === one} onClick={() => setTab(one)}>
              {t(one)}
              {one === 'graph' && response.scene.nodes.length > 0 ? ` ${response.scene.nodes.length}` : ''}
            </button>
          ))}
        </div>
        <span className={response.limitHit ? 'results-limited' : 'caption'} role="status">
          {t(response.limitHit ? 'limited' : 'rows', { count: response.rows.length, milliseconds })}
        </span>
        <Exports response={response} />
      </div>
      <div className="results-body" role="tabpanel">
        <Shown tab={tab} response={response} query={query} />
      </div>
    </div>
  )
}
