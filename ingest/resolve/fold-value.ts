/** Chooses one value among several that documents give to one attribute, and keeps what disagrees. */
import type { AttributeValue, Conflict } from '../../cypher/model/index.ts'
import { projectStage } from '../../cypher/model/index.ts'
import { compareStanding, compareText, yearOf, type Say } from './say.ts'

export interface Folded {
  readonly say: Say
  readonly conflict?: Conflict
}

/** About 4 亿 and 3.98 亿 agree; 4 亿 and 3.5 亿 do not. */
const APPROXIMATELY = 0.06

/**
 * The value of the latest standing; within it the one of the most documents, exact before approximate, earliest said.
 * Other values of the same year are kept as a conflict.
 */
export function foldValue(key: string, says: readonly Say[]): Folded | undefined {
  const best = [...says].sort((a, b) => compareStanding(a, b))[0]
  if (best === undefined) return undefined
  const standing = says.filter((say) => compareStanding(say, best) === 0)
  const groups = groupByValue(standing)
  const chosen = groups.sort(compareGroups)[0]
  if (chosen === undefined) return undefined
  const say = [...chosen].sort(compareSays)[0] ?? best
  const sameYear = says.filter((other) => yearOf(other) === yearOf(best))
  const conflict = conflictOf(key, say, sameYear)
  return conflict === undefined ? { say } : { say, conflict }
}

/** The status that works, an agreement or a participation has reached: a mere plan never undoes what was reached. */
export function foldStatus(says: readonly Say[], stage: (status: string) => number): Say | undefined {
  const reached = says.filter((say) => say.value !== 'planned')
  const candidates = reached.length > 0 ? reached : says
  return [...candidates].sort(
    (a, b) =>
      compareStanding(a, b) ||
      stage(String(b.value)) - stage(String(a.value)) ||
      compareText(a.document.id, b.document.id) ||
      a.start - b.start,
  )[0]
}

export function agreementStage(status: string): number {
  return ['planned', 'in_effect', 'ended'].indexOf(status)
}

export function participationStage(status: string): number {
  return ['planned', 'in_effect', 'achieved'].indexOf(status)
}

export { projectStage }

function groupByValue(says: readonly Say[]): Say[][] {
  const byValue = new Map<string, Say[]>()
  for (const say of says) {
    const key = JSON.stringify(say.value)
    const group = byValue.get(key)
    if (group === undefined) byValue.set(key, [say])
    else group.push(say)
  }
  return [...byValue.values()]
}

function compareGroups(a: readonly Say[], b: readonly Say[]): number {
  return (
    documentsOf(b).length - documentsOf(a).length ||
    Number(a.every((say) => say.approx === true)) - Number(b.every((say) => say.approx === true)) ||
    b.length - a.length ||
    compareSays([...a].sort(compareSays)[0]!, [...b].sort(compareSays)[0]!)
  )
}

function compareSays(a: Say, b: Say): number {
  return compareText(a.document.id, b.document.id) || a.start - b.start || compareText(JSON.stringify(a.value), JSON.stringify(b.value))
}

function documentsOf(says: readonly Say[]): string[] {
  return [...new Set(says.map((say) => say.document.id))].sort(compareText)
}

function conflictOf(key: string, chosen: Say, says: readonly Say[]): Conflict | undefined {
  const others = groupByValue(says).filter((group) => group.some((say) => !agrees(chosen, say)))
  if (others.length === 0) return undefined
  const groups = [says.filter((say) => isEqual(say.value, chosen.value)), ...others.sort(compareGroups)]
  return { key, values: groups.map((group) => ({ value: group[0]?.value, documents: documentsOf(group) })) }
}

function agrees(a: Say, b: Say): boolean {
  if (isEqual(a.value, b.value)) return true
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return false
  if (a.approx !== true && b.approx !== true) return false
  return Math.abs(a.value - b.value) <= APPROXIMATELY * Math.max(Math.abs(a.value), Math.abs(b.value))
}

function isEqual(a: AttributeValue, b: AttributeValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
