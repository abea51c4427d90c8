/** Plaques: a hospital bears a second name, which is its alias, and says whose branch or teaching hospital it is. */
import type { RelationClaim, SameAs } from '../../cypher/model/index.ts'
import type { Reading } from '../reading.ts'
import { dateIn } from './claim-date.ts'
import { modalityOf } from './modality.ts'
import { tokensOf, type RuleMatch } from './passage.ts'
import { topicOf } from './topic.ts'

/** Claims of one plaque: same-as for a hospital's name, affiliation or branch and a cooperation of form 挂牌 with its parent. */
export function claimPlaque(reading: Reading, { rule, sentence, tokens, match }: RuleMatch): (RelationClaim | SameAs)[] {
  const plaque = match.slots.get('P')?.[0]
  const modality = modalityOf(tokens, match, { section: sentence.section, standing: false })
  if (plaque === undefined || modality === undefined || modality.status === 'ended') return []
  const former = match.words.some((word) => tokens[word]?.classes.includes('former'))
  const bearer = match.slots.get('A')?.[0]?.entity ?? bearerBefore(reading, { sentence: sentence.index, before: match.first, former })
  if (bearer === undefined || bearer === plaque.entity) return []
  const common = { start: sentence.start, end: sentence.end, rule: rule.id }
  const claims: (RelationClaim | SameAs)[] = []
  if (plaque.label === 'Hospital' && modality.status === 'in_effect') claims.push({ kind: 'same-as', subject: bearer, object: plaque.entity, ...common })
  const parent = parentOf(reading, plaque.name, plaque.entity)
  if (parent === undefined || parent.entity === bearer) return claims
  const date = dateIn(reading, sentence, modality)
  claims.push({ kind: 'relation', type: 'COOPERATES_WITH', subject: bearer, object: parent.entity, attrs: { form: '挂牌', status: modality.status, ...date }, basis: 'text', local: 'subject', weak: true, ...common })
  if (modality.status !== 'in_effect') return claims
  const type = parent.label === 'Hospital' ? 'BRANCH_OF' : 'AFFILIATED_WITH'
  claims.push({ kind: 'relation', type, subject: bearer, object: parent.entity, attrs: {}, basis: 'text', ...common })
  return claims
}

/** Who hangs it, where the clause leaves it out: 前者 is the first of the list before, otherwise the topic. */
function bearerBefore(reading: Reading, at: { sentence: number; before: number; former: boolean }): string | undefined {
  const topic = topicOf(reading, (index) => tokensOf(reading, index), at)
  return at.former || topic.length === 1 ? topic[0] : undefined
}

/** The longest name mentioned in the document with which the plaque's name begins: its parent hospital or university. */
function parentOf(reading: Reading, name: string, entity: string): { entity: string; label: string } | undefined {
  let best: { entity: string; label: string; name: string } | undefined
  for (const mention of reading.mentions.flat()) {
    if (mention.entity === entity || (mention.label !== 'Hospital' && mention.label !== 'Institution') || mention.attrs['kind'] === 'government') continue
    if ([mention.name, ...mention.aliases].some((known) => known.length > 3 && known.length < name.length && name.startsWith(known)) && mention.name.length > (best?.name.length ?? 0)) best = mention
  }
  return best
}
