import { describe, expect, it } from 'vitest'
import { entityLabels } from '../../../cypher/model/index.ts'
import { algorithmNames, algorithms, type AlgorithmDefinition } from '../../../cypher/algorithms/index.ts'
import type { Algorithm } from '../../../web/contract/index.ts'
import { deriveDrawn } from '../../../web/app/derive/elements.ts'
import { groupMark, groupOf, measuredSize, readMeasured, sayMeasured, sayValueOf } from '../../../web/app/derive/measured.ts'
import { readAddress, writeAddress } from '../../../web/app/scene/address.ts'
import { scopeOf } from '../../../web/app/scene/use-measure.ts'
import { chooseMeasure, filterLines, firstView, toggleForm, toggleKind, togglePhase, toggleType } from '../../../web/app/state/view.ts'
import { graph, view } from './scene-fixture.ts'

function definitionOf(name: (typeof algorithmNames)[number]): Algorithm {
  const { title, purpose, parameters, columns, limit, shows }: AlgorithmDefinition = algorithms[name]
  const told = parameters.map(({ name: key, kind, caption, choices }) => ({
    name: key,
    kind,
    caption,
    required: false,
    default: null,
    ...(choices ? { choices } : {}),
  }))
  return { name, title, purpose, parameters: told, columns: [...columns], limit, ...(shows ? { shows } : {}) }
}

const thing = (id: string, more: Record<string, string | number>) => ({ id, label: 'Hospital', name: id, ...more })
const bridges = readMeasured(definitionOf('betweenness'), {
  rows: [thing('h/宁波一院', { betweenness: 0.4 }), thing('h/龙山', { betweenness: 0.1 }), thing('h/奉化中医', { betweenness: 0 })],
})!
const groups = readMeasured(definitionOf('communities'), {
  rows: [
    thing('h/奉化人民', { community: 1, size: 2 }),
    thing('h/宁波一院', { community: 1, size: 2 }),
    thing('h/龙山', { community: 9, size: 1 }),
  ],
})!

describe('分析的回答', () => {
  it('面积与值成比例，最大的最大；不在其中的最小', () => {
    const area = (id: string): number => ((measuredSize(bridges, id) ?? 0) - 12) ** 2
    expect(measuredSize(bridges, 'h/宁波一院')).toBe(56)
    expect(area('h/龙山') / area('h/宁波一院')).toBeCloseTo(0.25, 9)
    expect(measuredSize(bridges, 'h/没有')).toBe(12)
    expect(measuredSize(groups, 'h/龙山')).toBeUndefined()
    expect(measuredSize(null, 'h/龙山')).toBeUndefined()
  })
  it('前八组各有一色，其余共用一色', () => {
    expect(['h/奉化人民', 'h/龙山', 'h/没有'].map((id) => groupOf(groups, id))).toEqual([1, 0, 0])
    expect(groupOf(bridges, 'h/龙山')).toBeNull()
    expect(groups.groups.map(({ number, size, things }) => [number, size, things.length])).toEqual([
      [1, 2, 2],
      [9, 1, 1],
    ])
  })
  it('怎样说一个值', () => {
    expect([1, 8, 20, 21].map(groupMark)).toEqual(['①', '⑧', '⑳', '(21)'])
    expect([1, 0.4, 0.012_345, 0.000_001, 0].map((value) => sayValueOf(bridges, value))).toEqual(['100%', '40%', '1.23%', '<0.01%', '0%'])
    expect(sayMeasured(bridges, 'h/没有')).toBe('·')
    expect(sayMeasured(groups, 'h/龙山')).toBe('⑨')
  })
  it('不说单个节点的算法，图上不显示', () => {
    expect(readMeasured(definitionOf('projection'), { rows: [] })).toBeNull()
    expect(readMeasured(definitionOf('degree'), { rows: [] })?.things).toEqual([])
  })
})

describe('分析在图上', () => {
  const usual = deriveDrawn(graph, view)
  it('只改大小、组别与取名的先后，布局所用的一概不变', () => {
    for (const measured of [bridges, groups]) {
      const drawn = deriveDrawn(graph, view, measured)
      const laidOut = (picture: typeof drawn): unknown =>
        picture.nodes.map(({ id, room, importance, short, ground }) => [id, room, importance, short, ground])
      expect(laidOut(drawn)).toEqual(laidOut(usual))
      expect(drawn.edges).toEqual(usual.edges)
    }
    const sized = deriveDrawn(graph, view, bridges).nodes
    expect([...sized].sort((a, b) => b.naming - a.naming)[0]?.id).toBe('h/宁波一院')
    expect(usual.nodes.every(({ group, size, room }) => group === null && size === room)).toBe(true)
  })
})

describe('分析的范围随图例', () => {
  const degree = definitionOf('degree')
  it('全显示就是全部；默认不含举措', () => {
    expect(scopeOf(degree, { ...firstView, hiddenKinds: new Set() })).toEqual({ types: [], kinds: [], statuses: [] })
    expect(scopeOf(degree, firstView)?.['kinds']).toEqual(entityLabels.filter((label) => label !== 'Program'))
  })
  it('隐藏一种关系、一种状态', () => {
    const scope = scopeOf(degree, togglePhase(togglePhase(toggleType(firstView, 'CONSTRUCTS'), 'plan'), 'unknown'))
    expect(scope?.['types']).not.toContain('CONSTRUCTS')
    expect(scope?.['statuses']).toContain('in_effect')
    expect(scope?.['statuses']).not.toContain('planned')
    expect(scope?.['statuses']).not.toContain('unstated')
  })
  it('随筛选；不筛就不问', () => {
    const scope = scopeOf(degree, toggleForm(filterLines(firstView, { from: 2020, confidence: 0.7 }), '托管'))
    expect(scope).toMatchObject({ forms: ['托管'], from: 2020, to: null, documents: 1, confidence: 0.7 })
    expect(scopeOf(degree, firstView)).not.toHaveProperty('forms')
  })
  it('什么都不显示，就没有可算的', () => {
    const nothing = entityLabels.reduce((kept, label) => (kept.hiddenKinds.has(label) ? kept : toggleKind(kept, label)), firstView)
    expect(scopeOf(degree, nothing)).toBeNull()
  })
})

describe('分析的选择', () => {
  it('在视图里，可撤销；在地址栏里，可转发', () => {
    const chosen = chooseMeasure(firstView, 'communities')
    expect(chooseMeasure(chosen, 'communities')).toBe(chosen)
    expect(readAddress(writeAddress(null, chosen)).measure).toBe('communities')
    expect(readAddress('').measure).toBeNull()
  })
})
