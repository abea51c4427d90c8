/** Fields for the parameters of the text in the editor; ids are found by name. */
import { useId, useState } from 'react'
import {
  agreementStatuses,
  claimedTypes,
  districtLevels,
  entityLabels,
  families,
  forms,
  labelDefinitions,
  participationStatuses,
  projectStatuses,
  relationDefinitions,
  type Caption,
} from '../../../../cypher/model/index.ts'
import type { NamedQuery } from '../../../contract/index.ts'
import { api } from '../../api.ts'
import { useAnswer } from '../../components/use-answer.ts'
import { useCaption } from '../../i18n/index.ts'
import { useWords, type ConsoleWord } from './words.ts'

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

/** Words of the model that a parameter of this name takes. */
function choicesOf(name: string): [string, Caption][] {
  if (name === 'family' || name === 'families') return Object.entries(families)
  if (name === 'level') return Object.entries(districtLevels)
  if (name === 'form' || name === 'forms') return Object.entries(forms).map(([key, form]) => [key, form.caption])
  if (name === 'type' || name === 'types') return claimedTypes.map((type) => [type, relationDefinitions[type].caption])
  if (name === 'status' || name === 'statuses')
    return Object.entries({ ...agreementStatuses, ...projectStatuses, ...participationStatuses })
  return []
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

const HINTS: Readonly<Record<string, ConsoleWord>> = { text: 'paramText', number: 'paramNumber', texts: 'paramTexts' }

function ParameterField({ name, parameter, value, onValue }: ParameterFieldProps) {
  const say = useCaption()
  const t = useWords()
  const list = useId()
  const isThing = wantsThing(parameter)
  const choices = choicesOf(name)
  const [isTouched, setIsTouched] = useState(false)
  const hint = isThing ? t('paramSearch') : t(HINTS[parameter?.type ?? ''] ?? 'paramHint')
  return (
    <label className="parameter">
      <span>
        <code>${name}</code> {parameter ? say(parameter.caption) : null}
        {parameter?.required ? <em> {t('required')}</em> : null}
      </span>
      <input
        className="field"
        value={value}
        list={isThing || choices.length > 0 ? list : undefined}
        placeholder={hint}
        title={hint}
        aria-required={parameter?.required}
        onFocus={() => setIsTouched(true)}
        onChange={(event) => onValue(event.target.value)}
      />
      {isThing && isTouched ? <Suggestions id={list} text={value} /> : null}
      {choices.length > 0 ? (
        <datalist id={list}>
          {choices.map(([key, caption]) => (
            <option key={key} value={key}>
              {say(caption)}
            </option>
          ))}
        </datalist>
      ) : null}
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
