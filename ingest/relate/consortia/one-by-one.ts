/**
 * Consortia that the document names after their hospitals, told one by one: 甲医共体、乙医共体实行统一管理。其中，甲牵头，丙、丁卫生院为成员；
 * 乙牵头，戊、己2家.
 */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import { partsOf, partTold } from './counted.ts'
import { isMembership, membershipIn } from './membership.ts'
import { ownersIn } from './owners.ts'
import { foundedWhen } from './told-when.ts'

const KINDS = ['医共体', '医联体', '医疗集团']
const LEADS = /牵头|龙头|总院/u

/** The memberships that such sentences tell, where nothing has been found of their leads in them. */
export function relateOneByOne(reading: Reading, found: readonly Claim[]): { mentions: readonly Mention[]; claims: RelationClaim[] } {
  const owners = ownersIn(reading)
  const claims: RelationClaim[] = []
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined || !sentence.text.includes('；') || !LEADS.test(sentence.text)) continue
    const status = foundedWhen(sentence)
    const parts = partsOf(sentence.text, 0).map((part) => partTold(reading, sentence, part))
    const told = parts.flatMap((part) => (part === undefined || part === 'other' ? [] : [part]))
    if (status === undefined || parts.includes('other') || told.length < 2) continue
    const own = told.map(({ lead }) => KINDS.map((kind) => owners.ownOf(lead, kind)).find((consortium) => consortium !== undefined))
    for (const [index, { lead, members }] of told.entries()) {
      const object = own[index]?.entity
      const isKnown = found.some((claim) => isMembership(claim) && claim.start === sentence.start && members.includes(claim.subject))
      if (object === undefined || own.includes(undefined) || isKnown) continue
      for (const subject of [lead, ...members])
        claims.push(
          membershipIn(sentence, {
            subject,
            object,
            attrs: { role: subject === lead ? 'lead' : 'member', status },
            rule: 'consortium/one-by-one',
          }),
        )
    }
  }
  return { mentions: [], claims }
}
