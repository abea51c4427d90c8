/** 查询: the Cypher console, read-only, with named questions to start from. */
import { Lock, PanelLeft, Play, Square } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { NamedQuery } from '../../../contract/index.ts'
import { api } from '../../api.ts'
import { Editor } from './Editor.tsx'
import { addToHistory, keepHistory, readHistory, type PastQuery } from './history.ts'
import { ParameterForm } from './ParameterForm.tsx'
import { parametersIn, parseValue, showDefault } from './parameters.ts'
import { QuestionList } from './QuestionList.tsx'
import { Results } from './Results.tsx'
import { useRun } from './use-run.ts'
import { useWords } from './words.ts'
import '../../components/source-quote.css'
import './console.css'

const LIMITS = [100, 500, 1000, 5000]
const FIRST = `MATCH (a)-[r:COOPERATES_WITH]-(b:Hospital)
WHERE a.id < b.id
RETURN a, r.form AS form, r.status AS status, b
ORDER BY r.documents DESC
LIMIT 50`

/** What the console is about to run; the text of a named question brings the types of its parameters. */
interface Draft {
  readonly query: string
  readonly known: NamedQuery['params']
  readonly values: Readonly<Record<string, string>>
}

function paramsOf({ query, known, values }: Draft): Record<string, unknown> {
  return Object.fromEntries(
    parametersIn(query).map((name) => [name, parseValue(values[name] ?? '', known.find((parameter) => parameter.name === name)?.type)]),
  )
}

/** A parameter that the question cannot do without and that has no value. */
function missingOf({ query, known, values }: Draft): string | undefined {
  const named = parametersIn(query)
  return known.find(({ name, required }) => required === true && named.includes(name) && (values[name] ?? '').trim() === '')?.name
}

function usePast(): { past: PastQuery[]; isKept: boolean; add: (query: string) => void; clear: () => void } {
  const [past, setPast] = useState(readHistory)
  const [isKept, setIsKept] = useState(true)
  const replace = (next: PastQuery[]): void => {
    setPast(next)
    setIsKept(keepHistory(next))
  }
  return { past, isKept, add: (query) => replace(addToHistory(past, query, Date.now())), clear: () => replace([]) }
}

async function check(text: string) {
  return (await api.explain(text)).faults
}

export default function ConsolePage() {
  const t = useWords()
  const [draft, setDraft] = useState<Draft>({ query: FIRST, known: [], values: {} })
  const [limit, setLimit] = useState(1000)
  const [asked, setAsked] = useState('')
  const [isOpen, setIsOpen] = useState(() => window.innerWidth >= 1024)
  const [missing, setMissing] = useState<string>()
  const { run, start, cancel } = useRun()
  const { past, isKept, add, clear } = usePast()
  const onText = useCallback((query: string) => setDraft((before) => ({ ...before, query })), [])
  const execute = (): void => {
    if (draft.query.trim() === '') return
    const lacking = missingOf(draft)
    setMissing(lacking)
    if (lacking !== undefined) return
    setAsked(draft.query)
    add(draft.query)
    start({ query: draft.query, params: paramsOf(draft), limit })
  }
  const take = ({ cypher, params }: NamedQuery): void => {
    setDraft({
      query: cypher,
      known: params,
      values: Object.fromEntries(params.map((parameter) => [parameter.name, showDefault(parameter)])),
    })
    if (window.innerWidth < 1024) setIsOpen(false)
  }
  const isRunning = run.state === 'running'
  return (
    <section className="console" aria-label={t('title')} data-open={isOpen}>
      {isOpen ? (
        <QuestionList
          history={past}
          isKept={isKept}
          onQuestion={take}
          onPast={(query) => setDraft({ query, known: [], values: draft.values })}
          onClear={clear}
        />
      ) : null}
      <div className="console-main">
        <div className="console-bar">
          <button
            type="button"
            className="button icon"
            aria-pressed={isOpen}
            aria-label={t('showQuestions')}
            title={isOpen ? t('hideQuestions') : t('showQuestions')}
            onClick={() => setIsOpen(!isOpen)}
          >
            <PanelLeft size={15} aria-hidden />
          </button>
          <h1>{t('title')}</h1>
          <span className="caption console-notice">
            <Lock size={12} aria-hidden /> {t('readOnly')}
          </span>
          <label className="console-limit">
            <span className="caption">{t('limit')}</span>
            <select className="field" value={limit} onChange={(event) => setLimit(Number(event.target.value))}>
              {LIMITS.map((count) => (
                <option key={count} value={count}>
                  {count}
                </option>
              ))}
            </select>
          </label>
          {isRunning ? (
            <button type="button" className="button" onClick={cancel}>
              <Square size={14} aria-hidden /> {t('cancel')}
            </button>
          ) : (
            <button type="button" className="button primary" title={t('runHint')} onClick={execute}>
              <Play size={14} aria-hidden /> {t('run')}
            </button>
          )}
        </div>
        <Editor text={draft.query} onText={onText} onRun={execute} onCheck={check} />
        <ParameterForm
          names={parametersIn(draft.query)}
          known={draft.known}
          values={draft.values}
          onValues={(values) => setDraft({ ...draft, values })}
        />
        {missing === undefined ? null : (
          <p className="console-missing" role="alert">
            {t('missing', { name: `$${missing}` })}
          </p>
        )}
        <div className="console-results">
          <Results run={run} query={asked} />
        </div>
      </div>
    </section>
  )
}
