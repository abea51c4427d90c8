/** How often each rule is right on the gold: the table by which relations are believed. */
import type { Extraction } from '../../cypher/model/index.ts'
import type { Gold } from '../evaluate/index.ts'
import { documentStem } from '../evaluate/gold.ts'
import { matchEntities, predictionFor } from '../evaluate/prediction.ts'
import { matchRelations } from '../evaluate/relation-match.ts'

/** Weight of the prior: a rule that spoke five times counts as much for itself as the prior does. */
const PRIOR_WEIGHT = 5

/** Smoothed precision of each rule that stated a relation of a gold document, rules in order of name. */
export function measureRules(golds: readonly Gold[], extraction: Extraction, prior: number): Record<string, number> {
  const tally = new Map<string, { right: number; said: number }>()
  for (const gold of golds) {
    const document = documentStem(gold.doc)
    const prediction = predictionFor(document, extraction)
    const ends = matchEntities(gold, prediction.entities).surface
    for (const relation of extraction.relations) {
      const rules = new Set(relation.evidence.filter((piece) => documentStem(piece.document) === document).map(({ rule }) => rule))
      if (rules.size === 0) continue
      const isRight = matchRelations(gold, [{ ...relation, texts: [] }], { ends, type: relation.type }).extra.length === 0
      for (const rule of rules) {
        const { right, said } = tally.get(rule) ?? { right: 0, said: 0 }
        tally.set(rule, { right: right + Number(isRight), said: said + 1 })
      }
    }
  }
  const smooth = ({ right, said }: { right: number; said: number }): number => (right + prior * PRIOR_WEIGHT) / (said + PRIOR_WEIGHT)
  return Object.fromEntries(
    [...tally].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, count]) => [rule, Math.round(smooth(count) * 100) / 100]),
  )
}
