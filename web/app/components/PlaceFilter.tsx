/** Two filters of a list: by the district on whose ground a thing stands, and by words of its names. */
import { usePlaceText } from './place-words.ts'

export interface CountedDistrict {
  readonly id: string
  readonly name: string
  readonly count: number
}

interface PlaceFilterProps {
  readonly districts: readonly CountedDistrict[]
  /** Things in all districts. */
  readonly total: number
  /** Id of the chosen district; empty for all. */
  readonly district: string
  readonly text: string
  /** What the words are looked for in. */
  readonly searchLabel: string
  readonly onChange: (part: { readonly district?: string; readonly text?: string }) => void
}

export function PlaceFilter({ districts, total, district, text, searchLabel, onChange }: PlaceFilterProps) {
  const t = usePlaceText()
  return (
    <>
      <label>
        <span className="caption">{t('district')}</span>
        <select className="field" value={district} onChange={(event) => onChange({ district: event.target.value })}>
          <option value="">{t('allDistricts', { count: total })}</option>
          {districts.map(({ id, name, count }) => (
            <option key={id} value={id}>
              {t('districtCount', { name, count })}
            </option>
          ))}
        </select>
      </label>
      <input
        className="field"
        type="search"
        placeholder={searchLabel}
        aria-label={searchLabel}
        value={text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
    </>
  )
}
