/** Takes what is drawn away: as a table of things, of lines with their sentences, or as a picture. */
import { api } from '../api.ts'
import { entityLabels, labelDefinitions } from '../../../cypher/model/index.ts'
import type { Picture } from '../canvas/sync.ts'
import { takePicture } from '../canvas/take-picture.ts'
import { downloadCsv, downloadFile, today } from '../components/download.ts'
import { csvOf } from '../derive/csv.ts'
import type { Drawn } from '../derive/elements.ts'
import { edgeRows, nodeRows } from '../derive/scene-table.ts'
import { useLocale } from '../i18n/locale.ts'
import { useGraph } from '../state/graph.ts'
import type { Source } from '../../contract/index.ts'
import { say } from './desk.ts'

/** Relations asked for at once, so that a large map is fetched in pieces. */
const AT_ONCE = 500

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

/** The whole scene as a PNG; `counts` says what is shown of how much. Throws an Error where the browser makes none. */
export async function takeImage(picture: Picture, drawn: Drawn, counts: string): Promise<void> {
  const { locale } = useLocale.getState()
  const title = locale === 'zh' ? '医联图谱' : 'Yilian Atlas'
  const shown = entityLabels.filter((label) => drawn.kinds[label].shown > 0)
  const key = shown.map((label) => ({ label, name: `${labelDefinitions[label].caption[locale]} ${drawn.kinds[label].shown}` }))
  const blob = await takePicture(picture, { title, lines: [`${counts} · ${today()}`], key })
  downloadFile(`${title}-${today()}.png`, blob)
}
