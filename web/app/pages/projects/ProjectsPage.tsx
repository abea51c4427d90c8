/** 项目台账: what is being built, by stage, with money, area and beds; each row opens its sentences. */
import { Download } from 'lucide-react'
import { labelDefinitions, projectStatuses, type Attribute } from '../../../../cypher/model/index.ts'
import { api } from '../../api.ts'
import { downloadCsv, today } from '../../components/download.ts'
import { PlaceFilter } from '../../components/PlaceFilter.tsx'
import { Empty, Failed, Loading } from '../../components/States.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { csvOf } from '../../derive/csv.ts'
import { useCaption } from '../../i18n/index.ts'
import { usePageState, type PageState } from './address.ts'
import { districtsOf, groupByStage, matches, stageOf, type Work } from './board.ts'
import { BoardTable } from './BoardTable.tsx'
import { WorkPanel } from './WorkPanel.tsx'
import { useWords } from './words.ts'
import '../../components/list-page.css'
import './projects.css'

const attributes: [string, Attribute][] = Object.entries(labelDefinitions.Project.attributes)

interface BodyProps {
  readonly works: readonly Work[]
  readonly state: PageState
  readonly change: (part: Partial<PageState>) => void
}

function TakeButton({ works }: { works: readonly Work[] }) {
  const t = useWords()
  const say = useCaption()
  const take = (): void => {
    const titles = [
      t('name'),
      t('owner'),
      t('district'),
      ...attributes.map(([, { caption, unit }]) => say(caption) + (unit ? `（${unit}）` : '')),
    ]
    const cell = (work: Work, key: string): string => {
      const value = work.node.attrs[key]
      if (key === 'status') return stageOf(work) === 'unknown' ? '' : say(projectStatuses[stageOf(work) as keyof typeof projectStatuses])
      return Array.isArray(value) ? value.join('、') : value === undefined ? '' : String(value)
    }
    const rows = works.map((work) => [
      work.node.name,
      work.owners.map(({ name }) => name).join('、'),
      work.node.districtName ?? '',
      ...attributes.map(([key]) => cell(work, key)),
    ])
    downloadCsv(`${t('file')}-${today()}.csv`, csvOf([titles, ...rows]))
  }
  return (
    <button type="button" className="button board-take" title={t('takeHint')} onClick={take}>
      <Download size={16} aria-hidden /> {t('take')}
    </button>
  )
}

function Bar({ works, shown, state, change }: BodyProps & { readonly shown: readonly Work[] }) {
  const t = useWords()
  return (
    <div className="list-page-bar">
      <PlaceFilter
        districts={districtsOf(works)}
        total={works.length}
        district={state.district}
        text={state.text}
        searchLabel={t('search')}
        onChange={change}
      />
      <span className="caption" role="status">
        {t('works', { count: shown.length })}
      </span>
      <TakeButton works={shown} />
    </div>
  )
}

function Body({ works, state, change }: BodyProps) {
  const t = useWords()
  const shown = works.filter((work) => matches(work, state))
  const groups = groupByStage(shown)
  const opened = works.find(({ node }) => node.id === state.opened)
  if (works.length === 0) return <Empty title={t('empty')}>{t('emptyHint')}</Empty>
  return (
    <div className="list-page-body">
      <div className="list-page-main">
        <Bar works={works} shown={groups.flatMap((group) => group.works)} state={state} change={change} />
        {shown.length === 0 ? (
          <Empty
            title={t('emptyFilter')}
            action={
              <button type="button" className="button" onClick={() => change({ district: '', text: '' })}>
                {t('reset')}
              </button>
            }
          />
        ) : (
          <div className="board-scroll">
            <BoardTable groups={groups} opened={state.opened} onOpen={(id) => change({ opened: id })} />
          </div>
        )}
        <footer className="caption board-note">{t('sumNote')}</footer>
      </div>
      {opened ? <WorkPanel key={opened.node.id} work={opened} onClose={() => change({ opened: null })} /> : null}
    </div>
  )
}

export default function ProjectsPage() {
  const t = useWords()
  const [state, change] = usePageState()
  const answer = useAnswer('projects', (signal) => api.projects(signal))
  return (
    <section className="list-page" aria-label={t('title')}>
      <header>
        <h1>{t('title')}</h1>
        <span className="caption">{t('intro')}</span>
        {answer.state === 'ready' && answer.value.limitHit ? <span className="caption">{t('limited')}</span> : null}
      </header>
      {answer.state === 'loading' ? <Loading rows={8} /> : null}
      {answer.state === 'failed' ? <Failed error={answer.error} onRetry={answer.retry} /> : null}
      {answer.state === 'ready' ? <Body works={answer.value.projects} state={state} change={change} /> : null}
    </section>
  )
}
