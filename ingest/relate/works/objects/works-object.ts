/** How an object of works is made, whatever told of it. */
import type { WorksObject } from './objects.ts'

/** An object. All have the same fields, so that reading one costs as little as it can. */
export function worksObject({
  from,
  to,
  owners,
  tail,
  works,
  whole,
  needs,
  deictic = false,
  hoped = false,
  rule,
}: Omit<WorksObject, 'works' | 'whole' | 'deictic' | 'hoped'> &
  Partial<Pick<WorksObject, 'works' | 'whole' | 'deictic' | 'hoped'>>): WorksObject {
  return { from, to, owners, tail, works, whole, needs, deictic, hoped, rule }
}
