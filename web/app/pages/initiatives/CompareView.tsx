/** Two districts side by side: families in both, only in one, only in the other, each with its programs. */
import { ArrowLeft } from 'lucide-react'
import { families } from '../../../../cypher/model/index.ts'
import { api } from '../../api.ts'
import { EntityLink } from '../../components/EntityLink.tsx'
import { Failed, Loading } from '../../components/States.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { useCaption } from '../../i18n/index.ts'
import { groupComparison, type ComparedFamily, type ComparisonRow } from './comparison.ts'
import { sayYears, type MatrixDistrict } from './matrix.ts'
import { useWords } from './words.ts'

interface CompareViewProps {
  readonly a: MatrixDistrict
  readonly b: MatrixDistrict
  readonly onBack: () => void
}

function Side({ rows, side, same }: { rows: readonly ComparisonRow[]; side: 'a' | 'b'; same: ReadonlySet<string> }) {
  const t = useWords()
  if (rows.length === 0) return <span className="caption">0 {t('none')}</span>
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.program.id}>
          <EntityLink id={row.program.id} name={row.program.name} label="Program" />
          {row[side]?.status ? <StatusMark status={row[side].status} of="participation" bare /> : <span title={t('legendUnknown')}>?</span>}
          <span className="caption">{row[side]?.year ?? ''}</span>
          {same.has(row.program.id) ? <span className="chip">{t('sameProgram')}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function Group({ title, families: group }: { title: string; families: readonly ComparedFamily[] }) {
  const say = useCaption()
  const t = useWords()
  return (
    <tbody>
      <tr className="compare-group">
        <th colSpan={3} scope="rowgroup">
          {title} <span className="caption">{t('familyCount', { count: group.length })}</span>
        </th>
      </tr>
      {group.map(({ family, a, b, same }) => (
        <tr key={family}>
          <th scope="row">{say(families[family])}</th>
          <td>
            <Side rows={a} side="a" same={same} />
          </td>
          <td>
            <Side rows={b} side="b" same={same} />
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function DistrictHead({ district }: { district: MatrixDistrict }) {
  const t = useWords()
  return (
    <th scope="col">
      <strong>{district.name}</strong>
      <small>
        {district.documents === 0
          ? t('notRead')
          : t('coverage', { documents: district.documents, years: sayYears(district.years) || t('noYears') })}
      </small>
    </th>
  )
}

export function CompareView({ a, b, onBack }: CompareViewProps) {
  const t = useWords()
  const answer = useAnswer(`${a.id}\n${b.id}`, (signal) => api.compare({ a: a.id, b: b.id }, signal))
  if (answer.state === 'loading') return <Loading rows={6} />
  if (answer.state === 'failed') return <Failed error={answer.error} onRetry={answer.retry} />
  const groups = groupComparison(answer.value.rows)
  return (
    <div className="compare">
      <div className="compare-bar">
        <button type="button" className="button" onClick={onBack}>
          <ArrowLeft size={15} aria-hidden /> {t('backToMatrix')}
        </button>
        <span className="caption">{t('compareNote')}</span>
      </div>
      <div className="matrix-scroll">
        <table className="compare-table">
          <thead>
            <tr>
              <th scope="col">{t('family')}</th>
              <DistrictHead district={a} />
              <DistrictHead district={b} />
            </tr>
          </thead>
          <Group title={t('both')} families={groups.both} />
          <Group title={t('onlyA', { name: a.name })} families={groups.onlyA} />
          <Group title={t('onlyB', { name: b.name })} families={groups.onlyB} />
        </table>
      </div>
    </div>
  )
}
