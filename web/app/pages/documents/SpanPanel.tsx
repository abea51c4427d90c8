/** Beside the text: what the chosen sentence says, what could not be read, and the way from one fact to the next. */
import { ChevronDown, ChevronUp } from 'lucide-react'
import { Link } from 'wouter'
import { entityLabels, labelDefinitions, type Problem } from '../../../../cypher/model/index.ts'
import { entityHref } from '../../components/EntityLink.tsx'
import { KindIcon } from '../../components/KindIcon.tsx'
import { useCaption } from '../../i18n/index.ts'
import type { DocumentClaim } from './text-blocks.ts'
import type { Span } from './TextView.tsx'
import { useWords } from './words.ts'

function Steps({ spans, selected, onSelect }: { spans: readonly Span[]; selected: Span | null; onSelect: (span: Span) => void }) {
  const t = useWords()
  const at = selected ? spans.findIndex(({ start, end }) => start === selected.start && end === selected.end) : -1
  const nearest = selected ? spans.findIndex(({ start }) => start > selected.start) : 0
  const next = spans[at >= 0 ? at + 1 : nearest]
  const previous = at >= 0 ? spans[at - 1] : spans.findLast(({ start }) => selected !== null && start < selected.start)
  return (
    <div className="span-steps">
      <button
        type="button"
        className="button icon"
        aria-label={t('previous')}
        title={t('previous')}
        disabled={!previous}
        onClick={() => previous && onSelect(previous)}
      >
        <ChevronUp size={15} aria-hidden />
      </button>
      <button
        type="button"
        className="button icon"
        aria-label={t('next')}
        title={t('next')}
        disabled={!next}
        onClick={() => next && onSelect(next)}
      >
        <ChevronDown size={15} aria-hidden />
      </button>
      <span className="caption">{at >= 0 ? t('spanAt', { at: at + 1, total: spans.length }) : t('facts', { count: spans.length })}</span>
    </div>
  )
}

function Claims({ claims }: { claims: readonly DocumentClaim[] }) {
  const t = useWords()
  return (
    <ul className="span-claims">
      {claims.map((claim) => (
        <li key={claim.claim}>
          <p>
            <KindIcon label={claim.label} /> {claim.caption}
          </p>
          <p className="caption">
            {t('rule', { rule: claim.rule })} · <Link href={entityHref(claim.target)}>{t('showInGraph')}</Link>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Problems({ problems, onSelect }: { problems: readonly Problem[]; onSelect: (span: Span) => void }) {
  const t = useWords()
  return (
    <section>
      <h2>{t('problemsTitle')}</h2>
      <ul className="span-claims">
        {problems.map(({ code, message, start, end }) => (
          <li key={`${code} ${start ?? ''} ${message}`}>
            <p>{message}</p>
            <p className="caption">
              {code}
              {start === undefined || end === undefined ? null : (
                <>
                  {' · '}
                  <button type="button" className="link" onClick={() => onSelect({ start, end })}>
                    {t('goTo')}
                  </button>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Legend({ claims }: { claims: readonly DocumentClaim[] }) {
  const say = useCaption()
  const t = useWords()
  const labels = entityLabels.filter((label) => claims.some((claim) => claim.label === label))
  return (
    <p className="caption span-legend">
      {t('legend')}
      {labels.map((label) => (
        <mark key={label} data-kind={label}>
          {say(labelDefinitions[label].caption)}
        </mark>
      ))}
    </p>
  )
}

interface SpanPanelProps {
  readonly claims: readonly DocumentClaim[]
  readonly spans: readonly Span[]
  readonly problems: readonly Problem[]
  readonly selected: Span | null
  readonly onSelect: (span: Span) => void
}

export function SpanPanel({ claims, spans, problems, selected, onSelect }: SpanPanelProps) {
  const t = useWords()
  const here = selected ? claims.filter(({ start, end }) => start < selected.end && end > selected.start) : []
  return (
    <aside className="span-panel" aria-label={t('saysTitle')}>
      <Steps spans={spans} selected={selected} onSelect={onSelect} />
      {here.length > 0 ? (
        <section aria-live="polite">
          <h2>{t('saysTitle')}</h2>
          <Claims claims={here} />
        </section>
      ) : (
        <p className="caption">{t('pickSpan')}</p>
      )}
      {problems.length > 0 ? <Problems problems={problems} onSelect={onSelect} /> : null}
      <Legend claims={claims} />
    </aside>
  )
}
