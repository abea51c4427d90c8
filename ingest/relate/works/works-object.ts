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
  rule,
}: Omit<WorksObject, 'works' | 'whole' | 'deictic'> & Partial<Pick<WorksObject, 'works' | 'whole' | 'deictic'>>): WorksObject {
  return { from, to, owners, tail, works, whole, needs, deictic, rule }
}
