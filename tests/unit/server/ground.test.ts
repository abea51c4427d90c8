/** The tree of districts: grounds, local or not, names that would be mistaken. */
import { expect, test } from 'vitest'
import { Ground, type Division } from '../../../web/server/ground.ts'

function division(id: string, level: Division['level'], parent: string | null, documents = 0): Division {
  return { id, name: id.split('/')[1] ?? id, level, parent, documents, years: [] }
}

const ground = new Ground([
  division('d/浙江', 'province', null),
  division('d/宁波', 'city', 'd/浙江'),
  division('d/海曙', 'county', 'd/宁波', 2),
  division('d/古林', 'township', 'd/海曙'),
  division('d/鼓楼', 'county', 'd/宁波'),
  { ...division('d2/鼓楼', 'county', null), name: '鼓楼' },
  division('d/环1', 'county', 'd/环2'),
  division('d/环2', 'city', 'd/环1'),
])

test('落在最低的县市省，乡镇归到县', () => {
  expect(ground.groundOf(['d/古林'])?.id).toBe('d/海曙')
  expect(ground.groundOf(['d/宁波', 'd/海曙'])?.id).toBe('d/海曙')
  expect(ground.groundOf([])).toBeUndefined()
  expect(ground.groundOf(['d/没有'])).toBeUndefined()
})
test('有文档发声的地区及其下级为本地，上级不是', () => {
  expect(ground.isLocal(['d/古林'])).toBe(true)
  expect(ground.isLocal(['d/海曙'])).toBe(true)
  expect(ground.isLocal(['d/宁波'])).toBe(false)
  expect(ground.isLocal(['d/鼓楼'])).toBe(false)
})
test('重名的带上级', () => {
  expect(ground.shownName('d/鼓楼')).toBe('宁波鼓楼')
  expect(ground.shownName('d/海曙')).toBe('海曙')
})
test('数据里的环不会绕不出来', () => {
  expect(ground.chain('d/环1').map(({ id }) => id)).toEqual(['d/环2', 'd/环1'])
})
