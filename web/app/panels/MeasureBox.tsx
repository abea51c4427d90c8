/** The analysis of the network: which one is chosen, over what it ran, and who comes first. */
import { Waypoints, X } from 'lucide-react'
import type { Algorithm, AlgorithmAnswer } from '../../contract/index.ts'
import { Failed } from '../components/States.tsx'
import type { Answer } from '../components/use-answer.ts'
import { GROUP_COLOURS, type Measured } from '../derive/measured.ts'
import { useCaption, useText } from '../i18n/index.ts'
import { change } from '../scene/actions.ts'
import { useDesk } from '../scene/desk.ts'
import { useMeasureText } from '../scene/measure-words.ts'
import { chooseMeasure, useView } from '../state/view.ts'
import './measure.css'
import { GroupList, RankList } from './MeasureLists.tsx'

type Menu = readonly Algorithm[]

export function MeasureButton({ menu }: { menu: Menu }) {
  const t = useMeasureText()
  const say = useCaption()
  const isOpen = useDesk((desk) => desk.isMeasureOpen)
  const measure = useView((view) => view.measure)
  const chosen = menu.find(({ name }) => name === measure)
  return (
    <button
      type="button"
      className="button measure-button"
      aria-expanded={isOpen}
      aria-pressed={chosen !== undefined}
      title={t('analyseHint')}
      onClick={() => useDesk.setState({ isMeasureOpen: !isOpen })}
    >
      <Waypoints size={16} aria-hidden />
      <span>{chosen ? t('analysing', { name: say(chosen.title) }) : t('analyse')}</span>
    </button>
  )
}

function Choices({ menu }: { menu: Menu }) {
  const t = useMeasureText()
  const say = useCaption()
  const measure = useView((view) => view.measure)
  const choices = [{ name: null, caption: t('none') }, ...menu.map(({ name, title }) => ({ name, caption: say(title) }))]
  return (
    <fieldset className="measure-choices">
      <legend className="visually-hidden">{t('choose')}</legend>
      {choices.map(({ name, caption }) => (
        <label key={name ?? ''} className="measure-choice">
          <input
            type="radio"
            name="measure"
            className="visually-hidden"
            checked={measure === name}
            onChange={() => change('measure', (view) => chooseMeasure(view, name))}
          />
          {caption}
        </label>
      ))}
    </fieldset>
  )
}

/** What stands above the list: over what it ran, how it is shown, and what must be known. */
function Told({ algorithm, answer, measured }: { algorithm: Algorithm; answer: AlgorithmAnswer; measured: Measured }) {
  const t = useMeasureText()
  const say = useCaption()
  const name = say(algorithm.title)
  const { read, notes, rows, limitHit, total } = answer
  return (
    <ul className="measure-told caption">
      {read ? <li>{t('scope', { nodes: read.nodes, relations: read.relations })}</li> : null}
      <li>{measured.as === 'size' ? t('sized', { name }) : t('grouped', { name, count: GROUP_COLOURS })}</li>
      {notes.map((note) => (
        <li key={note.code}>{say(note)}</li>
      ))}
      {limitHit && total !== null ? <li>{t('more', { count: rows.length, total })}</li> : null}
    </ul>
  )
}

interface ResultProps {
  readonly algorithm: Algorithm
  readonly answer: Answer<AlgorithmAnswer | null>
  readonly measured: Measured | null
}

function Result({ algorithm, answer, measured }: ResultProps) {
  const t = useMeasureText()
  if (answer.state === 'loading')
    return (
      <p className="caption" role="status">
        {t('working')}
      </p>
    )
  if (answer.state === 'failed') return <Failed error={answer.error} onRetry={answer.retry} />
  if (answer.value === null || measured === null) return <p className="caption">{t('nothing')}</p>
  if (measured.things.length === 0) return <p className="caption">{t('empty')}</p>
  return (
    <>
      <Told algorithm={algorithm} answer={answer.value} measured={measured} />
      {measured.as === 'size' ? <RankList measured={measured} /> : <GroupList measured={measured} />}
    </>
  )
}

interface MeasureBoxProps {
  readonly menu: Menu
  readonly answer: Answer<AlgorithmAnswer | null> | null
  readonly measured: Measured | null
}

export function MeasureBox({ menu, answer, measured }: MeasureBoxProps) {
  const t = useMeasureText()
  const shell = useText()
  const say = useCaption()
  const isOpen = useDesk((desk) => desk.isMeasureOpen)
  const measure = useView((view) => view.measure)
  if (!isOpen) return null
  const algorithm = menu.find(({ name }) => name === measure)
  return (
    <section className="measure-box" aria-label={t('title')}>
      <header>
        <h2>{t('title')}</h2>
        <button
          type="button"
          className="button plain icon measure-close"
          aria-label={shell('close')}
          title={shell('close')}
          onClick={() => useDesk.setState({ isMeasureOpen: false })}
        >
          <X size={16} aria-hidden />
        </button>
      </header>
      <Choices menu={menu} />
      {algorithm ? <p>{say(algorithm.purpose)}</p> : null}
      {algorithm && answer ? <Result algorithm={algorithm} answer={answer} measured={measured} /> : null}
    </section>
  )
}
