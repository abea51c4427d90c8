/** Who is bound by what a named party signs: a consortium binds the hospital that it is named after, or its place. */
import type { Mention } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import { ownersIn } from '../consortia/owners.ts'
import { mentionWithin } from '../sentence/named-within.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { partyOf } from '../sentence/place.ts'

/** Consortia that sign for their place, where they are named after no hospital: 青岚县总医院. */
const OF_PLACE: readonly unknown[] = ['医共体', '医疗集团']

/** Who is bound by what a named party signs: of a consortium, the hospital that it is named after, or its place. */
export function signatoryOf(mention: SentenceMention, reading: Reading): string[] {
  if (mention.label !== 'Consortium') return [partyOf(mention, reading)]
  const owner = ownersIn(reading).of(mention)
  if (owner !== undefined) return [owner.entity]
  const party = OF_PLACE.includes(mention.attrs['kind']) ? partyOf(mention, reading) : mention.entity
  return party === mention.entity ? [] : [party]
}

/** Hospitals that only the names of consortia among the parties name. */
export function namedWithin({ match, sentence }: RuleMatch, reading: Reading): Mention[] {
  return [...match.slots.values()].flat().flatMap((mention) => {
    const within = mention.label === 'Consortium' ? ownersIn(reading).of(mention)?.within : undefined
    return within === undefined ? [] : [mentionWithin(sentence, mention, within)]
  })
}
