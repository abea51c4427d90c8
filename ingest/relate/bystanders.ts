/** Leaves out organisations that a text only mentions: an Institution is a node where it takes part in a relation (ontology.md, "Nodes"). */
import type { Claim, Mention } from '../../cypher/model/index.ts'

/** Mentions and claims without the Institutions that no claim but their place speaks of. */
export function leaveOutBystanders<Named extends Mention>(
  mentions: readonly Named[],
  claims: readonly Claim[],
): { mentions: Named[]; claims: Claim[] } {
  const taking = new Set<string>()
  for (const claim of claims) {
    taking.add(claim.kind === 'relation' && claim.type === 'LOCATED_IN' ? '' : claim.subject)
    if (claim.kind !== 'statement') taking.add(claim.object)
  }
  const institutions = new Set(mentions.filter((mention) => mention.label === 'Institution').map((mention) => mention.entity))
  const isBystander = (entity: string): boolean => institutions.has(entity) && !taking.has(entity)
  return {
    mentions: mentions.filter((mention) => !isBystander(mention.entity)),
    claims: claims.filter((claim) => !isBystander(claim.subject)),
  }
}
