/** Names of houses and phases that a sentence only points at: where something stands, or when the works will be so far. */
import type { Ground } from './ground.ts'
import type { Group } from './groups.ts'
import type { WorksObject } from './objects.ts'
import type { Clause, StageHit } from './stage-hits.ts'

/** 建设地点在某县甲医院西院区内. */
const IN_SITE = /(?:地点|地址|位于|坐落|选址)[^，。；]*$/u
const SITE_END = /^(?:院?内|[东西南北][侧面]|旁|附近|对面|以[东西南北])/u
const DONE_BY_THEN = /(?:完成|建成)$/u
const ONLY_PHASE = /^[一二三四五首]期(?:工程|项目|建设)*$/u

/** 将作为甲医院主院区: what it is to become. */
const BECOMES = /(?:作为|成为|打造成|建成为)$/u

/** Whether an object only says where works stand, or what they will be. */
export function isSitePointed({ from, to }: WorksObject, { text }: Ground): boolean {
  return (
    BECOMES.test(text.slice(Math.max(0, from - 3), from)) || (SITE_END.test(text.slice(to, to + 2)) && IN_SITE.test(text.slice(0, from)))
  )
}

/** 项目预计明年完成一期建设: when the works will be that far, and nothing of a phase. */
export function isAimedPhase(
  object: WorksObject,
  { group, ground, hits }: { group: Group; ground: Ground; hits: { all: readonly StageHit[]; following: readonly Clause[] } },
): boolean {
  if (object.owners.length > 0 || !ONLY_PHASE.test(object.tail) || hits.all.length === 0) return false
  if (!DONE_BY_THEN.test(ground.text.slice(group.clause.from, object.from))) return false
  const clauses = [group.clause, ...hits.following]
  return hits.all.every(({ mood }) => mood === 'expected') && clauses.every((clause) => ground.figuresIn(clause).length === 0)
}

/** 乡镇卫生院重建项目共计14个: a number of them. */
const COUNTED = /^(?:建设)?(?:共计?|合计|总计|达)\d+[个家所处]/u

/** Whether an object is a number of works. */
export function isCountedWorks({ to }: WorksObject, { text }: Ground): boolean {
  return COUNTED.test(text.slice(to, to + 8))
}

/** 项目建成后，将迁建市血站、新建传染病区: what the works spoken of will hold. */
const ONCE_BUILT = /^(?:该|本|整个)?(?:项目|工程|中心|综合体|大楼|院区)(?:全部|全面)?(?:建成|投用|完工|竣工|投入使用)(?:投用|投入使用)?后/u

/** Whether a sentence tells what works will hold once they are built, and names no project of its own. */
export function isOnceBuilt(group: Group, { text }: Ground): boolean {
  return ONCE_BUILT.test(text) && group.objects.every(({ tail }) => !/项目|工程/u.test(tail))
}

const KIND_ALONE = /^(?:新建|改扩建|迁扩建|扩建|迁建|改建|改造)(?:项目|工程)$/u

/** Whether a heading without a stage only sums up its section: 强筋骨：改扩建工程捷报频传. */
export function isMotto({ objects }: Group, { text }: Ground): boolean {
  return objects.every(({ owners, tail, to }) => owners.length === 0 && KIND_ALONE.test(tail) && to < text.length)
}

/** 公共卫生楼：暂缓建设: an entry of a list, and how far it is. */
export function isEntry({ to }: WorksObject, { text }: Ground, hits: readonly StageHit[]): boolean {
  return text.charAt(to) === '：' && hits.length > 0
}

const SITE_OF = /^(?:建设|施工)?(?:现场|工地)/u

/** 走进县中医院新院建设现场: where one sees it grow. */
export function isBuildingSite({ to }: WorksObject, { text }: Ground): boolean {
  return SITE_OF.test(text.slice(to, to + 4))
}
