/** The two lists of an analysis: things by their value, and groups with their first members. */
import { KindIcon } from '../components/KindIcon.tsx'
import { GROUP_COLOURS, groupMark, sayValueOf, type Measured, type MeasuredGroup } from '../derive/measured.ts'
import { attempt, goTo } from '../scene/actions.ts'
import { useMeasureText } from '../scene/measure-words.ts'
import { useGraph } from '../state/graph.ts'
import { selectNodes, useSelection } from '../state/selection.ts'
import { useView } from '../state/view.ts'

/** Rows that one reads; the list twin and the API have all. */
const MOST_LISTED = 50
/** Members named of a group. */
const NAMED = 3

export function RankList({ measured }: { measured: Measured }) {
  const t = useMeasureText()
  const nodes = useGraph((graph) => graph.nodes)
  const selected = useSelection((selection) => selection.nodes)
  const listed = measured.things.slice(0, MOST_LISTED)
  return (
    <>
      <ol className="rank-list">
        {listed.map(({ id, label, name, value }, at) => (
          <li key={id} aria-current={selected.includes(id) ? 'true' : undefined}>
            <button type="button" className="rank-row" onClick={() => attempt(goTo(id))}>
              <span className="rank-place caption">{at + 1}</span>
              <KindIcon label={label} partner={nodes.get(id)?.local === false} />
              <span className="rank-name">{name}</span>
              <span className="number">{sayValueOf(measured, value)}</span>
              <span className="rank-bar" style={{ width: `${(100 * (measured.shareById.get(id) ?? 0)).toFixed(1)}%` }} aria-hidden />
            </button>
          </li>
        ))}
      </ol>
      {measured.things.length > MOST_LISTED ? <p className="caption">{t('listed', { count: MOST_LISTED })}</p> : null}
    </>
  )
}

/** Selects those of a group that are in the scene; the others can be added from their names. */
function selectGroup({ things }: MeasuredGroup): void {
  const { members } = useView.getState()
  useSelection.setState(selectNodes(things.map(({ id }) => id).filter((id) => members.has(id))), true)
}

export function GroupList({ measured }: { measured: Measured }) {
  const t = useMeasureText()
  const listed = measured.groups.slice(0, MOST_LISTED)
  const rest = measured.groups.length - GROUP_COLOURS
  return (
    <>
      <ol className="group-list">
        {listed.map((group) => (
          <li key={group.number}>
            <button
              type="button"
              className="group-row"
              aria-label={t('selectGroup', { number: group.number })}
              onClick={() => selectGroup(group)}
            >
              <span
                className="group-swatch"
                style={{ background: group.number <= GROUP_COLOURS ? `var(--group-${group.number})` : 'var(--line-ended)' }}
                aria-hidden
              />
              <span>{groupMark(group.number)}</span>
              <span className="caption">{t('members', { count: group.size })}</span>
            </button>
            <p className="group-names">
              {group.things.slice(0, NAMED).map(({ id, name }) => (
                <button key={id} type="button" className="link" onClick={() => attempt(goTo(id))}>
                  {name}
                </button>
              ))}
            </p>
          </li>
        ))}
      </ol>
      {rest > 0 ? <p className="caption">{t('allGroups', { count: rest })}</p> : null}
      {measured.groups.length > MOST_LISTED ? <p className="caption">{t('listed', { count: MOST_LISTED })}</p> : null}
    </>
  )
}
