/** One thing: name, aliases, place, attributes with their sentences, relations by type with theirs. */
import { Link } from 'wouter'
import { claimedTypes, labelDefinitions, relationDefinitions } from '../../../cypher/model/index.ts'
import type { EntityDetails, Related } from '../../contract/index.ts'
import { api } from '../api.ts'
import { EntityLink, entityHref } from '../components/EntityLink.tsx'
import { KindIcon } from '../components/KindIcon.tsx'
import { Failed, Loading } from '../components/States.tsx'
import { useAnswer } from '../components/use-answer.ts'
import { sayValue } from '../derive/say-value.ts'
import { useCaption, useLocale, useText } from '../i18n/index.ts'
import { useGraphText } from '../scene/words.ts'
import { selectEdge, useSelection } from '../state/selection.ts'
import { Conflicts, EdgeChips, marksOf, SeenYears, Sources } from './Facts.tsx'

function Head({ details }: { details: EntityDetails }) {
  const t = useGraphText()
  const shell = useText()
  const say = useCaption()
  const { node } = details
  return (
    <header className="details-head" data-kind={node.label}>
      <p className="details-kind">
        <KindIcon label={node.label} partner={!node.local} />
        {say(labelDefinitions[node.label].caption)} · {node.local ? shell('local') : shell('partner')}
      </p>
      <h1>{node.name}</h1>
      {node.aliases.length > 0 ? (
        <p className="caption" title={t('aliases')}>
          {node.aliases.join(' · ')}
        </p>
      ) : null}
    </header>
  )
}

function Place({ details }: { details: EntityDetails }) {
  const t = useGraphText()
  const basis = details.relations.find((group) => group.type === 'LOCATED_IN')?.items[0]?.basis
  if (details.place.length === 0) return null
  return (
    <>
      <dt>{t('place')}</dt>
      <dd>
        {details.place.map((step, index) => (
          <span key={step.id}>
            {index > 0 ? <span className="caption"> › </span> : null}
            <Link href={entityHref(step.id)}>{step.name}</Link>
          </span>
        ))}
        {basis === 'name' ? <span className="caption"> （{t('placeFromName')}）</span> : null}
        {basis === 'gazetteer' ? <span className="caption"> （{t('placeFromTable')}）</span> : null}
      </dd>
    </>
  )
}

function Facts({ details }: { details: EntityDetails }) {
  const t = useGraphText()
  const locale = useLocale((state) => state.locale)
  const { node, facts } = details
  const marks = marksOf(node)
  return (
    <dl className="facts">
      <Place details={details} />
      {facts.map((fact) => {
        const said = sayValue(node.label, fact.key, fact.value, locale)
        return (
          <div key={fact.key} className="fact">
            <dt>{said.caption}</dt>
            <dd title={said.exact}>
              {said.text}
              {fact.sources.length > 0 ? (
                <details>
                  <summary>{t('sentences', { count: fact.sources.length })}</summary>
                  <Sources sources={fact.sources} marks={marks} label={node.label} />
                </details>
              ) : null}
            </dd>
          </div>
        )
      })}
      <SeenYears first={details.firstYear} last={details.lastYear} />
      <dt>{t('documentCount')}</dt>
      <dd>{t('documents', { count: node.documents })}</dd>
    </dl>
  )
}

function RelatedItem({ item, details }: { item: Related; details: EntityDetails }) {
  const t = useGraphText()
  const { edge, other } = item
  return (
    <li className="related">
      <div className="related-head">
        <EntityLink id={other.id} name={other.name} label={other.label} partner={!other.local} />
        <EdgeChips edge={edge} />
        <button type="button" className="link" onClick={() => useSelection.setState(selectEdge(edge.id), true)}>
          {t('showLine')}
        </button>
      </div>
      <Conflicts conflicts={item.conflicts} of={edge.type} />
      <Sources sources={item.sources} marks={marksOf(details.node, other)} label={other.label} first={1} />
    </li>
  )
}

function Relations({ details }: { details: EntityDetails }) {
  const t = useGraphText()
  const say = useCaption()
  // The place chain tells the hierarchy already; a district's own residents are not listed with sentences.
  const groups = details.relations
    .filter((group) => group.type !== 'LOCATED_IN' && group.type !== 'PART_OF' && group.items.length > 0)
    .sort((a, b) => claimedTypes.indexOf(a.type) - claimedTypes.indexOf(b.type))
  if (groups.length === 0) return <p className="caption">{t('noRelations')}</p>
  return groups.map((group) => (
    <section key={group.type} className="relation-group">
      <h2>
        <span>{say(relationDefinitions[group.type].caption)}</span>
        <span className="number">{group.items.length}</span>
      </h2>
      <ul>
        {group.items.map((item) => (
          <RelatedItem key={item.edge.id} item={item} details={details} />
        ))}
      </ul>
    </section>
  ))
}

export function EntityPanel({ id }: { id: string }) {
  const answer = useAnswer(id, (signal) => api.entity(id, signal))
  if (answer.state === 'loading') return <Loading rows={5} />
  if (answer.state === 'failed') return <Failed error={answer.error} onRetry={answer.retry} />
  return (
    <article>
      <Head details={answer.value} />
      <Facts details={answer.value} />
      <Conflicts conflicts={answer.value.conflicts} of={answer.value.node.label} />
      <Relations details={answer.value} />
    </article>
  )
}
