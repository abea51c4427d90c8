/** The kind of works that the words before or behind a house tell: 新建门诊楼, 门诊楼装修后恢复接诊. */
import type { Ground } from '../ground.ts'
import type { Group } from '../groups.ts'
import type { WorksKind } from './words.ts'

/** 异地新建了 */
const MOST_VERB = 5
const VERB = /(?:异地新建|新建|改扩建|扩建|迁建|改造|重建)(?:了)?$/u
const MOST_BEHIND = 20
const DONE_BEHIND =
  /^(?:大楼|楼)?(?:经过?|历经)?(?:整体|全面|升级|装饰|提升|加固|局部)*(改扩建|扩建|改造|装修|修缮|翻修|翻新|维修|改建|重建|迁建)(?:改造|提升|装修|升级)*(?:工程)?(?:全部)?(?:完成|完工|竣工|结束)?(?:之|以)?后/u

/** The kind of works that a group's own words tell, where its objects do not. */
export function kindTold(group: Group, ground: Ground): WorksKind | undefined {
  const before = ground.masked.slice(group.clause.from, group.objects[0]?.from)
  const verb = VERB.exec(before.slice(-MOST_VERB))?.[0].replace(/了$/u, '')
  if (verb !== undefined) return ground.words.kindOf(verb)
  const last = group.objects.at(-1)?.to ?? 0
  const done = DONE_BEHIND.exec(ground.text.slice(last, Math.min(last + MOST_BEHIND, group.clause.to)))?.[1]
  return done === undefined ? undefined : (ground.words.kindOf(done) ?? 'renovation')
}
