import { describe, expect, it } from 'vitest'
import { readState, writeState } from '../../../web/app/pages/projects/address.ts'
import { districtsOf, groupByStage, matches, sumsOf, type Work } from '../../../web/app/pages/projects/board.ts'
import { node } from '../app/scene-fixture.ts'

function work(name: string, attrs: Work['node']['attrs'], [district, owner] = ['甲县', '甲县人民医院']): Work {
  const place = { district: `d/${district}`, districtName: district, local: true }
  return {
    node: node(`p/${name}`, 'Project', { ...place, name, attrs }),
    owners: [{ id: `h/${owner}`, name: owner, label: 'Hospital' }],
    isDisputed: false,
  }
}

const works = [
  work('门诊楼', { status: 'planned', investment: 3000 }),
  work('住院楼', { status: 'planned', investment: 12_000, floorArea: 20_000, beds: 300 }),
  work('感染楼', { status: 'in_use', beds: 80 }, ['乙县', '乙县中医院']),
  work('食堂', {}),
  work('停车楼', { status: '没有的进度' }),
]

describe('台账', () => {
  it('按进度的先后成组，未注明的在最后；组内金额大的在前', () => {
    expect(groupByStage(works).map(({ stage, works: own }) => [stage, own.map(({ node: { name } }) => name)])).toEqual([
      ['planned', ['住院楼', '门诊楼']],
      ['in_use', ['感染楼']],
      ['unknown', ['食堂', '停车楼']],
    ])
    expect(groupByStage([])).toEqual([])
  })

  it('合计说明由几项相加，没有数字的不算', () => {
    expect(sumsOf(works)).toEqual({
      investment: { total: 15_000, of: 2 },
      floorArea: { total: 20_000, of: 1 },
      beds: { total: 380, of: 2 },
    })
    expect(sumsOf([])['beds']).toEqual({ total: 0, of: 0 })
  })

  it.each([
    [{ district: 'd/乙县', text: '' }, ['感染楼']],
    [{ district: '', text: '中医院' }, ['感染楼']],
    [{ district: '', text: ' 住院 ' }, ['住院楼']],
    [{ district: 'd/乙县', text: '住院' }, []],
    [{ district: 'd/丙县', text: '' }, []],
  ])('筛选 %o', (choice, names) => {
    expect(works.filter((one) => matches(one, choice)).map(({ node: { name } }) => name)).toEqual(names)
  })

  it('地区按项目多少排', () => {
    expect(districtsOf(works).map(({ name, count }) => [name, count])).toEqual([
      ['甲县', 4],
      ['乙县', 1],
    ])
  })

  it('地址写出再读回是同一视图，默认没有参数', () => {
    const state = { district: 'd/甲县', text: '楼', opened: 'p/住院楼' }
    expect(readState(writeState(state))).toEqual(state)
    expect(writeState({ district: '', text: '', opened: null }).toString()).toBe('')
  })
})
