/** Finds the owners of an object: the bodies named with it, the one spoken of before, the hospital that speaks, or the home. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Place } from '../works.ts'
import { canOwn, type WorksObject } from './objects.ts'
import { homeOwner, ownerOf, speakerOwner, type Owner } from './owner.ts'
import type { Told } from './tell.ts'

export interface Owned {
  readonly object: WorksObject
  readonly owners: readonly Owner[]
}

/** Bodies that stand before their new house does; other centres begin with it, and are built by their district. */
const STANDING_BODY = /疾控|疾病预防|疾病控制|血站|血液|急救|卫生监督|防治|学校|监测|福利|养老|护理院|妇幼/u
const PHASE_FIRST = /^(?:[一二三四五]|首|1|2|3)期/u
/** 县公共卫生应急中心大楼: a house of the district's own services. */
const PUBLIC_HOUSE = /(?:卫生|医疗|健康|应急|疾控|急救).*(?:中心|站|所|综合).*楼/u
const LEAD_IN = 8
/** How far back in a sentence its subject is looked for; a longer way has lost it. */
const LOOK_BACK = 300

/** The object with its owners, or undefined where nobody is known for whom it could be. */
export function ownersOf(object: WorksObject, at: { place: Place; before: readonly Told[] }): Owned | undefined {
  const { reading } = at.place
  const named = object.owners.filter(canOwn)
  if (named.length > 0) return namedOwners(object, named, reading)
  if (PHASE_FIRST.test(object.tail)) {
    const last = at.before.length === 1 ? at.before[0] : undefined
    if (last !== undefined && last.object.from !== object.from) return phaseOf(object, last)
  }
  const subject = subjectBefore(object, at.place)
  if (subject !== undefined && !isDistrictObject(object, at.place)) return { object, owners: [ownerOf(subject, reading)] }
  if (isDistrictObject(object, at.place)) return ofHome(object, reading)
  const earlier = at.before[0]?.owners[0]
  const speaker = speakerOwner(reading)
  if (speaker !== undefined) return { object, owners: [speaker] }
  if (earlier !== undefined && earlier.label === 'Hospital' && at.before.length === 1)
    return { object, owners: [{ ...earlier, campus: '' }] }
  return PHASE_FIRST.test(object.tail) || (object.needs !== 'nothing' && !PUBLIC_HOUSE.test(object.tail))
    ? undefined
    : ofHome(object, reading)
}

function ofHome(object: WorksObject, reading: Reading): Owned | undefined {
  const owner = speakerOwner(reading) ?? homeOwner(reading)
  return owner === undefined ? undefined : { object, owners: [owner] }
}

/** 医疗健康综合体, 公共卫生中心: nobody's but the district's, unless the hospital stands right before it as subject. */
function isDistrictObject(object: WorksObject, place: Place): boolean {
  return place.words.districtHead.test(object.tail.replace(/(?:[一二三四]期|项目|工程|建设|迁建|新建|扩建|改造)+$/u, ''))
}

function namedOwners(object: WorksObject, named: readonly SentenceMention[], reading: Reading): Owned | undefined {
  const first = named[0]
  if (first === undefined) return undefined
  const moves = object.works !== undefined && object.works !== 'new'
  if (first.label !== 'Institution' || moves || STANDING_BODY.test(first.name))
    return { object, owners: named.map((mention) => ownerOf(mention, reading)) }
  const home = homeOwner(reading)
  if (home === undefined) return { object, owners: named.map((mention) => ownerOf(mention, reading)) }
  const text = reading.document.text.slice(first.start, first.end).replaceAll(/\s/gu, '')
  return { object: { ...object, tail: text + object.tail }, owners: [home] }
}

/** 该项目一期已封顶: a phase of what was spoken of. */
function phaseOf(object: WorksObject, whole: Told): Owned {
  const tail = whole.object.tail.replace(/(?:[一二三四五]|首)期(?:工程)?$/u, '') + object.tail
  return { object: { ...object, tail, ...(whole.object.works === undefined ? {} : { works: whole.object.works }) }, owners: whole.owners }
}

/** The hospital that is the subject of the clause or of the sentence: 县医院新建外科楼. */
function subjectBefore(object: WorksObject, place: Place): SentenceMention | undefined {
  const { text } = place.sentence
  const earlier = place.mentions.filter(
    (mention) => mention.label === 'Hospital' && mention.to <= object.from && mention.from >= object.from - LOOK_BACK,
  )
  const since = Math.max(0, object.from - LOOK_BACK)
  const before = text.slice(since, object.from)
  const last = (marks: readonly string[]): number => Math.max(...marks.map((mark) => before.lastIndexOf(mark)))
  const clause = since + last(['，', '；', '：', '。'])
  const own = earlier.findLast((mention) => mention.from > clause)
  if (own !== undefined) return own
  const stop = since + last(['；', '。'])
  const subject = earlier.find((mention) => mention.from > stop && mention.from - stop <= LEAD_IN)
  if (subject === undefined) return undefined
  return earlier.filter((mention) => mention.from > stop).every((mention) => mention.entity === subject.entity) ? subject : undefined
}
