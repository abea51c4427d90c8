/** The district that a page speaks for where only its city was made out: 区委、区政府 beside names that tell of one district alone. */
import type { Mention, Place } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import { districtId } from '../../recognise/identity.ts'

/** 交办的区委、区政府工作, 我县. */
const OF_DISTRICT =
  /[我全](?<level>[区县旗])(?![域级别间划分])|(?<![市地校社][\u4e00-\u9fff]{0,6})(?<office>[区县旗])(?:委(?!员|派|托|会)|政府)/u
/** 我市, 全市, 市委: the city itself speaks. */
const OF_CITY = /[我全]市|市委(?!员|派|托)|市政府|市[直级]/u

export interface OwnDistrict {
  readonly place: Place
  readonly mention: Mention
}

/** The one district of a city that the names of a text tell of, where its words are those of a district and never those of the city. */
export function ownDistrict({ document, sentences, lexicon }: Reading): OwnDistrict | undefined {
  const city = document.home.at(-1)
  if (city?.level !== 'city' || city.adcode === undefined || document.speaker !== null || document.publisher !== null) return undefined
  let level: string | undefined
  for (const { text } of sentences) {
    if (OF_CITY.test(text)) return undefined
    const groups = level === undefined ? OF_DISTRICT.exec(text)?.groups : undefined
    level ??= groups?.['level'] ?? groups?.['office']
  }
  if (level === undefined) return undefined
  let own: OwnDistrict | undefined
  for (const { code, name, level: rank } of lexicon.divisions.parts(city.adcode)) {
    const named = rank === 'county' && name.endsWith(level) ? sentences.find(({ text }) => text.includes(name)) : undefined
    if (named === undefined) continue
    if (own !== undefined) return undefined
    const place = { id: districtId({ adcode: code, name }), name, level: rank, adcode: code }
    const { start, end } = named
    own = { place, mention: { start, end, entity: place.id, label: 'District', name, aliases: [], attrs: { level: rank, adcode: code } } }
  }
  return own
}
