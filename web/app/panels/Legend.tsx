/** Legend: kinds, relations and statuses with counts; click hides or shows, double-click isolates. */
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { claimedTypes, entityLabels, labelDefinitions, relationDefinitions, type ClaimedType } from '../../../cypher/model/index.ts'
import { KindIcon } from '../components/KindIcon.tsx'
import type { Drawn, Shown } from '../derive/elements.ts'
import { useCaption } from '../i18n/index.ts'
import { useDesk } from '../scene/desk.ts'
import { attempt, change, fetchPrograms } from '../scene/actions.ts'
import { useGraphText } from '../scene/words.ts'
import {
  isolateKind,
  isolatePhase,
  isolateType,
  phases,
  showHidden,
  toggleKind,
  togglePhase,
  toggleType,
  unpin,
  useView,
  type Phase,
} from '../state/view.ts'
import { LineFilters } from './LineFilters.tsx'
import './legend.css'

const HIERARCHY: readonly ClaimedType[] = ['LOCATED_IN', 'PART_OF']
const KIND_ORDER = [
  'Hospital',
  'Institution',
  'Consortium',
  'Project',
  'Program',
  'District',
] as const satisfies (typeof entityLabels)[number][]

interface RowProps {
  readonly mark: ReactNode
  readonly name: string
  readonly shown: Shown
  readonly isOn: boolean
  readonly note?: string
  readonly onToggle: () => void
  readonly onIsolate: () => void
}

function LegendRow({ mark, name, shown, isOn, note, onToggle, onIsolate }: RowProps) {
  const t = useGraphText()
  const isPart = shown.shown !== shown.total
  return (
    <li>
      <button
        type="button"
        className="legend-row"
        aria-pressed={isOn}
        title={`${t('shownOf', { shown: shown.shown, total: shown.total })} · ${t('legendHint')}`}
        onClick={onToggle}
        onDoubleClick={onIsolate}
      >
        {mark}
        <span className="legend-name">{name}</span>
        {note ? <span className="caption">{note}</span> : null}
        <span className="number">{isPart ? `${shown.shown} / ${shown.total}` : shown.shown}</span>
      </button>
    </li>
  )
}

function LineMark({ type, phase }: { type?: ClaimedType; phase?: Phase }) {
  return <span className="line-mark" data-type={type} data-phase={phase} aria-hidden />
}

function Kinds({ drawn }: { drawn: Drawn }) {
  const say = useCaption()
  const hidden = useView((view) => view.hiddenKinds)
  return KIND_ORDER.filter((kind) => drawn.kinds[kind].total > 0).map((kind) => {
    const shown = drawn.kinds[kind]
    const toggle = (): void => {
      if (kind === 'Program' && hidden.has(kind) && shown.inScene === 0) attempt(fetchPrograms())
      else change('filter', (view) => toggleKind(view, kind))
    }
    return (
      <LegendRow
        key={kind}
        mark={<KindIcon label={kind} />}
        name={say(labelDefinitions[kind].caption)}
        shown={shown}
        isOn={!hidden.has(kind)}
        onToggle={toggle}
        onIsolate={() => change('filter', (view) => isolateKind(view, kind, entityLabels))}
      />
    )
  })
}

function Relations({ drawn }: { drawn: Drawn }) {
  const t = useGraphText()
  const say = useCaption()
  const hidden = useView((view) => view.hiddenTypes)
  return claimedTypes
    .filter((type) => drawn.types[type].total > 0)
    .map((type) => (
      <LegendRow
        key={type}
        mark={<LineMark type={type} />}
        name={say(relationDefinitions[type].caption)}
        shown={drawn.types[type]}
        isOn={!hidden.has(type)}
        {...(HIERARCHY.includes(type) && hidden.has(type) ? { note: t('hierarchy') } : {})}
        onToggle={() => change('filter', (view) => toggleType(view, type))}
        onIsolate={() => change('filter', (view) => isolateType(view, type, claimedTypes))}
      />
    ))
}

function Statuses({ drawn }: { drawn: Drawn }) {
  const t = useGraphText()
  const hidden = useView((view) => view.hiddenPhases)
  return phases
    .filter((phase) => drawn.phases[phase].total > 0)
    .map((phase) => (
      <LegendRow
        key={phase}
        mark={<LineMark phase={phase} />}
        name={t(`phase_${phase}`)}
        shown={drawn.phases[phase]}
        isOn={!hidden.has(phase)}
        onToggle={() => change('filter', (view) => togglePhase(view, phase))}
        onIsolate={() => change('filter', (view) => isolatePhase(view, phase))}
      />
    ))
}

function Kept({ drawn }: { drawn: Drawn }) {
  const t = useGraphText()
  const pinned = useView((view) => view.pinned.size)
  const { hidden } = drawn.sums
  if (hidden === 0 && pinned === 0) return null
  return (
    <div className="legend-kept">
      {hidden > 0 ? (
        <p>
          {t('hiddenCount', { count: hidden })}
          <button type="button" className="link" onClick={() => change('show', (view) => showHidden(view))}>
            {t('showHidden')}
          </button>
        </p>
      ) : null}
      {pinned > 0 ? (
        <p>
          {t('pinnedCount', { count: pinned })}
          <button type="button" className="link" onClick={() => change('unpin', (view) => unpin(view))}>
            {t('unpinAll')}
          </button>
        </p>
      ) : null}
    </div>
  )
}

export function Legend({ drawn }: { drawn: Drawn }) {
  const t = useGraphText()
  const isOpen = useDesk((desk) => desk.isLegendOpen)
  if (!isOpen)
    return (
      <button type="button" className="button legend-chip" aria-expanded={false} onClick={() => useDesk.setState({ isLegendOpen: true })}>
        {t('unfoldLegend')}
      </button>
    )
  return (
    <section className="legend" aria-label={t('legend')}>
      <button
        type="button"
        className="button plain icon legend-fold"
        aria-label={t('foldLegend')}
        title={t('foldLegend')}
        onClick={() => useDesk.setState({ isLegendOpen: false })}
      >
        <ChevronLeft size={16} aria-hidden />
      </button>
      <h2>{t('kinds')}</h2>
      <ul>
        <Kinds drawn={drawn} />
      </ul>
      <h2>{t('relations')}</h2>
      <ul>
        <Relations drawn={drawn} />
      </ul>
      <h2>{t('statuses')}</h2>
      <ul>
        <Statuses drawn={drawn} />
      </ul>
      <LineFilters drawn={drawn} />
      <ul className="legend-notes caption">
        <li>
          <KindIcon label="Hospital" size={12} /> {t('localFilled')}
        </li>
        <li>
          <KindIcon label="Hospital" size={12} partner /> {t('partnerOutlined')}
        </li>
        <li>
          <span className="line-mark gap" aria-hidden /> {t('lowGap')}
        </li>
      </ul>
      <Kept drawn={drawn} />
    </section>
  )
}
