/** One alliance that a document tells both as that of two and as that of its lead: it is kept as the lead's. */
import type { Found } from '../reading.ts'
import { isMembership } from './membership.ts'

/** 甲与乙组建医联体。乙成为甲医联体成员单位: without the consortium of 甲 and 乙, where one named after 甲 has 乙 for a member. */
export function withoutTwice({ mentions, claims }: Found): Found {
  const memberships = claims.filter(isMembership)
  const ofTwo = memberships.filter(({ rule }) => rule === 'consortium/a-and-b-ally' || rule === 'consortium/two-ally')
  if (ofTwo.length === 0 || ofTwo.length === memberships.length) return { mentions, claims }
  const kinds = new Map(mentions.map(({ entity, attrs }) => [entity, attrs['kind']]))
  const isTold = (member: string, lead: string, object: string): boolean => {
    const named = `${lead.replace(/^\w+/, 'consortium')}${String(kinds.get(object))}`
    if (named === object) return false
    return memberships.some(({ subject, object }) => subject === member && object === named)
  }
  const doubled = new Set(
    ofTwo.flatMap((claim) => {
      const others = ofTwo.filter(({ object, subject }) => object === claim.object && subject !== claim.subject)
      return others.some(({ subject }) => isTold(subject, claim.subject, claim.object)) ? [claim.object] : []
    }),
  )
  if (doubled.size === 0) return { mentions, claims }
  return {
    mentions: mentions.filter(({ entity }) => !doubled.has(entity)),
    claims: claims.filter((claim) => !isMembership(claim) || !doubled.has(claim.object)),
  }
}
