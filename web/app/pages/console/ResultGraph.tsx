/** The things and lines in a result as a short list, and the way onto the graph. */
import { Network } from 'lucide-react'
import { useLocation } from 'wouter'
import { entityLabels, labelDefinitions } from '../../../../cypher/model/index.ts'
import type { Scene } from '../../../contract/index.ts'
import { EntityLink } from '../../components/EntityLink.tsx'
import { Empty } from '../../components/States.tsx'
import { useCaption } from '../../i18n/index.ts'
import { useDesk } from '../../scene/desk.ts'
import { useWords } from './words.ts'

const MOST_LISTED = 60
/** Things that one request for the lines among them may name; the server's own limit. */
const MOST_ADDED = 2000

export function ResultGraph({ scene }: { scene: Scene }) {
  const say = useCaption()
  const t = useWords()
  const [, navigate] = useLocation()
  if (scene.nodes.length === 0) return <Empty title={t('graphNone')} />
  const add = (): void => {
    useDesk.setState({ wanted: scene.nodes.map(({ id }) => id) })
    navigate('/')
  }
  return (
    <div className="result-graph">
      <p>
        <button type="button" className="button primary" onClick={add} disabled={scene.nodes.length > MOST_ADDED}>
          <Network size={15} aria-hidden /> {t('addToGraph')}
        </button>
        <span className="caption">
          {t('graphCount', { nodes: scene.nodes.length, edges: scene.edges.length })}
          {scene.nodes.length > MOST_ADDED ? ` ${t('graphTooMany', { most: MOST_ADDED })}` : null}
        </span>
      </p>
      {entityLabels.map((label) => {
        const own = scene.nodes.filter((node) => node.label === label)
        if (own.length === 0) return null
        return (
          <section key={label}>
            <h3>
              {say(labelDefinitions[label].caption)} <span className="caption">{own.length}</span>
            </h3>
            <ul>
              {own.slice(0, MOST_LISTED).map((node) => (
                <li key={node.id}>
                  <EntityLink id={node.id} name={node.name} label={node.label} partner={!node.local} />
                </li>
              ))}
            </ul>
            {own.length > MOST_LISTED ? <p className="caption">{t('graphMore', { count: own.length - MOST_LISTED })}</p> : null}
          </section>
        )
      })}
    </div>
  )
}
