/** Several selected things: their names, and what can be done with all of them. */
import { EntityLink } from '../components/EntityLink.tsx'
import { attempt, change, findPaths } from '../scene/actions.ts'
import { addCommonPartners } from '../scene/reach.ts'
import { useGraphText } from '../scene/words.ts'
import { useGraph } from '../state/graph.ts'
import { selectNodes, useSelection } from '../state/selection.ts'
import { hide, pin, useView } from '../state/view.ts'

function selectNeighbours(ids: readonly string[]): void {
  const { members } = useView.getState()
  const chosen = new Set(ids)
  for (const edge of useGraph.getState().edges.values()) {
    if (edge.type === 'LOCATED_IN' || edge.type === 'PART_OF') continue
    if (ids.includes(edge.from) && members.has(edge.to)) chosen.add(edge.to)
    if (ids.includes(edge.to) && members.has(edge.from)) chosen.add(edge.from)
  }
  useSelection.setState(selectNodes([...chosen]), true)
}

export function SeveralPanel({ ids }: { ids: readonly string[] }) {
  const t = useGraphText()
  const nodes = useGraph((graph) => graph.nodes)
  const [a, b] = ids
  return (
    <article>
      <header className="details-head">
        <h1>{t('selectedMany', { count: ids.length })}</h1>
      </header>
      <div className="several-actions">
        {ids.length === 2 && a !== undefined && b !== undefined ? (
          <button type="button" className="button" onClick={() => attempt(findPaths(a, b))}>
            {t('pathsBetween')}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => attempt(addCommonPartners(ids))}>
          {t('common')}
        </button>
        <button type="button" className="button" onClick={() => selectNeighbours(ids)}>
          {t('neighboursOfSelection')}
        </button>
        <button type="button" className="button" onClick={() => change('pin', (view) => pin(view, ids))}>
          {t('pin')}
        </button>
        <button type="button" className="button" onClick={() => change('hide', (view) => hide(view, ids))}>
          {t('hide')}
        </button>
      </div>
      <ul>
        {ids.map((id) => {
          const node = nodes.get(id)
          return node ? (
            <li key={id} className="several-row">
              <EntityLink id={id} name={node.name} label={node.label} partner={!node.local} />
            </li>
          ) : null
        })}
      </ul>
    </article>
  )
}
