import { describe, expect, it } from 'vitest'
import { readAddress, writeAddress } from '../../../web/app/scene/address.ts'
import { firstView, toggleKind, togglePhase, toggleType } from '../../../web/app/state/view.ts'

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
      measure: null,
    })
  })

  it('不认识的词略过', () => {
    expect(readAddress('?kinds=Hospital,Nonsense').hiddenKinds).toEqual(new Set(['Hospital']))
  })
})
