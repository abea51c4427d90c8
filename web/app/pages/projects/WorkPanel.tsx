/** One works: its attributes, and the sentences that tell of it. */
import { labelDefinitions, type Attribute } from '../../../../cypher/model/index.ts'
import type { EntityDetails, Source } from '../../../contract/index.ts'
import { api } from '../../api.ts'
import { EntityLink } from '../../components/EntityLink.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SourceQuote } from '../../components/SourceQuote.tsx'
import { Failed, Loading } from '../../components/States.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { sayValue } from '../../derive/say-value.ts'
import { useLocale } from '../../i18n/index.ts'
import type { Work } from './board.ts'
import { useWords } from './words.ts'

const attributes: Readonly<Record<string, Attribute>> = labelDefinitions.Project.attributes

/** Every sentence once: one that tells two facts stands behind both. */
function sourcesOf({ facts, relations }: EntityDetails): Source[] {
  const built = relations.filter(({ type }) => type === 'CONSTRUCTS').flatMap(({ items }) => items.flatMap(({ sources }) => sources))
  const all = [...built, ...facts.flatMap(({ sources }) => sources)]
  return [...new Map(all.map((source) => [`${source.document.id} ${source.start} ${source.end}`, source])).values()]
}

function Told({ details, work }: { details: EntityDetails; work: Work }) {
  const t = useWords()
  const names = [details.node.name, ...details.node.aliases]
  const sources = sourcesOf(details)
  return (
    <>
      {sources.length === 0 ? <p className="caption">{t('noSentence')}</p> : null}
      {sources.map((source) => (
        <SourceQuote
          key={source.claim}
          source={source}
          label="Project"
          marks={[{ names, label: 'Project' }, ...work.owners.map(({ name, label }) => ({ names: [name], label }))]}
        />
      ))}
    </>
  )
}

export function WorkPanel({ work, onClose }: { work: Work; onClose: () => void }) {
  const locale = useLocale((state) => state.locale)
  const { node, owners } = work
  const answer = useAnswer(node.id, (signal) => api.entity(node.id, signal))
  const told = Object.entries(node.attrs).filter(([key]) => key in attributes)
  return (
    <Panel label={node.name} onClose={onClose}>
      <h2 className="work-title">
        <EntityLink id={node.id} name={node.name} label="Project" />
      </h2>
      <p className="work-owners">
        {owners.map((owner) => (
          <EntityLink key={owner.id} {...owner} />
        ))}
      </p>
      <dl className="work-facts">
        {told.map(([key, value]) => {
          const { caption, text, exact } = sayValue('Project', key, value, locale)
          return (
            <div key={key}>
              <dt>{caption}</dt>
              <dd title={exact}>{text}</dd>
            </div>
          )
        })}
      </dl>
      {answer.state === 'loading' ? <Loading /> : null}
      {answer.state === 'failed' ? <Failed error={answer.error} onRetry={answer.retry} /> : null}
      {answer.state === 'ready' ? <Told details={answer.value} work={work} /> : null}
    </Panel>
  )
}
