/** The hospital after which a consortium is named leads it, wherever others are told to be in it: 乙加入甲医院医联体. */
import type { Found, Reading, SentenceMention } from '../../reading.ts'
import { isMembership } from './membership.ts'
import { ledByOwner, ownersIn } from './owners.ts'

/** A 集团 whose hospital only its own name names is as often a company. */
const COMPANY = /集团$/u
const RULE = 'consortium/named-lead'

/** The memberships found, and those of the hospitals that lead by the names alone. */
export function withNamedLeads(reading: Reading, { mentions, claims }: Found): Found {
  const members = claims.filter(isMembership)
  const joined = new Set(members.flatMap(({ object, attrs }) => (attrs['status'] === 'in_effect' ? [object] : [])))
  if (joined.size === 0) return { mentions, claims }
  const led = new Set(members.flatMap(({ object, attrs }) => (attrs['role'] === 'lead' ? [object] : [])))
  const further: Found = { mentions: [...mentions], claims: [...claims] }
  for (const [entity, { consortium, index }] of firstNamed(reading)) {
    const sentence = reading.sentences[index]
    if (!joined.has(entity) || led.has(entity) || sentence === undefined) continue
    const owner = ownersIn(reading).of(consortium)
    if (owner === undefined || (owner.within !== undefined && COMPANY.test(consortium.name))) continue
    if (members.some(({ subject, object }) => subject === owner.entity && object === entity)) continue
    const { mentions: named, claim } = ledByOwner({ sentence, consortium, owner }, RULE)
    further.mentions.push(...named)
    further.claims.push(claim)
  }
  return further
}

/** Where each consortium is first named. */
function firstNamed({ mentions }: Reading): ReadonlyMap<string, { consortium: SentenceMention; index: number }> {
  const found = new Map<string, { consortium: SentenceMention; index: number }>()
  for (const [index, list] of mentions.entries())
    for (const consortium of list)
      if (consortium.label === 'Consortium' && !found.has(consortium.entity)) found.set(consortium.entity, { consortium, index })
  return found
}
