/** The answer of an algorithm as the map shows it: a size or a group for each thing. Pure. */
import type { Caption, EntityLabel } from '../../../cypher/model/index.ts'
import type { Algorithm, AlgorithmAnswer } from '../../contract/index.ts'
import { entityLabels } from '../../../cypher/model/index.ts'

/** Groups that have a colour of their own; the smaller ones share the quiet one. */
export const GROUP_COLOURS = 8

export interface MeasuredThing {
  readonly id: string
  readonly label: EntityLabel
  readonly name: string
  readonly value: number
}

export interface MeasuredGroup {
  readonly number: number
  readonly size: number
  readonly things: readonly MeasuredThing[]
}

export interface Measured {
  readonly as: 'size' | 'group'
  /** Of the column that is shown. */
  readonly caption: Caption
  readonly isShare: boolean
  /** In the order of the answer: largest first, or group by group. */
  readonly things: readonly MeasuredThing[]
  readonly valueById: ReadonlyMap<string, number>
  /** Of the largest value, 0 to 1. */
  readonly shareById: ReadonlyMap<string, number>
  readonly groups: readonly MeasuredGroup[]
}

function isLabel(text: unknown): text is EntityLabel {
  return entityLabels.some((label) => label === text)
}

/** Reads an answer by its definition; null for an algorithm that says nothing of single things. */
export function readMeasured({ shows, columns }: Algorithm, { rows }: Pick<AlgorithmAnswer, 'rows'>): Measured | null {
  const column = columns.find(({ name }) => name === shows?.column)
  if (shows === undefined || column === undefined) return null
  const sizeByGroup = new Map<number, number>()
  const things = rows.flatMap((row): MeasuredThing[] => {
    const { id, label, name, size } = row
    const value = row[shows.column]
    if (typeof id !== 'string' || !isLabel(label) || typeof name !== 'string' || typeof value !== 'number') return []
    if (typeof size === 'number') sizeByGroup.set(value, size)
    return [{ id, label, name, value }]
  })
  const most = Math.max(0, ...(shows.as === 'size' ? things.map(({ value }) => value) : []))
  return {
    as: shows.as,
    caption: column.caption,
    isShare: column.type === 'share',
    things,
    valueById: new Map(things.map(({ id, value }) => [id, value])),
    shareById: new Map(things.map(({ id, value }) => [id, most > 0 ? value / most : 0])),
    groups:
      shows.as === 'group'
        ? [...sizeByGroup].map(([number, size]) => ({ number, size, things: things.filter(({ value }) => value === number) }))
        : [],
  }
}

const SMALLEST = 12
const LARGEST = 56

/** Diameter by value, area in proportion to it; undefined where nothing sizes. What is not in the answer is smallest. */
export function measuredSize(measured: Measured | null, id: string): number | undefined {
  if (measured?.as !== 'size') return undefined
  return SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(measured.shareById.get(id) ?? 0)
}

/** Number of the colour of a thing's group: 0 for what has none of its own; null where nothing groups. */
export function groupOf(measured: Measured | null, id: string): number | null {
  if (measured?.as !== 'group') return null
  const group = measured.valueById.get(id) ?? 0
  return group <= GROUP_COLOURS ? group : 0
}

/** ① to ⑳, then plain. */
export function groupMark(group: number): string {
  return group >= 1 && group <= 20 ? String.fromCodePoint(0x245f + group) : `(${group})`
}

/** The value of a thing in words; a dot where the answer does not hold it. */
export function sayMeasured(measured: Measured, id: string): string {
  const value = measured.valueById.get(id)
  return value === undefined ? '·' : sayValueOf(measured, value)
}

/** Below it a share is told as smaller than it. */
const LEAST_PERCENT = 0.01

/** Shares in per cent with three digits, groups by their mark, anything else as it is. */
export function sayValueOf({ isShare, as }: Pick<Measured, 'isShare' | 'as'>, value: number): string {
  if (as === 'group') return groupMark(value)
  if (!isShare) return String(value)
  const percent = value * 100
  return percent > 0 && percent < LEAST_PERCENT ? `<${LEAST_PERCENT}%` : `${Number(percent.toPrecision(3))}%`
}
