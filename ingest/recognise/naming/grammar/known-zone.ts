/** Zones without a code inside a name: 前湾新区, 益阳市大通湖区. */
import type { NamingContext, Prefix } from '../context.ts'
import { uncodedDistrict } from '../identify.ts'
import { knownZoneAtEnd } from '../known-zones.ts'
import { isCalledAsDistrict } from '../place-index.ts'
import type { Left } from './left.ts'

/** A zone of the table that ends a text, with its city before it: 前湾新区, 宁波前湾新区, 益阳市大通湖区. */
export function knownZoneBefore(context: NamingContext, text: string, at: number): Left<Extract<Prefix, { kind: 'place' }>> | undefined {
  const zone = knownZoneAtEnd(context.lexicon, text)
  if (zone === undefined) return undefined
  const { name } = zone
  const own = context.home.at(-1)
  const above = context.lexicon.divisions.chain(zone.code).at(-1)
  const city = above?.name.replace(/[省市]$/u, '') ?? ''
  const isDistrict = isCalledAsDistrict(name)
  const lead = [above?.name ?? '', city].find((said) => said !== '' && text.endsWith(said + name)) ?? ''
  const said = isDistrict ? name : (lead === city ? lead : '') + name
  const isOwn = own !== undefined && own.adcode === undefined && own.id === uncodedDistrict(said, above, context.document).id
  const place = isOwn ? own : uncodedDistrict(said, above, context.document)
  return {
    from: at - (isDistrict ? lead.length + name.length : said.length),
    found: { kind: 'place', place, surface: isOwn ? own.name : said, isFull: true },
  }
}

/** 江南江州|高新区: the province before its city is no part of the zone's name. */
export function withoutProvince({ lexicon }: NamingContext, { place, isLed }: Extract<Prefix, { kind: 'place' }>, name: string): string {
  if (isLed !== true || place.adcode === undefined) return name
  const [province] = lexicon.divisions.chain(place.adcode)
  if (province?.adcode === undefined || province.id === place.id || province.name.endsWith('市')) return name
  const lead = [province.name, ...(lexicon.divisions.byCode(province.adcode)?.short ?? [])].find((said) => name.startsWith(said))
  return lead === undefined ? name : name.slice(lead.length)
}
