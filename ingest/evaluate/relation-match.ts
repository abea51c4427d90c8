/** Which predicted relations of one type are which of the gold's, once their ends are matched. */
import { relationDefinitions, type ClaimedType } from '../../cypher/model/index.ts'
import { noCounts, type Counts } from './counts.ts'
import type { Gold, GoldRelation } from './gold.ts'
import type { PredictedRelation } from './prediction.ts'
import { byText } from './prediction.ts'

export type Ends = readonly [from: string, to: string]

export interface FoundRelation {
  readonly ends: Ends
  /** Of all predictions that state it, later ones over earlier ones. */
  readonly attrs: Record<string, unknown>
  readonly texts: string[]
  readonly golds: readonly GoldRelation[]
}

export interface RelationMatch {
  readonly counts: Counts
  readonly found: ReadonlyMap<string, FoundRelation>
  /** Ends that no gold has: gold ids, or `?` and the predicted id. */
  readonly extra: readonly Ends[]
  readonly missing: readonly Ends[]
}

/** The ends as they are compared: in order of id where the type has no direction. */
function orderEnds(type: ClaimedType, [from, to]: Ends): Ends {
  return !relationDefinitions[type].directed && byText(to, from) < 0 ? [to, from] : [from, to]
}

export function pairKey(type: ClaimedType, ends: Ends): string {
  return orderEnds(type, ends).join('\n')
}

interface GoldPair {
  readonly ends: Ends
  readonly golds: GoldRelation[]
}

/** Gold relations by their pair of ends, and the pairs that another pair states as well (`alt`). */
function indexGold(gold: Gold, type: ClaimedType): { pairs: Map<string, GoldPair>; alternatives: Map<string, Set<string>> } {
  const pairs = new Map<string, GoldPair>()
  const alternatives = new Map<string, Set<string>>()
  for (const relation of gold.relations) {
    if (relation.type !== type) continue
    const ends = orderEnds(type, [relation.from, relation.to])
    const key = pairKey(type, ends)
    const pair = pairs.get(key) ?? { ends, golds: [] }
    pair.golds.push(relation)
    pairs.set(key, pair)
    for (const other of relation.alt) {
      const keys = alternatives.get(pairKey(type, other)) ?? new Set()
      alternatives.set(pairKey(type, other), keys.add(key))
    }
  }
  return { pairs, alternatives }
}

/** Matches all predictions of one type through the matched ends; the same pair counts once, alternatives are no extras. */
export function matchRelations(
  gold: Gold,
  predicted: readonly PredictedRelation[],
  by: { ends: ReadonlyMap<string, string>; type: ClaimedType },
): RelationMatch {
  const { pairs, alternatives } = indexGold(gold, by.type)
  const found = new Map<string, FoundRelation>()
  const extra = new Map<string, Ends>()
  const take = (key: string, relation: PredictedRelation): void => {
    const pair = pairs.get(key)
    if (pair === undefined) return
    const known = found.get(key) ?? { ends: pair.ends, attrs: {}, texts: [], golds: pair.golds }
    Object.assign(known.attrs, relation.attrs)
    known.texts.push(...relation.texts)
    found.set(key, known)
  }
  for (const relation of predicted) {
    if (relation.type !== by.type) continue
    const from = by.ends.get(relation.from)
    const to = by.ends.get(relation.to)
    const key = from === undefined || to === undefined ? undefined : pairKey(by.type, [from, to])
    const others = key === undefined ? undefined : alternatives.get(key)
    for (const other of others ?? []) take(other, relation)
    if (key !== undefined && pairs.has(key)) take(key, relation)
    else if (others === undefined) {
      const ends = orderEnds(by.type, [from ?? `?${relation.from}`, to ?? `?${relation.to}`])
      extra.set(pairKey(by.type, ends), ends)
    }
  }
  const counts = noCounts()
  const missing: Ends[] = []
  for (const [key, { ends, golds }] of pairs) {
    if (!golds.some((one) => one.core)) continue
    if (found.has(key)) counts.right++
    else missing.push(ends)
  }
  counts.missing = missing.length
  counts.extra = extra.size
  return { counts, found, extra: [...extra.values()], missing }
}
