import { describe, expect, it } from 'vitest'
import { readState, withToggled, writeState } from '../../../web/app/pages/timeline/address.ts'
import { districtsOf, eventsOf, groupByYear, matches, type Choice } from '../../../web/app/pages/timeline/years.ts'
import { edge, node } from '../app/scene-fixture.ts'

const place = (name: string) => ({ district: `d/${name}`, districtName: name, local: true })
const nodes = [
  node('h/甲', 'Hospital', { name: '甲县人民医院', aliases: ['县医院'], ...place('甲县') }),
  node('h/乙', 'Hospital', { name: '乙市中心医院', ...place('乙市') }),
  node('h/丙', 'Hospital', { name: '丙大学附属医院' }),
  node('p/楼', 'Project', { name: '甲县人民医院住院楼', ...place('甲县') }),
]
const edges = [
  edge('COOPERATES_WITH', 'h/甲', 'h/丙', { attrs: { year: 2022, date: '2022-03-08', status: 'in_effect' } }),
  edge('COOPERATES_WITH', 'h/乙', 'h/丙', { attrs: { year: 2022, date: '2022-11-02', status: 'ended' } }),
  edge('COOPERATES_WITH', 'h/甲', 'h/乙', { attrs: { year: 2022, status: 'in_effect' } }),
  edge('CONSTRUCTS', 'h/甲', 'p/楼', { attrs: { year: 2023, status: 'planned' } }),
  edge('MEMBER_OF', 'h/甲', 'h/没有', { attrs: { year: 2023 } }),
  edge('MEMBER_OF', 'h/甲', 'h/乙', { attrs: {} }),
]
const events = eventsOf({ nodes, edges })
const all: Choice = { hidden: new Set(), district: '', text: '' }

describe('时间轴', () => {
  it('没有年份的、缺一端的不在其中', () => {
    expect(events).toHaveLength(4)
  })

  it('近的年份在前，计划与已有其事分开，有日期的按日期', () => {
    expect(
      groupByYear(events).map(({ year, deeds, plans }) => [year, deeds.map(({ edge: { from, to } }) => from + to), plans.length]),
    ).toEqual([
      [2023, [], 1],
      [2022, ['h/乙h/丙', 'h/甲h/丙', 'h/甲h/乙'], 0],
    ])
    expect(groupByYear([])).toEqual([])
  })

  it.each([
    [{ ...all, district: 'd/乙市' }, 2],
    [{ ...all, text: '县医院' }, 3],
    [{ ...all, text: ' 附属医院' }, 2],
    [{ ...all, hidden: new Set(['COOPERATES_WITH'] as const) }, 1],
    [{ ...all, text: '没有' }, 0],
  ])('筛选 %o', (choice, count) => {
    expect(events.filter((event) => matches(event, choice))).toHaveLength(count)
  })

  it('地区按条数排，两端同一地区只算一条', () => {
    expect(districtsOf(events).map(({ name, count }) => [name, count])).toEqual([
      ['甲县', 3],
      ['乙市', 2],
    ])
  })

  it('地址写出再读回是同一视图，默认没有参数', () => {
    const state = { hidden: withToggled(new Set(), 'MEMBER_OF'), district: 'd/甲县', text: '医院', opened: edges[0]!.id }
    expect(readState(writeState(state))).toEqual(state)
    expect(withToggled(state.hidden, 'MEMBER_OF')).toEqual(new Set())
    expect(writeState({ ...all, opened: null }).toString()).toBe('')
  })
})
