/** 未来将有甲院区、乙院区，还规划了丙医院; 甲医院（西院区）规划落地某片区: hospitals and campuses that a sentence only foresees. */
import type { WorksObject } from '../objects/objects.ts'
import { CAMPUS_NAME } from '../objects/objects.ts'
import type { Place } from '../place.ts'

/** Verbs that lay out a place for a house: 规划了, 规划有, 谋划布局. */
const LAYS_OUT = /(?:规划|谋划|筹划)(?:了|有|的有|布局|布点|设置|设立|引进|引入|落地|新增|建有|预留|选址){1,2}(?:了|有)?$/u
/** 未来南湖区将有, 还将新增: what a place will have; a campus alone is surely built for it. */
const WILL_HAVE =
  /(?:(?:未来|今后|将来|届时|远期)[^，。；：]{0,14}?(?:将|会|还)?|(?:还|也|即|又|，|^)将(?:会)?[^，。；：]{0,4})(?:有|添|新添|再添|喜添|新增|增加|迎来|拥有|建有|布局|崛起)了?$/u
/** 甲医院西院区规划落地某片区, 甲院区目前正规划建设. */
const LAID_OUT =
  /^(?:项目)?(?:已经?|正在|正|拟|将|计划|也|都|均|目前|现|同步)*规划(?:落地|落户|落址|落子|选址|布局|建设|新建|建在|设在|在|于)(?!了?(?:床位|用地|面积))/u
const ITEM_ENDS = /^(?:$|[，。；、！]|和|与|及|以及|等|（|项目|落[户地成]|建成)/u
const JOINT = /^(?:（[^（）]{1,20}）)?(?:[、和与及]|以及|、以及)$/u
const MOST_BEFORE = 30
const MOST_BEHIND = 20

/** 此次签约的项目有4个，包括甲医院东院项目: what is only agreed on. */
const SIGNED_LIST =
  /(?:^|[，。；])[^，。；]{0,20}(?:签约|引进|招商|拟建|谋划|储备|规划|策划)的?[^，。；：]{0,12}(?:项目|工程)(?:共|共有|达)?(?:[有为]?\d{1,3}[个项])?(?:，?(?:包括|包含|涵盖|分别[是为]|有)|：)(?<list>[^。；]*)/u
const BEGUN = /开工|竣工|投产|在建|已建|建成|投用/u

/** Works in a list of what is signed or thought of. */
function asSigned(objects: readonly WorksObject[], text: string): readonly WorksObject[] {
  const list = SIGNED_LIST.exec(text)
  if (list === null || BEGUN.test(list[0])) return objects
  const to = list.index + list[0].length
  const from = to - (list.groups?.['list']?.length ?? 0)
  return objects.map((object) =>
    object.from >= from && object.to <= to && object.owners.length > 0 && /(?:项目|工程)$/u.test(object.tail)
      ? { ...object, hoped: true }
      : object,
  )
}

/** The objects of a sentence, with the bare names that it foresees as works to come. */
export function asForeseen(read: readonly WorksObject[], { sentence: { text } }: Place): readonly WorksObject[] {
  const objects = asSigned(read, text)
  if (!objects.some(isBare) || !/规划|谋划|筹划|未来|今后|将/u.test(text)) return objects
  let last: { to: number; isAny: boolean } | undefined
  return objects.map((object) => {
    if (!isBare(object)) return object
    const joined = last !== undefined && JOINT.test(text.slice(last.to, object.from)) ? last : undefined
    const before = text.slice(Math.max(0, object.from - MOST_BEFORE), object.from)
    const isAny = joined?.isAny ?? LAYS_OUT.test(before)
    const isCampus = CAMPUS_NAME.test(text.slice(object.from, object.to))
    const isTo = joined !== undefined || isAny || (isCampus && WILL_HAVE.test(before))
    const behind = text.slice(object.to, object.to + MOST_BEHIND)
    const isAhead = (isTo && (isCampus || isAny) && ITEM_ENDS.test(behind)) || (isCampus && LAID_OUT.test(behind))
    last = isTo && isAhead ? { to: object.to, isAny } : undefined
    return isAhead
      ? { ...object, tail: object.tail === '' ? '建设' : object.tail, needs: 'nothing', hoped: true, rule: 'works/owner-and-object' }
      : object
  })
}

/** A hospital's bare name, with the campus of its bracket. */
const isBare = ({ tail, owners, needs }: WorksObject): boolean => owners[0]?.label === 'Hospital' && (tail === '' || needs === 'site')
