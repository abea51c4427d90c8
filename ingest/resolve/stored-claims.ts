/** The claims of one document as a store keeps them beside the graph. */
import type { Claim, Document } from '../../cypher/model/index.ts'
import type { StoredClaim } from '../../cypher/store/port.ts'
import { claimConfidence } from './confidence.ts'
import { orderedRelationId } from './digest.ts'
import type { Identity } from './unite.ts'

/** Leaves out claims that no sentence states and claims whose two ends are one thing. */
export function storeClaims(document: Document, claims: readonly Claim[], identity: Identity): StoredClaim[] {
  return claims.flatMap((claim, index): StoredClaim[] => {
    const relation = targetOf(claim, identity)
    if (relation === undefined || claim.end <= claim.start) return []
    const page = pageOf(document, claim.start)
    return [
      {
        id: claimId(document.id, index),
        relation,
        kind: claim.kind,
        quote: document.text.slice(claim.start, claim.end),
        start: claim.start,
        end: claim.end,
        ...(page === undefined ? {} : { page }),
        rule: claim.rule,
        confidence: claimConfidence(claim.kind === 'relation' ? claim : { rule: claim.rule }),
        said: JSON.stringify(saidBy(claim)),
      },
    ]
  })
}

/** Id of a document's claim by its place among the document's claims. */
export function claimId(document: string, index: number): string {
  return `claim/${document.slice(0, 12)}/${index}`
}

/** Id of the folded relation or entity that a claim is about; undefined where it states nothing any more. */
export function targetOf(claim: Claim, identity: Identity): string | undefined {
  if (claim.kind !== 'relation') return identity.canonical(claim.subject)
  const [from, to] = [identity.canonical(claim.subject), identity.canonical(claim.object)]
  return from === to ? undefined : orderedRelationId(claim.type, from, to)
}

function saidBy(claim: Claim): Record<string, unknown> {
  if (claim.kind === 'relation') return claim.attrs
  if (claim.kind === 'same-as') return { sameAs: claim.object }
  const { key, value, approx, upper } = claim
  return { [key]: value, ...(approx === undefined ? {} : { approx }), ...(upper === undefined ? {} : { upper }) }
}

function pageOf(document: Document, offset: number): number | undefined {
  return document.pages?.filter((start) => start <= offset).length
}
