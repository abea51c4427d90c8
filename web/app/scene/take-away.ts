/** Takes what is drawn away as a table: things, or lines with their sentences. */
import { api } from '../api.ts'
import { downloadCsv } from '../components/download.ts'
import { csvOf } from '../derive/csv.ts'
import type { Drawn } from '../derive/elements.ts'
import { edgeRows, nodeRows } from '../derive/scene-table.ts'
import { useLocale } from '../i18n/locale.ts'
import { useGraph } from '../state/graph.ts'
import type { Source } from '../../contract/index.ts'
import { say } from './desk.ts'

/** Relations asked for at once, so that a large map is fetched in pieces. */
const AT_ONCE = 500

const today = (): string => new Date().toLocaleDateString('sv')

export function takeNodes(drawn: Drawn): void {
  const { locale } = useLocale.getState()
  const name = locale === 'zh' ? '医联图谱-节点' : 'yilian-nodes'
  downloadCsv(`${name}-${today()}.csv`, csvOf(nodeRows(drawn, useGraph.getState(), locale)))
}

/** Throws ApiError where the sentences cannot be fetched; then there is no file. */
export async function takeEdges({ edges }: Drawn): Promise<void> {
  const { locale } = useLocale.getState()
  const ids = edges.filter(({ count }) => count === 1).map(({ id }) => id)
  const sources: Record<string, readonly Source[]> = {}
  for (let from = 0; from < ids.length; from += AT_ONCE)
    Object.assign(sources, (await api.sources(ids.slice(from, from + AT_ONCE))).sources)
  // Every document that tells of a line has a sentence at least.
  const isPart = edges.some(({ id }) => (sources[id]?.length ?? Infinity) < (useGraph.getState().edges.get(id)?.documents ?? 0))
  if (isPart) say('takePart')
  const name = locale === 'zh' ? '医联图谱-关系与原句' : 'yilian-relations'
  downloadCsv(`${name}-${today()}.csv`, csvOf(edgeRows(edges, { graph: useGraph.getState(), sources, locale })))
}
