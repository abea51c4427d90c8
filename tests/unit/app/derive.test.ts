import { describe, expect, it } from 'vitest'
import { deriveDrawn, lineWidth } from '../../../web/app/derive/elements.ts'
import { convexHull, groundOutline } from '../../../web/app/derive/hull.ts'
import { markNames } from '../../../web/app/derive/mark-names.ts'
import { NAME_HEIGHT, placeNames, type NameWish } from '../../../web/app/derive/place-names.ts'
import { sayValue } from '../../../web/app/derive/say-value.ts'
import { addMembers, filterLines, hide, toggleForm, toggleKind, togglePhase, toggleType } from '../../../web/app/state/view.ts'
import { graph, view } from './scene-fixture.ts'

const drawn = deriveDrawn(graph, view)
const idsOf = (picture: typeof drawn): string[] => picture.nodes.map((node) => node.id)

describe('画什么', () => {
  it('举措与没有连线的地区不画，各有其数', () => {
    expect(idsOf(drawn)).not.toContain('g/筛查')
    expect(idsOf(drawn)).not.toContain('d/浙江省')
    expect(drawn.kinds.Program).toEqual({ shown: 0, inScene: 1, total: 2 })
    expect(drawn.sums).toMatchObject({ grouped: 2, filtered: 1, hidden: 0 })
    expect(drawn.sums.nodes).toEqual({ shown: 5, inScene: 8, total: 10 })
  })

  it('每个没画的节点都说得出去处', () => {
    const changed = deriveDrawn(graph, hide(toggleKind(view, 'Project'), ['h/龙山']))
    const { nodes, hidden, filtered, grouped } = changed.sums
    expect(nodes.shown + hidden + filtered + grouped).toBe(nodes.inScene)
  })

  it('点名要的地区即使没有连线也画', () => {
    expect(idsOf(deriveDrawn(graph, addMembers(view, ['d/浙江省'], true)))).toContain('d/浙江省')
  })

  it('本地的站在自己的地块上并略去地名，伙伴留全名', () => {
    const own = drawn.nodes.find((node) => node.id === 'h/奉化人民')
    const partner = drawn.nodes.find((node) => node.id === 'h/宁波一院')
    expect(own).toMatchObject({ ground: 'd/奉化区', short: '人民医院', local: true })
    expect(partner).toMatchObject({ ground: null, short: '宁波市第一医院', local: false })
  })

  it('线：计划、可信度低、宽度各有其形', () => {
    const planned = drawn.edges.find((edge) => edge.from === 'h/龙山')
    expect(planned).toMatchObject({ phase: 'plan', low: true, width: 1 })
    expect(drawn.edges.find((edge) => edge.from === 'h/奉化人民')).toMatchObject({ phase: 'underway', low: false, width: 2 })
    expect([1, 2, 3, 5, 8, 20].map(lineWidth)).toEqual([1, 1.5, 2, 3, 4, 4])
  })

  it('按状态、按关系筛', () => {
    expect(deriveDrawn(graph, togglePhase(view, 'plan')).edges.map((edge) => edge.from)).toEqual(['h/奉化人民'])
    expect(deriveDrawn(graph, toggleType(view, 'LOCATED_IN')).edges.map((edge) => edge.type)).toContain('LOCATED_IN')
  })

  describe('筛选关系', () => {
    const told = {
      ...graph,
      edges: new Map(
        [...graph.edges].map(([id, one]) => [
          id,
          one.from === 'h/奉化人民'
            ? { ...one, firstYear: 2020, lastYear: 2022, attrs: { ...one.attrs, form: '托管', forms: ['托管', '签约'] } }
            : one,
        ]),
      ),
    }
    const linesOf = (change: Parameters<typeof filterLines>[1]): string[] =>
      deriveDrawn(told, filterLines(view, change)).edges.map((edge) => edge.from)
    it.each([
      ['形式', { forms: new Set(['签约'] as const) }, ['h/奉化人民']],
      ['没有一条的形式', { forms: new Set(['远程医疗'] as const) }, []],
      ['从某年', { from: 2022 }, ['h/奉化人民']],
      ['从更晚的一年', { from: 2023 }, []],
      ['到某年', { to: 2020 }, ['h/奉化人民']],
      ['到更早的一年', { to: 2019 }, []],
      ['文档数', { documents: 3 }, ['h/奉化人民']],
      ['可信度', { confidence: 0.6 }, ['h/奉化人民', 'h/奉化中医']],
    ])('%s', (_, change, lines) => {
      expect(linesOf(change)).toEqual(lines)
    })

    it('没有线了的节点一同略去并计数，点名要的留下', () => {
      const filtered = deriveDrawn(told, filterLines(view, { documents: 3 }))
      expect(idsOf(filtered)).toEqual(['h/奉化人民', 'h/宁波一院'])
      const { nodes, hidden, filtered: out, grouped } = filtered.sums
      expect(nodes.shown + hidden + out + grouped).toBe(nodes.inScene)
      expect(idsOf(deriveDrawn(told, filterLines(addMembers(view, ['h/龙山'], true), { documents: 3 })))).toContain('h/龙山')
    })

    it('各形式各有其数', () => {
      expect(deriveDrawn(told, toggleForm(view, '签约')).forms['签约']).toEqual({ shown: 1, inScene: 1, total: 1 })
      expect(deriveDrawn(told, toggleForm(view, '远程医疗')).forms['签约']).toEqual({ shown: 0, inScene: 1, total: 1 })
    })

    it('合计的线不筛', () => {
      const sums = new Map([...told.edges].map(([id, one]) => [id, { ...one, attrs: { count: 4 } }]))
      expect(deriveDrawn({ ...told, edges: sums }, filterLines(view, { documents: 5 })).edges.length).toBeGreaterThan(0)
    })
  })

  it('按地区成组时地区总画，展开的让位给成员', () => {
    const country = { ...graph, mode: 'districts' as const }
    expect(idsOf(deriveDrawn(country, view))).toContain('d/浙江省')
    const opened = { ...view, expansions: new Map([['d/奉化区', ['h/奉化人民']]]) }
    expect(idsOf(deriveDrawn(country, opened))).not.toContain('d/奉化区')
  })
})

describe('地块', () => {
  it('凸包含所有点，内点不在其上', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 4 },
      { x: 0, y: 4 },
    ]
    expect(convexHull([...square, { x: 2, y: 2 }])).toHaveLength(4)
    expect(convexHull([])).toEqual([])
  })

  it('一个成员也有地块', () => {
    expect(groundOutline([{ x: 0, y: 0, radius: 5 }], 10).length).toBeGreaterThan(6)
  })
})

function wish(id: string, x: number, y: number, importance: number): NameWish {
  return { id, text: id, width: 60, x, y, radius: 8, importance }
}

const window = { left: 0, top: 0, right: 400, bottom: 300 }

describe('名称的摆放', () => {
  const crowd = Array.from({ length: 40 }, (_, index) => wish(`n${index}`, 20 + ((index * 37) % 360), 20 + ((index * 53) % 260), index % 7))
  const placed = placeNames({ wishes: crowd, obstacles: [], window })
  const boxes = placed.map((name) => ({
    left: name.x - 30,
    right: name.x + 30,
    top: name.y - NAME_HEIGHT / 2,
    bottom: name.y + NAME_HEIGHT / 2,
  }))

  it('名称不相压，也不压节点，不出窗口', () => {
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1))
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
      const own = placed[index]?.id
      for (const other of crowd)
        if (other.id !== own)
          expect(a.left < other.x + 8 && other.x - 8 < a.right && a.top < other.y + 8 && other.y - 8 < a.bottom).toBe(false)
      expect(a.left).toBeGreaterThanOrEqual(0)
      expect(a.bottom).toBeLessThanOrEqual(300)
    })
    expect(placed.length).toBeGreaterThan(5)
  })

  it('同一画面，名称总相同，与到来的次序无关', () => {
    const again = placeNames({ wishes: [...crowd].reverse(), obstacles: [], window })
    expect(new Set(again.map((name) => `${name.id} ${name.x} ${name.y}`))).toEqual(
      new Set(placed.map((name) => `${name.id} ${name.x} ${name.y}`)),
    )
  })

  it('争一处时重要的先得', () => {
    const blocked = Array.from({ length: 3 }, (_, index) => ({ left: 0, right: 400, top: 100 + index * 100, bottom: 199 + index * 100 }))
    const two = placeNames({ wishes: [wish('轻', 100, 60, 1), wish('重', 110, 60, 9)], obstacles: blocked, window })
    expect(two[0]?.id).toBe('重')
  })
})

describe('标出句中的名称', () => {
  it('长的先标，合起来还是原句', () => {
    const sentence = '区中医医院与省中医院开展合作'
    const pieces = markNames(sentence, [{ label: 'Hospital', names: ['中医医院', '区中医医院', '省中医院'] }])
    expect(pieces.map((piece) => piece.text).join('')).toBe(sentence)
    expect(pieces.filter((piece) => piece.label).map((piece) => piece.text)).toEqual(['区中医医院', '省中医院'])
  })

  it('句中没有的名称不标', () => {
    expect(markNames('今年工作扎实推进', [{ label: 'Hospital', names: ['人民医院'] }])).toEqual([{ start: 0, text: '今年工作扎实推进' }])
  })
})

describe('数值的说法', () => {
  it.each([
    ['Project', 'investment', 66_000, '6.6 亿元', '66,000 万元'],
    ['Project', 'investment', 4800, '4,800 万元', '4,800 万元'],
    ['Project', 'floorArea', 32_000, '3.2 万㎡', '32,000 m²'],
    ['Project', 'year', 2023, '2023', undefined],
    ['Hospital', 'kind', 'tcm', '中医医院', undefined],
    ['Hospital', '没有的键', '原样', '原样', undefined],
  ] as const)('%s.%s = %s → %s', (of, key, value, text, exact) => {
    const said = sayValue(of, key, value, 'zh')
    expect(said.text).toBe(text)
    expect(said.exact).toBe(exact)
  })
})
