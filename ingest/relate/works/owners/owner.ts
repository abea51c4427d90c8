/** Whose works they are, and what their project is called: the hospital named, its parent for a campus, else the home. */
import type { Reading, SentenceMention } from '../../../reading.ts'
import { factsOf } from '../../../recognise/names.ts'
import type { Place } from '../place.ts'
import { bodyInTail, newBody, SHORT_BODY } from '../objects/body-in-tail.ts'
import { labelOwner } from './label-owner.ts'
import { knownIn, ownerOf, speakerOwner, type Owned, type Owner } from './named-owner.ts'
import { numberedBody } from '../objects/new-services.ts'
import { canOwn, type WorksObject } from '../objects/objects.ts'
import { bodyAt, isBuilding, isOfUnknown, phaseOf, headHospital, strivesFor } from '../phases.ts'
import { isOfOtherBody } from './other-body.ts'
import { ofHere } from './shared-owners.ts'
import { POINT_AT_HEAD } from '../lists/point.ts'
import type { Told } from '../tell.ts'
import { LEAD_IN, STANDING_BODY, subjectBefore } from './subject-before.ts'
import { hospitalOfParagraph, isUnnamedThat, thatHospital } from '../objects/that-hospital.ts'
import { visitedHospital } from './visited.ts'

/** The home of the document as owner, or undefined where it has none. */
function homeOwner(reading: Reading): Owner | undefined {
  const home = reading.document.home.at(-1)
  return home === undefined ? undefined : { entity: home.id, label: 'District', name: home.name, campus: '' }
}

const PHASE_FIRST = /^(?:[一二三四五]|首|1|2|3)期/u
/** 县公共卫生应急中心大楼: a house of the district's own services. */
const PUBLIC_HOUSE = /(?:卫生|医疗|健康|应急|疾控|急救).{0,24}(?:中心|站|所|综合).{0,24}楼/u
/** 发热门诊改造, 急诊科扩建: what is done to a room of a hospital. */
const ROOM_DONE = /^[〇㐀-鿿]{1,9}(?:科|病[区房]|门诊|室)(?:改造|改扩建|扩建|装修|翻修)/u
const OF_DISTRICT = /^[省市县区旗州](?=[妇公卫医急疾血]|中心血)/u
/** A campus is some hospital's, never the district's. */
const OF_HOSPITAL = /^(?:新址|[新老东西南北]{1,2}院|.{0,4}院区|.{0,4}分院)/u
/** 中医院住院楼 of 某县中医院: its name is not said twice. */
const OWN_NAME = /^.{0,4}?(?:医院|卫生院|保健院|中医院)(?=.)/u
/** 你院西院区门诊楼: of the hospital that a letter addresses; 我院 of one that nobody knows. */
const YOURS = /[你贵我本]院.{0,4}$/u
const OURS_OF = /[我本]院.{0,4}$/u
/** 中医院病房楼 behind works of 县医院: another's, whom the reader does not know. */
const OTHERS = /^.?(?:中医|人民|妇幼)/u
/** 白水卫生院病房楼 behind works of another one: of a body that the reader does not know. */
const RURAL = /^[\u4e00-\u9fff]{2,8}卫生院(?=.)/u
/** 该院中医特色重点医院项目, where nobody knows which hospital is meant. */
const OF_THAT = /(?:医院|中心)(?:建设)?(?:项目|工程)$/u
const THAT_BEFORE = /该院$/u
const PUBLIC_CENTRE_NAME = /公共卫生(?:应急|医疗|临床|救治|医学|服务|防治){1,3}中心$/u
/** The object with its owners, or undefined where nobody is known for whom it could be. */
export function ownersOf(object: WorksObject, at: { place: Place; before: readonly Told[] }): Owned | undefined {
  const whole = wholeName(object, at.place)
  if (whole !== undefined) return whole
  const owned = resolveOwners(object, at)
  if (owned !== undefined && isOfUnknown(owned, at.place)) return undefined
  const [owner] = owned?.owners ?? []
  const rural = object.owners.length > 0 ? undefined : RURAL.exec(owned?.object.tail ?? '')?.[0]
  if (rural !== undefined && owner?.name.endsWith(rural) !== true) return undefined
  const own = object.owners.length > 0 || owner?.label !== 'Hospital' ? undefined : OWN_NAME.exec(owned?.object.tail ?? '')?.[0]
  if (owned === undefined || own === undefined) return owned
  if (owner?.name.endsWith(own) !== true) return OTHERS.test(own) ? undefined : owned
  return { ...owned, object: { ...owned.object, tail: owned.object.tail.slice(own.length) } }
}

const QUOTED = /^“.*”$/u

/** “某县医疗机构能力提升建设项目”: a whole name in quotes that begins with the place. */
function wholeName(object: WorksObject, { sentence: { text }, reading }: Place): Owned | undefined {
  const { owners, from, to, tail } = object
  const home = owners.length > 0 || !QUOTED.test(text.slice(from - 1, to + 1)) ? undefined : homeOwner(reading)
  return home !== undefined && tail.startsWith(home.name) ? { object, owners: [home] } : undefined
}

function resolveOwners(object: WorksObject, at: { place: Place; before: readonly Told[] }): Owned | undefined {
  const { reading } = at.place
  const ours = object.owners.length > 0 ? null : OURS.exec(object.tail)
  if (ours !== null) return ownBody({ ...object, tail: object.tail.slice(ours[0].length) }, reading)
  if (object.owners.some(canOwn)) return namedOwners(object, ofHere(object.owners, reading), reading)
  const here = bodyAt(object, at.place)
  if (here !== undefined) return namedOwners({ ...object, tail: '', owners: [here] }, [here], reading)
  if (isUnnamedThat(object, at.place)) return undefined
  const that = thatHospital(object, at.place)
  if (that !== undefined) return { object, owners: [ownerOf(that, reading)] }
  if (OF_THAT.test(object.tail) && THAT_BEFORE.test(at.place.sentence.text.slice(Math.max(0, object.from - 2), object.from))) {
    const speaker = speakerOwner(reading)
    return speaker === undefined ? undefined : { object, owners: [speaker] }
  }
  if (ROOM_DONE.test(object.tail)) {
    const spoken = subjectBefore(object, at.place) ?? (speakerOwner(reading) === undefined ? hospitalOfParagraph(at.place) : undefined)
    if (spoken !== undefined) return { object, owners: [ownerOf(spoken, reading)] }
  }
  if (PHASE_FIRST.test(object.tail)) {
    const labelled = labelOwner(object, at.place)
    if (labelled !== undefined) return { object, owners: [ownerOf(labelled, reading)] }
    const last = at.before.length === 1 ? at.before[0] : undefined
    const [owner] = last?.owners ?? []
    const campus = CAMPUS_HERE.exec(at.place.sentence.text.slice(0, object.from))?.groups?.['campus']
    if (campus !== undefined && last?.object.tail.includes(campus) === false && owner?.label === 'Hospital')
      return { object: { ...object, tail: campus + object.tail }, owners: [{ ...owner, campus: '' }] }
    const own = ofClause(object, at.place)
    if (own !== undefined && owner?.label === 'Hospital' && ownerOf(own, reading).entity !== owner.entity)
      return { object, owners: [ownerOf(own, reading)] }
    const lead = at.place.sentence.text.slice(0, object.from)
    // 医院的二期工程用地已批: of the hospital, and not of the house spoken of.
    if (WHOLE_HOSPITAL.test(lead) && owner?.label === 'Hospital' && /楼/u.test(last?.object.tail ?? ''))
      return { object, owners: [{ ...owner, campus: '' }] }
    if (last !== undefined && isBuilding(object, last) && owner?.label === 'Hospital') return { object, owners: [{ ...owner, campus: '' }] }
    if (last !== undefined && (last.sentence !== at.place.sentence || last.object.from !== object.from)) return phaseOf(object, last)
  }
  const body = newBody(object, at.place) ?? bodyInTail(object, reading) ?? numberedBody(object, at.place)
  if (body !== undefined) return body
  if (isOfOtherBody(object.tail, reading)) return undefined
  // 甲院门诊楼、市妇幼公共卫生服务综合大楼: of the district, whoever is named before.
  if (OF_DISTRICT.test(object.tail) && '、，'.includes(at.place.sentence.text.charAt(object.from - 1))) return ofHome(object, reading)
  const isStriven = strivesFor(object, at.place)
  if (isStriven && SHORT_BODY.test(object.tail)) return ofHome(object, reading)
  // 由某市投资建设新医院。新医院占地150亩: of the place that was told to build it.
  const again = object.tail.startsWith('新医院') && object.owners.length === 0 ? newHospitalBefore(at.place) : undefined
  if (again !== undefined) return { object, owners: again.owners }
  // 甲医院援建的某市新医院: of the place before it.
  const placed = object.tail.startsWith('新医院') ? (placeBefore(object, at.place) ?? placeThatBuilds(object, at.place)) : undefined
  if (placed !== undefined) return { object, owners: [placed] }
  const lies = NEW_PREMISES.test(object.tail) ? placeBefore(object, at.place) : undefined
  if (lies !== undefined) return ofPlace(object, lies, at.place)
  const subject = subjectBefore(object, at.place)
  if (subject !== undefined && (!isDistrictObject(object, at.place) || buildsItself(subject, object, at.place)))
    return { object, owners: [ownerOf(subject, reading)] }
  const named = placeBefore(object, at.place)
  if (named !== undefined) return { object, owners: [named] }
  if (isDistrictObject(object, at.place)) return ofHome(object, reading)
  // 新建管区医院，设门诊用房: of a hospital without its name.
  if (at.place.mentions.some((mention) => mention.label === 'Hospital' && !canOwn(mention) && mention.to <= object.from)) return undefined
  const heading = visitedHospital(at.place) ?? headHospital(at.place)
  if (heading !== undefined) return { object, owners: [ownerOf(heading, reading)] }
  const earlier = isStriven ? undefined : at.before[0]?.owners[0]
  const speaker = speakerOwner(reading)
  if (speaker !== undefined) return { object, owners: [speaker] }
  const campus = campusNamed(object, reading)
  if (campus !== undefined) return { object, owners: [campus] }
  if (earlier !== undefined && earlier.label === 'Hospital' && at.before.every((told) => told.owners[0]?.entity === earlier.entity))
    return { object, owners: [{ ...earlier, campus: '' }] }
  if (OF_HOSPITAL.test(object.tail)) {
    const sole = soleHospital(reading)
    if (sole !== undefined) return { object, owners: [sole] }
    const moved = movedBefore(object, at.place)
    return moved === undefined ? undefined : { object, owners: moved }
  }
  const lead = at.place.sentence.text.slice(Math.max(0, object.from - LEAD_IN), object.from)
  if (YOURS.test(lead)) {
    const sole = OURS_OF.test(lead) ? soleHospital(reading) : undefined
    return sole === undefined ? undefined : { object, owners: [sole] }
  }
  const only = CLINIC.test(object.tail) ? onlyHospital(at.place) : undefined
  if (only !== undefined) return { object, owners: [only] }
  return PHASE_FIRST.test(object.tail) || (object.needs !== 'nothing' && !PUBLIC_HOUSE.test(object.tail))
    ? undefined
    : ofHome(object, reading)
}

/** 医技综合楼工程, on a page that told the works of one hospital alone. */
const CLINIC = /^(?:新)?(?:门诊|急诊|住院|医技|病房|外科|内科|感染|妇儿|教学|科研)[^，。；]{0,6}楼/u
const FEWEST = 2

function onlyHospital({ into: { told }, sentence }: Place): Owner | undefined {
  const [first] = told.at(-1)?.owners ?? []
  if (told.length < FEWEST || first?.label !== 'Hospital' || told.at(-1)?.sentence === sentence) return undefined
  return told.every(({ owners: [owner] }) => owner?.entity === first.entity) ? { ...first, campus: '' } : undefined
}

const WHOLE_HOSPITAL = /(?:医院|[我本该]院)的?$/u

/** 位于高新区的金河院区占地90亩，一期工程投用: of the campus that the sentence is about. */
const CAMPUS_HERE =
  /^(?:位于[^，。；]{2,12}的)?(?<campus>(?!新|老|旧|该|本|两)[\u4e00-\u9fff]{2,4}院区)(?:项目)?(?:占地|总投资|总占地|规划|位于|坐落|建筑面积|总建筑)[^；。]{0,40}，$/u

/** 我中心迁建项目, 本站综合楼. */
const OURS = /^[我本](?:中心|站|所)(?=.)/u

/** Of the centre whose report it is: the one that the title names. */
function ownBody(object: WorksObject, reading: Reading): Owned | undefined {
  const [body, ...others] = (reading.mentions[0] ?? []).filter((mention) => mention.label !== 'District' && canOwn(mention))
  return body === undefined || others.length > 0 ? undefined : namedOwners(object, [body], reading)
}

const CAMPUS_FIRST = /^(?!新院|老院|旧院)[〇㐀-鿿]{1,6}?(?:院区|分院)/u

/** 东院区项目: of the one hospital with a campus of this name that a document speaks of. */
function campusNamed({ tail }: WorksObject, reading: Reading): Owner | undefined {
  const name = CAMPUS_FIRST.exec(tail)?.[0]
  if (name === undefined) return undefined
  const owners = [...knownIn(reading).bodies.values()]
    .filter((mention) => mention.name.endsWith(name))
    .map((mention) => ownerOf(mention, reading))
    .filter((owner) => owner.campus === name)
  return new Set(owners.map(({ entity }) => entity)).size === 1 ? owners[0] : undefined
}

/** 兴安盟老年康复中心 on a page of one of its cities: of the place that its name begins with. */
function placeBefore({ owners, from }: WorksObject, { mentions }: Place): Owner | undefined {
  if (owners.length > 0) return undefined
  const place = mentions.find(({ label, to }) => label === 'District' && to === from)
  return place === undefined ? undefined : { entity: place.entity, label: 'District', name: place.name, campus: '' }
}

function newHospitalBefore({ into }: Place): Told | undefined {
  return into.told.find(({ object, owners }) => owners[0]?.label === 'District' && object.tail.startsWith('新医院'))
}

/** 由某市投资建设|新医院: the place that opens the clause, with no hospital in it. */
const BUILDS_NEW =
  /^(?:人民)?(?:政府)?(?:将|拟|计划|正在?|决定|已)*(?:(?:投资|投入|出资|斥资|筹资)(?:[约近超]?\d[\d.]*[余多]?[万亿]元?)?)?(?:新建|建设|兴建|投建|筹建|修建|建)(?:一[家所座])?$/u

function placeThatBuilds({ owners, from }: WorksObject, { mentions, sentence: { text } }: Place): Owner | undefined {
  if (owners.length > 0) return undefined
  const place = mentions.findLast(({ label, to }) => label === 'District' && to <= from)
  return place === undefined || !BUILDS_NEW.test(text.slice(place.to, from))
    ? undefined
    : { entity: place.entity, label: 'District', name: place.name, campus: '' }
}

const NEW_PREMISES = /^新(?:院区?|址)$/u

/** 医院新院区: of the one hospital whose works a document has told, where its new premises are among them. */
function movedBefore({ tail }: WorksObject, { into }: Place): Told['owners'] | undefined {
  if (!NEW_PREMISES.test(tail) || new Set(into.told.map(({ owners }) => owners[0]?.entity)).size !== 1) return undefined
  return into.told.find(({ object, owners }) => owners[0]?.label === 'Hospital' && NEW_PREMISES.test(object.tail))?.owners
}

/** 看到云溪新院动工: of the hospital of that place whose move was told of, and of nobody else. */
function ofPlace(object: WorksObject, { name }: Owner, { into }: Place): Owned | undefined {
  const told = into.told.findLast(
    (one) => one.owners[0]?.name.startsWith(name) === true && (one.object.works === 'relocation' || one.object.tail.startsWith('新')),
  )
  return told === undefined ? undefined : { object, owners: told.owners }
}

/** The one hospital that a document speaks of, with its campuses. */
function soleHospital(reading: Reading): Owner | undefined {
  const owners = new Map(
    [...knownIn(reading).bodies.values()].map((mention) => ownerOf(mention, reading)).map((owner) => [owner.entity, owner]),
  )
  const [only] = owners.values()
  return owners.size === 1 && only !== undefined ? { ...only, campus: '' } : undefined
}

function ofHome(object: WorksObject, reading: Reading): Owned | undefined {
  const owner = speakerOwner(reading) ?? homeOwner(reading)
  return owner === undefined ? undefined : { object, owners: [owner] }
}

/** 医疗健康综合体, 公共卫生中心: nobody's but the district's, unless the hospital stands right before it as subject. */
function isDistrictObject(object: WorksObject, place: Place): boolean {
  return place.words.districtHead.test(
    object.tail.replace(/(?:（?[一二三四]期(?:(?:项目|工程)?）)?|项目|工程|建设|迁建|新建|扩建|改造)+$/u, ''),
  )
}

/** 甲医院投入3600万元建设的治未病中心: a centre of the hospital that pays for it; 公共卫生中心 is never one. */
const BUILDS_ITSELF =
  /^(?:[^，。；：、□]{0,14}(?:投[入资]|[斥出筹]资|自筹|改[建造成]|[新兴扩再盖]建|建[成起设]|打造|设立)|负?[一二三四]?[层楼]|的)/u
const OF_PUBLIC = /^[^，。；]{0,4}(?:公共卫生|急救|疾控|疾病预防|应急|传染病|综合体|救治|血(?!透|液透析|液净化|液科|管|栓))/u

function buildsItself({ to }: SentenceMention, { from, tail }: WorksObject, { sentence: { text } }: Place): boolean {
  return from > to && BUILDS_ITSELF.test(text.slice(to, from)) && !/[，。；]/u.test(text.slice(to, from)) && !OF_PUBLIC.test(tail)
}

/** 云溪区公共卫生服务中心 on a page of its city: of the county that its name begins with. */
function districtOf(body: SentenceMention, reading: Reading): Owner | undefined {
  const place = factsOf(body)?.place
  if (place?.level !== 'county' || reading.document.home.some(({ id }) => id === place.id)) return undefined
  const text = reading.document.text.slice(body.start, body.end)
  return text.startsWith(place.name) ? { entity: place.id, label: 'District', name: place.name, campus: '' } : undefined
}

/** 县公共卫生临床中心项目完成立项: a centre that begins with its house is its district's, though its name is that of a hospital. */
const ITSELF_ONLY = /^(?:新建|建设|项目|工程)*$/u

function isPublicCentre({ label, name, start, end }: SentenceMention, { tail }: WorksObject, reading: Reading): boolean {
  if (label !== 'Hospital' || !ITSELF_ONLY.test(tail) || reading.lexicon.organisationByName.has(name)) return false
  return PUBLIC_CENTRE_NAME.test(reading.document.text.slice(start, end).replaceAll(/\s/gu, ''))
}

function namedOwners(object: WorksObject, named: readonly SentenceMention[], reading: Reading): Owned | undefined {
  const first = named[0]
  if (first === undefined) return undefined
  const moves = object.works !== undefined && object.works !== 'new'
  const isNewCentre = named.length === 1 && isPublicCentre(first, object, reading)
  if ((first.label !== 'Institution' && !isNewCentre) || moves || STANDING_BODY.test(first.name))
    return { object, owners: named.map((mention) => ownerOf(mention, reading)) }
  const home = districtOf(first, reading) ?? homeOwner(reading)
  if (home === undefined) return { object, owners: named.map((mention) => ownerOf(mention, reading)) }
  const text = reading.document.text.slice(first.start, first.end).replaceAll(/\s/gu, '')
  return { object: { ...object, tail: text + object.tail }, owners: [home] }
}

/** 甲院建成新院区，乙院启动二期工程: the hospital that opens the clause of a phase. */
function ofClause({ from }: WorksObject, { sentence: { text }, mentions }: Place): SentenceMention | undefined {
  const clause = Math.max(...['，', '；', '：', '。'].map((mark) => text.lastIndexOf(mark, from - 1))) + 1
  const point = POINT_AT_HEAD.exec(text.slice(clause, from))?.[0].length ?? 0
  return mentions.find(
    (mention) => mention.label === 'Hospital' && canOwn(mention) && mention.from === clause + point && mention.to <= from,
  )
}
