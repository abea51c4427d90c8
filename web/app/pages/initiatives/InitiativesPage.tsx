/** 共同举措: which initiatives several districts share, who lacks what, each cell with its sentences. */
import type { FamilyName } from '../../../../cypher/model/index.ts'
import type { Matrix } from '../../../contract/index.ts'
import { api } from '../../api.ts'
import { Empty, Failed, Loading } from '../../components/States.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { usePageState, type PageState } from './address.ts'
import { CellPanel } from './CellPanel.tsx'
import { CompareView } from './CompareView.tsx'
import { MatrixBar } from './MatrixBar.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { showMatrix } from './matrix.ts'
import { useWords } from './words.ts'
import './initiatives.css'

/** With more districts than this they read better as rows. */
const MOST_COLUMNS = 10

interface BodyProps {
  readonly matrix: Matrix
  readonly state: PageState
  readonly change: (part: Partial<PageState>) => void
}

function Legend() {
  const t = useWords()
  return (
    <footer className="matrix-legend caption" aria-label={t('legend')}>
      <span>○ {t('legendPlanned')}</span>
      <span>◐ {t('legendUnderWay')}</span>
      <span>● {t('legendDone')}</span>
      <span>? {t('legendUnknown')}</span>
      <span>0 {t('legendZero')}</span>
      <span>· {t('legendNotRead')}</span>
      <span>{t('legendCount')}</span>
    </footer>
  )
}

function MatrixBody({ matrix, state, change }: BodyProps) {
  const t = useWords()
  const shown = showMatrix(matrix, { order: state.order, atLeast: state.atLeast, districtFilter: state.filter })
  const turned = state.turned ?? shown.districts.length > MOST_COLUMNS
  const pick = (id: string): void =>
    change({ picked: state.picked.includes(id) ? state.picked.filter((one) => one !== id) : [...state.picked, id].slice(-2) })
  if (matrix.cells.length === 0) return <Empty title={t('empty')}>{t('emptyHint')}</Empty>
  return (
    <>
      <MatrixBar state={state} matrix={matrix} turned={turned} change={change} />
      {shown.matching > shown.districts.length ? (
        <p className="caption">{t('limit', { shown: shown.districts.length, total: shown.matching })}</p>
      ) : null}
      {shown.families.length === 0 || shown.districts.length === 0 ? (
        <Empty
          title={t('emptyFilter')}
          action={
            <button type="button" className="button" onClick={() => change({ filter: '', atLeast: 1 })}>
              {t('resetFilter')}
            </button>
          }
        />
      ) : (
        <div className="matrix-scroll">
          <MatrixTable
            shown={shown}
            turned={turned}
            opened={state.cell}
            picked={state.picked}
            onOpen={(district, family) => change({ cell: { district, family } })}
            onPick={pick}
          />
        </div>
      )}
      <Legend />
    </>
  )
}

function Body({ matrix, state, change }: BodyProps) {
  const districtById = new Map(matrix.districts.map((district) => [district.id, district]))
  const [a, b] = state.picked.map((id) => districtById.get(id))
  const opened = state.cell ? districtById.get(state.cell.district) : undefined
  const family = matrix.families.find((one) => one.family === state.cell?.family)?.family as FamilyName | undefined
  return (
    <div className="initiatives-body">
      <div className="initiatives-main">
        {state.comparing && a && b ? (
          <CompareView a={a} b={b} onBack={() => change({ comparing: false })} />
        ) : (
          <MatrixBody matrix={matrix} state={state} change={change} />
        )}
      </div>
      {opened && family && !state.comparing ? <CellPanel district={opened} family={family} onClose={() => change({ cell: null })} /> : null}
    </div>
  )
}

export default function InitiativesPage() {
  const t = useWords()
  const [state, change] = usePageState()
  const answer = useAnswer(state.level, (signal) => api.matrix(state.level, signal))
  return (
    <section className="initiatives" aria-label={t('title')}>
      <header>
        <h1>{t('title')}</h1>
        <span className="caption">{t('intro')}</span>
        {answer.state === 'ready' ? (
          <span className="caption">
            {t('coverageAll', {
              districts: answer.value.districts.length,
              documents: answer.value.districts.reduce((sum, { documents }) => sum + documents, 0),
            })}
          </span>
        ) : null}
      </header>
      {answer.state === 'loading' ? <Loading rows={8} /> : null}
      {answer.state === 'failed' ? <Failed error={answer.error} onRetry={answer.retry} /> : null}
      {answer.state === 'ready' ? <Body matrix={answer.value} state={state} change={change} /> : null}
    </section>
  )
}
