/** Parts that both detail panels use: values, disagreements, chips of a line, and a list of sentences that folds. */
import { useState } from 'react'
import type { ClaimedType, Conflict, EntityLabel } from '../../../cypher/model/index.ts'
import type { SceneEdge, SceneNode, Source } from '../../contract/index.ts'
import { SourceQuote } from '../components/SourceQuote.tsx'
import { StatusMark } from '../components/StatusMark.tsx'
import type { NamedMark } from '../derive/mark-names.ts'
import { sayValue } from '../derive/say-value.ts'
import { leaveDistrictOut } from '../derive/short-name.ts'
import { useLocale } from '../i18n/index.ts'
import { useGraphText } from '../scene/words.ts'

/** Every form under which a sentence may name a thing. */
export function marksOf(...things: readonly SceneNode[]): NamedMark[] {
  return things.map((thing) => {
    const names = [thing.name, ...thing.aliases]
    return { label: thing.label, names: [...names, ...names.map((name) => leaveDistrictOut(name, thing.districtName))] }
  })
}

/** Sentences shown before one asks for the rest. */
const FIRST = 3

interface SourcesProps {
  readonly sources: readonly Source[]
  readonly marks: readonly NamedMark[]
  readonly label: EntityLabel
  readonly first?: number
}

export function Sources({ sources, marks, label, first = FIRST }: SourcesProps) {
  const t = useGraphText()
  const [isOpen, setIsOpen] = useState(false)
  if (sources.length === 0) return <p className="caption no-sentence">{t('noSentence')}</p>
  const shown = isOpen ? sources : sources.slice(0, first)
  return (
    <>
      {shown.map((source) => (
        <SourceQuote key={source.claim} source={source} marks={marks} label={label} />
      ))}
      {shown.length < sources.length ? (
        <button type="button" className="link more" onClick={() => setIsOpen(true)}>
          {t('moreSentences', { count: sources.length - shown.length })}
        </button>
      ) : null}
    </>
  )
}

/** Values on which documents of one year disagree, side by side. */
export function Conflicts({ conflicts, of }: { conflicts: readonly Conflict[]; of: EntityLabel | ClaimedType }) {
  const t = useGraphText()
  const locale = useLocale((state) => state.locale)
  return conflicts.map((conflict) => (
    <div key={conflict.key} className="conflict">
      <strong>
        {t('conflict')} · {sayValue(of, conflict.key, '', locale).caption}
      </strong>
      <div className="conflict-values">
        {conflict.values.map((side) => (
          <div key={String(side.value)}>
            <span>{sayValue(of, conflict.key, side.value, locale).text}</span>
            <span className="caption">{t('documents', { count: side.documents.length })}</span>
          </div>
        ))}
      </div>
    </div>
  ))
}

/** Status, form, role, year, specialties of a line as chips. */
export function EdgeChips({ edge }: { edge: SceneEdge }) {
  const locale = useLocale((state) => state.locale)
  const { status, forms: all, form, ...rest } = edge.attrs
  const forms = Array.isArray(all) ? all : form === undefined ? [] : [form]
  return (
    <span className="chips">
      {forms.map((value) => (
        <span key={String(value)} className="chip">
          {sayValue(edge.type, 'form', value, locale).text}
        </span>
      ))}
      {typeof status === 'string' ? (
        <StatusMark status={status} of={edge.type === 'PARTICIPATES_IN' ? 'participation' : 'agreement'} />
      ) : null}
      {Object.entries(rest)
        .filter(([key]) => key !== 'basis' && key !== 'count')
        .map(([key, value]) => {
          const said = sayValue(edge.type, key, value, locale)
          return (
            <span key={key} className="chip" title={said.caption}>
              {said.text}
            </span>
          )
        })}
    </span>
  )
}

/** "最早见于已读文件": the earliest year that something read by us gives, never "since". */
export function SeenYears({ first, last }: { first: number | null | undefined; last: number | null | undefined }) {
  const t = useGraphText()
  if (first === null || first === undefined) return null
  const isOne = last === null || last === undefined || last === first
  return (
    <>
      <dt>{t('seen')}</dt>
      <dd>{isOne ? t('seenYear', { first: String(first) }) : t('seenYears', { first: String(first), last: String(last) })}</dd>
    </>
  )
}
