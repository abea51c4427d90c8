/** Works by stage: each stage with its sums, below it its works. */
import { projectStatuses } from '../../../../cypher/model/index.ts'
import { StatusMark } from '../../components/StatusMark.tsx'
import { sayValue } from '../../derive/say-value.ts'
import { useLocale } from '../../i18n/index.ts'
import { figureOf, measures, type Group, type Measure, type Sum, type Work } from './board.ts'
import { useWords } from './words.ts'

function useFigure(): (measure: string, value: number | null) => { text: string; exact?: string } {
  const locale = useLocale((state) => state.locale)
  return (measure, value) => (value === null ? { text: '' } : sayValue('Project', measure, value, locale))
}

function SumCell({ measure, sum }: { measure: Measure; sum: Sum }) {
  const t = useWords()
  const say = useFigure()
  if (sum.of === 0) return <td />
  const { text } = say(measure, sum.total)
  return (
    <td className="number" title={t('sumOf', { of: sum.of, total: text })}>
      {text}
    </td>
  )
}

function StageRow({ group }: { group: Group }) {
  const t = useWords()
  const { stage, works, sums } = group
  return (
    <tr className="board-stage">
      <th scope="rowgroup" colSpan={3}>
        {stage in projectStatuses ? <StatusMark status={stage} /> : <span className="chip">? {t('unknown')}</span>}
        <span className="caption">{t('works', { count: works.length })}</span>
      </th>
      {measures.map((measure) => (
        <SumCell key={measure} measure={measure} sum={sums[measure]} />
      ))}
      <td colSpan={2} />
    </tr>
  )
}

interface WorkRowProps {
  readonly work: Work
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function WorkRow({ work, isOpen, onOpen }: WorkRowProps) {
  const t = useWords()
  const say = useFigure()
  const { node, owners, isDisputed } = work
  const year = figureOf(work, 'year')
  return (
    <tr aria-selected={isOpen}>
      <td>
        <button type="button" className="board-name" onClick={onOpen}>
          {node.name}
        </button>
        {isDisputed ? (
          <span className="board-disputed" title={t('disputed')} role="img" aria-label={t('disputed')}>
            ≠
          </span>
        ) : null}
      </td>
      <td>{owners.map(({ name }) => name).join('、')}</td>
      <td>{node.districtName}</td>
      {measures.map((measure) => {
        const { text, exact } = say(measure, figureOf(work, measure))
        return (
          <td key={measure} className="number" title={exact}>
            {text}
          </td>
        )
      })}
      <td className="number">{year ?? ''}</td>
      <td className="number">{node.documents}</td>
    </tr>
  )
}

interface BoardTableProps {
  readonly groups: readonly Group[]
  readonly opened: string | null
  readonly onOpen: (id: string) => void
}

export function BoardTable({ groups, opened, onOpen }: BoardTableProps) {
  const t = useWords()
  return (
    <table className="table board">
      <caption className="visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('owner')}</th>
          <th scope="col">{t('district')}</th>
          {measures.map((measure) => (
            <th key={measure} scope="col" className="number">
              {t(measure)}
            </th>
          ))}
          <th scope="col" className="number">
            {t('year')}
          </th>
          <th scope="col" className="number">
            {t('documents')}
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.stage}>
          <StageRow group={group} />
          {group.works.map((work) => (
            <WorkRow key={work.node.id} work={work} isOpen={work.node.id === opened} onOpen={() => onOpen(work.node.id)} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
