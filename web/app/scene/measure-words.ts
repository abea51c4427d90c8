/** Words of the analysis panel. */
import { textOf } from '../i18n/index.ts'

const zh = {
  analyse: '分析',
  analyseHint: '网络分析：用度数、桥梁、社群给节点定大小或分组',
  analysing: '分析：{name}',
  title: '网络分析',
  none: '不用',
  choose: '选择一种分析',
  sized: '节点大小按{name}',
  grouped: '颜色与编号按{name}；最大的 {count} 个各有一色',
  scope: '图例所示的 {nodes} 个节点、{relations} 条关系（整个图谱，不只画布）',
  nothing: '图例里的关系或类型全隐藏了，没有可算的',
  empty: '这些关系里没有节点',
  more: '只取回前 {count} 个，共 {total} 个',
  listed: '列出前 {count} 个',
  allGroups: '其余 {count} 个较小，不另上色',
  members: '{count} 个节点',
  selectGroup: '选中画布上的第 {number} 组',
  working: '正在计算…',
} as const

const en: Record<keyof typeof zh, string> = {
  analyse: 'Analyse',
  analyseHint: 'Network analysis: size or group nodes by degree, bridges, communities',
  analysing: 'Analysis: {name}',
  title: 'Network analysis',
  none: 'None',
  choose: 'Choose an analysis',
  sized: 'Nodes are sized by {name}',
  grouped: 'Colour and number by {name}; the largest {count} have a colour each',
  scope: '{nodes} nodes and {relations} relations that the legend shows (of the whole graph, not the canvas alone)',
  nothing: 'The legend hides every relation or kind: nothing to work out',
  empty: 'No node takes part in these relations',
  more: 'Only the first {count} of {total} were fetched',
  listed: 'The first {count} are listed',
  allGroups: '{count} smaller ones share one colour',
  members: '{count, plural, one {# node} other {# nodes}}',
  selectGroup: 'Select group {number} on the canvas',
  working: 'Working it out…',
}

export const useMeasureText = textOf<Record<keyof typeof zh, string>>({ zh, en })
