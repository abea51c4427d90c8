/** The theme's colours as the canvas needs them: read once a theme, since a canvas cannot read custom properties. */
import { entityLabels, type EntityLabel } from '../../../cypher/model/index.ts'
import { GROUP_COLOURS } from '../derive/measured.ts'

export interface Colours {
  readonly ground: string
  readonly surface: string
  readonly ink: string
  readonly inkSoft: string
  readonly accent: string
  readonly districtGround: string
  readonly districtEdge: string
  readonly lineQuiet: string
  readonly lineEnded: string
  readonly font: string
  readonly kinds: Readonly<Record<EntityLabel, string>>
  /** Of the largest groups, the first of them first. */
  readonly groups: readonly string[]
}

export function readColours(): Colours {
  const style = getComputedStyle(document.documentElement)
  const read = (name: string): string => style.getPropertyValue(name).trim()
  return {
    ground: read('--ground'),
    surface: read('--surface'),
    ink: read('--ink'),
    inkSoft: read('--ink-soft'),
    accent: read('--accent'),
    districtGround: read('--district-ground'),
    districtEdge: read('--district-edge'),
    lineQuiet: read('--line-quiet'),
    lineEnded: read('--line-ended'),
    font: read('--font'),
    kinds: Object.fromEntries(entityLabels.map((label) => [label, read(`--kind-${label.toLowerCase()}`)])) as Record<EntityLabel, string>,
    groups: Array.from({ length: GROUP_COLOURS }, (_, at) => read(`--group-${at + 1}`)),
  }
}
