/** Resolves a raw name against the home: its fullest certain form, its id, its kind, and what it belongs to. */
import type { Place } from '../../../cypher/model/index.ts'
import type { KnownOrganisation } from '../../lexicon/lexicon.ts'
import { districtId, organisationId, type Anchor } from '../identity.ts'
import type { Named, NamingContext, OrganisationLabel, Prefix, RawName } from './context.ts'
import { consortiumKind, coreOf, fullStem, hospitalKind } from './core.ts'
import { knownAs } from './known.ts'
import { officialPrefix, resolvePlace, zoneNames } from './place-index.ts'
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
  return namedByPlace(context, raw)
}

/** An organisation of the lexicon. */
export function namedKnown(context: NamingContext, known: KnownOrganisation): Named {
  const chain = known.division === undefined ? [] : context.lexicon.divisions.chain(known.division)
  const seat = chain.at(-1)
  // 浙江省中医院 names its province: its city is known from the table alone.
  const isProvincial = known.label === 'Hospital' && chain[0] !== undefined && known.name.startsWith(chain[0].name)
  const place = isProvincial ? chain[0] : seat
  const anchor: Anchor = { place: seat ?? { id: 'district/000000', name: '全国', level: 'province' } }
  const own = seat !== undefined && known.name.startsWith(seat.name) ? known.name.slice(seat.name.length) : known.name
  const parent = known.parent === undefined ? undefined : context.lexicon.organisationByName.get(known.parent)
  const school = known.affiliation === undefined ? undefined : context.lexicon.organisationByName.get(known.affiliation)
  return {
    entity: organisationId(known.label, anchor, coreOf(own)),
    label: known.label,
    name: known.name,
    aliases: known.aliases,
    attrs: { kind: known.kind },
    ...(place === undefined ? {} : { place }),
    isPlaceNamed: isProvincial,
    ...(parent === undefined ? {} : { parent: namedKnown(context, parent) }),
    ...(school === undefined ? {} : { university: namedKnown(context, school) }),
  }
}

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
  return { entity: place.id, label: 'District', name: place.name, aliases: [], attrs, place, isPlaceNamed: true }
}

/** A division without a code below a place: 前湾新区. */
export function uncodedDistrict(name: string, parent: Place | undefined, document: string): Place {
  const key = parent?.adcode
  const core = zoneNames({ id: '', name, level: 'county' }, parent).at(-1) ?? name
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
  if (parent === undefined) return undefined
  const isConsortium = raw.label === 'Consortium'
  const isJoint = raw.sort === 'hospital' || raw.sort === 'primary'
  const end = isConsortium
    ? raw.stem.replace(/^(?:城市|县域|区域|紧密型|松散型|牵头的?|一体化|[“”])+/u, '')
    : raw.stem.slice(isJoint ? length : 0)
  // 中山三院粤东医院: a parent that is known lends its full name; another stays as it is written.
  const name = isJoint && parent.aliases.length === 0 ? raw.stem : parent.name + end
  const known = knownAs(context.lexicon, context.home, name)
  if (known !== undefined) return namedKnown(context, known)
  const seat = isConsortium ? { place: parent.place } : seatOfBranch(context, end, parent)
  const anchorPlace = isJoint ? seat.place : parent.place
  const anchor: Anchor = anchorPlace === undefined ? { document: context.document } : { place: anchorPlace }
  const kind = isConsortium ? consortiumKind(name) : hospitalKind(end, true)
  return {
    entity: organisationId(labelOf(raw), anchor, coreWithin(parent.entity) + coreOf(end)),
    label: labelOf(raw),
    name,
    aliases: [],
    attrs: kind === undefined ? {} : { kind },
    ...(seat.place === undefined || (isJoint && seat.place.level === 'province') ? {} : { place: seat.place }),
    isPlaceNamed: false,
    ...(isConsortium ? { lead: parent } : isJoint ? {} : { parent }),
  }
}

/** The part of an id after its division. */
function coreWithin(entity: string): string {
  return entity.slice(entity.indexOf('/', entity.indexOf('/') + 1) + 1)
}

/** A branch stands where its own words say (方桥院区 in the home of 方桥街道), else where its parent does, else at home. */
function seatOfBranch(context: NamingContext, end: string, parent: Named): { place: Place | undefined } {
  const words = end.replace(/(?:新|老|总)?(?:院区|分院区?|分部|医院|卫生院)$/u, '')
  const division =
    words.length < 2 || /^[东西南北新老][区院部]?$/u.test(words)
      ? undefined
      : resolvePlace(context.lexicon, context.home, words, { townshipShown: true })
  const chain = division === undefined ? [] : context.lexicon.divisions.chain(division.code)
  const own = chain.findLast((place) => place.level !== 'township')
  return { place: own ?? parent.place ?? context.home.at(-1) }
}

interface Seat {
  /** Where the body belongs; undefined where nothing tells. */
  readonly place?: Place
  readonly township?: Place
  /** Where it stands, if that is not where it belongs: 宁波合盛医院 in a report of 慈溪市. */
  readonly stands?: Place
  readonly isNamed: boolean
  /** What stands before the stem in the full name. */
  readonly lead: string
}

/** Where a prefix puts a name, and how the full name begins. */
function seatOf(context: NamingContext, raw: RawName): Seat | undefined {
  const { prefix } = raw
  const homePlace = context.home.at(-1)
  const home = homePlace === undefined ? {} : { place: homePlace }
  switch (prefix.kind) {
    case 'level':
      if (prefix.place === undefined) return levelWithoutHome(context, prefix.word, raw)
      return { place: prefix.place, isNamed: true, lead: leadOf(context, prefix.place, prefix.word) }
    case 'place':
      return seatOfPlace(context, raw, prefix)
    case 'mask':
      return prefix.place === undefined
        ? { ...home, isNamed: false, lead: prefix.surface }
        : { place: prefix.place, isNamed: true, lead: prefix.place.name }
    default:
      // A company or a nationwide alliance is not at home where it is named.
      if (raw.sort === 'company' || raw.sort === 'consortium') return { ...placeOfCompany(context, raw), isNamed: false, lead: '' }
      return { ...home, isNamed: false, lead: isOwnTownship(raw, homePlace) ? officialPrefix(context.lexicon, context.home, homePlace) : '' }
  }
}

/** 依玛镇卫生院: a township that the table lacks is the home county's. */
function isOwnTownship({ sort, brand }: RawName, home: Place | undefined): home is Place {
  return sort === 'primary' && home?.level === 'county' && home.masked !== true && /(?:街道|镇|乡|街|苏木)$/u.test(brand)
}

/** 腾讯健康（深圳）有限公司, 深圳华大基因股份有限公司 */
function placeOfCompany(context: NamingContext, { stem, sort }: RawName): { place?: Place } {
  if (sort !== 'company') return {}
  const inside = /（([\p{Script=Han}]{2,8})）/u.exec(stem)?.[1]
  const division = inside === undefined ? undefined : resolvePlace(context.lexicon, context.home, inside)
  const place = division === undefined ? placeOfName(context, stem) : context.lexicon.divisions.chain(division.code).at(-1)
  return place === undefined ? {} : { place }
}

function leadOf(context: NamingContext, place: Place, word: string): string {
  // A masked home without a name of its own (我区) lends its level word, not its name.
  return place.masked === true && /^[我本]/u.test(place.name) ? word : officialPrefix(context.lexicon, context.home, place)
}

/** 市三医 in a report of an unnamed 区: known to the document alone, and by the name that stands there. */
function levelWithoutHome(context: NamingContext, word: string, raw: RawName): Seat | undefined {
  const isMasked = context.home.at(-1)?.masked === true
  return isMasked || context.home.length === 0
    ? { isNamed: false, lead: word }
    : raw.label === 'Hospital' && word === '省'
      ? undefined
      : undefined
}

/** Wordings that every division may have; before them the full name of the place stands, before a brand the name as written. */
const STANDARD =
  /^(?:第[一二三四五六七八九十\d]+(?:人民|中医)?医院|(?:人民|中心|中医|中西医结合|妇幼保健|妇女儿童|妇产|儿童|肿瘤|口腔|传染病|精神卫生|精神病|胸科|康复|蒙医|中蒙|红十字会?|职业病|眼科|老年)*(?:医院|院|医疗中心|中心)|.{0,2}(?:卫生|妇|疾|血|急救).*)$/u

function seatOfPlace(context: NamingContext, raw: RawName, prefix: Extract<Prefix, { kind: 'place' }>): Seat {
  const { place, township } = prefix
  const own = context.home.at(-1)
  // The table hangs the townships of a zone directly below its city.
  const isZone = own !== undefined && own.adcode === undefined && own.masked !== true && place.id === context.home.at(-2)?.id
  const official = officialPrefix(context.lexicon, context.home, township !== undefined && isZone ? own : place)
  // 横琴医院 in a report of the city: only in its own county does the short name of a township ask for the county's.
  const isOwn = prefix.isFull || own?.level !== 'city'
  if (township !== undefined) return { place, township, isNamed: true, lead: (isOwn ? official : '') + prefix.surface }
  const stem = fullStem(raw.stem, (wording) => context.says(wording))
  const isWritten = !prefix.isFull && !(STANDARD.test(stem) && stem !== '医院' && raw.brand === '')
  const isWider = isWritten && own?.level === 'county' && own.id !== place.id && context.home.some(({ id }) => id === place.id)
  return { place, isNamed: !isWider, ...(isWider ? { stands: own } : {}), lead: isWritten ? prefix.surface : official }
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

function namedByPlace(context: NamingContext, raw: RawName): Named | undefined {
  const seat = seatOf(context, raw)
  if (seat === undefined) return undefined
  const label = labelOf(raw)
  const stem = fullStem(raw.stem, (wording) => context.says(wording))
  const name = seat.lead + stem
  const known = knownAs(context.lexicon, context.home, name) ?? knownAffiliate(context, raw)
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
  const anchor: Anchor = anchorPlace === undefined ? { document: context.document } : { place: anchorPlace }
  const shortTownship = seat.township === undefined ? '' : seat.township.name.replace(/(?:街道|镇|乡)$/u, '')
  const core = coreOf(shortTownship + stem)
  const keepsLead = seat.lead !== '' && raw.prefix.kind === 'place' && !prefixIsOfficial(seat, raw) ? seat.lead + core : core
  const kind =
    label === 'Consortium'
      ? consortiumKind(name)
      : label === 'Hospital'
        ? hospitalKind(stem, raw.brand !== '' && raw.sort !== 'primary')
        : kindBySort[raw.sort]
  return {
    entity: organisationId(label, anchor, raw.prefix.kind === 'mask' && raw.prefix.place === undefined ? seat.lead + core : keepsLead),
    label,
    name,
    aliases: [],
    attrs: kind === undefined ? {} : { kind },
    ...(own === undefined ? {} : { place: seat.stands ?? own }),
    ...(seat.township === undefined ? {} : { township: seat.township }),
    isPlaceNamed: seat.isNamed,
    ...(school === undefined ? {} : { university: school }),
  }
}

function prefixIsOfficial(seat: Seat, raw: RawName): boolean {
  return raw.prefix.kind !== 'place' || seat.township !== undefined || seat.lead !== raw.prefix.surface || raw.prefix.isFull
}

/** 上海交通大学附属瑞金医院: the end is a known alias, and the school at the head is the known one or a part of it. */
function knownAffiliate(context: NamingContext, raw: RawName): KnownOrganisation | undefined {
  if (raw.prefix.kind !== 'university') return undefined
  const rest = raw.stem.slice(raw.prefix.surface.length).replace(/^(?:第[一二三四五六七八九十])?附属/u, '')
  const known = context.lexicon.organisationByName.get(rest)
  const school = known?.affiliation
  return school !== undefined && (school.startsWith(raw.prefix.surface) || raw.prefix.surface.startsWith(school)) ? known : undefined
}

/** The division at the head of a name: 广州医科大学 → 广州市. */
function placeOfName(context: NamingContext, name: string): Place | undefined {
  for (let length = Math.min(8, name.length); length >= 2; length--) {
    const division = context.lexicon.divisions.named(name.slice(0, length)).find(({ level }) => level === 'province' || level === 'city')
    if (division !== undefined) return context.lexicon.divisions.chain(division.code).at(-1)
  }
  return undefined
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
  const known = knownAs(context.lexicon, context.home, name)
  if (known !== undefined && known.label === 'Institution') return namedKnown(context, known)
  const place = placeOfName(context, name)
  const anchor: Anchor = place === undefined ? { document: context.document } : { place }
  return {
    entity: organisationId('Institution', anchor, coreOf(name)),
    label: 'Institution',
    name,
    aliases: [],
    attrs: { kind: 'university' },
    ...(place === undefined ? {} : { place }),
    isPlaceNamed: place !== undefined,
  }
}
