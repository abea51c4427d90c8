/** Where the parties of a relation belong: to the home of the document, to one another, or to neither. */
import type { Reading, SentenceMention } from '../../reading.ts'
import { rememberLast } from '../../recognise/naming/remember.ts'

/** The division or document part of an entity id: `330213`, `@1a2b…`. */
export function anchorOf(entity: string): string {
  return entity.split('/')[1] ?? ''
}

/** Whether a party is a place, and no house. */
export function isDistrict(party: string): boolean {
  return party.startsWith('district/')
}

/**
 * The party that a name stands for: a bureau or government of a place signs for its district (ontology.md, ruling 4), and
 * so does a consortium of a place; everything else stands for itself.
 */
export function partyOf(mention: SentenceMention, reading: Reading): string {
  const signsForPlace = mention.label === 'Consortium' || (mention.label === 'Institution' && mention.attrs['kind'] === 'government')
  if (!signsForPlace) return mention.entity
  const anchor = anchorOf(mention.entity)
  // 江州市卫健局 on a page that does not name 江州市 by itself: the mention of the bureau stands for it.
  if (mention.label === 'Institution' && reading.lexicon.divisions.byCode(anchor) !== undefined) return `district/${anchor}`
  const known = reading.mentions.some((list) => list.some((other) => other.entity === `district/${anchor}`))
  if (known || reading.document.home.some((place) => place.id === `district/${anchor}`)) return `district/${anchor}`
  return reading.document.home.at(-1)?.masked === true && anchor.startsWith('@')
    ? (reading.document.home.at(-1)?.id ?? mention.entity)
    : mention.entity
}

/** Whether an entity belongs to the home of the document: its own code or one below it. */
export function isLocal(entity: string, reading: Pick<Reading, 'document'>): boolean {
  const home = reading.document.home.at(-1)
  if (home === undefined) return false
  if (entity === home.id || entity === reading.document.speaker) return true
  const anchor = anchorOf(entity)
  if (home.adcode === undefined) return anchor.startsWith('@') || anchor === home.id.slice('district/'.length)
  return anchor.startsWith(home.adcode.replace(/(00)+$/, ''))
}

/** Digits of a code that name the city. */
const CITY_DIGITS = 4

/** Whether two entities are known to lie in two cities. */
export function areOfTwoCities(first: string, second: string): boolean {
  const [one, other] = [anchorOf(first), anchorOf(second)]
  return /^\d{6}/u.test(one) && /^\d{6}/u.test(other) && one.slice(0, CITY_DIGITS) !== other.slice(0, CITY_DIGITS)
}

/** Whether one of two parties is of the home and the other is not; without a home, whether they are of two cities. */
export function isFromElsewhere(first: string, second: string, reading: Reading): boolean {
  if (reading.document.home.length > 0) return isLocal(first, reading) !== isLocal(second, reading)
  return anchorOf(first).slice(0, CITY_DIGITS) !== anchorOf(second).slice(0, CITY_DIGITS)
}

/** What tells whether two parties are one house. */
interface Party {
  readonly label: string
  readonly name: string
  readonly kind?: unknown
}

const partiesOf = rememberLast((reading: Reading): ReadonlyMap<string, Party> => {
  const parties = new Map<string, Party>()
  for (const { id, name } of reading.document.home) parties.set(id, { label: 'District', name })
  for (const list of reading.mentions)
    for (const { entity, label, name, attrs } of list) parties.set(entity, { label, name, kind: attrs['kind'] })
  return parties
})

const OWN_BODIES: readonly unknown[] = ['government', 'public_health', 'centre', 'other', undefined]
const UNIVERSITY = /大学|医学院/u
/** Characters of a name that tells one hospital. */
const OWN_NAME = 5
/** A department's house without the name of a place or of an owner. */
const OUTPOST = /^(?:本院)?[〇㐀-鿿]{0,4}门诊部$/u
const PART = /^.{0,4}(?:院区|分院|分部|院部|[东南西北新老]区|门诊部)$/u

/**
 * Whether one party is a part of the other, so that nothing is agreed between them: a district and its own hospital or
 * bureau, a hospital and its campus. A place that is named beside a university's hospital signs with it.
 */
export function isOwnPart(first: string, second: string, reading: Reading, isNamed = false): boolean {
  const parties = partiesOf(reading)
  const isPart = (part: string, whole: string): boolean => {
    const [inner, outer] = [parties.get(part), parties.get(whole)]
    if (inner === undefined || outer === undefined || inner.label === 'District') return false
    const isOfProvince = outer.label === 'District' && isProvince(anchorOf(whole))
    if (isOfProvince && inner.label === 'Hospital' && !UNIVERSITY.test(inner.name) && isBelow(anchorOf(part), anchorOf(whole))) return true
    if (outer.label === 'District' && isNamed && inner.label === 'Hospital' && (UNIVERSITY.test(inner.name) || !isNamedAfter(inner, outer)))
      return false
    if (outer.label === 'District')
      return (inner.label === 'Hospital' || OWN_BODIES.includes(inner.kind)) && isBelow(anchorOf(part), anchorOf(whole))
    if (inner.name === outer.name) return false
    // 城东门诊部 beside the hospital of its place is a part of it.
    if (OUTPOST.test(inner.name) && outer.label === 'Hospital' && anchorOf(part) === anchorOf(whole)) return true
    // 甲医院乙医院, two names in one: 《甲医院乙医院协议》.
    if (inner.name.endsWith(outer.name) && inner.name.length >= outer.name.length + OWN_NAME) return true
    return inner.name.startsWith(outer.name) && PART.test(inner.name.slice(outer.name.length))
  }
  return isPart(first, second) || isPart(second, first)
}

const SUFFIX = /(?:市|县|区|州|盟|旗|镇|乡|街道)$/u

/** Whether a hospital bears the name of a place: 江州市青岚县人民医院. One that does not is only thought to lie there. */
function isNamedAfter(hospital: Party, place: Party): boolean {
  const stem = place.name.length > 2 ? place.name.replace(SUFFIX, '') : place.name
  return hospital.name.includes(stem)
}

/** Whether one of two places lies in the other. */
export function isPlaceWithin(first: string, second: string): boolean {
  if (!isDistrict(first) || !isDistrict(second)) return false
  return isBelow(anchorOf(first), anchorOf(second)) || isBelow(anchorOf(second), anchorOf(first))
}

/** 省卫健委与市政府签约: what a province does in a place of its own it does as its government. */
export function isProvinceOfOther(first: string, second: string): boolean {
  return isPlaceWithin(first, second) && [first, second].some((place) => isProvince(anchorOf(place)))
}

/** Whether an anchor is a province's code. */
function isProvince(anchor: string): boolean {
  return /^\d{2}0000/u.test(anchor)
}

/** Whether a code is of a division or of one below it. A masked place tells nothing. */
export function isBelow(anchor: string, whole: string): boolean {
  return /^\d{6}/u.test(whole) && anchor.startsWith(whole.replace(/(00)+$/u, ''))
}

/** Whether a hospital is of a place within the place of another: a county's and its city's. */
export function isOfPlaceWithin(inner: string, outer: string): boolean {
  const [one, other] = [anchorOf(inner), anchorOf(outer)]
  const areHospitals = inner.startsWith('hospital/') && outer.startsWith('hospital/')
  return areHospitals && isBelow(one, other) && !one.startsWith(other)
}

/** Whether 我省 is one of two and a hospital the other, where no text says which province that is: most likely its own. */
export function isOfUnknownProvince(first: string, second: string): boolean {
  const isUnknown = (party: string): boolean => /^district\/@.*\.我省$/u.test(party)
  return (isUnknown(first) && second.startsWith('hospital/')) || (isUnknown(second) && first.startsWith('hospital/'))
}
