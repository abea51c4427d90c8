/** Years from the latest down, each with its deeds and its plans side by side. */
import { forms, relationDefinitions, type FormName } from '../../../../cypher/model/index.ts'
import { KindIcon } from '../../components/KindIcon.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { useCaption } from '../../i18n/index.ts'
import { useWords } from './words.ts'
import type { Event, Year } from './years.ts'

interface EventsProps {
  readonly opened: string | null
  readonly onOpen: (id: string) => void
}

function EventRow({ event, opened, onOpen }: EventsProps & { readonly event: Event }) {
  const t = useWords()
  const say = useCaption()
  const { edge, from, to, date } = event
  const { form, status } = edge.attrs
  const done = typeof form === 'string' && form in forms ? forms[form as FormName].caption : relationDefinitions[edge.type].caption
  return (
    <li>
      <button
        type="button"
        className="event"
        aria-pressed={edge.id === opened}
        title={t('open', { name: `${from.name}—${to.name}` })}
        onClick={() => onOpen(edge.id)}
      >
        <span className="event-ends">
          <span>
            <KindIcon label={from.label} partner={!from.local} size={14} /> {from.name}
          </span>
          <span className="event-done">{say(done)}</span>
          <span>
            <KindIcon label={to.label} partner={!to.local} size={14} /> {to.name}
          </span>
          {date === null ? null : <span className="event-done number">{date}</span>}
        </span>
        {typeof status === 'string' ? <StatusMark status={status} bare /> : null}
      </button>
    </li>
  )
}

function Column({ title, events, ...rest }: EventsProps & { readonly title: string; readonly events: readonly Event[] }) {
  const t = useWords()
  return (
    <div className="year-column">
      <h3>
        {title} <span className="caption">{t('count', { count: events.length })}</span>
      </h3>
      <ul>
        {events.map((event) => (
          <EventRow key={event.edge.id} event={event} {...rest} />
        ))}
      </ul>
    </div>
  )
}

export function YearList({ years, ...rest }: EventsProps & { readonly years: readonly Year[] }) {
  const t = useWords()
  return (
    <ol className="years">
      {years.map(({ year, deeds, plans }) => (
        <li key={year} className="year">
          <h2>{t('year', { year: String(year) })}</h2>
          <div className="year-columns">
            {deeds.length > 0 ? <Column title={t('deeds')} events={deeds} {...rest} /> : null}
            {plans.length > 0 ? <Column title={t('plans')} events={plans} {...rest} /> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
