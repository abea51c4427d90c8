/** Filters of lines below the legend: form, years, and how well a line is told. */
import { useMemo, useState } from 'react'
import { formNames, forms } from '../../../cypher/model/index.ts'
import type { Drawn } from '../derive/elements.ts'
import { useCaption } from '../i18n/index.ts'
import { change } from '../scene/actions.ts'
import { useGraphText } from '../scene/words.ts'
import { useGraph } from '../state/graph.ts'
import { allLines, confidenceSteps, documentSteps, isFiltering, yearsOf, type LineFilter } from '../state/line-filter.ts'
import { filterLines, toggleForm, useView } from '../state/view.ts'

interface ChoiceProps {
  readonly name: string
  readonly value: number | null
  /** Value and words of each; null stands for no bound. */
  readonly choices: readonly (readonly [number | null, string])[]
  readonly onChoose: (value: number | null) => void
}

function Choice({ name, value, choices, onChoose }: ChoiceProps) {
  return (
    <select
      className="field filter-choice"
      aria-label={name}
      title={name}
      value={value ?? ''}
      onChange={(event) => onChoose(event.target.value === '' ? null : Number(event.target.value))}
    >
      {choices.map(([choice, words]) => (
        <option key={choice ?? ''} value={choice ?? ''}>
          {words}
        </option>
      ))}
    </select>
  )
}

function Forms({ drawn }: { drawn: Drawn }) {
  const t = useGraphText()
  const say = useCaption()
  const chosen = useView((view) => view.lines.forms)
  const present = formNames.filter((form) => drawn.forms[form].inScene > 0)
  if (present.length === 0) return null
  return (
    <div className="filter-forms" role="group" aria-label={t('filterForms')}>
      {present.map((form) => (
        <button
          key={form}
          type="button"
          className="filter-form"
          aria-pressed={chosen.has(form)}
          onClick={() => change('filter', (view) => toggleForm(view, form))}
        >
          {say(forms[form].caption)} <span className="number">{drawn.forms[form].inScene}</span>
        </button>
      ))}
    </div>
  )
}

function Bounds({ lines }: { lines: LineFilter }) {
  const t = useGraphText()
  const edges = useGraph((graph) => graph.edges)
  const years = useMemo(() => yearsOf(edges.values()), [edges])
  const set = (next: Partial<LineFilter>): void => change('filter', (view) => filterLines(view, next))
  const listed = years.map((year) => [year, String(year)] as const)
  return (
    <>
      <div className="filter-row">
        <span>{t('filterYears')}</span>
        <Choice
          name={t('filterFrom')}
          value={lines.from}
          choices={[[null, t('filterAny')], ...listed]}
          onChoose={(from) => set({ from })}
        />
        <span aria-hidden>–</span>
        <Choice name={t('filterTo')} value={lines.to} choices={[[null, t('filterAny')], ...listed]} onChoose={(to) => set({ to })} />
      </div>
      <div className="filter-row">
        <span>{t('documentCount')}</span>
        <Choice
          name={t('filterDocuments')}
          value={lines.documents}
          choices={documentSteps.map((step) => [step, step === 1 ? t('filterAny') : `≥ ${step}`])}
          onChoose={(documents) => set({ documents: documents ?? 1 })}
        />
      </div>
      <div className="filter-row">
        <span>{t('confidence')}</span>
        <Choice
          name={t('filterConfidence')}
          value={lines.confidence}
          choices={confidenceSteps.map((step) => [step, step === 0 ? t('filterAny') : `≥ ${step}`])}
          onChoose={(confidence) => set({ confidence: confidence ?? 0 })}
        />
      </div>
    </>
  )
}

/** A country-wide map of bubbles draws counted lines, of which nothing can be filtered. */
export function LineFilters({ drawn }: { drawn: Drawn }) {
  const t = useGraphText()
  const lines = useView((view) => view.lines)
  const mode = useGraph((graph) => graph.mode)
  const isOn = isFiltering(lines)
  const [isOpen, setOpen] = useState(isOn)
  return (
    <details className="filters" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('filters')}
        {isOn ? (
          <button
            type="button"
            className="link"
            onClick={(event) => {
              event.preventDefault()
              change('filter', (view) => filterLines(view, allLines))
            }}
          >
            {t('filterClear')}
          </button>
        ) : null}
      </summary>
      {mode === 'districts' ? <p className="caption">{t('filterBubbles')}</p> : null}
      <Forms drawn={drawn} />
      <Bounds lines={lines} />
    </details>
  )
}
