/** Names that the table does not have as they are written, and yet knows: 上海交通大学附属瑞金医院, 市六医院 of 武汉. */
import type { KnownOrganisation } from '../../lexicon/lexicon.ts'
import type { NamingContext, RawName } from './context.ts'
import { knownAs, schoolAs } from './known.ts'

/** A hospital's name that begins with its province, city or county in full. */
export const WITH_PLACE = /^[〇㐀-鿿]{2,}?[省市区县].*(?:医院|保健院)/u

/** 上海交通大学附属瑞金医院: the end is a known alias, and the school at the head is the known one or a part of it. */
export function knownAffiliate(context: NamingContext, raw: RawName): KnownOrganisation | undefined {
  if (raw.prefix.kind !== 'university') return undefined
  const rest = raw.stem.slice(raw.prefix.surface.length).replace(/^(?:第[一二三四五六七八九十])?附属/u, '')
  const known = context.lexicon.organisationByName.get(rest)
  const school = known?.affiliation
  // 江州医学院附属青岚省肿瘤医院: a hospital that its own full name tells apart, whichever school it serves.
  if (known?.label === 'Hospital' && known.name === rest && WITH_PLACE.test(rest)) return known
  const said = schoolAs(context.lexicon, context.home, raw.prefix.surface)?.name ?? raw.prefix.surface
  return school !== undefined && (school.startsWith(said) || said.startsWith(school)) ? known : undefined
}

/** 市六医院 is 江州市第六医院 where the table has that, and no 江州市第六人民医院. */
export function knownOrdinal({ lexicon, home }: NamingContext, { stem }: RawName, name: string): KnownOrganisation | undefined {
  return name.endsWith('人民医院') && name !== stem
    ? knownAs(lexicon, home, name.replace(/(?<=第[一二三四五六七八九十]+)人民医院$/u, '医院'))
    : undefined
}

/** 市第三医院 tells what 市三院 is; 江州大学附属第三医院 and 青岚市第三医院 do not. */
export function saysOfPlace(context: NamingContext, { prefix }: RawName, wording: string): boolean {
  if (!wording.startsWith('第') || prefix.kind !== 'level' || prefix.place === undefined) return context.says(wording)
  const { id, name } = prefix.place
  // 江州市第三医院 is of the city around, and tells nothing of 市三院 in a county-level city.
  if (!context.says(name + wording) && context.home.some((wider) => wider.id !== id && context.says(wider.name + wording))) return false
  return [prefix.word, name.replace(/[省市区县旗州盟]$/u, '')].some((lead) => context.says(lead + wording))
}

/** 江州市医科大学, 江州市医科大学第一附属医院: a school that the table knows without the word for the kind of its place. */
export function knownWithoutSuffix({ lexicon, home }: NamingContext, name: string): KnownOrganisation | undefined {
  const plain = name.replace(/^([〇㐀-鿿]{2,4}?)[市省](?=[〇㐀-鿿]{0,8}(?:大学|学院))/u, '$1')
  return plain === name ? undefined : knownAs(lexicon, home, plain)
}

/** 江南省中医医院, where the table has 江南省中医院, and the other way round. */
export function knownOtherwise({ lexicon, home }: NamingContext, name: string): KnownOrganisation | undefined {
  if (!name.endsWith('中医医院') && !name.endsWith('中医院')) return undefined
  const other = name.endsWith('中医医院') ? name.replace(/中医医院$/u, '中医院') : name.replace(/中医院$/u, '中医医院')
  return knownAs(lexicon, home, other)
}
