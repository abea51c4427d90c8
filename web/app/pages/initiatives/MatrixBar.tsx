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

export function MatrixBar({ state, matrix, turned, change }: MatrixBarProps) {
  const t = useWords()
  const most = Math.max(1, ...matrix.families.map(({ districts }) => districts))
  return (
    <div className="matrix-bar">
      <label>
        <span className="caption">{t('level')}</span>
        <select
          className="field"
          value={state.level}
          onChange={(event) => change({ level: event.target.value as Level, cell: null, picked: [] })}
        >
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {t(LEVEL_WORDS[level])}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="caption">{t('sort')}</span>
        <select
          className="field"
          value={state.order}
          onChange={(event) => change({ order: event.target.value === 'list' ? 'list' : 'shared' })}
        >
          <option value="shared">{t('sortShared')}</option>
          <option value="list">{t('sortList')}</option>
        </select>
      </label>
      <label>
        <span className="caption">{t('shared')}</span>
        <select
          className="field"
          value={Math.min(state.atLeast, most)}
          onChange={(event) => change({ atLeast: Number(event.target.value) })}
        >
          {Array.from({ length: Math.min(most, 10) }, (_, index) => index + 1).map((count) => (
            <option key={count} value={count}>
              {count === 1 ? t('sharedAny') : t('sharedAtLeast', { count })}
            </option>
          ))}
        </select>
      </label>
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
