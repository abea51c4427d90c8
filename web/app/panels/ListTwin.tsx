/** The scene as two tables that keyboard and screen reader can walk: everything on the canvas is here, with the same actions. */
import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { labelDefinitions, relationDefinitions } from '../../../cypher/model/index.ts'
import { DataTable, type Column } from '../components/DataTable.tsx'
import { KindIcon } from '../components/KindIcon.tsx'
import { StatusMark } from '../components/StatusMark.tsx'
import type { Drawn, DrawnEdge, DrawnNode } from '../derive/elements.ts'
import { sayMeasured, type Measured } from '../derive/measured.ts'
import { useCaption, useText } from '../i18n/index.ts'
import { attempt, toggleExpansion } from '../scene/actions.ts'
import { useDesk } from '../scene/desk.ts'
import { takeEdges, takeNodes } from '../scene/take-away.ts'
import { useGraphText } from '../scene/words.ts'
import { useGraph } from '../state/graph.ts'
import { selectEdge, selectNode, useSelection } from '../state/selection.ts'

function useNodeColumns(measured: Measured | null): Column<DrawnNode>[] {
  const t = useGraphText()
  const say = useCaption()
  const nodes = useGraph((graph) => graph.nodes)
  return [
    {
      key: 'name',
      title: t('name'),
      sort: (node) => node.name,
      cell: (node) => (
        <button
          type="button"
          className="link entity-link"
          onClick={() => useSelection.setState(selectNode(node.id), true)}
          onDoubleClick={() => attempt(toggleExpansion(node.id))}
        >
          <KindIcon label={node.label} partner={!node.local} />
          {node.name}
        </button>
      ),
    },
    { key: 'kind', title: t('kind'), sort: (node) => node.label, cell: (node) => say(labelDefinitions[node.label].caption) },
    {
      key: 'district',
      title: t('district'),
      sort: (node) => nodes.get(node.id)?.districtName ?? '',
      cell: (node) => nodes.get(node.id)?.districtName ?? '',
    },
    {
      key: 'degree',
      title: t('degree'),
      number: true,
      sort: (node) => nodes.get(node.id)?.degree ?? 0,
      cell: (node) => nodes.get(node.id)?.degree,
    },
    {
      key: 'documents',
      title: t('documentCount'),
      number: true,
      sort: (node) => nodes.get(node.id)?.documents ?? 0,
      cell: (node) => nodes.get(node.id)?.documents,
    },
    ...(measured === null
      ? []
      : [
          {
            key: 'measure',
            title: say(measured.caption),
            number: true,
            sort: (node: DrawnNode) => measured.valueById.get(node.id) ?? -1,
            cell: (node: DrawnNode) => sayMeasured(measured, node.id),
          },
        ]),
  ]
}

function useEdgeColumns(): Column<DrawnEdge>[] {
  const t = useGraphText()
  const say = useCaption()
  const { nodes, edges } = useGraph()
  const nameOf = (id: string): string => nodes.get(id)?.name ?? id
  const statusOf = (id: string): string => String(edges.get(id)?.attrs['status'] ?? '')
  return [
    { key: 'from', title: t('from'), sort: (edge) => nameOf(edge.from), cell: (edge) => nameOf(edge.from) },
    {
      key: 'type',
      title: t('relation'),
      sort: (edge) => edge.type,
      cell: (edge) => (
        <button type="button" className="link" onClick={() => useSelection.setState(selectEdge(edge.id), true)}>
          {say(relationDefinitions[edge.type].caption)}
        </button>
      ),
    },
    { key: 'to', title: t('to'), sort: (edge) => nameOf(edge.to), cell: (edge) => nameOf(edge.to) },
    {
      key: 'status',
      title: t('status'),
      sort: (edge) => statusOf(edge.id),
      cell: (edge) => {
        const status = statusOf(edge.id)
        return status ? <StatusMark status={status} of={edge.type === 'PARTICIPATES_IN' ? 'participation' : 'agreement'} /> : null
      },
    },
    {
      key: 'documents',
      title: t('documentCount'),
      number: true,
      sort: (edge) => edges.get(edge.id)?.documents ?? 0,
      cell: (edge) => edges.get(edge.id)?.documents,
    },
  ]
}

export function ListTwin({ drawn, measured }: { drawn: Drawn; measured: Measured | null }) {
  const t = useGraphText()
  const shell = useText()
  const selection = useSelection()
  const nodeColumns = useNodeColumns(measured)
  const edgeColumns = useEdgeColumns()
  const chosen = useMemo(() => new Set(selection.nodes), [selection])
  const [tab, setTab] = useState('nodes')
  return (
    <section className="list-twin" aria-label={t('listTitle')}>
      <Tabs selectedKey={tab} onSelectionChange={(key) => setTab(String(key))} style={{ display: 'contents' }}>
        <div className="list-twin-tabs">
          <h2>{t('listTitle')}</h2>
          <TabList aria-label={t('listTitle')}>
            <Tab id="nodes" className="tab">
              {t('nodes')} {drawn.nodes.length}
            </Tab>
            <Tab id="edges" className="tab">
              {t('lines')} {drawn.edges.length}
            </Tab>
          </TabList>
          <button
            type="button"
            className="button list-twin-take"
            title={t(tab === 'nodes' ? 'takeNodesHint' : 'takeEdgesHint')}
            onClick={() => (tab === 'nodes' ? takeNodes(drawn) : attempt(takeEdges(drawn)))}
          >
            <Download size={16} aria-hidden /> {t('take')}
          </button>
          <button type="button" className="button" onClick={() => useDesk.setState({ isListOpen: false })}>
            {shell('close')}
          </button>
        </div>
        <TabPanel id="nodes" className="list-twin-scroll">
          <DataTable
            caption={t('nodes')}
            rows={drawn.nodes}
            columns={nodeColumns}
            rowKey={(node) => node.id}
            isSelected={(node) => chosen.has(node.id)}
          />
        </TabPanel>
        <TabPanel id="edges" className="list-twin-scroll">
          <DataTable
            caption={t('lines')}
            rows={drawn.edges}
            columns={edgeColumns}
            rowKey={(edge) => edge.id}
            isSelected={(edge) => selection.edge === edge.id}
          />
        </TabPanel>
      </Tabs>
    </section>
  )
}
