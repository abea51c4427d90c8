/** Who is bound by what a named party signs: a consortium binds the hospital that it is named after, or its place. */
import type { Mention } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import { ownersIn } from '../consortia/owners.ts'
import { leadOf } from '../consortia/place-leads.ts'
import { bodyWithin, mentionWithin } from '../sentence/named-within.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { partyOf } from '../sentence/place.ts'

/** Consortia that sign for their place, where they are named after no hospital: 青岚县总医院. */
const OF_PLACE: readonly unknown[] = ['医共体', '医疗集团']

/** Who is bound by what a named party signs: of a consortium, the hospital that it is named after, or that leads it, or its place. */
export function signatoryOf(mention: SentenceMention, reading: Reading): string[] {
  const house = houseOf(mention, reading)
  if (house !== undefined) return [house.entity]
  if (mention.label !== 'Consortium') return [partyOf(mention, reading)]
  const owner = ownersIn(reading).of(mention)
  if (owner !== undefined) return [owner.entity]
  const lead = leadOf(reading, mention)
  if (lead !== undefined) return [lead]
  const party = OF_PLACE.includes(mention.attrs['kind']) ? partyOf(mention, reading) : mention.entity
  return party === mention.entity ? [] : [party]
}

/** 县人民医院远程影像会诊中心: the hospital of whose name and a service the name of a centre is made. */
function houseOf({ label, name }: SentenceMention, reading: Reading): ReturnType<typeof bodyWithin> {
  if (label !== 'Institution' || !OF_HOUSE.test(name)) return undefined
  const house = bodyWithin(reading, { name })
  return house?.label === 'Hospital' ? house : undefined
}

const OF_HOUSE = /(?:医院|保健院).{0,14}(?:远程|会诊|诊断|影像|检验|病理|心电)[^院]{0,8}中心$/u

/** Hospitals that only the names of consortia among the parties name. */
export function namedWithin({ match, sentence }: RuleMatch, reading: Reading): Mention[] {
  return [...match.slots.values()].flat().flatMap((mention) => {
    const within = mention.label === 'Consortium' ? ownersIn(reading).of(mention)?.within : houseOf(mention, reading)
    return within === undefined ? [] : [mentionWithin(sentence, mention, within)]
  })
}
