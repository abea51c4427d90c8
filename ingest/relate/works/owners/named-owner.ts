/** The owner that a named body makes: itself, or its parent where it is a campus whose name or entry tells one. */
import type { Mention } from '../../../../cypher/model/index.ts'
import type { KnownOrganisation } from '../../../lexicon/lexicon.ts'
import { factsOf } from '../../../recognise/names.ts'
import { rememberLast } from '../../../recognise/naming/remember.ts'
import type { Reading, SentenceMention } from '../../../reading.ts'
import { isGroupHospital, type WorksObject } from '../objects/objects.ts'

export interface Owner {
  readonly entity: string
  readonly label: Mention['label']
  readonly name: string
  /** The part of the campus's own name that belongs to the works: 方桥院区. */
  readonly campus: string
  /** The township in which a hospital named after it stands. */
  readonly township?: string
  /** The mention that names a parent only inside its campus's name. */
  readonly implied?: Mention
}

/** The parent and its campus; of 新院区（城南院区） both names are the campus's. */
const CAMPUS =
  /^(.{2,}?(?:医院|卫生院|保健院|中心|院|医))((?:新院区?)?(?:[^医院]{1,8}?(?:院区|分院|分部|院部)|新院区?|总院|[东西南北中]区|[东西南北]院|[东西南北新]区医院|(?<=医院|保健院)(?:儿童|妇产|妇儿|妇女儿童|肿瘤|康复|老年病?|传染病|感染病)医院|(?<=医院|保健院)[\u4e00-\u9fff]{2,6}中心|门诊部|住院部))$/u

/** 我院新院区: the campus of the hospital that speaks. */
const OWN_CAMPUS = /^(?:我|本)院(.+)$/u
/** 县医院调研分院 where a verb stands between. */
const VISITED = /^(?:视察|调研|督[查导]|检查|指导|参观|考察|慰问)/u

interface Known {
  readonly hospitals: ReadonlyMap<string, SentenceMention>
  /** The first mention of each hospital. */
  readonly bodies: ReadonlyMap<string, SentenceMention>
  /** Divisions that the document names, and those in which the bodies that it names lie. */
  readonly districts: ReadonlySet<string>
}

/** Hospitals of the document by every name that it gives them. */
export const knownIn = rememberLast((reading: Reading): Known => {
  const hospitals = new Map<string, SentenceMention>()
  const bodies = new Map<string, SentenceMention>()
  const districts = new Set(reading.document.home.map(({ id }) => id))
  for (const list of reading.mentions)
    for (const mention of list) {
      districts.add(mention.label === 'District' ? mention.entity : (factsOf(mention)?.place?.id ?? ''))
      if (mention.label !== 'Hospital') continue
      if (!bodies.has(mention.entity)) bodies.set(mention.entity, mention)
      const text = reading.document.text.slice(mention.start, mention.end).replaceAll(/\s/gu, '')
      for (const name of [mention.name, text, ...mention.aliases]) if (!hospitals.has(name)) hospitals.set(name, mention)
    }
  return { hospitals, bodies, districts }
})

/** The owner of a named body: itself, or its parent where it is a campus whose name or entry tells one. */
export function ownerOf(mention: SentenceMention, reading: Reading): Owner {
  const written = reading.document.text.slice(mention.start, mention.end)
  const township = /街道|[镇乡]|苏木/u.test(written) ? factsOf(mention)?.township?.id : undefined
  const self: Owner = {
    entity: mention.entity,
    label: mention.label,
    name: mention.name,
    campus: '',
    ...(township === undefined ? {} : { township }),
  }
  if (isGroupHospital(mention)) return asHospital(mention)
  if (mention.label !== 'Hospital') return self
  const full = fullCampus(mention, reading)
  if (full !== undefined) return ownerOf(full, reading)
  const text = reading.document.text.slice(mention.start, mention.end).replaceAll(/\s/gu, '')
  const own = OWN_CAMPUS.exec(text)?.[1]
  const speaker = own === undefined ? undefined : speakerOwner(reading)
  if (own !== undefined && speaker !== undefined) return { ...speaker, campus: own.replace(VISITED, '') }
  const entry: KnownOrganisation | undefined = reading.lexicon.organisationByName.get(mention.name)
  const split = CAMPUS.exec(mention.name) ?? CAMPUS.exec(text)
  const campus = split?.[2]
  if (campus === undefined || split === null) return self
  const { hospitals } = knownIn(reading)
  const parent = [entry?.parent, CAMPUS.exec(mention.name)?.[1], CAMPUS.exec(text)?.[1]]
    .map((name) => (name === undefined ? undefined : hospitals.get(name)))
    .find((found) => found !== undefined)
  if (parent !== undefined) return { entity: parent.entity, label: 'Hospital', name: parent.name, campus: campus.replace(VISITED, '') }
  const name = CAMPUS.exec(mention.name)?.[1]
  if (name === undefined || !mention.entity.endsWith(campus) || isPlaceOnly(name)) return self
  return impliedParent(mention, { name, campus })
}

/** 县总医院综合楼: the house is a hospital's, for a consortium builds nothing. */
function asHospital({ entity, name, start, end }: SentenceMention): Owner {
  const hospital = entity.replace(/^consortium/u, 'hospital')
  const implied: Mention = { entity: hospital, label: 'Hospital', name, aliases: [], attrs: {}, start, end }
  return { entity: hospital, label: 'Hospital', name, campus: '', implied }
}

const CAMPUS_END = /(?:院区|分院|分部)$/u

/** 雄安院区 where the document names one campus more fully: 甲医院雄安院区. */
function fullCampus(mention: SentenceMention, reading: Reading): SentenceMention | undefined {
  if (!CAMPUS_END.test(mention.name)) return undefined
  let full: SentenceMention | undefined
  for (const other of knownIn(reading).bodies.values()) {
    if (other.entity === mention.entity || !other.name.endsWith(mention.name)) continue
    if (full !== undefined && !full.name.endsWith(other.name) && !other.name.endsWith(full.name)) return undefined
    if (full === undefined || other.name.length > full.name.length) full = other
  }
  return full
}

/** 西坞分院 names a place, not a parent. */
function isPlaceOnly(name: string): boolean {
  return !/(?:医院|卫生院|保健院|中心|院|[一二三四五六七八九十]医)$/u.test(name)
}

function impliedParent(mention: SentenceMention, { name, campus }: { name: string; campus: string }): Owner {
  const entity = mention.entity.slice(0, -campus.length)
  const implied: Mention = {
    entity,
    label: 'Hospital',
    name,
    aliases: [],
    attrs: {},
    start: mention.start,
    end: mention.end - campus.length,
  }
  return { entity, label: 'Hospital', name, campus, implied }
}

export interface Owned {
  readonly object: WorksObject
  readonly owners: readonly Owner[]
}

/** The hospital that speaks as owner. */
export function speakerOwner(reading: Reading): Owner | undefined {
  const { speaker } = reading.document
  if (speaker === null) return undefined
  const mention = knownIn(reading).bodies.get(speaker)
  return mention === undefined ? undefined : { entity: speaker, label: 'Hospital', name: mention.name, campus: '' }
}
