/** The matrix itself: sticky heads on both sides, a mark and a count in each cell. Families or districts may be the rows. */
import type { ReactNode } from 'react'
import { families as familyCaptions, participationStatuses, type FamilyName } from '../../../../cypher/model/index.ts'
import { useCaption } from '../../i18n/index.ts'
import { marksOf, sayYears, type MatrixDistrict, type MatrixFamily, type ShownMatrix } from './matrix.ts'
import { useWords } from './words.ts'

interface MatrixTableProps {
  readonly shown: ShownMatrix
  readonly turned: boolean
  readonly opened: { readonly district: string; readonly family: string } | null
  readonly picked: readonly string[]
  readonly onOpen: (district: string, family: FamilyName) => void
  readonly onPick: (district: string) => void
}

function DistrictHead({ district, isPicked, onPick }: { district: MatrixDistrict; isPicked: boolean; onPick: () => void }) {
  const t = useWords()
  const years = sayYears(district.years)
  return (
    <label className="matrix-district" title={t('pick', { name: district.name })}>
      <input type="checkbox" checked={isPicked} onChange={onPick} aria-label={t('pick', { name: district.name })} />
      <span>
        <strong>{district.name}</strong>
        <small>
          {district.documents === 0 ? t('notRead') : t('coverage', { documents: district.documents, years: years || t('noYears') })}
        </small>
      </span>
    </label>
  )
}

function FamilyHead({ family }: { family: MatrixFamily }) {
  const say = useCaption()
  const t = useWords()
  return (
    <span className="matrix-family">
      <span>{say(familyCaptions[family.family])}</span>
      <small title={t('districtsWith')}>{family.districts}</small>
    </span>
  )
}

interface CellProps {
  readonly district: MatrixDistrict
  readonly family: FamilyName
  readonly table: MatrixTableProps
}

function Cell({ district, family, table: { shown, opened, onOpen } }: CellProps) {
  const say = useCaption()
  const t = useWords()
  const cell = shown.cellOf(district.id, family)
  const names = { district: district.name, family: say(familyCaptions[family]) }
  if (!cell) {
    const isRead = district.documents > 0
    return (
      <td className="matrix-none" title={t(isRead ? 'cellNone' : 'cellNotRead', names)}>
        <span className="matrix-zero">
          <span>{isRead ? '0' : '·'}</span>
        </span>
      </td>
    )
  }
  const isOpen = opened?.district === district.id && opened.family === family
  const statuses = cell.statuses.map((status) => say(participationStatuses[status])).join('、') || t('legendUnknown')
  const label = t('cellLabel', { ...names, count: cell.programs, statuses })
  return (
    <td>
      <button
        type="button"
        className="matrix-cell"
        aria-label={label}
        title={label}
        aria-pressed={isOpen}
        onClick={() => onOpen(district.id, family)}
      >
        <span className="matrix-marks" aria-hidden>
          {marksOf(cell.statuses)}
        </span>
        <span>{cell.programs}</span>
      </button>
    </td>
  )
}

export function MatrixTable(props: MatrixTableProps) {
  const { shown, turned, picked, onPick } = props
  const t = useWords()
  const districtHead = (district: MatrixDistrict): ReactNode => (
    <DistrictHead district={district} isPicked={picked.includes(district.id)} onPick={() => onPick(district.id)} />
  )
  const corner = turned ? t('district') : t('family')
  return (
    <table className="matrix" data-turned={turned}>
      <thead>
        <tr>
          <th scope="col" className="matrix-corner">
            {corner}
          </th>
          {turned
            ? shown.families.map((family) => (
                <th key={family.family} scope="col">
                  <FamilyHead family={family} />
                </th>
              ))
            : shown.districts.map((district) => (
                <th key={district.id} scope="col">
                  {districtHead(district)}
                </th>
              ))}
        </tr>
      </thead>
      <tbody>
        {turned
          ? shown.districts.map((district) => (
              <tr key={district.id}>
                <th scope="row">{districtHead(district)}</th>
                {shown.families.map(({ family }) => (
                  <Cell key={family} district={district} family={family} table={props} />
                ))}
              </tr>
            ))
          : shown.families.map((family) => (
              <tr key={family.family}>
                <th scope="row">
                  <FamilyHead family={family} />
                </th>
                {shown.districts.map((district) => (
                  <Cell key={district.id} district={district} family={family.family} table={props} />
                ))}
              </tr>
            ))}
      </tbody>
    </table>
  )
}
