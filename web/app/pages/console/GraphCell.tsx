/** One value in a result: things by name with their icon, as links to the graph; everything else as text, never HTML. */
import { Fragment } from 'react'
import { Link } from 'wouter'
import type { GraphNode, GraphRelation, GraphValue } from '../../../../cypher/model/index.ts'
import { EntityLink, entityHref } from '../../components/EntityLink.tsx'
import { useLocale } from '../../i18n/index.ts'
import { entityLabelOf, plainValue, sayNode, sayRelation, textProperty } from './values.ts'

/** Items of a list that a cell spells out. */
const MOST_ITEMS = 12

function NodeCell({ node }: { node: GraphNode }) {
  const label = entityLabelOf(node)
  const id = textProperty(node, 'id')
  if (label && id !== undefined) return <EntityLink id={id} name={sayNode(node)} label={label} />
  if (node.labels.includes('Document') && id !== undefined)
    return <Link href={`/documents/${encodeURIComponent(id)}`}>{sayNode(node)}</Link>
  return <span title={node.labels.join(', ')}>{sayNode(node)}</span>
}

function RelationCell({ relation }: { relation: GraphRelation }) {
  const locale = useLocale((state) => state.locale)
  const id = textProperty(relation, 'id')
  const words = sayRelation(relation, locale)
  return id === undefined ? (
    <span className="chip">{words}</span>
  ) : (
    <Link href={entityHref(id)} className="chip" title={relation.type}>
      {words}
    </Link>
  )
}

export function GraphCell({ value }: { value: GraphValue }) {
  if (value === null) return <span className="cell-null">null</span>
  if (typeof value === 'string') return <span title={value.length > 40 ? value : undefined}>{value}</span>
  if (typeof value !== 'object') return <span>{String(value)}</span>
  if (Array.isArray(value)) {
    return (
      <span className="cell-list">
        {value.slice(0, MOST_ITEMS).map((item, at) => (
          <Fragment key={at}>
            {at > 0 ? '、' : ''}
            <GraphCell value={item} />
          </Fragment>
        ))}
        {value.length > MOST_ITEMS ? ` … (${value.length})` : ''}
      </span>
    )
  }
  if (value.kind === 'node') return <NodeCell node={value} />
  if (value.kind === 'relation') return <RelationCell relation={value} />
  if (value.kind === 'map') return <code>{JSON.stringify(plainValue(value))}</code>
  return (
    <span className="cell-list">
      {value.nodes.map((node, at) => (
        <Fragment key={node.elementId}>
          <NodeCell node={node} />
          {value.relations[at] ? <RelationCell relation={value.relations[at]} /> : null}
        </Fragment>
      ))}
    </span>
  )
}
