/** Hospitals that carry the name of their consortium before their own: 县医院医共体城关分院, 青岚县医疗集团人民医院. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import { spanOf, type Sentence } from '../../read/sentence.ts'
import { KIND_WORD, kindOfWord, ownedBy } from './kind.ts'
import { ownersIn } from './owners.ts'
import { isMembership, membershipIn } from './membership.ts'
import { bodiesOf, bodyWithin } from '../sentence/named-within.ts'

const OF_GROUP = new RegExp(
  `^(?<owner>[〇㐀-鿿]{2,16}?)(?:紧密型|县域|城市)?(?<kind>${KIND_WORD})(?<own>[〇㐀-鿿（）]{1,10}(?:院|院区|中心))$`,
  'u',
)
const MAY_TELL = /体|集团/u
const RULE = 'consortium/name-of-branch'

/** Such memberships, once for each hospital that nothing else has told of. */
export function relateBranches(reading: Reading, found: readonly Claim[]): { mentions: Mention[]; claims: RelationClaim[] } {
  const into: { mentions: Mention[]; claims: RelationClaim[] } = { mentions: [], claims: [] }
  const told = new Set(found.flatMap((claim) => (isMembership(claim) ? [claim.subject] : [])))
  for (const sentence of reading.sentences)
    for (const body of reading.mentions[sentence.index] ?? []) {
      if (body.label !== 'Hospital' || told.has(body.entity) || !MAY_TELL.test(body.name)) continue
      const group = groupOf(reading, sentence, body)
      if (group === undefined) continue
      told.add(body.entity)
      if (group.made !== undefined) into.mentions.push(group.made)
      const attrs = { role: 'member', status: 'in_effect' }
      into.claims.push(membershipIn(sentence, { subject: body.entity, object: group.entity, attrs, rule: RULE }))
    }
  return into
}

/** The consortium of such a name: the one that the document names so, or that of the hospital before its kind. */
function groupOf(
  reading: Reading,
  sentence: Sentence,
  { name, from }: SentenceMention,
): { readonly entity: string; readonly made?: Mention } | undefined {
  const parts = OF_GROUP.exec(name)?.groups
  if (parts === undefined) return undefined
  const { owner = '', kind: word = '', own = '' } = parts
  // 甲医院医疗集团乙县人民医院, where the text has 乙县人民医院: what that joins is told of it by its own name.
  if (bodiesOf(reading).some((body) => body.name === own)) return undefined
  const written = ownersIn(reading).named(name.slice(0, name.length - own.length))
  if (written !== undefined) return { entity: written.entity }
  const lead = bodyWithin(reading, { name: `${owner}${word}` })
  if (lead?.label !== 'Hospital' || (word === '医院集团' && !isNamed(reading, lead.entity))) return undefined
  const kind = kindOfWord(word)
  const named = ownedBy(lead, { kind, start: 0, end: 0 })
  const known = ownersIn(reading).named(named.name)
  if (known !== undefined) return { entity: known.entity }
  const span = spanOf(sentence, from, from + name.length - own.length)
  return {
    entity: named.entity,
    made: { entity: named.entity, label: 'Consortium', name: named.name, aliases: [], attrs: { kind }, ...span },
  }
}

/** Whether the text names a hospital elsewhere as well: a 医院集团 of which it says nothing else is as often a company. */
const isNamed = (reading: Reading, entity: string): boolean => bodiesOf(reading).some((body) => body.entity === entity)
