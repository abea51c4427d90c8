/** Posts of a public service that are opened as premises. */
import type { Ground } from '../ground.ts'
import type { WorksObject } from './objects.ts'
import type { StageHit } from '../stages/stage-hits.ts'
import { FINISHED } from '../stages/stage-mood.ts'

/** 县急救中心河口分站启用: a house, and no service. */
const STATION = /^[^，。；：]{1,8}(?:分站|急救站|急救点)$/u

/** Whether an object is a post of an emergency centre that is built or opened. */
export function isStation(
  { owners: [owner], tail, to }: WorksObject,
  { text }: Ground,
  hits: { readonly own: readonly StageHit[]; readonly all: readonly StageHit[] },
): boolean {
  if (owner?.label !== 'Institution' || !owner.name.includes('急救') || !STATION.test(tail)) return false
  const said = text.charAt(to) === '：' ? hits.all : hits.own
  return said.some(({ mood, status }) => mood === 'reached' && FINISHED.has(status))
}
