/** What one district does in one family: its programs, each with its sentences. */
import { families, type FamilyName } from '../../../../cypher/model/index.ts'
import type { Cell } from '../../../contract/index.ts'
import { api } from '../../api.ts'
import { EntityLink } from '../../components/EntityLink.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SourceQuote } from '../../components/SourceQuote.tsx'
import { Empty, Failed, Loading } from '../../components/States.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { useCaption } from '../../i18n/index.ts'
import type { MatrixDistrict } from './matrix.ts'
import { useWords } from './words.ts'

interface CellPanelProps {
  readonly district: MatrixDistrict
  readonly family: FamilyName
  readonly onClose: () => void
}

function Program({ program, district }: { program: Cell['programs'][number]; district: string }) {
  const t = useWords()
  const role = program.role === 'lead' ? t('roleLead') : program.role === 'partner' ? t('rolePartner') : null
  return (
    <li className="program">
      <h3>
        <EntityLink id={program.id} name={program.name} label="Program" />
        {program.status ? <StatusMark status={program.status} of="participation" /> : <span className="chip">? {t('legendUnknown')}</span>}
      </h3>
      <p className="caption">
        {[
          program.party.id === district ? null : t('by', { name: program.party.name }),
          role,
          program.firstYear === null ? null : t('firstSeen', { year: program.firstYear }),
          program.lastYear === null || program.lastYear === program.firstYear ? null : t('lastSeen', { year: program.lastYear }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {program.sources.length === 0 ? <p className="caption">{t('noSentence')}</p> : null}
      {program.sources.map((source) => (
        <SourceQuote key={source.claim} source={source} marks={[{ names: [program.name], label: 'Program' }]} label="Program" />
      ))}
    </li>
  )
}

export function CellPanel({ district, family, onClose }: CellPanelProps) {
  const say = useCaption()
  const t = useWords()
  const answer = useAnswer(`${district.id}\n${family}`, (signal) => api.cell({ district: district.id, family }, signal))
  const title = `${district.name} · ${say(families[family])}`
  return (
    <Panel label={title} onClose={onClose}>
      <h2 className="cell-title">{title}</h2>
      {answer.state === 'loading' ? <Loading /> : null}
      {answer.state === 'failed' ? <Failed error={answer.error} onRetry={answer.retry} /> : null}
      {answer.state === 'ready' && answer.value.programs.length === 0 ? <Empty title={t('none')} /> : null}
      {answer.state === 'ready' && answer.value.programs.length > 0 ? (
        <>
          <p className="caption">{t('programs', { count: new Set(answer.value.programs.map(({ id }) => id)).size })}</p>
          <ul>
            {answer.value.programs.map((program) => (
              <Program key={program.relation} program={program} district={district.id} />
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  )
}
