import type { Claim, RelationClaim } from '../../cypher/model/index.ts'

/** Whether a claim says that a body belongs to a consortium. */
export function isMembership(claim: Claim): claim is RelationClaim {
  return claim.kind === 'relation' && claim.type === 'MEMBER_OF'
}
