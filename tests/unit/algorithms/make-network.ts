/** Networks made by number: the same seed gives the same one. For comparing with a reference and for measuring. */
import type { Entity, Relation } from '../../../cypher/model/index.ts'
import { randomFrom } from '../../../cypher/algorithms/random.ts'
import { entity, relation } from '../../contract/fixture.ts'

export interface MadeNetwork {
  readonly entities: readonly Entity[]
  readonly relations: readonly Relation[]
}

export interface NetworkSize {
  readonly districts: number
  readonly hospitals: number
  readonly consortia: number
  readonly programs: number
  /** Cooperations, memberships and participations together; those that fall on one another are made once. */
  readonly relations: number
  readonly seed: number
}

const FORMS = ['签约', '托管', '专科联盟', '对口支援'] as const
const STATUSES = ['planned', 'in_effect', 'ended'] as const

/** Counties of one province, each with hospitals of its own; who works with whom leans to few, as real networks do. */
export function makeNetwork({ districts, hospitals, consortia, programs, relations: wanted, seed }: NetworkSize): MadeNetwork {
  const random = randomFrom(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const lean = <T>(items: readonly T[]): T => items[Math.floor(random() ** 3 * items.length)]!
  const named = (head: string, count: number): string[] =>
    Array.from({ length: count }, (_, at) => `${head}/${String(at).padStart(6, '0')}`)
  const places = named('district', districts)
  const houses = named('hospital', hospitals)
  const alliances = named('consortium', consortia)
  const plans = named('program', programs)
  const made = new Map<string, Relation>()
  const add = (one: Relation): void => void made.set(one.id, one)
  places.slice(1).forEach((place) => add(relation('PART_OF', [place, places[0]!], { basis: 'gazetteer', attrs: { basis: 'gazetteer' } })))
  houses.forEach((house, at) => add(relation('LOCATED_IN', [house, places[at % districts]!], { basis: 'name', attrs: { basis: 'name' } })))
  const base = made.size
  for (let tries = 0; made.size < base + wanted && tries < wanted * 20; tries += 1) {
    const kind = random()
    const documents = 1 + Math.floor(random() * 4)
    const firstYear = 2018 + Math.floor(random() * 6)
    const more = { documents, firstYear, lastYear: firstYear + Math.floor(random() * 2) }
    if (kind < 0.6) {
      const [a, b] = [lean(houses), pick(houses)]
      const form = pick(FORMS)
      const attrs = { form, forms: [form], status: pick(STATUSES) }
      if (a !== b) add(relation('COOPERATES_WITH', [a, b], { ...more, attrs }))
    } else if (kind < 0.75 && consortia > 0) {
      add(relation('MEMBER_OF', [pick(houses), pick(alliances)], { ...more, attrs: { role: 'member' } }))
    } else if (programs > 0) {
      const party = random() < 0.5 ? pick(places) : pick(houses)
      add(relation('PARTICIPATES_IN', [party, lean(plans)], { ...more, attrs: { status: 'in_effect' } }))
    }
  }
  return {
    entities: [
      ...places.map((id, at) => entity(id, 'District', `第${at}县`, { attrs: { level: at === 0 ? 'city' : 'county' } })),
      ...houses.map((id, at) => entity(id, 'Hospital', `第${at}医院`)),
      ...alliances.map((id, at) => entity(id, 'Consortium', `第${at}医共体`)),
      ...plans.map((id, at) => entity(id, 'Program', `第${at}项举措`)),
    ],
    relations: [...made.values()],
  }
}
