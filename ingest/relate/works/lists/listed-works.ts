/** Lists whose own words say that all that they count up are works. */
import { numberOf } from '../../sentence/dates.ts'
import type { Ground } from '../ground.ts'
import type { Group } from '../groups.ts'
import type { Clause, StageHit } from '../stages/stage-hits.ts'

/** 工程包括甲、乙等十项建设项目: a list of works by its own words. */
const LISTED_LEAD = /(?:包括|包含|涵盖|新建|建设|实施)$/u
const COUNTED_PROJECTS = /^等(?:\d+|[一二两三四五六七八九十]+)[个项][^，。；]{0,12}建设(?:项目|工程)/u

/** Whether the head of a list says that all of it are works: 新建项目5项：甲楼、乙中心业务用房. */
export function isListed({ head, objects }: Group, { text }: Ground, own: readonly StageHit[]): boolean {
  if (head === undefined) return false
  const said = text.slice(head.from, head.to)
  return own.some((hit) => hit.from < head.to) || LIST_OF_WORKS.test(said) || isCounted(said, objects)
}

/** 地方债项目3个，分别是甲楼、乙楼和丙院迁建: as many houses as it counts. */
const COUNT = /(?:项目|工程)(?:共|共?有)?(?<count>\d{1,2}|[一二两三四五六七八九十]{1,3})[个项][^，。；]{0,6}$/u
const HOUSE = /楼|用房|院区|新[院址]|[新迁扩改]建|改造|[一二三四]期/u

function isCounted(head: string, objects: Group['objects']): boolean {
  const count = numberOf(COUNT.exec(head.replace(/[，：（](?:分别)?(?:[是为即])?$/u, ''))?.groups?.['count'])
  return count === objects.length && objects.every(({ owners, tail }) => owners.length > 0 && HOUSE.test(tail))
}

/** 新建项目5项： · 续建5个，即. */
const LIST_OF_WORKS =
  /(?:新建|续建|改扩建|迁建)(?:重点)?(?:项目|工程)(?:\d+|[一二三四五六七八九十两]+)[个项]?：?$|^(?:其中)?(?:续建|在建|结转|新建|新?开工|拟建|储备|谋划)(?:\d+|[一二三四五六七八九十两]+)[个项]$/u

/** 集中开工项目包括甲、乙等22个重点项目: how many, behind the stage of all. */
const STAGED_LEAD = /(?:项目|工程)(?:主要)?(?:包括|包含|涵盖|有|为)(?:了)?$/u
const OF_PROJECTS = /^等(?:\d+|[一二两三四五六七八九十]+)[个项][^，。；]{0,12}(?:项目|工程)/u

/** Whether a list counts up works of which its lead says how far they have come. */
export function isStagedList(group: Group, ground: Ground, own: readonly StageHit[]): boolean {
  const first = group.objects[0]
  return (
    first !== undefined &&
    own.some((hit) => hit.to <= first.from && hit.mood === 'reached' && ground.words.physical.test(hit.word)) &&
    STAGED_LEAD.test(ground.text.slice(group.clause.from, first.from)) &&
    OF_PROJECTS.test(ground.text.slice(group.objects.at(-1)?.to, group.clause.to))
  )
}

/** Whether a list ends with how many works it is, and opens with a verb of building. */
export function isCountedList(group: Group, ground: Ground): boolean {
  return (
    COUNTED_PROJECTS.test(ground.text.slice(group.objects.at(-1)?.to, group.clause.to)) &&
    LISTED_LEAD.test(ground.text.slice(group.clause.from, group.objects[0]?.from))
  )
}

const COUNTED_END = /^等?(?:\d+|[一二两三四五六七八九十]+)[个项大][^，。；]{0,10}(?:项目|工程)/u

/** 甲医院（东院区）、乙医院感染楼两个项目集中开工: how many they are, before the stage of all. */
export function isBegunList({ objects, clause }: Group, ground: Ground, own: readonly StageHit[]): boolean {
  const last = objects.at(-1)
  return (
    last !== undefined &&
    objects.length > 1 &&
    COUNTED_END.test(ground.text.slice(last.to, clause.to)) &&
    own.some(({ from, mood, word }) => from >= last.to && mood === 'reached' && ground.words.physical.test(word))
  )
}

const NAMED_PROJECTS = /^等.{0,16}(?:项目|工程)/u

/** 甲医院新院区、乙卫生院等项目建设: the word that tells so may be read as a tail that they share. */
export function isNamedProjects({ objects, clause }: Group, { text }: Ground): boolean {
  const last = objects.at(-1)
  const owner = last?.owners.at(-1)
  return (
    NAMED_PROJECTS.test(text.slice(last?.to, clause.to)) ||
    (owner !== undefined && objects.length > 1 && /^等[^，。；]{0,6}(?:项目|工程)/u.test(text.slice(owner.to, clause.to)))
  )
}

/** 甲大楼、乙二期工程、丙大楼，将在今年内投入使用: houses of several owners with one stage behind them all. */
export function areAlike(
  { objects, clause }: Group,
  ground: Ground,
  { own, following }: { own: readonly StageHit[]; following: readonly Clause[] },
): boolean {
  const [next] = following
  if (objects.length < 2 || own.length > 0 || next === undefined || ground.text.charAt(next.from - 1) !== '，') return false
  const last = objects.at(-1)
  const isEnd = /^(?:等\d*[个项]?(?:项目|工程)?)?$/u.test(ground.text.slice(last?.to, clause.to).replace(/^（[^）]*）/u, ''))
  return (
    isEnd &&
    objects.every(({ owners, tail }) => owners.length > 0 && ALIKE.test(tail)) &&
    ground.hitsIn(next).some(({ from }) => from - next.from < 12)
  )
}

const ALIKE = /楼|期|项目|工程|院区|用房/u
