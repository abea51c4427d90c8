/** The things and lines in a result as a short list, and the way onto the graph. */
import { Network } from 'lucide-react'
import { useLocation } from 'wouter'
import { entityLabels, labelDefinitions } from '../../../../cypher/model/index.ts'
import type { Scene } from '../../../contract/index.ts'
import { EntityLink } from '../../components/EntityLink.tsx'
import { Empty } from '../../components/States.tsx'
import { useCaption } from '../../i18n/index.ts'
import { useWords } from './words.ts'

/** Where the graph page looks for the ids that it is asked to add. */
const ADD_KEY = 'yilian.add'
const MOST_LISTED = 60

export function ResultGraph({ scene }: { scene: Scene }) {
  const say = useCaption()
  const t = useWords()
  const [, navigate] = useLocation()
  if (scene.nodes.length === 0) return <Empty title={t('graphNone')} />
  const add = (): void => {
    sessionStorage.setItem(ADD_KEY, JSON.stringify(scene.nodes.map(({ id }) => id)))
    navigate('/?add=1')
  }
  return (
    <div className="result-graph">
      <p>
        <button type="button" className="button primary" onClick={add}>
          <Network size={15} aria-hidden /> {t('addToGraph')}
        </button>
        <span className="caption">{t('graphCount', { nodes: scene.nodes.length, edges: scene.edges.length })}</span>
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
