/** A small scene by hand: two districts, a partner that serves both, works, an initiative. */
import type { Overview, SceneEdge, SceneNode } from '../../../web/contract/index.ts'
import { openOverview, type GraphData } from '../../../web/app/state/graph.ts'
import { addMembers, firstView, type ViewState } from '../../../web/app/state/view.ts'

export function node(id: string, label: SceneNode['label'], more: Partial<SceneNode> = {}): SceneNode {
  return { id, label, name: id, aliases: [], attrs: {}, district: null, districtName: null, local: false, degree: 1, documents: 1, ...more }
}

export function edge(type: SceneEdge['type'], from: string, to: string, more: Partial<SceneEdge> = {}): SceneEdge {
  return { id: `${type}(${from})(${to})`, type, from, to, attrs: {}, documents: 1, confidence: 0.9, ...more }
}

const fenghua = { district: 'd/奉化区', districtName: '奉化区', local: true }
const cixi = { district: 'd/慈溪市', districtName: '慈溪市', local: true }

export const overview: Overview = {
  mode: 'members',
  totals: {
    nodes: { District: 3, Hospital: 4, Project: 1, Program: 2 },
    relations: { COOPERATES_WITH: 2, CONSTRUCTS: 1, PARTICIPATES_IN: 1 },
  },
  districts: [{ id: 'd/奉化区', name: '奉化区', level: 'county', parent: null, documents: 2 }],
  nodes: [
    node('d/奉化区', 'District', { ...fenghua, name: '奉化区' }),
    node('d/浙江省', 'District', { name: '浙江省' }),
    node('h/奉化人民', 'Hospital', { ...fenghua, name: '宁波市奉化区人民医院', degree: 3 }),
    node('h/奉化中医', 'Hospital', { ...fenghua, name: '宁波市奉化区中医医院' }),
    node('h/龙山', 'Hospital', { ...cixi, name: '慈溪市龙山医院', degree: 2 }),
    node('h/宁波一院', 'Hospital', { name: '宁波市第一医院', degree: 2, documents: 2 }),
    node('p/迁建', 'Project', { ...fenghua, name: '奉化区中医医院迁建工程', attrs: { status: 'planned' } }),
    node('g/筛查', 'Program', { name: '消化道肿瘤筛查' }),
  ],
  edges: [
    edge('COOPERATES_WITH', 'h/奉化人民', 'h/宁波一院', { attrs: { status: 'in_effect' }, documents: 3 }),
    edge('COOPERATES_WITH', 'h/龙山', 'h/宁波一院', { attrs: { status: 'planned' }, confidence: 0.4 }),
    edge('CONSTRUCTS', 'h/奉化中医', 'p/迁建', { attrs: { status: 'planned' } }),
    edge('PARTICIPATES_IN', 'd/奉化区', 'g/筛查'),
    edge('LOCATED_IN', 'h/奉化人民', 'd/奉化区'),
  ],
}

export const graph: GraphData = openOverview(overview)

export const view: ViewState = addMembers(
  firstView,
  overview.nodes.map((thing) => thing.id),
)
