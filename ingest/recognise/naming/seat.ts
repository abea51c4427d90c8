/** Where a name puts its body, and how the full name begins: 市第一医院 in a report of 奉化区 belongs to 宁波市. */
import type { Place } from '../../../cypher/model/index.ts'
import type { NamingContext, Prefix, RawName } from './context.ts'
import { fullStem } from './core.ts'
import { officialPrefix, resolvePlace } from './place-index.ts'

export interface Seat {
  /** Where the body belongs; undefined where nothing tells. */
  readonly place?: Place
  readonly township?: Place
  /** Where it stands, if that is not where it belongs: 宁波合盛医院 in a report of 慈溪市. */
  readonly stands?: Place
  readonly isNamed: boolean
  /** Whether the place is written by a second official name: 青岛西海岸新区. */
  readonly isSecondName?: true
  /** What stands before the stem in the full name. */
  readonly lead: string
}

/** Where a prefix puts a name, and how the full name begins. */
export function seatOf(context: NamingContext, raw: RawName): Seat | undefined {
  const { prefix } = raw
  const homePlace = context.home.at(-1)
  const home = homePlace === undefined ? {} : { place: homePlace }
  switch (prefix.kind) {
    case 'level':
      if (prefix.place === undefined) return levelWithoutHome(context, prefix.word)
      return seatOfLevel(context, raw, prefix.place, prefix.word)
    case 'place':
      return seatOfPlace(context, raw, prefix)
    case 'mask':
      return prefix.place === undefined
        ? { ...home, isNamed: false, lead: prefix.surface }
        : { place: prefix.place, isNamed: true, lead: prefix.place.name }
    case 'abroad':
      return { isNamed: false, lead: '' }
    default:
      // A company or a nationwide alliance is not at home where it is named.
      if (raw.sort === 'company' || raw.sort === 'consortium') return { ...placeOfCompany(context, raw), isNamed: false, lead: '' }
      const far = raw.prefix.kind === 'none' ? townshipElsewhere(context, raw) : undefined
      if (far !== undefined) return far
      if (raw.prefix.kind === 'none' && OF_CORPS.test(raw.brand)) return { ...placeOfCorps(context, raw), isNamed: true, lead: '' }
      return {
        ...home,
        isNamed: false,
        lead: isOwnTownship(raw, homePlace) ? officialPrefix(context.lexicon, context.home, homePlace) : '',
      }
  }
}

/** 市五医院 in a county-level city, where the text names the city's around it in full and none of its own. */
function seatOfLevel(context: NamingContext, raw: RawName, own: Place, word: string): Seat {
  const around = word === '市' && own.level === 'county' ? context.home.findLast(({ level }) => level === 'city') : undefined
  const stem = around === undefined ? '' : fullStem(raw.stem, (wording) => context.says(wording))
  const said = word + raw.stem
  // 宁波市第二医院、市二院: beside another in a list it is the county-level city's own.
  const isListed = (): boolean => ['、', '与', '和', '及'].some((mark) => context.says(mark + said) || context.says(said + mark))
  const isAround =
    around !== undefined && stem.startsWith('第') && context.says(around.name + stem) && !context.says(own.name + stem) && !isListed()
  const place = isAround ? around : own
  return { place, isNamed: true, lead: leadOf(context, place, word) }
}

const DIVISION = /^第[一二三四五六七八九十]{1,3}师$/u
/** 第三师五十四团 */
const OF_CORPS = /^第[一二三四五六七八九十]{1,3}师/u

/** 第三师五十四团医院 is its division's, whatever county stands beside it. */
function placeOfCorps({ lexicon: { divisions } }: NamingContext, { brand }: RawName): { place?: Place } {
  const [division] = divisions.named(OF_CORPS.exec(brand)?.[0] ?? '')
  const place = division === undefined ? undefined : divisions.chain(division.code).at(-1)
  return place === undefined ? {} : { place }
}

/** 依玛镇卫生院: a township that the table lacks is the home county's. */
function isOwnTownship({ sort, brand }: RawName, home: Place | undefined): home is Place {
  return sort === 'primary' && home?.level === 'county' && home.masked !== true && /(?:街道|镇|乡|街|苏木)$|^(.{2,3})[镇乡]\1$/u.test(brand)
}

/** 泗泾镇社区卫生服务中心 beside 松江区, on the page of another county that has no such township: the one that is spoken of. */
function townshipElsewhere(context: NamingContext, { sort, brand }: RawName): Seat | undefined {
  const { divisions } = context.lexicon
  const own = context.home.at(-1)?.adcode
  if (sort !== 'primary' || own === undefined || !/(?:街道|镇|乡|苏木)$/u.test(brand)) return undefined
  const found = divisions.named(brand).flatMap(({ level, code, parent }) => {
    const county = level === 'township' && parent !== undefined ? divisions.byCode(parent) : undefined
    return county !== undefined && county.code !== own && context.says(county.name) ? [{ code, county }] : []
  })
  const [only, other] = found
  if (only === undefined || other !== undefined) return undefined
  const [township, place] = [divisions.chain(only.code).at(-1), divisions.chain(only.county.code).at(-1)]
  if (township === undefined || place === undefined) return undefined
  return { place, township, isNamed: true, lead: officialPrefix(context.lexicon, context.home, place) }
}

/** 腾讯健康（深圳）有限公司, 深圳华大基因股份有限公司 */
function placeOfCompany(context: NamingContext, { stem, sort }: RawName): { place?: Place } {
  if (sort !== 'company') return {}
  const inside = /（([〇㐀-鿿]{2,8})）/u.exec(stem)?.[1]
  const division = inside === undefined ? undefined : resolvePlace(context.lexicon, context.home, inside)
  const place = division === undefined ? placeOfName(context, stem) : context.lexicon.divisions.chain(division.code).at(-1)
  return place === undefined ? {} : { place }
}

function leadOf(context: NamingContext, place: Place, word: string): string {
  const corps = word === '师' && place.adcode !== undefined ? context.lexicon.divisions.byCode(place.adcode) : undefined
  // 师医院 of the city is 第一师医院.
  const division = corps?.short.find((short) => DIVISION.test(short))
  if (division !== undefined) return division
  // A masked home without a name of its own (我区) lends its level word, not its name.
  return place.masked === true && /^[我本]/u.test(place.name) ? word : officialPrefix(context.lexicon, context.home, place)
}

/** 市三医 in a report of an unnamed 区: known to the document alone, and by the name that stands there. */
function levelWithoutHome(context: NamingContext, word: string): Seat | undefined {
  const isMasked = context.home.at(-1)?.masked === true
  return isMasked || context.home.length === 0 ? { isNamed: false, lead: word } : undefined
}

/** Wordings that every division may have; before them the full name of the place stands, before a brand the name as written. */
const STANDARD =
  /^(?:第[一二三四五六七八九十\d]+(?:人民|中医)?医院|(?:人民|中心|中医|中西医结合|妇幼保健|妇女儿童|妇产|儿童|肿瘤|口腔|传染病|精神卫生|精神病|胸科|蒙医|中蒙|中?藏医|中?羌医|彝医|壮医|瑶医|苗医|侗医|傣医|朝医|维吾尔医|民族|红十字会?|职业病)*(?:医院|院|医疗中心|中心)|.{0,2}(?:卫生|妇|疾|血|急救).*)$/u

/** 江州青岚社区卫生服务中心: the township behind a city that is told without 市. */
function afterShortCity(surface: string, { name }: Place): string | undefined {
  const at = surface.indexOf(name.replace(/(?:街道|镇|乡)$/u, ''))
  return at < 2 || /[省市区县旗盟]$/u.test(surface.slice(0, at)) ? undefined : surface.slice(at)
}

function seatOfPlace(context: NamingContext, raw: RawName, prefix: Extract<Prefix, { kind: 'place' }>): Seat {
  const { place, township } = prefix
  const own = context.home.at(-1)
  // The table hangs the townships of a zone directly below its city.
  const isZone = own !== undefined && own.adcode === undefined && own.masked !== true && place.id === context.home.at(-2)?.id
  const official = officialPrefix(context.lexicon, context.home, township !== undefined && isZone ? own : place)
  // 横琴医院 in a report of the city: only in its own county does the short name of a township ask for the county's.
  const isOwn = prefix.isFull || prefix.isLed === true || own?.level !== 'city'
  // 江州市青岚人民医院: the city before the short name of a township takes the county's place.
  const isInCity = township !== undefined && !prefix.isFull && prefix.surface.length > township.name.length
  if (township !== undefined) {
    const short = raw.sort === 'primary' && !prefix.isFull ? afterShortCity(prefix.surface, township) : undefined
    const lead = short === undefined ? (isOwn && !isInCity ? official : '') + prefix.surface : official + short
    return { place, township, isNamed: true, lead }
  }
  if (isFormer(context, prefix))
    return { place, isNamed: true, isSecondName: true, lead: prefix.surface.replace(/^[〇㐀-鿿]+[省市州](?=[〇㐀-鿿]{2,}[县市]$)/u, '') }
  const stem = fullStem(raw.stem, (wording) => context.says(wording))
  // 第七师医院 is its name, whatever city the division keeps house in.
  const isDivision = /[一二三四五六七八九十]师$/u.test(prefix.surface)
  // 镇海龙赛医院 is 镇海区龙赛医院 where the text has that.
  const isWhole = prefix.isFull || (place.name.startsWith(prefix.surface) && context.says(place.name + stem))
  // 南京妇幼健康联盟 is called as it is written.
  const isAlliance = raw.sort === 'consortium' && !prefix.isFull && prefix.surface.length > 1 && raw.stem.endsWith('盟')
  const isWritten = isDivision || isAlliance || (!isWhole && !(STANDARD.test(stem) && stem !== '医院' && raw.brand === ''))
  const written = isWritten ? undefined : cityWritten(context, prefix, { official, stem: raw.stem })
  if (written !== undefined) return { place, isNamed: true, isSecondName: true, lead: written }
  const isWider = isWritten && own?.level === 'county' && own.id !== place.id && context.home.some(({ id }) => id === place.id)
  // 青岛西海岸新区中医医院: a second name of a district, of which bodies are named.
  if (!isWritten && prefix.surface.endsWith('新区') && !place.name.endsWith('新区'))
    return { place, isNamed: true, isSecondName: true, lead: prefix.surface }
  // 江南同德医院 may stand anywhere in its province.
  const isLocal = isWider && place.level !== 'province'
  return { place, isNamed: !isLocal, ...(isLocal ? { stands: own } : {}), lead: isWritten ? prefix.surface : official }
}

/** 青岚县第一人民医院 in a text from before the county became 青岚区, which it never says. */
function isFormer(context: NamingContext, { place, surface, township }: Extract<Prefix, { kind: 'place' }>): boolean {
  const suffix = place.name.at(-1) ?? ''
  return (
    township === undefined &&
    place.level === 'county' &&
    surface.length >= 3 &&
    ((suffix === '区' && /[县市]$/u.test(surface)) || (suffix === '市' && surface.endsWith('县'))) &&
    !context.says(place.name)
  )
}

/** 江州市青岚人民医院: a city in full before a district told short is the official name of many, where the text has no other. */
function cityWritten(
  context: NamingContext,
  { place, surface, isFull, isLed }: Extract<Prefix, { kind: 'place' }>,
  { official, stem }: { official: string; stem: string },
): string | undefined {
  if (isLed !== true || isFull || !place.name.endsWith('区') || official === place.name || context.says(place.name + stem)) return undefined
  const city = official.slice(0, -place.name.length)
  const at = surface.indexOf(city)
  return at < 0 ? undefined : surface.slice(at)
}

/** The division at the head of a name: 广州医科大学 → 广州市. */
export function placeOfName(context: NamingContext, name: string): Place | undefined {
  for (let length = Math.min(8, name.length); length >= 2; length--) {
    const division = context.lexicon.divisions.named(name.slice(0, length)).find(({ level }) => level === 'province' || level === 'city')
    if (division !== undefined) return context.lexicon.divisions.chain(division.code).at(-1)
  }
  return undefined
}
