/** Fields for the parameters of the text in the editor; ids are found by name. */
import { useId, useState } from 'react'
import { entityLabels, labelDefinitions } from '../../../../cypher/model/index.ts'
import type { NamedQuery } from '../../../contract/index.ts'
import { api } from '../../api.ts'
import { useAnswer } from '../../components/use-answer.ts'
import { useCaption } from '../../i18n/index.ts'
import { useWords } from './words.ts'

type Parameter = NamedQuery['params'][number]

interface ParameterFieldProps {
  readonly name: string
  readonly parameter: Parameter | undefined
  readonly value: string
  readonly onValue: (value: string) => void
}

/** A parameter that wants the id of a thing says so in its caption. */
function wantsThing(parameter: Parameter | undefined): boolean {
  return parameter?.type === 'text' && parameter.caption.zh.includes('编号')
}

function Suggestions({ id, text }: { id: string; text: string }) {
  const say = useCaption()
  const query = text.includes('/') ? '' : text.trim()
  const answer = useAnswer(query, async (signal) => (query === '' ? { hits: [], more: 0 } : api.search(query, 8, signal)))
  const hits = answer.state === 'ready' ? answer.value.hits : []
  return (
    <datalist id={id}>
      {hits.map((hit) => (
        <option key={hit.id} value={hit.id}>
          {`${hit.name} · ${entityLabels.includes(hit.label) ? say(labelDefinitions[hit.label].caption) : hit.label}`}
        </option>
      ))}
    </datalist>
  )
}

function ParameterField({ name, parameter, value, onValue }: ParameterFieldProps) {
  const say = useCaption()
  const t = useWords()
  const list = useId()
  const isThing = wantsThing(parameter)
  const [isTouched, setIsTouched] = useState(false)
  return (
    <label className="parameter">
      <span>
        <code>${name}</code> {parameter ? say(parameter.caption) : null}
      </span>
      <input
        className="field"
        value={value}
        list={isThing ? list : undefined}
        placeholder={isThing ? t('paramSearch') : t('paramHint')}
        title={isThing ? t('paramSearch') : t('paramHint')}
        onFocus={() => setIsTouched(true)}
        onChange={(event) => onValue(event.target.value)}
      />
      {isThing && isTouched ? <Suggestions id={list} text={value} /> : null}
    </label>
  )
}

interface ParameterFormProps {
  readonly names: readonly string[]
  readonly known: readonly Parameter[]
  readonly values: Readonly<Record<string, string>>
  readonly onValues: (values: Record<string, string>) => void
}

export function ParameterForm({ names, known, values, onValues }: ParameterFormProps) {
  const t = useWords()
  if (names.length === 0) return null
  return (
    <div className="parameters" role="group" aria-label={t('params')}>
      {names.map((name) => (
        <ParameterField
          key={name}
          name={name}
          parameter={known.find((parameter) => parameter.name === name)}
          value={values[name] ?? ''}
          onValue={(value) => onValues({ ...values, [name]: value })}
        />
      ))}
    </div>
  )
}
