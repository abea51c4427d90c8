/** Houses that are only parts of works that are named beside them, or houses of nobody. */
import type { ProjectStatus } from '../../../cypher/model/statuses.ts'
import type { Ground } from './ground.ts'
import type { Group } from './groups.ts'
import type { WorksObject } from './objects/objects.ts'
import type { StageHit } from './stages/stage-hits.ts'
import { FINISHED } from './stages/stage-mood.ts'

/** Verbs by which a project has its parts. */
const PART_VERB = /[将拟]建|新增|新建|改造|扩建|改建|建设|修建/u

/** 县医院扩建项目计划新增一座门诊楼，改造宿舍: behind a project that is named, what it builds. */
export function isPartOfProject(group: Group, before: WorksObject | undefined, ground: Ground): boolean {
  if (before === undefined || before.owners.length === 0 || !/项目|工程/u.test(before.tail)) return false
  const first = group.objects[0]
  // 某项目包含县疾控中心业务用房、实验室.
  if (first !== undefined && /(?:包括|包含|涵盖|含)$/u.test(ground.text.slice(0, first.from)))
    return group.objects.every((object) => object.owners.every((owner) => before.owners.some((own) => own.entity === owner.entity)))
  if (first === undefined || ground.text.slice(before.to, first.from).includes('；')) return false
  if (isOfSubs(group, before.to, ground.text)) return true
  return (
    PART_VERB.test(ground.text.slice(group.clause.from, first.from)) &&
    group.objects.every((object) => object.rule === 'works/object-without-owner' && !/项目|工程|期/u.test(object.tail))
  )
}

/** 修缮工程：包括门诊楼修缮，传染病楼提升工程、室外修缮4个子项: what it is made of. */
const SUB_PROJECTS =
  /^[：，]?(?:主要|共)?(?:包括|包含|涵盖|分为)[^。；]{2,120}?(?:\d|[一二两三四五六七八九十])[个大](?:子项|子工程|分项|单体)/u

function isOfSubs({ objects }: Group, from: number, text: string): boolean {
  const subs = SUB_PROJECTS.exec(text.slice(from))?.[0].length ?? 0
  return objects.every(({ owners, to }) => owners.length === 0 && to <= from + subs)
}

/** 住院楼外立面改造. */
const FACE = /楼(?:外墙|外立面|屋面|内部|局部|消防)改造$/u

/** Houses without an owner and without a project of their own. */
export function isLooseHouse(group: Group): boolean {
  return group.objects.every((object) => object.rule === 'works/object-without-owner' && !/项目|工程|期|院区/u.test(object.tail))
}

const OWN_SUM = /(?:投资|投入|耗资|斥资)[^，。；]{0,4}\d[\d.]*[余多]?[万亿]元的$/u
const OWN_SUBJECT = /[，；]□+(?:建成|启用|投用|完成|启动|搬进|迁入)了?[^，。；□]{0,6}$/u

/** 门诊楼、住院楼主体已封顶, behind the removal of a hospital: houses that no verb of building and no owner introduces. */
export function isPartOfWhole(group: Group, ground: Ground): boolean {
  const verb = ground.masked.slice(group.clause.from, group.objects[0]?.from)
  if (verb !== '' && ground.text.charAt(group.clause.from - 1) === '；') return false
  // 投资1.3亿元的感染楼: paid for on its own.
  if (OWN_SUM.test(verb)) return false
  // 乙医院建成外科大楼: the clause has a subject of its own.
  if (OWN_SUBJECT.test(ground.masked.slice(0, group.objects[0]?.from))) return false
  return (
    group.objects.every(
      (object) =>
        object.rule === 'works/object-without-owner' &&
        (object.works === undefined ? object.needs === 'stage' : FACE.test(object.tail)) &&
        !/期|^新.{2,4}院/u.test(object.tail),
    ) && !/新建|启动|开工|改造|扩建|实施|[一二三四五六]是|[；。]/u.test(verb)
  )
}

/** What has begun as a whole has no part that still applies for these. */
export const OWN_PAPERS = /环评|立项|可研|建议书|用地|选址|征地/u

/** 新院区8月开工。感染楼已启用: whether a house is so far, while the whole is at `stage`, that it is no part of it. */
export function isApart(hits: readonly StageHit[], stage: ProjectStatus | undefined): boolean {
  if (stage !== 'planned' && stage !== 'preliminary' && stage !== 'started') return false
  return hits.some(
    ({ mood, status, word }) => mood === 'reached' && (FINISHED.has(status) || (stage === 'started' && OWN_PAPERS.test(word))),
  )
}
