/** What is drawn as rows of text, to be taken away as a file: things, and lines with the sentences that say them. Pure. */
import { labelDefinitions, relationDefinitions, type Caption } from '../../../cypher/model/index.ts'
import type { Source } from '../../contract/index.ts'
import type { GraphData } from '../state/graph.ts'
import type { Drawn, DrawnEdge } from './elements.ts'
import { sayValue } from './say-value.ts'

type Row = readonly string[]
type Locale = keyof Caption

const NODE_TITLES = {
  zh: ['名称', '类型', '地区', '又名', '关系数', '文档数', '属性'],
  en: ['Name', 'Kind', 'District', 'Also', 'Relations', 'Documents', 'Attributes'],
}
const EDGE_TITLES = {
  zh: [
    '一端',
    '一端类型',
    '关系',
    '另一端',
    '另一端类型',
    '说明',
    '文档数',
    '可信度',
    '原句',
    '文档',
    '发布者',
    '文档年份',
    '发布日期',
    '页',
  ],
  en: [
    'One end',
    'Its kind',
    'Relation',
    'Other end',
    'Its kind',
    'Attributes',
    'Documents',
    'Confidence',
    'Sentence',
    'Document',
    'Publisher',
    'Year',
    'Published',
    'Page',
  ],
}

function sayAll(of: Parameters<typeof sayValue>[0], attrs: Readonly<Record<string, unknown>>, locale: Locale): string {
  const said = Object.entries(attrs).map(([key, value]) => sayValue(of, key, value, locale))
  return said.map(({ caption, text }) => `${caption}：${text}`).join('；')
}

/** A row for each thing that is drawn, below the titles. */
export function nodeRows({ nodes }: Pick<Drawn, 'nodes'>, graph: GraphData, locale: Locale): Row[] {
  const rows = nodes.flatMap(({ id }) => {
    const node = graph.nodes.get(id)
    if (node === undefined) return []
    const { name, label, districtName, aliases, degree, documents, attrs } = node
    const kind = labelDefinitions[label].caption[locale]
    return [[name, kind, districtName ?? '', aliases.join('、'), String(degree), String(documents), sayAll(label, attrs, locale)]]
  })
  return [NODE_TITLES[locale], ...rows]
}

const number = (value: number | null): string => (value === null ? '' : String(value))

function sourceCells({ quote, document, page }: Source): Row {
  const { title, publisher, year, published } = document
  return [quote, title ?? '', publisher ?? '', number(year), published ?? '', number(page)]
}
const NO_SOURCE: Row = ['', '', '', '', '', '']

/** A row for each sentence behind each line, newest first; a line without one (by a name, by the table of divisions) has one row. */
export function edgeRows(
  edges: readonly DrawnEdge[],
  { graph, sources, locale }: { graph: GraphData; sources: Readonly<Record<string, readonly Source[]>>; locale: Locale },
): Row[] {
  const endOf = (id: string): Row => {
    const node = graph.nodes.get(id)
    return node === undefined ? [id, ''] : [node.name, labelDefinitions[node.label].caption[locale]]
  }
  const rows = edges.flatMap(({ id, type, from, to }) => {
    const edge = graph.edges.get(id)
    if (edge === undefined) return []
    const told = [sayAll(type, edge.attrs, locale), String(edge.documents), String(edge.confidence)]
    const line = [...endOf(from), relationDefinitions[type].caption[locale], ...endOf(to), ...told]
    const said = sources[id] ?? []
    return said.length === 0 ? [[...line, ...NO_SOURCE]] : said.map((source) => [...line, ...sourceCells(source)])
  })
  return [EDGE_TITLES[locale], ...rows]
}
