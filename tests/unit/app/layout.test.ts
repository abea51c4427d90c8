import { describe, expect, it } from 'vitest'
import { layoutAround } from '../../../web/app/layout/around.ts'
import { layoutGrouped } from '../../../web/app/layout/grouped.ts'
import type { LayoutInput, LayoutNode } from '../../../web/app/layout/types.ts'

function member(id: string, ground: string | null, more: Partial<LayoutNode> = {}): LayoutNode {
  return { id, size: 24, labelWidth: 60, ground, importance: 1, satellite: false, ...more }
}

const nodes: LayoutNode[] = [
  ...Array.from({ length: 14 }, (_, index) => member(`a${index}`, 'A', { importance: index })),
  ...Array.from({ length: 9 }, (_, index) => member(`b${index}`, 'B', { importance: index })),
  ...Array.from({ length: 6 }, (_, index) => member(`p${index}`, 'A', { satellite: true, size: 14, labelWidth: 0 })),
  member('两地伙伴', null),
  member('一地伙伴', null),
  member('孤立', null),
  member('小组一', null),
  member('小组二', null),
]
const edges = [
  { from: 'a3', to: '两地伙伴' },
  { from: 'b3', to: '两地伙伴' },
  { from: 'a5', to: '一地伙伴' },
  { from: '小组一', to: '小组二' },
  ...Array.from({ length: 6 }, (_, index) => ({ from: `a${index}`, to: `p${index}` })),
]
const input: LayoutInput = { nodes, edges, fixed: [], aspect: 1.5 }
const placed = layoutGrouped(input)
const at = (id: string): { x: number; y: number } => placed.get(id) ?? { x: Number.NaN, y: Number.NaN }

function circle(prefix: string): { x: number; y: number; radius: number } {
  const points = [...placed].filter(([id]) => id.startsWith(prefix)).map(([, point]) => point)
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length
  return { x, y, radius: Math.max(...points.map((point) => Math.hypot(point.x - x, point.y - y))) }
}

describe('按地区布局', () => {
  it('每个节点都有有限的位置', () => {
    expect(placed.size).toBe(nodes.length)
    for (const point of placed.values()) expect(Number.isFinite(point.x) && Number.isFinite(point.y)).toBe(true)
  })

  it('同一场景总是同一样子，与节点和线的次序无关', () => {
    const again = layoutGrouped({ ...input, nodes: [...nodes].reverse(), edges: [...edges].reverse() })
    expect(new Map(again)).toEqual(placed)
  })

  it('节点不相压', () => {
    const all = [...placed]
    const sizeOf = new Map(nodes.map((node) => [node.id, node.size]))
    all.forEach(([id, a], index) => {
      for (const [other, b] of all.slice(index + 1)) {
        const least = ((sizeOf.get(id) ?? 0) + (sizeOf.get(other) ?? 0)) / 2
        expect(Math.hypot(a.x - b.x, a.y - b.y), `${id} ${other}`).toBeGreaterThan(least * 0.9)
      }
    })
  })

  it('地块互不相交，伙伴在地块之外', () => {
    const [a, b] = [circle('a'), circle('b')]
    expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius)
    for (const partner of ['两地伙伴', '一地伙伴'])
      for (const ground of [a, b]) expect(Math.hypot(at(partner).x - ground.x, at(partner).y - ground.y)).toBeGreaterThan(ground.radius)
  })

  it('两地伙伴离两地都比对面近', () => {
    const [a, b] = [circle('a'), circle('b')]
    const apart = Math.hypot(a.x - b.x, a.y - b.y)
    for (const ground of [a, b]) expect(Math.hypot(at('两地伙伴').x - ground.x, at('两地伙伴').y - ground.y)).toBeLessThan(apart)
  })

  it('工程贴近其主人，没有连线的排在图下', () => {
    expect(Math.hypot(at('p2').x - at('a2').x, at('p2').y - at('a2').y)).toBeLessThan(90)
    expect(at('孤立').y).toBeGreaterThan(Math.max(circle('a').y, circle('b').y))
    expect(Math.hypot(at('小组一').x - at('小组二').x, at('小组一').y - at('小组二').y)).toBeLessThan(130)
  })

  it('固定的不动；没有地块的图也能布局', () => {
    const pinned = layoutGrouped({ ...input, fixed: [['a1', { x: 999, y: -999 }]] })
    expect(pinned.get('a1')).toEqual({ x: 999, y: -999 })
    const sheet = layoutGrouped({ ...input, nodes: nodes.map((node) => ({ ...node, ground: null })) })
    expect(sheet.size).toBe(nodes.length)
    expect(layoutGrouped({ ...input, nodes: [], edges: [] }).size).toBe(0)
  })
})

describe('展开时的布局', () => {
  const newcomers = [member('新一', null), member('新二', null), member('新三', 'A')]
  const around = layoutAround({
    nodes: [...nodes, ...newcomers],
    edges: [...edges, { from: 'a3', to: '新一' }, { from: 'a3', to: '新二' }],
    fixed: [...placed],
    aspect: 1.5,
  })

  it('只给新来的位置，旧的一个不动', () => {
    expect([...around.keys()].sort()).toEqual(['新一', '新三', '新二'])
  })

  it('新来的靠近来处', () => {
    const a3 = at('a3')
    const first = around.get('新一') ?? { x: 0, y: 0 }
    expect(Math.hypot(first.x - a3.x, first.y - a3.y)).toBeLessThan(420)
  })
})
