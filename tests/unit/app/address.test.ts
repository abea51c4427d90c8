import { describe, expect, it } from 'vitest'
import { readAddress, writeAddress } from '../../../web/app/scene/address.ts'
import { allLines } from '../../../web/app/state/line-filter.ts'
import { filterLines, firstView, toggleForm, toggleKind, togglePhase, toggleType } from '../../../web/app/state/view.ts'

describe('地址栏', () => {
  it('默认视图没有参数', () => {
    expect(writeAddress(null, firstView)).toBe('')
    expect(readAddress('')).toMatchObject({ id: null, hiddenKinds: firstView.hiddenKinds })
  })

  it('写出再读回是同一视图', () => {
    const view = togglePhase(toggleType(toggleKind(firstView, 'Program'), 'CONSTRUCTS'), 'plan')
    const back = readAddress(writeAddress('hospital/330213/中医医院', view))
    expect(back).toEqual({
      id: 'hospital/330213/中医医院',
      hiddenKinds: view.hiddenKinds,
      hiddenTypes: view.hiddenTypes,
      hiddenPhases: view.hiddenPhases,
      lines: allLines,
      measure: null,
    })
  })

  it.each([
    ['?forms=托管', toggleForm(firstView, '托管').lines],
    ['?years=2019-2022', filterLines(firstView, { from: 2019, to: 2022 }).lines],
    ['?years=-2022', filterLines(firstView, { to: 2022 }).lines],
    ['?documents=2&confidence=0.8', filterLines(firstView, { documents: 2, confidence: 0.8 }).lines],
  ])('筛选 %s 写出再读回', (search, lines) => {
    expect(readAddress(search).lines).toEqual(lines)
    expect(decodeURIComponent(writeAddress(null, { ...firstView, lines }))).toBe(search)
  })

  it.each(['?years=abc', '?years=12-99999', '?documents=-3', '?confidence=7', '?forms=没有的形式'])('%s：不认识的筛选略过', (search) => {
    expect(readAddress(search).lines).toEqual(allLines)
  })

  it('不认识的词略过', () => {
    expect(readAddress('?kinds=Hospital,Nonsense').hiddenKinds).toEqual(new Set(['Hospital']))
  })
})
