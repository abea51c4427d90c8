/** A lead whose consortium has no name and no members told beside it: 甲是全县医共体的龙头，也是乙医联体的成员单位. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import { consortiumCues } from './cues.ts'
import { ownedBy } from './kind.ts'
import { ownersIn } from './owners.ts'
import { KIND, LIST, slotLine } from './slots.ts'
import { isMembership, membershipIn } from './membership.ts'

const NOT_YET = /拟|将|未|不是|并非|原|曾|计划|争取|力争|申请/u
const KIND_WORD = /医共体|共同体|健共体|集团/u

/** Such leads, each of one that is named after it, where the document knows none of that kind that it may be. */
export function headsAlone(reading: Reading, found: readonly Claim[]): { mentions: Mention[]; claims: RelationClaim[] } {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  for (const sentence of reading.sentences) {
    const named = reading.mentions[sentence.index] ?? []
    if (sentence.row !== undefined || sentence.heading || !named.some(({ label }) => label === 'Hospital')) continue
    if (!KIND_WORD.test(sentence.text)) continue
    const { text, at, slots } = slotLine(reading, sentence)
    const match = consortiumCues(reading.lexicon).isHead.exec(text)
    if (match === null || NOT_YET.test(match[0])) continue
    const list = slots.get(match.index)
    const place = match.index + match[0].indexOf(KIND)
    const told = slots.get(place)
    const body = named.find(({ from }) => from === at[match.index])
    if (list?.slot !== LIST || list.entities.length !== 1 || told?.slot !== KIND || body?.label !== 'Hospital') continue
    const { kind } = told
    const { start, end } = sentence
    const isTold = found.some((claim) => isMembership(claim) && claim.object.endsWith(kind) && claim.subject === body.entity)
    if (isTold || (kind !== '医共体' && kind !== '医疗集团') || ownersIn(reading).hasOwnless(kind)) continue
    const { kind: _, ...owned } = ownedBy(body, { kind, start, end })
    const object = ownersIn(reading).named(owned.name)?.entity ?? owned.entity
    mentions.push({ ...owned, entity: object, label: 'Consortium', aliases: [], attrs: { kind } })
    const attrs = { role: 'lead', status: 'in_effect' }
    claims.push(membershipIn(sentence, { subject: body.entity, object, attrs, rule: 'consortium/told' }))
  }
  return { mentions, claims }
}
