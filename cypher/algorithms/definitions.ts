/** Every algorithm once: the API's checks, the command line's help, the app's menu and the README follow from this list. */
import type { Caption } from '../model/index.ts'
import {
  booleanParameter,
  choiceParameter,
  idParameter,
  idsParameter,
  numberParameter,
  projectedKinds,
  selectionParameters,
  weightParameter,
  type AlgorithmParameter,
} from './parameters.ts'

export interface AlgorithmColumn {
  readonly name: string
  readonly type: 'id' | 'ids' | 'label' | 'text' | 'texts' | 'number' | 'share'
  readonly caption: Caption
}

export interface AlgorithmDefinition {
  readonly title: Caption
  /** What it answers, in one sentence. */
  readonly purpose: Caption
  readonly parameters: readonly AlgorithmParameter[]
  readonly columns: readonly AlgorithmColumn[]
  /** Rows, unless the caller asks for another number. */
  readonly limit: number
  /** What one row says of one thing, where that can be shown on the map: a size, or a group. */
  readonly shows?: { readonly as: 'size' | 'group'; readonly column: string }
}

const column = (name: string, type: AlgorithmColumn['type'], zh: string, en: string): AlgorithmColumn => ({
  name,
  type,
  caption: { zh, en },
})

const thing = [column('id', 'id', '编号', 'Id'), column('label', 'label', '类型', 'Kind'), column('name', 'text', '名称', 'Name')]
const neighbours = column('neighbours', 'number', '相邻节点', 'Neighbours')
const seed = numberParameter('seed', { zh: '随机种子', en: 'Seed', least: 0, most: 2_147_483_647, usual: 1 })

export const algorithms = {
  degree: {
    title: { zh: '度数', en: 'Degree' },
    purpose: {
      zh: '谁的伙伴最多：相邻的节点、关系与独立文档各有多少',
      en: 'Who has most partners: neighbours, relations and independent documents of each',
    },
    parameters: selectionParameters,
    columns: [
      ...thing,
      neighbours,
      column('relations', 'number', '关系', 'Relations'),
      column('documents', 'number', '独立文档', 'Documents'),
    ],
    limit: 1000,
    shows: { as: 'size', column: 'neighbours' },
  },
  betweenness: {
    title: { zh: '中介中心性', en: 'Betweenness' },
    purpose: {
      zh: '谁是桥梁：其他节点两两之间的最短路径有多大比例经过它',
      en: 'Who is a bridge: the share of shortest paths between all others that lead through each',
    },
    parameters: [
      ...selectionParameters,
      numberParameter('sources', {
        zh: '从多少个起点累计（不给则能精确就精确，太大则抽样并说明误差）',
        en: 'Gather from so many sources (open: exact where that is affordable, else drawn, with the error told)',
        least: 1,
        most: 200_000,
        usual: null,
      }),
      seed,
    ],
    columns: [
      ...thing,
      column('betweenness', 'share', '中介中心性', 'Betweenness'),
      column('error', 'share', '标准误', 'Standard error'),
      neighbours,
    ],
    limit: 1000,
    shows: { as: 'size', column: 'betweenness' },
  },
  communities: {
    title: { zh: '社群', en: 'Communities' },
    purpose: {
      zh: '哪些节点彼此来往更密：用 Louvain 法分成社群',
      en: 'Who works more closely with one another: communities by the Louvain method',
    },
    parameters: [
      ...selectionParameters,
      weightParameter,
      numberParameter('resolution', {
        zh: '分辨率：越大社群越小',
        en: 'Resolution: larger finds smaller groups',
        least: 0.01,
        most: 100,
        usual: 1,
      }),
      seed,
    ],
    columns: [
      column('community', 'number', '社群', 'Community'),
      column('size', 'number', '社群大小', 'Size'),
      ...thing,
      column('inside', 'number', '社群内相邻', 'Neighbours inside'),
      neighbours,
    ],
    limit: 2000,
    shows: { as: 'group', column: 'community' },
  },
  components: {
    title: { zh: '连通分支', en: 'Components' },
    purpose: { zh: '图谱分成几块互不相连的部分', en: 'Into which parts that are not connected the map falls' },
    parameters: selectionParameters,
    columns: [column('component', 'number', '分支', 'Component'), column('size', 'number', '分支大小', 'Size'), ...thing, neighbours],
    limit: 2000,
    shows: { as: 'group', column: 'component' },
  },
  neighbourhood: {
    title: { zh: '几步邻域', en: 'Neighbourhood' },
    purpose: { zh: '从一个节点出发，几步以内能到哪些节点', en: 'What can be reached from one thing within so many steps' },
    parameters: [
      idParameter('id', { zh: '从哪里出发（编号）', en: 'Id to start from' }),
      numberParameter('hops', { zh: '最多几步', en: 'Most steps', least: 1, most: 6, usual: 2 }),
      ...selectionParameters,
    ],
    columns: [
      ...thing,
      column('hops', 'number', '步数', 'Steps'),
      column('through', 'id', '经由', 'Through'),
      column('throughName', 'text', '经由名称', 'Name of through'),
    ],
    limit: 1000,
  },
  projection: {
    title: { zh: '单模投影', en: 'One-mode projection' },
    purpose: {
      zh: '两两之间共有多少伙伴、联合体或举措：同类节点的投影网络',
      en: 'How many partners, consortia or initiatives each two share: the network of one kind of things',
    },
    parameters: [
      choiceParameter('of', {
        zh: '投影到哪一类节点（地区连同其中的机构一起算）',
        en: 'Kind that is projected (a district counts with what stands in it)',
        choices: projectedKinds,
        usual: 'Hospital',
      }),
      numberParameter('least', { zh: '至少共有几个', en: 'Share at least', least: 1, most: 10_000, usual: 2 }),
      ...selectionParameters,
    ],
    columns: [
      column('a', 'id', '甲', 'A'),
      column('aName', 'text', '甲的名称', 'Name of A'),
      column('b', 'id', '乙', 'B'),
      column('bName', 'text', '乙的名称', 'Name of B'),
      column('shared', 'number', '共有', 'Shared'),
      column('similarity', 'share', '相似度', 'Similarity'),
    ],
    limit: 1000,
  },
  'shortest-paths': {
    title: { zh: '所有最短路径', en: 'All shortest paths' },
    purpose: { zh: '两者如何相连：所有最短路径', en: 'How two things are connected: all shortest paths' },
    parameters: [
      idParameter('a', { zh: '一端（编号）', en: 'Id of one end' }),
      idParameter('b', { zh: '另一端（编号）', en: 'Id of the other end' }),
      numberParameter('hops', { zh: '最多几步', en: 'Most steps', least: 1, most: 6, usual: 6 }),
      booleanParameter('places', { zh: '也经过所在地区', en: 'Also through districts', usual: false }),
    ],
    columns: [
      column('hops', 'number', '步数', 'Steps'),
      column('names', 'texts', '途经', 'Along'),
      column('types', 'texts', '关系', 'Relations'),
      column('ids', 'ids', '编号', 'Ids'),
    ],
    limit: 200,
  },
  'common-partners': {
    title: { zh: '共同伙伴', en: 'Common partners' },
    purpose: { zh: '几个节点共同与谁相连', en: 'With whom several things are all connected' },
    parameters: [
      idsParameter('ids', { zh: '哪些节点（编号）', en: 'Ids of the things' }),
      numberParameter('least', { zh: '至少与其中几个相连', en: 'Joined to at least so many', least: 1, most: 2000, usual: 2 }),
    ],
    columns: [
      ...thing,
      column('count', 'number', '相连个数', 'Joined to'),
      column('joined', 'ids', '与谁相连', 'Joined ids'),
      column('types', 'texts', '关系', 'Relations'),
    ],
    limit: 1000,
  },
} as const satisfies Record<string, AlgorithmDefinition>

export type AlgorithmName = keyof typeof algorithms
export const algorithmNames = Object.keys(algorithms) as AlgorithmName[]

export function isAlgorithm(name: string): name is AlgorithmName {
  return Object.hasOwn(algorithms, name)
}

/** Rows that one answer gives at most, whatever is asked for. */
export const MOST_ALGORITHM_ROWS = 20_000
