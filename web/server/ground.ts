/** The tree of districts with what has been read of each: whose ground a thing stands on, and whether it is local. */
import { districtLevels, type DistrictLevel } from '../../cypher/model/index.ts'
import type { GraphStore } from '../../cypher/store/port.ts'
import { ask, numberOf, numbersOf, textOf } from './ask.ts'

export interface Division {
  readonly id: string
  readonly name: string
  readonly level: DistrictLevel
  readonly parent: string | null
  /** Documents that speak for it. */
  readonly documents: number
  /** Years that those documents are about, ascending. */
  readonly years: readonly number[]
}

const LEVELS = Object.keys(districtLevels) as DistrictLevel[]

function isLevel(text: string | null): text is DistrictLevel {
  return LEVELS.some((level) => level === text)
}

export class Ground {
  readonly #byId: ReadonlyMap<string, Division>
  readonly #ambiguous: ReadonlySet<string>

  constructor(divisions: readonly Division[]) {
    this.#byId = new Map(divisions.map((division) => [division.id, division]))
    const seen = new Map<string, number>()
    for (const { name } of divisions) seen.set(name, (seen.get(name) ?? 0) + 1)
    this.#ambiguous = new Set([...seen].flatMap(([name, count]) => (count > 1 ? [name] : [])))
  }

  get divisions(): Division[] {
    return [...this.#byId.values()]
  }

  /** Districts for which documents speak. */
  get read(): Division[] {
    return this.divisions.filter(({ documents }) => documents > 0)
  }

  get(id: string): Division | undefined {
    return this.#byId.get(id)
  }

  /** From the widest division down to this one; a circle in the data ends the climb. */
  chain(id: string): Division[] {
    const chain: Division[] = []
    let current = this.#byId.get(id)
    while (current && !chain.includes(current)) {
      chain.unshift(current)
      current = current.parent === null ? undefined : this.#byId.get(current.parent)
    }
    return chain
  }

  /** The lowest county, city or province at or above any of these districts. */
  groundOf(places: readonly string[]): Division | undefined {
    const candidates = places.flatMap((place) => this.chain(place).filter(({ level }) => level !== 'township'))
    return candidates.sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || (a.id < b.id ? -1 : 1))[0]
  }

  /** The district at or above this one at a level. */
  ancestorAt(id: string, level: DistrictLevel): Division | undefined {
    return this.chain(id).find((division) => division.level === level)
  }

  /** Whether a document speaks for one of these districts or for one above it. */
  isLocal(places: readonly string[]): boolean {
    return places.some((place) => this.chain(place).some(({ documents }) => documents > 0))
  }

  /** The lowest district at or above this one for which documents speak. */
  speakerAbove(id: string): Division | undefined {
    return this.chain(id).findLast(({ documents }) => documents > 0)
  }

  /** Its name, with its parent's before it where another district has the same name. */
  shownName(id: string): string {
    const division = this.#byId.get(id)
    if (!division) return id
    const parent = division.parent === null ? undefined : this.#byId.get(division.parent)
    return parent && this.#ambiguous.has(division.name) ? `${parent.name}${division.name}` : division.name
  }
}

/** Reads the whole tree. */
export async function readGround(store: GraphStore): Promise<Ground> {
  const [districts, homes] = await Promise.all([ask(store, 'list-districts'), ask(store, 'list-homes')])
  const homeById = new Map(homes.map((row) => [textOf(row['district']), row]))
  return new Ground(
    districts.flatMap((row): Division[] => {
      const [id, level] = [textOf(row['id']), textOf(row['level'])]
      if (id === null) return []
      const home = homeById.get(id)
      return [
        {
          id,
          name: textOf(row['name']) ?? id,
          level: isLevel(level) ? level : 'county',
          parent: textOf(row['parent']),
          documents: numberOf(home?.['documents']) ?? 0,
          years: numbersOf(home?.['years']).sort((a, b) => a - b),
        },
      ]
    }),
  )
}
