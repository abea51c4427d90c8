/** Cooperations of a document seen together: who a place stood in for, and which names are one hospital's own. */
import type { Claim, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import { anchorOf, isDistrict } from '../sentence/place.ts'

/** A hospital, and a name that a plaque gives it or is to give it. */
export type OwnName = readonly [bearer: string, name: string]

/**
 * The claims without what a hospital would agree on with a name of its own; in news, what nobody but the place was found for
 * is told of the hospital of that place that agrees with the same partner.
 */
export function settleParties(
  reading: Reading,
  claims: Claim[],
  told: { readonly names: readonly OwnName[]; readonly inferred: ReadonlySet<Claim> },
): Claim[] {
  if (told.names.length === 0 && told.inferred.size === 0) return claims
  const isNews = NEWS.has(reading.document.kind)
  return claims.flatMap((claim): readonly Claim[] => {
    if (claim.kind !== 'relation' || claim.type !== 'COOPERATES_WITH') return [claim]
    const { subject, object } = claim
    if (told.names.some(([bearer, name]) => (subject === bearer && object === name) || (subject === name && object === bearer))) return []
    if (!isNews || !told.inferred.has(claim)) return [claim]
    const place = isDistrict(subject) ? subject : object
    const hospital = hospitalOf(claims, { place, partner: subject === place ? object : subject })
    if (hospital === undefined) return [claim]
    return [{ ...claim, subject: subject === place ? hospital : subject, object: object === place ? hospital : object }]
  })
}

const NEWS: ReadonlySet<unknown> = new Set(['news', 'feature'])

/** The one hospital of a place that agrees with a partner. */
function hospitalOf(claims: readonly Claim[], { place, partner }: { place: string; partner: string }): string | undefined {
  const others = claims
    .filter((claim): claim is RelationClaim => claim.kind === 'relation' && claim.type === 'COOPERATES_WITH')
    .flatMap(({ subject, object }) => (subject === partner ? [object] : object === partner ? [subject] : []))
    .filter((party) => party.startsWith('hospital/') && anchorOf(party) === anchorOf(place))
  const [only, more] = new Set(others)
  return more === undefined ? only : undefined
}
