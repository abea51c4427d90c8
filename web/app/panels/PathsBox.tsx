/** The found paths: listed, each a click away from being marked alone; and the prompt to choose the other end. */
import { useGraphText } from '../scene/words.ts'
import { useDesk, type FoundPaths } from '../scene/desk.ts'
import { useGraph } from '../state/graph.ts'
import { selectNodes, useSelection } from '../state/selection.ts'

export function PathPrompt() {
  const t = useGraphText()
  const pathFrom = useDesk((desk) => desk.pathFrom)
  const name = useGraph((graph) => (pathFrom === null ? undefined : graph.nodes.get(pathFrom)?.name))
  if (name === undefined) return null
  return (
    <>
      <span>{t('pathsPick', { name })}</span>
      <button type="button" className="link" onClick={() => useDesk.setState({ pathFrom: null })}>
        {t('cancel')}
      </button>
    </>
  )
}

function PathList({ found }: { found: FoundPaths }) {
  const t = useGraphText()
  const nodes = useGraph((graph) => graph.nodes)
  const nameOf = (id: string): string => nodes.get(id)?.name ?? id
  const hops = (found.paths[0]?.length ?? 1) - 1
  return (
    <section className="paths-box" aria-label={t('pathsTitle', { a: nameOf(found.a), b: nameOf(found.b) })}>
      <header>
        <h2>{t('pathsTitle', { a: nameOf(found.a), b: nameOf(found.b) })}</h2>
        <button type="button" className="link" onClick={() => useDesk.setState({ paths: null })}>
          {t('clear')}
        </button>
      </header>
      <p className="caption">{found.paths.length > 0 ? t('pathsFound', { count: found.paths.length, hops }) : t('pathsNone')}</p>
      {found.paths.length === 0 ? <p className="caption">{t('pathsNoneHint')}</p> : null}
      {found.limitHit ? <p className="caption">{t('pathsLimit')}</p> : null}
      <ol>
        {found.paths.map((path) => (
          <li key={path.join(' ')}>
            <button type="button" className="link" onClick={() => useSelection.setState(selectNodes(path), true)}>
              {path.map(nameOf).join(' → ')}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

export function PathsBox() {
  const paths = useDesk((desk) => desk.paths)
  return paths ? <PathList found={paths} /> : null
}
