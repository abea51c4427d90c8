import { describe, expect, it } from 'vitest'
import { noHistory, record, redo, undo, MAX_STEPS } from '../../../web/app/state/history.ts'
import { nothing, selectEdge, selectNode, toggleNode } from '../../../web/app/state/selection.ts'
import { collapse, expand, firstView, hide, isolateKind, pin, place, showHidden, toggleKind, unpin } from '../../../web/app/state/view.ts'
import { mergeScene } from '../../../web/app/state/graph.ts'
import { entityLabels } from '../../../cypher/model/index.ts'
import { graph, node, view } from './scene-fixture.ts'

describe('视图', () => {
  it('收拢只带走展开带来的节点，固定的和原有的留下', () => {
    const opened = expand(view, 'h/龙山', ['x', 'y', 'h/宁波一院'])
    const deeper = expand(pin(opened, ['y']), 'x', ['z'])
    const back = collapse(deeper, 'h/龙山')
    expect([...back.members].filter((id) => !view.members.has(id))).toEqual(['y'])
    expect(back.members.has('h/宁波一院')).toBe(true)
    expect(back.expansions.size).toBe(0)
  })

  it('互相展开的节点收拢时不会无尽循环', () => {
    const looped = expand(expand(view, 'a', ['b']), 'b', ['a'])
    expect(collapse(looped, 'a').members.has('b')).toBe(false)
  })

  it('隐藏不是删除，可全部找回', () => {
    const hidden = hide(view, ['h/龙山'])
    expect(hidden.members.has('h/龙山')).toBe(true)
    expect(showHidden(hidden).hidden.size).toBe(0)
  })

  it('图例双击只看一项，再双击全看', () => {
    const alone = isolateKind(firstView, 'Hospital', entityLabels)
    expect([...alone.hiddenKinds]).toEqual(entityLabels.filter((label) => label !== 'Hospital'))
    expect(isolateKind(alone, 'Hospital', entityLabels).hiddenKinds.size).toBe(0)
  })

  it('固定与取消固定不动位置', () => {
    const moved = pin(place(view, [['h/龙山', { x: 3, y: 4 }]]), ['h/龙山'])
    expect(unpin(moved).positions.get('h/龙山')).toEqual({ x: 3, y: 4 })
    expect(unpin(moved).pinned.size).toBe(0)
  })
})

describe('撤销与重做', () => {
  it('回到前一视图，再回来', () => {
    const after = toggleKind(view, 'Hospital')
    const history = record(noHistory, 'filter', view)
    const undone = undo(history, after)
    expect(undone?.view).toBe(view)
    expect(redo(undone?.history ?? noHistory, view)?.view).toBe(after)
  })

  it('新的一步使重做失效；没有可撤的就没有结果', () => {
    const undone = undo(record(noHistory, 'hide', view), hide(view, ['h/龙山']))
    expect(record(undone?.history ?? noHistory, 'pin', view).future).toEqual([])
    expect(undo(noHistory, view)).toBeNull()
    expect(redo(noHistory, view)).toBeNull()
  })

  it('步数有上限，丢最早的', () => {
    let history = noHistory
    for (let step = 0; step < MAX_STEPS + 5; step += 1) history = record(history, 'move', view)
    expect(history.past).toHaveLength(MAX_STEPS)
  })
})

describe('选择与图', () => {
  it('加选与去选；线与点不同时选中', () => {
    const two = toggleNode(selectNode('a'), 'b')
    expect(two.nodes).toEqual(['a', 'b'])
    expect(toggleNode(two, 'a').nodes).toEqual(['b'])
    expect(toggleNode(selectEdge('e'), 'a')).toEqual({ nodes: ['a'], edge: null })
    expect(nothing.nodes).toEqual([])
  })

  it('并入场景不改原图；空场景不生新图', () => {
    const merged = mergeScene(graph, { nodes: [node('新', 'Hospital')], edges: [] })
    expect(merged.nodes.has('新')).toBe(true)
    expect(graph.nodes.has('新')).toBe(false)
    expect(mergeScene(graph, { nodes: [], edges: [] })).toBe(graph)
  })
})
