/** Level, order, filters, and the way to a comparison. */
import { ArrowRightLeft } from 'lucide-react'
import type { Matrix } from '../../../contract/index.ts'
import { LEVELS, type Level, type PageState } from './address.ts'
import { useWords } from './words.ts'

const LEVEL_WORDS = { home: 'levelHome', county: 'levelCounty', city: 'levelCity', province: 'levelProvince' } as const satisfies Record<
  Level,
  string
>

interface MatrixBarProps {
  readonly state: PageState
  readonly matrix: Matrix
  readonly turned: boolean
  readonly change: (part: Partial<PageState>) => void
}

function Comparing({ state, matrix, change }: Omit<MatrixBarProps, 'turned'>) {
  const t = useWords()
  const names = state.picked.flatMap((id) => matrix.districts.find((district) => district.id === id)?.name ?? [])
  const [a, b] = names
  if (a === undefined) return <span className="caption">{t('comparePickNone')}</span>
  return (
    <>
      {b === undefined ? (
        <span className="caption">
          {a} · {t('comparePickOne')}
        </span>
      ) : (
        <button type="button" className="button primary" onClick={() => change({ comparing: true, cell: null })}>
          {t('compare', { a, b })}
        </button>
      )}
      <button type="button" className="button plain" onClick={() => change({ picked: [] })}>
        {t('clear')}
      </button>
    </>
  )
}

interface ChoiceProps<T extends string | number> {
  readonly caption: string
  readonly value: T
  readonly options: readonly (readonly [T, string])[]
  readonly onChoose: (value: string) => void
}

function Choice<T extends string | number>({ caption, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <label>
      <span className="caption">{caption}</span>
      <select className="field" value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

export function MatrixBar({ state, matrix, turned, change }: MatrixBarProps) {
  const t = useWords()
  const most = Math.max(1, ...matrix.families.map(({ districts }) => districts))
  const counts = Array.from({ length: Math.min(most, 10) }, (_, index) => index + 1)
  return (
    <div className="matrix-bar">
      <Choice
        caption={t('level')}
        value={state.level}
        options={LEVELS.map((level) => [level, t(LEVEL_WORDS[level])])}
        onChoose={(level) => change({ level: level as Level, cell: null, picked: [] })}
      />
      <Choice
        caption={t('sort')}
        value={state.order}
        options={[
          ['shared', t('sortShared')],
          ['list', t('sortList')],
        ]}
        onChoose={(order) => change({ order: order === 'list' ? 'list' : 'shared' })}
      />
      <Choice
        caption={t('shared')}
        value={Math.min(state.atLeast, most)}
        options={counts.map((count) => [count, count === 1 ? t('sharedAny') : t('sharedAtLeast', { count })])}
        onChoose={(count) => change({ atLeast: Number(count) })}
      />
      <input
        className="field"
        type="search"
        placeholder={t('filterDistrict')}
        aria-label={t('filterDistrict')}
        value={state.filter}
        onChange={(event) => change({ filter: event.target.value })}
      />
      <button
        type="button"
        className="button icon"
        title={t('turn')}
        aria-label={t('turn')}
        aria-pressed={turned}
        onClick={() => change({ turned: !turned })}
      >
        <ArrowRightLeft size={15} aria-hidden />
      </button>
      <span className="matrix-bar-end">
        <Comparing state={state} matrix={matrix} change={change} />
      </span>
    </div>
  )
}
