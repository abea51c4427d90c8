import type { Claim, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'

/** Labels of what may lead a consortium or belong to it. */
export const BODY_LABELS: ReadonlySet<string> = new Set(['Hospital', 'Institution'])

/** Whether a claim says that a body belongs to a consortium. */
export function isMembership(claim: Claim): claim is RelationClaim {
  return claim.kind === 'relation' && claim.type === 'MEMBER_OF'
}

/** That a body belongs to a consortium, as a sentence says it. */
export function membershipIn(
  { start, end }: Pick<RelationClaim, 'start' | 'end'>,
  said: Pick<RelationClaim, 'subject' | 'object' | 'attrs' | 'rule'>,
): RelationClaim {
  return { ...said, kind: 'relation', type: 'MEMBER_OF', basis: 'text', start, end }
}

/** A health centre: it follows in a consortium, and leads none. */
export const isPrimary = ({ attrs }: Pick<SentenceMention, 'attrs'>): boolean => attrs['kind'] === 'primary'

/** Whether a sentence names an entity as a health centre. */
export function isPrimaryIn(reading: Reading, { index }: Sentence, entity: string): boolean {
  return (reading.mentions[index] ?? []).some((mention) => mention.entity === entity && isPrimary(mention))
}
