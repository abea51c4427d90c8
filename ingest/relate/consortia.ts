/** Consortia and their members: named ones, ones named after their lead, and unnamed alliances of two parties. */
import type { Claim, Mention } from '../../cypher/model/index.ts'
import type { Found, Reading } from '../reading.ts'
import { withFields } from './consortia/fields.ts'
import { relateIts } from './consortia/its.ts'
import { withLeadsMeant } from './consortia/leads-meant.ts'
import { withNamedLeads } from './consortia/named-leads.ts'
import { ownersIn } from './consortia/owners.ts'
import { asMeant } from './consortia/over.ts'
import { relateRosters } from './consortia/rosters.ts'
import { relateReferred } from './consortia/referred.ts'
import { withRoles } from './consortia/roles.ts'
import { relateTold } from './consortia/told.ts'
import { relateUnnamed } from './consortia/unnamed.ts'
import { withoutTwice } from './consortia/twice.ts'
import { relateFurther } from './consortia/further.ts'
import { withFounding } from './consortia/when.ts'
import { modalityOf } from './sentence/modality.ts'
import { matchesIn, type RuleMatch } from './sentence/passage.ts'
import { relationRules } from './sentence/rules.ts'
import { namesMembers, relateMemberRows } from './consortia/table-members.ts'

import { Step } from './consortia/step.ts'

/** Finds memberships, and the consortia that have no name of their own. */
export function relateConsortia(reading: Reading): Found {
  const rules = relationRules(reading.lexicon).consortium
  const rows = relateMemberRows(reading)
  const mentions: Mention[] = [...rows.mentions]
  const claims: Claim[] = [...rows.claims]
  const owners = ownersIn(reading)
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined && namesMembers(reading, sentence)) continue
    for (const found of matchesIn(reading, rules, sentence.index)) {
      const modality = modalityOf(found.tokens, withoutStop(found), { section: sentence.section, standing: false, text: sentence.text })
      if (modality === undefined) continue
      const step = new Step(reading, found, { modality: withFounding(reading, found, modality), owners })
      if (found.rule.says === 'membership') claims.push(...step.membership())
      else if (found.rule.says === 'led') step.led(mentions, claims)
      else step.alliance(mentions, claims)
      mentions.push(...step.mentions)
    }
  }
  claims.push(...relateRosters(reading, claims))
  const referred = relateReferred(reading, claims)
  mentions.push(...referred.mentions)
  claims.push(...referred.claims)
  const told = relateTold(reading, claims)
  const unnamed = relateUnnamed(reading, claims)
  const further = relateFurther(reading, [...claims, ...told.claims, ...unnamed.claims])
  const its = relateIts(reading, [...claims, ...told.claims, ...unnamed.claims, ...further.claims])
  const all = withoutTwice(reading, {
    mentions: [...mentions, ...told.mentions, ...unnamed.mentions, ...further.mentions, ...its.mentions],
    claims: [
      ...withRoles(claims, new Map([...told.leads, ...unnamed.leads])),
      ...told.claims,
      ...unnamed.claims,
      ...further.claims,
      ...its.claims,
    ],
  })
  return asMeant(reading, withNamedLeads(reading, withLeadsMeant(reading, withFields(reading, all))))
}

/** 甲联盟新增乙|；丙退出: the clause behind the mark with which a match ends is another. */
function withoutStop({ tokens, match }: RuleMatch): RuleMatch['match'] {
  return tokens[match.last - 1]?.kind === 'stop' ? { ...match, last: match.last - 1 } : match
}
