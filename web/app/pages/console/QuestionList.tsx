/** Where a query may start from: the named questions, and what was run before. */
import { History, Trash2 } from 'lucide-react'
import type { NamedQuery } from '../../../contract/index.ts'
import { api } from '../../api.ts'
import { Failed, Loading } from '../../components/States.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { useCaption } from '../../i18n/index.ts'
import type { PastQuery } from './history.ts'
import { useWords } from './words.ts'

interface QuestionListProps {
  readonly history: readonly PastQuery[]
  readonly isKept: boolean
  readonly onQuestion: (question: NamedQuery) => void
  readonly onPast: (query: string) => void
  readonly onClear: () => void
}

export function QuestionList({ history, isKept, onQuestion, onPast, onClear }: QuestionListProps) {
  const say = useCaption()
  const t = useWords()
  const answer = useAnswer('queries', (signal) => api.queries(signal))
  return (
    <nav className="questions" aria-label={t('showQuestions')}>
      <h2>{t('questions')}</h2>
      {answer.state === 'loading' ? <Loading rows={6} /> : null}
      {answer.state === 'failed' ? <Failed error={answer.error} onRetry={answer.retry} /> : null}
      {answer.state === 'ready' ? (
        <ul>
          {answer.value.queries.map((question) => (
            <li key={question.name}>
              <button type="button" onClick={() => onQuestion(question)} title={question.name}>
                {say(question.title)}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <h2>
        <History size={13} aria-hidden /> {t('history')}
        {history.length > 0 ? (
          <button type="button" className="button plain icon" aria-label={t('clearHistory')} title={t('clearHistory')} onClick={onClear}>
            <Trash2 size={13} aria-hidden />
          </button>
        ) : null}
      </h2>
      {isKept ? null : <p className="caption">{t('storage')}</p>}
      {history.length === 0 ? (
        <p className="caption">{t('noHistory')}</p>
      ) : (
        <ul className="past">
          {history.map(({ query, at }) => (
            <li key={at}>
              <button type="button" onClick={() => onPast(query)} title={`${new Date(at).toLocaleString()}\n${query}`}>
                {query.replaceAll(/\s+/g, ' ')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}
