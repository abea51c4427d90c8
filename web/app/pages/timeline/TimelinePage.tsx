/** 时间轴: agreements, memberships and works by the year that a text gives; each opens its sentences. */
import { relationDefinitions } from '../../../../cypher/model/index.ts'
import type { Timeline } from '../../../contract/index.ts'
import { api } from '../../api.ts'
import { PlaceFilter } from '../../components/PlaceFilter.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Empty, Failed, Loading } from '../../components/States.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { useCaption } from '../../i18n/index.ts'
import { RelationPanel } from '../../panels/RelationPanel.tsx'
import { usePageState, withToggled, type PageState } from './address.ts'
import { useWords } from './words.ts'
import { YearList } from './YearList.tsx'
import { datedTypes, districtsOf, eventsOf, groupByYear, matches, type Event } from './years.ts'
import '../../components/list-page.css'
import '../../panels/details.css'
import './timeline.css'

interface BarProps {
  readonly events: readonly Event[]
  readonly shown: number
  readonly state: PageState
  readonly change: (part: Partial<PageState>) => void
}

function Bar({ events, shown, state, change }: BarProps) {
  const t = useWords()
  const say = useCaption()
  return (
    <div className="list-page-bar timeline-bar">
      {datedTypes.map((type) => (
        <button
          key={type}
          type="button"
          className="button"
          aria-pressed={!state.hidden.has(type)}
          onClick={() => change({ hidden: withToggled(state.hidden, type) })}
        >
          {say(relationDefinitions[type].caption)}
        </button>
      ))}
      <PlaceFilter
        districts={districtsOf(events)}
        total={events.length}
        district={state.district}
        text={state.text}
        searchLabel={t('search')}
        onChange={change}
      />
      <span className="caption" role="status">
        {t('count', { count: shown })}
      </span>
    </div>
  )
}

function Body({ timeline }: { timeline: Timeline }) {
  const t = useWords()
  const [state, change] = usePageState()
  const events = eventsOf(timeline)
  const shown = events.filter((event) => matches(event, state))
  if (events.length === 0) return <Empty title={t('empty')}>{t('emptyHint')}</Empty>
  const none = (
    <Empty
      title={t('emptyFilter')}
      action={
        <button type="button" className="button" onClick={() => change({ hidden: new Set(), district: '', text: '' })}>
          {t('reset')}
        </button>
      }
    />
  )
  return (
    <div className="list-page-body">
      <div className="list-page-main">
        <Bar events={events} shown={shown.length} state={state} change={change} />
        <div className="timeline-scroll">
          {shown.length === 0 ? (
            none
          ) : (
            <YearList years={groupByYear(shown)} opened={state.opened} onOpen={(id) => change({ opened: id })} />
          )}
        </div>
      </div>
      {state.opened === null ? null : (
        <Panel key={state.opened} label={t('title')} onClose={() => change({ opened: null })}>
          <RelationPanel id={state.opened} />
        </Panel>
      )}
    </div>
  )
}

export default function TimelinePage() {
  const t = useWords()
  const answer = useAnswer('timeline', (signal) => api.timeline(signal))
  return (
    <section className="list-page timeline" aria-label={t('title')}>
      <header>
        <h1>{t('title')}</h1>
        <span className="caption">{t('intro')}</span>
        {answer.state === 'ready' && answer.value.undated > 0 ? (
          <span className="caption">{t('undated', { count: answer.value.undated })}</span>
        ) : null}
        {answer.state === 'ready' && answer.value.limitHit ? <span className="caption">{t('limited')}</span> : null}
      </header>
      {answer.state === 'loading' ? <Loading rows={8} /> : null}
      {answer.state === 'failed' ? <Failed error={answer.error} onRetry={answer.retry} /> : null}
      {answer.state === 'ready' ? <Body timeline={answer.value} /> : null}
    </section>
  )
}
