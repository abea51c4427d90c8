/** Plaques: a hospital bears a second name, which is its alias, and says whose branch or teaching hospital it is. */
import type { RelationClaim, SameAs } from '../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../reading.ts'
import { dateIn } from './claim-date.ts'
import { modalityOf } from './modality.ts'
import { tokensOf, type RuleMatch } from './passage.ts'
import { topicOf } from './topic.ts'

/** Claims of the plaques of a match: one bearer with all its names, or as many bearers as names side by side. */
export function claimPlaques(reading: Reading, found: RuleMatch): (RelationClaim | SameAs)[] {
  const { sentence, tokens, match } = found
  const plaques = match.slots.get('P') ?? []
  const bearers = match.slots.get('A') ?? []
  if (bearers.length > 1 && bearers.length !== plaques.length) return []
  const former = match.words.some((word) => tokens[word]?.classes.includes('former'))
  const topic = bearers.length > 0 ? undefined : bearerBefore(reading, { sentence: sentence.index, before: match.first, former })
  return plaques.flatMap((plaque, index) => {
    const bearer = (bearers.length > 1 ? bearers[index] : bearers[0])?.entity ?? topic
    return bearer === undefined ? [] : claimPlaque(reading, found, { bearer, plaque })
  })
}

/** Same-as for a hospital's name; affiliation or branch, and a cooperation of form 挂牌, with whose name it begins. */
function claimPlaque(
  reading: Reading,
  { rule, sentence, tokens, match }: RuleMatch,
  named: { bearer: string; plaque: SentenceMention },
): (RelationClaim | SameAs)[] {
  const { bearer, plaque } = named
  const modality = modalityOf(tokens, match, { section: sentence.section, standing: false })
  if (modality === undefined || modality.status === 'ended' || bearer === plaque.entity) return []
  const common = { start: sentence.start, end: sentence.end, rule: rule.id }
  const claims: (RelationClaim | SameAs)[] = []
  if (plaque.label === 'Hospital' && modality.status === 'in_effect')
    claims.push({ kind: 'same-as', subject: bearer, object: plaque.entity, ...common })
  const parent = parentOf(reading, plaque.name, plaque.entity)
  if (parent === undefined || parent.entity === bearer) return claims
  const date = dateIn(reading, sentence, modality)
  claims.push({
    kind: 'relation',
    type: 'COOPERATES_WITH',
    subject: bearer,
    object: parent.entity,
    attrs: { form: '挂牌', status: modality.status, ...date },
    basis: 'text',
    local: 'subject',
    weak: true,
    ...common,
  })
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
    if (
      mention.entity === entity ||
      (mention.label !== 'Hospital' && mention.label !== 'Institution') ||
      mention.attrs['kind'] === 'government'
    )
      continue
    if (
      [mention.name, ...mention.aliases].some((known) => known.length > 3 && known.length < name.length && name.startsWith(known)) &&
      mention.name.length > (best?.name.length ?? 0)
    )
      best = mention
  }
  return best
}
