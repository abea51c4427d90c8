/** Works that the document named before, of which a sentence says only how large they are, or that they are a project. */
import type { Place } from './place.ts'
import { ownerOf, type Owned } from './owners/named-owner.ts'
import { objectKey } from './objects/project-name.ts'
import type { Gathered, Told } from './tell.ts'
import type { Ground } from './ground.ts'
import type { Group } from './groups.ts'
import { CAMPUS_NAME, canOwn, type WorksObject } from './objects/objects.ts'
import { ownersOf } from './owners/owner.ts'
import { isToldBefore } from './same-works.ts'
import type { Clause, StageHit } from './stages/stage-hits.ts'
import { onlyOne } from './topic.ts'

/** 甲医院是省重点项目. */
const IS_PROJECT = /^(?:是|为|系|作为)[^。；]{0,30}(?:项目|工程)/u

/** 甲医院旧院位于东大街，占地42亩: what is left. */
const OLD_SITE = /^的?(?:老|旧|原)[院址楼]/u

const PLANNED = /(?:规划|设计|拟设|计划设|设置)(?:设置)?(?:总)?(?:床位|病床|建筑面积|占地|用地)/u
const isCampus = ({ from, to }: WorksObject, { text }: Ground): boolean => CAMPUS_NAME.test(text.slice(from, to))

const PHASE = /^[一二三四]期(?:项目|工程)$/u

/** 正式签约二期项目, where the last that was told is the first phase: it turns to the other. */
function isPhaseAgain({ owners, tail }: WorksObject, { told }: Gathered): boolean {
  const last = told.at(-1)
  if (owners.length > 0 || !PHASE.test(tail) || last?.object.tail.includes(tail.slice(0, 2)) !== false) return false
  return told.some(({ object, owners: [owner] }) => object.tail === tail && owner?.entity === last.owners[0]?.entity)
}

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
  // 甲医院东院区将作为主院区，规划床位1000张, of a campus that is told to be built.
  const isPlanned = keys.length > 0 && PLANNED.test(ground.text)
  const isSized = isMeasured || (said.all.length > 0 && keys.some((key) => key !== 'beds'))
  return group.objects.filter((object) => {
    if (OLD_SITE.test(ground.text.slice(object.to, object.to + 3))) return false
    if (isPhaseAgain(object, into)) return true
    if (object.owners.length === 0 ? !isMeasured : object.tail === '' && !isNamed && !isSized && !(isPlanned && isCampus(object, ground)))
      return false
    const owned = ownersOf(object, { place, before: [] })
    return owned !== undefined && isToldBefore(owned, into.told)
  })
}

/** 甲院新院区、乙院感染楼在建，感染楼已封顶: a house that the sentence named with its owner, and no part of the campus. */
export function isHouseAgain({ objects }: Group, before: readonly Group[], { into, sentence }: Place): boolean {
  const [object, ...others] = objects
  if (object === undefined || others.length > 0 || object.owners.length > 0 || object.tail === '') return false
  const isIt = ({ owners, tail }: WorksObject): boolean => owners.length > 0 && tail === object.tail
  return (
    before.some((group) => group.objects.some(isIt)) ||
    into.told.some((one) => one.sentence !== sentence && one.sentence.paragraph === sentence.paragraph && isIt(one.object))
  )
}

const HOUSE = /[楼房馆站区心体]/u

/** 其中停车楼主体施工至三层, behind 甲院停车楼、乙院制剂楼: the one of several in the paragraph that is called so. */
export function houseAgain(object: WorksObject, place: Place): Owned | undefined {
  const { sentence, into } = place
  if (object.owners.length > 0 || !HOUSE.test(object.tail)) return undefined
  const key = objectKey(object.tail)
  const same = new Map<string, Told>()
  if (into.told.length > 1)
    for (let index = into.told.length - 1; index >= 0; index--) {
      const one = into.told[index]
      if (one === undefined || one.sentence.paragraph !== sentence.paragraph) break
      if (objectKey((one.owners[0]?.campus ?? '') + one.object.tail) === key) same.set(one.id, one)
    }
  const [only] = same.values()
  if (only === undefined) return houseSeen(object, key, place)
  if (same.size > 1 || isOfNext(object, only, place)) return undefined
  const works = only.object.works === undefined ? {} : { works: only.object.works }
  return { object: { ...object, ...works, tail: only.object.tail }, owners: only.owners }
}

const MOST_BETWEEN = 12

/** 甲院门诊楼立项。乙院在建的门诊楼封顶: of the hospital right before it. */
function isOfNext({ from }: WorksObject, { owners }: Told, { sentence: { text }, mentions, reading }: Place): boolean {
  const next = mentions.findLast((one) => one.label === 'Hospital' && canOwn(one) && one.to <= from && from - one.to <= MOST_BETWEEN)
  if (next === undefined || /[，。；：]/u.test(text.slice(next.to, from))) return false
  return ownerOf(next, reading).entity !== owners[0]?.entity
}

/** 察看了甲院感染楼、乙院公卫楼。目前，感染楼封顶: a house that the sentence before only names. */
function houseSeen(object: WorksObject, key: string, place: Place): Owned | undefined {
  const { sentence, into } = place
  const seen = into.seen.filter((one) => one.paragraph === sentence.paragraph && one.index === sentence.index - 1)
  const [only, ...others] = seen.filter((one) => objectKey(one.object.tail) === key)
  if (only === undefined || others.length > 0) return undefined
  const owned = ownersOf(only.object, { place, before: [] })
  return owned === undefined ? undefined : { ...owned, object: { ...object, tail: owned.object.tail } }
}
