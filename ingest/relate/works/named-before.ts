/** Works that the document named before, of which a sentence says only how large they are, or that they are a project. */
import type { Place } from './place.ts'
import type { Ground } from './ground.ts'
import type { Group } from './groups.ts'
import type { WorksObject } from './objects.ts'
import { ownersOf } from './owner.ts'
import { isToldBefore } from './same-works.ts'
import type { Clause, StageHit } from './stage-hits.ts'
import { onlyOne } from './topic.ts'

/** 甲医院是省重点项目. */
const IS_PROJECT = /^(?:是|为|系|作为)[^。；]{0,30}(?:项目|工程)/u

/** 甲医院旧院位于东大街，占地42亩: what is left. */
const OLD_SITE = /^的?(?:老|旧|原)[院址楼]/u

/** Objects of a group that the document named before and that this sentence measures. */
export function toldBefore(
  group: Group,
  said: { all: readonly StageHit[]; following: readonly Clause[] },
  { place, ground }: { place: Place; ground: Ground },
): WorksObject[] {
  const { into } = place
  if (into.told.length === 0) return []
  const isNamed = IS_PROJECT.test(ground.text.slice(group.objects.at(-1)?.to, group.clause.to))
  const keys = [group.clause, ...said.following].flatMap((clause) => ground.figuresIn(clause).map(({ key }) => key))
  const isMeasured = onlyOne(into).length > 0 && keys.some((key) => key === 'floorArea' || key === 'landArea')
  const isSized = isMeasured || (said.all.length > 0 && keys.some((key) => key !== 'beds'))
  return group.objects.filter((object) => {
    if (OLD_SITE.test(ground.text.slice(object.to, object.to + 3))) return false
    if (object.owners.length === 0 ? !isMeasured : object.tail === '' && !isNamed && !isSized) return false
    const owned = ownersOf(object, { place, before: [] })
    return owned !== undefined && isToldBefore(owned, into.told)
  })
}
