/** Works gathered by their stage, with sums. Pure. */
import { projectStatuses, type ProjectStatus } from '../../../../cypher/model/index.ts'
import type { Projects } from '../../../contract/index.ts'

export type Work = Projects['projects'][number]

/** A stage; `unknown` where no sentence tells one. */
export type Stage = ProjectStatus | 'unknown'
export const stages: readonly Stage[] = [...(Object.keys(projectStatuses) as ProjectStatus[]), 'unknown']

/** Attributes that are added up. */
export const measures = ['investment', 'floorArea', 'beds'] as const
export type Measure = (typeof measures)[number]

/** A sum, and of how many works it is: most reports give a figure for a few. */
export interface Sum {
  readonly total: number
  readonly of: number
}

export interface Group {
  readonly stage: Stage
  readonly works: readonly Work[]
  readonly sums: Readonly<Record<Measure, Sum>>
}

export function stageOf({ node }: Work): Stage {
  return stages.find((stage) => stage === node.attrs['status']) ?? 'unknown'
}

export function figureOf({ node }: Work, measure: string): number | null {
  const value = node.attrs[measure]
  return typeof value === 'number' ? value : null
}

export function sumsOf(works: readonly Work[]): Record<Measure, Sum> {
  const sums = measures.map((measure) => {
    const figures = works.flatMap((work) => figureOf(work, measure) ?? [])
    return [measure, { total: figures.reduce((sum, figure) => sum + figure, 0), of: figures.length }]
  })
  return Object.fromEntries(sums) as Record<Measure, Sum>
}

export interface Choice {
  /** Id of the district on whose ground it stands; empty for all. */
  readonly district: string
  /** Words that the name, an alias, an owner or the district holds. */
  readonly text: string
}

export function matches(work: Work, { district, text }: Choice): boolean {
  const { node, owners } = work
  if (district !== '' && node.district !== district) return false
  const words = text.trim()
  if (words === '') return true
  return [node.name, ...node.aliases, node.districtName ?? '', ...owners.map(({ name }) => name)].some((name) => name.includes(words))
}

/** Largest investment first, then largest floor area, then by name. */
function byWeight(a: Work, b: Work): number {
  const difference = (measure: Measure): number => (figureOf(b, measure) ?? -1) - (figureOf(a, measure) ?? -1)
  return difference('investment') || difference('floorArea') || a.node.name.localeCompare(b.node.name, 'zh-CN')
}

/** The stages that have works, in the order in which works advance. */
export function groupByStage(works: readonly Work[]): Group[] {
  return stages.flatMap((stage) => {
    const own = works.filter((work) => stageOf(work) === stage).sort(byWeight)
    return own.length === 0 ? [] : [{ stage, works: own, sums: sumsOf(own) }]
  })
}

/** Districts on whose ground works stand, with how many, most first. */
export function districtsOf(works: readonly Work[]): { id: string; name: string; count: number }[] {
  const found = new Map<string, { id: string; name: string; count: number }>()
  for (const { node } of works) {
    if (node.district === null) continue
    const known = found.get(node.district) ?? { id: node.district, name: node.districtName ?? node.district, count: 0 }
    found.set(node.district, { ...known, count: known.count + 1 })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'zh-CN'))
}
