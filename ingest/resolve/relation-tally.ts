/** What documents say of one relation, added up, so that a relation that thousands state need not be read in all of them. */
import { Voices, type StatedClaim, type Weight } from './confidence.ts'
import type { DigestedClaim, DocumentFacts } from './digest.ts'
import { foldsAnywhere } from './fold-relation.ts'
import { documentYear, isPlan } from './say.ts'

export class RelationTally {
  private readonly claimByKind = new Map<string, StatedClaim>()
  private readonly voices = new Voices()
  private told = 0

  /** Of documents, each once. */
  get documents(): number {
    return this.told
  }

  /** One claim of each kind that differs in what folding asks. */
  get claims(): StatedClaim[] {
    return [...this.claimByKind.values()]
  }

  get weight(): Weight {
    return this.voices.weigh()
  }

  /** Adds what one document claims. False, and the tally of no more use, where the fold also depends on where a claim stands. */
  add(claims: readonly DigestedClaim[], document: DocumentFacts): boolean {
    if (!claims.every(({ claim }) => foldsAnywhere(claim))) return false
    this.told += 1
    this.voices.hear(document, claims)
    for (const digested of claims) {
      const { attrs, basis } = digested.claim
      const kind = JSON.stringify([documentYear(document), isPlan(document), basis, attrs])
      if (!this.claimByKind.has(kind)) this.claimByKind.set(kind, { ...digested, document })
    }
    return true
  }
}
