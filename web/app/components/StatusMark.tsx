/** A status as mark and word: plan ○, under way ◐, done ●, ended ×. Never colour alone. */
import { agreementStatuses, participationStatuses, projectStatuses, type Caption } from '../../../cypher/model/index.ts'
import { phaseOf } from '../derive/phase.ts'
import { useCaption } from '../i18n/index.ts'
import type { Phase } from '../state/view.ts'
import './status-mark.css'

const MARKS: Readonly<Record<Phase, string>> = { plan: '○', underway: '◐', done: '●', ended: '×', unknown: '?' }

const captions: Readonly<Record<string, Caption>> = { ...projectStatuses, ...participationStatuses, ...agreementStatuses }

/** `of` tells whose word it is: in_effect reads 生效 of an agreement and 推进 of an initiative. */
export function StatusMark({
  status,
  of = 'agreement',
  bare = false,
}: {
  status: string
  of?: 'agreement' | 'participation'
  bare?: boolean
}) {
  const say = useCaption()
  const phase = phaseOf(status)
  const own: Readonly<Record<string, Caption>> = of === 'participation' ? participationStatuses : captions
  const found = own[status] ?? captions[status]
  const words = found ? say(found) : status
  const mark = MARKS[phase]
  return (
    <span className={bare ? 'status-mark' : 'chip status-mark'} data-phase={phase} title={words}>
      <span aria-hidden>{mark}</span>
      {bare ? <span className="visually-hidden">{words}</span> : words}
    </span>
  )
}
