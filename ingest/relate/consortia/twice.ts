/** One alliance that a document tells both as that of two and as that of its lead: it is kept as the lead's. */
import type { Found, Reading } from '../../reading.ts'
import { isMembership } from './membership.ts'

const OF_TWO: ReadonlySet<string> = new Set(['consortium/a-and-b-ally', 'consortium/a-with-each', 'consortium/two-ally'])

/** 甲与乙组建医联体。乙成为甲医联体成员单位: without the consortium of 甲 and 乙, where one named after 甲 has 乙 for a member. */
export function withoutTwice(reading: Reading, { mentions, claims }: Found): Found {
  const memberships = claims.filter(isMembership)
  const ofTwo = memberships.filter(({ rule }) => OF_TWO.has(rule))
  if (ofTwo.length === 0 || ofTwo.length === memberships.length) return { mentions, claims }
  const kinds = new Map(mentions.map(({ entity, attrs }) => [entity, attrs['kind']]))
  const names = new Map([...reading.mentions.flat(), ...mentions].map(({ entity, name }) => [entity, name]))
  const isTold = (member: string, lead: string, object: string): boolean => {
    const named = `${lead.replace(/^\w+/, 'consortium')}${String(kinds.get(object))}`
    if (named === object) return false
    return memberships.some(
      (claim) =>
        claim.subject === member && (claim.object === named || (claim.object !== object && isNamedAfter(claim.object, lead, names))),
    )
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

const OWNER = /^[〇㐀-鿿]{2,}?(?:医院|保健院)/u

/** 同济医院肿瘤专科医联体: by the short name of 江州医科大学附属同济医院. */
function isNamedAfter(consortium: string, lead: string, names: ReadonlyMap<string, string>): boolean {
  const owner = OWNER.exec(names.get(consortium) ?? '')?.[0]
  return owner !== undefined && owner.length > 3 && names.get(lead)?.endsWith(owner) === true
}
