/** Bodies that only the words of their works name: 疾控中心搬迁项目, 新中医院. */
import type { Mention } from '../../../../cypher/model/index.ts'
import { organisationId } from '../../../recognise/identity.ts'
import { spanOf } from '../../../read/sentence.ts'
import type { Reading, SentenceMention } from '../../../reading.ts'
import { newService } from './new-services.ts'
import type { Place } from '../place.ts'
import { knownIn, ownerOf, type Owned, type Owner } from '../owners/named-owner.ts'
import { canOwn, type WorksObject } from './objects.ts'

/** 疾控中心搬迁项目 where the document has named 区疾控中心: a short name that only the works tell from its district's centre. */
export const SHORT_BODY = /^(?:[省市县区旗州])?((?:疾控|疾病预防控制|急救|血液)中心|血站|卫生监督所|妇幼保健院)(?=.)/u

/** The one body of the document that a short name before the works can only mean. */
export function bodyInTail(object: WorksObject, reading: Reading): Owned | undefined {
  const match = SHORT_BODY.exec(object.tail)
  const word = match?.[1]?.replace(/^疾控/u, '疾病预防控制')
  if (match === null || word === undefined) return undefined
  const named = new Map<string, SentenceMention>()
  for (const mention of reading.mentions.flat())
    if (canOwn(mention) && [mention.name, ...mention.aliases].some((name) => name.endsWith(word))) named.set(mention.entity, mention)
  const [only] = named.values()
  if (only === undefined || named.size > 1) return undefined
  return { object: { ...object, tail: object.tail.slice(match[0].length) }, owners: [ownerOf(only, reading)] }
}

/** 新中医院: the new house of the hospital that the home has under that name, whether the page names it or not. */
const NEW_BODY = /^(?:我?[省市县区旗州])?新(中医院|中医医院|人民医院|妇幼保健院|妇保院)/u

/** The hospital of the home whose new house an object is. */
export function newBody(object: WorksObject, place: Place): Owned | undefined {
  const { reading, sentence } = place
  const match = NEW_BODY.exec(object.tail)
  const core = match?.[1]?.replace('妇保院', '妇幼保健院')
  const home = reading.document.home.at(-1)
  if (match === null) return newService(object, place)
  if (core === undefined || home?.adcode === undefined) return undefined
  const name = home.name + core
  const named = [...knownIn(reading).bodies.values()].find((mention) => mention.name === name || mention.aliases.includes(name))
  const entity = named?.entity ?? organisationId('Hospital', { place: home }, core)
  const implied: Mention = { entity, label: 'Hospital', name, aliases: [], attrs: {}, ...spanOf(sentence, object.from, object.to) }
  const owner: Owner = named === undefined ? { entity, label: 'Hospital', name, campus: '', implied } : ownerOf(named, reading)
  return { object: { ...object, tail: `新院${object.tail.slice(match[0].length)}`, works: object.works ?? 'new' }, owners: [owner] }
}
