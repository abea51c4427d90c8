/** Resolves a raw name against the home: its fullest certain form, its id, its kind, and what it belongs to. */
import type { Place } from '../../../cypher/model/index.ts'
import type { KnownOrganisation } from '../../lexicon/lexicon.ts'
import { districtId, organisationId, type Anchor } from '../identity.ts'
import { namedEntity, type Named, type NamingContext, type OrganisationLabel, type RawName } from './context.ts'
import { consortiumKind, coreOf, fullStem, hospitalKind } from './core.ts'
import { seatOfBranch } from './branch-seat.ts'
import { knownAs, schoolAs } from './known.ts'
import { knownAffiliate, knownOrdinal, knownOtherwise, knownWithoutSuffix, saysOfPlace, WITH_PLACE } from './known-variants.ts'
import { ordinalOfSchool, withSchoolInFull } from './school-in-full.ts'
import { officialPrefix, zoneNames } from './place-index.ts'
import { placeOfName, seatOf, type Seat } from './seat.ts'
import type { HeadSort } from './words.ts'

/** What a raw name is in this document. Undefined where the home does not give what its level word asks for. */
export function identify(context: NamingContext, raw: RawName): Named | undefined {
  if (raw.bound !== undefined) return raw.bound
  if (raw.known !== undefined) return namedKnown(context, raw.known)
  if (raw.label === 'District') return namedPower(raw)
  if (raw.prefix.kind === 'parent')
    return namedByParent(context, raw, {
      parent: identify(context, raw.prefix.parent),
      length: raw.prefix.parent.to - raw.prefix.parent.from,
    })
  if (raw.prefix.kind === 'speaker') return namedByParent(context, raw, { parent: raw.prefix.parent, length: 0 })
  return namedByPlace(context, asOfHome(context, raw))
}

/**
 * 老洲镇卫生院 in a text of 枞阳县, which had that township before the county beside it did, and which never names that county: the
 * home's own.
 */
function asOfHome(context: NamingContext, raw: RawName): RawName {
  const { prefix } = raw
  const own = context.home.at(-1)
  if (prefix.kind !== 'place' || prefix.township === undefined || own?.level !== 'county' || own.adcode === undefined) return raw
  const { place } = prefix
  const isBeside = place.level === 'county' && place.id !== own.id && place.adcode?.startsWith(own.adcode.slice(0, 4)) === true
  const isTold = [place.name, place.name.replace(/[县市区旗]$/u, '')].some((name) => name.length > 1 && context.says(name))
  return isBeside && !isTold ? { ...raw, prefix: { ...prefix, place: own } } : raw
}

/** Where bodies of the state and bodies abroad are told apart. */
const EVERYWHERE: Place = { id: 'district/000000', name: '全国', level: 'province' }

/** An organisation of the lexicon. */
export function namedKnown(context: NamingContext, known: KnownOrganisation): Named {
  const chain = known.division === undefined ? [] : context.lexicon.divisions.chain(known.division)
  const seat = chain.at(-1)
  // 浙江省中医院 names its province: its city is known from the table alone.
  const isProvincial = known.label === 'Hospital' && chain[0] !== undefined && known.name.startsWith(chain[0].name)
  const place = isProvincial ? chain[0] : seat
  const anchor: Anchor = { place: seat ?? EVERYWHERE }
  const own = seat !== undefined && known.name.startsWith(seat.name) ? known.name.slice(seat.name.length) : known.name
  const parent = known.parent === undefined ? undefined : context.lexicon.organisationByName.get(known.parent)
  const school = known.affiliation === undefined ? undefined : context.lexicon.organisationByName.get(known.affiliation)
  const { label, kind } = known
  const name = nameInText(context, known)
  const aliases = name === known.name ? known.aliases : [known.name, ...known.aliases.filter((alias) => alias !== name)]
  return namedEntity(
    { entity: organisationId(label, anchor, coreOf(own)), label, name, aliases, attrs: { kind }, place, isPlaceNamed: isProvincial },
    {
      parent: parent === undefined ? undefined : namedKnown(context, parent),
      university: school === undefined ? undefined : namedKnown(context, school),
    },
  )
}

/**
 * How a text calls an organisation where it never writes its first name: 赣南医学院, which 赣南医科大学 was when the text was
 * written, and 赣南医学院第一附属医院 with it; 江州省肿瘤医院, the other official name of 江州医科大学第三附属医院.
 */
function nameInText(naming: NamingContext, known: KnownOrganisation): string {
  const says = (wording: string): boolean => naming.says(wording)
  const { name, label, aliases, formerNames = [], affiliation } = known
  if (says(name)) return name
  const school = naming.lexicon.organisationByName.get(affiliation ?? SCHOOL_OF.exec(name)?.[0] ?? '')
  const then = school === undefined || says(school.name) ? undefined : school.formerNames?.find((one) => says(one))
  const former =
    formerNames.find((one) => says(one) || (then !== undefined && one.startsWith(then))) ??
    aliases.find((one) => then !== undefined && one.startsWith(then) && says(one))
  if (former !== undefined || label !== 'Hospital') return former ?? name
  return aliases.find((alias) => alias.length > 4 && OF_DIVISION.test(alias) && !name.endsWith(alias) && says(alias)) ?? name
}

/** 江州医科大学|第一附属医院: the school that a name begins with. */
const SCHOOL_OF = /^[〇㐀-鿿]+?(?:大学|学院)(?=第[一二三四五六七八九十]附属|附属|第[一二三四五六七八九十]医院)/u

/** 江州省肿瘤医院, 江州市人民医院: a name that begins with a division's own; 江州大学肿瘤医院云溪医院: a plaque of another's. */
const OF_DIVISION =
  /^[〇㐀-鿿]{2,6}(?:省|市|县|自治[区州县])(?![省市县区])[〇㐀-鿿]*(?:医院|保健院|中心)$|(?:医院|医学中心)[〇㐀-鿿]{2,8}医院$/u

/** 番禺区人民政府 is its district as a party. */
function namedPower(raw: RawName): Named | undefined {
  const { prefix } = raw
  const place =
    prefix.kind === 'place'
      ? (prefix.township ?? prefix.place)
      : prefix.kind === 'level' || prefix.kind === 'mask'
        ? prefix.place
        : undefined
  return place === undefined ? undefined : namedDistrict(place)
}

export function namedDistrict(place: Place): Named {
  const attrs: Record<string, string | boolean> = { level: place.level }
  if (place.adcode !== undefined) attrs['adcode'] = place.adcode
  if (place.masked === true) attrs['masked'] = true
  return namedEntity({ entity: place.id, label: 'District', name: place.name, aliases: [], attrs, place, isPlaceNamed: true })
}

/** A division without a code below a place: 前湾新区. */
export function uncodedDistrict(name: string, parent: Place | undefined, document: string): Place {
  const key = parent?.adcode
  const core = (zoneNames({ id: '', name, level: 'county' }, parent).at(-1) ?? name)
    .replace(/经济(?:技术)?开发区$/u, '经开区')
    .replace(/高新技术(?:产业)?开发区$/u, '高新区')
  return { id: key === undefined ? districtId({ name, document }) : districtId({ name: core, parent: key }), name, level: 'county' }
}

function labelOf(raw: RawName): OrganisationLabel {
  return raw.label === 'District' ? 'Institution' : raw.label
}

/** 宁波市第一医院方桥院区, 番禺区中心医院医疗集团, 江州二院云溪医院. */
function namedByParent(
  context: NamingContext,
  raw: RawName,
  { parent, length }: { parent: Named | undefined; length: number },
): Named | undefined {
  // 兰大一院 三县人民医院同步签约: counted hospitals behind a name, in a title that parts the two by a blank.
  if (parent === undefined || COUNT_ALONE.test(raw.stem.slice(length))) return undefined
  const isConsortium = raw.label === 'Consortium'
  const isJoint = raw.sort === 'hospital' || raw.sort === 'primary'
  const end = isConsortium
    ? raw.stem.replace(
        /^(?:的半?(?:紧密|松散)(?:联系|合作|协作)?型)?(?:城市|县域|区域|半?(?:紧密|松散)(?:联系|合作|协作)?型|牵头的?|一体化|[“”])*/u,
        '',
      )
    : raw.stem.slice(isJoint ? length : 0)
  // 中山三院粤东医院: a parent that is known lends its full name; another stays as it is written, and so does one told in full.
  const said = raw.stem.slice(0, isJoint ? length : 0)
  const inFull = raw.prefix.kind === 'parent' ? leadInFull(context, raw.prefix.parent) + said : said
  const isAsWritten = isJoint && (parent.aliases.length === 0 || isInFull(inFull, parent))
  // 江州瑞仁智慧医疗联合体 is a name of its own, whose hospital it does not tell in full.
  const brand =
    isConsortium && raw.prefix.kind === 'parent' && !/[院心]$/u.test(raw.prefix.parent.stem) ? raw.prefix.parent.stem : undefined
  const other = isConsortium && raw.prefix.kind === 'parent' ? otherNameOf(raw.prefix.parent, parent) : undefined
  const name = brand !== undefined ? brand + end : isAsWritten ? inFull + end : (other ?? parent.name) + end
  const known = knownAs(context.lexicon, context.home, name)
  if (known !== undefined) return namedKnown(context, known)
  const seat = isConsortium ? { place: parent.place } : seatOfBranch(context, end, parent)
  const anchorPlace = isJoint ? seat.place : parent.place
  const anchor: Anchor = anchorPlace === undefined ? { document: context.document } : { place: anchorPlace }
  // 江州市肿瘤医院云溪医院 is what its parent is.
  const kind = isConsortium ? consortiumKind(name) : (hospitalKind(end, true) ?? (isJoint ? kindOf(parent) : undefined))
  const label = labelOf(raw)
  // A campus is told apart where its parent is, wherever that stands.
  const entity = isJoint
    ? organisationId(label, anchor, coreWithin(parent.entity) + coreOf(end))
    : label.toLowerCase() + parent.entity.slice(parent.entity.indexOf('/')) + coreOf(end)
  const place = isJoint && seat.place?.level === 'province' ? undefined : seat.place
  return namedEntity(
    { entity, label, name, aliases: [], attrs: kind === undefined ? {} : { kind }, place, isPlaceNamed: false },
    isConsortium ? { lead: parent } : isJoint ? {} : { parent },
  )
}

/** Whether a wording tells a hospital by a full name, though it may be another than the table's. */
function isInFull(wording: string, { name }: Named): boolean {
  return WITH_PLACE.test(wording) || (OF_SCHOOL.test(wording) && !OF_SCHOOL.test(name))
}

/** 江州省中西医结合医院|医疗集团: told in full by another name than its first; 西京医院|消化专科联盟: by a name that the table knows. */
function otherNameOf({ stem, known, prefix }: RawName, { name, aliases }: Named): string | undefined {
  const isShort = known !== undefined && prefix.kind === 'none' && stem.endsWith('院') && aliases.includes(stem)
  // 番禺区中心医院 leaves out only the city that it lies in.
  if (isShort && (!name.endsWith(stem) || OF_A_SCHOOL.test(name.slice(0, -stem.length)))) return stem
  return WITH_PLACE.test(stem) && aliases.includes(stem) && !name.endsWith(stem) ? stem : undefined
}

/** 四川大学|华西医院, 浙江大学医学院附属|邵逸夫医院: the school that a short name leaves out. */
const OF_A_SCHOOL = /(?:大学|学院)(?:附属)?$/u

function kindOf({ attrs: { kind } }: Named): string | undefined {
  return typeof kind === 'string' && /^(?:general|specialist|tcm|maternal_child|rehab)$/u.test(kind) ? kind : undefined
}

/** What 省妇幼保健院 leaves out of its province's name: 江南 before 省. */
function leadInFull(context: NamingContext, { prefix }: RawName): string {
  if (prefix.kind !== 'level' || prefix.place === undefined || prefix.place.masked === true) return ''
  const lead = officialPrefix(context.lexicon, context.home, prefix.place)
  return lead.endsWith(prefix.word) ? lead.slice(0, -prefix.word.length) : ''
}

/** 江州大学附属医院: what a plaque of its branch begins with. */
const OF_SCHOOL = /(?:大学|学院)(?:第[一二三四五六七八九十])?附属[〇㐀-鿿]*医院$/u

/** The part of an id after its division. */
function coreWithin(entity: string): string {
  return entity.slice(entity.indexOf('/', entity.indexOf('/') + 1) + 1)
}

const kindBySort: Readonly<Partial<Record<HeadSort, string>>> = {
  centre: 'centre',
  bureau: 'government',
  'public-health': 'public_health',
  university: 'university',
  research: 'research',
  company: 'company',
  body: 'other',
}

/** 三县人民医院 behind places that nothing tells. */
const COUNT_ALONE = /^[〇㐀-鿿]{0,4}[两二三四五六七八九十]个?[县市区旗](?=人民|中|妇|医)/u

/** 县立医院 of 曹县 is 曹县县立医院: a county of one character says its kind twice. */
function isOfShortCounty({ prefix }: RawName, stem: string): boolean {
  return stem === '立医院' && prefix.kind === 'level' && prefix.word === '县' && prefix.place?.name.length === 2
}

function namedByPlace(context: NamingContext, raw: RawName): Named | undefined {
  if (raw.prefix.kind === 'none' && COUNT_ALONE.test(raw.stem)) return undefined
  const seat = seatOf(context, raw)
  if (seat === undefined) return undefined
  const label = labelOf(raw)
  const stem = ordinalOfSchool(
    context,
    fullStem(isPeoples(context, raw) ? '人民医院' : withSchoolInFull(context, raw), (wording) => saysOfPlace(context, raw, wording)),
  )
  const name = seat.lead + (isOfShortCounty(raw, stem) ? '县' : '') + stem
  const known =
    knownAs(context.lexicon, context.home, name) ??
    knownOrdinal(context, raw, name) ??
    knownAffiliate(context, raw) ??
    knownWithoutSuffix(context, name) ??
    knownOtherwise(context, name)
  // 国人自办的省立医院: few provinces have one.
  if (known === undefined && stem === '立医院' && raw.prefix.kind === 'level' && raw.prefix.word === '省' && !context.says(name))
    return undefined
  if (known !== undefined && known.label === label) return namedKnown(context, known)
  const school = raw.prefix.kind === 'university' && raw.sort !== 'university' ? namedUniversity(context, raw.prefix.surface) : undefined
  const own =
    raw.prefix.kind === 'university'
      ? raw.sort === 'university'
        ? placeOfName(context, raw.prefix.surface)
        : placeOfAffiliate(context, raw)
      : seat.place
  // A hospital of a university is told apart by the university's place, but it need not stand there.
  const anchorPlace = own ?? school?.place
  const anchor: Anchor =
    raw.prefix.kind === 'abroad'
      ? { place: EVERYWHERE }
      : anchorPlace === undefined
        ? { document: context.document }
        : { place: anchorPlace }
  const shortTownship = seat.township === undefined ? '' : seat.township.name.replace(/(?:街道|镇|乡)$/u, '')
  const core = isBesideHospital(context, raw, stem) ? stem : coreOf(shortTownship + stem)
  const keepsLead =
    seat.lead !== '' && raw.prefix.kind === 'place' && !prefixIsOfficial(seat, raw) && !isOfBrand(raw, seat) ? seat.lead + core : core
  // 市人民医院 and 省人民医院 of places that the document does not tell are two.
  const isUnplaced = (raw.prefix.kind === 'mask' || raw.prefix.kind === 'level') && raw.prefix.place === undefined
  const kind =
    label === 'Consortium'
      ? consortiumKind(name)
      : label === 'Hospital'
        ? hospitalKind(stem, raw.brand !== '' && raw.sort !== 'primary' && !stem.endsWith('医院'))
        : kindBySort[raw.sort]
  const entity = organisationId(label, anchor, isUnplaced ? seat.lead + core : keepsLead)
  const place = own === undefined ? undefined : (seat.stands ?? own)
  return namedEntity(
    { entity, label, name, aliases: [], attrs: kind === undefined ? {} : { kind }, place, isPlaceNamed: seat.isNamed },
    { township: seat.township, university: school },
  )
}

/** 区妇幼保健所 in a text that names 区妇幼保健院 as well: two bodies, which elsewhere are the old and the new name of one. */
function isBesideHospital(context: NamingContext, { prefix }: RawName, stem: string): boolean {
  if (stem !== '妇幼保健所' || (prefix.kind !== 'level' && prefix.kind !== 'place')) return false
  return context.says(`${prefix.kind === 'level' ? prefix.word : prefix.surface}妇幼保健院`)
}

/** 县医院, where the text has 青岚县人民医院 or 县人民医院, and no 青岚县医院; 省医院 so as well. */
function isPeoples(context: NamingContext, { prefix, stem }: RawName): boolean {
  if (stem !== '医院' || prefix.kind !== 'level' || prefix.place === undefined || prefix.place.masked === true) return false
  const { word, place } = prefix
  const isOwn = place.id === context.home.at(-1)?.id
  return (context.says(`${place.name}人民医院`) || (isOwn && context.says(`${word}人民医院`))) && !context.says(`${place.name}医院`)
}

/** 镇海龙赛医院 is 镇海区龙赛医院: a brand tells a hospital apart in its county or city, however that is written. */
function isOfBrand({ sort, brand, stem }: RawName, { place, township }: Seat): boolean {
  return sort === 'hospital' && township === undefined && place?.level !== 'province' && brand.length > 1 && stem.startsWith(brand)
}

function prefixIsOfficial(seat: Seat, raw: RawName): boolean {
  return (
    raw.prefix.kind !== 'place' ||
    seat.township !== undefined ||
    seat.isSecondName === true ||
    seat.lead !== raw.prefix.surface ||
    raw.prefix.isFull ||
    // 南京妇幼健康联盟 is 南京市妇幼健康联盟.
    (raw.sort === 'consortium' && raw.stem.endsWith('盟')) ||
    // 木里县医院 is the 县医院 of 木里藏族自治县.
    (raw.sort === 'hospital' && /..[县旗]$/u.test(raw.prefix.surface) && /自治[县旗]$/u.test(raw.prefix.place.name)) ||
    // 恩施州儿科专科联盟 is 恩施土家族苗族自治州儿科专科联盟; 江州医联体 may be of a brand.
    (raw.sort === 'consortium' && /[〇㐀-鿿]{2}州$/u.test(raw.prefix.surface) && raw.prefix.place.name.endsWith('自治州'))
  )
}

/** 广州医科大学附属番禺中心医院 stands in 番禺: a place of the home inside the name. */
function placeOfAffiliate(context: NamingContext, raw: RawName): Place | undefined {
  if (raw.prefix.kind !== 'university') return undefined
  const rest = raw.stem.slice(raw.prefix.surface.length).replace(/^附属/u, '')
  return context.home.findLast((place) => {
    if (place.adcode === undefined || place.level === 'province') return false
    const division = context.lexicon.divisions.byCode(place.adcode)
    return [place.name, ...(division?.short ?? [])].some((name) => rest.startsWith(name))
  })
}

export function namedUniversity(context: NamingContext, name: string): Named {
  const known = schoolAs(context.lexicon, context.home, name) ?? knownWithoutSuffix(context, name)
  if (known !== undefined && known.label === 'Institution') return namedKnown(context, known)
  // 江州大学（云溪） stands in 云溪.
  const seat = /（([〇㐀-鿿]+)）$/u.exec(name)?.[1]
  const place = (seat === undefined ? undefined : placeOfName(context, seat)) ?? placeOfName(context, name)
  const anchor: Anchor = place === undefined ? { document: context.document } : { place }
  const entity = organisationId('Institution', anchor, coreOf(name))
  const attrs = { kind: 'university' }
  return namedEntity({ entity, label: 'Institution', name, aliases: [], attrs, place, isPlaceNamed: place !== undefined })
}
