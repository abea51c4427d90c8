/** The matrix as it is shown: which districts and families, in what order, and what stands in each cell. Pure. */
import { familyNames, participationStatuses, type FamilyName, type ParticipationStatus } from '../../../../cypher/model/index.ts'
import type { Matrix } from '../../../contract/index.ts'

export type MatrixDistrict = Matrix['districts'][number]
export type MatrixFamily = Matrix['families'][number]
export type MatrixCell = Matrix['cells'][number]

/** Columns or rows of districts drawn at once; a matrix of thousands is narrowed by its filter. */
export const MOST_DISTRICTS = 200

export interface MatrixView {
  readonly order: 'shared' | 'list'
  /** Families named by fewer districts are left out. */
  readonly atLeast: number
  readonly districtFilter: string
}

export interface ShownMatrix {
  readonly districts: readonly MatrixDistrict[]
  /** Districts that match the filter, shown or not. */
  readonly matching: number
  readonly families: readonly MatrixFamily[]
  readonly cellOf: (district: string, family: FamilyName) => MatrixCell | undefined
}

function cellKey(district: string, family: string): string {
  return `${family}\n${district}`
}

/** Applies filters and order. Families keep the number of districts that name them in the whole matrix. */
export function showMatrix(matrix: Matrix, { order, atLeast, districtFilter }: MatrixView): ShownMatrix {
  const cells = new Map(matrix.cells.map((cell) => [cellKey(cell.district, cell.family), cell]))
  const named = new Map<string, number>()
  for (const { district } of matrix.cells) named.set(district, (named.get(district) ?? 0) + 1)
  const wanted = districtFilter.trim()
  const matching = matrix.districts
    .filter(({ name }) => name.includes(wanted))
    .sort((a, b) => (named.get(b.id) ?? 0) - (named.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
  const families = matrix.families
    .filter(({ districts }) => districts >= atLeast)
    .sort((a, b) => {
      const listed = familyNames.indexOf(a.family) - familyNames.indexOf(b.family)
      return order === 'list' ? listed : b.districts - a.districts || b.programs - a.programs || listed
    })
  return {
    districts: matching.slice(0, MOST_DISTRICTS),
    matching: matching.length,
    families,
    cellOf: (district, family) => cells.get(cellKey(district, family)),
  }
}

const MARKS: Readonly<Record<ParticipationStatus, string>> = { planned: '○', in_effect: '◐', achieved: '●' }

/** Marks of the statuses in a cell, in the order in which they advance; `?` where no text states one. */
export function marksOf(statuses: readonly ParticipationStatus[]): string {
  const marks = (Object.keys(participationStatuses) as ParticipationStatus[]).filter((status) => statuses.includes(status))
  return marks.length === 0 ? '?' : marks.map((status) => MARKS[status]).join('')
}

/** `2022`, `2021—2023`, or nothing where no year is known. */
export function sayYears(years: readonly number[]): string {
  const [first, last] = [years.at(0), years.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? String(first) : `${first}—${last}`
}
