/** Roles that a sentence tells apart from its list: 甲与乙、丙组成丁，甲为总院. */
import type { Claim, RelationClaim } from '../../../cypher/model/index.ts'
import { isMembership } from './membership.ts'

/** 甲牵头，乙、丙共同发起成立丁: the rule that takes 乙 for the lead. */
const STARTS = 'consortium/topic-leads-c'

function isOnlyOneOfThem({ subject, attrs }: RelationClaim, led: ReadonlySet<string> | undefined): boolean {
  return attrs['role'] === 'lead' && led !== undefined && led.size > 0 && !led.has(subject)
}

/** The claims with the roles that their sentences tell; `leads` by the place of the sentence. */
export function withRoles(claims: readonly Claim[], leads: ReadonlyMap<number, ReadonlySet<string>>): Claim[] {
  if (leads.size === 0) return [...claims]
  const isBare = (claim: Claim): claim is RelationClaim => isMembership(claim) && claim.attrs['role'] === undefined
  // 甲与乙共同发起丙: neither leads it more than the other.
  const toldOf = new Map(
    claims.flatMap((claim) =>
      isMembership(claim) && claim.attrs['role'] === 'lead' ? [[`${claim.start} ${claim.subject}`, claim.object]] : [],
    ),
  )
  const isLead = ({ subject, object, start }: RelationClaim): boolean => {
    // 甲牵头的丙成立；与乙组成医联体: it is 丙 that 甲 leads.
    const own = toldOf.get(`${start} ${subject}`) ?? object
    return own === object && leads.get(start)?.size === 1 && leads.get(start)?.has(subject) === true
  }
  const led = new Set(claims.filter(isBare).flatMap((claim) => (isLead(claim) ? [`${claim.start} ${claim.object}`] : [])))
  return claims.map((claim): Claim => {
    if (isMembership(claim) && claim.rule === STARTS && isOnlyOneOfThem(claim, leads.get(claim.start)))
      return { ...claim, attrs: { ...claim.attrs, role: 'member' } }
    if (!isBare(claim) || !led.has(`${claim.start} ${claim.object}`)) return claim
    return { ...claim, attrs: { role: isLead(claim) ? 'lead' : 'member', ...claim.attrs } }
  })
}
