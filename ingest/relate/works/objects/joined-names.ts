/** 甲卫生院改扩建暨乙医院建设项目: one project under two names that 暨 joins. */
import { builtOf } from '../same-houses.ts'
import type { WorksObject } from './objects.ts'
import { objectKey } from './project-name.ts'
import type { Told } from '../tell.ts'

/** Objects with those that 暨 joins made one: of the owner that is named first, under both names. */
export function joinNames(text: string, objects: readonly WorksObject[]): readonly WorksObject[] {
  if (!text.includes('暨')) return objects
  const joined: WorksObject[] = []
  for (const object of objects) {
    const last = joined.at(-1)
    const isOne = last !== undefined && isNamed(last) && object.tail !== '' && text.slice(last.to, object.from) === '暨'
    const both = isOne || last === undefined ? undefined : asOne(last, object, text)
    if (both !== undefined) joined[joined.length - 1] = both
    else if (isOne) joined[joined.length - 1] = { ...last, to: object.to, tail: last.tail + text.slice(last.to, object.to) }
    else joined.push(object)
  }
  return joined
}

/** 甲医院（含乙医院）暨丙医院迁建工程: one works of both. */
const JOINED = /^(?:（[^（）]{1,20}）)?暨$/u

function asOne(last: WorksObject, object: WorksObject, text: string): WorksObject | undefined {
  if (last.owners.length === 0 || last.tail !== '' || !isNamed(object) || !JOINED.test(text.slice(last.to, object.from))) return undefined
  return {
    ...object,
    from: last.from,
    owners: [...last.owners, ...object.owners],
    tail: text.slice(last.to, object.to),
    rule: 'works/shared-object',
  }
}

function isNamed({ owners, tail }: WorksObject): boolean {
  return owners.length > 0 && tail !== ''
}

/** 战略合作暨甲项目: what is signed is no works. */
const WORKS = /(?:[建迁造修缮楼房院址区期]|中心|项目|工程)$/u
/** 门急诊 before 及医技业务用房: no house of its own. */
const HALF_NAME = /[^楼房院区中心期工程项目]$/u

/** 扩建项目 of 北区扩建项目. */
const KIND_OPENS = /^(?:改?扩建|改造)(?:项目|工程)/u

/** Whether one works is told again by the second half of a name: 乙医院建设项目, 医技用房 of 门急诊及医技用房. */
export function isSecondName(told: Told, of: Told): boolean {
  const full = builtOf(of)
  const joint = full.lastIndexOf('暨')
  const built = builtOf(told)
  if (joint > 0 && WORKS.test(full.slice(0, joint))) {
    const second = full.slice(joint + 1)
    if (objectKey(second).endsWith(objectKey(told.object.tail)) && told.owners[0]?.entity === of.owners[0]?.entity) return true
    return second === (told.owners[0]?.name ?? '') + built
  }
  if (told.object.owners.length === 0 && KIND_OPENS.test(built) && full.length > built.length && full.endsWith(built)) return true
  const at = full.indexOf(`及${built}`)
  return at > 0 && at + built.length + 1 === full.length && HALF_NAME.test(full.slice(0, at)) && told.object.owners.length === 0
}

/** For each works that is told by the second half of a name, the works of the whole name. */
export function secondNames(all: readonly Told[]): Map<string, Told> {
  const target = new Map<string, Told>()
  const full = all.filter((told) => /[暨及]|[区院](?:改?扩建|改造)/u.test(builtOf(told)))
  for (const of of full)
    for (const told of all) if (told.id !== of.id && !target.has(told.id) && isSecondName(told, of)) target.set(told.id, of)
  return target
}
