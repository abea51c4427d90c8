/** Two districts side by side: programs by family, and which families both, only one, or only the other names. Pure. */
import { familyNames, type FamilyName } from '../../../../cypher/model/index.ts'
import type { Comparison } from '../../../contract/index.ts'

export type ComparisonRow = Comparison['rows'][number]

export interface ComparedFamily {
  readonly family: FamilyName
  readonly a: readonly ComparisonRow[]
  readonly b: readonly ComparisonRow[]
  /** Programs that both name under one name. */
  readonly same: ReadonlySet<string>
}

export interface ComparedGroups {
  readonly both: readonly ComparedFamily[]
  readonly onlyA: readonly ComparedFamily[]
  readonly onlyB: readonly ComparedFamily[]
}

/** Groups rows by family, families in their listed order; a program of both comes first on either side. */
export function groupComparison(rows: readonly ComparisonRow[]): ComparedGroups {
  const families = familyNames.flatMap((family): ComparedFamily[] => {
    const own = rows.filter((row) => row.family === family)
    if (own.length === 0) return []
    const same = new Set(own.filter(({ a, b }) => a && b).map(({ program }) => program.id))
    const sameFirst = [...own].sort((x, y) => Number(same.has(y.program.id)) - Number(same.has(x.program.id)))
    return [{ family, a: sameFirst.filter(({ a }) => a), b: sameFirst.filter(({ b }) => b), same }]
  })
  return {
    both: families.filter(({ a, b }) => a.length > 0 && b.length > 0),
    onlyA: families.filter(({ b }) => b.length === 0),
    onlyB: families.filter(({ a }) => a.length === 0),
  }
}
