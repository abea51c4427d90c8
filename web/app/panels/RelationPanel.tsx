/** One line: its two ends, what is said of it, and every sentence that says so, newest first. */
import { relationDefinitions } from '../../../cypher/model/index.ts'
import { api } from '../api.ts'
import { EntityLink } from '../components/EntityLink.tsx'
import { Failed, Loading } from '../components/States.tsx'
import { useAnswer } from '../components/use-answer.ts'
import { useCaption, useText } from '../i18n/index.ts'
import { useGraphText } from '../scene/words.ts'
import { Conflicts, EdgeChips, marksOf, SeenYears, Sources } from './Facts.tsx'

export function RelationPanel({ id }: { id: string }) {
  const t = useGraphText()
  const shell = useText()
  const say = useCaption()
  const answer = useAnswer(id, (signal) => api.relation(id, signal))
  if (answer.state === 'loading') return <Loading rows={5} />
  if (answer.state === 'failed') return <Failed error={answer.error} onRetry={answer.retry} />
  const { edge, from, to, sources, conflicts } = answer.value
  const definition = relationDefinitions[edge.type]
  return (
    <article>
      <header className="details-head">
        <p className="details-kind">{say(definition.caption)}</p>
        <h1 className="ends">
          <EntityLink id={from.id} name={from.name} label={from.label} partner={!from.local} />
          <span className="caption" aria-hidden>
            {definition.directed ? '→' : '—'}
          </span>
          <EntityLink id={to.id} name={to.name} label={to.label} partner={!to.local} />
        </h1>
        <EdgeChips edge={edge} />
      </header>
      <dl className="facts">
        <SeenYears first={edge.firstYear} last={edge.lastYear} />
        <dt>{t('documentCount')}</dt>
        <dd>
          {t('documents', { count: edge.documents })} · {shell('confidence', { percent: Math.round(edge.confidence * 100) })}
        </dd>
      </dl>
      <Conflicts conflicts={conflicts} of={edge.type} />
      <section className="relation-group">
        <h2>
          <span>{t('sentences', { count: sources.length })}</span>
        </h2>
        <Sources sources={sources} marks={marksOf(from, to)} label={to.label} first={20} />
      </section>
    </article>
  )
}
