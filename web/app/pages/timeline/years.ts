/** Lines by year, plans apart from deeds. Pure. */
import type { ClaimedType } from '../../../../cypher/model/index.ts'
import type { SceneEdge, SceneNode, Timeline } from '../../../contract/index.ts'
import { phaseOf } from '../../derive/phase.ts'

export const datedTypes = ['COOPERATES_WITH', 'MEMBER_OF', 'CONSTRUCTS'] as const satisfies readonly ClaimedType[]
export type DatedType = (typeof datedTypes)[number]

export interface Event {
  readonly edge: SceneEdge
  readonly from: SceneNode
  readonly to: SceneNode
  readonly year: number
  /** ISO date where a text gives the day; else null. */
  readonly date: string | null
  readonly isPlan: boolean
}

export interface Year {
  readonly year: number
  readonly deeds: readonly Event[]
  readonly plans: readonly Event[]
}

export interface Choice {
  readonly hidden: ReadonlySet<DatedType>
  /** Id of the district on whose ground one of the ends stands; empty for all. */
  readonly district: string
  /** Words that a name or an alias of one of the ends holds. */
  readonly text: string
}

/** Lines whose ends are both known; `year` is what a text says, not when it was read. */
export function eventsOf({ nodes, edges }: Pick<Timeline, 'nodes' | 'edges'>): Event[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    const { year, date, status } = edge.attrs
    if (from === undefined || to === undefined || typeof year !== 'number') return []
    return [{ edge, from, to, year, date: typeof date === 'string' ? date : null, isPlan: phaseOf(status) === 'plan' }]
  })
}

export function matches({ edge, from, to }: Event, { hidden, district, text }: Choice): boolean {
  if (datedTypes.some((type) => type === edge.type && hidden.has(type))) return false
  if (district !== '' && from.district !== district && to.district !== district) return false
  const words = text.trim()
  return words === '' || [from, to].some(({ name, aliases }) => [name, ...aliases].some((one) => one.includes(words)))
}

/** Those with a day first, the latest on top; then by name. */
function byDate(a: Event, b: Event): number {
  return (b.date ?? '').localeCompare(a.date ?? '') || a.from.name.localeCompare(b.from.name, 'zh-CN')
}

/** The latest year first. */
export function groupByYear(events: readonly Event[]): Year[] {
  const years = [...new Set(events.map(({ year }) => year))].sort((a, b) => b - a)
  return years.map((year) => {
    const own = events.filter((event) => event.year === year).sort(byDate)
    return { year, deeds: own.filter(({ isPlan }) => !isPlan), plans: own.filter(({ isPlan }) => isPlan) }
  })
}

/** Districts that speak or are spoken of on either end, most events first. */
export function districtsOf(events: readonly Event[]): { id: string; name: string; count: number }[] {
  const found = new Map<string, { id: string; name: string; count: number }>()
  for (const { from, to } of events) {
    const here = new Map(
      [from, to].flatMap(({ district, districtName }) => (district === null ? [] : [[district, districtName ?? district]])),
    )
    for (const [id, name] of here) found.set(id, { id, name, count: (found.get(id)?.count ?? 0) + 1 })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'zh-CN'))
}
