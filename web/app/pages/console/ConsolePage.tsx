/** 查询: the Cypher console, read-only, with named questions to start from. */
import { useCallback, useState } from 'react'
import type { NamedQuery } from '../../../contract/index.ts'
import { api } from '../../api.ts'
import { ConsoleBar } from './ConsoleBar.tsx'
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
        <ConsoleBar
          isOpen={isOpen}
          onToggle={() => setIsOpen(!isOpen)}
          limit={limit}
          onLimit={setLimit}
          isRunning={run.state === 'running'}
          onRun={execute}
          onCancel={cancel}
        />
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
