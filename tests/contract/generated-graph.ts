/** A graph of any number of counties, made by rule: the same size gives the same graph. Hubs, lone things, silent plans and gaps are in it. */
import { createHash } from 'node:crypto'
import {
  familyNames,
  formNames,
  type Entity,
  type EntityLabel,
  type Place,
  type Relation,
  type ClaimedType,
} from '../../cypher/model/index.ts'
import type { DocumentWrite, StoredClaim } from '../../cypher/store/port.ts'
import { entity, relation } from './fixture.ts'

export interface GraphSize {
  readonly counties: number
  /** Cooperations that each county's documents name. */
  readonly cooperations: number
  /** Characters of each document. */
  readonly characters?: number
}

const YEARS = [2022, 2023]
const STATE_PROGRAMS = 60
const PROGRAMS_EACH = 14
const HOSPITALS = ['人民医院', '中医医院', '妇幼保健院', '第二人民医院', '第三人民医院']
const PARTNERS_EACH_PROVINCE = 12
const AGREED = ['planned', 'in_effect', 'in_effect', 'ended'] as const
const STAGES = ['planned', 'preliminary', 'started', 'under_construction', 'completed'] as const
const DONE = ['planned', 'in_effect', 'achieved'] as const

/** Numbers between 0 and 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Region {
  readonly province: Place
  readonly city: Place
  readonly county: Place
}

function regionAt(number: number): Region {
  const city = Math.floor(number / 9)
  const province = Math.floor(city / 10)
  const code = (a: number, b: number, c: number): string => `district/${a + 11}${String(b).padStart(2, '0')}${String(c).padStart(2, '0')}`
  return {
    province: { id: code(province, 0, 0), name: `第${province}省`, level: 'province' },
    city: { id: code(province, (city % 10) + 1, 0), name: `第${city}市`, level: 'city' },
    county: { id: code(province, (city % 10) + 1, (number % 9) + 1), name: `第${number}县`, level: 'county' },
  }
}

/** Six digits of the county with this number; its hospitals are named after them. */
export const countyCode = (number: number): string => regionAt(number).county.id.slice('district/'.length)

/** What the documents of one county say, things and relations each once for the whole graph. */
class CountyWriter {
  readonly entities: Entity[] = []
  readonly relations: Relation[] = []
  private readonly known: Set<string>
  readonly random: () => number

  constructor(number: number, known: Set<string>) {
    this.known = known
    this.random = randomOf(number)
  }

  add(id: string, label: EntityLabel, name: string, attrs: Entity['attrs'] = {}): string {
    if (this.known.has(id)) return id
    this.known.add(id)
    const conflicts = [
      {
        key: 'name',
        values: [
          { value: name, documents: ['a'] },
          { value: `${name}二`, documents: ['b'] },
        ],
      },
    ]
    const more = this.random() < 0.02 ? { conflicts } : {}
    this.entities.push(entity(id, label, name, { attrs, aliases: this.random() < 0.3 ? [`${name}本部`] : [], ...more }))
    return id
  }

  join(type: ClaimedType, from: string, to: string, attrs: Relation['attrs'] = {}): void {
    if (from === to) return
    const firstYear = this.pick(YEARS)
    const basis = type === 'PART_OF' ? 'gazetteer' : type === 'LOCATED_IN' ? 'name' : 'text'
    const more = { attrs, basis, firstYear, lastYear: Math.max(firstYear, this.pick(YEARS)), documents: 1 + this.pick([0, 0, 1]) } as const
    const made = relation(type, [from, to], { ...more, confidence: Math.round((0.6 + this.random() * 0.4) * 1000) / 1000 })
    if (this.known.has(made.id)) return
    this.known.add(made.id)
    this.relations.push(made)
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T
  }

  /** Low numbers far more often: hubs. */
  skewed(most: number): number {
    return Math.floor(this.random() ** 3 * most)
  }
}

function placeDistricts(writer: CountyWriter, { province, city, county }: Region): void {
  for (const { id, name, level } of [province, city, county])
    writer.add(id, 'District', name, { level: level ?? 'county', adcode: id.slice(9) })
  writer.join('PART_OF', city.id, province.id, { basis: 'gazetteer' })
  writer.join('PART_OF', county.id, city.id, { basis: 'gazetteer' })
}

function foundHospitals(writer: CountyWriter, { city, county }: Region): string[] {
  const place = county.id.slice(9)
  const own = HOSPITALS.map((name) => {
    const id = writer.add(`hospital/${place}/${name}`, 'Hospital', `${county.name}${name}`, {
      kind: name.includes('中医') ? 'tcm' : 'general',
      beds: 50 + Math.floor(writer.random() * 900),
    })
    writer.join('LOCATED_IN', id, county.id, { basis: 'name' })
    return id
  })
  const central = writer.add(`hospital/${city.id.slice(9)}/第一医院`, 'Hospital', `${city.name}第一医院`, { kind: 'general', beds: 1500 })
  writer.join('LOCATED_IN', central, city.id, { basis: 'name' })
  if (writer.random() < 0.3) writer.join('BRANCH_OF', own[3] as string, central)
  return [...own, central]
}

function findPartner(writer: CountyWriter, counties: number): string {
  const provinces = Math.ceil(counties / 90)
  const number = writer.skewed(provinces * PARTNERS_EACH_PROVINCE)
  const { province } = regionAt((number % provinces) * 90)
  const id = `hospital/${province.id.slice(9)}/附属第${Math.floor(number / provinces)}医院`
  writer.add(province.id, 'District', province.name, { level: 'province', adcode: province.id.slice(9) })
  writer.add(id, 'Hospital', `${province.name}大学附属第${Math.floor(number / provinces)}医院`, { kind: 'general', beds: 2500 })
  writer.join('LOCATED_IN', id, province.id, { basis: 'name' })
  const university = writer.add(`institution/${province.id.slice(9)}/大学`, 'Institution', `${province.name}大学`, { kind: 'university' })
  writer.join('AFFILIATED_WITH', id, university)
  return id
}

function tellCounty(number: number, size: GraphSize, known: Set<string>): CountyWriter {
  const writer = new CountyWriter(number, known)
  const region = regionAt(number)
  const { county } = region
  const place = county.id.slice(9)
  placeDistricts(writer, region)
  const hospitals = foundHospitals(writer, region)
  for (let at = 0; at < size.cooperations; at++) {
    const partner = writer.random() < 0.85 ? findPartner(writer, size.counties) : writer.pick(hospitals)
    const forms = [writer.pick(formNames), writer.pick(formNames)]
    const attrs = { form: forms[0] as string, forms: [...new Set(forms)], status: writer.pick(AGREED), year: writer.pick(YEARS) }
    writer.join('COOPERATES_WITH', writer.pick(hospitals), partner, attrs)
  }
  const consortium = writer.add(`consortium/${place}/医共体`, 'Consortium', `${county.name}医共体`, { kind: '医共体' })
  for (const [at, id] of hospitals.entries())
    writer.join('MEMBER_OF', id, consortium, { role: at === 0 ? 'lead' : 'member', status: 'in_effect' })
  const owner = writer.pick(hospitals)
  const works = {
    works: 'new',
    status: writer.pick(STAGES),
    investment: Math.floor(writer.random() * 90_000),
    beds: 300,
    year: writer.pick(YEARS),
  } as const
  const project = writer.add(`project/${owner}/新建`, 'Project', `${county.name}新院区`, works)
  writer.join('CONSTRUCTS', owner, project, { status: works.status, year: works.year })
  writer.join('LOCATED_IN', project, county.id, { basis: 'text' })
  joinPrograms(writer, region, hospitals)
  return writer
}

function joinPrograms(writer: CountyWriter, { county }: Region, hospitals: readonly string[]): void {
  for (let at = 0; at < PROGRAMS_EACH; at++) {
    const program = writer.skewed(STATE_PROGRAMS)
    const family = familyNames[program % familyNames.length] as string
    const id = writer.add(`program/国家举措${program}`, 'Program', `国家举措${program}`, program % 17 === 16 ? {} : { family })
    const party = writer.random() < 0.6 ? county.id : writer.pick(hospitals)
    writer.join('PARTICIPATES_IN', party, id, {
      status: writer.pick(DONE),
      role: writer.pick(['lead', 'partner']),
      year: writer.pick(YEARS),
    })
  }
  const own = writer.add(`program/@${county.id.slice(9)}/健康行动`, 'Program', `健康${county.name}行动`, { family: 'healthy_city_action' })
  writer.join('PARTICIPATES_IN', county.id, own, { status: 'in_effect', role: 'lead' })
}

/** One write for each year of each county; the things and relations of a county come with its first year. */
export function* generateWrites(size: GraphSize): Generator<DocumentWrite> {
  const known = new Set<string>()
  for (let number = 0; number < size.counties; number++) {
    const region = regionAt(number)
    const { entities, relations, random } = tellCounty(number, size, known)
    for (const [at, year] of YEARS.entries()) {
      if (at > 0 && random() < 0.1) continue
      const id = createHash('sha256').update(`${number} ${year}`).digest('hex')
      const isFirst = at === 0
      yield {
        document: documentOf(id, year, region, size.characters ?? 400),
        claims: relations.flatMap((one, index) =>
          one.basis === 'text' && (isFirst || index % 7 === 0) ? [claimOf(id, index, one, year)] : [],
        ),
        entities: isFirst ? entities : [],
        relations: isFirst ? relations : [],
        gone: { entities: [], relations: [] },
      }
    }
  }
}

function documentOf(id: string, year: number, { province, city, county }: Region, characters: number): DocumentWrite['document'] {
  const title = `${county.name}${year}年卫生健康工作总结`
  return {
    id,
    title: year % 3 === 0 ? null : title,
    publisher: `${county.name}卫生健康局`,
    year,
    kind: 'annual_summary',
    published: `${year + 1}-01-05`,
    url: null,
    source: null,
    home: [province, city, county],
    speaker: null,
    text: `${title}。`.repeat(Math.ceil(characters / (title.length + 1))).slice(0, characters),
    problems: [],
    path: `${id.slice(0, 8)}.txt`,
  }
}

function claimOf(document: string, number: number, about: Relation, year: number): StoredClaim {
  const quote = `${about.from}与${about.to}（${year}年）`
  return {
    id: `claim/${document.slice(0, 12)}/${number}`,
    relation: about.id,
    kind: 'relation',
    quote,
    start: number * 10,
    end: number * 10 + quote.length,
    rule: 'cooperation/a-with-b-sign',
    confidence: about.confidence,
    said: JSON.stringify({ ...about.attrs, year }),
  }
}
