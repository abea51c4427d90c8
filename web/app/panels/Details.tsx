/** The right panel: one thing, one line, or a summary of several, each fact with its sentences. */
import { Panel } from '../components/Panel.tsx'
import { useGraphText } from '../scene/words.ts'
import { nothing, useSelection } from '../state/selection.ts'
import './details.css'
import { EntityPanel } from './EntityPanel.tsx'
import { RelationPanel } from './RelationPanel.tsx'
import { SeveralPanel } from './SeveralPanel.tsx'

export function Details() {
  const t = useGraphText()
  const { nodes, edge } = useSelection()
  const [only] = nodes
  if (only === undefined && edge === null) return null
  return (
    <Panel label={t('detailsTitle')} onClose={() => useSelection.setState(nothing, true)}>
      {edge !== null ? <RelationPanel key={edge} id={edge} /> : null}
      {edge === null && nodes.length === 1 && only !== undefined ? <EntityPanel key={only} id={only} /> : null}
      {edge === null && nodes.length > 1 ? <SeveralPanel ids={nodes} /> : null}
    </Panel>
  )
}
